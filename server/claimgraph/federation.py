"""Asking the endpoints that the operator has named, in the place of SERVICE clauses."""

from __future__ import annotations

import re
from asyncio import timeout
from collections.abc import Awaitable, Callable, Iterable, Sequence
from urllib.parse import urlsplit

import httpx2 as httpx
import pyoxigraph as ox

from claimgraph import __version__
from claimgraph.errors import QueryFailed, QueryRefused, RequestError, UsageError
from claimgraph.lexer import decode_names
from claimgraph.querytext import read_query
from claimgraph.services import Call, Services
from claimgraph.settings import Settings
from claimgraph.skolem import GENID

Ask = Callable[[str], Awaitable[bytes]]

_JSON = "application/sparql-results+json"
_HOST = re.compile(r"[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*")
_LABEL = re.compile(r"[A-Za-z0-9_-]+")
_LANGUAGE = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)*")
_PORTS = {"http": 80, "https": 443}
_EMPTY = "{ }"


class Federation:
    """Answers SERVICE clauses: the hosts that may be asked, and how much of them is taken.

    No redirect is followed, no proxy of the environment used, and nothing but JSON results read.
    """

    def __init__(self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._hosts = frozenset(known_hosts(settings.service_hosts))
        self._settings = settings
        self._transport = transport

    async def resolve(self, query: str, base_iri: str, ask: Ask) -> str:
        """Give the query with the rows of each SERVICE clause in its place; without one, as it is.

        ``ask`` evaluates a query on this dataset and gives its rows as JSON: what a call is joined with
        narrows it. Raises QueryRefused for a host that may not be asked, QueryFailed if the query is none,
        and RequestError (502, 504) if another server fails, unless the clause is SILENT.
        """
        if not self._hosts or "SERVICE" not in decode_names(query).text.upper():
            return query
        services = Services(query, base_iri)
        for call in services.calls:
            self._admit(call)
        if not services.calls:
            return query
        if len(services.calls) > self._settings.service_calls:
            raise QueryFailed(
                f"The query has more than {self._settings.service_calls} SERVICE clauses.",
                remedy="Ask in parts.",
            )
        # Whatever is wrong with the rest is said before anybody else is asked.
        read_query(services.text(), base_iri)
        for number, call in enumerate(services.calls):
            bindings = await self._bindings(services, call, ask)
            rows = await self._rows(services, call, services.question(call, bindings), number)
            services.answer(call, rows)
        return services.text()

    def _admit(self, call: Call) -> None:
        host = _authority(call.address)
        if host not in self._hosts:
            raise QueryRefused(
                f"This endpoint does not ask {host or call.address}.",
                remedy=f"It may ask: {', '.join(sorted(self._hosts))}.",
                line=call.line,
                column=call.column,
            )

    async def _bindings(self, services: Services, call: Call, ask: Ask) -> str:
        limit = self._settings.service_bindings
        query, names = services.beside(call, limit + 1)
        if not query:
            return ""
        rows = _read(await ask(query), names)[1]
        if len(rows) > limit:
            raise QueryFailed(
                f"More than {limit:,} different values would have to be sent to {_authority(call.address)}.",
                remedy="Narrow what stands beside SERVICE, or ask in parts.",
                line=call.line,
                column=call.column,
            )
        # What is not bound in every row, or has no name outside of this dataset, cannot narrow anything.
        columns = [
            column
            for column in range(len(names))
            if all(isinstance(row[column], ox.NamedNode | ox.Literal) for row in rows)
        ]
        if not columns:
            return ""
        sent = dict.fromkeys(tuple(row[column] for column in columns) for row in rows)
        return _values([names[column] for column in columns], sent)

    async def _rows(self, services: Services, call: Call, question: str, number: int) -> str:
        try:
            async with timeout(self._settings.service_seconds):
                content = await self._asked(call, question)
            # A name that was not asked for is not written into a query.
            names, rows = _read(content, services.variables(call))
            return f"{{ {_values(names, [[_term(term, number) for term in row] for row in rows])} }}"
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, SyntaxError, ValueError, _Unfit) as error:
            if call.silent:
                return _EMPTY
            late = isinstance(error, TimeoutError | httpx.TimeoutException)
            reason = str(error) if isinstance(error, _Unfit) else _REASONS[late]
            raise RequestError(
                504 if late else 502,
                f"{_authority(call.address)}, which a SERVICE clause asks, {reason}.",
                remedy="Try its part of the query there, or write SERVICE SILENT to go on without it.",
            ) from None

    async def _asked(self, call: Call, question: str) -> bytes:
        room = self._settings.service_bytes
        headers = {"Accept": _JSON, "Accept-Encoding": "identity", "User-Agent": f"claimgraph/{__version__}"}
        content = bytearray()
        async with (
            httpx.AsyncClient(
                transport=self._transport,
                timeout=self._settings.service_seconds,
                follow_redirects=False,
                trust_env=False,
            ) as client,
            client.stream("POST", call.address, data={"query": question}, headers=headers) as response,
        ):
            if response.status_code != 200:
                raise _Unfit(f"answers with the status {response.status_code}")
            if response.headers.get("content-encoding", "identity") != "identity":
                raise _Unfit("answers compressed, which it was not asked to")
            async for piece in response.aiter_raw():
                content += piece
                if len(content) > room:
                    raise _Unfit(f"answers with more than {room:,} bytes")
        return bytes(content)


class _Unfit(Exception):
    """An answer of another server that cannot be used."""


_REASONS = {True: "does not answer in time", False: "cannot be reached, or does not answer in SPARQL JSON"}


def known_hosts(hosts: Iterable[str]) -> tuple[str, ...]:
    """Check the hosts that an operator names, each with its port if it is not the usual one.

    Raises UsageError for what is no host.
    """
    for host in hosts:
        if not _HOST.fullmatch(host):
            raise UsageError(
                f"--allow-service {host} is no host. Write it as query.wikidata.org, or with its port."
            )
    return tuple(host.lower() for host in hosts)


def _authority(address: str) -> str:
    """Give host and port as the operator would write them; nothing for what is not to be asked at all."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _PORTS or "@" in parts.netloc or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"


def _read(content: bytes, names: Iterable[str]) -> tuple[list[str], list[list[object]]]:
    """Read rows in JSON: which of these names they have, and the terms under them."""
    solutions = ox.parse_query_results(content, format=ox.QueryResultsFormat.JSON)
    if not isinstance(solutions, ox.QuerySolutions):
        raise _Unfit("does not answer with rows")
    try:
        found = sorted({variable.value for variable in solutions.variables} & {*names})
        return found, [[solution[name] for name in found] for solution in solutions]
    finally:
        # It belongs to this thread, and no traceback takes it to another.
        del solutions


def _values(names: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    variables = " ".join(f"?{name}" for name in names)
    data = " ".join(f"({' '.join('UNDEF' if term is None else str(term) for term in row)})" for row in rows)
    return f"VALUES ({variables}) {{ {data} }}"


def _term(term: object, number: int) -> object:
    """Check a term of another server, for it is written into a query; blank nodes get a name."""
    if isinstance(term, ox.NamedNode) and _IRI.fullmatch(term.value):
        return term
    if isinstance(term, ox.BlankNode) and _LABEL.fullmatch(term.value):
        return ox.NamedNode(f"{GENID}service-{number}-{term.value}")
    if (
        isinstance(term, ox.Literal)
        and _IRI.fullmatch(term.datatype.value)
        and (term.language is None or _LANGUAGE.fullmatch(term.language))
    ):
        return term
    if term is None:
        return None
    raise _Unfit("answers with a term that SPARQL 1.1 cannot write")
