"""Clients that ask without pause: so many connections in one thread, each with one request at a time."""

from __future__ import annotations

import re
import selectors
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)


@dataclass
class Measured:
    """What a run saw: seconds of each request and of the whole run, and the statuses other than 200.

    ``worked`` is for the processor time that the server needed, in seconds.
    """

    times: list[float] = field(default_factory=list)
    seconds: float = 0.0
    refused: list[int] = field(default_factory=list)
    worked: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    def percentile(self, share: float) -> float:
        """The time, in seconds, below which this share of the answers came."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def requests(url: str, query: str, accept: str, *, fresh: bool) -> Iterator[bytes]:
    """Give GET requests for a query without end; fresh ones have a comment each that no other has."""
    parts = urlsplit(url)
    head = f"GET {parts.path or '/'}?query={quote(query, safe='')}"
    tail = f" HTTP/1.1\r\nHost: {parts.netloc}\r\nAccept: {accept}\r\n\r\n"
    start = time.time_ns()
    number = 0
    while True:
        number += 1
        yield f"{head}%0A%23%20{start + number}{tail}".encode() if fresh else f"{head}{tail}".encode()


def drive(url: str, asked: Iterator[bytes], connections: int, number: int, limit: float) -> Measured:
    """Ask so many requests over so many connections; raises TimeoutError after ``limit`` seconds.

    Nothing is read but how long an answer is: bodies are compared elsewhere.
    """
    parts = urlsplit(url)
    measured, left, answered = Measured(), number, 0
    with selectors.DefaultSelector() as waiting:
        clients = [_Client(parts.hostname or "", parts.port or 80) for _ in range(min(connections, number))]
        start = time.perf_counter()
        try:
            for client in clients:
                waiting.register(client.socket, selectors.EVENT_READ, client)
                client.ask(next(asked))
                left -= 1
            while answered < number:
                if time.perf_counter() - start > limit:
                    raise TimeoutError(f"{answered} of {number} answers after {limit} seconds")
                for key, _ in waiting.select(1):
                    client = key.data
                    if not client.read():
                        continue
                    measured.times.append(time.perf_counter() - client.asked)
                    answered += 1
                    if client.status != 200:
                        measured.refused.append(client.status)
                    if left:
                        client.ask(next(asked))
                        left -= 1
            measured.seconds = time.perf_counter() - start
        finally:
            for client in clients:
                client.socket.close()
    return measured


class _Client:
    def __init__(self, host: str, port: int) -> None:
        self.socket = socket.create_connection((host, port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.asked = 0.0
        self.status = 0
        self._got = bytearray()
        self._end: int | None = None
        self._chunked = False

    def ask(self, request: bytes) -> None:
        self._got.clear()
        self._end, self._chunked = None, False
        self.asked = time.perf_counter()
        self.socket.sendall(request)

    def read(self) -> bool:
        """Take what has come; tells whether the answer is whole."""
        part = self.socket.recv(262_144)
        if not part:
            raise ConnectionError("the server closed the connection within an answer")
        self._got += part
        if self._end is None and not self._chunked:
            end = self._got.find(b"\r\n\r\n")
            if end < 0:
                return False
            head = bytes(self._got[: end + 2])
            self.status = int(head[9:12])
            length = _LENGTH.search(head)
            self._chunked = length is None and _CHUNKED.search(head) is not None
            self._end = end + 4 + (int(length.group(1)) if length else 0)
        if self._chunked:
            return self._got.endswith(b"\r\n0\r\n\r\n")
        return len(self._got) >= (self._end or 0)
