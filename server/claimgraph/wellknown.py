"""What lies at the addresses that are known beforehand (RFC 8615): the VoID description of the dataset.

It is the answer to a query, so that it is negotiated, limited and cached as every other answer is.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Container
from urllib.parse import parse_qsl, urlencode

from fastapi import Request, Response

from claimgraph.namespaces import VOID_GRAPH
from claimgraph.void import DATASET

VOID_PATH = "/.well-known/void"

_RELEASED = f"""\
PREFIX void: <http://rdfs.org/ns/void#>
CONSTRUCT {{ ?s ?p ?o . <{DATASET}> void:sparqlEndpoint <> }}
WHERE {{ GRAPH <{VOID_GRAPH}> {{ ?s ?p ?o }} }}
"""
_COUNTED = """\
PREFIX void: <http://rdfs.org/ns/void#>
CONSTRUCT {
  ?dataset a void:Dataset ; void:sparqlEndpoint <> ;
    void:triples ?triples ; void:classPartition ?class ; void:propertyPartition ?property .
  ?class void:class ?type ; void:entities ?members .
  ?property void:property ?predicate ; void:triples ?uses .
}
WHERE {
  { SELECT (COUNT(*) AS ?triples)
    WHERE { SELECT DISTINCT ?s ?p ?o WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } } }
  UNION
  { SELECT ?type (COUNT(DISTINCT ?s) AS ?members)
    WHERE { { ?s a ?type } UNION { GRAPH ?g { ?s a ?type } } }
    GROUP BY ?type }
  UNION
  { SELECT ?predicate (COUNT(*) AS ?uses)
    WHERE { SELECT DISTINCT ?s ?predicate ?o
      WHERE { { ?s ?predicate ?o } UNION { GRAPH ?g { ?s ?predicate ?o } } } }
    GROUP BY ?predicate }
  BIND(IRI(CONCAT(STR(<.well-known/void>), "#dataset")) AS ?dataset)
  BIND(IRI(CONCAT(STR(<.well-known/void>), "#class-", SHA256(STR(?type)))) AS ?class)
  BIND(IRI(CONCAT(STR(<.well-known/void>), "#property-", SHA256(STR(?predicate)))) AS ?property)
}
"""


def void_query(graphs: Container[str]) -> str:
    """Give the query for the VoID description: that of the release, or else numbers that are counted now.

    ``graphs`` are the named graphs of the dataset. The IRIs in it are relative to the endpoint.
    """
    return _RELEASED if str(VOID_GRAPH) in graphs else _COUNTED


def void_route(
    respond: Callable[[Request], Awaitable[Response]], query: Callable[[], str]
) -> Callable[[Request], Awaitable[Response]]:
    """Make the handler of ``/.well-known/void``; ``respond`` is the one of ``/sparql``."""

    async def void(request: Request) -> Response:
        """Give the VoID description (https://www.w3.org/TR/void/, section 7.2)."""
        asked = parse_qsl(request.scope["query_string"].decode("latin-1"))
        again = [("query", query()), *(pair for pair in asked if pair[0] == "format")]
        scope = {**request.scope, "query_string": urlencode(again).encode()}
        return await respond(Request(scope, request.receive))

    return void
