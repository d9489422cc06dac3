"""Plain questions, answered from callbacks: nothing of an application, and no task, in between.

Most requests are a GET with a query and nothing special, and most answers are small. For these, what an
application does around the evaluation takes longer than the evaluation. What is not plain, goes wrong, or
becomes large is left to the application, which goes on where this stopped.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.types import Scope

from claimgraph.asking import BEGUN, WISHES, Asked, Begun, Wish, Wishes, read_asked
from claimgraph.cache import Cached, Key
from claimgraph.disarm import harmless
from claimgraph.editions import Service
from claimgraph.errors import LimitExceeded, QueryError, RequestError
from claimgraph.familiar import Familiar, read_terms
from claimgraph.protocol import read_url
from claimgraph.record import NOTES, Register
from claimgraph.replay import replay_key
from claimgraph.wire import Pair, answer_headers
from claimgraph.workers.loans import Report, Terms
from claimgraph.workers.ticket import Ticket

PATH = "/sparql"
HEAD = 16_000
QUICK_SECONDS = 0.05

Answering = Callable[[Sequence[Pair], bytes], None]
Offering = Callable[[Terms], None]


class Express:
    """Answers plain requests before the application sees them, just as it would."""

    def __init__(self, service: Service, register: Register) -> None:
        self._service = service
        self._register = register
        self._federated = bool(service.settings.service_hosts)
        self._wishes = Wishes()
        self._known: dict[Key, Wish] = {}
        self._familiar = Familiar(service.settings.query_bytes)
        self.lending = service.pool.lending
        self.lending.reported = self._enter

    def take(
        self, scope: Scope, request: bytes, answer: Answering, leave: Callable[[], None], offer: Offering
    ) -> Exchange | bool:
        """Answer a request, now or later; False if it is none for here.

        ``answer`` is called with the headers and the body of a 200, or else ``leave`` for the application to
        take over. ``request`` is what was received last: if that is the whole request and the answer was
        quick, ``offer`` is called with the terms on which a worker would answer others like it. Gives what
        has to be told if the client goes away meanwhile; True if all is done.
        """
        edition = self._service.edition
        key = replay_key(scope, edition.key) if _plain(scope) else None
        if key is None:
            return False
        notes: dict[str, Any] = {"began": time.perf_counter(), "cache": "hit"}
        if found := self._service.cache.find(key):
            answer(found.headers, found.body)
            self._register.enter(scope, notes | {"form": found.form, "asked": True}, 200, len(found.body))
            return True
        try:
            parameters = read_url(scope["query_string"], self._service.settings)
            wish = self._wish(scope, key[2:-1], parameters.format)
            query = parameters.query
            if not query or wish.choices.page or (self._federated and not harmless(query)):
                return False
            notes["query"] = query
            rows = self._service.settings.page_rows
            asked = read_asked(wish, parameters, query, edition, rows, tagged=True)
            if kept := self._service.cache.get(asked.key):
                size = len(kept.body)
                headers = answer_headers(kept.content_type, gzip=kept.gzip, tag=asked.tag, length=size)
                answer(headers, kept.body)
                replayed = Cached(kept.body, "", gzip=False, form=kept.form, headers=headers)
                self._service.cache.put(key, replayed)
                self._register.enter(scope, notes | {"form": kept.form}, 200, len(kept.body))
                return True
            client = scope["client"][0] if scope["client"] else ""
            ticket = self._service.pool.submit(asked.job, client, seconds=parameters.timeout)
        except (RequestError, QueryError, LimitExceeded):
            # The application has the words for it.
            return False
        notes["cache"] = "miss"
        quick = None
        if not (self._federated or parameters.dataset or parameters.timeout):
            terms = read_terms(request, scope, wish, asked, parameters.format)
            quick = partial(self._quick, terms, query, offer) if terms is not None else None
        return Exchange(self._service, self._register, scope, notes, asked, ticket, answer, leave, quick)

    def familiar(self, request: bytes, client: str) -> Terms | None:
        """Give the terms on which a worker would answer a request of a client that was just received.

        None unless others like it were answered quickly, and this one would have to be evaluated.
        """
        return self._familiar.find(request, client, self._service.edition.key, self._service.cache)

    def _quick(self, terms: Terms, query: str, offer: Offering) -> None:
        """Remember that a query was quick, and offer the connection that it came over."""
        self._familiar.note(terms, query)
        offer(terms)

    def _enter(self, report: Report) -> None:
        """Enter what workers have answered by themselves."""
        pool, cache = self._service.pool, self._service.cache
        for entry in report.entries:
            if entry.kept:
                cache.hits += 1
            else:
                cache.misses += 1
                pool.tally.count(None)
        self._register.enter_all(report.entries, PATH)

    def _wish(self, scope: Scope, heard: Key, name: str | None) -> Wish:
        key = (*heard, name or "")
        if (known := self._known.get(key)) is None:
            known = self._wishes.of(Request(scope), name)
            if len(self._known) >= WISHES:
                self._known.clear()
            self._known[key] = known
        return known


@dataclass(slots=True, eq=False)
class Exchange:
    """A plain request whose query was submitted; ``quick`` is called if it turns out to be."""

    service: Service
    register: Register
    scope: Scope
    notes: dict[str, Any]
    asked: Asked
    ticket: Ticket
    answer: Answering
    leave: Callable[[], None]
    quick: Callable[[], None] | None

    def __post_init__(self) -> None:
        self.ticket.listener = self._listen
        self._listen()

    def gone(self) -> None:
        """Stop the work, for the client went away."""
        if self.ticket.listener is not None:
            self.ticket.listener = None
            self.ticket.cancel()
            self.register.enter(self.scope, self.notes, 400, 0)

    def _listen(self) -> None:
        # Whoever tells of a change is in the middle of it.
        if self.ticket.ripe:
            self.ticket.listener = self._ignore
            asyncio.get_running_loop().call_soon(self._open)

    def _ignore(self) -> None:
        pass

    def _open(self) -> None:
        ticket, asked, notes = self.ticket, self.asked, self.notes
        if ticket.listener is None:
            return
        ticket.listener = None
        head = ticket.head
        choice = asked.choices.results if head and head.form in ("select", "ask") else asked.choices.graphs
        if not ticket.complete or ticket.failure is not None or head is None or choice is None:
            self.scope[BEGUN], self.scope[NOTES] = Begun(asked, ticket), notes
            self.leave()
            return
        ticket.given_out = True
        body = ticket.content()
        tag = "" if head.volatile else asked.tag
        self.answer(answer_headers(choice.content_type, gzip=head.gzip, tag=tag, length=len(body)), body)
        if tag:
            self.service.cache.put(asked.key, Cached(body, choice.content_type, head.gzip, head.form))
        notes |= {"form": head.form, "waited_ms": round((ticket.started - ticket.submitted) * 1000, 3)}
        self.register.enter(self.scope, notes, 200, len(body))
        if self.quick is not None and time.monotonic() - ticket.started < QUICK_SECONDS:
            self.quick()


def _plain(scope: Scope) -> bool:
    return bool(
        scope["method"] == "GET"
        and scope["http_version"] == "1.1"
        and scope["path"] == f"{scope['root_path']}{PATH}"
        and sum([len(name) + len(value) for name, value in scope["headers"]]) <= HEAD
    )
