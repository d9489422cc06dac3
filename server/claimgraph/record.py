"""What is noted of every request: a line in the journal, and numbers for the metrics."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimgraph.journal import Journal
from claimgraph.workers.loans import Entry

NOTES = "claimgraph.notes"
# Upper bounds in seconds.
BUCKETS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


@dataclass
class Traffic:
    """Numbers of requests since the start, and how long those with a query took, by bucket."""

    requests: Counter[tuple[str, int]] = field(default_factory=Counter)
    broken: int = 0
    seconds: float = 0.0
    buckets: list[int] = field(default_factory=lambda: [0] * (len(BUCKETS) + 1))

    def observe(self, seconds: float) -> None:
        """Count the time of one request with a query."""
        self.seconds += seconds
        self.buckets[bisect_left(BUCKETS, seconds)] += 1


class Register:
    """Enters how requests ended into the numbers and the journal.

    The text of a query is noted only with ``queries``.
    """

    def __init__(self, traffic: Traffic, journal: Journal | None, *, queries: bool) -> None:
        self._traffic = traffic
        self._journal = journal
        self._queries = queries

    def enter(
        self, scope: Scope, notes: dict[str, Any], status: int, size: int, *, whole: bool = True
    ) -> None:
        """Enter one request, with what the endpoint has noted of it, and when it began."""
        seconds = time.perf_counter() - notes.pop("began")
        query = notes.pop("query", None)
        asked = notes.pop("asked", query is not None)
        self._traffic.requests[scope["method"], status] += 1
        self._traffic.broken += not whole
        if asked:
            self._traffic.observe(seconds)
        if self._journal is not None:
            client = scope.get("client")
            entry: dict[str, object] = {
                "event": "request",
                "client": client[0] if client else "",
                "method": scope["method"],
                "path": scope["path"],
                "status": status,
                "bytes": size,
                "ms": round(seconds * 1000, 3),
                **notes,
            }
            if not whole:
                entry["broken"] = True
            if self._queries and query is not None:
                entry["query"] = query
            self._journal.line(entry)

    def enter_all(self, entries: Sequence[Entry], path: str) -> None:
        """Enter GETs of a path that workers answered by themselves."""
        for entry in entries:
            self._traffic.requests["GET", 200] += 1
            self._traffic.observe(entry.seconds)
        if self._journal is not None:
            self._journal.lines([_line(entry, path) for entry in entries])


def _line(entry: Entry, path: str) -> dict[str, object]:
    line: dict[str, object] = {
        "event": "request",
        "client": entry.client,
        "method": "GET",
        "path": path,
        "status": 200,
        "bytes": entry.size,
        "ms": round(entry.seconds * 1000, 3),
        "cache": "hit" if entry.kept else "miss",
        "form": entry.form,
    }
    return line if entry.query is None else line | {"query": entry.query}


class Recorder:
    """Passes requests on to an application and notes how they end.

    What the endpoint writes into the notes of a request (:func:`note`) goes into its line.
    """

    def __init__(self, app: ASGIApp, register: Register) -> None:
        self._app = app
        self._register = register

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        # Who has begun to answer it has begun its notes.
        notes: dict[str, Any] = scope.setdefault(NOTES, {})
        notes.setdefault("began", time.perf_counter())
        status, size, whole = 0, 0, False

        async def watched(message: Message) -> None:
            nonlocal status, size, whole
            if message["type"] == "http.response.start":
                status = message["status"]
            else:
                size += len(message.get("body", b""))
                whole = not message.get("more_body", False)
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            self._register.enter(scope, notes, status, size, whole=whole)


def note(scope: Scope, **notes: object) -> None:
    """Add to what is noted of a request."""
    known = scope.get(NOTES)
    if known is not None:
        known.update(notes)
