"""The ontology: all its terms on one page, and a page for each."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.namespaces import CG, OWL, RDFS, SKOS
from claimgraph.site.decisions import decisions
from claimgraph.site.kinds import SUBCLASS
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import DEFINITION, TYPE, Reader, cg
from claimgraph.site.resource import resource
from claimgraph.site.vocabulary import SCHEME, SUBPROPERTY

if TYPE_CHECKING:
    from claimgraph.site.site import Site

ONTOLOGY = ox.NamedNode(str(CG))
MEMBERS = 30


def _skos(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{SKOS}{name}")


def _owl(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{OWL}{name}")


_NOTES = (
    (_skos("scopeNote"), "Note"),
    (_skos("example"), "For example"),
    (cg("negativeExample"), "Not so"),
    (_skos("editorialNote"), "Editor's note"),
)
_RELATED: Mapping[str, ox.NamedNode] = {
    "Domain": ox.NamedNode(str(RDFS.domain)),
    "Range": ox.NamedNode(str(RDFS.range)),
    "Inverse": _owl("inverseOf"),
    "Never together with": _owl("propertyDisjointWith"),
    "Has no member in common with": _owl("disjointWith"),
    "In": SCHEME,
    "Kind of": _skos("broader"),
    "Stances that fit": cg("permitsStance"),
    "Parts of an article": cg("excusesPart"),
    "Qualities": TYPE,
}
_MATCHES = tuple(_skos(f"{name}Match") for name in ("exact", "close", "broad", "narrow", "related"))


def ontology(site: Site, asked: Asked) -> Page | None:
    """Show all terms: classes and properties as trees, and the values of closed lists."""
    if not site.reader.known(ONTOLOGY):
        return None
    reader, vocabulary = site.reader, site.vocabulary
    listed = set(vocabulary.values)
    content = {
        "description": reader.text(ONTOLOGY, ox.NamedNode("http://purl.org/dc/terms/description")),
        "version": reader.text(ONTOLOGY, _owl("versionInfo")),
        "classes": [(depth, each) for depth, each in vocabulary.classes if each not in listed],
        "properties": vocabulary.properties,
        "values": vocabulary.values,
        "uses": vocabulary.uses,
        "definition": DEFINITION,
    }
    return Page("Ontology", "ontology.html", content, about=(ONTOLOGY,))


def term(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show what a term means, what is near it, how often it is used, and what holds for it."""
    reader, vocabulary = site.reader, site.vocabulary
    if entity == ONTOLOGY:
        return ontology(site, asked) or resource(site, asked, entity)
    predicate = SUBPROPERTY if entity in {each for _, each in vocabulary.properties} else SUBCLASS
    values = vocabulary.values.get(entity, ())
    listed = bool(reader.nodes(entity, SCHEME))
    content = {
        "entity": entity,
        "kind": site.kinds.words(entity),
        "listed": listed,
        "definition": reader.text(entity, DEFINITION),
        "notes": [(word, value) for each, word in _NOTES for value in _texts(reader, entity, each)],
        "above": vocabulary.above(entity, predicate),
        "below": vocabulary.below(entity, predicate),
        "related": _related(reader, entity),
        "narrower": reader.subjects(_skos("broader"), entity),
        "values": values,
        "uses": vocabulary.uses.get(entity),
        "property": predicate == SUBPROPERTY,
        "carried": sorted(
            vocabulary.carried.get(entity, {}).items(), key=lambda item: (-item[1], item[0].value)
        ),
        "members": [] if values else _some(reader, TYPE, entity),
        "used": _used(reader, entity) if listed else [],
        "shapes": site.companion.shapes.get(entity.value, ()),
        "questions": vocabulary.questions.get(entity, ()),
        "matches": [(each, value) for each in _MATCHES for value in reader.nodes(entity, each)],
        "decisions": decisions(reader, entity),
    }
    return Page(reader.label(entity), "term.html", content, about=(entity,))


def _texts(reader: Reader, entity: ox.NamedNode, predicate: ox.NamedNode) -> list[str]:
    return [value.value for value in reader.values(entity, predicate) if isinstance(value, ox.Literal)]


def _related(reader: Reader, entity: ox.NamedNode) -> list[tuple[str, list[ox.NamedNode]]]:
    found = []
    for words, predicate in _RELATED.items():
        values = [each for each in reader.nodes(entity, predicate) if each != entity]
        if predicate == TYPE:
            values = [
                each for each in values if each.value.endswith(("SymmetricProperty", "TransitiveProperty"))
            ]
        # What is inferred from a value's being a kind of another adds nothing.
        wider = {above for each in values for above in reader.nodes(each, SUBCLASS) if above != each}
        if values:
            found.append((words, [each for each in values if each not in wider]))
    return found


def _some(reader: Reader, predicate: ox.NamedNode, value: ox.NamedNode) -> list[ox.NamedNode]:
    """Give the first members that the store comes upon, however many there are."""
    quads = (quad.subject for quad in reader.store.triples(None, predicate, value))
    found = dict.fromkeys(each for each in islice(quads, MEMBERS * 2) if isinstance(each, ox.NamedNode))
    return sorted(list(found)[:MEMBERS], key=lambda each: (reader.label(each), each.value))


def _used(reader: Reader, value: ox.NamedNode) -> list[tuple[ox.NamedNode, ox.NamedNode]]:
    """Give the first statements with a value of a closed list, as subject and predicate."""
    quads = (quad for quad in reader.incoming(value) if not quad.predicate.value.startswith(str(SKOS)))
    found = dict.fromkeys((quad.subject, quad.predicate) for quad in islice(quads, MEMBERS * 2))
    named = [(subject, each) for subject, each in found if isinstance(subject, ox.NamedNode)]
    family = cg("alleged")
    return sorted((pair for pair in named[: MEMBERS * 2] if pair[1] != family), key=str)[:MEMBERS]
