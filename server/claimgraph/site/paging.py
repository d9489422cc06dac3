"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimgraph.site.page import Asked

Item = TypeVar("Item")


@dataclass(frozen=True)
class Part(Generic[Item]):
    """The items of one page of a list, with the number of the page and how many items there are in all."""

    items: Sequence[Item]
    number: int
    pages: int
    total: int
    first: int
    parameter: str

    @property
    def last(self) -> int:
        """Give the number of the last item shown."""
        return self.first + len(self.items) - 1


def part(items: Sequence[Item], asked: Asked, size: int, parameter: str = "page") -> Part[Item]:
    """Give the part of a list that a parameter asks for; the nearest that there is."""
    given = asked.first(parameter)
    pages = max(1, -(-len(items) // size))
    number = int(given[:9]) if given.isascii() and given.isdigit() else 1
    number = min(max(number, 1), pages)
    start = (number - 1) * size
    return Part(items[start : start + size], number, pages, len(items), start + 1, parameter)
