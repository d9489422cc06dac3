"""The workers of one dataset: those that wait for work, and how a new one or a new nursery is had."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from claimgraph.errors import ReleaseError, WorkerLost
from claimgraph.settings import Settings
from claimgraph.workers.borrower import Borrower
from claimgraph.workers.child import Child
from claimgraph.workers.jobs import Failure
from claimgraph.workers.loans import Report
from claimgraph.workers.nursery import Nursery
from claimgraph.workers.slate import Slate
from claimgraph.workers.summary import Summary
from claimgraph.workers.usage import usage

WORN_BYTES = 64 << 20

_LOG = logging.getLogger("claimgraph.workers")


class Brood:
    """All workers of one dataset, in the loop that :meth:`open` was called in.

    ``ended`` is called with a worker that has answered; ``died`` with one that ended with a ticket in hand,
    once it is known by which signal.
    """

    def __init__(self, nursery: Nursery, summary: Summary, settings: Settings, *, owns: bool = True) -> None:
        """Take a nursery that has loaded; unless the brood ``owns`` it, it lives on after the brood."""
        self.summary = summary
        self.digest = nursery.dataset.digest
        self.forks = 0
        self.alive = False
        self.retired = False
        self._nursery = nursery
        self._owns = owns
        self._settings = settings
        self._idle: list[Child] = []
        self._children: dict[int, Child | Borrower] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._resident = 0

    def open(
        self,
        ended: Callable[[Child, Failure | None], None],
        died: Callable[[Child, int], None],
        revived: Callable[[], None],
    ) -> None:
        """Begin to listen to the nursery."""
        self._ended, self._died, self._revived = ended, died, revived
        self._listen()

    @property
    def spare(self) -> int:
        """How many workers wait for work."""
        return len(self._idle)

    @property
    def processes(self) -> list[int]:
        """The ids of all its processes, the nursery's first."""
        return [
            self._nursery.process,
            *(each.process for each in self._children.values() if each.process is not None),
        ]

    def take(self) -> Child:
        """Give a worker that is free, a new one if there is none. Raises WorkerLost without a nursery."""
        return self._idle.pop() if self._idle else self._fork()

    def stock(self, number: int) -> None:
        """See that so many workers wait for work."""
        if not self.alive or self.retired:
            return
        try:
            while len(self._idle) < number:
                self._idle.append(self._fork())
        except WorkerLost:
            self._lost()

    def give_back(self, child: Child, spares: int) -> None:
        """Take back a worker whose ticket is done with: keep it, let it end, or see that it is buried."""
        child.ticket = None
        child.answered += 1
        if child.doomed:
            return
        worn = (
            child.worn
            or child.outdated
            or child.answered >= self._settings.worker_answers
            or child.grown > WORN_BYTES
        )
        if worn or self.retired or len(self._idle) >= spares:
            child.retire()
        else:
            self._idle.append(child)

    def borrower(
        self, room: int, reported: Callable[[Report], None], ended: Callable[[Borrower], None]
    ) -> Borrower:
        """Start a worker to which connections can be lent, and which may keep answers of ``room`` bytes.

        Raises WorkerLost without a nursery.
        """
        if not self.alive:
            raise WorkerLost("the process that forks workers is gone")
        with Slate.sheet() as sheet:
            number, stream = self._nursery.fork(sheet, room)
            slate = Slate(sheet.fileno())
        self.forks += 1
        stream.setblocking(False)

        def gone(borrower: Borrower) -> None:
            self._bury(borrower)
            ended(borrower)

        borrower = Borrower(number, stream, slate, reported, gone)
        self._children[number] = borrower
        return borrower

    def close(self) -> None:
        """End all its processes; a nursery that belongs to somebody else lives on."""
        self.retired = True
        for child in self._children.values():
            child.kill()
            child.retire()
            if not self._owns:
                self._nursery.bury(child.number)
        self._children.clear()
        self._idle.clear()
        self._deaf()
        if self._owns:
            self._nursery.close()

    def _fork(self) -> Child:
        number, stream = self._nursery.fork()
        self.forks += 1
        stream.setblocking(False)
        child = Child(number, self._resident, self._ended, self._gone)
        self._children[number] = child
        loop = asyncio.get_running_loop()

        async def connect() -> None:
            await loop.create_unix_connection(lambda: child, sock=stream)

        self._keep(loop.create_task(connect()))
        return child

    def _gone(self, child: Child) -> None:
        if child in self._idle:
            self._idle.remove(child)
        self._bury(child)

    def _bury(self, child: Child | Borrower) -> None:
        child.doomed = True
        if self.alive:
            self._nursery.bury(child.number)

    def _listen(self) -> None:
        self.alive = True
        used = usage(self._nursery.process)
        self._resident = used.resident if used else 0
        asyncio.get_running_loop().add_reader(self._nursery.fileno(), self._hear)

    def _deaf(self) -> None:
        if self.alive:
            self.alive = False
            asyncio.get_running_loop().remove_reader(self._nursery.fileno())

    def _hear(self) -> None:
        events = self._nursery.events()
        if events is None:
            self._lost()
            return
        for event in events:
            if event["event"] == "prepared":
                self._renew()
                continue
            number = int(str(event["number"]))
            child = self._children.get(number)
            if child is None:
                continue
            if event["event"] == "born":
                child.born(int(str(event["pid"])))
            elif event["event"] == "buried":
                del self._children[number]
                if isinstance(child, Child) and child.ticket is not None:
                    self._died(child, int(str(event["signal"])))

    def _renew(self) -> None:
        """Have all workers replaced that were forked before the nursery was prepared."""
        for child in self._children.values():
            child.outdated = True
        idle, self._idle = self._idle, []
        for child in idle:
            child.retire()
        self.stock(len(idle))

    def _lost(self) -> None:
        """Without their nursery the workers end too; another one is started with the same dataset."""
        _LOG.warning("the process that forks workers ended; another one is started")
        self._deaf()
        orphans = list(self._children.values())
        self._children.clear()
        self._idle.clear()
        for child in orphans:
            child.process = None
            child.retire()
            if isinstance(child, Child) and child.ticket is not None:
                self._died(child, 0)
        if not self.retired:
            self._keep(asyncio.get_running_loop().create_task(self._revive()))

    async def _revive(self) -> None:
        self._nursery.end()
        while not self.retired:
            self._nursery = Nursery(self._nursery.dataset, self._settings)
            try:
                await asyncio.to_thread(self._nursery.loaded)
            except ReleaseError:
                _LOG.exception("no process that forks workers can be started")
                await asyncio.sleep(1)
                continue
            self._listen()
            self._revived()
            return

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
