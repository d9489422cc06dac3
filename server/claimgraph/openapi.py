"""What OpenAPI says about ``/sparql``: its parameters, formats and errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimgraph.negotiation import GRAPHS, HTML, RESULTS, Format

_QUERY = "One SPARQL 1.1 query. SERVICE and updates are refused; FROM names graphs of this dataset."
_DEFAULT = "Graphs of this dataset that make up the default graph, in place of FROM."
_NAMED = "Graphs of this dataset that GRAPH can reach, in place of FROM NAMED."
_FORMAT = "Name or media type of the format of the answer; it outweighs Accept, unless it is empty."
_TEXT: dict[str, Any] = {"type": "string", "example": "SELECT * WHERE { ?s ?p ?o } LIMIT 5"}
_ERRORS = {
    400: "The query or the request is malformed, or names a graph that is not there.",
    403: "The query is an update or calls another endpoint.",
    406: "The answer cannot be given in any format that the client accepts.",
    413: "The query is too long.",
    414: "The URL is too long; send the query with POST.",
    500: "The server failed.",
}

ERROR: dict[str, Any] = {
    "type": "object",
    "required": ["status", "message", "line", "column", "excerpt", "remedy"],
    "properties": {
        "status": {"type": "integer", "description": "The HTTP status."},
        "message": {"type": "string", "description": "What is wrong."},
        "line": {"type": ["integer", "null"], "description": "Line in the query, from 1."},
        "column": {"type": ["integer", "null"], "description": "Column in the query, from 1."},
        "excerpt": {
            "type": ["string", "null"],
            "description": "That line, or what of it is around the column.",
        },
        "remedy": {"type": "string", "description": "What to do."},
    },
}


def get_operation() -> dict[str, Any]:
    """Describe the query operation by GET; without a query it gives the service description or the form."""
    return {
        "operationId": "query_by_get",
        "parameters": [
            _parameter("query", _QUERY, _TEXT),
            _parameter("default-graph-uri", _DEFAULT, _LIST),
            _parameter("named-graph-uri", _NAMED, _LIST),
            _parameter("format", _FORMAT, {"type": "string", "enum": _names()}),
        ],
        "responses": _responses(),
    }


def post_operation() -> dict[str, Any]:
    """Describe the query operations by POST: as a form and directly."""
    form = {
        "type": "object",
        "required": ["query"],
        "properties": {
            "query": _TEXT | {"description": _QUERY},
            "default-graph-uri": _LIST | {"description": _DEFAULT},
            "named-graph-uri": _LIST | {"description": _NAMED},
            "format": {"type": "string", "enum": _names(), "description": _FORMAT},
        },
    }
    return {
        "operationId": "query_by_post",
        "requestBody": {
            "required": True,
            "content": {
                "application/x-www-form-urlencoded": {"schema": form},
                "application/sparql-query": {"schema": _TEXT | {"description": _QUERY}},
            },
        },
        "parameters": [
            _parameter("default-graph-uri", _DEFAULT, _LIST),
            _parameter("named-graph-uri", _NAMED, _LIST),
            _parameter("format", _FORMAT, {"type": "string", "enum": _names()}),
        ],
        "responses": _responses({415: "The query comes in a media type that is not taken."}),
    }


def void_operation() -> dict[str, Any]:
    """Describe the address of the VoID description."""
    responses = _responses(formats=GRAPHS)
    return {
        "operationId": "describe_dataset",
        "parameters": [_parameter("format", _FORMAT, {"type": "string", "enum": _names(GRAPHS)})],
        "responses": {status: responses[status] for status in ("200", "400", "406", "500")},
    }


_LIST: dict[str, Any] = {"type": "array", "items": {"type": "string", "description": "An IRI."}}


def _parameter(name: str, text: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": text, "schema": schema}


def _names(offered: Sequence[Format] = (*RESULTS, *GRAPHS)) -> list[str]:
    every = (*offered, HTML)
    names = [name for each in every for name in each.names]
    types = [name for each in every for name in (each.media_type, *each.aliases)]
    return list(dict.fromkeys([*names, *types, ""]))


def _responses(
    more: dict[int, str] | None = None, formats: Sequence[Format] = (*RESULTS, *GRAPHS)
) -> dict[str, Any]:
    text = {"schema": {"type": "string"}}
    kinds = {"application/sparql-results+json": "object", "application/ld+json": "array"}
    answers: dict[str, Any] = {
        name: {"schema": {"type": kinds.get(each.media_type, "string")}}
        for each in (*formats, HTML)
        for name in (each.media_type, *each.aliases)
    }
    # One name for rows, which are an object, and for triples, which are an array.
    if "application/json" in answers:
        answers["application/json"] = {"schema": {"type": ["object", "array"]}}
    problem = {"application/json": {"schema": ERROR}, HTML.media_type: text}
    return {"200": {"description": "The answer.", "content": answers}} | {
        str(status): {"description": sentence, "content": problem}
        for status, sentence in sorted((_ERRORS | (more or {})).items())
    }
