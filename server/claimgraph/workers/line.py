"""Who is served next: each client in turn, what is known to be quick first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimgraph.workers.experience import Experience
from claimgraph.workers.ticket import Ticket

CROWD = 8
REMEMBERED = 4_096

SHAPED = 10_000


class Line:
    """Tickets that wait to run.

    The client with the least in work is next, and of equal ones the client that waits longest. Of one
    client's tickets those come first that look like queries which were quick before, then the oldest; once
    they are a crowd under pressure, the oldest and the newest by turns: so a flood delays itself more than
    what comes after it, and nobody is forgotten.
    """

    def __init__(self, experience: Experience) -> None:
        self._experience = experience
        self._waiting: dict[str, list[Ticket]] = {}
        self._length = 0
        self._newest = False

    def __len__(self) -> int:
        """Give how many wait."""
        return self._length

    def __iter__(self) -> Iterator[Ticket]:
        """Give all that wait."""
        return iter([ticket for tickets in self._waiting.values() for ticket in tickets])

    def of(self, client: str) -> int:
        """Give how many wait of one client."""
        return len(self._waiting.get(client, ()))

    def add(self, ticket: Ticket) -> None:
        """Let a ticket wait."""
        self._waiting.setdefault(ticket.client, []).append(ticket)
        self._length += 1

    def remove(self, ticket: Ticket) -> bool:
        """Take out a ticket; False if it does not wait here."""
        tickets = self._waiting.get(ticket.client, [])
        for index, waiting in enumerate(tickets):
            if waiting is ticket:
                self._drop(ticket.client, index)
                return True
        return False

    def next(
        self, in_work: Callable[[str], int], *, quick: bool = False, pressed: bool = False
    ) -> Ticket | None:
        """Take out the ticket that is next, with ``quick`` only if queries like it were quick.

        ``in_work`` tells how much of a client is in work, ``pressed`` whether long queries are: without any,
        it does not matter which are quick.
        """
        if not self._waiting or (quick and not pressed):
            return None
        known = {client: self._known(client) for client in self._waiting} if pressed else {}
        clients = [client for client in self._waiting if not quick or known[client]]
        if not clients:
            return None
        client = (
            clients[0]
            if len(clients) == 1
            else min(clients, key=lambda each: (in_work(each), self._waiting[each][0].submitted))
        )
        index = 0
        if known.get(client):
            index = known[client][0]
        elif pressed and len(self._waiting[client]) > CROWD:
            self._newest = not self._newest
            index = len(self._waiting[client]) - 1 if self._newest else 0
        return self._drop(client, index)

    def _known(self, client: str) -> list[int]:
        return [
            index
            for index, ticket in enumerate(self._waiting[client])
            if self._experience.is_quick(ticket.shape)
        ]

    def _drop(self, client: str, index: int) -> Ticket:
        tickets = self._waiting[client]
        ticket = tickets.pop(index)
        self._length -= 1
        if not tickets:
            del self._waiting[client]
        return ticket
