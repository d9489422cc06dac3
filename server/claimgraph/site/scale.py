"""A line of numbers: where on it each one stands, in per cent of the width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from claimgraph.site.qualifiers import in_digits

# Room at both ends of the line, so that an open end can be drawn beyond the outermost number.
LEFT, RIGHT = 3.0, 84.0
_STEEP = 20
_MANY = 6


@dataclass(frozen=True)
class Tick:
    """A number that is written on the line."""

    at: float
    words: str


@dataclass(frozen=True)
class Scale:
    """A line from ``start`` to ``end``; ``steps`` if each step along it is ten times as much."""

    start: float
    end: float
    steps: bool

    def at(self, value: Decimal) -> float:
        """Give where a number stands; what lies beyond the line stands at its end."""
        place = _log(value) if self.steps else float(value)
        share = (place - self.start) / (self.end - self.start)
        return round(LEFT + min(max(share, 0.0), 1.0) * (RIGHT - LEFT), 2)

    @property
    def factor(self) -> int:
        """Give how many times the one before each written number is, on a line in steps."""
        return int(10**self._every)

    @property
    def _every(self) -> int:
        return ceil((self.end - self.start + 1) / _MANY)

    @property
    def ticks(self) -> list[Tick]:
        """Give the numbers to be written along the line, few enough to be read on a phone."""
        if self.steps:
            powers = range(floor(self.start), floor(self.end) + 1, self._every)
            values = [Decimal(10) ** power for power in powers]
        else:
            step = _step(Decimal(repr(self.end)) - Decimal(repr(self.start)))
            first = Decimal(repr(self.start))
            values = [first + step * count for count in range(_MANY + 1) if first + step * count <= self.end]
        return [Tick(self.at(value), in_digits(value)) for value in values]


def scale(values: Iterable[Decimal]) -> Scale | None:
    """Make the line for some numbers: in steps of ten times if they are far apart; None if there are none."""
    found = list(values)
    if not found:
        return None
    least, most = min(found), max(found)
    if least > 0 and most / least > _STEEP:
        return Scale(float(floor(_log(least))), float(max(ceil(_log(most)), floor(_log(least)) + 1)), True)
    top = max(most, Decimal(0))
    bottom = min(least, Decimal(0))
    step = _step((top - bottom) or Decimal(1))
    end = (top / step).to_integral_value("ROUND_CEILING") * step or step
    return Scale(float((bottom / step).to_integral_value("ROUND_FLOOR") * step), float(end), False)


def _step(length: Decimal) -> Decimal:
    power = Decimal(10) ** floor(_log(length))
    return next(
        power * part for part in (Decimal("0.2"), Decimal("0.5"), 1, 2, 5) if power * part * 5 >= length
    )


def _log(value: Decimal) -> float:
    # A Decimal can be greater than a float; its exponent tells.
    if value <= 0:
        return float("-inf")
    return log10(float(value.scaleb(-value.adjusted()))) + value.adjusted()
