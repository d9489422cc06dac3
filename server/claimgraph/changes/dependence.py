"""Which nodes a change can make valid or invalid: from what the shapes look at, back to where they start.

A shape looks at a node through the properties of its paths, forwards or backwards. A triple that came or went
can only matter to focus nodes from which those steps lead to it; so they are followed back, in the old graph
and in the new one. A query in a shape is not followed: it is asked again of all nodes of its shape if it
names a property that changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rdflib import Graph, URIRef
from rdflib.term import Node

from claimgraph.errors import QueryFailed
from claimgraph.lexer import tokens
from claimgraph.namespaces import RDF, SH
from claimgraph.shapes import TARGETS, Shape
from claimgraph.terms import Triple

# A step along a property; backwards if the flag is set. None stands for every property.
Step = tuple[Node | None, bool]

_OPERATORS = (SH.zeroOrMorePath, SH.oneOrMorePath, SH.zeroOrOnePath)
_COMPARED = (SH.equals, SH.disjoint, SH.lessThan, SH.lessThanOrEquals)
# What these say reads other triples than paths and comparisons do, or is for people.
_UNFOLLOWED = (*TARGETS, SH.prefixes, SH.sparql, SH.path)
_TERMS = ("iri", "name", "variable", "string", "number", "blank")


@dataclass(frozen=True)
class View:
    """What one shape looks at: steps along properties, and the texts of its queries."""

    steps: frozenset[Step]
    queries: tuple[str, ...]


def view(shapes: Graph, node: Node) -> View:
    """Collect what a shape looks at, with the shapes inside it."""
    parts = _parts(shapes, node)
    steps: set[Step] = set()
    queries: list[str] = []
    for part in parts:
        for path in shapes.objects(part, SH.path):
            steps.update(_steps(shapes, path, backwards=False))
        for compared in _COMPARED:
            steps.update((each, False) for each in shapes.objects(part, compared))
        if (part, SH["class"], None) in shapes:
            steps.add((RDF.type, False))
        if (part, SH.closed, None) in shapes:
            steps.add((None, False))
        for query in shapes.objects(part, SH.sparql):
            queries += [str(text) for text in shapes.objects(query, SH.select)]
            queries += [str(text) for text in shapes.objects(query, SH.ask)]
    return View(frozenset(steps), tuple(queries))


def affected(
    shapes: Graph, chosen: Iterable[Shape], graphs: Sequence[Graph], changes: Collection[Triple]
) -> dict[Node, set[Node]]:
    """Give for each of these shapes the focus nodes that changed triples can matter to.

    ``graphs`` are what went, and the graph as it is, in this order: steps are followed through both.
    """
    found: dict[Node, set[Node]] = {}
    # Whether a node is a focus node can depend on its own triples.
    touched = {term for subject, _, value in changes for term in (subject, value)}
    for shape in chosen:
        focus = shape.focus_nodes(graphs[-1])
        seen = view(shapes, shape.node)
        if any(_concerns(query, changes) for query in seen.queries):
            reached = focus
        else:
            reached = focus & (touched | _back(seen.steps, graphs, changes))
        if reached:
            found[shape.node] = reached
    return found


def restricted(shapes: Graph, focus: Mapping[Node, Iterable[Node]]) -> Graph:
    """Copy a shapes graph so that each shape has exactly these focus nodes, and others none."""
    copy = Graph(store="SimpleMemory", bind_namespaces="none")
    for triple in shapes:
        if triple[1] not in TARGETS:
            copy.add(triple)
    for shape, nodes in focus.items():
        for node in nodes:
            copy.add((shape, SH.targetNode, node))
    return copy


def _parts(shapes: Graph, node: Node) -> set[Node]:
    """A shape and all that hangs on it: nested shapes, lists, and shapes it names."""
    parts = {node}
    pending = [node]
    while pending:
        part = pending.pop()
        for predicate, value in shapes.predicate_objects(part):
            if predicate not in _UNFOLLOWED and value not in parts and (value, None, None) in shapes:
                parts.add(value)
                pending.append(value)
    return parts


def _steps(shapes: Graph, path: Node, *, backwards: bool) -> Iterator[Step]:
    if isinstance(path, URIRef):
        yield path, backwards
    elif (path, RDF.first, None) in shapes:
        for part in shapes.items(path):
            yield from _steps(shapes, part, backwards=backwards)
    elif (inner := shapes.value(path, SH.inversePath)) is not None:
        yield from _steps(shapes, inner, backwards=not backwards)
    elif (choice := shapes.value(path, SH.alternativePath)) is not None:
        yield from _steps(shapes, choice, backwards=backwards)
    else:
        for operator in _OPERATORS:
            for inner in shapes.objects(path, operator):
                yield from _steps(shapes, inner, backwards=backwards)


def _back(steps: frozenset[Step], graphs: Sequence[Graph], changes: Iterable[Triple]) -> set[Node]:
    """All nodes from which steps lead to a changed triple."""
    reached: set[Node] = set()
    for subject, predicate, value in changes:
        if (predicate, False) in steps or (None, False) in steps:
            reached.add(subject)
        if (predicate, True) in steps:
            reached.add(value)
    pending = list(reached)
    while pending:
        node = pending.pop()
        for step, backwards in steps:
            if step is None:
                continue
            for graph in graphs:
                before = graph.objects(node, step) if backwards else graph.subjects(step, node)
                new = {other for other in before if other not in reached}
                reached |= new
                pending.extend(new)
    return reached


def _concerns(query: str, changes: Iterable[Triple]) -> bool:
    """Whether a query can see one of these triples: it names the property, or any property will do."""
    if _any_property(query):
        return True
    for predicate in {triple[1] for triple in changes}:
        local = re.split(r"[/#]", str(predicate))[-1]
        if predicate == RDF.type:
            if re.search(r"\sa\s|rdf:type|#type>", query):
                return True
        elif re.search(rf"[:/#]{re.escape(local)}\b", query):
            return True
    return False


def _any_property(query: str) -> bool:
    """Whether a property in a query is a variable, or all but some; where that is not plain, it is so."""
    try:
        found = [token for token in tokens(query) if token.kind not in ("space", "comment")]
    except QueryFailed:
        return True
    start = next((index for index, token in enumerate(found) if token.text == "{"), 0)
    for before, token, after in zip(found[start:], found[start + 1 :], found[start + 2 :], strict=False):
        if token.text == "!" and (after.kind in _TERMS or after.text in ("(", "^", "a")):
            return True
        follows = before.kind in _TERMS or before.text in (";", "]")
        if token.kind == "variable" and follows and (after.kind in _TERMS or after.text in ("[", "(")):
            return True
    return False
