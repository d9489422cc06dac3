"""The shapes: each says what to do, and each constraint is shown to fire, alone and with its message.

A mutation is a SPARQL update in ``tests/shapes/<shape>/<constraint>.ru`` (or ``<constraint>-<what>.ru``),
with the message that must come of it, or its beginning, in its header. It changes the invented graph of
``tests/small``, or for a shape on the closed graph what was derived from that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from pyshacl.entrypoints import meta_validate
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.closure import Closure
from claimgraph.findings import Finding
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, OWL, RDF, RDFS, SH, SHAPE, SKOS, SSSOM
from claimgraph.shapes import TARGETS, Shape, Stage, read_shapes, shapes_of_stage
from claimgraph.validate import run_shapes, validate

ROOT = Path(__file__).parents[1]
MUTATIONS = ROOT / "tests" / "shapes"
WORDS = {"MUST": None, "SHOULD": SH.Warning, "MAY": SH.Info}
PARAMETERS = """
    and class closed datatype disjoint equals hasValue in languageIn lessThan lessThanOrEquals maxCount
    maxExclusive maxInclusive maxLength minCount minExclusive minInclusive minLength node nodeKind not or
    pattern qualifiedMaxCount qualifiedMinCount sparql uniqueLang xone
"""
CONSTRAINTS = [SH[name] for name in PARAMETERS.split()]
ANY_PROPERTY = URIRef("urn:any-property")
STRUCTURE = {RDF.type, SH.property, SH.name, SH.description, SH.message, SH.severity, SH.path, CG.validates}
STRUCTURE |= {SH.qualifiedValueShape, SH.ignoredProperties, *TARGETS}


def our_shapes() -> Graph:
    """All shapes of the repository."""
    graph = Graph(bind_namespaces="none")
    for path in sorted((ROOT / "shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


def our_ontology() -> Graph:
    """The ontology of the repository."""
    graph = Graph(bind_namespaces="none")
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return our_shapes()


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return our_ontology()


def named(graph: Graph) -> list[Shape]:
    return [shape for shape in read_shapes(graph) if isinstance(shape.node, URIRef)]


def local(node: Node) -> str:
    return str(node).removeprefix(str(SHAPE))


# What every shape says


def test_shapes_are_shapes(shapes: Graph) -> None:
    conforms, _, text = meta_validate(shapes, inference="none", max_validation_depth=30)
    assert conforms, text


def test_each_shape_says_what_it_asks_for_and_what_to_do(shapes: Graph) -> None:
    for shape in named(shapes):
        for predicate in (SH.name, SH.description):
            (text,) = shapes.objects(shape.node, predicate)
            assert isinstance(text, Literal)
            assert text.language == "en"
        assert str(text).endswith(".")
        constrains = any(shapes.value(shape.node, constraint) is not None for constraint in CONSTRAINTS)
        messages = list(shapes.objects(shape.node, SH.message))
        assert len(messages) == constrains, local(shape.node)
        for message in messages:
            (word,) = [word for word in WORDS if re.search(rf"\b{word}\b", message)]
            assert shapes.value(shape.node, SH.severity) == WORDS[word], local(shape.node)
            assert re.search(r"[:;] .+\.$", message), f"{local(shape.node)} does not say what to do"


def test_no_two_shapes_say_the_same(shapes: Graph) -> None:
    said = [str(text) for text in shapes.objects(None, SH.message)]
    assert sorted(set(said)) == sorted(said)


def test_shapes_are_named_unless_they_are_part_of_another(shapes: Graph) -> None:
    for shape in read_shapes(shapes):
        if isinstance(shape.node, BNode):
            assert shape.nested
            assert not shape.targets
            assert (None, SH.property, shape.node) not in shapes or not any(
                isinstance(parent, URIRef) for parent in shapes.subjects(SH.property, shape.node)
            )
        else:
            assert str(shape.node).startswith(str(SHAPE))
            assert shape.nested != bool(shape.targets) or shape.targets


def test_shapes_use_only_what_this_test_knows(shapes: Graph) -> None:
    known = STRUCTURE | set(CONSTRAINTS)
    for shape in named(shapes):
        assert set(shapes.predicates(shape.node)) <= known, local(shape.node)


def test_queries_of_shapes_have_the_prefixes_of_the_list(shapes: Graph) -> None:
    listed = dict(
        re.findall(r"@prefix (\S+): <(.+)> \.", (ROOT / "ontology/prefixes.ttl").read_text("utf-8"))
    )
    declared = {
        str(shapes.value(node, SH.prefix)): str(shapes.value(node, SH.namespace))
        for node in shapes.objects(SHAPE.prefixes, SH.declare)
    }
    assert declared.items() <= listed.items()
    for query in shapes.objects(None, SH.select):
        assert set(re.findall(r"\b(\w+):\w", query)) <= set(declared)


# What shapes there must be, as the ontology grows


def test_each_class_of_the_ontology_has_a_shape(shapes: Graph, ontology: Graph) -> None:
    targets = set(shapes.objects(None, SH.targetClass))
    concepts = set(ontology.transitive_subjects(RDFS.subClassOf, SKOS.Concept))
    for each in ontology.subjects(RDF.type, OWL.Class):
        if isinstance(each, URIRef) and each.startswith(str(CG)) and each not in concepts:
            above = set(ontology.transitive_objects(each, RDFS.subClassOf))
            assert targets & above, f"no shape is for {each}"
            assert each in targets or CG.Actor in above, f"no shape is for {each} itself"


def test_each_property_that_is_not_derived_is_checked_by_a_shape(shapes: Graph, ontology: Graph) -> None:
    paths = set(shapes.objects(None, SH.path))
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for each in ontology.subjects(RDF.type, kind):
            definition = str(ontology.value(each, SKOS.definition))
            if not re.search(
                r"; derived\b|use one of its sub-properties|^The principal for whom a claim", definition
            ):
                assert each in paths, f"no shape checks the values of {each}"


def test_each_string_has_a_greatest_length(shapes: Graph, ontology: Graph) -> None:
    capped = {
        term for shape in shapes.subjects(SH.maxLength) for term in shapes.objects(shape, SH.targetSubjectsOf)
    }
    sized = {term for shape in shapes.subjects(SH.pattern) for term in shapes.objects(shape, SH.path)}
    numbers = {
        term
        for shape in shapes.subjects(SH.path)
        for term in shapes.objects(shape, SH.path)
        if re.search(r"XMLSchema#(integer|decimal|date)", " ".join(_literals(shapes, shape)))
    }
    iris = {SKOS.inScheme, SKOS.broader, SKOS.topConceptOf, RDFS.seeAlso, CG.validates}
    iris |= {SKOS[f"{kind}Match"] for kind in ("exact", "close", "broad", "narrow", "related")}
    iris |= {SSSOM.mapping_justification, SSSOM.predicate_modifier}
    others = {URIRef("http://purl.org/dc/terms/" + name) for name in ("license", "created")}
    for kind in (OWL.DatatypeProperty, OWL.AnnotationProperty):
        for each in ontology.subjects(RDF.type, kind):
            described = re.search(
                r"; derived\b|use one of its sub-properties", str(ontology.value(each, SKOS.definition))
            )
            assert described or each in capped | sized | numbers | iris | others, (
                f"{each} has no greatest length"
            )


def _literals(graph: Graph, shape: Node) -> Iterator[str]:
    yield from (str(each) for each in graph.objects(shape, SH.datatype))
    for head in graph.objects(shape, SH["or"]):
        yield from (str(each) for part in graph.items(head) for each in graph.objects(part, SH.datatype))


def roles(ontology: Graph) -> set[Node]:
    """The alleged roles: those whose values have names of their own, and those with plain values."""
    return {
        role for top in (CG.alleged, CG.valueAlleged) for role in ontology.subjects(RDFS.subPropertyOf, top)
    }


def test_each_kind_of_proposition_is_closed_and_listed(shapes: Graph, ontology: Graph) -> None:
    kinds = set(ontology.subjects(RDFS.subClassOf, CG.Proposition))
    listed = shapes.value(SHAPE["Proposition-kind"], SH["in"])
    assert listed is not None
    assert set(shapes.items(listed)) == kinds
    for kind in kinds:
        shape = SHAPE[str(kind).removeprefix(str(CG))]
        assert (shape, SH.closed, Literal(True)) in shapes


def test_each_alleged_role_has_a_kind_of_proposition(shapes: Graph, ontology: Graph) -> None:
    kinds = set(ontology.subjects(RDFS.subClassOf, CG.Proposition))
    allowed = {
        path
        for kind in kinds
        for part in shapes.objects(SHAPE[str(kind).removeprefix(str(CG))], SH.property)
        for path in shapes.objects(part, SH.path)
    }
    assert roles(ontology) <= allowed


def test_inference_may_give_propositions_their_own_roles(shapes: Graph, ontology: Graph) -> None:
    ignored = shapes.value(SHAPE["Closed-Proposition"], SH.ignoredProperties)
    assert ignored is not None
    assert roles(ontology) <= set(shapes.items(ignored))


# Each constraint fires, with its message and no other


@dataclass(frozen=True)
class Constraint:
    """One value of one constraint parameter of one named shape."""

    shape: str
    parameter: str
    value: Node
    alone: bool

    @property
    def files(self) -> list[Path]:
        """The mutations that break it; where a parameter has several values, each names its own."""
        name = self.parameter if self.alone else f"{self.parameter}-{str(self.value).removeprefix(str(CG))}"
        folder = MUTATIONS / self.shape
        return [path for path in sorted(folder.glob("*.ru")) if re.fullmatch(rf"{name}(-.+)?", path.stem)]


def constraints(graph: Graph) -> list[Constraint]:
    found = []
    for shape in named(graph):
        for constraint in CONSTRAINTS:
            values = list(graph.objects(shape.node, constraint))
            parameter = str(constraint).removeprefix(str(SH))
            found += [Constraint(local(shape.node), parameter, value, len(values) == 1) for value in values]
    return found


def test_each_constraint_has_a_mutation_and_each_mutation_a_constraint(shapes: Graph) -> None:
    wanted = constraints(shapes)
    assert wanted
    missing = [f"{each.shape}/{each.parameter}" for each in wanted if not each.files]
    assert not missing, "no mutation breaks these"
    claimed = {path for each in wanted for path in each.files}
    assert {path for path in MUTATIONS.rglob("*") if path.is_file()} == claimed


class Bench:
    """The invented graph, asserted and closed, and the shapes to try on it."""

    def __init__(self, loaded: Loaded, closure: Closure) -> None:
        self.loaded = loaded
        self.graphs: dict[Stage, Graph] = {"asserted": loaded.asserted(), "closed": closure.closed}
        self.all: dict[Stage, Graph] = {
            stage: shapes_of_stage(loaded.shapes, stage) for stage in ("asserted", "closed")
        }

    @cached_property
    def shapes(self) -> list[Shape]:
        """The shapes that have targets."""
        return [shape for shape in read_shapes(self.loaded.shapes) if shape.targets]

    @cached_property
    def focus(self) -> dict[tuple[Stage, Node], set[Node]]:
        """The focus nodes of each shape before any mutation."""
        return {
            (stage, shape.node): shape.focus_nodes(graph)
            for stage, graph in self.graphs.items()
            for shape in self.shapes
        }

    @cached_property
    def mentioned(self) -> dict[Node, set[Node]]:
        """All that the description of a shape mentions, at whatever depth and in its queries."""
        graph = self.loaded.shapes
        found = {shape.node: set(graph.transitiveClosure(_parts, shape.node)) for shape in self.shapes}
        for parts in found.values():
            for query in [part for part in parts if isinstance(part, Literal) and "WHERE {" in part]:
                names = re.findall(r"\b(\w+):(\w+)", query)
                parts |= {URIRef(self.loaded.prefixes[prefix] + name) for prefix, name in names}
                if re.search(r"[?$]\w+ [?$]\w+ [?$]\w+", query):
                    parts.add(ANY_PROPERTY)
        return found

    def stage(self, shape: str) -> Stage:
        """The stage of a shape, or of the one that it is part of."""
        return "closed" if (SHAPE[shape], CG.validates, CG.ClosedGraph) in self.loaded.shapes else "asserted"

    def mutated(self, update: str, stage: Stage) -> Graph:
        """Change a copy of the graph."""
        graph = Graph(bind_namespaces="none")
        for triple in self.graphs[stage]:
            graph.add(triple)
        graph.update(update)
        assert set(graph) != set(self.graphs[stage]), "this mutation changes nothing"
        return graph

    def findings(self, graph: Graph, shapes: Graph) -> list[Finding]:
        """Run the shapes."""
        return sorted(run_shapes(self.loaded, graph, shapes))

    def concerned(self, graph: Graph, stage: Stage) -> Graph:
        """The shapes without those to which the change cannot matter, which find nothing as before.

        A shape can change its mind only if it mentions a property that changed, asks for any property, is
        closed over a node that changed, or has other focus nodes than before; any can if a node that was
        there changed its class, or a class its place.
        """
        before = self.graphs[stage]
        changed = set(graph) ^ set(before)
        predicates = {predicate for _, predicate, _ in changed}
        subjects = {subject for subject, _, _ in changed}
        retyped = {subject for subject, predicate, _ in changed if predicate == RDF.type}
        if RDFS.subClassOf in predicates or any((node, None, None) in before for node in retyped):
            return self.all[stage]
        idle = set()
        for shape in self.shapes:
            mentioned = self.mentioned[shape.node]
            focus = shape.focus_nodes(graph)
            if not (
                mentioned & (predicates - {RDF.type})
                or ANY_PROPERTY in mentioned
                or (SH.closed in mentioned and focus & subjects)
                or focus != self.focus[stage, shape.node]
            ):
                idle.add(shape.node)
        kept = Graph(store="SimpleMemory", bind_namespaces="none")
        for triple in self.all[stage]:
            if not (triple[0] in idle and triple[1] in TARGETS):
                kept.add(triple)
        return kept


def _parts(node: Node, graph: Graph) -> Iterator[Node]:
    yield from graph.predicates(node)
    for predicate, value in graph.predicate_objects(node):
        if predicate not in (RDF.type, SH.ignoredProperties):
            yield value


@pytest.fixture(scope="session")
def bench(invented: Loaded, invented_closure: Closure) -> Bench:
    return Bench(invented, invented_closure)


def test_invented_graph_gives_nothing_at_all(bench: Bench, invented: Loaded) -> None:
    assert validate(invented, None, "asserted", require_targets=True) == []
    assert validate(invented, bench.graphs["closed"], "closed") == []


MUTATED = [str(path.relative_to(MUTATIONS).with_suffix("")) for path in sorted(MUTATIONS.rglob("*.ru"))]


def read_mutation(name: str) -> tuple[str, str, str]:
    """The shape, the message and the update of a mutation."""
    update = (MUTATIONS / f"{name}.ru").read_text("utf-8")
    header = re.match(r"#\+ message: (.+)\n", update)
    assert header, "a mutation begins with `#+ message:` and the message that must come of it"
    return name.partition("/")[0], header[1], update


@pytest.mark.parametrize("mutation", MUTATED)
def test_mutation_gives_its_message_and_no_other(mutation: str, bench: Bench) -> None:
    shape, message, update = read_mutation(mutation)
    stage = bench.stage(shape)
    graph = bench.mutated(update, stage)
    found = bench.findings(graph, bench.concerned(graph, stage))
    assert found, "no shape noticed"
    assert {finding.source for finding in found} == {str(SHAPE[shape])}
    assert all(finding.remedy.startswith(message) for finding in found)
    parameter = Path(mutation).name.partition("-")[0]
    kind = "SPARQL" if parameter == "sparql" else f"{parameter[0].upper()}{parameter[1:]}"
    assert {finding.component for finding in found} == {f"{SH}{kind}ConstraintComponent"}


@pytest.mark.parametrize("mutation", MUTATED[::48])
def test_shapes_left_out_would_have_found_nothing(mutation: str, bench: Bench) -> None:
    shape, _, update = read_mutation(mutation)
    stage = bench.stage(shape)
    graph = bench.mutated(update, stage)
    assert bench.findings(graph, bench.all[stage]) == bench.findings(graph, bench.concerned(graph, stage))
