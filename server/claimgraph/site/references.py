"""Where something stands: article, sentence and characters; and the loaded words that stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.namespaces import OA
from claimgraph.site.reader import Reader, cg

REPORTED_IN = cg("reportedIn")
_REMEMBERED = 20_000
_SOURCE, _SELECTOR = ox.NamedNode(str(OA.hasSource)), ox.NamedNode(str(OA.hasSelector))
_START, _END = ox.NamedNode(str(OA.start)), ox.NamedNode(str(OA.end))


@dataclass(frozen=True)
class Reference:
    """A passage and where it lies; ``end`` is the first character after it."""

    passage: ox.NamedNode
    article: ox.NamedNode
    key: str
    sentence: ox.NamedNode
    number: int
    part: ox.NamedNode | None
    start: int
    end: int

    @property
    def order(self) -> tuple[str, int, int]:
        """Give a key that puts references in the order of the articles and their texts."""
        return self.key, self.number, self.start


@dataclass(frozen=True)
class Word:
    """A name or a loaded term as somebody uses it."""

    node: ox.NamedNode
    form: str
    user: tuple[ox.NamedNode, ...]
    meant: tuple[ox.NamedNode, ...]
    loaded: bool
    reference: Reference


class References:
    """Finds where passages lie and which words stand in sentences; remembers what it found."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.of = lru_cache(_REMEMBERED)(self._read)
        self._words = lru_cache(_REMEMBERED)(self._read_words)

    def all(self, subject: ox.NamedNode, predicate: ox.NamedNode = REPORTED_IN) -> tuple[Reference, ...]:
        """Give the references of what has passages, in the order of the text."""
        return self.sorted(self._reader.nodes(subject, predicate))

    def sorted(self, passages: Iterable[ox.NamedNode]) -> tuple[Reference, ...]:
        """Give the references of passages in the order of the text."""
        found = (self.of(passage) for passage in passages)
        return tuple(sorted((each for each in found if each), key=lambda each: each.order))

    def words(self, references: Iterable[Reference]) -> tuple[Word, ...]:
        """Give the loaded terms that stand in passages, and the names that are not the label of what they name."""
        found: dict[ox.NamedNode, Word] = {}
        for reference in references:
            for word in self._words(reference.sentence):
                if word.reference.start < reference.end and word.reference.end > reference.start:
                    found.setdefault(word.node, word)
        return tuple(sorted(found.values(), key=lambda word: word.reference.order))

    def _read(self, passage: ox.NamedNode) -> Reference | None:
        reader = self._reader
        sentence = reader.node(passage, cg("within")) or passage
        article = reader.node(passage, _SOURCE)
        selector = reader.node(passage, _SELECTOR)
        if article is None or selector is None:
            return None
        return Reference(
            passage,
            article,
            reader.text(article, cg("articleKey")),
            sentence,
            reader.number(sentence, cg("sentenceNumber")) or 0,
            reader.node(sentence, cg("part")),
            reader.number(selector, _START) or 0,
            reader.number(selector, _END) or 0,
        )

    def _read_words(self, sentence: ox.NamedNode) -> tuple[Word, ...]:
        reader = self._reader
        found = []
        for passage in reader.subjects(cg("within"), sentence):
            for use in reader.subjects(REPORTED_IN, passage):
                form, reference = reader.text(use, cg("form")), self.of(passage)
                if not form or reference is None:
                    continue
                loaded = cg("TermUse").value in reader.types(use)
                meant = reader.nodes(use, cg("appliedTo") if loaded else cg("names"))
                if loaded or form.casefold() not in {reader.label(each).casefold() for each in meant}:
                    user = tuple(reader.nodes(use, cg("usedBy")))
                    found.append(Word(use, form, user, tuple(meant), loaded, reference))
        return tuple(found)
