"""Which workers run where: the quick lane, the long lane, and those that are parked."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator

from claimgraph.settings import Settings
from claimgraph.workers.child import Child


class Lanes:
    """Workers at work, each in one lane; see ``pool`` for what the lanes mean."""

    def __init__(self, settings: Settings) -> None:
        places = settings.workers or 2 * (os.cpu_count() or 1)
        self.quick_places = max(1, places // 2)
        self.long_places = max(1, places - self.quick_places)
        self.parked_places = settings.parked_queries
        self.quick: list[Child] = []
        self.long: list[Child] = []
        self.parked: list[Child] = []

    def __iter__(self) -> Iterator[Child]:
        """Give all of them."""
        return iter([*self.quick, *self.long, *self.parked])

    def __len__(self) -> int:
        """Give how many there are."""
        return len(self.quick) + len(self.long) + len(self.parked)

    @property
    def room_for_quick(self) -> bool:
        """Whether the quick lane has a place."""
        return len(self.quick) < self.quick_places

    @property
    def room_for_known(self) -> bool:
        """Whether the quick lane has a place for a query whose likes were quick."""
        return len(self.quick) <= self.quick_places

    @property
    def room_for_long(self) -> bool:
        """Whether the long lane has a place."""
        return len(self.long) < self.long_places

    def of(self, client: str) -> int:
        """Count the workers that work for a client."""
        return sum(1 for child in self if child.ticket is not None and child.ticket.client == client)

    def leave(self, child: Child) -> None:
        """Take a worker out, wherever it is."""
        for lane in (self.quick, self.long, self.parked):
            if child in lane:
                lane.remove(child)

    def move_on(self, child: Child, now: float) -> Child | None:
        """Move a worker out of the quick lane; give the one that has to be ended for it, if no place is left.

        That is the last that was parked for the client that has most in work: perhaps the one that moves.
        """
        self.quick.remove(child)
        child.step_back()
        if self.room_for_long:
            self.long.append(child)
            return None
        child.stop(now)
        self.parked.append(child)
        if len(self.parked) <= self.parked_places:
            return None
        load = Counter(each.ticket.client for each in self if each.ticket is not None)
        return max(
            enumerate(self.parked),
            key=lambda entry: (load[entry[1].ticket.client] if entry[1].ticket else 0, entry[0]),
        )[1]

    def resume(self, now: float) -> None:
        """Let parked workers go on where the long lane has places: of the client with least there first."""
        while self.parked and self.room_for_long:
            running = Counter(each.ticket.client for each in self.long if each.ticket is not None)
            child = min(self.parked, key=lambda each: running[each.ticket.client] if each.ticket else 0)
            self.parked.remove(child)
            self.long.append(child)
            child.resume(now)
