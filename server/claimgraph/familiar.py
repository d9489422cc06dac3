"""Requests like those that were answered quickly: what a worker may answer over a lent connection."""

from __future__ import annotations

from starlette.types import Scope

from claimgraph.asking import WISHES, Asked, Wish
from claimgraph.cache import Cache, answer_key
from claimgraph.workers.experience import Experience, shape
from claimgraph.workers.loans import Terms


class Familiar:
    """Heads of requests, to the byte, whose terms are known, and shapes of queries that were quick."""

    def __init__(self, query_bytes: int) -> None:
        self._query_bytes = query_bytes
        self._terms: dict[tuple[bytes, bytes], Terms] = {}
        self._experience = Experience()

    def note(self, terms: Terms, query: str) -> None:
        """Note that a query was answered quickly on these terms."""
        if len(self._terms) >= WISHES:
            self._terms.clear()
        self._terms[terms.before, terms.behind] = terms
        self._experience.was_quick(shape(query))

    def find(self, request: bytes, client: str, edition: str, cache: Cache) -> Terms | None:
        """Give the terms of a request of a client, if it is familiar and its answer is not in the cache."""
        before, query_string, behind = _parts(request)
        terms = self._terms.get((before, behind))
        if terms is None or terms.edition != edition:
            return None
        query = terms.query(query_string, self._query_bytes)
        if query is None or not self._experience.is_quick(shape(query)):
            return None
        key = answer_key(terms.edition, terms.url, query, terms.written, gzip=terms.gzip)
        return None if key in cache else terms._replace(client=client)


def read_terms(request: bytes, scope: Scope, wish: Wish, asked: Asked, name: str | None) -> Terms | None:
    """Give what is the same in a request and in others like it; ``name`` is the value of its ``format=``.

    None if ``request`` is not the whole request of the scope and that alone, or ends the connection.
    """
    before, query_string, behind = _parts(request)
    if query_string != scope["query_string"] or behind.find(b"\r\n\r\n") != len(behind) - 4:
        return None
    if any(field == b"connection" and value.lower() != b"keep-alive" for field, value in scope["headers"]):
        return None
    return Terms(
        before=before,
        behind=behind,
        client=scope["client"][0] if scope["client"] else "",
        edition=asked.edition.key,
        url=wish.url,
        formats=wish.formats,
        written=wish.written,
        gzip=wish.gzip,
        format=name,
    )


def _parts(request: bytes) -> tuple[bytes, bytes, bytes]:
    """Cut a request into what is before the query string, that, and what is behind it."""
    before, mark, rest = request.partition(b"?")
    query_string, space, after = rest.partition(b" ")
    return before + mark, query_string, space + after
