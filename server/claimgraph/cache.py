"""Answers that were given before, as the bytes they went out as, within a bound in bytes."""

from __future__ import annotations

import hashlib
import marshal
from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

LARGEST = 16
OVERHEAD = 500

Key = tuple[str | bytes, ...]


class Cached(NamedTuple):
    """A whole answer with what belongs to it; ``form`` is that of its query.

    ``headers`` are all headers it went out with, where it is kept for requests that are the same to the byte.
    """

    body: bytes
    content_type: str
    gzip: bool
    form: str
    headers: tuple[tuple[bytes, bytes], ...] = ()


class Cache:
    """Answers by the key of what was asked; what was not asked for longest makes room first.

    A single answer may take up to a sixteenth of the bound.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.largest = limit // LARGEST
        self.size = 0
        self.hits = self.misses = 0
        self._entries: OrderedDict[Key, Cached] = OrderedDict()

    def __len__(self) -> int:
        """Give how many answers there are."""
        return len(self._entries)

    def __contains__(self, key: Key) -> bool:
        """Tell whether there is an answer, without counting that."""
        return key in self._entries

    def get(self, key: Key) -> Cached | None:
        """Find an answer, and count whether there is one."""
        found = self.find(key)
        self.misses += found is None
        return found

    def find(self, key: Key) -> Cached | None:
        """Find an answer, and count it if there is one."""
        found = self._entries.get(key)
        if found is not None:
            self.hits += 1
            self._entries.move_to_end(key)
        return found

    def put(self, key: Key, answer: Cached) -> None:
        """Keep an answer, if it is not too large."""
        if len(answer.body) > self.largest:
            return
        if (before := self._entries.pop(key, None)) is not None:
            self.size -= _size(key, before)
        self._entries[key] = answer
        self.size += _size(key, answer)
        while self.size > self.limit:
            oldest, dropped = self._entries.popitem(last=False)
            self.size -= _size(oldest, dropped)

    def clear(self) -> None:
        """Forget all answers."""
        self._entries.clear()
        self.size = 0


def answer_key(
    edition: str,
    url: str,
    query: str,
    written: tuple[str, str],
    dataset: Iterable[tuple[str, str]] = (),
    *,
    gzip: bool,
) -> Key:
    """Give all that the answer to a query depends on.

    ``written`` are its formats, for rows and for triples, ``dataset`` the names and values of the parameters
    that choose graphs.
    """
    graphs = [f"{name}={graph}" for name, graph in dataset]
    return (edition, url, query, *written, "gzip" if gzip else "", *graphs)


def etag(key: Key) -> str:
    """Give the entity tag (RFC 9110, section 8.8.3) of the answer to what was asked."""
    digest = hashlib.blake2b(marshal.dumps(key, 2), digest_size=16)
    return f'"{digest.hexdigest()}"'


def _size(key: Key, answer: Cached) -> int:
    return len(answer.body) + OVERHEAD + sum(map(len, key))
