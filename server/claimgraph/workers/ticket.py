"""One query on its way through the server: how far it is, and the answer as it arrives."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from functools import cached_property

from claimgraph.errors import AnswerBroken, ClaimgraphError
from claimgraph.workers.experience import shape
from claimgraph.workers.jobs import Head, Job, PageJob
from claimgraph.workers.spool import Spool


@dataclass(eq=False)
class Ticket:
    """A query that was submitted.

    ``seconds`` is how long it may run, ``client`` whose it is. The answer is *held* until its first
    ``hold`` bytes or its end are there, whichever comes first; till then every failure can still be told.
    ``listener`` is called at each change; it must not do more than note that.
    """

    job: Job | PageJob
    client: str
    seconds: float
    hold: float
    withdraw: Callable[[Ticket], None]
    submitted: float = field(default_factory=time.monotonic)
    started: float = 0.0
    head: Head | None = None
    size: int = 0
    complete: bool = False
    failure: ClaimgraphError | None = None
    given_out: bool = False
    tries: int = 0
    spool: Spool = field(default_factory=Spool)
    listener: Callable[[], None] | None = None
    _changed: asyncio.Future[None] | None = None

    @cached_property
    def shape(self) -> bytes:
        """What the query has in common with others like it."""
        return shape(self.job.query)

    @property
    def ripe(self) -> bool:
        """Whether the answer may begin, or there will be none."""
        return self.complete or self.failure is not None or self.size >= self.hold

    async def opened(self) -> Head:
        """Wait until the answer may begin. Raises what went wrong until then."""
        while not self.ripe:
            await self._change()
        if self.failure is not None:
            raise self.failure
        self.given_out = True
        if self.head is None:
            raise AnswerBroken
        return self.head

    async def pieces(self) -> AsyncIterator[bytes]:
        """Give the answer piece by piece, after :meth:`opened`. Raises AnswerBroken where it breaks off."""
        while True:
            while piece := self.spool.take():
                yield piece
            if self.failure is not None:
                raise AnswerBroken from self.failure
            if self.complete:
                return
            await self._change()

    def content(self) -> bytes:
        """Give the whole answer, once it is complete."""
        pieces = []
        while piece := self.spool.take():
            pieces.append(piece)
        return b"".join(pieces)

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        return self.complete or self.failure is not None

    def arrived(self, content: bytes) -> None:
        """Take in a piece of the answer."""
        self.size += len(content)
        self.spool.put(content)
        self.notify()

    def completed(self) -> None:
        """Note that the answer is whole."""
        self.complete = True
        self.notify()

    def failed(self, failure: ClaimgraphError) -> None:
        """Note that there will be no answer, or no more of it."""
        if not self.over:
            self.failure = failure
            self.notify()

    def restart(self) -> None:
        """Forget what arrived; nothing of it was given out."""
        self.head, self.size = None, 0
        self.spool.close()
        self.tries += 1

    def cancel(self) -> None:
        """Stop the work on it, if any is left: nobody waits any more."""
        self.failed(AnswerBroken("the client is gone"))
        self.spool.close()
        self.withdraw(self)

    def notify(self) -> None:
        """Wake whoever waits for a change."""
        if self.listener is not None:
            self.listener()
        if self._changed is not None and not self._changed.done():
            self._changed.set_result(None)

    async def _change(self) -> None:
        self._changed = asyncio.get_running_loop().create_future()
        await self._changed
        self._changed = None
