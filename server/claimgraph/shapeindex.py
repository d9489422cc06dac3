"""Which shapes are about which terms of the ontology, in words that a page can show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.load import Loaded
from claimgraph.namespaces import CG, SH
from claimgraph.shapes import LISTS, NESTING, read_shapes

# Name, description and message of a shape.
ShapeWords = tuple[str, str, str]

_NAME = re.compile(r"\bcg:(\w+)")


def shape_index(loaded: Loaded) -> dict[str, list[ShapeWords]]:
    """Give, for each term of the ontology, the words of all shapes that name it, by name of the shape.

    A shape names what it targets, follows, asks for or speaks of in a query. One that is nested in another
    counts for what that one targets, too. Shapes without a name are part of the named one around them.
    """
    graph = loaded.shapes
    shapes = read_shapes(graph)
    targets = {shape.node: {term for _, term in shape.targets} for shape in shapes}
    found: dict[str, set[ShapeWords]] = {}
    for shape in shapes:
        if (shape.node, SH.name, None) not in graph:
            continue
        words = _words(graph, shape.node)
        around = {term for owner in _owners(graph, shape.node) for term in targets.get(owner, ())}
        for term in {*_terms(graph, shape.node), *around}:
            if isinstance(term, URIRef) and term.startswith(CG):
                found.setdefault(str(term), set()).add(words)
    return {term: sorted(words) for term, words in sorted(found.items())}


def _words(graph: Graph, shape: Node) -> ShapeWords:
    name, description, message = (
        str(graph.value(shape, each, any=True) or "") for each in (SH.name, SH.description, SH.message)
    )
    return name, description, message


def _owners(graph: Graph, shape: Node) -> Iterator[Node]:
    for predicate in NESTING:
        yield from graph.subjects(predicate, shape)
    for cell in graph.subjects(None, shape):
        if isinstance(cell, BNode):
            for predicate in LISTS:
                yield from graph.subjects(predicate, cell)


def _terms(graph: Graph, shape: Node) -> Iterator[Node]:
    waiting, seen = [shape], {shape}
    while waiting:
        node = waiting.pop()
        for predicate, value in graph.predicate_objects(node):
            if isinstance(value, BNode):
                if value not in seen:
                    seen.add(value)
                    waiting.append(value)
            elif isinstance(value, Literal):
                yield from (CG[name] for name in _NAME.findall(value) if predicate != SH.message)
            elif predicate != CG.validates:
                yield value
