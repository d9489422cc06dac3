"""Connections whose requests are bounded and well-formed before they reach the application."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from typing import NamedTuple, cast

from starlette.types import Scope
from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from claimgraph.express import Exchange, Express
from claimgraph.problems import Problem, problem_response
from claimgraph.protocol import METHODS
from claimgraph.wire import Pair, written
from claimgraph.workers.loans import Terms

# httptools itself reads no URL longer than 65,535 bytes.
URL_BYTES = 65_000
HEADER_BYTES = 65_000
LINGER = 2.0


class _Refusal(NamedTuple):
    status: int
    message: str
    remedy: str


_MALFORMED = _Refusal(400, "This is not a request of HTTP.", "Send it with an HTTP client.")
_HOST = _Refusal(400, "A request of HTTP/1.1 has exactly one Host header.", "Send one.")
_URL = _Refusal(414, f"The URL is longer than {URL_BYTES:,} bytes.", "Send the query with POST.")
_HEADERS = _Refusal(
    431, f"The headers are longer than {HEADER_BYTES:,} bytes.", "Send fewer or shorter ones."
)


_METHOD = _Refusal(405, "This method does not exist here.", f"Use one of {METHODS}.")
_KNOWN = frozenset({b"GET", b"HEAD", b"POST", b"PUT", b"DELETE", b"OPTIONS", b"PATCH", b"TRACE", b"CONNECT"})
_REQUEST_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+) \S+ HTTP/1\.[01]\r?\n")


class _Refused(Exception):
    """Raised inside of the parser to end it."""


class Connection(HttpToolsProtocol):
    """uvicorn's connection, which bounds URL and headers and refuses in the JSON of all other errors.

    A client that is still sending would lose the answer to a reset if the connection were closed at once, so
    what else it sends is dropped for two seconds. Plain requests go to the ``express``, where there is one;
    ``lent`` says that a worker answers over the connection.
    """

    express: Express | None = None
    lent = False
    _ending = False
    _exchange: Exchange | bool = False
    _refusal = _MALFORMED
    _size = 0
    _closing = False
    _received = b""
    _in_message = _in_head = False
    _head = 0

    def data_received(self, data: bytes) -> None:
        """Read what has come, unless the request was refused already."""
        if self._closing or (self._idle and self._lend_with(data)):
            return
        self._read(data)

    def _read(self, data: bytes) -> None:
        self._received = data
        super().data_received(data)
        # A header that never ends is none yet, and the parser keeps all of it.
        self._head += len(data) if self._in_head else 0
        if self._in_head and self._head > URL_BYTES + 2 * HEADER_BYTES and not self._closing:
            self._refusal = _HEADERS
            self.send_400_response("")

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._in_message = self._in_head = True
        self._head = 0
        self._refusal, self._size = _MALFORMED, 0

    def on_url(self, url: bytes) -> None:
        """Take in a piece of the URL."""
        super().on_url(url)
        if len(self.url) > URL_BYTES:
            self._refuse(_URL)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take in a header."""
        super().on_header(name, value)
        self._size += len(name) + len(value)
        if self._size > HEADER_BYTES:
            self._refuse(_HEADERS)

    def on_headers_complete(self) -> None:
        """Hand the request to the application, if it has its Host (RFC 9112, section 3.2)."""
        self._in_head = False
        hosts = sum(name == b"host" for name, _ in self.headers)
        if hosts > 1 or (not hosts and self.parser.get_http_version() == "1.1"):
            self._refuse(_HOST)
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Note that the request is whole."""
        self._in_message = False
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Refuse, and let the client read that before the connection ends."""
        if self.cycle is not None and not self.cycle.response_complete:
            self.transport.close()
            return
        line = _REQUEST_LINE.match(self._received) if self._refusal is _MALFORMED else None
        # The parser takes a method that it does not know for no HTTP at all.
        unknown = line is not None and line[1] not in _KNOWN
        status, message, remedy = _METHOD if unknown else self._refusal
        body = bytes(problem_response(Problem(status, message, remedy)).body)
        head = (
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\ncontent-type: application/json\r\n"
            f"content-length: {len(body)}\r\naccess-control-allow-origin: *\r\n"
            f"x-content-type-options: nosniff\r\n{f'allow: {METHODS}' if unknown else 'vary: Accept'}\r\n"
            "connection: close\r\n\r\n"
        )
        self.transport.write(head.encode("ascii") + body)
        self._closing = True
        if self.transport.can_write_eof():
            self.transport.write_eof()
        self.loop.call_later(LINGER, self.transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        """Note that the client is gone."""
        super().connection_lost(exc)
        if isinstance(self._exchange, Exchange):
            self._exchange.gone()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        leave = partial(super()._start_asgi_task, cycle, app)
        taken: Exchange | bool = False
        # A client that does not fetch what it has got is the application's to wait for.
        if self.express is not None and not self.flow.write_paused:
            taken = self.express.take(
                cast("Scope", cycle.scope), self._received, partial(self._answer, cycle), leave, self._offer
            )
        self._exchange = taken
        if taken is False:
            leave()

    def _answer(self, cycle: RequestResponseCycle, headers: Sequence[Pair], body: bytes) -> None:
        cycle.response_started = cycle.response_complete = True
        self.transport.write(written(cycle.default_headers, headers, body, close=not cycle.keep_alive))
        cycle.message_event.set()
        if not cycle.keep_alive:
            self.transport.close()
        # Those that wait in the line behind would be answered from within this answer.
        if self.pipeline:
            self.loop.call_soon(cycle.on_response)
        else:
            cycle.on_response()

    def _offer(self, terms: Terms) -> None:
        # What was written just now may leave only when all callbacks have run.
        self.loop.call_soon(self._lend, terms)

    @property
    def _idle(self) -> bool:
        """Whether the connection is between two requests."""
        between = self.cycle is None or self.cycle.response_complete
        busy = self._in_message or self.pipeline or self.flow.read_paused or self._ending
        return between and not (busy or self.transport.is_closing() or self.transport.get_write_buffer_size())

    def _lend_with(self, request: bytes) -> bool:
        """Lend the connection with a request that was received, if such a request is known well."""
        if self.express is None:
            return False
        terms = self.express.familiar(request, self.client[0] if self.client else "")
        return terms is not None and self._lend(terms, request)

    def _lend(self, terms: Terms, request: bytes = b"") -> bool:
        """Lend the connection to a worker, if it is between two requests."""
        if self.express is None or not self._idle:
            return False
        self.flow.pause_reading()
        self.lent = self.express.lending.lend(self, terms, request)
        if self.lent:
            self._unset_keepalive_if_required()
        else:
            self.flow.resume_reading()
        return self.lent

    def fileno(self) -> int:
        """Give the descriptor of the connection."""
        number: int = self.transport.get_extra_info("socket").fileno()
        return number

    def returned(self, unsent: bytes, unanswered: bytes) -> None:
        """Take the connection back from a worker.

        ``unsent`` is what the client has not taken of its last answer, ``unanswered`` a request.
        """
        self.lent = False
        if self.transport.is_closing():
            return
        if unsent:
            self.transport.write(unsent)
        if self._ending:
            self.transport.close()
            return
        self.timeout_keep_alive_task = self.loop.call_later(
            self.timeout_keep_alive, self.timeout_keep_alive_handler
        )
        self.flow.resume_reading()
        if unanswered:
            self._read(unanswered)

    def broken(self) -> None:
        """End the connection, after an answer that may be cut off."""
        self.lent = False
        self.transport.abort()

    def shutdown(self) -> None:
        """End the connection once it is not needed any more, for the server is about to stop."""
        self._ending = True
        if not self.lent:
            super().shutdown()

    def _refuse(self, refusal: _Refusal) -> None:
        self._refusal = refusal
        raise _Refused


def connected_to(express: Express) -> type[Connection]:
    """Give the class of connections whose plain requests go to an express."""
    return type("Connection", (Connection,), {"express": express})
