"""Shortened Turtle says what it said before."""

from __future__ import annotations

import pyoxigraph as ox
from hypothesis import example, given
from hypothesis import strategies as st

from claimgraph.prefixed import prefixed

PREFIXES = {
    "e": "http://e/",
    "deep": "http://e/deep/",
    "": "http://n#",
    "part": "http://e/a",
    "never": "http://never/",
}
IRIS = st.builds(
    lambda namespace, rest: ox.NamedNode(namespace + rest),
    st.sampled_from(["http://e/", "http://e/deep/", "http://n#", "http://other/"]),
    st.text("ab-_.09:%~/é'(", max_size=5).map(lambda text: text.replace("%", "%41")),
)
STRINGS = st.text("<http://e/a>\"\\'\n\r\t@prefix .;^é", max_size=12)
LITERALS = st.one_of(
    STRINGS.map(ox.Literal),
    STRINGS.map(lambda text: ox.Literal(text, language="en")),
    st.builds(lambda text, kind: ox.Literal(text, datatype=kind), STRINGS, IRIS),
    st.integers().map(ox.Literal),
)
TRIPLES = st.lists(st.builds(ox.Triple, IRIS, IRIS, st.one_of(IRIS, LITERALS)), max_size=8)
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
A, B = ox.NamedNode("http://e/a"), ox.NamedNode("http://e/b")


@given(TRIPLES)
@example([ox.Triple(A, TYPE, A)])
@example([ox.Triple(A, A, ox.Literal('"<http://e/a>'))])
def test_it_says_the_same(triples: list[ox.Triple]) -> None:
    written = ox.serialize(triples, format=ox.RdfFormat.TURTLE)
    assert written is not None
    shortened = prefixed(written, PREFIXES)
    again = {quad.triple for quad in ox.parse(shortened, format=ox.RdfFormat.TURTLE)}
    assert again == {*triples}


def test_names_are_short_and_only_their_prefixes_declared() -> None:
    triples = [
        ox.Triple(B, TYPE, ox.NamedNode("http://e/deep/b.c")),
        ox.Triple(B, ox.NamedNode("http://n#p"), ox.NamedNode("http://e/")),
        ox.Triple(B, ox.NamedNode("http://n#p"), ox.NamedNode("http://e/b.")),
        ox.Triple(B, ox.NamedNode("http://n#p"), ox.NamedNode("http://e/ab")),
    ]
    written = prefixed(ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b"", PREFIXES).decode()
    *head, body = written.split("\n", 4)
    assert head == [
        "@prefix : <http://n#> .",
        "@prefix deep: <http://e/deep/> .",
        "@prefix e: <http://e/> .",
        "@prefix part: <http://e/a> .",
    ]
    assert {"e:b", "a", "deep:b.c", ":p", "part:b", "<http://e/>", "<http://e/b.>"} <= {*body.split()}
