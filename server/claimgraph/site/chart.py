"""Figures as marks on lines: one panel for what can be compared, one row for each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

import pyoxigraph as ox

from claimgraph.site.figures import Figure
from claimgraph.site.reader import Reader, cg
from claimgraph.site.scale import Scale, Tick, scale


@dataclass(frozen=True)
class Mark:
    """What is drawn for a figure. Without a place on the line (``at``) it is words in an open frame.

    ``left`` and ``right`` are open ends; ``hollow`` means that the number itself is not meant.
    """

    at: float | None
    words: str
    left: bool = False
    right: bool = False
    hollow: bool = False
    soft: bool = False
    unclear: bool = False
    gap: bool = False
    lower: float | None = None
    upper: float | None = None

    @property
    def description(self) -> str:
        """Say what is drawn to those who do not see it."""
        if self.at is None:
            given = "disclosed" if self.gap else "given"
            return f"A number that is not {given}: it has no place on the line."
        parts = [
            f"A mark at {self.words}",
            "open towards smaller numbers" if self.left else "",
            "open towards greater numbers" if self.right else "",
            "the number itself not meant" if self.hollow else "",
            "near the number on either side" if self.soft else "",
            "the text leaves open whether it is qualified" if self.unclear else "",
        ]
        return ", ".join(part for part in parts if part) + "."


@dataclass(frozen=True)
class Row:
    """A figure, its mark, and of whom or what it is a number."""

    figure: Figure
    mark: Mark
    words: str


@dataclass(frozen=True)
class Panel:
    """Figures of one harm or unit on one line, by event."""

    key: str
    title: str
    scale: Scale | None
    ticks: Sequence[Tick]
    groups: Sequence[tuple[ox.NamedNode | None, Sequence[Row]]]

    @property
    def rows(self) -> list[Row]:
        """Give the rows in the order in which they are drawn."""
        return [row for _, rows in self.groups for row in rows]


def panels(reader: Reader, figures: Iterable[Figure]) -> list[Panel]:
    """Put figures into panels: people by harm, the dead first; then things by unit. Order within is kept.

    Panels of people share one line, so that their marks can be compared.
    """
    titled = sorted(((_title(reader, figure), figure) for figure in figures), key=lambda pair: pair[0])
    harmed = scale(_numbers(figure for (rank, _), figure in titled if rank < 2))
    found = []
    for (rank, title), pairs in groupby(titled, key=lambda pair: pair[0]):
        members = [figure for _, figure in pairs]
        line = harmed if rank < 2 else scale(_numbers(members))
        key = "".join(letter if letter.isalnum() else "-" for letter in title.lower())
        found.append(Panel(key, title, line, line.ticks if line else (), _by_event(reader, members, line)))
    return found


def mark(figure: Figure, line: Scale | None) -> Mark:
    """Draw a figure on a line."""
    kind = figure.qualifier
    if figure.value is None or line is None or kind is None:
        return Mark(None, figure.words, gap=figure.gap is not None)
    return Mark(
        line.at(figure.value),
        figure.words,
        kind.less,
        kind.more,
        not kind.itself,
        kind.soft,
        kind.unclear,
        lower=line.at(figure.lower) if figure.lower is not None else None,
        upper=line.at(figure.upper) if figure.upper is not None else None,
    )


def _by_event(
    reader: Reader, figures: Sequence[Figure], line: Scale | None
) -> list[tuple[ox.NamedNode | None, Sequence[Row]]]:
    shared = Counter(event for figure in figures for event in figure.events)
    groups: dict[ox.NamedNode | None, list[Row]] = {}
    for figure in figures:
        # Of several events the one that more figures are about: they are to be read together.
        event = max(figure.events, key=lambda each: (shared[each], each.value), default=None)
        groups.setdefault(event, []).append(Row(figure, mark(figure, line), _words(reader, figure)))
    return list(groups.items())


def _words(reader: Reader, figure: Figure) -> str:
    """Say of whom or what a figure is a number; the side only as it is stated, or that it is not."""
    parts = [reader.label(each) for each in (figure.status, *figure.objects, figure.severity) if each]
    if figure.side == cg("SideUnspecified"):
        parts.append(reader.label(figure.side))
    elif figure.side is not None:
        basis = ", read from the sentences around" if figure.side_inferred else ""
        parts.append(f"side: {reader.label(figure.side)}{basis}")
    return ", ".join(parts) or reader.label(figure.proposition)


def _numbers(figures: Iterable[Figure]) -> list[Decimal]:
    return [n for figure in figures for n in (figure.value, figure.lower, figure.upper) if n is not None]


def _title(reader: Reader, figure: Figure) -> tuple[int, str]:
    if figure.harm is not None:
        label = reader.label(figure.harm)
        return (0 if figure.harm == cg("Killed") else 1), f"People: {label}"
    unit = reader.label(figure.unit) if figure.unit else "other numbers"
    if figure.objects:
        return 2, f"Damage: {unit}"
    return 3, f"Other numbers: {unit}"
