"""All names of the graph, sorted once, so that looking one up costs what is found and not what there is."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

import pyoxigraph as ox
from rapidfuzz import process
from rapidfuzz.distance import OSA

from claimgraph.site.folding import words

# What a reader most often looks for comes first where names fit equally well; all else follows.
ORDER = ("actor", "office", "place", "event", "article", "term", "media", "proposition", "claim")
BOUND = 1_000
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Name:
    """One form by which an entity goes: of which kind it is, and what uses the form.

    ``source`` is a name use, a record of a gazetteer or, for the end of its IRI, the entity itself; None if
    the form is its label.
    """

    form: str
    language: str
    entity: ox.NamedNode
    kind: str
    source: ox.NamedNode | None = None


@dataclass(frozen=True)
class Hit:
    """An entity that was found, and the names of it that fit, the best one first."""

    entity: ox.NamedNode
    kind: str
    names: Sequence[Name]


@dataclass(frozen=True)
class Found:
    """What was found, best first; not ``whole`` if there may be more than were looked at.

    ``instead`` is the query that was answered in place of one that fits nothing; empty if there is none.
    """

    hits: Sequence[Hit] = ()
    whole: bool = True
    instead: str = ""


class NameIndex:
    """Finds entities by the beginnings of words of their names; made once over a graph."""

    def __init__(self, names: Iterable[Name]) -> None:
        folded = sorted(
            ((" ".join(words(name.form)), name) for name in names),
            key=lambda pair: (pair[0], pair[1].entity.value, pair[1].form, str(pair[1].source)),
        )
        self._names = [name for _, name in folded]
        self._folded = [text for text, _ in folded]
        postings: dict[str, array[int]] = {}
        for number, text in enumerate(self._folded):
            for word in set(text.split()):
                postings.setdefault(word, array("L")).append(number)
        self._words = sorted(postings)
        self._postings = [postings[word] for word in self._words]
        self._sums = [0, *accumulate(map(len, self._postings))]

    def __len__(self) -> int:
        """Give the number of names."""
        return len(self._names)

    def find(self, query: str, kind: str = "") -> Found:
        """Find names in which each word of the query begins a word; of one kind only, if it is given.

        The whole name comes first, then names that begin so, then all others, and ends of IRIs last; names of
        one rank in the order of their kinds, then of the alphabet. If nothing fits, what differs by a letter
        or two is answered.
        """
        wanted = words(query)
        if not wanted:
            return Found()
        found = self._find(wanted, kind)
        if found.hits:
            return found
        corrected = self._corrected(wanted)
        if corrected == wanted:
            return found
        found = self._find(corrected, kind)
        return Found(found.hits, found.whole, " ".join(corrected) if found.hits else "")

    def _find(self, wanted: Sequence[str], kind: str) -> Found:
        text = " ".join(wanted)

        def fits(number: int) -> bool:
            return not kind or self._names[number].kind == kind

        ranks: dict[int, int] = {}
        first = bisect_left(self._folded, text)
        last = bisect_right(self._folded, text + _LAST)
        for number in filter(fits, islice(range(first, last), BOUND)):
            ranks[number] = self._rank(number, 0 if self._folded[number] == text else 1)
        spans = [self._span(word) for word in wanted]
        sizes = [self._sums[end] - self._sums[start] for start, end in spans]
        rarest = min(range(len(wanted)), key=sizes.__getitem__)
        others = [f" {word}" for number, word in enumerate(wanted) if number != rarest]
        for number in filter(fits, islice(self._numbers(*spans[rarest]), BOUND)):
            if number not in ranks and all(word in f" {self._folded[number]}" for word in others):
                ranks[number] = self._rank(number, 2)
        return Found(self._hits(ranks), last - first <= BOUND and sizes[rarest] <= BOUND)

    def _hits(self, ranks: dict[int, int]) -> list[Hit]:
        entities: dict[ox.NamedNode, list[Name]] = {}
        for number in sorted(ranks, key=lambda number: (ranks[number], self._place(number), number)):
            entities.setdefault(self._names[number].entity, []).append(self._names[number])
        return [Hit(entity, names[0].kind, names) for entity, names in entities.items()]

    def _place(self, number: int) -> int:
        kind = self._names[number].kind
        return ORDER.index(kind) if kind in ORDER else len(ORDER)

    def _rank(self, number: int, rank: int) -> int:
        name = self._names[number]
        return 3 if name.source == name.entity else rank

    def _span(self, word: str) -> tuple[int, int]:
        return bisect_left(self._words, word), bisect_right(self._words, word + _LAST)

    def _numbers(self, start: int, end: int) -> Iterator[int]:
        for place in range(start, end):
            yield from self._postings[place]

    def _corrected(self, wanted: Sequence[str]) -> list[str]:
        """Put the nearest word of the graph, a letter off or two, in the place of each that begins none."""
        corrected = []
        for word in wanted:
            start, end = self._span(word)
            near = []
            if start == end:
                limit = 1 if len(word) < 6 else 2
                near = process.extract(word, self._words, scorer=OSA.distance, score_cutoff=limit, limit=5)
            corrected.append(min(near, key=lambda match: (match[1], match[0]))[0] if near else word)
        return corrected
