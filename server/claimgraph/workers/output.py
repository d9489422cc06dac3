"""Where a worker writes an answer: in messages of 64 kB, compressed if wanted, and never beyond the limit."""

from __future__ import annotations

import re
import socket
import zlib

from claimgraph.answers import Answer, ResultFormat
from claimgraph.errors import AnswerTooLarge, QueryFailed
from claimgraph.workers.frames import DATA, END, FAILURE, HEAD, frame
from claimgraph.workers.jobs import Failure, Head

CHUNK = 64 * 1024
WORTH_COMPRESSING = 1_024

_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_GZIP = 16 + zlib.MAX_WBITS


class Output:
    """A binary file that the engine writes to; what it gets goes to the server in messages.

    What fits into one message is sent with its head and its end at once. Raises AnswerTooLarge from
    :meth:`write` beyond ``limit`` bytes, and QueryFailed for what XML cannot carry where ``xml`` is set.
    """

    def __init__(self, stream: socket.socket, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._buffer = bytearray()
        self._head: Head | None = None
        self._begun = False
        self._written = 0
        self._xml = False
        self._tail = b""
        self._compress: zlib._Compress | None = None

    def begin(self, head: Head, *, xml: bool) -> None:
        """Say what follows."""
        self._head = head
        self._xml = xml

    def take(self, answer: Answer, into: ResultFormat) -> None:
        """Take an answer to a query, in a format of its kind. Raises as :meth:`Answer.stream`."""
        answer.stream(into, self)  # type: ignore[arg-type]

    def write(self, content: bytes) -> int:
        """Take a piece of the answer."""
        self._written += len(content)
        if self._written > self._limit:
            raise AnswerTooLarge
        taken = len(content)
        if self._xml:
            self._check(content)
            # Where it stands as it is, a reader of XML takes it for a line feed.
            content = content.replace(b"\r", b"&#13;")
        self._buffer += content if self._compress is None else self._compress.compress(content)
        if self._compress is None and self._head and self._head.gzip and self._written > WORTH_COMPRESSING:
            self._compress = zlib.compressobj(level=1, wbits=_GZIP)
            self._buffer = bytearray(self._compress.compress(self._buffer))
        if len(self._buffer) >= CHUNK:
            self._pass_on()
        return taken

    def flush(self) -> None:
        """Do nothing: what is left goes with :meth:`end`."""

    def end(self) -> None:
        """Send what is left, and that this was all."""
        self._finish()
        self._stream.sendall(self._beginning() + frame(DATA, self._buffer) + frame(END))

    def fail(self, failure: Failure) -> None:
        """Say that there is no answer, or no more of it."""
        self._stream.sendall(frame(FAILURE, failure.encode()))

    def _pass_on(self) -> None:
        self._stream.sendall(self._beginning() + frame(DATA, self._buffer))
        self._buffer.clear()

    def _finish(self) -> None:
        if self._compress is not None:
            self._buffer += self._compress.flush()

    def _beginning(self) -> bytes:
        if self._begun or self._head is None:
            return b""
        self._begun = True
        head = Head(self._head.form, self._head.volatile, self._compress is not None)
        return frame(HEAD, head.encode())

    def _check(self, content: bytes) -> None:
        # A character of three bytes may lie across two pieces.
        if _NOT_XML.search(self._tail + content):
            raise QueryFailed(
                "The answer holds a control character, which XML cannot carry.",
                remedy="Ask for JSON, CSV, Turtle or N-Triples instead.",
            )
        self._tail = content[-2:]
