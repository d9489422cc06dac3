"""The format of an answer is the one the client likes best of those on offer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.negotiation import GRAPHS, HTML, RESULTS, choose, named, read_accept

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("header", "media_type"),
    [
        (None, "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/*", "application/sparql-results+json"),
        ("text/*", "text/csv"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/csv, */*", "text/csv"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.5, */*;q=0.6", "application/sparql-results+json"),
        ("text/csv;q=0, text/*", "text/tab-separated-values"),
        ("text/*;q=0.9, text/csv;q=0.1, application/sparql-results+xml;q=0.5", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("application/xml", "application/xml"),
        ("text/xml;charset=utf-8", "text/xml"),
        ("application/sparql-results+xml, application/sparql-results+json", "application/sparql-results+xml"),
        ('text/csv;header="a,b;c"', "text/csv"),
        ("text/csv ; Q=0.3 , text/html;q=0.2", "text/csv"),
        ("garbage, text/csv", "text/csv"),
        ("text/csv;q=2, text/tab-separated-values;q=0.1", "text/tab-separated-values"),
        (BROWSER, "text/html"),
        # The page is HTML and no XML.
        ("application/xhtml+xml", None),
        ("text/csv;header=absent;q=0.1, text/csv;q=0.9, application/json;q=0.5", "text/csv"),
        ("text/csv;q=0.1, text/csv;header=absent;q=0.9, application/json;q=0.5", "application/json"),
        ("text/csv;charset=UTF-8;q=0.1, application/json;q=0.5", "application/json"),
        ("image/png", None),
        ("text/turtle", None),
        ("*/csv", None),
        ("*/*;q=0", None),
        ("text/csv;q=0", None),
        (";;,,", None),
    ],
)
def test_rows(header: str | None, media_type: str | None) -> None:
    choice = choose(header, (*RESULTS, HTML))
    assert (choice.media_type if choice else None) == media_type


@pytest.mark.parametrize(
    ("header", "content_type"),
    [
        (None, "text/turtle; charset=utf-8"),
        ("text/plain", "text/plain; charset=utf-8"),
        ("application/n-triples", "application/n-triples"),
        ("application/rdf+xml, text/turtle;q=0.9", "application/rdf+xml"),
        ("application/ld+json", "application/ld+json"),
        ("application/sparql-results+json", None),
    ],
)
def test_triples(header: str | None, content_type: str | None) -> None:
    choice = choose(header, GRAPHS)
    assert (choice.content_type if choice else None) == content_type


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("csv", "text/csv"),
        (" JSON ", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("application/sparql-results xml", "application/sparql-results+xml"),
        ("application/json", "application/json"),
        ("turtle", None),
    ],
)
def test_names(name: str, media_type: str | None) -> None:
    choice = named(name, RESULTS)
    assert (choice.media_type if choice else None) == media_type


def test_no_name_stands_for_two_formats_of_one_kind() -> None:
    for offered in (RESULTS, GRAPHS):
        names = [name for each in (*offered, HTML) for name in (*each.names, each.media_type, *each.aliases)]
        assert len(names) == len(set(names))


TYPES = st.sampled_from(
    [each.media_type for each in (*RESULTS, *GRAPHS, HTML)] + ["text/*", "*/*", "image/png", "a/b"]
)
ELEMENTS = st.tuples(
    TYPES, st.sampled_from(["", ";q=0", ";q=0.5", ";q=1", "; q=0.001", ";charset=utf-8;q=0.7", ";x=y"])
)


@given(st.lists(ELEMENTS, min_size=1, max_size=6))
def test_the_choice_is_accepted_and_none_is_liked_better(elements: list[tuple[str, str]]) -> None:
    header = ", ".join(kind + rest for kind, rest in elements)
    ranges = read_accept(header)
    assert len(ranges) == len(elements)

    def weight(media_type: str) -> float:
        covering = [
            (each.specificity, -index, each.weight)
            for index, each in enumerate(ranges)
            if each.covers(media_type)
        ]
        return max(covering)[2] if covering else 0.0

    offered = (*RESULTS, HTML)
    best = max(weight(each.media_type) for each in offered)
    choice = choose(header, offered)
    if choice is None:
        assert best == 0
    else:
        assert weight(choice.media_type) >= best


@given(st.text(st.characters(codec="latin-1"), max_size=60))
def test_no_header_breaks_the_choice(header: str) -> None:
    assert choose(header, RESULTS) is None or choose(header, RESULTS).format in RESULTS  # type: ignore[union-attr]
