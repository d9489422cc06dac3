"""Search over the graph: what the articles, the speakers and gazetteers call things."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.namespaces import BASE
from claimgraph.site.folding import fold
from claimgraph.site.page import Asked
from claimgraph.site.site import HTML, Site
from sitepages import asked

STEPANAKERT, SHUSHA = f"{BASE}place/stepanakert", f"{BASE}place/shusha"


def first(site: Site, query: str) -> str:
    return site.index.find(query).hits[0].entity.value


@pytest.mark.parametrize(
    "name", ["Stepanakert", "Khankendi", "Xankəndi", "xankendi", "Степанакерт", "Ստեփանակերտ", "HANKENDI"]
)
def test_the_main_town_is_found_by_each_of_its_names(site: Site, name: str) -> None:
    assert first(site, name) == STEPANAKERT


@pytest.mark.parametrize("name", ["Shusha", "Shushi", "Şuşa", "susa", "Шуша", "Շուշի"])
def test_the_town_on_the_heights_is_found_by_each_of_its_names(site: Site, name: str) -> None:
    assert first(site, name) == SHUSHA


def test_a_result_says_whose_the_name_is_that_fits(read) -> None:
    assert "Stepanakert place Khankendi used by The body of the report on the advance" in read(
        "search", q="khankendi"
    )
    assert "Shusha place Shushi used by Arayik Harutyunyan" in read("search", q="shushi")
    assert "Shusha place Şuşa Azerbaijani, according to Who's On First" in read("search", q="şuşa")


@settings(deadline=None, max_examples=200)
@given(data=st.data())
def test_every_name_finds_what_it_names(site: Site, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(site.index._names))
    for written in (name.form, name.form.upper(), fold(name.form)):
        answer = site.index.find(written)
        assert name.entity in {hit.entity for hit in answer.hits}, written
        assert not answer.instead


def test_every_label_of_an_actor_place_event_or_article_comes_first_for_itself(site: Site) -> None:
    for kind in ("Actor", "Place", "Event", "Article"):
        for member in site.members.of(kind):
            label = site.reader.label(member.entity)
            named = {
                hit.entity for hit in site.index.find(label).hits if fold(hit.names[0].form) == fold(label)
            }
            assert member.entity in named


def test_a_misspelt_name_is_answered_with_what_is_near(read) -> None:
    page = read("search", q="Harutunyan")
    assert "Nothing is called Harutunyan . Did you mean harutyunyan ?" in page
    assert "1. " not in page
    assert "Arayik Harutyunyan person" in page


def test_what_has_no_such_name_is_said_to_have_none(read) -> None:
    assert "Nothing has a name in which a word begins so" in read("search", q="qqqqzzzz")


def test_a_search_can_be_for_one_kind(site: Site) -> None:
    page = site.page(asked("search", q="shusha", kind="event"))
    assert {result.kind for result in page.content["results"]} == {"event"}


def test_long_answers_come_in_pages_that_say_how_many_there_are(site: Site, markup) -> None:
    one, two = (site.page(asked("search", q="the", page=number)) for number in ("1", "2"))
    assert len(one.content["results"]) == 50
    assert not {each.entity for each in one.content["results"]} & {
        each.entity for each in two.content["results"]
    }
    assert "q=the&amp;page=2" in markup("search", q="the")
    assert markup("search", q="the", page="x" * 50)


def test_an_iri_finds_itself(site: Site) -> None:
    (result,) = site.page(asked("search", q=SHUSHA)).content["results"]
    assert result.entity.value == SHUSHA


def test_suggestions_are_json_with_addresses_under_the_root(site: Site) -> None:
    rendered = site.render(Asked("suggest", {"q": ["shushi"]}, root="/kg"), HTML)
    answer = json.loads(rendered.body)
    assert rendered.media_type == "application/json"
    assert answer["results"][0]["address"] == "/kg/place/shusha"
    assert answer["results"][0]["names"][0] == {
        "form": "Shushi",
        "language": "",
        "whose": "used by Arayik Harutyunyan",
    }
    assert answer["all"] == "/kg/search?q=shushi"
    assert answer["total"] == 3


def test_the_same_as_data_is_about_what_was_found(site: Site) -> None:
    turtle = site.render(asked("search", q="khankendi"), "text/turtle").body.decode()
    assert "stepanakert" in turtle


@given(query=st.text(max_size=300))
@settings(deadline=None, max_examples=100)
def test_whatever_is_asked_gets_a_page_and_stays_text(site: Site, query: str) -> None:
    page = site.render(asked("search", q=f"<b>{query}"), HTML)
    assert page.status == 200
    assert b"<b>" not in page.body


def test_a_name_that_does_not_exist_leads_to_those_that_are_near(site: Site) -> None:
    page = site.page(asked("place/shousha"))
    assert page.status == 404
    assert SHUSHA in [each.value for each in page.content["near"]]
