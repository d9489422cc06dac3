"""What is remembered of queries that were answered: which took long, and which were quick."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict

REMEMBERED = 4_096
SHAPED = 10_000

_VARYING = re.compile(r"""#[^\r\n]*|"[^"\r\n]*"|'[^'\r\n]*'|[0-9]+|\s+""")


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
        self._quick.pop(shape(query), None)
        _remember(self._long, _digest(query))

    def was_quick(self, known: bytes) -> None:
        """Note that a query of this shape was quick."""
        _remember(self._quick, known)

    def is_long(self, query: str) -> bool:
        """Tell whether this very query took long before."""
        return bool(self._long) and _digest(query) in self._long

    def is_quick(self, known: bytes) -> bool:
        """Tell whether queries of this shape were quick."""
        return known in self._quick


def shape(query: str) -> bytes:
    """Give what a query has in common with those that differ from it in a number, a text or a comment."""
    return _digest(_VARYING.sub(" ", query) if len(query) <= SHAPED else query)


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _remember(known: OrderedDict[bytes, None], digest: bytes) -> None:
    known[digest] = None
    known.move_to_end(digest)
    if len(known) > REMEMBERED:
        known.popitem(last=False)
