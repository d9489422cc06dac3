"""Whether two answers say the same, whoever wrote them."""

from __future__ import annotations

import pyoxigraph as ox

from sparql.tables import Table, read_graph, read_result, same


def compared(first: bytes, second: bytes, graph: bool) -> str:
    """Compare two answers, in JSON or, of a graph, in Turtle or RDF/XML; gives how they differ, if they do.

    Rows are compared as bags, numbers by value, blank nodes by how they are joined.
    """
    if graph:
        one, two = (read_graph(content, _form(content)) for content in (first, second))
        return "" if same(one, two) else f"{len(one)} triples and {len(two)}"
    one_result, two_result = (read_result(content, ox.QueryResultsFormat.JSON) for content in (first, second))
    if not isinstance(one_result, Table) or not isinstance(two_result, Table):
        return "" if one_result == two_result else f"{one_result} and {two_result}"
    if set(one_result.variables) != set(two_result.variables):
        return f"the variables {one_result.variables} and {two_result.variables}"
    rows = two_result.under(one_result.variables)
    return "" if same(one_result.rows, rows) else f"{len(one_result.rows)} rows and {len(rows)}"


def empty(content: bytes, graph: bool) -> bool:
    """Tell whether an answer has no row or no triple."""
    if graph:
        return not read_graph(content, _form(content))
    result = read_result(content, ox.QueryResultsFormat.JSON)
    return isinstance(result, Table) and not result.rows


def _form(content: bytes) -> ox.RdfFormat:
    # rdflib-endpoint writes RDF/XML for DESCRIBE, whatever it is asked for.
    return ox.RdfFormat.RDF_XML if content.startswith(b"<?xml") else ox.RdfFormat.TURTLE
