"""Where an answer waits for its client, so that no worker does: first in memory, then in a file."""

from __future__ import annotations

import tempfile
from collections import deque
from typing import IO

IN_MEMORY = 1 << 20
PIECE = 256 * 1024


class Spool:
    """Bytes that are read in the order in which they were written."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._limit = in_memory
        self._pieces: deque[bytes] = deque()
        self._in_memory = 0
        self._file: IO[bytes] | None = None
        self._read = self._written = 0

    def __len__(self) -> int:
        """Give the number of bytes that wait."""
        return self._in_memory + self._written - self._read

    def put(self, content: bytes) -> None:
        """Append; beyond what memory is given, into a file that has no name."""
        if self._file is None and self._in_memory + len(content) <= self._limit:
            self._pieces.append(content)
            self._in_memory += len(content)
            return
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="claimgraph-", buffering=0)  # noqa: SIM115
        self._file.seek(self._written)
        self._file.write(content)
        self._written += len(content)

    def take(self) -> bytes:
        """Take the next piece; nothing if nothing waits."""
        if self._pieces:
            piece = self._pieces.popleft()
            self._in_memory -= len(piece)
            return piece
        if self._file is None or self._read == self._written:
            return b""
        self._file.seek(self._read)
        piece = self._file.read(min(PIECE, self._written - self._read))
        self._read += len(piece)
        if self._read == self._written:
            self.close()
        return piece

    def close(self) -> None:
        """Forget what still waits."""
        self._pieces.clear()
        self._in_memory = self._read = self._written = 0
        if self._file is not None:
            self._file.close()
            self._file = None
