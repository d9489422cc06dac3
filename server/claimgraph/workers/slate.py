"""What a worker that answers over lent connections is doing, for the server to see at any time."""

from __future__ import annotations

import mmap
import tempfile
from typing import IO


class Slate:
    """A few numbers in memory that two processes share; one of them writes.

    ``steps`` is odd while a query is evaluated, and moves on with each; ``asking`` is the number of the loan
    that it came over. ``answering`` is that of the loan whose request is taken and whose answer is not sent
    yet, 0 if there is none.
    """

    def __init__(self, sheet: int) -> None:
        """Share what a file of :meth:`sheet` holds, by its descriptor, which may be closed then."""
        self._numbers = memoryview(mmap.mmap(sheet, mmap.PAGESIZE)).cast("Q")

    @staticmethod
    def sheet() -> IO[bytes]:
        """Make a file without a name to share."""
        file = tempfile.TemporaryFile(prefix="claimgraph-", buffering=0)  # noqa: SIM115
        file.truncate(mmap.PAGESIZE)
        return file

    @property
    def steps(self) -> int:
        """How often an evaluation began or ended."""
        return self._numbers[0]

    @property
    def asking(self) -> int:
        """The number of the loan whose query is evaluated, or was last."""
        return self._numbers[1]

    def begin(self, number: int) -> None:
        """Note that the evaluation of a query begins, which came over the loan of this number."""
        self._numbers[1] = number
        self._numbers[0] += 1

    def end(self) -> None:
        """Note that it ended."""
        self._numbers[0] += 1

    @property
    def answering(self) -> int:
        """The number of the loan that is being answered, or 0."""
        return self._numbers[2]

    @answering.setter
    def answering(self, number: int) -> None:
        self._numbers[2] = number
