"""Who and what there is, by class, in the order in which index pages list it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.site.folding import fold
from claimgraph.site.kinds import Kinds
from claimgraph.site.reader import TYPE, Reader, cg

# Classes that have an index page, or are counted on one.
INDEXED = ("Actor", "Place", "Event", "Article")


@dataclass(frozen=True, slots=True)
class Member:
    """An entity and the most specific class it is in."""

    entity: ox.NamedNode
    kind: ox.NamedNode


class Members:
    """Lists the members of classes by kind and name; each list is made once."""

    def __init__(self, reader: Reader, kinds: Kinds) -> None:
        self._reader = reader
        self._kinds = kinds
        self.of = lru_cache(len(INDEXED))(self._read)

    def _read(self, name: str) -> Sequence[Member]:
        label = self._reader.label
        found = [
            (label(kind), fold(label(entity)), entity, kind)
            for entity in self._reader.subjects(TYPE, cg(name))
            for kind in self._kinds.of(entity)[:1]
        ]
        found.sort(key=lambda row: (row[0], row[1], row[2].value))
        return [Member(entity, kind) for _, _, entity, kind in found]
