"""Validating a graph with SHACL: the shapes of one stage over the triples of that stage.

pyshacl is the engine (https://www.w3.org/TR/shacl/). Data and ontology are merged beforehand, because
pyshacl's own way of adding an ontology drops plain individuals, and nothing is inferred: an inferred type
would hide that an asserted one is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pyshacl
from rdflib import Graph
from rdflib.term import Node

from claimgraph.findings import Finding
from claimgraph.load import Loaded
from claimgraph.namespaces import CHECK, RDF, SH, SKOS, compact
from claimgraph.shapes import Shape, Stage, read_shapes, shape_findings, shapes_of_stage
from claimgraph.wording import Wording


def validate(
    loaded: Loaded, closed: Graph | None, stage: Stage, *, require_targets: bool = False
) -> list[Finding]:
    """Run the shapes of one stage and report what they find, sorted.

    ``asserted`` runs over the files' triples before inference, and reports too which shapes are at fault,
    which had nothing to check (an error with ``require_targets``), which nodes no shape describes, and
    whether nothing at all was checked. ``closed`` runs over ``closed``, the same triples with all that was
    derived. Neither graph is changed. Raises ValueError if ``closed`` is needed and None.
    """
    shapes = [shape for shape in read_shapes(loaded.shapes) if stage in shape.stages and shape.targets]
    if stage == "closed":
        if closed is None:
            raise ValueError("the closed graph is needed for its stage")
        return sorted(run_shapes(loaded, closed, shapes_of_stage(loaded.shapes, stage))) if shapes else []
    asserted = loaded.asserted()
    return sorted(
        [
            *shape_findings(loaded),
            *untouched(loaded, asserted, shapes, require_targets),
            *run_shapes(loaded, asserted, shapes_of_stage(loaded.shapes, stage)),
        ]
    )


def run_shapes(loaded: Loaded, graph: Graph, shapes: Graph) -> Iterator[Finding]:
    """Run a shapes graph over a graph, and give each result a place and words."""
    try:
        _, report, text = pyshacl.validate(
            graph,
            shacl_graph=shapes,
            advanced=False,
            inference="none",
            inplace=True,  # Without inference and rules pyshacl writes nothing: this only saves it a copy.
            js=False,
            do_owl_imports=False,
            meta_shacl=False,
        )
    except Exception as error:
        # A bad shape fails in pyshacl, rdflib or pyparsing, each in its own way.
        yield _failure(str(error))
        return
    if not isinstance(report, Graph):
        yield _failure(text)
        return
    wording = Wording(loaded, graph)
    for result in report.objects(None, SH.result):
        yield wording.finding(report, result)


def _failure(reason: str) -> Finding:
    return Finding(
        "violation",
        None,
        None,
        f"The shapes cannot be run: {' '.join(reason.split())}",
        "Correct the shape in shapes/.",
        source=str(CHECK["shapes"]),
    )


def untouched(
    loaded: Loaded, asserted: Graph, shapes: Collection[Shape], require_targets: bool
) -> Iterator[Finding]:
    """Report shapes that found no node, nodes that no shape describes, and a run that checked no data."""
    data = loaded.data()
    described = set(data.subjects())
    idle: list[Shape] = []
    reached: set[Node] = set()
    by_class: set[Node] = set()
    for shape in shapes:
        nodes = shape.focus_nodes(asserted)
        if nodes:
            reached |= nodes & described
        else:
            idle.append(shape)
        if any(kind == SH.targetClass for kind, _ in shape.targets):
            by_class |= nodes
    if not reached:
        yield Finding(
            "violation",
            None,
            None,
            "Nothing was checked: no shape found a node of the data.",
            "See that data/ holds data, and that shapes/ has a shape with a target for them.",
            source=str(CHECK["nothing-checked"]),
        )
        return
    yield from _idle(loaded, idle, require_targets)
    for node in described - by_class:
        yield from _undescribed(loaded, data, node)


def _idle(loaded: Loaded, idle: Collection[Shape], require_targets: bool) -> Iterator[Finding]:
    remedy = "Add data that it is for, correct its target, or take the shape away."
    if require_targets:
        for shape in idle:
            place = loaded.positions.find(shape.node)
            name = compact(shape.node, loaded.prefixes)
            yield Finding(
                "violation",
                place.file if place else None,
                place.line if place else None,
                f"{name} found nothing to check.",
                remedy,
                shape.node,
                source=str(CHECK["idle-shape"]),
            )
    elif idle:
        names = ", ".join(compact(shape.node, loaded.prefixes) for shape in idle)
        yield Finding(
            "info",
            None,
            None,
            f"These shapes found nothing to check: {names}.",
            "Nothing need be done; --require-targets makes it an error.",
            source=str(CHECK["idle-shape"]),
        )


def _undescribed(loaded: Loaded, data: Graph, node: Node) -> Iterator[Finding]:
    if all(str(predicate).startswith(str(SKOS)) for predicate in data.predicates(node)):
        return  # Only linked: it is described elsewhere, or lint says that it is not.
    place = loaded.positions.find(node)
    classes = ", ".join(sorted(compact(kind, loaded.prefixes) for kind in data.objects(node, RDF.type)))
    name = compact(node, loaded.prefixes)
    yield Finding(
        "warning",
        place.file if place else None,
        place.line if place else None,
        f"{name} is of {classes}, for which there is no shape." if classes else f"{name} has no class.",
        "Give it a class of the ontology that has a shape, or write a shape for its class.",
        node,
        source=str(CHECK["unchecked-node"]),
    )
