"""Places: names by voice and language, position, events, and who is said to hold them."""

from __future__ import annotations

from claimgraph.namespaces import BASE
from claimgraph.site.site import Site
from sitepages import asked


def test_what_the_two_articles_call_the_main_town(site: Site) -> None:
    forms = site.page(asked("place/stepanakert")).content["forms"]
    used = {
        form.form: sorted({reference.key for _, _, references in form.users for reference in references})
        for form in forms
    }
    assert used == {"Khankendi": ["b"], "Stepanakert": ["a", "b"]}


def test_who_says_which_name_of_the_town_on_the_heights(site: Site) -> None:
    forms = site.page(asked("place/shusha")).content["forms"]
    users = {form.form: [site.reader.label(user) for user, _, _ in form.users] for form in forms}
    assert users["Shushi"] == ["Arayik Harutyunyan"]
    assert users["Shusha"] == [
        "The body of the report on the advance towards Shusha",
        "The headline of the report on the advance towards Shusha",
    ]


def test_names_in_other_languages_come_with_gazetteer_and_licence(read, markup) -> None:
    assert "Azerbaijani Xankəndi Who's On First , record 421193975 ( licence )" in read("place/stepanakert")
    assert '<td lang="hy">Ստեփանակերտ</td>' in markup("place/stepanakert")
    assert "https://creativecommons.org/publicdomain/zero/1.0/" in markup("place/stepanakert")


def test_a_position_comes_with_its_source(read) -> None:
    assert "Latitude 40.68157, longitude 46.36134 (WGS 84): GeoNames , record 586523" in read("place/ganja")


def test_who_is_said_to_hold_a_town_and_when(site: Site) -> None:
    sections = {each.name: each for each in site.page(asked("place/jabrayil")).content["sections"]}
    told = {
        each.proposition.value.removeprefix(f"{BASE}proposition/"): (
            each.when.words,
            [
                (
                    stance.value.rpartition("/")[2],
                    [site.reader.label(speaker) for speaker in account.speakers],
                )
                for stance, account in each.said
            ],
        )
        for each in sections["control"].mentions
    }
    assert told["armenian-forces-held-jabrayil-1994"][0] == "1994"
    when, claims = told["azerbaijani-forces-took-jabrayil"]
    assert when == "no date given"
    assert ("affirms", ["Ilham Aliyev"]) in claims
    assert ("affirms", ["Azerbaijan"]) in claims
    assert [speakers for stance, speakers in claims if stance == "negates"] == [
        ["Officials of Nagorno-Karabakh"]
    ]


def test_kind_and_rank_are_claims(read) -> None:
    page = read("place/stepanakert")
    assert "Stepanakert is the capital of Nagorno-Karabakh." in page
    assert (
        "Arayik Harutyunyan or The body of the report on the advance towards Shusha left open which" in page
    )


def test_events_of_a_place_say_how_they_belong_to_it(read) -> None:
    assert "What is reported of Ganja on 4 October 2020 topic place" in read("place/ganja")


def test_places_and_events_are_listed(read) -> None:
    assert read("places").startswith("Places 25 stretches of land.")
    assert "The cease-fire of 1994 Nagorno-Karabakh (region) cease-fire 1994" in read("events")
