"""In which part of an article each sentence stands, as far as the layout of the text shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimgraph.drafting import segments
from claimgraph.stretches import Stretch

Part = Literal["DateStamp", "Headline", "Caption", "Credit", "Dateline", "Body", "Contributor", "Separator"]

_DAY = r"\d{1,2}\.? [A-Z][a-z]{2,8}\.?,? \d{4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
_STAMPED = r"(?i:date|dated|published|updated|delivered|posted)(?: on)?:?[ \t]+"
_STAMP = re.compile(
    rf"(?:(?:{_STAMPED})?\d{{4}}-\d{{2}}-\d{{2}}|{_STAMPED}(?:{_DAY}))"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2})?(?: ?(?:Z|GMT|UTC|[+-]\d{2}:?\d{2}))?)?(?=\s|$)"
)
# A place in capitals, or an agency in parentheses after a place, and then a dash.
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z]{2}[^\W\da-z]*(?:[ ’'.-]+[^\W\d_a-z][^\W\da-z]*)*"
    r"(?:, [^\W\d_][\w .]{0,40}?)?(?: \([^()\n]{2,40}\))?"
    r"|(?:[^\W\d_][\w’'.-]*,? ){1,6}?\([A-Z][^()\n]{1,40}\))"
    r"\s*(?:—|–|--|-)(?=\s|$)"
)
_CREDIT_AT_END = re.compile(
    r"\((?=[^()\n]{0,160}(?:[Pp]hoto|[Pp]icture|[Ii]mage|\bvia\b|Getty|[^\s/]/[^\s/]))[^()\n]{2,160}\)$"
)
_CREDIT_ALONE = re.compile(
    r"\([^()\n]{2,160}\)$|(?i:photo|picture|image|credit)s?(?: by| credit)?:? ?[:©]? [^\n]{2,160}$"
)
_CONTRIBUTORS = re.compile(
    r"\bcontributed (?:to this (?:report|story|article|dispatch)\b|reporting\b|from [^\W\d_a-z])"
    r"|^(?:Additional r|R)eporting (?:by|from)\b|^(?:Writing|Edited|Editing|Written|Compiled) by\b"
    r"|^By [^\W\d_a-z](?:[^\W\d_]|[ .,’'-]){1,80}(?<![.,])$"
)
_ENDS = tuple(".!?…:;,”\"'’»)")
_HEADLINE_WORDS = 20


@dataclass(frozen=True)
class Piece:
    """One sentence, or piece of furniture, and the part it stands in."""

    stretch: Stretch
    part: Part


def pieces(text: str, language: str = "en") -> list[Piece]:
    """Cut a whole text into sentences, each with its part; they tile it as a graph wants it.

    What lies between two of them, before the first and after the last is white space, and little of it.
    """
    lines = segments.lines(text)
    found: list[Piece] = []
    seen: set[Part] = set()
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        for piece in _line(text, line, following, language, seen):
            seen.add(piece.part)
            found.append(piece)
    return _close_wide_gaps(found, len(text))


def _line(
    text: str, line: Stretch, following: Stretch | None, language: str, seen: set[Part]
) -> Iterator[Piece]:
    before_body = not seen & {"Body", "Dateline"}
    if before_body and "DateStamp" not in seen and (stamp := _STAMP.match(text, *line)):
        yield Piece(Stretch(*stamp.span()), "DateStamp")
        rest = segments.trimmed(text, stamp.end(), line.end)
        if rest is None:
            return
        line = rest
    written = text[line.start : line.end]
    if not any(character.isalnum() for character in written):
        yield Piece(line, "Separator")
    elif _CONTRIBUTORS.search(written):
        yield from _each(text, line, "Contributor", language)
    elif _is_credit(written):
        yield Piece(line, "Credit")
    elif credit := _CREDIT_AT_END.search(written):
        if caption := segments.trimmed(text, line.start, line.start + credit.start()):
            yield from _each(text, caption, "Caption", language)
        yield Piece(Stretch(line.start + credit.start(), line.end), "Credit")
    elif before_body and following and _is_credit(text[following.start : following.end]):
        yield from _each(text, line, "Caption", language)
    elif "Dateline" not in seen and (dateline := _DATELINE.match(text, *line)):
        yield Piece(Stretch(*dateline.span()), "Dateline")
        if rest := segments.trimmed(text, dateline.end(), line.end):
            yield from _each(text, rest, "Body", language)
    elif not written.endswith(_ENDS) and len(written.split()) <= _HEADLINE_WORDS:
        yield Piece(line, "Headline")
    else:
        yield from _each(text, line, "Body", language)


def _is_credit(written: str) -> bool:
    return _CREDIT_ALONE.match(written) is not None


def _each(text: str, line: Stretch, part: Part, language: str) -> Iterator[Piece]:
    for stretch in segments.sentences(text, line, language):
        yield Piece(stretch, part)


def _close_wide_gaps(found: list[Piece], length: int, widest: int = 4) -> list[Piece]:
    """Let a sentence hold the white space after it where that is more than shapes let lie between two."""
    closed = []
    for number, piece in enumerate(found):
        start, end = piece.stretch
        if number == 0 and start > widest:
            start = 0
        following = found[number + 1].stretch.start if number + 1 < len(found) else length
        if following - end > widest:
            end = following
        closed.append(Piece(Stretch(start, end), piece.part))
    return closed
