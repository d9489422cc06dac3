"""Rows of terms, and when two bags of them are the same."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]


@dataclass(frozen=True)
class Table:
    """The rows of a result under the names of their variables, in the order in which they came."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def under(self, variables: Sequence[str]) -> tuple[Row, ...]:
        """Give the rows with their columns in another order."""
        places = [self.variables.index(name) for name in variables]
        return tuple(tuple(row[place] for place in places) for row in self.rows)


def read_result(content: bytes, form: ox.QueryResultsFormat) -> Table | bool:
    """Read a result in JSON, XML or TSV; numbers in TSV and elsewhere are compared by value."""
    result = ox.parse_query_results(content, format=form)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    names = tuple(variable.value for variable in result.variables)
    return Table(names, tuple(tuple(_normal(row[name]) for name in names) for row in result))


def read_csv(content: bytes) -> Table:
    """Read a result in CSV, where only blank nodes tell what they are; all else is read as strings."""
    names, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    return Table(tuple(names), tuple(tuple(_from_csv(value) for value in row) for row in rows))


def read_graph(content: bytes, form: ox.RdfFormat, base: str | None = None) -> tuple[Row, ...]:
    """Read a graph as rows of three."""
    return tuple(
        (quad.subject, quad.predicate, _normal(quad.object))
        for quad in dict.fromkeys(ox.parse(content, format=form, base_iri=base))
    )


def same(first: Sequence[Row], second: Sequence[Row]) -> bool:
    """Tell whether two bags of rows are equal up to the names of their blank nodes."""
    plain = [Counter(row for row in rows if not _blanks(row)) for rows in (first, second)]
    if plain[0] != plain[1] or len(first) != len(second):
        return False
    return _matched([row for row in first if _blanks(row)], [row for row in second if _blanks(row)], {})


def _matched(first: Sequence[Row], second: Sequence[Row], known: Mapping[Term, Term]) -> bool:
    if not first:
        return True
    # The row with the most blank nodes known already has the fewest partners.
    row = max(first, key=lambda each: sum(term in known for term in each if term is not None))
    rest = _without(first, row)
    return any(
        _matched(rest, _without(second, other), more)
        for other in dict.fromkeys(second)
        if (more := _extended(known, row, other)) is not None
    )


def _without(rows: Sequence[Row], row: Row) -> list[Row]:
    left = list(rows)
    left.remove(row)
    return left


def _extended(known: Mapping[Term, Term], row: Row, other: Row) -> dict[Term, Term] | None:
    found = dict(known)
    for one, two in zip(row, other, strict=True):
        if isinstance(one, ox.BlankNode) and isinstance(two, ox.BlankNode):
            if one not in found and two in found.values():
                return None
            if found.setdefault(one, two) != two:
                return None
        elif one != two:
            return None
    return found


def _blanks(row: Row) -> bool:
    return any(isinstance(term, ox.BlankNode) for term in row)


def _from_csv(value: str) -> Term:
    return ox.BlankNode(value[2:]) if value.startswith("_:") else ox.Literal(value)


def _normal(term: Term | None) -> Term | None:
    return _canonical(term) if isinstance(term, ox.Literal) else term


@lru_cache(maxsize=10_000)
def _canonical(literal: ox.Literal) -> Term:
    # As a store keeps it: 01 as 1, 2.0 as 2.
    name, store = ox.NamedNode("http://example.org/x"), ox.Store()
    store.add(ox.Quad(name, name, literal))
    return next(iter(store)).object
