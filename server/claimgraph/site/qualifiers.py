"""How a text qualifies a number: in words, and as the ends of a mark in a chart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

from claimgraph.namespaces import CG


@dataclass(frozen=True)
class Qualifier:
    """What a qualifier says of a number.

    ``words`` has ``{}`` where the number stands. ``less`` and ``more``: smaller and greater numbers are
    possible; ``itself``: the number too. ``soft``: the number is near; ``unclear``: the text leaves open
    whether it is qualified at all.
    """

    words: str
    less: bool = False
    more: bool = False
    itself: bool = True
    soft: bool = False
    unclear: bool = False


UNQUALIFIED = Qualifier("{}")
_KNOWN: Mapping[str, Qualifier] = {
    "Unqualified": UNQUALIFIED,
    "AtLeast": Qualifier("at least {}", more=True),
    "MoreThan": Qualifier("more than {}", more=True, itself=False),
    "Nearly": Qualifier("nearly {}", less=True, itself=False),
    "UpTo": Qualifier("{} at the most", less=True),
    "About": Qualifier("about {}", soft=True),
    "Estimated": Qualifier("an estimated {}", soft=True),
    "QualifierReachUnclear": Qualifier("{}, qualifier unclear", unclear=True),
}


def qualifier(term: ox.NamedNode | None, label: str) -> Qualifier:
    """Give what a qualifier says; one that is not known here stands beside the number and is soft."""
    if term is None:
        return UNQUALIFIED
    name = term.value.removeprefix(str(CG))
    return _KNOWN.get(name, Qualifier(f"{label} {{}}", soft=True))


def number(text: str) -> Decimal | None:
    """Read a number; None if there is none, or none that has a place on a line."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def in_digits(value: Decimal) -> str:
    """Write a number with its thousands apart, without noughts after the point that say nothing."""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}"
