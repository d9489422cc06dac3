"""Places with what the graph has of them: position, names by voice and by gazetteer, events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from claimgraph.namespaces import SKOS
from claimgraph.site.attribution import Place as Sentence
from claimgraph.site.attribution import places as sentences
from claimgraph.site.reader import TYPE, Reader, cg

_ALT_LABEL = ox.NamedNode(str(SKOS.altLabel))


@dataclass(frozen=True)
class Point:
    """Where a gazetteer puts a place, or the name of an area."""

    node: ox.NamedNode
    latitude: float
    longitude: float
    of_area: bool
    gazetteer: ox.NamedNode | None
    record: str


@dataclass(frozen=True)
class Use:
    """A form of the name of a place, with one who uses it and where."""

    node: ox.NamedNode
    form: str
    users: Sequence[ox.NamedNode]
    sentences: Sequence[Sentence]


@dataclass(frozen=True)
class Entry:
    """A place, its position if there is one, its names, the events about it and those said to be there."""

    place: ox.NamedNode
    label: str
    point: Point | None
    uses: Sequence[Use]
    toponyms: Sequence[tuple[str, str]]
    toponyms_from: Sequence[ox.NamedNode]
    topics: Sequence[ox.NamedNode]
    described: Sequence[ox.NamedNode]


def all_places(reader: Reader) -> list[ox.NamedNode]:
    """Give all places by name."""
    return sorted(reader.subjects(TYPE, cg("Place")), key=lambda place: (reader.label(place), place.value))


def entry(reader: Reader, place: ox.NamedNode) -> Entry:
    """Read what the graph has of a place."""
    position = next(iter(reader.subjects(cg("positionOf"), place)), None)
    records = reader.subjects(cg("toponymsOf"), place)
    names = [
        (value.language or "", value.value)
        for record in records
        for value in reader.values(record, _ALT_LABEL)
        if isinstance(value, ox.Literal)
    ]
    topics = reader.subjects(cg("topicPlace"), place)
    uses = [
        Use(use, reader.text(use, cg("form")), reader.nodes(use, cg("usedBy")), sentences(reader, use))
        for use in reader.subjects(cg("names"), place)
    ]
    return Entry(
        place,
        reader.label(place),
        point(reader, position) if position else None,
        sorted(uses, key=lambda use: (use.form, [(each.key, each.number) for each in use.sentences])),
        sorted(names),
        [each for record in records for each in reader.nodes(record, cg("takenFrom"))],
        topics,
        [event for event in reader.subjects(cg("describedPlace"), place) if event not in topics],
    )


def point(reader: Reader, position: ox.NamedNode) -> Point | None:
    """Read a position; None if it has no degrees that are on the earth."""
    try:
        latitude, longitude = (float(reader.text(position, cg(name))) for name in ("latitude", "longitude"))
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Point(
        position,
        latitude,
        longitude,
        cg("LabelPosition").value in reader.types(position),
        reader.node(position, cg("takenFrom")),
        reader.text(position, cg("recordKey")),
    )
