"""The timeline: what was said when, apart from what is said to have happened when."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from xml.etree.ElementTree import Element

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.namespaces import BASE, CG
from claimgraph.site.page import Asked
from claimgraph.site.reader import TYPE, Reader, cg
from claimgraph.site.site import HTML, Site
from claimgraph.site.spans import Span, day
from claimgraph.site.timeline import HAPPENING, SAYING, Moment, chapters, moments, within
from claimgraph.store import Store
from pagetree import classed, tree, words

DAYS = st.dates(date(1980, 1, 1), date(2030, 12, 31))

# Read from the articles: which sentence says when something was said.
SAID = {
    "utterance/a-13": "4 October 2020, evening",
    "utterance/a-17": "4 October 2020, evening",
    "utterance/a-39": "4 October 2020, evening",
    "utterance/a-22": "4 October 2020, morning",
    "utterance/a-24": "4 October 2020, later that day",
    "utterance/a-8": "4 October 2020",
    "utterance/a-35": "1 October 2020",
    "utterance/a-38": "between 27 September 2020 and 3 October 2020",
    "utterance/a-15": "no date given",
    "utterance/b-4": "no date given",
    "utterance/b-18": "no date given",
}
# And when something is said to have happened.
HAPPENED = {
    "proposition/fighting-began-2020-09-27": "27 September 2020",
    "proposition/stepanakert-pictured-shelling": "by 4 October 2020, night",
    "proposition/stepanakert-pictured-building-burning": "4 October 2020, early hours",
    "proposition/ganja-pictured-rocket-attack": "by 22 October 2020, night",
    "proposition/attacks-on-settlements-of-azerbaijan": "from 27 September 2020 on",
    "proposition/three-cease-fires-violated": "from 10 October 2020 on",
    "proposition/independence-claimed-1991": "1991",
    "proposition/war-began-1992": "1992",
    "proposition/war-ended-1994": "1994",
    "proposition/war-in-1990s": "between 1990 and 1999",
    "proposition/relations-tense": "from 1991 on",
    "proposition/fighting-intensified": "no date given",
}


@pytest.fixture(scope="session")
def found(site: Site) -> list[Moment]:
    return moments(site.reader)


def shown(site: Site, **parameters: str) -> Element:
    """The page for some parameters."""
    rendered = site.render(Asked("timeline", {name: [value] for name, value in parameters.items()}), HTML)
    assert rendered.status == 200
    return tree(rendered.body)


def entry(page: Element, path: str) -> Element:
    """The entry whose first link leads to an utterance or proposition."""
    found = [
        each
        for each in page.iter("li")
        if any(link.get("href") == f"/{path}" for link in list(each.iter("a"))[:1])
    ]
    assert len(found) == 1, path
    return found[0]


def about(site: Site, **parameters: str) -> list[str]:
    """The names of what a page shows, in order."""
    page = site.page(Asked("timeline", {name: [value] for name, value in parameters.items()}))
    return [each.value.removeprefix(BASE) for each in page.about]


@pytest.mark.parametrize("path", [*SAID, *HAPPENED])
def test_times_are_as_close_as_the_text_has_them(found: list[Moment], path: str) -> None:
    kind, expected = (SAYING, SAID[path]) if path in SAID else (HAPPENING, HAPPENED[path])
    when = {(each.kind, each.node.value.removeprefix(BASE)): each.when for each in found}[kind, path]
    assert when.words == expected


def test_what_was_said_and_what_happened_are_told_apart(site: Site) -> None:
    page = shown(site)
    said, happened = entry(page, "utterance/a-13"), entry(page, "proposition/stepanakert-pictured-shelling")
    assert said.get("class") == "said"
    assert happened.get("class") == "happened"
    assert "Hikmet Hajiyev" in words(said)
    assert "on Sunday evening" in words(said)
    assert "inferred" in words(said)
    assert "The caption of the Associated Press report" in words(happened)
    assert "latest day only" in words(happened)
    assert len(classed(said, "said")) == len(classed(happened, "happened")) == 2
    assert classed(happened, "open")
    assert not classed(said, "open")


def test_a_denial_without_a_day_stands_apart(site: Site) -> None:
    last = shown(site, page="2")
    heads = [words(head) for head in last.iter("h2")]
    assert heads == ["Said on a day that is not given", "Said to have happened at a time without a date"]
    assert "Shushan Stepanyan" in words(entry(last, "utterance/a-15"))
    assert "Thursday" in words(entry(last, "utterance/b-4"))


def test_each_time_of_the_graph_is_shown_once(site: Site, found: list[Moment]) -> None:
    pages = [about(site, page=str(number)) for number in (1, 2)]
    everything = [path for page in pages for path in page]
    assert len(everything) == len(set(everything)) == len(found)
    utterances = {each.value.removeprefix(BASE) for each in site.reader.subjects(TYPE, cg("Utterance"))}
    assert utterances <= set(everything)
    alleged = "|".join(f"<{CG}alleged{name}>" for name in ("NotBefore", "NotAfter", "TimeExpression"))
    query = f"SELECT DISTINCT ?p {{ ?p {alleged} ?t }}"
    timed = {
        row[0].value.removeprefix(BASE) for row in site.reader.rows(query) if isinstance(row[0], ox.NamedNode)
    }
    assert timed <= set(everything)


def test_days_may_be_asked_for(site: Site) -> None:
    days = set(about(site, **{"from": "2020-10-01", "to": "2020-10-03"}))
    assert days == {"utterance/a-35", "utterance/a-38"}
    fourth = about(site, **{"from": "2020-10-04", "to": "2020-10-04", "kind": "happened"})
    assert set(fourth) == {
        "proposition/stepanakert-pictured-shelling",
        "proposition/stepanakert-pictured-building-burning",
        "proposition/fighting-on-2020-10-04",
        "proposition/fighting-on-sunday-morning",
    }


@pytest.mark.parametrize("text", ["yesterday", "2020-13-01", "2020-02-30", "20201004", "<b>", "٢٠٢٠-١٠-٠٤"])
def test_what_is_no_day_is_said_and_left_out(site: Site, text: str) -> None:
    page = shown(site, **{"from": text})
    assert f"“{text}” is no day" in words(classed(page, "problem")[0])
    assert len(about(site, **{"from": text})) == len(about(site))


def test_other_parameters_out_of_range_do_no_harm(site: Site) -> None:
    page = shown(site, **{"from": "2020-10-04", "to": "2020-10-01", "kind": "dreamt", "page": "-7"})
    assert len(classed(page, "problem")) == 2
    assert "Nothing is known to lie in these days." in words(page)
    assert about(site, page="999999") == about(site, page="2")


def moment(name: str, when: Span, kind: str = SAYING) -> Moment:
    return Moment(ox.NamedNode(f"http://e/{name}"), kind, when)


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(Store.from_nquads(b"", {}))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(st.sampled_from([Span(first, last), Span(first, first), Span(first), Span(None, last)]))


@given(st.lists(spans(), min_size=1, max_size=20))
def test_bars_stand_in_the_order_of_time_and_on_the_line(reader: Reader, times: list[Span]) -> None:
    ordered = sorted((moment(str(n), when) for n, when in enumerate(times)), key=lambda each: each.order)
    made = chapters(reader, ordered)
    entries = [[each for _, said, _ in chapter.groups for each in said] for chapter in made]
    assert [each.moment for part in entries for each in part] == ordered
    for part in entries:
        for each in part:
            assert each.bar is not None
            assert 4 <= each.bar.start <= each.bar.start + each.bar.width <= 92.02
            assert each.bar.open_left == (each.moment.when.first is None)
            assert each.bar.open_right == (each.moment.when.last is None)
        for one, other in pairwise(part):
            assert one.bar is not None
            assert other.bar is not None
            assert one.bar.start <= other.bar.start


@given(spans())
def test_words_and_precision_say_no_more_than_is_known(when: Span) -> None:
    if when.first is None:
        assert when.words.startswith("by ")
        assert when.precision == "latest day only"
    elif when.last is None:
        assert when.words.startswith("from ")
        assert when.precision == "earliest day only"
    else:
        assert (when.precision == "day") == (when.first == when.last)
        assert str(when.last.year) in when.words


@given(spans(), DAYS, st.integers(0, 400))
def test_a_stretch_of_days_takes_what_touches_it(when: Span, start: date, length: int) -> None:
    end = start + timedelta(days=length)
    kept = within([moment("x", when)], start, end, "")
    days = [each for each in (when.first, when.last) if each]
    assert bool(kept) == (min(days) <= end and max(days) >= start)
    assert within([moment("x", Span(expression="later"))], start, end, "") == []
    assert within([moment("x", Span())], None, None, SAYING) != []


@pytest.mark.parametrize(
    ("first", "last", "expected", "precision"),
    [
        ("2020-10-01", "2020-10-31", "October 2020", "month"),
        ("2020-02-01", "2020-02-29", "February 2020", "month"),
        ("2021-02-01", "2021-02-27", "between 1 February 2021 and 27 February 2021", "range"),
        ("1991-01-01", "1991-12-31", "1991", "year"),
        ("", "", "no date given", "no date"),
    ],
)
def test_months_and_years_are_called_so(first: str, last: str, expected: str, precision: str) -> None:
    when = Span(day(first), day(last))
    assert (when.words, when.precision) == (expected, precision)
