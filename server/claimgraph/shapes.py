"""The shapes of a graph: at which stage each applies, to which nodes, and which can check nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rdflib import BNode, Graph, URIRef
from rdflib.term import Node

from claimgraph.findings import Finding
from claimgraph.load import Loaded
from claimgraph.names import Vocabulary
from claimgraph.namespaces import CG, CHECK, OWL, RDF, RDFS, SH, compact

Stage = Literal["asserted", "closed"]

STAGES: dict[Stage, URIRef] = {"asserted": CG.AssertedGraph, "closed": CG.ClosedGraph}
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
NESTING = (SH.property, SH.node, SH["not"], SH.qualifiedValueShape)
LISTS = (SH["or"], SH["and"], SH.xone)
SHAPE_CLASSES = (SH.NodeShape, SH.PropertyShape)
_WORDS = ((SH.name, "sh:name"), (SH.description, "sh:description"), (SH.message, "sh:message"))
_FOR_PEOPLE = (SH.name, SH.description, CG.validates)
_HARMLESS = ("unused-shape", "silent-shape")
_SHARED = tuple(str(namespace) for namespace in (RDF, RDFS, OWL))


@dataclass(frozen=True)
class Shape:
    """One shape: the stages at which it applies, its target declarations, and whether another shape uses it.

    A blank shape has no words of its own, nor has a node shape without a constraint but ``sh:property``.
    """

    node: Node
    stages: frozenset[Stage]
    targets: tuple[tuple[URIRef, Node], ...]
    nested: bool

    def focus_nodes(self, graph: Graph) -> set[Node]:
        """Find the nodes that the shape's targets select (SHACL, section 2.1.3)."""
        found: set[Node] = set()
        for kind, term in self.targets:
            if kind == SH.targetClass:
                for subclass in graph.transitive_subjects(RDFS.subClassOf, term):
                    found.update(graph.subjects(RDF.type, subclass))
            elif kind == SH.targetSubjectsOf:
                found.update(graph.subjects(term))
            elif kind == SH.targetObjectsOf:
                found.update(graph.objects(None, term))
            else:
                found.add(term)
        return found


def read_shapes(graph: Graph) -> list[Shape]:
    """List the shapes of a graph, sorted by name; without ``cg:validates`` one is for what is asserted."""
    nested = _nested(graph)
    nodes = {node for kind in SHAPE_CLASSES for node in graph.subjects(RDF.type, kind)} | nested
    nodes |= {node for kind in TARGETS for node in graph.subjects(kind)}
    shapes = []
    for node in sorted(nodes, key=str):
        named = set(graph.objects(node, CG.validates))
        stages: frozenset[Stage] = frozenset(stage for stage, term in STAGES.items() if term in named)
        targets = tuple(
            (kind, term) for kind in TARGETS for term in sorted(graph.objects(node, kind), key=str)
        )
        shapes.append(Shape(node, stages or frozenset({"asserted"}), targets, node in nested))
    return shapes


def shapes_of_stage(graph: Graph, stage: Stage) -> Graph:
    """Copy what an engine needs to run the shapes of one stage: others lose their targets but can be nested.

    What only people read, names and descriptions, is left out: pyshacl looks at every triple of a shape anew
    for each run of it.
    """
    others = {shape.node for shape in read_shapes(graph) if stage not in shape.stages}
    copy = Graph(store="SimpleMemory", bind_namespaces="none")
    for triple in graph:
        if triple[1] not in _FOR_PEOPLE and not (triple[0] in others and triple[1] in TARGETS):
            copy.add(triple)
    return copy


def shape_findings(loaded: Loaded) -> Iterator[Finding]:
    """Report shapes that no run could apply or explain.

    These are shapes that name terms which the ontology lacks, shapes without target that no other shape uses,
    stages that do not exist, and named shapes with a constraint but without name, description or message.
    """
    vocabulary = Vocabulary(loaded)
    known = vocabulary.declared["class"] | vocabulary.declared["property"]
    for shape in read_shapes(loaded.shapes):
        name = compact(shape.node, loaded.prefixes)
        for predicate, term in _terms(loaded.shapes, shape.node):
            if term not in known and not str(term).startswith(_SHARED):
                yield _finding(
                    loaded,
                    (shape.node, predicate, term),
                    "unknown-shape-term",
                    f"{name} is about {vocabulary.name(term)}, which the ontology does not declare.",
                    "Correct the name, or declare it in ontology/.",
                )
        for stage in loaded.shapes.objects(shape.node, CG.validates):
            if stage not in STAGES.values():
                yield _finding(
                    loaded,
                    (shape.node, CG.validates, stage),
                    "unknown-stage",
                    f"{name} is for {compact(stage, loaded.prefixes)}, which is no stage of validation.",
                    "Write cg:AssertedGraph or cg:ClosedGraph.",
                )
        if isinstance(shape.node, BNode):
            continue
        if not shape.targets and not shape.nested:
            yield _finding(
                loaded,
                (shape.node, RDF.type, None),
                "unused-shape",
                f"{name} has no target, and no other shape uses it.",
                "Give it a target such as sh:targetClass, or use it in another shape.",
            )
        lacking = [word for term, word in _WORDS if _should_say(loaded.shapes, shape.node, term)]
        if lacking:
            yield _finding(
                loaded,
                (shape.node, RDF.type, None),
                "silent-shape",
                f"{name} has no {' and no '.join(lacking)}.",
                "Say what the shape asks for, why, and what a contributor is to do.",
            )


def _should_say(graph: Graph, node: Node, word: URIRef) -> bool:
    if (node, word, None) in graph:
        return False
    if word != SH.message or (node, SH.path, None) in graph:
        return True
    bookkeeping = {
        RDF.type,
        SH.property,
        SH.name,
        SH.description,
        SH.severity,
        SH.order,
        CG.validates,
        *TARGETS,
    }
    return any(predicate not in bookkeeping for predicate in graph.predicates(node))


def _terms(graph: Graph, node: Node) -> Iterator[tuple[URIRef, URIRef]]:
    """Yield the classes and properties that a shape targets, follows and asks for, each with how."""
    for predicate in (*TARGETS[:3], SH["class"]):
        for term in graph.objects(node, predicate):
            if isinstance(term, URIRef):
                yield predicate, term
    for path in graph.objects(node, SH.path):
        for term in _path_terms(graph, path):
            yield SH.path, term


def _path_terms(graph: Graph, path: Node) -> Iterator[URIRef]:
    def inner(part: Node, shapes: Graph) -> Iterable[Node]:
        return shapes.objects(part) if isinstance(part, BNode) else ()

    # Each part is visited once, so that a path that contains itself comes to an end.
    for part in {path, *graph.transitiveClosure(inner, path)}:
        if isinstance(part, URIRef) and part != RDF.nil:
            yield part


def _nested(graph: Graph) -> set[Node]:
    found = {shape for predicate in NESTING for shape in graph.objects(None, predicate)}
    for predicate in LISTS:
        for head in graph.objects(None, predicate):
            for cell in graph.transitive_objects(head, RDF.rest):
                found.update(graph.objects(cell, RDF.first))
    return found


def _finding(
    loaded: Loaded, at: tuple[Node, URIRef, Node | None], check: str, sentence: str, remedy: str
) -> Finding:
    focus, path, value = at
    place = loaded.positions.find(focus, path, value)
    return Finding(
        "warning" if check in _HARMLESS else "violation",
        place.file if place else None,
        place.line if place else None,
        sentence,
        remedy,
        focus,
        path,
        value,
        source=str(CHECK[check]),
    )
