"""Lending connections to workers, so that small answers need not go from process to process."""

from __future__ import annotations

import asyncio
import select
import time
from collections import deque
from collections.abc import Callable

from claimgraph.errors import WorkerLost
from claimgraph.settings import Settings
from claimgraph.workers.borrower import Borrower, Lender
from claimgraph.workers.brood import Brood
from claimgraph.workers.loans import Report, Terms

TICK = 0.02
# Of one worker.
CONNECTIONS = 32
# A client that asked so many long queries over lent connections within so many seconds gets none lent.
LONG_ONES, MEMORY = 3, 30.0
_POSSIBLE = hasattr(select, "epoll")


def kept_by_workers(settings: Settings) -> int:
    """Give how many of the bytes for answers that are kept belong to these workers."""
    return (settings.cache_megabytes << 20) // 4 if _POSSIBLE else 0


class Lending:
    """Connections whose last answer was quick are lent to so many workers; what takes long there is ended.

    A query that a worker is at for longer than ``quick_seconds`` (of processor time, or five times that)
    ends with its process, and is asked again where all other queries are, in their lanes and within their
    bounds.
    """

    def __init__(self, brood: Brood, settings: Settings, places: int, freed: Callable[[Brood], None]) -> None:
        """Lend to ``places`` workers of a brood; ``freed`` is called when a past one has lost its last."""
        self.reported: Callable[[Report], None] = lambda report: None
        self.killed = 0
        self._brood = brood
        self._places = places if _POSSIBLE else 0
        self._room = kept_by_workers(settings) // places
        # By the clock it may be five times as long.
        self._share = min(settings.quick_seconds, settings.query_seconds / 5)
        self._freed = freed
        self._borrowers: dict[Borrower, Brood] = {}
        self._long_ones: deque[tuple[float, str]] = deque()
        self._ticker: asyncio.TimerHandle | None = None
        self._closing = False

    def __len__(self) -> int:
        """Give how many connections are lent."""
        return sum(len(each.loans) for each in self._borrowers)

    @property
    def workers(self) -> int:
        """How many workers there are to lend to."""
        return len(self._borrowers)

    @property
    def kept(self) -> tuple[int, int]:
        """How many bytes of answers the workers keep, and how many answers."""
        return sum(each.kept_bytes for each in self._borrowers), sum(each.kept for each in self._borrowers)

    def uses(self, brood: Brood) -> bool:
        """Tell whether a worker of a brood still has a connection, or may have."""
        return any(each is brood for each in self._borrowers.values())

    def lend(self, lender: Lender, terms: Terms, request: bytes = b"") -> bool:
        """Lend a connection of which nothing is being read; False if it has to stay.

        A ``request`` that was received on it already goes with it.
        """
        if self._closing or terms.edition != self._brood.digest or self._distrusts(terms.client):
            return False
        self._stock()
        ready = [each for each in self._borrowers if each.ready and len(each.loans) < CONNECTIONS]
        if not ready or not min(ready, key=lambda each: len(each.loans)).lend(lender, terms, request):
            return False
        if self._ticker is None:
            self._ticker = asyncio.get_running_loop().call_later(TICK, self._tick)
        return True

    def take_up(self, brood: Brood) -> None:
        """Lend to workers of another brood from now on, and take back what those of the old one have."""
        self._brood = brood
        self._recall()

    async def drain(self, seconds: float) -> None:
        """Lend no more, and take everything back within so many seconds."""
        self._closing = True
        self._recall()
        end = time.monotonic() + seconds
        while self._borrowers and time.monotonic() < end:
            await asyncio.sleep(TICK)
        for borrower in self._borrowers:
            borrower.kill()

    def close(self) -> None:
        """Give up what is left."""
        self._closing = True
        if self._ticker is not None:
            self._ticker.cancel()
        for borrower in [*self._borrowers]:
            borrower.close()

    def _recall(self) -> None:
        for borrower in self._borrowers:
            borrower.retire()

    def _stock(self) -> None:
        """See that there are enough workers which may borrow."""
        for borrower in self._borrowers:
            if borrower.outdated and not borrower.doomed:
                borrower.retire()
        while sum(not each.doomed for each in self._borrowers) < self._places:
            try:
                borrower = self._brood.borrower(self._room, self._report, self._ended)
            except WorkerLost:
                return
            self._borrowers[borrower] = self._brood

    def _report(self, report: Report) -> None:
        self.reported(report)

    def _ended(self, borrower: Borrower) -> None:
        brood = self._borrowers.pop(borrower)
        if not self.uses(brood):
            self._freed(brood)

    def _distrusts(self, client: str) -> bool:
        while self._long_ones and self._long_ones[0][0] < time.monotonic() - MEMORY:
            self._long_ones.popleft()
        return sum(each == client for _, each in self._long_ones) >= LONG_ONES

    def _tick(self) -> None:
        self._ticker = None
        now = time.monotonic()
        for borrower in self._borrowers:
            if not borrower.doomed and borrower.stuck(now, self._share):
                self._long_ones.append((now, borrower.client))
                borrower.kill()
                self.killed += 1
        if len(self):
            self._ticker = asyncio.get_running_loop().call_later(TICK, self._tick)
