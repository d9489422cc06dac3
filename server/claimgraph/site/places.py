"""Places: the index, and the page of each: names, position, and what is said of it, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox
from rdflib.namespace import DCTERMS

from claimgraph.site.actors import LISTED, MENTIONED
from claimgraph.site.decisions import decisions
from claimgraph.site.mentions import Mention, roles
from claimgraph.site.naming import forms, toponyms
from claimgraph.site.page import Asked, Page
from claimgraph.site.paging import part
from claimgraph.site.reader import DEFINITION, Node, Reader, cg

if TYPE_CHECKING:
    from claimgraph.site.site import Site

LICENSE = ox.NamedNode(str(DCTERMS.license))
# Kinds of proposition that a reader looks for in a place, each under a heading of its own.
SECTIONS = (
    ("control", "Who is said to hold, take or lose it", ("ControlProposition",)),
    ("kind", "What kind of place it is said to be, and of which rank", ("SettlementProposition",)),
    ("status", "Which status in law it is said to have", ("LegalStatusProposition",)),
    ("lies", "Where it is said to lie", ("LocationProposition", "DistanceProposition")),
)


@dataclass(frozen=True)
class Record:
    """A record of a gazetteer about a place, with the licence under which it is used."""

    node: ox.NamedNode
    gazetteer: ox.NamedNode | None
    licence: ox.NamedNode | None
    key: str


@dataclass(frozen=True)
class Position:
    """Where a place lies, in degrees, according to a record."""

    record: Record
    latitude: str
    longitude: str


@dataclass(frozen=True)
class Section:
    """Propositions of some kinds about a place."""

    name: str
    heading: str
    mentions: Sequence[Mention]


def places(site: Site, asked: Asked) -> Page:
    """List all places by name."""
    listed = part(site.members.of("Place"), asked, LISTED)
    entities = [member.entity for member in listed.items]
    return Page("Places", "places.html", {"part": listed, "entities": entities}, about=entities)


def place(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show what a place is called, where it lies and what is said of it."""
    reader = site.reader
    named = roles(reader.leading(entity))
    sections, rest = [], dict(named)
    for name, heading, kinds in SECTIONS:
        wanted = {cg(kind).value for kind in kinds}
        chosen = {each: those for each, those in named.items() if wanted & reader.types(each)}
        for each in chosen:
            del rest[each]
        if chosen:
            sections.append(Section(name, heading, site.mentions.of(chosen)))
    names = toponyms(reader, entity)
    content = {
        "entity": entity,
        "definition": reader.text(entity, DEFINITION),
        "forms": forms(reader, site.accounts.references, entity),
        "toponyms": [(each, record(reader, each.record)) for each in names],
        "positions": [_position(reader, each) for each in reader.subjects(cg("positionOf"), entity)],
        "events": _events(reader, entity),
        "sections": sections,
        "mentions": part(site.mentions.of(rest), asked, MENTIONED, "mentions"),
        "datelines": reader.subjects(cg("dateline"), entity),
        "decisions": decisions(reader, entity),
    }
    return Page(reader.label(entity), "place.html", content, about=(entity,))


def record(reader: Reader, node: ox.NamedNode) -> Record:
    """Read from which gazetteer a record is."""
    gazetteer = reader.node(node, cg("takenFrom"))
    licence = reader.node(gazetteer, LICENSE) if gazetteer else None
    return Record(node, gazetteer, licence, reader.text(node, cg("recordKey")))


def _position(reader: Reader, position: ox.NamedNode) -> Position:
    latitude, longitude = (reader.text(position, cg(name)) for name in ("latitude", "longitude"))
    return Position(record(reader, position), latitude, longitude)


def _events(reader: Reader, place: Node) -> list[tuple[ox.NamedNode, list[ox.NamedNode]]]:
    """Give the events that a place is the topic of, or that are described as having been there."""
    found: dict[ox.NamedNode, list[ox.NamedNode]] = {}
    for predicate in (cg("topicPlace"), cg("describedPlace")):
        for event in reader.subjects(predicate, place):
            found.setdefault(event, []).append(predicate)
    return sorted(found.items(), key=lambda item: (reader.label(item[0]), item[0].value))
