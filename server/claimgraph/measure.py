"""Measuring what of an article is encoded: what rests on each sentence, and which words no claim covers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from rdflib.term import Node

from claimgraph.layout import Layout
from claimgraph.namespaces import CG, RDF
from claimgraph.stretches import Stretch, gaps, left_over, words

State = Literal["covered", "excused", "uncovered"]


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    covered: int
    total: int

    def __add__(self, other: Share) -> Share:
        return Share(self.covered + other.covered, self.total + other.total)


@dataclass(frozen=True)
class SentenceCoverage:
    """What rests on one sentence, and what of it no claim covers.

    ``reported`` gives the claims that each span reports, the sentence itself or a passage within it;
    ``others`` what rests on it beside claims, by class. ``left`` are the stretches that no span of a claim
    covers, an excuse or not; where the text is known they begin and end with a word, and ``words`` counts.
    """

    node: Node
    number: int | None
    part: Node | None
    excuses: tuple[Node, ...]
    stretch: Stretch
    reported: Mapping[Node, tuple[Node, ...]]
    others: Mapping[Node, tuple[Node, ...]]
    left: tuple[Stretch, ...]
    characters: Share
    words: Share | None

    @property
    def claims(self) -> tuple[Node, ...]:
        """The claims that rest on it."""
        return _ordered(claim for claims in self.reported.values() for claim in claims)

    @property
    def state(self) -> State:
        """Whether a claim rests on it, else whether it is excused."""
        return "covered" if self.reported else "excused" if self.excuses else "uncovered"


@dataclass(frozen=True)
class ArticleCoverage:
    """The sentences of one article in the order of its text; ``text`` is None where it is not known."""

    node: Node
    sentences: tuple[SentenceCoverage, ...]
    text: str | None

    def count(self, state: State) -> int:
        """How many sentences are in a state."""
        return sum(sentence.state == state for sentence in self.sentences)

    @property
    def words(self) -> Share | None:
        """How many words claims cover, excused sentences apart; None without the text."""
        return None if self.text is None else sum((s.words for s in self._due if s.words), Share(0, 0))

    @property
    def characters(self) -> Share:
        """How many code points claims cover, excused sentences apart."""
        return sum((sentence.characters for sentence in self._due), Share(0, 0))

    @property
    def _due(self) -> list[SentenceCoverage]:
        return [sentence for sentence in self.sentences if sentence.state != "excused"]


def measure(layout: Layout, article: Node, text: str | None) -> ArticleCoverage:
    """Measure one article; sentences and passages without a readable span are left out.

    A claim rests on the sentence that its cg:reportedIn cites or lies within. Its spans are those, and the
    ones of cg:attributedIn.
    """
    stretches = {
        node: stretch for node in layout.articles[article] if (stretch := layout.stretch(node)) is not None
    }
    cited = {node: [node] for node in stretches if node in layout.sentences}
    for node in stretches:
        for around in layout.data.objects(node, CG.within):
            if around in cited:
                cited[around].append(node)
    measured = [_sentence(layout, nodes, stretches, text) for nodes in cited.values()]
    return ArticleCoverage(article, tuple(sorted(measured, key=lambda s: (s.stretch, str(s.node)))), text)


def _sentence(
    layout: Layout, spans: Sequence[Node], stretches: Mapping[Node, Stretch], text: str | None
) -> SentenceCoverage:
    """Measure a sentence, the first of the spans; the others lie within it."""
    data = layout.data
    node, around = spans[0], stretches[spans[0]]
    reported: dict[Node, tuple[Node, ...]] = {}
    others: dict[Node, set[Node]] = {}
    for span in spans:
        for each in data.subjects(CG.reportedIn, span):
            for kind in data.objects(each, RDF.type):
                others.setdefault(kind, set()).add(each)
        if claims := _ordered(c for c in others.get(CG.Claim, ()) if (c, CG.reportedIn, span) in data):
            reported[span] = claims
    others.pop(CG.Claim, None)
    covering = [
        stretches[span] for span in spans if span in reported or any(data.subjects(CG.attributedIn, span))
    ]
    left, characters, counted = _left(around, covering, text)
    return SentenceCoverage(
        node,
        layout.number(node, CG.sentenceNumber),
        data.value(node, CG.part),
        _ordered(data.objects(node, CG.coverageExcuse)),
        around,
        reported,
        {kind: _ordered(nodes) for kind, nodes in others.items()},
        left,
        characters,
        counted,
    )


def _left(
    around: Stretch, covering: Sequence[Stretch], text: str | None
) -> tuple[tuple[Stretch, ...], Share, Share | None]:
    """What is left over: as stretches, and as shares of code points and of words."""
    without = gaps(covering, around)
    total = around.length
    characters = Share(total - sum(gap.length for gap in without), total)
    if text is None:
        return tuple(without), characters, None
    found = words(text, around)
    runs = list(left_over(found, covering))
    left = tuple(Stretch(run[0].start, run[-1].end) for run in runs)
    return left, characters, Share(len(found) - sum(len(run) for run in runs), len(found))


def _ordered(nodes: Iterable[Node]) -> tuple[Node, ...]:
    return tuple(sorted(set(nodes), key=str))
