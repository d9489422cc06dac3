"""What somebody alleges never becomes a fact: not by inference, not by rule, not by what is written down.

Each leak below is written into the invented graph in turn. It must be caught twice: by a shape on what is
asserted, where that can show it, and by the shapes on the closed graph alone, as if the first did not exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.closure import Closure, close
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, OWL, RDF, RDFS, SHAPE, SKOS
from claimgraph.pipeline import Checked
from claimgraph.rules import Rule, read_rule
from claimgraph.shapes import Stage, shapes_of_stage
from claimgraph.validate import run_shapes, validate

EVENT = URIRef("https://w3id.org/claimgraph/event/mill")
ACCUSED = URIRef("https://w3id.org/claimgraph/actor/tarn")
TARGET = URIRef("https://w3id.org/claimgraph/place/mill-at-vell")
ALLEGATION = URIRef("https://w3id.org/claimgraph/proposition/tarn-shelled-mill")


@dataclass(frozen=True)
class Leak:
    """Axioms or facts that would turn an allegation into a fact, the fact, and the shapes that catch it.

    ``asserted`` is empty where nothing asserted shows it, as when a rule leaks.
    """

    name: str
    turtle: str
    fact: tuple[Node, Node, Node]
    asserted: set[str]
    closed: set[str]
    rule: str = ""
    also: set[str] = field(default_factory=set)


LEAKS = [
    Leak(
        "range",
        "cg:allegedTarget rdfs:range cg:StruckPlace . cg:StruckPlace a owl:Class ; "
        'rdfs:label "struck place"@en ; skos:definition "A place that was struck."@en .',
        (TARGET, RDF.type, CG.StruckPlace),
        {"Alleged-range"},
        {"Types-Place-type"},
    ),
    Leak(
        "domain",
        "cg:allegedAgent rdfs:domain cg:Fact . cg:Fact a owl:Class ; "
        'rdfs:label "fact"@en ; skos:definition "Something that is so."@en .',
        (ALLEGATION, RDF.type, CG.Fact),
        {"Alleged-domain"},
        {"Types-Proposition-type"},
    ),
    Leak(
        "super-property",
        "cg:allegedAgent rdfs:subPropertyOf cg:committedBy .",
        (ALLEGATION, CG.committedBy, ACCUSED),
        {"Alleged-super"},
        {"Closed-Proposition"},
    ),
    Leak(
        "property above the family",
        "cg:alleged rdfs:subPropertyOf cg:isTrueOf .",
        (ALLEGATION, CG.isTrueOf, ACCUSED),
        {"Alleged-top"},
        {"Closed-Proposition"},
    ),
    Leak(
        "equivalent property",
        "cg:allegedAgent owl:equivalentProperty cg:committedBy .",
        (ALLEGATION, CG.committedBy, ACCUSED),
        {"Term-equivalentProperty"},
        {"Closed-Proposition"},
    ),
    Leak(
        "chain from an event",
        "cg:toldIn owl:inverseOf cg:about . "
        "cg:attackedBy owl:propertyChainAxiom ( cg:toldIn cg:allegedAgent ) .",
        (EVENT, CG.attackedBy, ACCUSED),
        {"Alleged-chain"},
        {"Closed-Event"},
        also={"Closed-Place", "Closed-MediaItem"},
    ),
    Leak(
        "chain from a claim",
        "cg:blames owl:propertyChainAxiom ( cg:affirms cg:allegedAgent ) .",
        (URIRef("https://w3id.org/claimgraph/claim/t-5-1"), CG.blames, ACCUSED),
        {"Alleged-chain"},
        {"Closed-Claim"},
    ),
    Leak(
        "inverse",
        "cg:committed owl:inverseOf cg:allegedAgent .",
        (ACCUSED, CG.committed, ALLEGATION),
        {"Alleged-inverse"},
        {"Closed-Actor"},
    ),
    Leak(
        "restriction",
        "[ a owl:Restriction ; owl:onProperty cg:allegedAgent ; owl:someValuesFrom cg:Actor ] "
        "rdfs:subClassOf cg:Fact .",
        (ALLEGATION, RDF.type, CG.Fact),
        {"Alleged-restriction"},
        {"Types-Proposition-type"},
    ),
    Leak(
        "kind as a class of the event, asserted",
        "<https://w3id.org/claimgraph/event/mill> a cg:Shelling .",
        (EVENT, RDF.type, CG.Shelling),
        {"Event-type"},
        {"Types-Event-type"},
    ),
    Leak(
        "kind as a class of the event, by axiom",
        "cg:topicPlace rdfs:domain cg:Shelling .",
        (EVENT, RDF.type, CG.Shelling),
        {"Property-domain"},
        {"Types-Event-type"},
    ),
    Leak(
        "kind as a class of the event, by what is described",
        "[ a owl:Restriction ; owl:onProperty cg:describedKind ; owl:hasValue cg:Shelling ] "
        "rdfs:subClassOf cg:Shelling .",
        (EVENT, RDF.type, CG.Shelling),
        set(),
        {"Types-Event-type"},
    ),
    Leak(
        "role on the event itself",
        "<https://w3id.org/claimgraph/event/mill> cg:allegedAgent <https://w3id.org/claimgraph/actor/tarn> .",
        (EVENT, CG.allegedAgent, ACCUSED),
        {"Event"},
        {"Closed-Event"},
    ),
    Leak(
        "rule",
        "",
        (EVENT, CG.attackedBy, ACCUSED),
        set(),
        {"Closed-Event"},
        rule="CONSTRUCT { ?event cg:attackedBy ?agent }\n"
        "WHERE { ?proposition cg:about ?event ; cg:allegedAgent ?agent . ?event a cg:Event }\n",
    ),
    Leak(
        "functional property that merges joint speakers",
        "cg:addressee a owl:FunctionalProperty . <https://w3id.org/claimgraph/utterance/t-7> cg:addressee "
        "<https://w3id.org/claimgraph/actor/tarn> .",
        (URIRef("https://w3id.org/claimgraph/actor/orn-wire"), OWL.sameAs, ACCUSED),
        {"ObjectProperty-functional"},
        {"Closed-sameAs"},
        also={"Types-Actor-type", "Closed-Actor", "Closed-Claim", "Closed-Claim-party"},
    ),
    Leak(
        "key that merges",
        "cg:Event owl:hasKey ( cg:topicPlace ) .",
        (EVENT, OWL.sameAs, URIRef("https://w3id.org/claimgraph/event/vell-night")),
        {"Term-hasKey"},
        {"Closed-sameAs"},
    ),
    Leak(
        "sameAs, asserted",
        "<https://w3id.org/claimgraph/place/vell> owl:sameAs <https://w3id.org/claimgraph/place/tarn> .",
        (
            URIRef("https://w3id.org/claimgraph/place/vell"),
            OWL.sameAs,
            URIRef("https://w3id.org/claimgraph/place/tarn"),
        ),
        {"SameAs"},
        {"Closed-sameAs"},
    ),
]


def caught(loaded: Loaded, graph: Graph, stage: Stage) -> set[str]:
    """The shapes of one stage that find something."""
    found = run_shapes(loaded, graph, shapes_of_stage(loaded.shapes, stage))
    return {finding.source.removeprefix(str(SHAPE)) for finding in found}


def leaking(loaded: Loaded, leak: Leak, folder: Path) -> tuple[Graph, list[Rule]]:
    """The asserted graph and the rules, with the leak."""
    prefixes = "".join(
        f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in loaded.prefixes.items()
    )
    graph = loaded.asserted()
    graph.parse(data=prefixes + leak.turtle, format="turtle")
    rules = list(loaded.rules)
    if leak.rule:
        path = folder / "leak.rq"
        header = "#+ summary: leak\n#+ definition: A leak.\n#+ stratum: 1\n"
        path.write_text(f"{header}PREFIX cg: <{CG}>\n\n{leak.rule}", "utf-8")
        rules.append(read_rule(path, "ontology/rules/leak.rq"))
    return graph, rules


@pytest.mark.parametrize("leak", LEAKS, ids=lambda leak: leak.name)
def test_leak_is_caught_before_and_after_inference(leak: Leak, invented: Loaded, tmp_path: Path) -> None:
    graph, rules = leaking(invented, leak, tmp_path)
    assert caught(invented, graph, "asserted") == leak.asserted
    closure = close(graph, rules)
    assert leak.fact in closure.closed, "this is no leak"
    found = caught(invented, closure.closed, "closed")
    assert leak.closed <= found <= leak.closed | leak.also
    # The look at each derived triple below, which knows no shapes, sees it too.
    if leak.fact[0] == EVENT and leak.fact not in graph:
        assert leak.fact in leaks(graph, closure)


def test_leak_in_a_file_is_reported_with_its_line(invented: Loaded) -> None:
    triple = (CG.allegedTarget, RDFS.range, CG.Place)
    name = next(name for name in invented.graphs if name.endswith("ontology/core"))
    positions = replace(invented.positions, triples={**invented.positions.triples})
    positions.add("ontology/core.ttl", [(triple, 4711)], {})
    changed = replace(invented, graphs={**invented.graphs}, positions=positions)
    changed.graphs[name] = Graph() + invented.graphs[name]
    changed.graphs[name].add(triple)
    (finding,) = validate(changed, None, "asserted")
    assert (finding.file, finding.source) == ("ontology/core.ttl", str(SHAPE["Alleged-range"]))
    assert "alleges" in finding.remedy


# Without a leak nothing leaks, whatever shapes say: each derived triple is looked at

BETWEEN = {
    CG.onBehalfOf,
    CG.represents,
    CG.possiblySameEvent,
    CG.describedPlace,
    CG.describedAgent,
    CG.describedTarget,
}
UPWARDS = {CG.Actor, CG.Organisation}


def leaks(asserted: Graph, closure: Closure) -> list[tuple[Node, Node, Node]]:
    """Derived triples that say something new of events, places, actors and media items, or of their kind."""
    real = {
        node
        for top in (CG.Event, CG.Place, CG.Actor, CG.MediaItem)
        for kind in asserted.transitive_subjects(RDFS.subClassOf, top)
        for node in asserted.subjects(RDF.type, kind)
    }
    concepts = set(asserted.subjects(RDF.type, SKOS.Concept))
    found = []
    for subject, predicate, value in closure.inferred:
        if predicate == RDF.type:
            foreign = not str(value).startswith(str(CG))
            if subject in real | concepts and not (value in UPWARDS or foreign):
                found.append((subject, predicate, value))
        elif subject in real and isinstance(value, Literal):
            if predicate not in {CG.describedNotBefore, CG.describedNotAfter}:
                found.append((subject, predicate, value))
        elif subject in real | concepts and value in real | concepts:
            kind = predicate == CG.describedKind and value in concepts
            if not (predicate in BETWEEN or kind):
                found.append((subject, predicate, value))
    return found


def test_invented_graph_leaks_nothing(invented: Loaded, invented_closure: Closure) -> None:
    assert invented_closure.inconsistencies == ()
    assert (EVENT, CG.describedAgent, ACCUSED) in invented_closure.inferred
    assert leaks(invented.asserted(), invented_closure) == []


def test_our_graph_leaks_nothing(repository: Checked) -> None:
    assert repository.graph is not None
    assert leaks(repository.graph.loaded.asserted(), repository.graph.closure) == []
