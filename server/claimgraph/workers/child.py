"""The server's side of one worker."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable
from typing import cast

from claimgraph.workers.frames import DATA, END, FAILURE, HEAD, JOB, Decoder, frame
from claimgraph.workers.jobs import Failure, Head
from claimgraph.workers.ticket import Ticket
from claimgraph.workers.usage import usage

NICER = 10


class Child(asyncio.Protocol):
    """A worker and the ticket it works on.

    A job may be given to it before its process exists: it waits in the socket. ``ended`` is called when the
    ticket is answered (with what the worker said went wrong, if so), ``gone`` when the process has ended.
    ``shared`` is how many bytes it has in common with all others.
    """

    def __init__(
        self,
        number: int,
        shared: int,
        ended: Callable[[Child, Failure | None], None],
        gone: Callable[[Child], None],
    ) -> None:
        self.number = number
        self.process: int | None = None
        self.ticket: Ticket | None = None
        self.answered = 0
        self.worn = False
        self.outdated = False
        self.doomed = False
        self.processor_before: float | None = None
        self.processor = 0.0
        self.grown = 0
        self.stopped_since: float | None = None
        self._shared = shared
        self._ended = ended
        self._gone = gone
        self._decoder = Decoder()
        self._transport: asyncio.Transport | None = None
        self._unsent = b""

    def work(self, ticket: Ticket, now: float) -> None:
        """Give it a ticket to work on."""
        self.ticket = ticket
        self.processor_before = None
        self.processor = 0.0
        ticket.started = now
        self._send(frame(JOB, ticket.job.encode()))

    def born(self, process: int) -> None:
        """Note the id of its process."""
        self.process = process
        if self.doomed:
            self.kill()

    @property
    def unfetched(self) -> int:
        """How many bytes of its answer wait for the client."""
        return len(self.ticket.spool) if self.ticket is not None else 0

    def look(self) -> None:
        """See how much it has grown, and how much processor time its ticket has used since the first look."""
        used = usage(self.process) if self.process is not None else None
        if used is not None:
            self.grown = max(0, used.resident - self._shared)
            if self.processor_before is None:
                self.processor_before = used.seconds
            self.processor = used.seconds - self.processor_before

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self.doomed = True
        self._signal(signal.SIGKILL)

    def retire(self) -> None:
        """Let the process end, which waits for its next job."""
        self.doomed = True
        if self._transport is not None:
            self._transport.close()

    def stop(self, now: float) -> None:
        """Hold the process where it is; its time does not run meanwhile."""
        self._signal(signal.SIGSTOP)
        self.stopped_since = now

    def resume(self, now: float) -> None:
        """Let it go on."""
        if self.ticket is not None and self.stopped_since is not None:
            self.ticket.started += now - self.stopped_since
        self.stopped_since = None
        self._signal(signal.SIGCONT)

    def step_back(self) -> None:
        """Let others go first on the processors. That cannot be taken back, so it does not serve again."""
        self.worn = True
        if self.process is not None:
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self.process, NICER)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send what was given before."""
        # Of other loops than Python's own, the transports are no instances of asyncio's.
        self._transport = cast("asyncio.Transport", transport)
        self._transport.write(self._unsent)

    def data_received(self, data: bytes) -> None:
        """Take in what the worker says."""
        for kind, content in self._decoder.feed(data):
            ticket = self.ticket
            if ticket is None or self.doomed:
                return
            if kind == HEAD:
                ticket.head = Head.decode(content)
            elif kind == DATA:
                ticket.arrived(content)
            elif kind == END:
                self._ended(self, None)
            elif kind == FAILURE:
                self._ended(self, Failure.decode(content))

    def connection_lost(self, exc: Exception | None) -> None:
        """Note that the process is gone."""
        self._gone(self)

    def _send(self, content: bytes) -> None:
        if self._transport is None:
            self._unsent += content
        else:
            self._transport.write(content)

    def _signal(self, sign: signal.Signals) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, sign)
