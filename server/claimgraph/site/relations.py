"""How claims stand to each other: contests that rules derive, and links that the text states or the encoder reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.site.accounts import CONTESTS, nodes, notes
from claimgraph.site.reader import Reader, cg
from claimgraph.site.references import Reference, References

_REMEMBERED = 20_000


@dataclass(frozen=True)
class Relation:
    """A link from one claim to another, as the text states it or the encoder reads it."""

    node: ox.NamedNode
    source: ox.NamedNode
    target: ox.NamedNode
    kind: ox.NamedNode
    stated: bool
    basis: ox.NamedNode | None
    derived: ox.NamedNode | None
    references: tuple[Reference, ...]
    notes: tuple[str, ...]


class Relations:
    """Finds what stands against a claim and what it is linked with; remembers what it found."""

    def __init__(self, reader: Reader, references: References) -> None:
        self._reader = reader
        self._references = references
        self.of = lru_cache(_REMEMBERED)(self._read)
        self.against = lru_cache(_REMEMBERED)(self._read_against)
        self.links = lru_cache(_REMEMBERED)(self._read_links)

    def _read_against(self, claim: ox.NamedNode) -> tuple[tuple[ox.NamedNode, ox.NamedNode], ...]:
        """Give the claims that contest a claim, with the kind; rivals are each other's and left out."""
        return tuple(
            (kind, other)
            for kind in CONTESTS
            if kind != cg("rivals")
            for other in self._reader.subjects(kind, claim)
        )

    def _read_links(self, claim: ox.NamedNode) -> tuple[Relation, ...]:
        """Give the relations that begin or end at a claim: first those that begin there."""
        found = [
            *self._reader.subjects(cg("relationSource"), claim),
            *self._reader.subjects(cg("relationTarget"), claim),
        ]
        return tuple(relation for each in dict.fromkeys(found) if (relation := self.of(each)))

    def _read(self, relation: ox.NamedNode) -> Relation | None:
        facts = self._reader.facts(relation)
        source, target, kind = (
            next(iter(nodes(facts, name)), None) for name in ("relationSource", "relationTarget", "relationKind")
        )
        if source is None or target is None or kind is None:
            return None
        basis = next(iter(nodes(facts, "basis")), None)
        return Relation(
            relation,
            source,
            target,
            kind,
            basis == cg("Stated"),
            basis,
            self._reader.node(kind, cg("derivesProperty")),
            self._references.sorted(nodes(facts, "reportedIn")),
            notes(facts),
        )
