"""Who is served next: each client in turn, what is known to be quick first."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator

from claimgraph.workers.ticket import Ticket

CROWD = 8
REMEMBERED = 4_096

SHAPED = 10_000

_VARYING = re.compile(r"""#[^\r\n]*|"[^"\r\n]*"|'[^'\r\n]*'|[0-9]+|\s+""")


class Line:
    """Tickets that wait to run.

    The client with the least in work is next, and of equal ones the client that waits longest. Of one
    client's tickets those come first that look like queries which were quick before; of the others the
    oldest, but the newest once they are a crowd: so a flood delays itself, and hardly what comes after it.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[bool, Ticket]]] = {}

    def __len__(self) -> int:
        """Give how many wait."""
        return sum(len(tickets) for tickets in self._waiting.values())

    def __iter__(self) -> Iterator[Ticket]:
        """Give all that wait."""
        return iter([ticket for tickets in self._waiting.values() for _, ticket in tickets])

    def of(self, client: str) -> int:
        """Give how many wait of one client."""
        return len(self._waiting.get(client, ()))

    def add(self, ticket: Ticket, *, quick: bool) -> None:
        """Let a ticket wait; ``quick`` if queries like it were."""
        self._waiting.setdefault(ticket.client, []).append((quick, ticket))

    def remove(self, ticket: Ticket) -> bool:
        """Take out a ticket; False if it does not wait here."""
        tickets = self._waiting.get(ticket.client, [])
        for index, (_, waiting) in enumerate(tickets):
            if waiting is ticket:
                self._drop(ticket.client, index)
                return True
        return False

    def next(self, in_work: Callable[[str], int], *, quick: bool = False) -> Ticket | None:
        """Take out the ticket that is next, with ``quick`` only if queries like it were quick.

        ``in_work`` tells how much of a client is in work.
        """
        clients = [each for each in self._waiting if not quick or self._known(each)]
        if not clients:
            return None
        client = min(clients, key=lambda each: (in_work(each), self._waiting[each][0][1].submitted))
        known, tickets = self._known(client), self._waiting[client]
        index = known[0] if known else len(tickets) - 1 if len(tickets) > CROWD else 0
        return self._drop(client, index)

    def _known(self, client: str) -> list[int]:
        return [index for index, (quick, _) in enumerate(self._waiting[client]) if quick]

    def _drop(self, client: str, index: int) -> Ticket:
        tickets = self._waiting[client]
        _, ticket = tickets.pop(index)
        if not tickets:
            del self._waiting[client]
        return ticket


class Experience:
    """Which queries took long, by their very text, and which were quick, by their shape.

    A wrong guess costs a place in the line and nothing else. That is why the two are kept differently: a
    number may turn a quick query into one that takes long, and must not make all its likes wait.
    """

    def __init__(self) -> None:
        self._long: OrderedDict[bytes, None] = OrderedDict()
        self._quick: OrderedDict[bytes, None] = OrderedDict()

    def took_long(self, query: str) -> None:
        """Note that a query took long."""
        self._quick.pop(_shape(query), None)
        _remember(self._long, _digest(query))

    def was_quick(self, query: str) -> None:
        """Note that a query was quick."""
        _remember(self._quick, _shape(query))

    def is_long(self, query: str) -> bool:
        """Tell whether this very query took long before."""
        return bool(self._long) and _digest(query) in self._long

    def is_quick(self, query: str) -> bool:
        """Tell whether queries of this shape were quick."""
        return _shape(query) in self._quick


def _shape(query: str) -> bytes:
    return _digest(_VARYING.sub(" ", query) if len(query) <= SHAPED else query)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _remember(known: OrderedDict[bytes, None], digest: bytes) -> None:
    known[digest] = None
    known.move_to_end(digest)
    if len(known) > REMEMBERED:
        known.popitem(last=False)
