"""Answers in the formats of the web."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest

from claimgraph.errors import QueryFailed
from claimgraph.store import Store

QUADS = b"""\
<http://e/a> <http://e/p> "x, \\"y\\""@en <http://e/g> .
<http://e/a> <http://e/q> "1"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .
"""
PREFIXES = {"e": "http://e/", "f": "http://f/"}


@pytest.fixture
def store() -> Store:
    return Store.from_nquads(QUADS, PREFIXES)


def test_rows_in_each_format(store: Store) -> None:
    text = "SELECT ?o ?none { <http://e/a> <http://e/p> ?o }"
    json_rows = json.loads(store.query(text).serialise(ox.QueryResultsFormat.JSON))
    assert json_rows["results"]["bindings"] == [
        {"o": {"type": "literal", "value": 'x, "y"', "xml:lang": "en"}}
    ]
    assert store.query(text).serialise(ox.QueryResultsFormat.CSV) == b'o,none\r\n"x, ""y""",\r\n'
    assert store.query(text).serialise(ox.QueryResultsFormat.TSV) == b'?o\t?none\n"x, \\"y\\""@en\t\n'
    xml = ox.parse_query_results(
        store.query(text).serialise(ox.QueryResultsFormat.XML), format=ox.QueryResultsFormat.XML
    )
    assert isinstance(xml, ox.QuerySolutions)
    assert [row["o"] for row in xml] == [ox.Literal('x, "y"', language="en")]


def test_triples_in_each_format_come_once(store: Store) -> None:
    text = "CONSTRUCT { <http://e/a> a <http://e/T> } WHERE { { ?s ?p ?o } UNION { ?s ?p ?o } }"
    for into in (ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD):
        assert len(list(ox.parse(store.query(text).serialise(into), format=into))) == 1


def test_turtle_has_the_prefixes_it_needs_and_no_others(store: Store) -> None:
    turtle = store.query("DESCRIBE <http://e/a>").serialise(ox.RdfFormat.TURTLE).decode()
    assert "@prefix e: <http://e/> ." in turtle
    assert "@prefix f:" not in turtle
    assert "e:a e:" in turtle


def test_yes_and_no(store: Store) -> None:
    assert store.query("ASK { ?s ?p 1 }")
    assert not store.query("ASK { ?s ?p 2 }")
    assert (
        json.loads(store.query("ASK { ?s ?p 2 }").serialise(ox.QueryResultsFormat.JSON))["boolean"] is False
    )


@pytest.mark.parametrize("kind", [ox.QueryResultsFormat.XML, ox.RdfFormat.RDF_XML])
def test_xml_is_not_written_malformed(kind: ox.QueryResultsFormat | ox.RdfFormat) -> None:
    store = Store.from_nquads(b'<http://e/a> <http://e/p> "a\\u0001b" <http://e/g> .\n')
    verb = "SELECT ?o" if isinstance(kind, ox.QueryResultsFormat) else "CONSTRUCT"
    with pytest.raises(QueryFailed, match="control character"):
        store.query(f"{verb} WHERE {{ ?s ?p ?o }}").serialise(kind)


def test_rdfxml_is_not_written_with_a_property_it_cannot_name() -> None:
    store = Store.from_nquads(b'<http://e/a> <http://e/1> "x" <http://e/g> .\n')
    with pytest.raises(QueryFailed, match="<http://e/1>"):
        store.query("CONSTRUCT WHERE { ?s ?p ?o }").serialise(ox.RdfFormat.RDF_XML)


def test_the_kinds_of_answer_are_kept_apart(store: Store) -> None:
    with pytest.raises(TypeError):
        store.query("CONSTRUCT WHERE { ?s ?p ?o }").serialise(ox.QueryResultsFormat.CSV)
    with pytest.raises(TypeError):
        store.query("ASK { }").serialise(ox.RdfFormat.TURTLE)
    assert store.query("ASK { }").variables == []


def test_an_answer_is_read_once_and_lets_go_of_the_result(store: Store) -> None:
    answer = store.query("SELECT * { ?s ?p ?o }")
    assert len(list(answer.rows())) == 2
    assert answer.variables == ["o", "p", "s"]
    with pytest.raises(TypeError, match="read already"):
        answer.serialise(ox.QueryResultsFormat.CSV)
