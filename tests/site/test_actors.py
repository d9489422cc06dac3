"""Actors: what they are called, for whom they speak, what they say and what is said of them."""

from __future__ import annotations

from claimgraph.namespaces import BASE
from claimgraph.site.mentions import Mention
from claimgraph.site.site import Site
from sitepages import asked


def ids(entities) -> list[str]:
    return [each.value.removeprefix(str(BASE)) for each in entities]


def said(site: Site, path: str) -> list[str]:
    return ids(account.claim for account in site.page(asked(path)).content["said"].items)


def test_actors_stand_by_type_and_name(site: Site) -> None:
    page = site.page(asked("actors"))
    groups = {site.reader.label(kind): ids(found) for kind, found in page.content["groups"]}
    assert groups["state"] == [
        *("actor/armenia", "actor/azerbaijan", "actor/france", "actor/russia"),
        *("actor/turkey", "actor/united-states"),
    ]
    assert groups["self-proclaimed entity"] == ["actor/nagorno-karabakh"]
    assert sum(map(len, groups.values())) == page.content["part"].total == 69


def test_a_person_has_names_with_those_who_use_them(read) -> None:
    page = read("actor/shushan-stepanyan")
    assert "Shushan Stepanian The body of the Associated Press report" in page


def test_a_spokesperson_speaks_for_a_ministry_in_her_claims(site: Site, read) -> None:
    page = site.page(asked("actor/shushan-stepanyan")).content
    stated = [each for each in page["principals"] if not each.standing]
    assert ids({each.principal for each in stated}) == ["actor/armenia-defence-ministry"]
    assert {each.manner.value.rpartition("/")[2] for each in stated} == {"onBehalfOfStated"}
    assert "negates" in read("actor/shushan-stepanyan")


def test_a_ministry_names_its_state_and_those_who_speak_for_it(site: Site) -> None:
    page = site.page(asked("actor/armenia-defence-ministry")).content
    (principal,) = page["principals"]
    assert principal.standing
    assert ids([principal.principal]) == ["actor/armenia"]
    speakers = {(ids([each.speaker])[0], each.standing) for each in page["speakers"]}
    assert ("actor/shushan-stepanyan", False) in speakers
    assert ("office/spokesperson-of-armenia-defence-ministry", True) in speakers


def test_the_two_articles_give_one_leader_two_offices(site: Site) -> None:
    offices = site.page(asked("actor/arayik-harutyunyan")).content["offices"]
    assert ids(each.proposition for each in offices) == [
        "proposition/harutyunyan-leader",
        "proposition/harutyunyan-leader-of-separatists",
    ]
    assert [sorted({key(account) for _, account in each.said}) for each in offices] == [["a"], ["b"]]


def key(account) -> str:
    return account.references[0].key


def test_an_office_shows_its_holders(site: Site) -> None:
    page = site.page(asked("office/president-of-azerbaijan")).content
    assert page["office"]
    assert any(
        "actor/ilham-aliyev" in str(site.reader.values(each.proposition, each_role(site)))
        for each in page["offices"]
    )


def each_role(site: Site):
    from claimgraph.site.reader import cg

    return cg("allegedOfficeHolder")


def test_claims_stand_in_the_order_in_which_they_were_made(site: Site) -> None:
    claims = said(site, "actor/hikmet-hajiyev")
    assert {each.rpartition("-")[0] for each in claims} >= {
        "claim/a-8",
        "claim/a-11",
        "claim/a-13",
        "claim/a-21",
    }


def test_what_is_said_of_an_actor_names_who_says_so(site: Site) -> None:
    mentions: list[Mention] = site.page(asked("actor/turkey")).content["mentions"].items
    by_name = {ids([each.proposition])[0]: each for each in mentions}
    involved = next(each for name, each in by_name.items() if "involved" in name)
    assert {stance.value.rpartition("/")[2] for stance, _ in involved.said} == {"affirms"}
    assert ids(involved.said[0][1].speakers) == ["actor/armenian-officials"]


def test_links_to_wikidata_are_shown_as_decisions(read) -> None:
    page = read("actor/armenia-defence-ministry")
    assert "Q3319270 on www.wikidata.org linked: close to it, not the same" in page
    assert "Q19966859 on www.wikidata.org rejected" in page
    assert "none no item" in read("actor/armenian-officials")


def test_a_voice_tells_of_its_article(read) -> None:
    page = read("voice/b-body")
    assert page.startswith("The body of the report on the advance towards Shusha voice : the body of Report")


def test_long_lists_are_cut_into_pages(site: Site, markup) -> None:
    part = site.page(asked("voice/a-body")).content["said"]
    assert part.total > len(part.items) == 25
    assert "/voice/a-body?page=2#said" in markup("voice/a-body")
    last = site.page(asked("voice/a-body", page="99")).content["said"]
    assert last.number == last.pages
    assert last.last == part.total
