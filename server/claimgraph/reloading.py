"""Taking up a new release while the old one is served."""

from __future__ import annotations

import asyncio
import logging
import os
from pathlib import Path
from typing import Protocol

from claimgraph.editions import Service, load_edition
from claimgraph.errors import ReleaseError
from claimgraph.offers import Offer

INTERVAL = 0.5

_LOG = logging.getLogger("claimgraph.reloading")


class Source(Protocol):
    """Where offers come from."""

    @property
    def watched(self) -> Path:
        """The file whose change means that there is something new."""

    def read(self) -> Offer:
        """Give what is there now. Raises ReleaseError."""


class Reloader:
    """Looks at a source now and then, and takes up what is new there once it has loaded.

    What cannot be read or loaded is refused with a line in the log, and the old edition stays; it is tried
    again when it changes again.
    """

    def __init__(self, source: Source, service: Service) -> None:
        self._source = source
        self._service = service
        self._taken = self._seen = _state(source.watched)

    async def run(self) -> None:
        """Look for ever."""
        while True:
            await asyncio.sleep(INTERVAL)
            await self.look()

    async def look(self) -> bool:
        """Look once; True if something new was taken up.

        A file that still changes from one look to the next is still being written.
        """
        state = await asyncio.to_thread(_state, self._source.watched)
        settled, self._seen = state == self._seen, state
        if state is None or state == self._taken or not settled:
            return False
        self._taken = state
        settings = self._service.settings
        try:
            offer = await asyncio.to_thread(self._source.read)
            if offer.dataset.digest == self._service.edition.key:
                offer.dataset.close()
                return False
            edition = await asyncio.to_thread(load_edition, offer.dataset, offer.release, settings)
        except ReleaseError as error:
            _LOG.error("the new release is refused, and the old one stays: %s", error)
            return False
        self._service.take_up(edition)
        _LOG.warning("a new release is served: %s", offer.dataset.digest)
        return True


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
