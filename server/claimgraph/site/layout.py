"""Articles sentence by sentence: where each stands, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.namespaces import OA
from claimgraph.site.reader import TYPE, Reader, cg
from claimgraph.site.references import REPORTED_IN, Reference, References

SOURCE = ox.NamedNode(str(OA.hasSource))
ATTRIBUTED_IN = cg("attributedIn")
# What may rest on a passage, by a class that only it has, in the order in which pages tell of it.
FAMILIES = ("Claim", "NameUse", "TermUse", "ClaimRelation", "DateStatement", "Contribution")
_FAMILIES = {name: cg(name) for name in FAMILIES}
_REMEMBERED = 1_000


@dataclass(frozen=True)
class Resting:
    """A passage and what rests on it: by family for the content, and claims whose speaker it names."""

    reference: Reference
    content: Mapping[str, Sequence[ox.NamedNode]] = field(default_factory=dict)
    attributed: Sequence[ox.NamedNode] = ()

    @property
    def letter(self) -> str:
        """Give the end of the name of the passage, which tells it from the others of its sentence."""
        return self.reference.passage.value.rpartition("-")[2]


class Layout:
    """Finds the sentences of articles, their passages and what rests on each; remembers what it found."""

    def __init__(self, reader: Reader, references: References) -> None:
        self._reader = reader
        self._references = references
        self.sentences = lru_cache(_REMEMBERED)(self._read_sentences)
        self.passages = lru_cache(_REMEMBERED)(self._read_passages)

    def resting(self, reference: Reference) -> Resting:
        """Give what rests on one passage."""
        leading = self._reader.leading(reference.passage)
        content: dict[str, list[ox.NamedNode]] = {}
        for each in leading.get(REPORTED_IN, ()):
            types = {quad.object for quad in self._reader.store.triples(each, TYPE, None)}
            family = next((name for name, of in _FAMILIES.items() if of in types), "other")
            content.setdefault(family, []).append(each)
        return Resting(reference, content, leading.get(ATTRIBUTED_IN, ()))

    def _read_passages(self, sentence: ox.NamedNode) -> tuple[Resting, ...]:
        """Give the passages of a sentence in the order of the text, with what rests on each."""
        found = self._references.sorted(self._reader.subjects(cg("within"), sentence))
        return tuple(self.resting(reference) for reference in found)

    def _read_sentences(self, article: ox.NamedNode) -> tuple[ox.NamedNode, ...]:
        numbers = {
            each: number
            for each in self._reader.subjects(SOURCE, article)
            if (number := self._reader.number(each, cg("sentenceNumber"))) is not None
        }
        return tuple(sorted(numbers, key=numbers.__getitem__))


def gathered(restings: Iterable[Resting], family: str) -> list[ox.NamedNode]:
    """Give what of one family rests on some passages, each once, in the order of the text."""
    return list(dict.fromkeys(each for resting in restings for each in resting.content.get(family, ())))
