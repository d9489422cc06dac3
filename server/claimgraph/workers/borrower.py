"""The server's side of a worker that answers over connections which are lent to it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from claimgraph.workers.frames import ANSWERED, ENTRIES, LOAN, RETURN, Decoder, frame
from claimgraph.workers.loans import Report, Terms, numbered, read_numbered
from claimgraph.workers.slate import Slate
from claimgraph.workers.usage import usage


class Lender(Protocol):
    """A connection that may be lent."""

    def fileno(self) -> int:
        """Give its descriptor."""

    def returned(self, unsent: bytes, unanswered: bytes) -> None:
        """Take it up again where it stands.

        What is left of an answer has to be sent first, and a request that was lent with it be answered.
        """

    def broken(self) -> None:
        """End it: of an answer on it nobody knows how much was sent."""


@dataclass(slots=True)
class _Loan:
    lender: Lender
    client: str
    request: bytes


class Borrower:
    """A worker, and the connections that are lent to it.

    ``reported`` is called with what it has answered, ``ended`` once the process is gone and every connection
    is back.
    """

    def __init__(
        self,
        number: int,
        stream: socket.socket,
        slate: Slate,
        reported: Callable[[Report], None],
        ended: Callable[[Borrower], None],
    ) -> None:
        self.number = number
        self.process: int | None = None
        self.outdated = False
        self.doomed = False
        self.loans: dict[int, _Loan] = {}
        self.kept_bytes = self.kept = 0
        self._stream = stream
        self._slate = slate
        self._reported = reported
        self._ended = ended
        self._decoder = Decoder()
        self._numbers = 0
        self._seen = 0
        self._since = 0.0
        self._processor: float | None = None
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(stream, self._hear)

    @property
    def ready(self) -> bool:
        """Whether it would take a connection."""
        return self.process is not None and not self.doomed and not self.outdated

    def born(self, process: int) -> None:
        """Note the id of its process."""
        self.process = process
        if self.doomed:
            self.kill()

    def lend(self, lender: Lender, terms: Terms, request: bytes) -> bool:
        """Lend it a connection, and a request that was received on it; False if it takes none now."""
        number = self._numbers + 1
        message = frame(LOAN, numbered(number, terms.encode(request)))
        try:
            sent = socket.send_fds(self._stream, [message], [lender.fileno()])
        except OSError:
            return False
        self._numbers = number
        self.loans[number] = _Loan(lender, terms.client, request)
        if sent < len(message):
            self.kill()
        return True

    def stuck(self, now: float, share: float) -> bool:
        """Tell whether it is at one query for longer than ``share`` seconds, five times that by the clock."""
        steps = self._slate.steps
        if steps % 2 == 0 or steps != self._seen:
            self._seen, self._since, self._processor = steps, now, None
            return False
        used = usage(self.process) if self.process is not None else None
        if used is not None and self._processor is None:
            self._processor = used.seconds
        spent = used.seconds - self._processor if used and self._processor is not None else 0.0
        return spent >= share or now - self._since >= 5 * share

    @property
    def client(self) -> str:
        """Whose query it is at, empty if nobody's."""
        return self.loans[self._slate.asking].client if self._slate.asking in self.loans else ""

    def retire(self) -> None:
        """Have it give everything back, and end."""
        self.doomed = True
        with contextlib.suppress(OSError):
            self._stream.shutdown(socket.SHUT_WR)

    def kill(self) -> None:
        """End the process, whatever it is doing; the connections come back when it is gone."""
        self.doomed = True
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)

    def close(self) -> None:
        """Take everything back from a process that is gone."""
        if self._stream.fileno() < 0:
            return
        self.doomed = True
        self._loop.remove_reader(self._stream)
        self._stream.close()
        cut = self.loans.pop(self._slate.answering, None)
        loans, self.loans = self.loans, {}
        for loan in loans.values():
            loan.lender.returned(b"", loan.request)
        if cut is not None:
            cut.lender.broken()
        self._ended(self)

    def _hear(self) -> None:
        try:
            content = self._stream.recv(1 << 16)
        except BlockingIOError:
            return
        except OSError:
            content = b""
        for kind, said in self._decoder.feed(content):
            if kind == ENTRIES:
                report = Report.decode(said)
                self.kept_bytes, self.kept = report.kept_bytes, report.kept
                self._reported(report)
            elif kind == RETURN:
                number, unsent = read_numbered(said)
                if loan := self.loans.pop(number, None):
                    loan.lender.returned(unsent, loan.request)
            elif kind == ANSWERED:
                number, _ = read_numbered(said)
                if number in self.loans:
                    self.loans[number].request = b""
        if not content:
            self.close()
