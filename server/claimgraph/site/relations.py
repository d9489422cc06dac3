"""How claims stand to each other: derived contests, and links that the text states or the encoder reads."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.site.accounts import CONTESTS, Account, nodes, notes
from claimgraph.site.reader import Reader, cg
from claimgraph.site.references import Reference, References

# What a contest is from the side of the denial and from the other side, before the claim on the other end.
CONTEST_WORDS: Mapping[ox.NamedNode, tuple[str, str]] = {
    cg("contestsDirectly"): ("Denies what is said in", "Denied in"),
    cg("contestsByImplication"): ("Denies what is implied in", "What it implies is denied in"),
    cg("rivals"): ("Gives another answer than", "Gives another answer than"),
    cg("contestsWithOpenReach"): ("May deny what is said in", "May be denied in"),
    cg("missesAllegation"): ("Replies to, but misses,", "Replied to, but missed, in"),
    cg("contradictsOwnParty"): ("Denies what its own party says in", "Denied by its own party in"),
}
# What to call so many contests of a kind: one, several.
CONTEST_NOUNS: Mapping[ox.NamedNode, tuple[str, str]] = {
    cg("contestsDirectly"): ("direct denial", "direct denials"),
    cg("contestsByImplication"): ("denial of what is implied", "denials of what is implied"),
    cg("rivals"): ("pair of rival accounts", "pairs of rival accounts"),
    cg("contestsWithOpenReach"): ("denial of open reach", "denials of open reach"),
    cg("missesAllegation"): ("denial of something else", "denials of something else"),
    cg("contradictsOwnParty"): ("contradiction within a party", "contradictions within a party"),
}
LINK_WORDS: Mapping[ox.NamedNode, tuple[str, str]] = {
    cg("DeniesRelation"): ("Said against", "Has said against it"),
    cg("AnswersRelation"): ("Answers", "Answered in"),
    cg("SupportsRelation"): ("Supports", "Supported in"),
    cg("UpdatesRelation"): ("Updates", "Updated in"),
    cg("RepeatsRelation"): ("Repeats", "Repeated in"),
    cg("AgreesRelation"): ("Agrees with", "Agreed with in"),
}
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


@dataclass(frozen=True)
class Contest:
    """The claims at the other end of one kind of contest; ``passive`` is the side that is contested."""

    kind: ox.NamedNode
    passive: bool
    words: str
    others: tuple[ox.NamedNode, ...]


@dataclass(frozen=True)
class Linked:
    """The claims at the other end of one kind of link, each with its relation."""

    words: str
    stated: bool
    pairs: tuple[tuple[ox.NamedNode, Relation], ...]


class Relations:
    """Finds what stands against a claim and what it is linked with; remembers what it found."""

    def __init__(self, reader: Reader, references: References) -> None:
        self._reader = reader
        self._references = references
        self.of = lru_cache(_REMEMBERED)(self._read)
        self.against = lru_cache(_REMEMBERED)(self._read_against)
        self.links = lru_cache(_REMEMBERED)(self._read_links)

    def contests(self, account: Account, here: Container[ox.NamedNode] | None = None) -> list[Contest]:
        """Give the contests of an account by kind, from both sides; if given, only with claims ``here``."""
        sides = ((False, account.contests), (True, self.against(account.claim)))
        found: dict[tuple[ox.NamedNode, bool], list[ox.NamedNode]] = {}
        for passive, pairs in sides:
            for kind, other in pairs:
                if here is None or other in here:
                    found.setdefault((kind, passive), []).append(other)
        return [
            Contest(kind, passive, CONTEST_WORDS[kind][passive], tuple(others))
            for (kind, passive), others in found.items()
        ]

    def grouped(self, account: Account, here: Container[ox.NamedNode] | None = None) -> list[Linked]:
        """Give the links of an account by kind and basis; only those with claims ``here``, if given."""
        found: dict[tuple[str, bool], list[tuple[ox.NamedNode, Relation]]] = {}
        for relation in self.links(account.claim):
            passive = relation.source != account.claim
            other = relation.source if passive else relation.target
            if here is None or other in here:
                label = self._reader.label(relation.kind)
                words = LINK_WORDS.get(relation.kind, (label, f"{label} this:"))[passive]
                found.setdefault((words, relation.stated), []).append((other, relation))
        return [Linked(words, stated, tuple(pairs)) for (words, stated), pairs in found.items()]

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
            next(iter(nodes(facts, name)), None)
            for name in ("relationSource", "relationTarget", "relationKind")
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
