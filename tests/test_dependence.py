"""What a change can make valid or invalid is found from what the shapes look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, URIRef

from claimgraph.changes.dependence import affected, restricted, view
from claimgraph.findings import Finding
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, OA, RDF, SHAPE
from claimgraph.shapes import Shape, read_shapes, shapes_of_stage
from claimgraph.terms import Triple
from claimgraph.validate import run_shapes

MUTATIONS = sorted((Path(__file__).parent / "shapes").rglob("*.ru"))
# All of them pass; a few in every run keep it quick.
STEP = 20


def asserted_shapes(loaded: Loaded) -> list[Shape]:
    return [shape for shape in read_shapes(loaded.shapes) if "asserted" in shape.stages and shape.targets]


def mutated(graph: Graph, update: str) -> tuple[Graph, set[Triple]]:
    copy = Graph(bind_namespaces="none")
    for triple in graph:
        copy.add(triple)
    copy.update(update)
    return copy, set(copy) ^ set(graph)


def of_change(loaded: Loaded, base: Graph, now: Graph, changes: set[Triple]) -> tuple[list[Finding], int]:
    stage = shapes_of_stage(loaded.shapes, "asserted")
    gone = Graph(bind_namespaces="none")
    for triple in set(base) - set(now):
        gone.add(triple)
    focus = affected(stage, asserted_shapes(loaded), (gone, now), changes)
    found = list(run_shapes(loaded, now, restricted(stage, focus))) if focus else []
    return found, len({node for nodes in focus.values() for node in nodes})


def chosen() -> list[Path]:
    """Mutations of what is asserted in the data: a change of the ontology means a whole check."""
    vocabulary = re.compile(r"owl:|rdfs:(domain|range|sub)|cg:(alleged )|a cg:SpeechAct")
    return [
        path
        for path in MUTATIONS
        if not path.parent.name.startswith(("Closed", "Types"))
        and not vocabulary.search(path.read_text("utf-8"))
    ][::STEP]


@pytest.mark.parametrize("path", chosen(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_mutation_breaks_is_found_without_a_whole_check(path: Path, invented: Loaded) -> None:
    update = path.read_text("utf-8")
    message = re.search(r"#\+ message: (.*)", update)
    assert message
    base = invented.asserted()
    now, changes = mutated(base, update)
    described = set(invented.ontology().subjects())
    if any(triple[0] in described for triple in changes):
        pytest.skip("a change of the ontology means a whole check")
    found, nodes = of_change(invented, base, now, changes)
    assert any(each.remedy.startswith(message[1].strip()) for each in found)
    assert nodes < len(set(invented.data().subjects()))


UPDATES = (
    "DELETE { claim:t-5-2 cg:speechAct ?o } INSERT { claim:t-5-2 cg:speechAct cg:orders } "
    "WHERE { claim:t-5-2 cg:speechAct ?o }",
    "DELETE { ?s oa:end ?o } INSERT { ?s oa:end 9999 } "
    "WHERE { sentence:t-5 oa:hasSelector ?s . ?s oa:end ?o }",
)


@pytest.mark.parametrize("update", UPDATES)
def test_findings_are_those_of_a_whole_check(update: str, invented: Loaded) -> None:
    prefixes = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in invented.prefixes.items())
    base = invented.asserted()
    now, changes = mutated(base, prefixes + update)
    assert changes
    whole = sorted(run_shapes(invented, now, shapes_of_stage(invented.shapes, "asserted")))
    found, _ = of_change(invented, base, now, changes)
    assert whole
    assert sorted(found) == whole


def test_a_shape_looks_along_its_paths_and_those_inside_it(graph_of: Callable[[str], Graph]) -> None:
    shapes = graph_of(
        """
        ex:S a sh:NodeShape ; sh:targetClass ex:C ;
          sh:property [ sh:path ( ex:a [ sh:inversePath ex:b ] ) ; sh:class ex:D ] ;
          sh:or ( [ sh:path [ sh:alternativePath ( ex:c ex:d ) ] ; sh:minCount 1 ] [ sh:node ex:T ] ) .
        ex:T sh:path [ sh:zeroOrMorePath [ sh:inversePath ex:e ] ] ; sh:equals ex:f .
        """
    )
    ex = "https://example.org/"
    assert view(shapes, URIRef(f"{ex}S")).steps == {
        *((URIRef(f"{ex}{name}"), False) for name in "acdf"),
        *((URIRef(f"{ex}{name}"), True) for name in "be"),
        (RDF.type, False),
    }


def test_a_query_in_a_shape_is_asked_again_where_a_property_it_names_changed(invented: Loaded) -> None:
    base = invented.asserted()
    selector = next(base.subjects(OA.start))
    triple = next(iter(base.triples((selector, OA.start, None))))
    stage = shapes_of_stage(invented.shapes, "asserted")
    focus = affected(stage, asserted_shapes(invented), (Graph(), base), {triple})
    assert SHAPE["Article-overlap"] in focus
    triple = next(iter(base.triples((None, CG.modality, None))), (selector, CG.modality, selector))
    assert SHAPE["Article-overlap"] not in affected(
        stage, asserted_shapes(invented), (Graph(), base), {triple}
    )
