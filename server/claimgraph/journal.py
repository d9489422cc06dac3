"""The log of the server: a line of JSON for each request and event, written without making anyone wait."""

from __future__ import annotations

import json
import logging
import threading
from collections import deque
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TextIO

import orjson

ROOM = 20_000
INTERVAL = 0.2
FAREWELL = 1.0


class Journal(logging.Handler):
    """Takes lines and writes them from a thread of its own.

    If whoever reads the log does not keep up, lines are dropped and counted in ``dropped``: a full pipe must
    not hold up an answer.
    """

    def __init__(self, stream: TextIO, room: int = ROOM) -> None:
        super().__init__()
        self.dropped = 0
        self._stream = stream
        self._room = room
        self._lines: deque[bytes] = deque()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def line(self, entry: dict[str, object]) -> None:
        """Take one entry, as its time and what it says."""
        self.lines([entry])

    def lines(self, entries: Iterable[dict[str, object]]) -> None:
        """Take entries of one time."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        for entry in entries:
            if len(self._lines) >= self._room:
                self.dropped += 1
                continue
            self._lines.append(_written({"time": now, **entry}))

    def emit(self, record: logging.LogRecord) -> None:
        """Take what the program or a library has to say."""
        entry: dict[str, object] = {
            "event": record.name,
            "level": record.levelname.lower(),
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["trace"] = logging.Formatter().formatException(record.exc_info)
        self.line(entry)

    def close(self) -> None:
        """Write what is left, if that is possible within a second."""
        self._ended.set()
        self._thread.join(FAREWELL)
        super().close()

    def _run(self) -> None:
        while True:
            ended = self._ended.wait(INTERVAL)
            lines = []
            while self._lines:
                lines.append(self._lines.popleft())
            try:
                self._stream.write(b"\n".join([*lines, b""]).decode())
                self._stream.flush()
            except (OSError, ValueError):
                self.dropped += len(lines)
            if ended:
                return


def _written(entry: dict[str, object]) -> bytes:
    try:
        return orjson.dumps(entry)
    except TypeError:
        # Half a character, as in the name of a file that is no UTF-8, can only be written as an escape.
        return json.dumps(entry, default=str).encode()
