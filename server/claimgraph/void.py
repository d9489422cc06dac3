"""The dataset described by its numbers, in VoID (https://www.w3.org/TR/void/)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, VOID, XSD

from claimgraph.namespaces import BASE, GRAPH, VOID_GRAPH

DATASET = URIRef(f"{BASE}dataset")
_N_QUADS = URIRef("http://www.w3.org/ns/formats/N-Quads")
_TYPE = ox.NamedNode(str(RDF.type))

Statement = tuple[object, object, object]


class _Partition(NamedTuple):
    part: URIRef
    kind: URIRef
    counted: URIRef
    prefix: str


_CLASSES = _Partition(VOID.classPartition, VOID["class"], VOID.entities, "class")
_PROPERTIES = _Partition(VOID.propertyPartition, VOID.property, VOID.triples, "property")


def describe(quads: Iterable[ox.Quad]) -> Graph:
    """Describe a dataset without blank nodes: its union, then each named graph as a subset, in numbers.

    Gives how many triples, subjects, objects, properties and classes there are, for each property and class
    of the union how often it is used, and for each class of ours how often its members use each property,
    which is what query editors complete from. The graph of this description is not counted.
    """
    described = Graph(bind_namespaces="none")
    graphs: dict[str, list[Statement]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value != str(VOID_GRAPH):
            graphs.setdefault(quad.graph_name.value, []).append((quad.subject, quad.predicate, quad.object))
    union = list({statement for statements in graphs.values() for statement in statements})
    _add_counts(described, DATASET, union)
    described.add((VOID_GRAPH, RDFS.label, Literal("Description of the dataset", lang="en")))
    described.add((DATASET, VOID.uriSpace, Literal(str(BASE))))
    described.add((DATASET, VOID.entities, _number(_entities(union))))
    described.add((DATASET, VOID.feature, _N_QUADS))
    _add_partitions(described, DATASET, _properties(union), _PROPERTIES)
    _add_partitions(described, DATASET, _classes(union), _CLASSES)
    for owner, used in _properties_by_class(union).items():
        _add_partitions(described, _part(_CLASSES, DATASET, owner), used, _PROPERTIES)
    for name, statements in graphs.items():
        subset = URIRef(name)
        described.add((DATASET, VOID.subset, subset))
        title = f"Named graph {name.removeprefix(str(GRAPH))}"
        described.add((subset, RDFS.label, Literal(title, lang="en")))
        _add_counts(described, subset, statements)
    return described


def _add_counts(described: Graph, node: URIRef, statements: list[Statement]) -> None:
    described.add((node, RDF.type, VOID.Dataset))
    for counted, number in (
        (VOID.triples, len(statements)),
        (VOID.distinctSubjects, len({subject for subject, _, _ in statements})),
        (VOID.distinctObjects, len({value for _, _, value in statements})),
        (VOID.properties, len(_properties(statements))),
        (VOID.classes, len(_classes(statements))),
    ):
        described.add((node, counted, _number(number)))


def _add_partitions(described: Graph, of: URIRef, counts: Mapping[URIRef, int], how: _Partition) -> None:
    for term, count in counts.items():
        part = _part(how, of, term)
        described.add((of, how.part, part))
        described.add((part, how.kind, term))
        described.add((part, how.counted, _number(count)))


def _part(how: _Partition, of: URIRef, term: URIRef) -> URIRef:
    named = term if of == DATASET else f"{of} {term}"
    return URIRef(f"{VOID_GRAPH}#{how.prefix}-{hashlib.sha256(named.encode()).hexdigest()[:16]}")


def _properties_by_class(statements: list[Statement]) -> dict[URIRef, Counter[URIRef]]:
    classes: dict[object, set[URIRef]] = {}
    for subject, predicate, value in statements:
        if predicate == _TYPE and isinstance(value, ox.NamedNode) and value.value.startswith(str(BASE)):
            classes.setdefault(subject, set()).add(URIRef(value.value))
    used: dict[URIRef, Counter[URIRef]] = {}
    for subject, predicate, _ in statements:
        for name in classes.get(subject, ()):
            used.setdefault(name, Counter())[_iri(predicate)] += 1
    return used


def _properties(statements: list[Statement]) -> Counter[URIRef]:
    return Counter(_iri(predicate) for _, predicate, _ in statements)


def _classes(statements: list[Statement]) -> Counter[URIRef]:
    return Counter(_iri(value) for _, predicate, value in statements if predicate == _TYPE)


def _entities(statements: list[Statement]) -> int:
    subjects = {subject.value for subject, _, _ in statements if isinstance(subject, ox.NamedNode)}
    return sum(subject.startswith(str(BASE)) for subject in subjects)


def _iri(term: object) -> URIRef:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"not an IRI: {term}")
    return URIRef(term.value)


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD.integer)
