"""Where the SERVICE clauses of a query are, and what stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import QueryError, QueryRefused
from claimgraph.querytext import read_query
from claimgraph.services import Services

BASE = "http://base.example/sparql"
PREFIX = "PREFIX e: <http://e/> "


def beside(text: str) -> tuple[str, tuple[str, ...]]:
    """The last call of a query: what it is joined with, spaces made one, without the declarations."""
    services = Services(PREFIX + text, BASE)
    query, shared = services.beside(services.calls[-1], 5)
    return " ".join(query.partition("SELECT")[2].split()), shared


@pytest.mark.parametrize(
    ("text", "address", "silent"),
    [
        ("SELECT * { SERVICE <http://x/> { ?a ?b ?c } }", "http://x/", False),
        ("SELECT * { service silent <http://x/> { ?a ?b ?c } }", "http://x/", True),
        ("PREFIX x: <http://x/> ASK { SERVICE x:sparql { ?a ?b ?c } }", "http://x/sparql", False),
        (
            "SELECT * { S\\u0045RVICE # <http://no/>\n <http://x/#\\u0041> { ?a ?b ?c } }",
            "http://x/#A",
            False,
        ),
        ("SELECT * { SERVICE <other> { ?a ?b ?c } }", "http://base.example/other", False),
        ("SELECT * { ?s ?p 'SERVICE <http://no/> {' SERVICE <http://x/> { } }", "http://x/", False),
    ],
)
def test_a_call_is_read_as_the_grammar_says(text: str, address: str, silent: bool) -> None:
    (call,) = Services(text, BASE).calls
    assert (call.address, call.silent) == (address, silent)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p 'SERVICE <http://x/> { }' }",
        "SELECT * { ?service ?p ?o # SERVICE <http://x/> { }\n }",
        "PREFIX service: <http://e/> SELECT * { service:service ?p <http://SERVICE/> }",
    ],
)
def test_the_word_elsewhere_is_no_call(text: str) -> None:
    assert Services(text, BASE).calls == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE ?x { ?a ?b ?c } }",
        "SELECT * { SERVICE $x { ?a ?b ?c } }",
        "SELECT * { SERVICE y:z { ?a ?b ?c } }",
        "SELECT * { SERVICE <http://x/> { SERVICE <http://x/> { ?a ?b ?c } } }",
    ],
)
def test_an_address_that_cannot_be_checked_is_refused(text: str) -> None:
    with pytest.raises(QueryRefused) as caught:
        Services(text, BASE)
    assert caught.value.line == 1
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "SERVICE <http://x/> { }",
        "SELECT * { SERVICE }",
        "SELECT * { SERVICE <http://x/> }",
        "SELECT * { SERVICE <http://x/> { ?a",
    ],
)
def test_a_call_that_is_none_is_said(text: str) -> None:
    with pytest.raises(QueryError):
        Services(text, BASE)


def test_the_rows_stand_where_the_call_stood_and_nothing_moves() -> None:
    services = Services("SELECT * {\n ?s ?p ?o .\n SERVICE <http://x/> {\n ?o ?q ?r } ?r ?t ?u\n}", BASE)
    services.answer(services.calls[0], "{ VALUES (?o) { (1) } }")
    assert services.text() == "SELECT * {\n ?s ?p ?o .\n { VALUES (?o) { (1) } }\n ?r ?t ?u\n}"
    assert read_query(services.text()).form == "select"


def test_the_other_server_gets_the_pattern_with_its_prefixes() -> None:
    services = Services("PREFIX e: <http://e/>\nSELECT * { SERVICE <http://x/> { ?a e:p 1 } }", BASE)
    assert services.question(services.calls[0], "VALUES (?a) { (2) }") == (
        f"BASE <{BASE}>\nPREFIX e: <http://e/>\nSELECT * WHERE {{ ?a e:p 1 }} VALUES (?a) {{ (2) }}"
    )


CALL = "SERVICE <http://x/> { ?a e:q ?b }"


@pytest.mark.parametrize(
    ("text", "pattern", "shared"),
    [
        (f"SELECT * {{ ?s e:p ?a . {CALL} }}", "{ ?s e:p ?a . { } }", ("a",)),
        (f"SELECT * {{ {CALL} ?s e:p ?a }}", "{ { } ?s e:p ?a }", ("a",)),
        (f"SELECT * {{ ?s e:p ?a {CALL} ?s e:r ?b }}", "{ ?s e:p ?a { } ?s e:r ?b }", ("a", "b")),
        (f"SELECT * {{ {CALL} ?s e:p ?a OPTIONAL {{ ?b ?p ?o }} }}", "{ { } ?s e:p ?a }", ("a",)),
        (f"SELECT * {{ {CALL} BIND(1 AS ?a) }}", "", ()),
        (f"SELECT * {{ ?s e:p ?o {CALL} }}", "", ()),
        (f"SELECT * {{ ?s e:p ?a FILTER(?b > 1) FILTER NOT EXISTS {{ ?b ?p ?o }} {CALL} }}",
         "{ ?s e:p ?a { } }", ("a",)),
        (f"SELECT * {{ ?s e:p ?a FILTER regex(str(?b), '(') {CALL} }}", "{ ?s e:p ?a { } }", ("a",)),
        (f"SELECT * {{ ?s e:p ?a FILTER e:f(?b) {CALL} }}", "{ ?s e:p ?a { } }", ("a",)),
        (f"SELECT * {{ {{ ?s e:p ?a FILTER(?a > 1) }} UNION {{ ?a e:r ?s }} {CALL} }}",
         "{ { ?s e:p ?a FILTER(?a > 1) } UNION { ?a e:r ?s } { } }", ("a",)),
        (f"SELECT * {{ {CALL} {{ ?s e:p ?a }} UNION {{ ?a e:r ?s }} }}",
         "{ { } { ?s e:p ?a } UNION { ?a e:r ?s } }", ("a",)),
        (f"SELECT * FROM e:g FROM NAMED <h> {{ ?s e:p ?a {CALL} }}", "{ ?s e:p ?a { } }", ("a",)),  # noqa: S608
        (f"SELECT * {{ GRAPH ?g {{ ?s e:p ?a {CALL} }} }}", "{ GRAPH ?g { ?s e:p ?a { } } }", ("a",)),
        (f"SELECT * {{ ?x e:y ?b OPTIONAL {{ ?s e:p ?a {CALL} }} }}", "{ ?s e:p ?a { } }", ("a",)),
        (f"SELECT * {{ ?s e:p ?a SERVICE <http://y/> {{ ?b ?p ?o }} {CALL} }}",
         "{ ?s e:p ?a { } { } }", ("a", "b")),
    ],
)  # fmt: skip
def test_what_a_call_is_joined_with(text: str, pattern: str, shared: tuple[str, ...]) -> None:
    query, names = beside(text)
    assert names == shared
    dataset = "FROM e:g FROM NAMED <h> " if "FROM" in text else ""
    head = f"DISTINCT {' '.join('?' + name for name in shared)} {dataset}WHERE "
    assert query == (f"{head}{pattern} LIMIT 5" if pattern else "")


@given(st.text(st.sampled_from("SERVICE service<>{}()'\"#\\\n?ax:.0")))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        services = Services(text, BASE)
    except QueryError:
        return
    for call in services.calls:
        services.beside(call, 1)
    assert Services(services.text(), BASE).calls == []
