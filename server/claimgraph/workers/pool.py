"""Queries in worker processes: who runs when, who gives way, and what is ended.

A query starts in the *quick lane*, which has one place for each processor, and one more for a query whose
likes were quick. If the lane is full, somebody waits, and a query there has used its tenth of a second, it
moves on to the *long lane* and goes on at a lower priority; if that is full too, it is *parked*: its process
is stopped where it is and goes on when there is a place. So a place in the quick lane is free again within a
fraction of a second, whatever runs. Texts that took long before go to the long lane at once. Waiting, for a
start or parked, has an end, and so has every query: its time, its memory and its answer are bounded, and the
process that exceeds a bound is killed. Small queries over open connections mostly pass by: see ``lending``.
"""

from __future__ import annotations

import asyncio
import math
import signal
import time
from contextlib import suppress

from claimgraph.errors import AnswerBroken, ClaimgraphError, WorkerLost
from claimgraph.settings import Settings
from claimgraph.workers.bounds import Bounds
from claimgraph.workers.brood import Brood
from claimgraph.workers.child import Child
from claimgraph.workers.experience import Experience
from claimgraph.workers.jobs import Failure, Job, PageJob
from claimgraph.workers.lanes import Lanes
from claimgraph.workers.lending import Lending
from claimgraph.workers.line import CROWD, Line
from claimgraph.workers.refusals import Refusals
from claimgraph.workers.tally import Tally
from claimgraph.workers.ticket import Ticket

TICK = 0.02
TRIES = 2
STACK_SIGNALS = frozenset({signal.SIGSEGV, signal.SIGBUS, signal.SIGILL})


class Pool:
    """Answers queries from the workers of the current brood, in the event loop of :meth:`open`."""

    def __init__(self, brood: Brood, settings: Settings) -> None:
        self.brood = brood
        self.lanes = Lanes(settings)
        self.tally = Tally()
        self._settings = settings
        self._refusals = Refusals(settings)
        self._bounds = Bounds(settings, self.lanes, self._refusals)
        self._broods = [brood]
        self.lending = Lending(brood, settings, self.lanes.quick_places, self._let_go)
        self._experience = Experience()
        self._line, self._long_line = Line(self._experience), Line(self._experience)
        self._tickets: dict[Ticket, tuple[Brood, Child | None]] = {}
        self._ticker: asyncio.TimerHandle | None = None
        self._emptied: asyncio.Event | None = None
        self._closing = False

    @property
    def waiting(self) -> int:
        """How many queries wait for their start."""
        return len(self._line) + len(self._long_line)

    @property
    def ready(self) -> bool:
        """Whether a query would be taken and worked on."""
        return self.brood.alive and not self._closing

    def open(self) -> None:
        """Begin to work, in the running event loop."""
        self._open(self.brood)

    def take_up(self, brood: Brood) -> None:
        """Answer from another brood from now on; what was submitted before is answered from the old one."""
        before, self.brood = self.brood, brood
        self._broods.append(brood)
        self._open(brood)
        before.retired = True
        self.lending.take_up(brood)
        self._let_go(before)

    def submit(
        self, job: Job | PageJob, client: str, *, seconds: float | None = None, whole: bool = False
    ) -> Ticket:
        """Take in a query for a client; ``seconds`` may shorten its time, ``whole`` holds it to its end.

        Raises LimitExceeded if too many wait, or the server is about to stop.
        """
        if self._closing:
            raise self._refusals.stopping()
        most = self._settings.waiting_queries
        if self.waiting >= most:
            raise self._refusals.full()
        if self._line.of(client) + self._long_line.of(client) >= most * 3 // 4:
            raise self._refusals.greedy(most * 3 // 4)
        limit = self._settings.query_seconds
        hold = math.inf if whole else self._settings.held_bytes
        ticket = Ticket(job, client, min(seconds or limit, limit), hold, self._withdraw)
        self._tickets[ticket] = self.brood, None
        self._wait(ticket)
        self._advance()
        if self._ticker is None:
            self._ticker = asyncio.get_running_loop().call_later(TICK, self._tick)
        return ticket

    async def drain(self, seconds: float) -> None:
        """Take no more queries, end those that wait, and give those that run so many seconds to end."""
        self._closing = True
        returned = asyncio.ensure_future(self.lending.drain(seconds))
        for ticket in [*self._line, *self._long_line]:
            self._end_waiting(ticket, self._refusals.stopping())
        for child in list(self.lanes.parked):
            self._kill(child, self._refusals.stopping())
        self._emptied = asyncio.Event()
        with suppress(TimeoutError):
            if self._tickets:
                await asyncio.wait_for(self._emptied.wait(), seconds)
        for child in list(self.lanes):
            self._kill(child, self._refusals.stopping())
        await returned

    def close(self) -> None:
        """End everything."""
        self._closing = True
        for ticket in list(self._tickets):
            ticket.failed(self._refusals.stopping())
        self._tickets.clear()
        if self._ticker is not None:
            self._ticker.cancel()
        self.lending.close()
        for brood in self._broods:
            brood.close()

    def _open(self, brood: Brood) -> None:
        brood.open(self._answered, self._died, self._revived)
        brood.stock(self.lanes.quick_places)

    def _wait(self, ticket: Ticket) -> None:
        line = self._long_line if self._experience.is_long(ticket.job.query) else self._line
        line.add(ticket)

    @property
    def _pressed(self) -> bool:
        # Which queries are quick matters only beside those that are not.
        return bool(self.lanes.long or self.lanes.parked)

    def _advance(self) -> None:
        now = time.monotonic()
        self.lanes.resume(now)
        if not self._line and not self._long_line:
            return
        while self.lanes.room_for_long and (ticket := self._next(self._long_line)):
            if child := self._start(ticket, now):
                self.lanes.long.append(child)
                child.step_back()
        while self.lanes.room_for_quick and (ticket := self._next(self._line)):
            if child := self._start(ticket, now):
                self.lanes.quick.append(child)
        while self._pressed and self.lanes.room_for_known and (ticket := self._next(self._line, quick=True)):
            if child := self._start(ticket, now):
                self.lanes.quick.append(child)

    def _next(self, line: Line, *, quick: bool = False) -> Ticket | None:
        if not self.brood.alive:
            return None
        return line.next(self.lanes.of, quick=quick, pressed=self._pressed)

    def _start(self, ticket: Ticket, now: float) -> Child | None:
        brood, _ = self._tickets[ticket]
        try:
            child = brood.take()
        except WorkerLost:
            self._end(ticket, self._refusals.lost())
            return None
        self._tickets[ticket] = brood, child
        child.work(ticket, now)
        return child

    def _answered(self, child: Child, failure: Failure | None) -> None:
        ticket = child.ticket
        if ticket is None:
            return
        self.lanes.leave(child)
        if failure is not None and failure.kind in ("memory", "broken"):
            child.worn = True
        if child.worn:
            self._experience.took_long(ticket.job.query)
        elif self._pressed and time.monotonic() - ticket.started < self._settings.quick_seconds:
            self._experience.was_quick(ticket.shape)
        brood, _ = self._tickets[ticket]
        brood.give_back(child, 2 * self.lanes.quick_places)
        if failure is None:
            ticket.completed()
        self._end(ticket, None if failure is None else self._refusals.told(failure))
        brood.stock(self.lanes.quick_places)
        self._advance()

    def _died(self, child: Child, sign: int) -> None:
        ticket = child.ticket
        if ticket is None:
            return
        self.lanes.leave(child)
        child.ticket = None
        self.tally.crashed += 1
        if sign in STACK_SIGNALS:
            self._end(ticket, self._refusals.stack())
        elif sign == signal.SIGABRT:
            # The engine ends its process so where the system gives it no more memory.
            self._end(ticket, self._refusals.memory())
        elif ticket.given_out or ticket.tries + 1 >= TRIES:
            self._end(ticket, self._refusals.lost())
        else:
            self.tally.retried += 1
            ticket.restart()
            self._tickets[ticket] = self._tickets[ticket][0], None
            self._wait(ticket)
        self.brood.stock(self.lanes.quick_places)
        self._advance()

    def _revived(self) -> None:
        self.brood.stock(self.lanes.quick_places)
        self._advance()

    def _withdraw(self, ticket: Ticket) -> None:
        if ticket not in self._tickets:
            return
        _, child = self._tickets[ticket]
        gone = AnswerBroken("the client is gone")
        if child is None:
            self._end_waiting(ticket, gone)
        elif child.ticket is ticket:
            self._kill(child, gone)

    def _kill(self, child: Child, error: ClaimgraphError) -> None:
        ticket = child.ticket
        child.kill()
        child.ticket = None
        self.lanes.leave(child)
        self.tally.killed += 1
        if ticket is not None:
            self._end(ticket, error)
        self.brood.stock(self.lanes.quick_places)
        self._advance()

    def _end_waiting(self, ticket: Ticket, error: ClaimgraphError) -> None:
        if self._line.remove(ticket) or self._long_line.remove(ticket):
            self._end(ticket, error)

    def _end(self, ticket: Ticket, error: ClaimgraphError | None) -> None:
        self.tally.count(error)
        if error is not None:
            ticket.failed(error)
        brood, _ = self._tickets.pop(ticket)
        self._let_go(brood)
        if not self._tickets and self._emptied is not None:
            self._emptied.set()

    def _let_go(self, brood: Brood) -> None:
        used = any(each is brood for each, _ in self._tickets.values()) or self.lending.uses(brood)
        if brood.retired and not used and brood in self._broods:
            self._broods.remove(brood)
            brood.close()

    def _tick(self) -> None:
        self._ticker = None
        now = time.monotonic()
        self._bound(now)
        if self._line and not self.lanes.room_for_quick:
            self._make_room(now)
        if self._tickets:
            self._ticker = asyncio.get_running_loop().call_later(TICK, self._tick)

    def _bound(self, now: float) -> None:
        """End what exceeds a bound."""
        for ticket in [*self._line, *self._long_line]:
            if now - ticket.submitted > self._settings.waiting_seconds:
                self._end_waiting(ticket, self._refusals.crowded())
        for child, error in self._bounds.exceeded(now):
            ticket = child.ticket
            if ticket is not None:
                if error.limit[0] in ("query-timeout", "timeout"):
                    self._experience.took_long(ticket.job.query)
                self._kill(child, error)

    def _make_room(self, now: float) -> None:
        """Move on what had its share of the quick lane, by processor time, or five times it by the clock."""
        share = self._settings.quick_seconds / (2 if len(self._line) > CROWD else 1)
        for child in list(self.lanes.quick):
            ticket = child.ticket
            if ticket is None:
                continue
            heavy = child.processor >= share
            if heavy or now - ticket.started >= 5 * share:
                if heavy:
                    self._experience.took_long(ticket.job.query)
                self.tally.moved += 1
                victim = self.lanes.move_on(child, now)
                if victim is not None:
                    self._kill(victim, self._refusals.crowded())
        self._advance()
