"""The process that answers over connections which the server lends it, until it gives them back.

Most of the time of a small query goes into handing it from process to process. Over a lent connection the
worker reads the requests itself. It looks at a request while the kernel still keeps it, and takes it only
once it has the whole answer; whatever else there is, it leaves where it is and gives the connection back. So
the server can end this process at any time, and takes up the connection where it stands.
"""

from __future__ import annotations

import gc
import select
import socket
import time
from dataclasses import dataclass
from email.utils import formatdate

from claimgraph.answers import Answer, ResultFormat
from claimgraph.cache import Cache, Cached, Key, answer_key, etag
from claimgraph.settings import Settings
from claimgraph.wire import Pair, answer_headers, written
from claimgraph.workers.desk import Desk
from claimgraph.workers.evaluation import evaluate
from claimgraph.workers.frames import ANSWERED, ENTRIES, LOAN, RETURN, Decoder, frame
from claimgraph.workers.jobs import Failure, Head, Job
from claimgraph.workers.loans import Entry, Report, Terms, numbered, read_numbered
from claimgraph.workers.output import Output
from claimgraph.workers.slate import Slate

REQUEST = 16_384
ANSWER = 1 << 20
IDLE = 1.0
ENTRIES_AT_ONCE = 256


@dataclass(slots=True)
class _Loan:
    number: int
    connection: socket.socket
    terms: Terms
    used: float


class Held(Output):
    """Keeps an answer together, up to a megabyte."""

    def __init__(self, stream: socket.socket) -> None:
        super().__init__(stream, ANSWER)
        self.whole = False

    @property
    def head(self) -> Head | None:
        """What was said to follow."""
        return self._head

    @property
    def body(self) -> bytes:
        """The answer."""
        return bytes(self._buffer)

    @property
    def compressed(self) -> bool:
        """Whether it is."""
        return self._compress is not None

    def take(self, answer: Answer, into: ResultFormat) -> None:
        """Take an answer in one piece, which is quicker."""
        self.write(answer.serialise(into))

    def end(self) -> None:
        """Note that this was all."""
        self._finish()
        self.whole = True

    def fail(self, failure: Failure) -> None:
        """Do nothing: the server answers, and says what is wrong."""

    def _pass_on(self) -> None:
        pass


class Borrowing:
    """Answers over the connections that come from ``stream``, until that ends.

    ``room`` is how many bytes of answers are kept.
    """

    def __init__(
        self, stream: socket.socket, slate: Slate, desk: Desk, settings: Settings, room: int
    ) -> None:
        self._stream = stream
        self._slate = slate
        self._desk = desk
        self._settings = settings
        self._cache = Cache(room)
        self._poll = select.epoll()
        self._poll.register(stream, select.EPOLLIN)
        self._decoder = Decoder()
        self._descriptors: list[int] = []
        self._loans: dict[int, _Loan] = {}
        self._entries: list[Entry] = []
        self._left = settings.worker_answers
        self._second = 0
        self._date: tuple[Pair, ...] = ()

    def run(self) -> None:
        """Answer; at the end everything is given back."""
        # Requests leave hardly anything that only a collection finds.
        gc.set_threshold(10_000, 20, 20)
        while self._left > 0:
            events = self._poll.poll(0)
            if not events:
                self._report()
                self._return_idle()
                events = self._poll.poll(IDLE if self._loans else None)
            for descriptor, _ in events:
                if descriptor == self._stream.fileno():
                    self._left = self._left if self._hear() else 0
                elif loan := self._loans.get(descriptor):
                    self._attend(loan)
        self._report()
        for loan in [*self._loans.values()]:
            self._give_back(loan)

    def _hear(self) -> bool:
        """Take up what the server lends; False once it wants everything back."""
        received, descriptors, _, _ = socket.recv_fds(self._stream, 1 << 16, 64)
        self._descriptors += descriptors
        for kind, said in self._decoder.feed(received):
            if kind == LOAN:
                number, content = read_numbered(said)
                terms, request = Terms.decode(content)
                descriptor = self._descriptors.pop(0)
                connection = socket.socket(fileno=descriptor)
                connection.setblocking(False)
                loan = self._loans[descriptor] = _Loan(number, connection, terms, time.monotonic())
                self._poll.register(descriptor, select.EPOLLIN)
                if request:
                    self._attend(loan, request)
        return bool(received)

    def _attend(self, loan: _Loan, received: bytes = b"") -> None:
        """Answer a request, or give the connection back with the request in it.

        It is looked at where it lies, unless it was ``received`` before the connection was lent.
        """
        began = time.perf_counter()
        try:
            content = received or loan.connection.recv(REQUEST, socket.MSG_PEEK)
        except BlockingIOError:
            return
        except OSError:
            content = b""
        asked = loan.terms.query_string(content)
        if asked is None:
            self._give_back(loan)
            return
        key = (loan.terms.before, loan.terms.behind, asked)
        found = self._cache.find(key)
        answer = found or self._evaluated(loan, asked, key)
        if answer is None:
            self._give_back(loan)
            return
        loan.used = time.monotonic()
        size = len(answer.body)
        self._send(loan, 0 if received else len(content), written(self._dated(), answer.headers, answer.body))
        query = self._query(loan.terms, asked) if self._settings.log_queries else None
        seconds = time.perf_counter() - began
        self._entries.append(Entry(loan.terms.client, seconds, size, answer.form, found is not None, query))
        if len(self._entries) >= ENTRIES_AT_ONCE:
            self._report()

    def _evaluated(self, loan: _Loan, asked: bytes, key: Key) -> Cached | None:
        terms = loan.terms
        query = self._query(terms, asked)
        if query is None:
            return None
        held = Held(self._stream)
        job = Job(query, terms.url, (), (), terms.formats, gzip=terms.gzip)
        self._slate.begin(loan.number)
        usable = evaluate(job, self._desk, self._settings, held)
        self._slate.end()
        self._left = self._left - 1 if usable else 0
        head = held.head
        if head is None or not held.whole:
            return None
        kind = terms.written[0] if head.form in ("select", "ask") else terms.written[1]
        names = answer_key(terms.edition, terms.url, query, terms.written, gzip=terms.gzip)
        tag = "" if head.volatile else etag(names)
        body = held.body
        headers = answer_headers(kind, gzip=held.compressed, tag=tag, length=len(body))
        answer = Cached(body, kind, held.compressed, head.form, headers)
        if tag:
            self._cache.put(key, answer)
        return answer

    def _query(self, terms: Terms, asked: bytes) -> str | None:
        return terms.query(asked, self._settings.query_bytes)

    def _dated(self) -> tuple[Pair, ...]:
        if (now := int(time.time())) != self._second:
            self._second, self._date = now, ((b"date", formatdate(now, usegmt=True).encode()),)
        return self._date

    def _send(self, loan: _Loan, length: int, answer: bytes) -> None:
        """Take the request, of so many bytes, and send the answer.

        The server goes on with what the client does not take yet.
        """
        self._slate.answering = loan.number
        if length:
            loan.connection.recv(length)
        try:
            sent = loan.connection.send(answer)
        except BlockingIOError:
            sent = 0
        except OSError:
            sent = len(answer)
        if not length:
            self._stream.sendall(frame(ANSWERED, numbered(loan.number)))
        if sent < len(answer):
            self._give_back(loan, answer[sent:])
        self._slate.answering = 0

    def _give_back(self, loan: _Loan, unsent: bytes = b"") -> None:
        descriptor = loan.connection.fileno()
        # The server has the connection too, so that closing it would not take it out.
        self._poll.unregister(descriptor)
        del self._loans[descriptor]
        loan.connection.close()
        self._report()
        self._stream.sendall(frame(RETURN, numbered(loan.number, unsent)))

    def _return_idle(self) -> None:
        oldest = time.monotonic() - IDLE
        for loan in [each for each in self._loans.values() if each.used <= oldest]:
            self._give_back(loan)

    def _report(self) -> None:
        if self._entries:
            report = Report(self._entries, self._cache.size, len(self._cache))
            self._stream.sendall(frame(ENTRIES, report.encode()))
            self._entries = []


def borrow(stream: socket.socket, sheet: int, desk: Desk, settings: Settings, room: int) -> None:
    """Answer over the connections that come from ``stream`` until it ends.

    ``sheet`` is that of the slate, ``room`` how many bytes of answers may be kept.
    """
    Borrowing(stream, Slate(sheet), desk, settings, room).run()
