"""Candidates in order, each with the reasons that make up its score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from claimgraph.linking.entities import Entity
from claimgraph.linking.items import Item, Point, folded
from claimgraph.linking.kinds import COUNTRIES, REGIONS, judge

Aspect = Literal["name", "type", "place", "record", "description", "service"]

_EARTH = 6371.0088
_OTHER_LANGUAGES = 3
_WORDS = 3


@dataclass(frozen=True)
class Reason:
    """One thing that speaks for an item, against it (points below 0), or merely should be seen (0)."""

    aspect: Aspect
    words: str
    points: int


@dataclass(frozen=True)
class Candidate:
    """An item that may be meant, and why."""

    item: Item
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> int:
        """The sum of what the reasons weigh."""
        return sum(reason.points for reason in self.reasons)

    @property
    def order(self) -> tuple[int, int]:
        """Best first; equal ones by the number of the item, so that the order never depends on the input."""
        return -self.score, int(self.item.id[1:])


def rank(entity: Entity, items: Iterable[Item]) -> list[Candidate]:
    """Order the items that may be meant by an entity; deleted ones are left out, doubles taken once."""
    distinct = {
        item.id: item for item in sorted(items, key=lambda item: item.service or 0) if not item.missing
    }
    return sorted(
        (Candidate(item, tuple(reasons(entity, item))) for item in distinct.values()),
        key=lambda candidate: candidate.order,
    )


def reasons(entity: Entity, item: Item) -> Iterator[Reason]:
    """Weigh one item against one entity."""
    yield from _names(entity, item)
    yield _type(entity, item)
    if entity.point and item.point:
        yield _distance(entity, item, kilometres(entity.point, item.point))
    yield from _records(entity, item)
    yield _description(entity, item)
    if item.service is not None:
        yield Reason("service", f"the reconciliation service gives it {item.service:.0f} of 100", 0)


def kilometres(one: Point, other: Point) -> float:
    """Give the distance of two points along a great circle."""
    (south, west), (north, east) = ([radians(x) for x in point] for point in (one, other))
    square = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin((east - west) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(square)))


def too_far(entity: Entity, item: Item) -> float | None:
    """Give the distance in kilometres if it is more than the kind of thing explains, else None."""
    if entity.point and item.point and (far := kilometres(entity.point, item.point)) > _room(item):
        return far
    return None


def matches(entity: Entity, item: Item) -> list[tuple[str, str, str]]:
    """Give each name that both have, best kind first: how it matches, our form, in which language."""
    forms = {name.form: name for name in entity.names}
    # A name of signs alone folds to nothing, and would be like any other such.
    loose = {bare: form for form in sorted(forms, reverse=True) if (bare := folded(form))}
    found: dict[tuple[str, str], str] = {}
    for text, language, is_label in item.names():
        if text in forms:
            how, form = ("label" if is_label else "alias"), text
        elif form := loose.get(folded(text), ""):
            how = "label, but for spelling" if is_label else "alias, but for spelling"
        else:
            continue
        if (language, form) not in found or _BEST.index(how) < _BEST.index(found[language, form]):
            found[language, form] = how
    return sorted(
        ((how, form, language) for (language, form), how in found.items()),
        key=lambda match: (_BEST.index(match[0]), match[2] not in ("en", "mul"), match[2], match[1]),
    )


_BEST = ("label", "alias", "label, but for spelling", "alias, but for spelling")
_WEIGHTS = {"label": 40, "alias": 25, "label, but for spelling": 20, "alias, but for spelling": 12}


def _names(entity: Entity, item: Item) -> Iterator[Reason]:
    found = matches(entity, item)
    if not found:
        yield Reason("name", "none of its names is a label or alias of the item", -20)
        return
    best = found[0]
    yield Reason("name", f"“{best[1]}” is its {best[0]} ({best[2]})", _WEIGHTS[best[0]])
    # In other languages only labels in the very spelling count: an alias may be anything.
    others = [each for each in found[1:] if each[0] == "label" and each[2] != best[2]]
    for _, form, language in others[:_OTHER_LANGUAGES]:
        yield Reason("name", f"“{form}” is its label ({language})", 8)


def _type(entity: Entity, item: Item) -> Reason:
    fit, kind = judge(entity.kind, item.kinds | {*item.types})
    if fit == "fits":
        return Reason("type", f"a {kind}, which fits", 25)
    if fit == "unfit":
        return Reason("type", f"a {kind}, which does not fit", -50)
    return Reason("type", "of a type that is not known here" if item.types else "without a type", 0)


def _room(item: Item) -> float:
    """How far apart two points of one thing may lie: in a town little, in a country a lot."""
    kinds = item.kinds | {*item.types}
    if kinds & COUNTRIES:
        return 1500.0
    return 150.0 if kinds & REGIONS else 30.0


def _distance(entity: Entity, item: Item, far: float) -> Reason:
    words = f"{far:,.1f} km away" if far < 10 else f"{far:,.0f} km away"
    if too_far(entity, item) is not None:
        return Reason("place", f"{words}, which is too far", -40)
    return Reason("place", words, 25 if far <= 5 else 15 if far <= 30 else 5)


def _records(entity: Entity, item: Item) -> Iterator[Reason]:
    if entity.geonames and item.geonames:
        if common := sorted({*entity.geonames} & {*item.geonames}):
            yield Reason("record", f"its GeoNames record is ours, {common[0]}", 30)
        else:
            yield Reason("record", f"its GeoNames record is another, {item.geonames[0]}", -10)


def _description(entity: Entity, item: Item) -> Reason:
    if not item.description:
        return Reason("description", "no description", 0)
    shared = sorted(entity.words & {*folded(item.description).split()})[:_WORDS]
    words = f"described as “{item.description}”"
    if shared:
        words += f", which has {', '.join(shared)} in common with ours"
    return Reason("description", words, 4 * len(shared))
