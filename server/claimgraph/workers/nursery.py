"""The server's side of the process that forks workers."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import IO

from claimgraph.errors import ReleaseError, WorkerLost
from claimgraph.settings import Settings
from claimgraph.workers.dataset import Dataset
from claimgraph.workers.summary import Summary

Event = dict[str, object]

# The engine takes and gives back memory in small pieces, thousands in a query; by itself the C library of
# Linux keeps seven of a size at hand. Others pay no heed to it.
_TUNED = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=1000:glibc.malloc.hugetlb=1"}


class Nursery:
    """A process that holds a dataset and forks workers from it.

    Workers are told apart by numbers. A process is buried only when the server says so; until then its id
    belongs to nobody else, and killing it is safe.
    """

    def __init__(self, dataset: Dataset, settings: Settings) -> None:
        """Start the process, which begins to load; :meth:`loaded` waits for that."""
        self.dataset = dataset
        self._control, theirs = socket.socketpair()
        self._rest = b""
        self._numbers = 0
        start = {
            "prefixes": dict(dataset.prefixes),
            "union": dataset.union,
            "settings": asdict(settings),
        }
        files = [file.fileno() for file in (dataset.file, dataset.companion) if file is not None]
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "claimgraph.workers.forking",
                    str(theirs.fileno()),
                    json.dumps(start),
                    *map(str, files),
                ],
                pass_fds=(theirs.fileno(), *files),
                env={**_TUNED, **os.environ},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )

    def loaded(self) -> Summary:
        """Wait until the dataset is loaded. Raises ReleaseError, with the line, if it is not N-Quads."""
        for event in self._events():
            if event["event"] == "failed":
                self.close()
                raise ReleaseError(str(event["message"]))
            if event["event"] == "loaded":
                return Summary(**event["summary"])  # type: ignore[arg-type]
        self.close()
        raise ReleaseError("The dataset could not be loaded: there is not memory enough for it, it seems.")

    @property
    def process(self) -> int:
        """The id of the process."""
        return self._process.pid

    def fileno(self) -> int:
        """Give the descriptor that becomes readable when there are events."""
        return self._control.fileno()

    def fork(self, sheet: IO[bytes] | None = None, room: int = 0) -> tuple[int, socket.socket]:
        """Order a worker; give its number and our end of its socket. Raises WorkerLost if nobody hears.

        With a ``sheet`` for its slate it becomes one to which connections are lent, and which may keep
        answers of ``room`` bytes.
        """
        self._numbers += 1
        ours, theirs = socket.socketpair()
        order = {"order": "fork", "number": self._numbers, "room": room if sheet is not None else None}
        with theirs:
            descriptors = [theirs.fileno(), *([sheet.fileno()] if sheet is not None else [])]
            try:
                socket.send_fds(self._control, [json.dumps(order).encode() + b"\n"], descriptors)
            except OSError as error:
                ours.close()
                raise WorkerLost("the process that forks workers is gone") from error
        return self._numbers, ours

    def bury(self, number: int) -> None:
        """Have a worker ended, if it is not dead already; an event tells how it died."""
        with contextlib.suppress(OSError):
            self._control.sendall(json.dumps({"order": "bury", "number": number}).encode() + b"\n")

    def events(self) -> list[Event] | None:
        """Read what has happened since, without waiting; None if the process is gone."""
        try:
            content = self._control.recv(1 << 16, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return []
        except OSError:
            return None
        return self._cut(content) if content else None

    def close(self) -> None:
        """End the process, and with it all its workers, and let go of the dataset."""
        self.end()
        self.dataset.close()

    def end(self) -> None:
        """End the process, and with it all its workers."""
        self._control.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _events(self) -> Iterator[Event]:
        while content := self._control.recv(1 << 16):
            yield from self._cut(content)

    def _cut(self, content: bytes) -> list[Event]:
        *lines, self._rest = (self._rest + content).split(b"\n")
        return [json.loads(line) for line in lines]
