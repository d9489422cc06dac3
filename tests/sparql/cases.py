"""Our own cases: what a query over ``cases/data.trig`` has to answer, one file for each part of SPARQL.

A case has a ``name``, a ``query`` (the prefixes ``:`` and ``xsd:`` are put before it) and one of

    rows = [["?x", "?n"], [":a", "1"]]     the variables, then rows of terms in Turtle; "" where unbound
    ask = true                             a truth value
    graph = ":a :p 1 ."                    a graph in Turtle
    body = "x\\r\\n1\\r\\n"                    the very text of the answer
    status = 400                           a refusal, and with ``says`` a word of its message

and may have ``ordered`` (the rows come in this order), ``accept``, ``default`` and ``named`` (graphs beside
the query).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from sparql.tables import Row, Table, read_graph

FOLDER = Path(__file__).parent / "cases"
DATA = FOLDER / "data.trig"
PREFIXES = "PREFIX : <http://example.org/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"


@dataclass(frozen=True)
class OwnCase:
    """One case; of ``rows``, ``ask``, ``graph``, ``body`` and ``status`` (other than 200) just one is set."""

    name: str
    query: str
    rows: tuple[tuple[str, ...], ...] | None = None
    ask: bool | None = None
    graph: str | None = None
    body: str | None = None
    status: int = 200
    says: str = ""
    ordered: bool = False
    accept: str | None = None
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def table(self) -> Table:
        """Read ``rows``."""
        names, *rows = self.rows or ((),)
        return Table(tuple(name.removeprefix("?") for name in names), tuple(_row(row) for row in rows))

    def triples(self) -> tuple[Row, ...]:
        """Read ``graph``."""
        return read_graph((PREFIXES + (self.graph or "")).encode(), ox.RdfFormat.TURTLE)


def read_own_cases() -> Iterator[OwnCase]:
    """Read every file of cases; a case is called after its file."""
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            fields = {key: _tuple(value) for key, value in case.items()}
            yield OwnCase(
                **{**fields, "name": f"{path.stem}: {case['name']}", "query": PREFIXES + case["query"]}
            )


def quads() -> bytes:
    """Write the data that all cases ask."""
    return ox.serialize(ox.parse(path=DATA, format=ox.RdfFormat.TRIG), format=ox.RdfFormat.N_QUADS) or b""


def _row(terms: tuple[str, ...]) -> Row:
    written = " ".join(f":row :{place} {term} ." for place, term in enumerate(terms) if term)
    found = {row[1]: row[2] for row in read_graph((PREFIXES + written).encode(), ox.RdfFormat.TURTLE)}
    return tuple(found.get(ox.NamedNode(f"http://example.org/{place}")) for place in range(len(terms)))


def _tuple(value: object) -> object:
    return tuple(_tuple(each) for each in value) if isinstance(value, list) else value
