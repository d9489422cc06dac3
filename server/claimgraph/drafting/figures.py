"""Numbers in a text with what qualifies them, and the dates that are no numbers of anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimgraph.stretches import Stretch

_QUALIFIERS: Mapping[str, tuple[str, ...]] = {
    "AtLeast": ("at least", "no fewer than", "no less than", "not less than"),
    "MoreThan": ("more than", "over", "upwards of", "above"),
    "Nearly": ("nearly", "almost", "close to", "just under"),
    "UpTo": ("up to", "at most", "as many as", "no more than"),
    "About": ("about", "around", "roughly", "approximately", "some", "circa", "an estimated about"),
    "Estimated": ("an estimated", "estimated"),
}
_AFTER: Mapping[str, str] = {
    "at the most": "UpTo",
    "at most": "UpTo",
    "or more": "AtLeast",
    "at least": "AtLeast",
}
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = {word: number for number, word in enumerate(_UNITS)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_WORD = "|".join(sorted({*_SMALL, *_SCALES}, key=len, reverse=True))
_VAGUE = (
    "a dozen|dozens|scores|tens of thousands|hundreds of thousands|hundreds|thousands|millions"
    "|a few|several|many"
)
_ALONE: Mapping[str, str] = {
    "dozens": "Dozens",
    "hundreds of thousands": "HundredsOfThousands",
    "several hundred thousand": "HundredsOfThousands",
}
_LEADING = "|".join(sorted((w for ws in _QUALIFIERS.values() for w in ws), key=len, reverse=True))
_MONTH = (
    "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.|January|February|March|April|May|June|July|August"
    "|September|October|November|December"
)
_DATE = (
    rf"(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}})?|\d{{1,2}}\.? (?:{_MONTH})(?: \d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|(?:{_MONTH}) \d{{4}}|\b(?:1[5-9]|20)\d\d(?:s\b|\b(?![.,]?\d))"
    r"(?! (?:people|civilians|soldiers|houses|men|women|children|homes|buildings))"
)
_NUMBER = re.compile(
    rf"(?P<date>{_DATE})"
    rf"|(?:\b(?P<leading>{_LEADING})\s+)?(?<![\w.,-])(?:"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s-](?P<scale>hundred|thousand|million|billion)\b)?"
    rf"|(?P<words>(?:{_WORD})(?:(?:-|\s+(?:and\s+)?)(?:{_WORD}))*)\b"
    rf"|(?P<vague>{_VAGUE})\b(?:\s+(?P<times>hundred thousand|hundred|thousand|million)\b)?)"
    rf"(?P<trailing>\s+(?:at the most|at most|or more|at least)\b)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Number:
    """A number as a text gives it: where, its value if there is one, and the local name of its qualifier."""

    stretch: Stretch
    value: Decimal | None
    qualifier: str


def numbers(text: str, around: Stretch) -> Iterator[Number]:
    """Find the numbers in a stretch of a text, in figures or in words, with what qualifies them."""
    for match in _NUMBER.finditer(text, *around):
        if match["date"]:
            continue
        value, qualifier = _value(match), _qualifier(match)
        yield Number(Stretch(*match.span()), value, qualifier)


def dates(text: str, around: Stretch) -> Iterator[Stretch]:
    """Find the dates and years in a stretch of a text."""
    for match in _NUMBER.finditer(text, *around):
        if match["date"]:
            yield Stretch(*match.span())


def _value(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        return Decimal(match["digits"].replace(",", "")) * scale
    return Decimal(_spelled(match["words"])) if match["words"] else None


def _spelled(words: str) -> int:
    total = current = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            total += max(current, 1) * _SCALES[word]
            current = 0
    return total + current


def _qualifier(match: re.Match[str]) -> str:
    if match["vague"]:
        vague = " ".join(f"{match['vague']} {match['times'] or ''}".lower().split())
        return _ALONE.get(vague, "NumberNotGiven")
    if match["trailing"]:
        return _AFTER[" ".join(match["trailing"].lower().split())]
    if match["leading"]:
        leading = " ".join(match["leading"].lower().split())
        return next(name for name, forms in _QUALIFIERS.items() if leading in forms)
    return "Unqualified"


def bounds(number: Number) -> tuple[int | None, int | None]:
    """Give the least and the greatest count that the words allow, where they set one (data/README.md)."""
    if number.value is None or number.value != int(number.value):
        return None, None
    value = int(number.value)
    return {
        "AtLeast": (value, None),
        "MoreThan": (value + 1, None),
        "Nearly": (None, value - 1),
        "UpTo": (None, value),
    }.get(number.qualifier, (None, None))
