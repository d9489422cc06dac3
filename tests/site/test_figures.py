"""Figures: what the two articles say, number by number, and how it is drawn."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from xml.etree.ElementTree import Element

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.namespaces import BASE, CG
from claimgraph.site.chart import Mark, mark, panels
from claimgraph.site.figures import Figure, read_figures
from claimgraph.site.page import Asked
from claimgraph.site.qualifiers import in_digits, number, qualifier
from claimgraph.site.scale import LEFT, RIGHT, Scale, scale
from claimgraph.site.site import HTML, Site
from pagetree import classed, tree, words

# Read from the articles: number as qualified, harm, status and side as stated, sentence.
PEOPLE = {
    ("dozens", "killed", "status unspecified", "side unspecified", "article a, sentence 10"),
    ("1", "killed", "civilian", "side unspecified", "article a, sentence 19"),
    ("32", "injured", "status unspecified", "side unspecified", "article a, sentence 19"),
    ("number not given", "wounded", "civilian", "side unspecified", "article a, sentence 21"),
    ("nearly 200", "killed", "military", "Nagorno-Karabakh (authorities)", "article a, sentence 27"),
    ("18", "killed", "civilian", "Nagorno-Karabakh (authorities)", "article a, sentence 28"),
    (
        "more than 90",
        "wounded",
        "status unspecified",
        "Nagorno-Karabakh (authorities)",
        "article a, sentence 28",
    ),
    ("not disclosed", "harm unspecified", "military", "Azerbaijan", "article a, sentence 29"),
    ("24", "killed", "civilian", "Azerbaijan", "article a, sentence 29"),
    ("111", "wounded", "status unspecified", "Azerbaijan", "article a, sentence 29"),
    ("an estimated 30,000", "killed", "status unspecified", "side unspecified", "article a, sentence 32"),
    ("30,000", "killed", "status unspecified", "side unspecified", "article b, sentence 12"),
    ("at least 90", "killed", "civilian", "Azerbaijan", "article b, sentence 18"),
    ("392, qualifier unclear", "injured", "civilian", "Azerbaijan", "article b, sentence 18"),
}
BUILDINGS = {
    ("number not given", "houses", "article b, sentence 2"),
    ("about 2,406", "houses", "article b, sentence 19"),
    ("92, qualifier unclear", "apartment buildings", "article b, sentence 19"),
    ("423, qualifier unclear", "public buildings", "article b, sentence 19"),
}
OTHERS = {
    ("several hundred thousands", "article a, sentence 9"),
    ("about 100", "article a, sentence 9"),
    ("about 60", "article a, sentence 9"),
    ("about 3", "article a, sentence 31"),
    ("1", "article b, sentence 4"),
    ("5 at the most", "article b, sentence 5"),
    ("3 at the most", "article b, sentence 5"),
    ("3", "article b, sentence 15"),
    ("3", "article b, sentence 17"),
    ("7", "article b, sentence 20"),
}


@pytest.fixture(scope="session")
def found(site: Site) -> list[Figure]:
    return read_figures(site.reader)


@pytest.fixture(scope="session")
def page(site: Site) -> Element:
    return tree(site.render(Asked("figures"), HTML).body)


def table_row(page: Element, figure: str) -> Element:
    """The row of the table whose head links to a figure or a proposition."""
    rows = [
        row
        for row in page.iter("tr")
        if any(link.get("href") == f"/{figure}" for head in row.iter("th") for link in head.iter("a"))
    ]
    assert len(rows) == 1, figure
    return rows[0]


def plot(page: Element, figure: str) -> Element:
    """The drawing of a figure, by the end of its name."""
    name = figure.rpartition("/")[2]
    drawn = [each for each in classed(page, "plot") if f"-{name}-t " in f"-{each.get('aria-labelledby')} "]
    assert len(drawn) == 1, figure
    return drawn[0]


def sentences(figure: Figure) -> set[str]:
    return {place.words for claim in figure.claims for place in claim.places}


def test_people_killed_and_hurt_are_those_of_the_articles(site: Site, found: list[Figure]) -> None:
    label = site.reader.label
    read = {
        (figure.words, label(figure.harm), label(figure.status), label(figure.side), sentence)
        for figure in found
        if figure.harm and figure.status and figure.side
        for sentence in sentences(figure)
    }
    assert read == PEOPLE


def test_damage_and_other_numbers_are_those_of_the_articles(site: Site, found: list[Figure]) -> None:
    damage = {
        (figure.words, site.reader.label(each), sentence)
        for figure in found
        for each in figure.objects
        for sentence in sentences(figure)
    }
    assert damage == BUILDINGS
    rest = {
        (figure.words, sentence)
        for figure in found
        if not figure.harm and not figure.objects
        for sentence in sentences(figure)
    }
    assert rest >= OTHERS


def test_no_number_of_the_graph_is_lost_on_the_page(site: Site, page: Element) -> None:
    query = f"SELECT ?figure ?value {{ ?p <{CG}figure> ?figure OPTIONAL {{ ?figure <{CG}value> ?value }} }}"
    rows = site.reader.rows(query)
    assert len(rows) > 30
    for figure, value in rows:
        assert isinstance(figure, ox.NamedNode)
        path = figure.value.removeprefix(BASE)
        row = table_row(page, path)
        assert plot(page, path) is not None
        if isinstance(value, ox.Literal):
            assert f"{int(value.value):,}" in words(next(row.iter("th")))


def test_what_is_not_disclosed_is_neither_nought_nor_a_place_on_the_line(page: Element) -> None:
    row = table_row(page, "figure/a-29-military")
    assert "not disclosed" in words(row)
    assert "Authorities of Azerbaijan" in words(row)
    drawing = plot(page, "figure/a-29-military")
    assert classed(drawing, "gap")
    assert not list(drawing.iter("circle"))
    assert not re.search(r"\b0\b", words(drawing))


def test_others_come_on_top_and_later_numbers_update(page: Element) -> None:
    assert "In addition to: One civilian was killed in Ganja." in words(
        table_row(page, "figure/a-19-injured")
    )
    later = words(table_row(page, "figure/b-18-killed"))
    assert "Updates: Twenty-four civilians" in later
    assert "counted from 27 September 2020" in later
    assert "“Thursday”" in later or "Thursday" in later
    assert "Updated by: At least 90 civilians" in words(table_row(page, "figure/a-29-killed"))


def test_which_numbers_are_contested_and_which_differ(page: Element) -> None:
    for figure in ("figure/a-32-killed", "figure/b-12-killed"):
        assert "Another account: " in words(table_row(page, figure))
    assert "Nobody contests it" in words(table_row(page, "figure/a-27-killed"))
    villages = words(table_row(page, "figure/a-25-villages"))
    assert "Contested by" in villages
    assert "may negate" in villages


def test_the_speaker_of_a_number_without_one_stays_open(page: Element) -> None:
    row = words(table_row(page, "figure/a-28-killed"))
    assert "Officials of Nagorno-Karabakh or The body of the Associated Press report" in row
    assert "(left open)" in row


def test_numbers_are_never_added_up(page: Element) -> None:
    shown = {int(text.replace(",", "")) for text in re.findall(r"\b\d[\d,]*\b", words(page))}
    killed_and_wounded = (18 + 24, 24 + 90, 1 + 32, 111 + 392, 200 + 18, 2406 + 92 + 423)
    assert shown.isdisjoint(killed_and_wounded)


@pytest.mark.parametrize(
    ("figure", "ends", "shape"),
    [
        ("a-19-killed", "", "dot"),
        ("a-27-killed", "left", "hollow"),
        ("a-28-wounded", "right", "hollow"),
        ("b-18-killed", "right", "dot"),
        ("b-5-km", "left", "dot"),
        ("b-19-houses", "soft", "dot"),
        ("a-32-killed", "soft", "dot"),
        ("b-18-injured", "unclear", "dot"),
    ],
)
def test_ends_are_open_where_the_words_leave_them_open(
    page: Element, figure: str, ends: str, shape: str
) -> None:
    drawing = plot(page, f"figure/{figure}")
    opened = [each.get("d", "") for each in classed(drawing, "open")]
    assert [path.startswith("M7") for path in opened] == {"right": [True], "left": [False]}.get(ends, [])
    assert bool(classed(drawing, "soft")) == (ends == "soft")
    assert bool(classed(drawing, "unclear")) == (ends == "unclear")
    assert len(classed(drawing, shape)) == 1


def test_every_drawing_has_a_title_and_a_description(page: Element) -> None:
    drawings = classed(page, "plot")
    assert len(drawings) > 30
    names = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(names) == len(set(names))
    for drawing in drawings:
        assert drawing.get("role") == "img"
        assert set(drawing.get("aria-labelledby", "").split()) <= set(names)
        assert all(words(next(drawing.iter(part))) for part in ("title", "desc"))
    assert not [each for each in page.iter() if each.get("style")]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"event": ["ganja-reported-2020-10-04"]}, {"figure/a-19-killed", "figure/a-19-injured"}),
        (
            {"side": ["nagorno-karabakh"], "article": ["a"]},
            {f"figure/a-{n}" for n in ("27-killed", "28-killed", "28-wounded")},
        ),
        ({"side": ["nagorno-karabakh"], "article": ["b"]}, set()),
    ],
)
def test_filters_narrow_what_is_shown(
    site: Site, parameters: dict[str, list[str]], expected: set[str]
) -> None:
    shown = site.page(Asked("figures", parameters)).about
    assert {each.value.removeprefix(BASE) for each in shown} == expected


def test_a_filter_that_nothing_has_is_said_and_left_out(site: Site, found: list[Figure]) -> None:
    rendered = site.render(Asked("figures", {"event": ['"><script>']}), HTML)
    page = tree(rendered.body)
    assert rendered.status == 200
    assert "No figure has the event" in words(classed(page, "problem")[0])
    assert len(classed(page, "plot")) == len(found)
    assert not [each for each in page.iter("script") if not each.get("type")]


def test_one_figure_has_a_page_with_those_beside_it(site: Site) -> None:
    page = tree(site.render(Asked("figure/a-29-killed"), HTML).body)
    assert {
        words(next(row.iter("th"))).split(" ")[0] for row in page.iter("tr") if row.find("th") is not None
    } >= {
        "24",
        "111",
        "at",
    }
    gap = site.page(Asked("proposition/azerbaijan-military-casualties-undisclosed"))
    assert gap.template == "figure.html"
    assert gap.title.startswith("not disclosed")


NUMBERS = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_a_greater_number_never_stands_left_of_a_smaller_one(values: list[Decimal]) -> None:
    line = scale(values)
    assert line is not None
    places = [line.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(LEFT <= place <= RIGHT for place in places)


@given(st.lists(NUMBERS, min_size=1, max_size=12))
def test_the_numbers_along_a_line_are_few_and_in_order(values: list[Decimal]) -> None:
    line = scale(values)
    assert line is not None
    ticks = line.ticks
    assert 1 <= len(ticks) <= 8
    assert [tick.at for tick in ticks] == sorted({tick.at for tick in ticks})
    assert len({tick.words for tick in ticks}) == len(ticks)


def test_one_and_two_thousand_can_both_be_told_from_the_ends() -> None:
    line = scale([Decimal(1), Decimal(18), Decimal(2406)])
    assert line is not None
    assert line.steps
    assert line.factor == 10
    assert LEFT <= line.at(Decimal(1)) < line.at(Decimal(18)) - 10 < line.at(Decimal(2406)) - 20 < RIGHT
    assert not scale([Decimal(1), Decimal(3)]).steps  # type: ignore[union-attr]
    assert scale([]) is None


@given(
    NUMBERS.filter(lambda value: value > 0),
    st.sampled_from(
        [
            "Unqualified",
            "AtLeast",
            "MoreThan",
            "Nearly",
            "UpTo",
            "About",
            "Estimated",
            "QualifierReachUnclear",
            "Sundry",
        ]
    ),
)
def test_a_mark_is_open_on_the_side_that_the_qualifier_opens(value: Decimal, name: str) -> None:
    kind = qualifier(ox.NamedNode(f"{CG}{name}"), name)
    figure = Figure(ox.NamedNode("http://e/f"), ox.NamedNode("http://e/p"), value, qualifier=kind, words="x")
    line = scale([value])
    drawn = mark(figure, line)
    assert drawn.right == (name in ("AtLeast", "MoreThan"))
    assert drawn.left == (name in ("Nearly", "UpTo"))
    assert drawn.hollow == (name in ("MoreThan", "Nearly"))
    assert drawn.soft == (name in ("About", "Estimated", "Sundry"))
    assert drawn.unclear == (name == "QualifierReachUnclear")
    assert in_digits(value) in kind.words.format(in_digits(value))
    assert mark(replace(figure, value=None), line) == Mark(None, "x")


def test_panels_of_people_share_one_line(site: Site, found: list[Figure]) -> None:
    made = panels(site.reader, found)
    assert made[0].title == "People: killed"
    lines: set[Scale | None] = {panel.scale for panel in made if panel.title.startswith("People")}
    assert len(lines) == 1
    assert sum(len(panel.rows) for panel in made) == len(found)


@pytest.mark.parametrize(
    ("text", "digits"), [("18", "18"), ("2406", "2,406"), ("1.50", "1.5"), ("1E+3", "1,000")]
)
def test_numbers_are_read_and_written(text: str, digits: str) -> None:
    value = number(text)
    assert value is not None
    assert in_digits(value) == digits


@pytest.mark.parametrize("text", ["", "many", "NaN", "INF", "-Infinity"])
def test_what_has_no_place_on_a_line_is_no_number(text: str) -> None:
    assert number(text) is None
