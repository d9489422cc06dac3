"""By what names things go: labels, the words that articles use, and what gazetteers say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from claimgraph.namespaces import BASE, CG, SKOS
from claimgraph.site.nameindex import Name, NameIndex
from claimgraph.site.reader import COMMENT, LABEL, Node, Reader, cg
from claimgraph.site.references import Reference, References

ALT_LABEL = ox.NamedNode(str(SKOS.altLabel))
_LABELS = (LABEL, ox.NamedNode(str(SKOS.prefLabel)), ALT_LABEL)
_QUESTION = f"{BASE}query/"


def kind_of(entity: ox.NamedNode) -> str:
    """Give the first part of the path of a name of ours: actor, place, claim, …"""
    return entity.value[len(BASE) :].partition("/")[0] if entity.value.startswith(BASE) else ""


def make_index(reader: Reader) -> NameIndex:
    """Read all names of things of ours, in an order that does not depend on how they are stored."""
    names = sorted(_names(reader), key=lambda name: (name.form, name.language, str(name)))
    return NameIndex(dict.fromkeys(names))


def _names(reader: Reader) -> Iterator[Name]:
    for predicate in _LABELS:
        for quad in reader.store.triples(None, predicate, None):
            if isinstance(quad.object, ox.Literal) and (entity := _ours(quad.subject)):
                of = reader.node(entity, cg("toponymsOf"))
                language = quad.object.language or ""
                yield Name(quad.object.value, language, of or entity, kind_of(of or entity), of and entity)
                name = entity.value[len(BASE) :].partition("/")[2].replace("-", " ")
                if predicate == LABEL and name:
                    yield Name(name, "", entity, kind_of(entity), entity)
    for quad in reader.store.triples(None, cg("form"), None):
        if isinstance(quad.object, ox.Literal) and (use := _ours(quad.subject)):
            entity = reader.node(use, cg("names")) or use
            yield Name(quad.object.value, "", entity, kind_of(entity), use)
    for quad in reader.store.triples(None, COMMENT, None):
        entity = _ours(quad.subject)
        if isinstance(quad.object, ox.Literal) and entity and entity.value.startswith(_QUESTION):
            yield Name(quad.object.value, quad.object.language or "", entity, kind_of(entity))


def _ours(subject: object) -> ox.NamedNode | None:
    ours = isinstance(subject, ox.NamedNode) and subject.value.startswith(BASE)
    return subject if ours and isinstance(subject, ox.NamedNode) else None


@dataclass(frozen=True)
class Form:
    """A form of a name with those who use it, each with the passages where it stands."""

    form: str
    users: Sequence[tuple[ox.NamedNode, ox.NamedNode, Sequence[Reference]]]


def forms(reader: Reader, references: References, entity: Node) -> list[Form]:
    """Give the forms by which articles and speakers call an entity; users come with the name use."""
    found: dict[str, list[tuple[ox.NamedNode, ox.NamedNode, Sequence[Reference]]]] = {}
    for use in reader.subjects(cg("names"), entity):
        passages = references.all(use)
        for user in reader.nodes(use, cg("usedBy")):
            found.setdefault(reader.text(use, cg("form")), []).append((user, use, passages))
    return [
        Form(form, sorted(users, key=lambda user: (reader.label(user[0]), str(user[1]))))
        for form, users in sorted(found.items())
    ]


@dataclass(frozen=True)
class Toponym:
    """What an entity is called in another language, according to a record of a gazetteer."""

    form: str
    language: str
    record: ox.NamedNode


def toponyms(reader: Reader, place: Node) -> list[Toponym]:
    """Give the names of a place in other languages, by language."""
    found = [
        Toponym(value.value, value.language or "", record)
        for record in reader.subjects(cg("toponymsOf"), place)
        for value in reader.values(record, ALT_LABEL)
        if isinstance(value, ox.Literal)
    ]
    return sorted(found, key=lambda each: (each.language, each.form))


def is_term(entity: ox.NamedNode) -> bool:
    """Tell whether an IRI is a term of the ontology."""
    return entity.value.startswith(str(CG))
