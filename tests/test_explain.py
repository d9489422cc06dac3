"""An explanation leads from a triple down to the lines of the files, and says so where it cannot."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from rdflib import RDF, RDFS, Literal, URIRef

from claimgraph.closure import Closure, close
from claimgraph.explain import Explanation, as_json, explain, inconsistency_findings, render_text
from claimgraph.load import Loaded, load
from claimgraph.namespaces import CG
from claimgraph.paths import GraphDirectory
from claimgraph.terms import Triple

WriteGraph = Callable[..., GraphDirectory]
ACTOR = "https://w3id.org/claimgraph/actor/"
RULE = """\
#+ summary: Rivals
#+ definition: Two actors are rivals when they are members of the same guild and not the same.
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
CONSTRUCT { ?a cg:rivals ?b }
WHERE {
  ?a cg:memberOf ?guild .
  ?b cg:memberOf ?guild .
  FILTER(?a != ?b)
  FILTER NOT EXISTS { ?a cg:partner ?b }
}
"""
CORE = """
cg:Actor a owl:Class .
cg:Member a owl:Class ;
    rdfs:subClassOf cg:Actor ;
    owl:disjointWith cg:Place .
cg:Place a owl:Class .
cg:memberOf a owl:ObjectProperty ; rdfs:domain cg:Member .
cg:partOf a owl:ObjectProperty , owl:TransitiveProperty .
cg:partner a owl:ObjectProperty .
cg:rivals a owl:ObjectProperty ; rdfs:subPropertyOf cg:knows .
cg:knows a owl:ObjectProperty , owl:SymmetricProperty .
cg:reach a owl:ObjectProperty ;
    owl:propertyChainAxiom ( cg:memberOf cg:partOf ) .
"""
ACTORS = """
actor:mill cg:memberOf actor:guild .
actor:forge cg:memberOf actor:guild , actor:league .
actor:inn cg:memberOf actor:league .
actor:guild cg:partOf actor:town .
actor:town cg:partOf actor:shire .
actor:shire cg:partOf actor:realm .
"""


@pytest.fixture
def graph(write_graph: WriteGraph, prefix_lines: str) -> tuple[Loaded, Closure]:
    directory = write_graph(
        {
            "ontology/core.ttl": prefix_lines + CORE,
            "ontology/rules/rivals.rq": RULE,
            "data/actors.ttl": prefix_lines + ACTORS,
            "data/places.ttl": prefix_lines,
        }
    )
    loaded = load(directory)
    return loaded, close(loaded.asserted(), loaded.rules, prefixes=loaded.prefixes)


def actor(text: str) -> Triple:
    subject, predicate, value = text.split()
    return URIRef(ACTOR + subject), CG[predicate], URIRef(ACTOR + value)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_an_asserted_triple_has_its_place(graph: tuple[Loaded, Closure], prefix_lines: str) -> None:
    found = explain(*graph, actor("mill memberOf guild"))
    line = line_of(prefix_lines + ACTORS, "actor:mill")
    assert [(place.file, place.line) for place in found.asserted] == [("data/actors.ttl", line)]
    assert found.reasons == ()
    assert render_text(found) == f"actor:mill cg:memberOf actor:guild\n  asserted at data/actors.ttl:{line}\n"


def test_a_rule_is_named_with_definition_premises_and_absences(graph: tuple[Loaded, Closure]) -> None:
    found = explain(*graph, actor("mill rivals forge"))
    (reason,) = found.reasons
    assert (reason.kind, reason.name, reason.file) == ("rule", "rivals", "ontology/rules/rivals.rq")
    assert reason.definition.startswith("Two actors are rivals")
    assert {premise.triple for premise in reason.premises} == {
        actor("mill memberOf guild"),
        actor("forge memberOf guild"),
    }
    assert all(premise.asserted for premise in reason.premises)
    assert reason.absences == ("actor:mill cg:partner actor:forge",)


def test_an_axiom_over_a_rule_is_followed_down(graph: tuple[Loaded, Closure]) -> None:
    text = render_text(explain(*graph, actor("forge knows inn")))
    assert "by OWL 2 RL rule prp-spo1: What stands in a property stands in its super-properties." in text
    assert "by rule rivals (ontology/rules/rivals.rq): Two actors are rivals" in text
    assert re.search(r"actor:inn cg:memberOf actor:league\n +asserted at data/actors.ttl:\d+", text)
    assert "absent: actor:forge cg:partner actor:inn" in text


def test_a_chain_and_a_type_by_domain(graph: tuple[Loaded, Closure]) -> None:
    chain = explain(*graph, actor("mill reach town"))
    assert [reason.name for reason in chain.reasons] == ["prp-spo2"]
    assert "( cg:memberOf cg:partOf )" in render_text(chain)
    member = explain(*graph, (URIRef(ACTOR + "inn"), RDF.type, CG.Actor))
    assert all(position.file for _, position in member.leaves())


def test_no_explanation_is_circular(graph: tuple[Loaded, Closure]) -> None:
    loaded, closure = graph

    def check(found: Explanation, above: frozenset[Triple]) -> None:
        assert found.triple not in above
        assert found.asserted or found.reasons, found.words
        for reason in found.reasons:
            for premise in reason.premises:
                check(premise, above | {found.triple})

    for triple in closure.inferred:
        check(explain(loaded, closure, triple), frozenset())


def test_a_transitive_triple_comes_down_to_asserted_links(graph: tuple[Loaded, Closure]) -> None:
    found = explain(*graph, actor("guild partOf realm"))
    leaves = {triple for triple, _ in found.leaves()}
    assert leaves >= {actor("guild partOf town"), actor("town partOf shire"), actor("shire partOf realm")}


def test_a_triple_that_is_not_there_says_so_with_near_ones(graph: tuple[Loaded, Closure]) -> None:
    found = explain(*graph, actor("mill memberOf league"))
    assert found.note == "This triple is neither asserted nor derived."
    assert "actor:mill cg:memberOf actor:guild" in found.near
    assert "actor:inn cg:memberOf actor:league" in found.near
    assert "Near to it:" in render_text(found)


def test_noise_is_told_apart_from_absence(graph: tuple[Loaded, Closure]) -> None:
    found = explain(*graph, (CG.Actor, URIRef("http://www.w3.org/2000/01/rdf-schema#subClassOf"), CG.Actor))
    assert found.note is not None
    assert "left out of the graph (reflexive-hierarchy)" in found.note


def test_what_no_rule_explains_is_said_plainly(
    graph: tuple[Loaded, Closure], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claimgraph.explain.steps", lambda triple, known: iter(()))
    found = explain(*graph, actor("mill reach town"))
    assert found.reasons == ()
    assert "none of the rules that claimgraph can read backwards explains it" in render_text(found)


def test_a_literal_is_explained_like_any_value(graph: tuple[Loaded, Closure]) -> None:
    found = explain(*graph, (URIRef(ACTOR + "mill"), CG.memberOf, Literal("guild")))
    assert found.note == "This triple is neither asserted nor derived."
    assert found.words == 'actor:mill cg:memberOf "guild"'


def test_json_holds_the_same_tree(graph: tuple[Loaded, Closure]) -> None:
    found = explain(*graph, actor("mill rivals forge"))
    tree = json.loads(json.dumps(as_json(found)))
    assert tree["triple"]["subject"] == f"<{ACTOR}mill>"
    assert tree["asserted"] == []
    (reason,) = tree["reasons"]
    assert (reason["kind"], reason["name"]) == ("rule", "rivals")
    assert [premise["asserted"][0]["file"] for premise in reason["premises"]] == ["data/actors.ttl"] * 2
    absent = as_json(explain(*graph, actor("mill memberOf league")))
    assert absent["note"]
    assert absent["near"]


def test_many_supports_are_counted(write_graph: WriteGraph, prefix_lines: str) -> None:
    guilds = " , ".join(f"actor:g{number}" for number in range(8))
    directory = write_graph(
        {
            "ontology/core.ttl": prefix_lines + CORE,
            "ontology/rules/rivals.rq": RULE,
            "data/actors.ttl": f"{prefix_lines}actor:a cg:memberOf {guilds} . actor:b cg:memberOf {guilds} .",
        }
    )
    loaded = load(directory)
    closure = close(loaded.asserted(), loaded.rules)
    found = explain(loaded, closure, actor("a rivals b"))
    assert (len(found.reasons), found.more) == (5, 3)
    assert "… and in 3 more ways" in render_text(found)


def test_a_shorter_way_that_leads_in_a_circle_is_not_taken(
    write_graph: WriteGraph, prefix_lines: str
) -> None:
    # The inverse needs one derived premise, the chain two: but the inverse was itself derived from the chain.
    axioms = (
        "cg:seen owl:inverseOf cg:sees . cg:sees owl:propertyChainAxiom ( cg:near cg:faces ) ."
        " cg:beside rdfs:subPropertyOf cg:near . cg:opens rdfs:subPropertyOf cg:faces ."
    )
    directory = write_graph(
        {
            "ontology/core.ttl": prefix_lines + axioms,
            "data/actors.ttl": f"{prefix_lines}actor:a cg:beside actor:b .\nactor:b cg:opens actor:c .\n",
        }
    )
    loaded = load(directory)
    found = explain(loaded, close(loaded.asserted()), actor("a sees c"))
    assert [reason.name for reason in found.reasons] == ["prp-spo2"]
    assert len(list(found.leaves())) == 5


def test_the_way_with_fewest_derived_premises_is_shown(write_graph: WriteGraph, prefix_lines: str) -> None:
    axioms = (
        "cg:Smith rdfs:subClassOf cg:Actor ."
        " cg:forges rdfs:domain cg:Smith . cg:speaks rdfs:domain cg:Actor ."
    )
    directory = write_graph(
        {
            "ontology/core.ttl": prefix_lines + axioms,
            "data/actors.ttl": f"{prefix_lines}actor:a cg:forges actor:b ; cg:speaks actor:c .\n",
        }
    )
    loaded = load(directory)
    found = explain(loaded, close(loaded.asserted()), (URIRef(ACTOR + "a"), RDF.type, CG.Actor))
    (reason,) = found.reasons
    assert reason.name == "prp-dom"
    assert {premise.triple[1] for premise in reason.premises} == {RDFS.domain, CG.speaks}


MEETS = """\
#+ summary: Meets
#+ definition: Who sees what another faces meets the other.
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
CONSTRUCT { ?a cg:meets ?b } WHERE { ?a cg:sees ?x . ?b cg:faces ?x }
"""
SEES = """\
#+ summary: Sees
#+ definition: Who %s someone sees that one.
#+ stratum: 2
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
CONSTRUCT { ?a cg:sees ?b } WHERE { ?a cg:%s ?b }
"""


@pytest.mark.parametrize(("verb", "seen"), [("enters", ["inn", "pub"]), ("meets", ["inn"])])
def test_a_support_that_came_later_is_told_unless_it_is_circular(
    verb: str, seen: list[str], write_graph: WriteGraph, prefix_lines: str
) -> None:
    # With "meets", that a sees b is a second support of "a meets b", but itself follows from nothing else.
    actors = """
actor:a cg:sees actor:inn ; cg:enters actor:pub .
actor:b cg:faces actor:inn , actor:pub , actor:b .
"""
    directory = write_graph(
        {
            "ontology/rules/meets.rq": MEETS,
            "ontology/rules/sees.rq": SEES % (verb, verb),
            "data/actors.ttl": prefix_lines + actors,
        }
    )
    loaded = load(directory)
    closure = close(loaded.asserted(), loaded.rules)
    assert actor(f"a sees {'pub' if verb == 'enters' else 'b'}") in closure.inferred
    found = explain(loaded, closure, actor("a meets b"))
    premises = {premise.triple for reason in found.reasons for premise in reason.premises}
    assert premises == {actor(f"a sees {what}") for what in seen} | {
        actor(f"b faces {what}") for what in seen
    }
    assert len(found.reasons) == len(seen)


def test_a_very_long_derivation_stops_with_a_note(write_graph: WriteGraph, prefix_lines: str) -> None:
    rule = (
        "#+ summary: s\n#+ definition: Reach goes on.\n"
        "PREFIX cg: <https://w3id.org/claimgraph/ontology/>\n"
        "CONSTRUCT { ?a cg:far ?c }\n"
        "WHERE { { ?a cg:partner ?c } UNION { ?a cg:far ?b . ?b cg:partner ?c } }\n"
    )
    links = "".join(f"actor:n{number} cg:partner actor:n{number + 1} .\n" for number in range(80))
    directory = write_graph(
        {
            "ontology/core.ttl": prefix_lines + CORE,
            "ontology/rules/far.rq": rule,
            "data/actors.ttl": prefix_lines + links,
        }
    )
    loaded = load(directory)
    closure = close(loaded.asserted(), loaded.rules)
    assert "ask for this triple by itself" in render_text(explain(loaded, closure, actor("n0 far n80")))
    assert "ask for this triple by itself" not in render_text(explain(loaded, closure, actor("n0 far n40")))


def test_a_contradiction_becomes_a_finding_with_its_place(write_graph: WriteGraph, prefix_lines: str) -> None:
    actors = prefix_lines + "actor:mill cg:memberOf actor:guild .\nactor:mill a cg:Place .\n"
    directory = write_graph({"ontology/core.ttl": prefix_lines + CORE, "data/actors.ttl": actors})
    loaded = load(directory)
    closure = close(loaded.asserted(), loaded.rules, prefixes=loaded.prefixes)
    (finding,) = inconsistency_findings(loaded, closure)
    assert (finding.severity, finding.source) == ("violation", "cax-dw")
    assert (finding.file, finding.line) == ("data/actors.ttl", line_of(actors, "actor:mill cg:memberOf"))
    assert finding.sentence.startswith(
        "actor:mill is both a cg:Member and a cg:Place, and nothing can be both."
    )
    assert f"data/actors.ttl:{line_of(actors, 'actor:mill a')}" in finding.remedy


def test_a_sound_graph_has_no_such_findings(graph: tuple[Loaded, Closure]) -> None:
    assert inconsistency_findings(*graph) == []
