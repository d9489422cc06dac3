"""Messages on the stream between the server and a worker: a kind, a length, and so many bytes.

LOAN lends a connection, whose descriptor comes beside it, and RETURN gives it back. ANSWERED says that the
request is answered which came with a loan, and ENTRIES tell what was answered on such connections.
"""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterator

JOB, HEAD, DATA, END, FAILURE = b"J", b"H", b"D", b"E", b"F"
LOAN, RETURN, ANSWERED, ENTRIES = b"L", b"R", b"A", b"N"

_PREFIX = struct.Struct("!cI")


def frame(kind: bytes, content: bytes | bytearray = b"") -> bytes:
    """Write one message."""
    return _PREFIX.pack(kind, len(content)) + content


def receive(stream: socket.socket) -> tuple[bytes, bytes] | None:
    """Wait for one message; None once the other side is gone."""
    prefix = _exactly(stream, _PREFIX.size)
    if prefix is None:
        return None
    kind, length = _PREFIX.unpack(prefix)
    content = _exactly(stream, length)
    return None if content is None else (kind, content)


class Decoder:
    """Cuts what arrives in pieces of any size into messages."""

    def __init__(self) -> None:
        self._rest = bytearray()

    def feed(self, content: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Take in what arrived and give the messages that are whole by now."""
        self._rest += content
        position = 0
        while len(self._rest) - position >= _PREFIX.size:
            kind, length = _PREFIX.unpack_from(self._rest, position)
            start = position + _PREFIX.size
            if len(self._rest) - start < length:
                break
            position = start + length
            yield kind, bytes(self._rest[start:position])
        del self._rest[:position]


def _exactly(stream: socket.socket, length: int) -> bytes | None:
    content = bytearray()
    while len(content) < length:
        piece = stream.recv(min(length - len(content), 1 << 20))
        if not piece:
            return None
        content += piece
    return bytes(content)
