"""The bounds of what is at work: time, memory, patience, and what waits to be fetched."""

from __future__ import annotations

from claimgraph.errors import LimitExceeded
from claimgraph.settings import Settings
from claimgraph.workers.child import Child
from claimgraph.workers.lanes import Lanes
from claimgraph.workers.refusals import Refusals

# Whoever has run for less is not worth a look at its process.
YOUNG = 0.02


class Bounds:
    """Looks at workers from outside, so that nothing the engine does can escape it."""

    def __init__(self, settings: Settings, lanes: Lanes, refusals: Refusals) -> None:
        self._settings = settings
        self._lanes = lanes
        self._refusals = refusals
        self._memory = settings.memory_megabytes << 20

    def exceeded(self, now: float) -> list[tuple[Child, LimitExceeded]]:
        """Give the workers to end, each with the bound it exceeds."""
        found: dict[Child, LimitExceeded] = {}
        for child in [*self._lanes.quick, *self._lanes.long]:
            if (error := self._running(child, now)) is not None:
                found[child] = error
        for child in self._lanes.parked:
            if child.stopped_since and now - child.stopped_since > self._settings.waiting_seconds:
                found[child] = self._refusals.crowded()
        left = [child for child in self._lanes if child not in found]
        places = self._lanes.quick_places + self._lanes.long_places
        left.sort(key=lambda each: each.grown)
        while left and sum(child.grown for child in left) > places * self._memory:
            found[left.pop()] = self._refusals.memory()
        left.sort(key=lambda each: each.unfetched)
        while left and sum(child.unfetched for child in left) > self._settings.spool_megabytes << 20:
            found[left.pop()] = self._refusals.crowded()
        return list(found.items())

    def _running(self, child: Child, now: float) -> LimitExceeded | None:
        ticket = child.ticket
        if ticket is None:
            return None
        ran = now - ticket.started
        if ran > ticket.seconds:
            return self._refusals.time(ticket.seconds)
        if ran > YOUNG:
            child.look()
            if child.grown > self._memory:
                return self._refusals.memory()
        return None
