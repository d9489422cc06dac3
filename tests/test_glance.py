"""What a glance lets through, a close reading would let through just so, or the engine refuses it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimgraph.errors import QueryFailed
from claimgraph.glance import glance
from claimgraph.lexer import tokens, words
from claimgraph.querytext import read_query
from claimgraph.settings import SERVED, Settings

QUERIES = sorted((Path(__file__).parents[1] / "data" / "queries").glob("*.rq"))
BEGINNINGS = [
    "SELECT * { ?s ?p ?o ",
    "ask { ?s a e:x ",
    "PREFIX e: <http://e/> SELECT ?s WHERE { ?s e:p/e:q* ?o ",
    "BASE <http://e/> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p <o> ",
    "DESCRIBE <http://e/> ",
    "PREFIX FROM: <http://e/> PREFIX : <http://f/> SELECT * ",
    "VERSION '1.2' ASK { ",
    "",
]
PIECES = [
    *("GRAPH ?g", "GRAPH <g>", "GRAPHe:x", "graph:x", "{ ?s ?p ?o }", ":graph", "e:graph", "1GRAPH"),
    *(
        "SELECT",
        "ASK",
        "DESCRIBE",
        "PREFIX",
        "prefix",
        "BASE",
        "FROM",
        "from",
        "NAMED",
        "WHERE",
        "VALUES",
        "IN",
    ),
    *(
        "FILTER",
        "BIND",
        "OPTIONAL",
        "UNION",
        "MINUS",
        "EXISTS",
        "GRAPH",
        "ORDER BY",
        "LIMIT 1",
        "UNDEF",
        "AS",
    ),
    *(
        "NOW()",
        "rand()",
        "BNODE()",
        "UUID()",
        "count(*)",
        "STRLEN(?s)",
        "isIRI(?s)",
        "Select",
        "a",
        "A",
        "true",
    ),
    *(
        "INSERT",
        "DROP",
        "LOAD",
        "SERVICE",
        "silent",
        "service",
        "\u017fervice",
        "1SERVICE",
        "SERVICE:x",
        "LATERAL { SELECT * { ?s ?p ?o } }",
        "LIMIT1",
        "fROM",
    ),
    *(
        "e:",
        "e:x",
        ":x",
        ":",
        "FROM:x",
        "from:x",
        "NAMED:x",
        "FILTER:x",
        "e:x.",
        "e:\\-x",
        "<http://e/g>",
        "<",
    ),
    *(
        "<g>",
        "?x",
        "$x",
        "?from",
        "1",
        "1.5e3",
        ".",
        ";",
        ",",
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        "*",
        "/",
        "^",
        "|",
    ),
    *(
        "'x'",
        '"FROM"',
        "'''\n'''",
        '"',
        "'",
        "@en",
        "@",
        "_:b",
        "_x",
        "^^",
        "=",
        "!=",
        "&&",
        "||",
        "!",
        "-",
        "+",
    ),
    *(
        "# FROM <g>\n",
        "#",
        "\n",
        "\\",
        "\\u0041",
        "\u0410",
        "\u00e9:x",
        "foo",
        "x.y",
        "FROM<g>",
        "?xFROM",
        "1FROM",
    ),
]
TEXTS = st.builds(
    lambda beginning, pieces, glue: beginning + glue.join(pieces),
    st.sampled_from(BEGINNINGS),
    st.lists(st.sampled_from(PIECES), max_size=12),
    st.sampled_from(["", " "]),
)


def accepted(text: str) -> bool:
    try:
        ox.Store().query(text, base_iri="http://e/")
    except SyntaxError:
        return False
    except (ValueError, OSError, RuntimeError):
        return True
    return True


def from_a_graph(text: str) -> bool:
    """Whether what stands in a named graph only changes what a query gives."""
    bare, filled = ox.Store(), ox.Store()
    filled.add(ox.Quad(*[ox.NamedNode("http://e/x")] * 3, ox.NamedNode("http://e/g")))
    answers = []
    for store in (bare, filled):
        try:
            result = store.query(text, base_iri="http://e/")
        except (ValueError, OSError, RuntimeError):
            return False
        answers.append(bool(result) if isinstance(result, ox.QueryBoolean) else len(list(result)))
    return answers[0] != answers[1]


def agrees(text: str, limits: Settings = SERVED) -> bool:
    seen = glance(text, limits)
    if seen is None or not accepted(text):
        return False
    # Without data, an answer from a graph that is asked for differs from one that is not.
    assert seen.graphs or not from_a_graph(text)
    try:
        query = read_query(text, "http://e/", {}, limits)
    except QueryFailed:
        # The engine takes words that are run together for two.
        return False
    graphs = query.default_graphs, query.named_graphs
    assert (query.form, query.text, graphs, query.volatile) == (seen.form, text, (None, None), False)
    return True


@settings(max_examples=1500, deadline=None)
@given(TEXTS)
@example("PREFIX : <http://e/> SELECT * FROM:g { }")
@example("PREFIX : <http://e/> SELECT * from:g { }")
@example("SELECT * FROM<g>{ }")
@example("PREFIX FROM: <http://e/> PREFIX : <http://f/> SELECT * FROM:g { }")
@example("SELECT * { ?s ?p ?o } PREFIX FROM: <http://e/>")
@example("SELECT * { ?s ?p 1FROM <g> }")
@example("SELECT(NOW()AS?x){}")
@example("SELECT(1AS?x){}")
@example("PREFIX select: <http://e/> ASK { select:x a select:y }")
@example("PREFIX a: <http://e/> { SELECT * {} }")
def test_what_is_let_through_is_read_alike(text: str) -> None:
    agrees(text)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(
        st.sampled_from(["?s ?p ?o .", "?s a ?o ;", "FILTER(?o > 1)", "OPTIONAL { ?s ?q ?r }"]), max_size=4
    ),
    st.sampled_from(
        ["", "# a comment", "\n#", "LIMIT 3", "ORDER BY ?s", "GROUP BY ?s", "VALUES ?s { <a:b> }"]
    ),
)
def test_most_queries_need_no_more(patterns: list[str], after: str) -> None:
    text = f"SELECT ?s WHERE {{ {' '.join(patterns)} }} {after}"
    assert agrees(text) is accepted(text)


@pytest.mark.parametrize(
    ("text", "graphs"),
    [
        ("PREFIX e: <http://e/graph/> SELECT ?graph { ?graph e:graph 'GRAPH' } # graph", False),
        ("ASK { GRAPH ?g { ?s ?p ?o } }", True),
        ("ASK { graph<http://e/g>{ ?s ?p ?o } }", True),
        ("PREFIX GRAPH: <http://e/> ASK { GRAPH:x ?p ?o }", True),
        ("PREFIX graphe: <http://e/> ASK { ?s ?p graphe:x }", True),
    ],
)
def test_graphs_are_seen_where_they_may_be_asked_for(text: str, graphs: bool) -> None:
    seen = glance(text, SERVED)
    assert seen
    assert seen.graphs is graphs


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_stored_queries_need_no_more(path: Path) -> None:
    assert agrees(path.read_text("utf-8") + "\n# 17")


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM <http://e/g> { ?s ?p ?o }",
        "SELECT * { SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'service' }",
        r"SELECT * { ?s ?p '\n' }",
        r"\u0041SK { }",
        "SELECT (NOW() AS ?x) { }",
        "SELECT (rand() AS ?x) { }",
        "DROP ALL",
        "SELECT * { ?s <http://e/> ?o . GRAPHe:x { } foo }",
        "Select * { }",
        "",
    ],
)
def test_all_else_is_read_closely(text: str) -> None:
    assert glance(text, SERVED) is None


def test_what_may_be_too_large_is_read_closely() -> None:
    nested = f"SELECT * {'{' * 50}{'}' * 50}"
    assert glance(nested, Settings(query_nesting=50)) == ("select", False)
    assert glance(nested, Settings(query_nesting=49)) is None
    assert glance(nested, Settings(query_operators=len(nested) - 1)) is None
    assert glance(nested, Settings(query_parts=len(nested) - 1)) is None


@given(TEXTS)
def test_words_are_those_among_the_tokens(text: str) -> None:
    found = words(text)
    try:
        cut = list(tokens(text))
    except Exception:
        return
    expected = [
        token.text if token.kind == "word" else token.text.partition(":")[0] + ":"
        for token in cut
        if token.kind == "word" or (token.kind == "name" and not token.text.startswith(":"))
    ]
    # A run of letters that is cut into several tokens comes whole.
    if "_" not in found and all(word.removesuffix(":").isidentifier() for word in found if word):
        assert [word for word in found if word] == expected
