"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from claimgraph.site.page import Asked

Item = TypeVar("Item")


@dataclass(frozen=True)
class Paging:
    """Which part of a list is shown: ``page`` counts from 1; ``total`` is the length of the list."""

    page: int
    total: int
    size: int

    @classmethod
    def of(cls, asked: Asked, total: int, size: int = 100) -> Paging:
        """Read the number of the page from a request; one that is not there becomes the nearest that is."""
        text = asked.first("page", "1")
        wanted = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
        pages = max(1, -(-total // size))
        return cls(min(max(wanted, 1), pages), total, size)

    @property
    def pages(self) -> int:
        """Give the number of pages."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """Give the place of the first item that is shown, counted from 1."""
        return min(self.total, (self.page - 1) * self.size + 1)

    @property
    def last(self) -> int:
        """Give the place of the last item that is shown."""
        return min(self.total, self.page * self.size)

    def cut(self, items: Sequence[Item]) -> list[Item]:
        """Give the items of this page."""
        return list(items[(self.page - 1) * self.size : self.page * self.size])
