"""The store answers from local graphs only, and its default graph is their union."""

from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest

from claimgraph.errors import QueryFailed, QueryRefused, ReleaseError
from claimgraph.glance import glance
from claimgraph.settings import DEFAULTS
from claimgraph.store import Store, parse

APART = b"""\
<http://e/a> <http://e/p> "1" <http://e/g1> .
<http://e/b> <http://e/p> "2" <http://e/g2> .
<http://e/c> <http://e/p> "3" <http://e/g2> .
"""
OVERLAPPING = APART + b'<http://e/a> <http://e/p> "1" <http://e/g2> .\n'
VALUES = "SELECT ?o {clauses} {{ ?s ?p ?o }}"


def values(store: Store, clauses: str = "", **graphs: list[str]) -> Counter[str]:
    answer = store.query(VALUES.format(clauses=clauses), None, graphs.get("default"), graphs.get("named"))
    return Counter(row[0].value for row in answer.rows())  # type: ignore[union-attr]


@pytest.fixture(params=[APART, OVERLAPPING], ids=["apart", "overlapping"])
def store(request: pytest.FixtureRequest) -> Store:
    return Store.from_nquads(request.param)


def test_the_default_graph_is_the_union_with_each_triple_once(store: Store) -> None:
    assert values(store) == Counter("123")
    assert len(store) == 3


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("FROM <http://e/g1>", Counter("1")),
        ("FROM <http://e/g1> FROM <http://e/g2>", Counter("123")),
        ("FROM <http://e/g1> FROM <http://e/g1>", Counter("1")),
        ("FROM NAMED <http://e/g1>", Counter()),
    ],
)
def test_from_selects_local_graphs(store: Store, clauses: str, expected: Counter[str]) -> None:
    assert values(store, clauses) == expected


def test_from_named_selects_what_graph_can_reach(store: Store) -> None:
    names = [
        row[0]
        for row in store.query("SELECT DISTINCT ?g FROM NAMED <http://e/g2> { GRAPH ?g { ?s ?p ?o } }").rows()
    ]
    assert names == [ox.NamedNode("http://e/g2")]


def test_the_graphs_of_the_protocol_outweigh_from(store: Store) -> None:
    assert values(store, "FROM <http://e/g2>", default=["http://e/g1"]) == Counter("1")
    assert values(store, "FROM <http://e/g2>", named=["http://e/g1"]) == Counter()


def test_merged_default_graphs_leave_named_graphs_as_they_are() -> None:
    text = (
        "SELECT ?g ?o FROM <http://e/g1> FROM <http://e/g2> FROM NAMED <http://e/g2> "
        "{ GRAPH ?g { ?s ?p ?o } }"
    )
    rows = [row[1].value for row in Store.from_nquads(OVERLAPPING).query(text).rows()]  # type: ignore[union-attr]
    assert sorted(rows) == ["1", "2", "3"]


@pytest.mark.parametrize(
    "source",
    [
        "file:///etc/passwd",
        "http://e/none",
        "http://127.0.0.1:1/",
        "data.ttl",
        "urn:x-arq:UnionGraph",
        "http://e/g",
    ],
)
@pytest.mark.parametrize("clause", ["FROM", "FROM NAMED"])
def test_any_other_graph_is_not_there(store: Store, source: str, clause: str) -> None:
    with pytest.raises(QueryFailed, match="has no graph") as caught:
        store.query(f"SELECT * {clause} <{source}> {{ ?s ?p ?o }}", "http://127.0.0.1/sparql")
    assert "GRAPH ?g" in caught.value.remedy


def test_a_graph_name_that_is_nearly_right_is_corrected(store: Store) -> None:
    with pytest.raises(QueryFailed) as caught:
        store.query("SELECT * FROM <http://e/G1> { ?s ?p ?o }")
    assert "Did you mean <http://e/g1>?" in caught.value.remedy


def test_quads_that_are_none_are_refused() -> None:
    with pytest.raises(ReleaseError, match="not N-Quads"):
        Store.from_nquads(b"<http://e/a> .\n")


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("SELECT * {\n ?s ?p }", "at `}`", (2, 8)),
        ("SELECT * { ?s ?p ?o", "`{` is never closed", (1, 18)),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o }", "neither grouped", (1, 39)),
        ("SELECT * { ?s <relative> ?o }", "relative without", (1, 15)),
        ("SELECT * { ?s ?p ?o } SELECT * { }", "at `SELECT`", (1, 23)),
        ("SELECT * { # '\n ?s <http://e/#x> 'service' 'x' }", "at `}`", (2, 33)),
        (
            "SELECT * { ?s <http://e/#x> 'service' ?p <http://service/#x> }",
            "at `<http://service/#x>`",
            (1, 42),
        ),
    ],
)
def test_a_syntax_error_has_its_place_in_the_query_as_written(
    text: str, message: str, place: tuple[int, int] | None
) -> None:
    with pytest.raises(QueryFailed, match=message) as caught:
        parse(text)
    assert caught.value.remedy
    if place:
        assert (caught.value.line, caught.value.column) == place


def test_the_vocabulary_is_what_is_used_as_class_or_property() -> None:
    prefixes = {"p": "http://e/", "a": "http://e/deep/", "x": "http://x/", "t": "http://t/"}
    store = Store.from_nquads(
        b"<http://x/a> <http://e/p> <http://x/b> <http://e/g> .\n"
        b"<http://x/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://t/T> <http://e/g> .\n",
        prefixes,
    )
    assert store.vocabulary() == {"p": "http://e/", "t": "http://t/"}


def test_what_cannot_be_evaluated_is_told(store: Store) -> None:
    with pytest.raises(QueryFailed, match="custom function"):
        list(store.query("SELECT (<http://e/f>(1) AS ?x) { }").rows())


def test_updates_are_refused(store: Store) -> None:
    with pytest.raises(QueryRefused):
        store.query("DELETE WHERE { ?s ?p ?o }")
    assert len(store) == 3


def test_relative_iris_resolve_against_the_base(store: Store) -> None:
    rows = list(store.query("SELECT (<x> AS ?iri) { }", "http://base/sparql").rows())
    assert rows == [(ox.NamedNode("http://base/x"),)]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT ?s ?t { ?s <http://e/p>* ?t }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "ASK { <http://e/a> ?p ?o }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "DESCRIBE <http://e/a>",
        "SELECT * { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o GRAPH ?g { ?s ?q 2 } }",
        "SELECT * FROM <http://e/g1> { ?s ?p ?o }",
    ],
)
def test_a_light_copy_answers_alike(store: Store, query: str) -> None:
    def answered(graphs: list[str] | None) -> Counter[str]:
        seen = glance(query, DEFAULTS)
        if seen is None:
            answer = store.query(query, None, graphs)
        else:
            answer = store.run(query, seen.form, None, graphs, plain=not seen.graphs)
        if answer.form == "ask":
            return Counter([str(bool(answer))])
        return Counter(map(str, answer.rows() if answer.form == "select" else answer.triples()))

    cases: list[list[str] | None] = [None, ["http://e/g2"]]
    before = [answered(graphs) for graphs in cases]
    store.lighten()
    assert [answered(graphs) for graphs in cases] == before


def test_statements_come_with_their_graphs_and_never_with_the_copy(store: Store) -> None:
    for _ in range(2):
        graphs = {quad.graph_name for quad in store.quads(None, None, None)}
        assert graphs == {ox.NamedNode(name) for name in store.named_graphs}
        assert {quad.triple for quad in store.triples(None, None, None)} == {
            quad.triple for quad in store.quads(None, None, None)
        }
        store.lighten()
    assert len(list(store.triples(None, None, None))) == len(store)
