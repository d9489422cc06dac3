"""What queries answer, over HTTP: our own cases for each part of SPARQL 1.1."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from sparql.cases import FOLDER, OwnCase, quads, read_own_cases
from sparql.servers import Served, served
from sparql.tables import Table, read_graph, read_result, same

CASES = list(read_own_cases())
PARTS = [
    "aggregates",
    "bind",
    "construct",
    "csv",
    "dataset",
    "exists",
    "functions",
    "grouping",
    "json",
    "negation",
    "order",
    "paths",
    "projection",
    "subqueries",
    "syntax",
    "tsv",
    "values",
    "xml",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("sparql") / "data.nq"
    path.write_bytes(quads())
    with served(path) as made:
        yield made


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: OwnCase, server: Served) -> None:
    accept = case.accept or (
        "application/n-triples" if case.graph is not None else "application/sparql-results+json"
    )
    response = server.ask(case.query, accept, case.default, case.named)
    assert response.status_code == case.status, response.text
    if case.status != 200:
        assert case.says in response.json()["message"]
    elif case.body is not None:
        assert response.content.decode() == case.body
    elif case.graph is not None:
        assert same(read_graph(response.content, ox.RdfFormat.N_TRIPLES), case.triples()), response.text
    elif case.ask is not None:
        assert read_result(response.content, ox.QueryResultsFormat.JSON) is case.ask
    else:
        given, expected = read_result(response.content, ox.QueryResultsFormat.JSON), case.table()
        assert isinstance(given, Table)
        assert given.variables == expected.variables
        assert given.rows == expected.rows if case.ordered else same(given.rows, expected.rows), response.text


def test_each_part_of_sparql_has_its_cases() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.toml")) == PARTS
    assert all(sum(case.name.startswith(f"{part}: ") for case in CASES) >= 3 for part in PARTS)


B = ox.BlankNode
ONE, TWO = ox.Literal("1"), ox.Literal("2")


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        ([(ONE,), (ONE,)], [(ONE,)], False),
        ([(ONE,), (TWO,)], [(TWO,), (ONE,)], True),
        ([(B("a"), B("b"))], [(B("x"), B("y"))], True),
        ([(B("a"), B("b"))], [(B("x"), B("x"))], False),
        ([(B("a"), B("a"))], [(B("x"), B("y"))], False),
        ([(B("a"), ONE), (B("a"), TWO)], [(B("x"), TWO), (B("x"), ONE)], True),
        ([(B("a"), ONE), (B("a"), TWO)], [(B("x"), ONE), (B("y"), TWO)], False),
        ([(None, ONE)], [(ONE, None)], False),
    ],
)
def test_bags_are_the_same_up_to_blank_nodes(first: list[object], second: list[object], equal: bool) -> None:
    assert same(first, second) is equal  # type: ignore[arg-type]
