"""Stretches of a text: which of it others leave over, and the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Apostrophes and the signs inside a number join, hyphens part: of a compound one half may be left over.
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)*")
# Between two spans, a sign and a space at most; at an edge, the closing sign.
_BETWEEN, _EDGE = 2, 1


class Stretch(NamedTuple):
    """A half-open range of code points of an article text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many code points it has."""
        return self.end - self.start

    def within(self, around: Stretch) -> Stretch | None:
        """The part of it that lies inside another; None if there is none."""
        start, end = max(self.start, around.start), min(self.end, around.end)
        return Stretch(start, end) if start < end else None


def merged(stretches: Iterable[Stretch], around: Stretch) -> list[Stretch]:
    """Join stretches that overlap or touch, in order, cut to the one around them."""
    joined: list[Stretch] = []
    for each in sorted(part for stretch in stretches if (part := stretch.within(around))):
        if joined and each.start <= joined[-1].end:
            joined[-1] = Stretch(joined[-1].start, max(joined[-1].end, each.end))
        else:
            joined.append(each)
    return joined


def gaps(stretches: Iterable[Stretch], around: Stretch) -> list[Stretch]:
    """What stretches leave over of the one around them, without gaps too narrow to hold a word."""
    found = []
    position = around.start
    for each in [*merged(stretches, around), Stretch(around.end, around.end)]:
        edge = position == around.start or each.start == around.end
        if each.start - position > (_EDGE if edge else _BETWEEN):
            found.append(Stretch(position, each.start))
        position = each.end
    return found


def words(text: str, around: Stretch) -> list[Stretch]:
    """Find the words of a stretch: runs of letters and digits, with the apostrophes inside them."""
    return [Stretch(*match.span()) for match in _WORD.finditer(text, *around)]


def left_over(all_words: Iterable[Stretch], stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Give the words of which no character lies in a stretch, in runs that no other word parts."""
    covering = list(stretches)
    run: list[Stretch] = []
    for word in all_words:
        if any(word.within(each) for each in covering):
            if run:
                yield run
            run = []
        else:
            run.append(word)
    if run:
        yield run
