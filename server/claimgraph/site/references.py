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
        """Give the loaded terms in passages, and those names that are not the label of what they name."""
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

    def uses(self, use: ox.NamedNode) -> tuple[Word, ...]:
        """Give a use of a name or a loaded term, once for each passage where it stands."""
        reader = self._reader
        form, loaded = reader.text(use, cg("form")), cg("TermUse").value in reader.types(use)
        users = tuple(reader.nodes(use, cg("usedBy")))
        meant = tuple(reader.nodes(use, cg("appliedTo") if loaded else cg("names")))
        return tuple(Word(use, form, users, meant, loaded, place) for place in self.all(use)) if form else ()

    def _read_words(self, sentence: ox.NamedNode) -> tuple[Word, ...]:
        uses = {
            use
            for passage in self._reader.subjects(cg("within"), sentence)
            for use in self._reader.subjects(REPORTED_IN, passage)
        }
        return tuple(
            word
            for use in uses
            for word in self.uses(use)
            if word.reference.sentence == sentence and (word.loaded or not self._is_label(word))
        )

    def _is_label(self, word: Word) -> bool:
        labels = {self._reader.label(each).casefold() for each in word.meant}
        return word.form.casefold() in labels
