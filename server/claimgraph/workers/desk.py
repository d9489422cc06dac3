"""What a worker has at hand: a store, and the site over it, which is made when there is time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from claimgraph.companion import Companion
from claimgraph.store import Store

if TYPE_CHECKING:
    from claimgraph.site.site import Site


class Desk:
    """A store and its site. Queries need only the first, and a server has to answer them at once."""

    def __init__(self, store: Store, companion: Companion | None = None) -> None:
        self.store = store
        self._companion = companion

    @cached_property
    def site(self) -> Site:
        """The site; the first to ask loads its modules."""
        from claimgraph.site.site import Site  # noqa: PLC0415

        return Site(self.store, self._companion)

    def preparing(self, *, pages: bool) -> Iterator[None]:
        """Make ready step by step what makes answers quicker; between two steps there may be orders.

        ``pages`` says that there is a site to be made.
        """
        self.store.lighten()
        yield
        if pages:
            yield from self.site.preparing()
