"""Times as the graph has them, in words that say no more than is known."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from claimgraph.site.reader import Node, Reader, Value, cg

SAID = ("notBefore", "notAfter", "dayPart", "timeExpression")
ALLEGED = ("allegedNotBefore", "allegedNotAfter", "allegedDayPart", "allegedTimeExpression")


@dataclass(frozen=True)
class Span:
    """When something was: the first and last day that are possible, either of which may be open.

    ``part`` is the part of the day, ``expression`` the few words with which the article gives the time.
    """

    first: date | None = None
    last: date | None = None
    part: str = ""
    expression: str = ""

    @property
    def dated(self) -> bool:
        """Whether at least one end is known."""
        return self.first is not None or self.last is not None

    @property
    def words(self) -> str:
        """The time in words: a day, a month, a year, from when, by when, or that no date is given."""
        words = _words(self.first, self.last)
        return f"{words}, {self.part}" if self.part and self.dated else words

    @property
    def precision(self) -> str:
        """How closely the time is known, in a word or two."""
        if self.first is None or self.last is None:
            return "latest day only" if self.last else "earliest day only" if self.first else "no date"
        if self.first == self.last:
            return "part of a day" if self.part else "day"
        if _is_month(self.first, self.last):
            return "month"
        return "year" if _is_years(self.first, self.last) and self.first.year == self.last.year else "range"


def span(reader: Reader, subject: Node, properties: tuple[str, str, str, str]) -> Span:
    """Read the time of an utterance (``SAID``) or of what a proposition alleges (``ALLEGED``)."""
    facts = reader.facts(subject)
    first, last, part, expression = (next(iter(facts.get(cg(name), ())), None) for name in properties)
    return Span(
        day(_literal(first)),
        day(_literal(last)),
        reader.label(part) if isinstance(part, ox.NamedNode) else "",
        _literal(expression),
    )


def day(text: str) -> date | None:
    """Read a day as XML Schema writes it; None if it is none that a calendar here can hold."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def in_words(when: date) -> str:
    """Write a day as it is said: 4 October 2020."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def dates_of(reader: Reader, article: ox.NamedNode) -> list[tuple[str, str, ox.NamedNode]]:
    """Give the dates that are stated of an article: kind, day in words and the statement itself.

    The day of a picture in it is none of them.
    """
    found = []
    for statement in reader.subjects(cg("dates"), article):
        kind = reader.node(statement, cg("dateKind"))
        if kind == cg("PictureDate"):
            continue
        when = day(reader.text(statement, cg("date")))
        found.append(
            (reader.label(kind) if kind else "date", in_words(when) if when else "no day given", statement)
        )
    return found


def _literal(value: Value | None) -> str:
    return value.value if isinstance(value, ox.Literal) else ""


def _words(first: date | None, last: date | None) -> str:
    if first is None:
        return f"by {in_words(last)}" if last else "no date given"
    if last is None:
        return f"from {_beginning(first)} on"
    if first == last:
        return in_words(first)
    if _is_month(first, last):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if _is_years(first, last):
        return str(first.year) if first.year == last.year else f"between {first.year} and {last.year}"
    return f"between {in_words(first)} and {in_words(last)}"


def _beginning(first: date) -> str:
    return str(first.year) if (first.month, first.day) == (1, 1) else in_words(first)


def _is_month(first: date, last: date) -> bool:
    same = (first.year, first.month) == (last.year, last.month)
    return same and first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _is_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
