"""What was said when, and what is said to have happened when: entries in order, in chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import pyoxigraph as ox

from claimgraph.site.attribution import Attribution, attribution, attributions
from claimgraph.site.reader import TYPE, Reader, cg
from claimgraph.site.spans import ALLEGED, SAID, Span, in_words, span

SAYING, HAPPENING = "said", "happened"
# Entries further apart than this are in chapters of their own, so that days can be told apart.
_APART = timedelta(days=366)
_TICKS = 5
_YEARS = 3
_PARTS = ("", "night", "early hours", "morning", "later that day", "evening")


@dataclass(frozen=True)
class Moment:
    """An utterance or a proposition with its time: what the order of the timeline is made from."""

    node: ox.NamedNode
    kind: str
    when: Span

    @property
    def known(self) -> tuple[date, date]:
        """The days that are known, the first and the last; one day twice where only one end is known."""
        first = self.when.first or self.when.last or date.min
        return first, self.when.last or first

    @property
    def order(self) -> tuple[date, date, int, str, str]:
        """Where it stands: by its days, then by the part of the day, then by kind and name."""
        part = _PARTS.index(self.when.part) if self.when.part in _PARTS else 0
        return *self.known, part, self.kind, self.node.value


@dataclass(frozen=True)
class Entry:
    """A moment with what a reader needs to judge it; ``events`` only where something happened."""

    moment: Moment
    basis: ox.NamedNode | None
    channel: ox.NamedNode | None
    events: Sequence[ox.NamedNode]
    claims: Sequence[Attribution]
    bar: Bar | None = None

    @property
    def speakers(self) -> list[ox.NamedNode]:
        """All who speak in it, each once."""
        return list(dict.fromkeys(speaker for claim in self.claims for speaker in claim.speakers))

    @property
    def where(self) -> list[tuple[ox.NamedNode, str]]:
        """The sentences it rests on, each once."""
        return list(
            dict.fromkeys((place.sentence, place.words) for claim in self.claims for place in claim.places)
        )


@dataclass(frozen=True)
class Bar:
    """From where to where on the line a time lies, in per cent; an open end goes on without limit."""

    start: float
    width: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True)
class Chapter:
    """Entries that lie near each other: days to be written on their line, and groups of one time.

    A group has its time in words, what was said and what is said to have happened.
    """

    title: str
    ticks: Sequence[tuple[float, str]]
    groups: Sequence[tuple[str, Sequence[Entry], Sequence[Entry]]]


def moments(reader: Reader) -> list[Moment]:
    """Give all utterances, and all propositions that allege a time, those with dates first and in order."""
    found = [
        Moment(node, SAYING, span(reader, node, SAID)) for node in reader.subjects(TYPE, cg("Utterance"))
    ]
    timed = dict.fromkeys(
        quad.subject
        for name in ALLEGED
        for quad in reader.store.triples(None, cg(name), None)
        if isinstance(quad.subject, ox.NamedNode)
    )
    found += [Moment(node, HAPPENING, span(reader, node, ALLEGED)) for node in timed]
    return sorted(found, key=lambda each: (not each.when.dated, each.order))


def within(found: Iterable[Moment], first: date | None, last: date | None, kind: str) -> list[Moment]:
    """Give those of a kind (empty for both) whose known days touch a stretch.

    Without dates they are left out if there is a stretch.
    """
    return [
        each
        for each in found
        if kind in ("", each.kind)
        and (
            not (first or last)
            or (
                each.when.dated
                and each.known[0] <= (last or date.max)
                and each.known[1] >= (first or date.min)
            )
        )
    ]


def entry(reader: Reader, moment: Moment, bar: Bar | None = None) -> Entry:
    """Read who says it, and where."""
    node = moment.node
    if moment.kind == SAYING:
        claims = [
            attribution(reader, claim, cg("affirms"), moment.when)
            for claim in reader.subjects(cg("partOf"), node)
        ]
        channel = reader.node(node, cg("channel"))
        return Entry(moment, reader.node(node, cg("timeBasis")), channel, (), claims, bar)
    return Entry(moment, None, None, reader.nodes(node, cg("about")), attributions(reader, node), bar)


def chapters(reader: Reader, found: Sequence[Moment]) -> list[Chapter]:
    """Put moments with dates, in order, into chapters."""
    return [_chapter(reader, part) for part in _parts(found)]


def _parts(found: Sequence[Moment]) -> Iterator[list[Moment]]:
    part: list[Moment] = []
    end = date.min
    for each in found:
        if part and each.known[0] > end and each.known[0] - end > _APART:
            yield part
            part = []
        part.append(each)
        end = max(end, each.known[1])
    if part:
        yield part


def _chapter(reader: Reader, part: Sequence[Moment]) -> Chapter:
    first, last = min(each.known[0] for each in part), max(each.known[1] for each in part)
    groups = []
    for when, members in groupby(part, key=lambda each: (each.when.first, each.when.last)):
        read = [entry(reader, each, _bar(each, first, last)) for each in members]
        groups.append(
            (
                Span(*when).words,
                [each for each in read if each.moment.kind == SAYING],
                [each for each in read if each.moment.kind == HAPPENING],
            )
        )
    return Chapter(Span(first, last).words, _ticks(first, last), groups)


def _bar(moment: Moment, first: date, last: date) -> Bar:
    start, end = moment.known
    days = (last - first).days + 1
    left, right = (start - first).days / days, ((end - first).days + 1) / days
    return Bar(
        _place(left),
        round(_place(right) - _place(left), 2),
        moment.when.first is None,
        moment.when.last is None,
    )


def _ticks(first: date, last: date) -> list[tuple[float, str]]:
    days = (last - first).days + 1
    if last.year - first.year >= _YEARS:
        step = -(-(last.year - first.year + 1) // _TICKS)
        years = [date(year, 1, 1) for year in range(first.year, last.year + 1, step)]
        return [(_place((max(each, first) - first).days / days), str(each.year)) for each in years]
    step = -(-days // _TICKS)
    shown = [first + timedelta(days=count) for count in range(0, days, step)]
    return [(_place((each - first).days / days), in_words(each).rpartition(" ")[0]) for each in shown]


def _place(share: float) -> float:
    return round(4 + 88 * share, 2)
