"""What a request of the SPARQL 1.1 Protocol asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from starlette.requests import Request

from claimgraph.errors import QueryRefused, RequestError
from claimgraph.formdata import read_pairs
from claimgraph.negotiation import GRAPHS, HTML, RESULTS, named
from claimgraph.settings import Settings

FIELDS = 1_000
METHODS = "GET, HEAD, OPTIONS, POST"

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_HOST = re.compile(r"(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
_SECONDS = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")
_CHARSET = re.compile(r'\s*charset\s*=\s*"?([^"\s]*)"?\s*', re.IGNORECASE)


class Parameters(NamedTuple):
    """One query operation: the query (None if the request has none), its graphs, and ``format=`` if given.

    ``timeout`` is how many seconds the client gives it, None if it does not say.
    """

    query: str | None
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    format: str | None
    timeout: float | None = None

    @property
    def dataset(self) -> list[tuple[str, str]]:
        """The graph parameters again, for a link that asks the same in another format."""
        return [("default-graph-uri", graph) for graph in self.default_graphs] + [
            ("named-graph-uri", graph) for graph in self.named_graphs
        ]


async def read_parameters(request: Request, settings: Settings) -> Parameters:
    """Read a query operation (SPARQL 1.1 Protocol, section 2.1); everything is decoded exactly once.

    ``query_bytes`` bounds the query, ``url_bytes`` the query string. Raises RequestError with its status
    (400, 405, 413, 414, 415) and QueryRefused for an update.
    """
    limit = settings.query_bytes
    if request.method not in ("GET", "HEAD", "POST"):
        raise RequestError(
            405,
            f"The method {request.method} does not exist here.",
            remedy="Send the query with GET or POST.",
            headers={"Allow": METHODS},
        )
    pairs = _in_url(request.scope["query_string"], settings)
    if request.method == "POST":
        kind = _content_type(request)
        body = await _body(request, limit)
        if kind == _FORM:
            pairs += _pairs(body, "the form")
        else:
            pairs.append(("query", _decoded(body, "the query")))
    return _parameters(pairs, limit)


def read_url(query_string: bytes, settings: Settings) -> Parameters:
    """Read a query operation that is all in the URL. Raises as :func:`read_parameters`."""
    return _parameters(_in_url(query_string, settings), settings.query_bytes)


def endpoint_url(request: Request) -> str:
    """Give the URL under which the client reached the endpoint, without a malformed Host header."""
    host = request.headers.get("host", "")
    if not _HOST.fullmatch(host):
        name, port = request.scope.get("server") or ("localhost", None)
        host = f"{name}:{port}" if port else str(name)
    return f"{request.scope['scheme']}://{host}{request.scope.get('root_path', '')}/sparql"


def _in_url(query_string: bytes, settings: Settings) -> list[tuple[str, str]]:
    if len(query_string) > settings.url_bytes:
        raise RequestError(
            414,
            f"The query string of the URL is longer than {settings.url_bytes:,} bytes.",
            remedy="Send the query with POST.",
        )
    return _pairs(query_string, "the query string")


def _parameters(pairs: Sequence[tuple[str, str]], limit: int) -> Parameters:
    def values(name: str) -> tuple[str, ...]:
        return tuple(value for key, value in pairs if key == name)

    if len(pairs) == 1 and pairs[0][0] == "query" and len(pairs[0][1]) <= limit // 4:
        return Parameters(pairs[0][1], (), (), None)
    if values("update") or values("using-graph-uri") or values("using-named-graph-uri"):
        raise QueryRefused("This endpoint takes no updates; it only reads.", remedy="Send a query instead.")
    queries = values("query")
    if len(queries) > 1:
        raise RequestError(
            400, f"There are {len(queries)} queries in this request.", remedy="Send one at a time."
        )
    if queries and len(queries[0].encode()) > limit:
        raise _too_long(limit)
    return Parameters(
        query=queries[0] if queries else None,
        default_graphs=values("default-graph-uri"),
        named_graphs=values("named-graph-uri"),
        format=_format(values("format")),
        timeout=_timeout(values("timeout")),
    )


def _format(values: Sequence[str]) -> str | None:
    # Clients give several names of one format, and lists of them, to be understood by any server.
    meant: dict[object, str] = {}
    for value in values:
        names = [name for name in value.split(",") if name]
        for name in [name for name in names if _formats(name)] or names:
            meant.setdefault(_formats(name) or name, name)
    if len(meant) > 1:
        raise RequestError(400, "The request names more than one format.", remedy="Give format= once.")
    return next(iter(meant.values()), None)


def _formats(name: str) -> tuple[str, ...]:
    """Give the media types that a name stands for, among rows and among triples."""
    found = [named(name, offered) for offered in (RESULTS, GRAPHS, (HTML,))]
    return tuple(choice.format.media_type for choice in found if choice)


def _timeout(values: Sequence[str]) -> float | None:
    given = {value.strip() for value in values} - {""}
    if not given:
        return None
    value = given.pop()
    if given or not _SECONDS.fullmatch(value) or not float(value):
        raise RequestError(
            400,
            "timeout= is not one number of seconds above zero.",
            remedy="Write it as timeout=2 or timeout=0.5, or leave it out.",
        )
    return float(value)


def _content_type(request: Request) -> str:
    kind, *parameters = request.headers.get("content-type", "").split(";")
    kind = kind.strip().lower()
    if kind == _UPDATE:
        raise QueryRefused(
            "This endpoint takes no updates; it only reads.", remedy=f"Send a query as {_QUERY}."
        )
    if kind not in (_FORM, _QUERY):
        shown = kind[:80] if kind.isprintable() else "that"
        raise RequestError(
            415,
            f"A query cannot be sent as {shown}." if kind else "The request does not say its Content-Type.",
            remedy=f"Send it as {_QUERY}, or as query=… in {_FORM}.",
            headers={"Accept-Post": f"{_FORM}, {_QUERY}"},
        )
    for parameter in parameters:
        charset = _CHARSET.fullmatch(parameter)
        if charset and charset.group(1).lower() not in ("utf-8", "utf8", "us-ascii"):
            raise RequestError(415, "A query is text in UTF-8.", remedy="Send it with charset=utf-8.")
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise RequestError(
            415,
            "A query cannot be sent compressed.",
            remedy="Leave Content-Encoding out.",
            headers={"Accept-Encoding": "identity"},
        )
    return kind


async def _body(request: Request, limit: int) -> bytes:
    # Percent-encoding makes three bytes of one; the other parameters get some room of their own.
    room = 3 * limit + 10_000
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > room:
            raise _too_long(limit)
    return bytes(content)


def _pairs(content: bytes, what: str) -> list[tuple[str, str]]:
    try:
        return read_pairs(content, FIELDS)
    except UnicodeDecodeError:
        raise _not_utf8(what) from None
    except ValueError:
        raise RequestError(
            400, f"There are too many fields in {what}.", remedy="Send the query alone."
        ) from None


def _decoded(content: bytes, what: str) -> str:
    try:
        return content.decode("utf-8", "strict")
    except UnicodeDecodeError:
        raise _not_utf8(what) from None


def _not_utf8(what: str) -> RequestError:
    return RequestError(
        400, f"Bytes in {what} are not UTF-8.", remedy="Encode it as UTF-8 before percent-encoding it."
    )


def _too_long(limit: int) -> RequestError:
    return RequestError(
        413, f"The query is longer than {limit:,} bytes.", remedy="Shorten it, for example by fewer VALUES."
    )
