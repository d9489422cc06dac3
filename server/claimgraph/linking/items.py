"""Wikidata items as far as they are needed to tell whether one is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Point = tuple[float, float]

ITEM_ID = re.compile(r"Q[1-9][0-9]{0,14}")
TYPE, SUBCLASS, POINT, GEONAMES = "P31", "P279", "P625", "P1566"
_LONGEST = 250


@dataclass(frozen=True)
class Item:
    """One item: names by language, direct types, what those are kinds of, where it lies.

    ``id`` is the item's own: it differs from the one asked for after a merger. ``missing`` is one that was
    deleted or never was. ``evidence`` names what gives the item, where a file of candidates does; ``service``
    is the score, from 0 to 100, of a reconciliation service.
    """

    id: str
    labels: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    types: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    point: Point | None = None
    geonames: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    service: float | None = None
    missing: bool = False

    @property
    def label(self) -> str:
        """The label to show: English, that of all languages, any, or the id."""
        return _shown(self.labels) or self.id

    @property
    def description(self) -> str:
        """The description to show, in English if there is one."""
        return _shown(self.descriptions)

    def names(self) -> Iterator[tuple[str, str, bool]]:
        """Every name with its language, and whether it is a label."""
        for language, label in self.labels.items():
            yield label, language, True
        for language, names in self.aliases.items():
            for name in names:
                yield name, language, False


def _shown(texts: Mapping[str, str]) -> str:
    return texts.get("en") or texts.get("mul") or next((texts[key] for key in sorted(texts)), "")


def read_item(entity: object) -> Item | None:
    """Read an entity as ``wbgetentities`` gives it; None if it is no item."""
    record = _table(entity)
    name = record.get("id")
    if not isinstance(name, str) or not ITEM_ID.fullmatch(name):
        return None
    if "missing" in record:
        return Item(name, missing=True)
    claims = _table(record.get("claims"))
    points = [point for value in _values(claims, POINT) if (point := _point(value))]
    return Item(
        id=name,
        labels=_texts(record.get("labels")),
        aliases={
            str(language): tuple(clean(_table(each).get("value")) for each in names)
            for language, names in _table(record.get("aliases")).items()
            if isinstance(names, list)
        },
        descriptions=_texts(record.get("descriptions")),
        types=_ids(claims, TYPE),
        parents=_ids(claims, SUBCLASS),
        point=points[0] if points else None,
        geonames=tuple(str(value) for value in _values(claims, GEONAMES) if isinstance(value, str)),
    )


def clean(text: object) -> str:
    """Make outside text fit for a terminal and a table: one line, no signs that act, no great length."""
    signs = (" " if sign.isspace() else sign for sign in str(text if isinstance(text, str) else ""))
    kept = "".join(sign for sign in signs if sign.isprintable())
    return " ".join(kept.split())[:_LONGEST]


def folded(text: str) -> str:
    """Fold a name for comparison: no accents, no case, no punctuation."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", bare.casefold()))


def _table(value: object) -> Mapping[str, object]:
    # An empty table comes as an empty list.
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> dict[str, str]:
    return {
        language: text
        for language, each in _table(value).items()
        if (text := clean(_table(each).get("value")))
    }


def _values(claims: Mapping[str, object], name: str) -> Iterator[object]:
    statements = claims.get(name)
    given = [_table(each) for each in statements] if isinstance(statements, list) else []
    preferred = [each for each in given if each.get("rank") == "preferred"]
    for statement in preferred or [each for each in given if each.get("rank") != "deprecated"]:
        snak = _table(statement.get("mainsnak"))
        if snak.get("snaktype", "value") == "value":
            yield _table(snak.get("datavalue")).get("value")


def _ids(claims: Mapping[str, object], name: str) -> tuple[str, ...]:
    ids = (_table(value).get("id") for value in _values(claims, name))
    return tuple(each for each in ids if isinstance(each, str) and ITEM_ID.fullmatch(each))


def _point(value: object) -> Point | None:
    numbers = (_table(value).get("latitude"), _table(value).get("longitude"))
    return as_point(*numbers)


def as_point(latitude: object, longitude: object) -> Point | None:
    """Give two numbers as a point on the globe; None for what is none."""
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return float(latitude), float(longitude)
