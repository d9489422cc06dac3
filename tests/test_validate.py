"""Validation: which shapes run over what, what comes of each result, and what never passes in silence."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

from claimgraph.closure import Closure
from claimgraph.findings import Finding
from claimgraph.load import Loaded, load
from claimgraph.namespaces import CG, CHECK, RDF, SH, SHAPE, XSD
from claimgraph.paths import GraphDirectory
from claimgraph.shapes import read_shapes, shapes_of_stage
from claimgraph.validate import run_shapes, validate

PLACE = URIRef("https://w3id.org/claimgraph/place/harbour")
MILL = URIRef("https://w3id.org/claimgraph/actor/mill")

Write = Callable[..., GraphDirectory]

# Actors have a label and at most one group; places are asked for nothing.
SHAPES = """
shape:Actor a sh:NodeShape ;
    sh:name "actor"@en ;
    sh:description "Someone."@en ;
    sh:targetClass cg:Actor ;
    sh:property shape:Actor-label , shape:Actor-group .

shape:Actor-label a sh:PropertyShape ;
    sh:name "label of an actor"@en ;
    sh:description "Who acts has a name."@en ;
    sh:message "An actor MUST have a label: give it one."@en ;
    sh:path rdfs:label ;
    sh:minCount 1 .

shape:Actor-group a sh:PropertyShape ;
    sh:name "group"@en ;
    sh:description "Groups consist of actors."@en ;
    sh:message "A group SHOULD be an actor: describe it as one."@en ;
    sh:severity sh:Warning ;
    sh:path cg:memberOf ;
    sh:class cg:Actor .

shape:Place a sh:NodeShape ;
    sh:name "place"@en ;
    sh:description "Somewhere."@en ;
    sh:targetClass cg:Place .
"""
ACTORS = """
actor:mill a cg:Actor ;
    rdfs:label "The mill"@en ;
    cg:memberOf actor:guild .

actor:guild a cg:Actor ;
    rdfs:label "The guild"@en .
"""


@pytest.fixture
def write(write_graph: Write, prefix_lines: str) -> Callable[..., Loaded]:
    """Write a small sound graph with other shapes, data or ontology, and read it."""

    def make(shapes: str = SHAPES, actors: str = ACTORS, **files: str) -> Loaded:
        changes = {"shapes/actor.ttl": prefix_lines + shapes, "data/actors.ttl": prefix_lines + actors}
        changes |= {name.replace("__", "/") + ".ttl": prefix_lines + text for name, text in files.items()}
        return load(write_graph(changes))

    return make


def asserted(loaded: Loaded, *, require_targets: bool = False) -> list[Finding]:
    return validate(loaded, None, "asserted", require_targets=require_targets)


def line_of(loaded: Loaded, file: str, text: str) -> int:
    lines = (loaded.directory.root / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def checks(findings: list[Finding]) -> list[str]:
    return [finding.source.removeprefix(str(CHECK)).removeprefix(str(SHAPE)) for finding in findings]


def test_sound_graph_gives_nothing(write: Callable[..., Loaded]) -> None:
    assert asserted(write(), require_targets=True) == []


def test_result_becomes_a_finding_with_line_sentence_and_remedy(write: Callable[..., Loaded]) -> None:
    loaded = write(actors='actor:mill a cg:Actor ;\n    rdfs:label "m" ;\n    cg:memberOf place:harbour .\n')
    (finding,) = asserted(loaded)
    assert finding.severity == "warning"
    assert (finding.file, finding.line) == (
        "data/actors.ttl",
        line_of(loaded, "data/actors.ttl", "cg:memberOf place:harbour"),
    )
    assert finding.sentence == "actor:mill has the cg:memberOf place:harbour, against “group”."
    assert finding.remedy == "A group SHOULD be an actor: describe it as one."
    assert (finding.focus, finding.path, finding.value) == (MILL, CG.memberOf, PLACE)
    assert finding.source == str(SHAPE["Actor-group"])
    assert finding.component == str(SH.ClassConstraintComponent)


def test_what_is_missing_is_reported_where_its_subject_begins(write: Callable[..., Loaded]) -> None:
    loaded = write(actors="actor:mill a cg:Actor .\n")
    (finding,) = asserted(loaded)
    assert (finding.severity, finding.sentence) == ("violation", "actor:mill has no rdfs:label.")
    assert finding.line == line_of(loaded, "data/actors.ttl", "actor:mill a")


def test_findings_come_in_the_same_order_each_time(write: Callable[..., Loaded]) -> None:
    loaded = write(actors="actor:mill a cg:Actor .\nactor:a a cg:Actor .\nactor:b a cg:Actor .\n")
    found = asserted(loaded)
    assert len(found) == 3
    assert found == sorted(found)
    assert found == asserted(loaded)


def test_neither_graph_nor_shapes_are_changed(invented: Loaded, invented_closure: Closure) -> None:
    before = {name: set(graph) for name, graph in invented.graphs.items()}
    closed, shapes = set(invented_closure.closed), set(invented.shapes)
    assert validate(invented, None, "asserted") == []
    assert validate(invented, invented_closure.closed, "closed") == []
    assert {name: set(graph) for name, graph in invented.graphs.items()} == before
    assert (set(invented_closure.closed), set(invented.shapes)) == (closed, shapes)


# The two stages


def test_individuals_of_the_ontology_count(write: Callable[..., Loaded]) -> None:
    individual = ACTORS.replace("cg:memberOf actor:guild", "cg:memberOf cg:everyone")
    ontology = 'cg:everyone a cg:Actor ; rdfs:label "everyone"@en .\n'
    assert asserted(write(actors=individual, ontology__individuals=ontology)) == []


def test_subclasses_of_the_ontology_count(write: Callable[..., Loaded]) -> None:
    actors = ACTORS.replace("actor:guild a cg:Actor", "actor:guild a cg:Guild")
    ontology = "cg:Guild a owl:Class ; rdfs:subClassOf cg:Actor .\n"
    assert asserted(write(actors=actors, ontology__guild=ontology)) == []


def test_a_range_does_not_make_up_the_class_that_is_missing(write: Callable[..., Loaded]) -> None:
    actors = ACTORS.replace("actor:guild a cg:Actor", "actor:guild a cg:Place")
    loaded = write(actors=actors, ontology__range="cg:memberOf rdfs:range cg:Actor .\n")
    assert checks(asserted(loaded)) == ["Actor-group"]


def test_each_shape_runs_at_its_own_stage_only(write: Callable[..., Loaded]) -> None:
    closed = SHAPES.replace(
        "sh:targetClass cg:Actor", "cg:validates cg:ClosedGraph ;\n    sh:targetClass cg:Actor"
    )
    loaded = write(shapes=closed, actors="actor:mill a cg:Actor .\n")
    assert not any(finding.focus == MILL and finding.path for finding in asserted(loaded))
    assert checks(validate(loaded, loaded.asserted(), "closed")) == ["Actor-label"]
    assert checks(validate(write(actors="actor:mill a cg:Actor .\n"), Graph(), "closed")) == []


def test_a_shape_can_run_at_both_stages(write: Callable[..., Loaded]) -> None:
    both = "cg:validates cg:AssertedGraph , cg:ClosedGraph ;\n    sh:targetClass cg:Actor"
    loaded = write(shapes=SHAPES.replace("sh:targetClass cg:Actor", both), actors="actor:mill a cg:Actor .\n")
    assert checks(asserted(loaded)) == ["Actor-label"]
    assert checks(validate(loaded, loaded.asserted(), "closed")) == ["Actor-label"]


def test_the_closed_stage_sees_what_was_derived(write: Callable[..., Loaded]) -> None:
    closed = SHAPES.replace(
        "sh:targetClass cg:Actor", "cg:validates cg:ClosedGraph ;\n    sh:targetClass cg:Actor"
    )
    loaded = write(shapes=closed)
    derived = loaded.asserted()
    derived.add((PLACE, RDF.type, CG.Actor))
    (finding,) = validate(loaded, derived, "closed")
    assert finding.focus == PLACE
    assert finding.line == line_of(loaded, "data/places.ttl", "place:harbour a")


def test_the_closed_stage_asks_for_its_graph(write: Callable[..., Loaded]) -> None:
    with pytest.raises(ValueError, match="closed graph"):
        validate(write(), None, "closed")


# What never passes in silence


@pytest.mark.parametrize(
    "shapes",
    [
        SHAPES.replace("sh:targetClass", "rdfs:seeAlso"),
        SHAPES.replace("cg:Actor ;\n    sh:property", "cg:Sentence ;\n    sh:property").replace(
            "sh:targetClass cg:Place", "sh:targetClass cg:Passage"
        ),
        SHAPES.replace("sh:targetClass cg:Actor", "sh:targetClass owl:Class").replace(
            "sh:targetClass cg:Place", "sh:targetNode cg:Place"
        ),
        SHAPES.replace("sh:targetClass", "cg:validates cg:ClosedGraph ; sh:targetClass"),
    ],
    ids=["no targets", "no such nodes", "ontology only", "no shape of this stage"],
)
def test_a_run_that_checks_no_data_fails(shapes: str, write: Callable[..., Loaded]) -> None:
    found = asserted(write(shapes=shapes))
    assert ("violation", "nothing-checked") in {
        (finding.severity, source) for finding, source in zip(found, checks(found), strict=True)
    }


IDLE = SHAPES + (
    '\nshape:Article a sh:NodeShape ;\n    sh:name "article"@en ;\n    sh:description "A text."@en ;\n'
    "    sh:targetClass cg:Article .\n"
)


def test_a_shape_that_found_nothing_is_listed(write: Callable[..., Loaded]) -> None:
    (finding,) = asserted(write(shapes=IDLE))
    assert finding.severity == "info"
    assert "shape:Article" in finding.sentence
    assert "shape:Actor" not in finding.sentence


def test_a_shape_that_found_nothing_is_an_error_where_targets_are_required(
    write: Callable[..., Loaded],
) -> None:
    loaded = write(shapes=IDLE)
    (finding,) = asserted(loaded, require_targets=True)
    assert (finding.severity, finding.sentence) == ("violation", "shape:Article found nothing to check.")
    assert (finding.file, finding.line) == (
        "shapes/actor.ttl",
        line_of(loaded, "shapes/actor.ttl", "shape:Article a"),
    )


@pytest.mark.parametrize(
    ("shape", "term"),
    [
        ("shape:New a sh:NodeShape ; sh:targetClass cg:Actr .", "cg:Actr"),
        ("shape:New a sh:NodeShape ; sh:targetSubjectsOf cg:membrOf .", "cg:membrOf"),
        ("shape:New a sh:NodeShape ; sh:targetObjectsOf cg:membrOf .", "cg:membrOf"),
        ("shape:Actor sh:property [ sh:path ( [ sh:inversePath cg:membrOf ] rdfs:label ) ] .", "cg:membrOf"),
        ("shape:Actor sh:property [ sh:path cg:memberOf ; sh:class cg:Actr ] .", "cg:Actr"),
    ],
)
def test_a_shape_about_what_the_ontology_lacks_is_an_error(
    shape: str, term: str, write: Callable[..., Loaded]
) -> None:
    found = asserted(write(shapes=SHAPES + shape))
    (finding,) = [finding for finding in found if finding.source == str(CHECK["unknown-shape-term"])]
    assert finding.severity == "violation"
    assert term in finding.sentence
    assert finding.file == "shapes/actor.ttl"


def test_a_shape_without_words_is_reported(write: Callable[..., Loaded]) -> None:
    silent = SHAPES + "\nshape:Old a sh:NodeShape ;\n    sh:targetClass cg:Actor ;\n    sh:closed false .\n"
    (finding,) = asserted(write(shapes=silent))
    assert finding.severity == "warning"
    assert finding.sentence == "shape:Old has no sh:name and no sh:description and no sh:message."


def test_a_shape_that_is_never_used_is_reported(write: Callable[..., Loaded]) -> None:
    unused = SHAPES + '\nshape:Old a sh:NodeShape ; sh:name "old"@en ; sh:description "Old."@en .\n'
    (finding,) = asserted(write(shapes=unused))
    assert (finding.severity, finding.source) == ("warning", str(CHECK["unused-shape"]))


def test_a_shape_for_no_stage_is_an_error(write: Callable[..., Loaded]) -> None:
    loaded = write(shapes=SHAPES + "\nshape:Place cg:validates cg:ReleasedGraph .\n")
    assert ("violation", str(CHECK["unknown-stage"])) in {
        (finding.severity, finding.source) for finding in asserted(loaded)
    }


def test_a_node_that_no_shape_describes_is_reported(write: Callable[..., Loaded]) -> None:
    loaded = write(actors=ACTORS + "actor:new cg:memberOf actor:guild .\nactor:odd a cg:Article .\n")
    found = {finding.sentence: finding for finding in asserted(loaded)}
    assert set(found) == {
        "actor:new has no class.",
        "actor:odd is of cg:Article, for which there is no shape.",
    }
    assert {finding.severity for finding in found.values()} == {"warning"}
    assert found["actor:new has no class."].line == line_of(loaded, "data/actors.ttl", "actor:new")


# Shapes that cannot be run


@pytest.mark.parametrize(
    "shape",
    [
        'a sh:NodeShape ; sh:sparql [ sh:select "SELECT" ] ;',
        'a sh:NodeShape ; sh:sparql [ sh:select "SELECT $this { $this no:p 1 }" ] ;',
        'a sh:NodeShape ; sh:sparql [ sh:select "SELECT $this { SERVICE <http://a:9/> { $this ?p 1 } }" ] ;',
        "a sh:PropertyShape ; sh:path rdfs:label , rdfs:comment ;",
        'a sh:NodeShape ; sh:minCount "many" ;',
        "a sh:NodeShape ; sh:or _:l . _:l rdf:first [ sh:class cg:Actor ] ; rdf:rest _:l . shape:Bad",
        "a sh:PropertyShape ; sh:minCount 1 ; sh:path _:path . _:path sh:inversePath _:path . shape:Bad",
    ],
    ids=["no query", "unknown prefix", "SERVICE", "two paths", "no number", "endless list", "endless path"],
)
def test_a_broken_shape_is_a_finding_and_no_traceback(shape: str, write: Callable[..., Loaded]) -> None:
    loaded = write(shapes=f"{SHAPES}\nshape:Bad {shape} sh:targetClass cg:Actor .\n")
    (finding,) = [finding for finding in asserted(loaded) if finding.source == str(CHECK["shapes"])]
    assert finding.severity == "violation"
    assert finding.sentence.startswith("The shapes cannot be run: ")
    assert "\n" not in finding.sentence


def test_nothing_is_fetched(write: Callable[..., Loaded], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError(f"a connection was tried: {args}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    imports = (
        "\n<https://w3id.org/claimgraph/shape/> a owl:Ontology ; owl:imports <http://www.w3.org/ns/prov> .\n"
    )
    loaded = write(shapes=SHAPES + imports, ontology__imports=imports.replace("shape/", "ontology/"))
    assert asserted(loaded) == []


# The words for each kind of result


@pytest.mark.parametrize(
    ("mutation", "sentence"),
    [
        ("Claim-speechAct/minCount", "claim:t-8-1 has no cg:speechAct."),
        ("Claim-speechAct/maxCount", "claim:t-8-1 has 2 of cg:speechAct: cg:admits, cg:asserts."),
        ("Utterance-claims/minCount", "utterance:t-10 lacks “claims of an utterance”."),
        ("Event/closed", "event:mill has the property cg:allegedKind with the value cg:Shelling."),
        ("Claim-stance/xone-two", "claim:t-5-2 does not keep to “one stance”."),
        ("Passage-span/sparql", "passage:t-5-a does not keep to “span inside its sentence”."),
        ("Linked-wikidata/pattern", "place:vell has the skos:closeMatch schema:City, "
         "against “a Wikidata item”."),
        ("Review-reader/disjoint", "activity:t-review has the cg:reviews/cg:carriedOutBy "
         "encoder:first-reader, against “another reader”."),
        ("Closed-datatype/sparql", "article:t does not keep to “literals of the right datatype”."),
    ],
)  # fmt: skip
def test_sentence_says_what_is_wrong(
    mutation: str, sentence: str, invented: Loaded, invented_closure: Closure
) -> None:
    stage = "closed" if mutation.startswith("Closed") else "asserted"
    graph = Graph()
    for triple in invented_closure.closed if stage == "closed" else invented.asserted():
        graph.add(triple)
    graph.update((Path(__file__).parent / "shapes" / f"{mutation}.ru").read_text("utf-8"))
    found = run_shapes(invented, graph, shapes_of_stage(invented.shapes, stage))
    assert [finding.sentence for finding in found] == [sentence]


def test_a_query_s_result_is_placed_where_the_fault_is(invented: Loaded) -> None:
    graph = invented.asserted()
    selector = URIRef("https://w3id.org/claimgraph/selector/t-5-a")
    graph.set((selector, URIRef("http://www.w3.org/ns/oa#start"), Literal(1)))
    (finding,) = run_shapes(invented, graph, shapes_of_stage(invented.shapes, "asserted"))
    assert finding.file == "data/articles/article-t.ttl"
    assert finding.line == line_of(invented, finding.file, "passage:t-5-a a cg:Passage")


def test_a_long_value_is_cut(write: Callable[..., Loaded]) -> None:
    shapes = SHAPES.replace("sh:minCount 1", "sh:maxLength 20")
    long = "word " * 100
    (finding,) = asserted(write(shapes=shapes, actors=ACTORS.replace("The mill", long)))
    assert len(finding.sentence) < 200
    assert "…" in finding.sentence
    assert str(finding.value) == long


# Shapes, read


def test_focus_nodes_are_those_of_shacl(write: Callable[..., Loaded]) -> None:
    targets = {
        "sh:targetClass cg:Actor": {"mill", "guild"},
        "sh:targetSubjectsOf cg:memberOf": {"mill"},
        "sh:targetObjectsOf cg:memberOf": {"guild"},
        "sh:targetNode actor:nobody": {"nobody"},
    }
    for target, names in targets.items():
        loaded = write(shapes=f"shape:One a sh:NodeShape ; {target} .\n")
        (shape,) = read_shapes(loaded.shapes)
        assert {str(node).rpartition("/")[2] for node in shape.focus_nodes(loaded.asserted())} == names


def test_nested_shapes_are_known_as_such(write: Callable[..., Loaded]) -> None:
    nested = {shape.node: shape.nested for shape in read_shapes(write().shapes)}
    assert nested == {
        SHAPE.Actor: False,
        SHAPE["Actor-label"]: True,
        SHAPE["Actor-group"]: True,
        SHAPE.Place: False,
    }


def test_ill_typed_literals_are_found(write: Callable[..., Loaded]) -> None:
    shapes = SHAPES + (
        "\nshape:Place-size a sh:PropertyShape ;\n"
        '    sh:name "size"@en ;\n    sh:description "A number."@en ;\n'
        '    sh:message "A size MUST be a number: write one."@en ;\n    sh:targetClass cg:Place ;\n'
        "    sh:path cg:population ;\n    sh:datatype xsd:integer .\n"
    )
    loaded = write(
        shapes=shapes, data__places='place:harbour a cg:Place ; cg:population "many"^^xsd:integer .\n'
    )
    (finding,) = asserted(loaded)
    assert finding.value == Literal("many", datatype=XSD.integer)
