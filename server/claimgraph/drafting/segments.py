"""Cutting a text into sentences, as stretches of code points that leave nothing but white space out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from claimgraph.stretches import Stretch

# Quotation marks and brackets hide sentence ends from the splitter, so it is shown blanks instead.
_MARKS = str.maketrans(dict.fromkeys('"“”„«»‟()[]', " "))
_OPENING = frozenset("\"“„«‟'‘([")
_BLANK_LINE = re.compile(r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[^\S\n\r]*(?=[\n\r\v\f\x85\u2028\u2029])")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WRAPPED = 120


def lines(text: str) -> list[Stretch]:
    """Give the lines of a text that say something by themselves, without the white space around them.

    A text whose lines were broken at a margin is told by their length and by how they go on; its lines are
    put together again, up to a blank line.
    """
    single = list(_between(text, _LINE_END))
    if not _broken_at_a_margin(text, single):
        return single
    return list(_between(text, _BLANK_LINE))


def sentences(text: str, line: Stretch, language: str = "en") -> list[Stretch]:
    """Cut one line into sentences; together they hold everything in it but white space."""
    written = text[line.start : line.end]
    starts = [0]
    position = 0
    for piece in sentencex.segment(language, written.translate(_MARKS)):
        position += len(piece)
        start = _before_marks(written, position)
        if start > starts[-1]:
            starts.append(start)
    # The splitter gives back every character; if it ever does not, the line is one sentence.
    if position != len(written):
        starts = [0]
    ends = [*starts[1:], len(written)]
    pieces = (trimmed(text, line.start + a, line.start + b) for a, b in zip(starts, ends, strict=True))
    return [piece for piece in pieces if piece is not None]


def trimmed(text: str, start: int, end: int) -> Stretch | None:
    """Take the white space at both ends from a stretch; None if nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end) if start < end else None


def _between(text: str, ends: re.Pattern[str]) -> Iterator[Stretch]:
    position = 0
    for start, end in [*((each.start(), each.end()) for each in ends.finditer(text)), (len(text), len(text))]:
        if found := trimmed(text, position, start):
            yield found
        position = end


def _broken_at_a_margin(text: str, single: list[Stretch]) -> bool:
    going_on = sum(text[line.start].islower() for line in single)
    return max((line.end - line.start for line in single), default=0) <= _WRAPPED and going_on * 4 > len(
        single
    )


def _before_marks(written: str, position: int) -> int:
    """Move the start of a sentence before the marks that open it, which follow white space."""
    start = position
    while start > 0 and written[start - 1] in _OPENING:
        start -= 1
    return start if start == 0 or written[start - 1].isspace() else position
