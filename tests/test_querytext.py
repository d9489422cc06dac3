"""What a query is, as far as its words show it."""

from __future__ import annotations

import pytest

from claimgraph.errors import QueryFailed, QueryRefused
from claimgraph.querytext import read_query


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "select"),
        ("# DESCRIBE\nPREFIX ask: <http://e/>\nask{}", "ask"),
        ("construct where { ?s ?p ?o }", "construct"),
        ("DESCRIBE<http://e/>", "describe"),
        (r"\u0041SK { }", "ask"),
    ],
)
def test_the_form_is_that_of_the_first_word(text: str, form: str) -> None:
    assert read_query(text).form == form


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX e: <http://e/> delete where { ?s ?p ?o }",
        "# SELECT\nLOAD <http://e/>",
        "CLEAR ALL",
        "DROP GRAPH <http://e/g>",
        "WITH <http://e/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; INSERT DATA { <a:a> <a:b> <a:c> }",
        r"\u0049NSERT DATA { <a:a> <a:b> <a:c> }",
        "CREATE GRAPH <http://e/g>",
        "COPY <http://e/g> TO <http://e/h>",
    ],
)
def test_updates_are_refused(text: str) -> None:
    with pytest.raises(QueryRefused, match="update") as caught:
        read_query(text)
    assert caught.value.line
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        'ASK { ?s ?p "INSERT DELETE" }',
        "ASK { ?insert ?load ?drop }",
        "PREFIX add: <http://e/> ASK { add:copy ?p ?o } # LOAD",
    ],
)
def test_words_of_updates_elsewhere_are_no_update(text: str) -> None:
    assert read_query(text).form == "ask"


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("", "no query", (1, 1)),
        ("# nothing\n", "no query", (1, 1)),
        ("PREFIX e: <http://e/>", "no query", (1, 1)),
        ("{ ?s ?p ?o }", "should begin", (1, 1)),
        ("\n SELCT * { }", "`SELCT` is not a word", (2, 2)),
        ("ASK { ?s A ?o }", "`A` is not a word", (1, 10)),
        ("ASK { ?s\n e:p ?o }", "`e:` is not declared", (2, 2)),
        ("ASK { ?s ?p 'x }", "quotation marks", (1, 13)),
        ("\\u0041SK { ?s ?p 'x }", "quotation marks", (1, 18)),
        ("\\u0041SK { ?s e:p ?o }", "not declared", (1, 15)),
    ],
)
def test_what_is_not_sparql_is_told_with_its_place(text: str, message: str, place: tuple[int, int]) -> None:
    with pytest.raises(QueryFailed, match=message) as caught:
        read_query(text)
    assert (caught.value.line, caught.value.column) == place
    assert caught.value.remedy


def test_a_known_prefix_is_proposed_with_its_iri() -> None:
    with pytest.raises(QueryFailed) as caught:
        read_query("ASK { ?s cg:p ?o }", known={"cg": "https://w3id.org/claimgraph/ontology/"})
    assert "PREFIX cg: <https://w3id.org/claimgraph/ontology/>" in caught.value.remedy


def test_the_dataset_clauses_are_read() -> None:
    query = read_query(
        "PREFIX e: <http://e/> SELECT * FROM e:a FROM <b> FROM NAMED <http://e/c> { ?s ?p 'FROM <d>' }",
        "http://base/x",
    )
    assert query.default_graphs == ("http://e/a", "http://base/b")
    assert query.named_graphs == ("http://e/c",)


def test_a_query_without_dataset_clauses_has_none() -> None:
    query = read_query("SELECT * { GRAPH ?from { ?s ?p ?o } }")
    assert query.default_graphs is None
    assert query.named_graphs is None


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("SELECT * { ?s ?p ?o } ORDER BY ?s", True),
        ("SELECT * { { SELECT * { ?s ?p ?o } ORDER BY ?s } }", False),
        ("SELECT * { ?order ?p 'ORDER BY' }", False),
    ],
)
def test_only_the_outer_order_counts(text: str, ordered: bool) -> None:
    assert read_query(text).ordered is ordered
