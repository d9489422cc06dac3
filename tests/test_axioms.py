"""Every OWL 2 RL rule that gives a triple can be read backwards, with the premises that are needed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from claimgraph.axioms import steps
from claimgraph.closure import close
from claimgraph.profile import MEANINGS
from claimgraph.terms import Triple

GraphOf = Callable[[str], Graph]
EX = "https://example.org/"
TERMS: dict[str, Node] = {
    "a": RDF.type,
    "sub": RDFS.subClassOf,
    "subp": RDFS.subPropertyOf,
    "same": OWL.sameAs,
    "eqc": OWL.equivalentClass,
    "eqp": OWL.equivalentProperty,
    "dom": RDFS.domain,
    "rng": RDFS.range,
}
# Rule, graph, the triple it gives, and how many premises are no axioms about unnamed classes.
RULES = [
    ("prp-dom", "ex:p rdfs:domain ex:C . ex:x ex:p ex:y .", "x a C"),
    ("prp-rng", "ex:p rdfs:range ex:C . ex:x ex:p ex:y .", "y a C"),
    ("prp-symp", "ex:p a owl:SymmetricProperty . ex:x ex:p ex:y .", "y p x"),
    ("prp-trp", "ex:p a owl:TransitiveProperty . ex:x ex:p ex:y . ex:y ex:p ex:z .", "x p z"),
    ("prp-spo1", "ex:p rdfs:subPropertyOf ex:q . ex:x ex:p ex:y .", "x q y"),
    (
        "prp-spo2",
        "ex:q owl:propertyChainAxiom ( ex:p ex:r ex:p ) . ex:x ex:p ex:y . ex:y ex:r ex:z . ex:z ex:p ex:w .",
        "x q w",
    ),
    ("prp-inv1", "ex:p owl:inverseOf ex:q . ex:x ex:p ex:y .", "y q x"),
    ("prp-inv2", "ex:p owl:inverseOf ex:q . ex:x ex:q ex:y .", "y p x"),
    ("prp-eqp1", "ex:p owl:equivalentProperty ex:q . ex:x ex:p ex:y .", "x q y"),
    ("prp-eqp2", "ex:p owl:equivalentProperty ex:q . ex:x ex:q ex:y .", "x p y"),
    ("prp-fp", "ex:p a owl:FunctionalProperty . ex:x ex:p ex:y , ex:z .", "y same z"),
    ("prp-ifp", "ex:p a owl:InverseFunctionalProperty . ex:x ex:p ex:z . ex:y ex:p ex:z .", "x same y"),
    ("cax-sco", "ex:C rdfs:subClassOf ex:D . ex:x a ex:C .", "x a D"),
    ("cax-eqc1", "ex:C owl:equivalentClass ex:D . ex:x a ex:C .", "x a D"),
    ("cax-eqc2", "ex:C owl:equivalentClass ex:D . ex:x a ex:D .", "x a C"),
    ("cls-int1", "ex:C owl:intersectionOf ( ex:A ex:B ) . ex:x a ex:A , ex:B .", "x a C"),
    ("cls-int2", "ex:C owl:intersectionOf ( ex:A ex:B ) . ex:x a ex:C .", "x a B"),
    ("cls-uni", "ex:C owl:unionOf ( ex:A ex:B ) . ex:x a ex:B .", "x a C"),
    (
        "cls-svf1",
        "ex:C owl:onProperty ex:p ; owl:someValuesFrom ex:D . ex:x ex:p ex:y . ex:y a ex:D .",
        "x a C",
    ),
    ("cls-svf2", "ex:C owl:onProperty ex:p ; owl:someValuesFrom owl:Thing . ex:x ex:p ex:y .", "x a C"),
    ("cls-avf", "ex:C owl:onProperty ex:p ; owl:allValuesFrom ex:D . ex:x a ex:C ; ex:p ex:y .", "y a D"),
    ("cls-hv1", "ex:C owl:onProperty ex:p ; owl:hasValue ex:v . ex:x a ex:C .", "x p v"),
    ("cls-hv2", "ex:C owl:onProperty ex:p ; owl:hasValue ex:v . ex:x ex:p ex:v .", "x a C"),
    ("cls-oo", "ex:C owl:oneOf ( ex:x ex:y ) .", "y a C"),
    (
        "cls-maxc2",
        "ex:C owl:onProperty ex:p ; owl:maxCardinality 1 . ex:x a ex:C ; ex:p ex:y , ex:z .",
        "y same z",
    ),
    (
        "cls-maxqc3",
        "ex:C owl:onProperty ex:p ; owl:maxQualifiedCardinality 1 ; owl:onClass ex:D ."
        " ex:x a ex:C ; ex:p ex:y , ex:z . ex:y a ex:D . ex:z a ex:D .",
        "y same z",
    ),
    ("eq-sym", "ex:x owl:sameAs ex:y .", "y same x"),
    ("eq-trans", "ex:x owl:sameAs ex:y . ex:y owl:sameAs ex:z .", "x same z"),
    ("eq-rep-s", "ex:x owl:sameAs ex:y ; ex:p ex:z .", "y p z"),
    ("eq-rep-p", "ex:p owl:sameAs ex:q . ex:x ex:p ex:y .", "x q y"),
    ("eq-rep-o", "ex:x owl:sameAs ex:y . ex:z ex:p ex:x .", "z p y"),
    ("scm-sco", "ex:A rdfs:subClassOf ex:B . ex:B rdfs:subClassOf ex:C .", "A sub C"),
    ("scm-eqc1", "ex:A owl:equivalentClass ex:B .", "B sub A"),
    ("scm-eqc2", "ex:A rdfs:subClassOf ex:B . ex:B rdfs:subClassOf ex:A .", "A eqc B"),
    ("scm-spo", "ex:p rdfs:subPropertyOf ex:q . ex:q rdfs:subPropertyOf ex:r .", "p subp r"),
    ("scm-eqp1", "ex:p owl:equivalentProperty ex:q .", "q subp p"),
    ("scm-eqp2", "ex:p rdfs:subPropertyOf ex:q . ex:q rdfs:subPropertyOf ex:p .", "p eqp q"),
    ("scm-dom1", "ex:p rdfs:domain ex:A . ex:A rdfs:subClassOf ex:B .", "p dom B"),
    ("scm-dom2", "ex:q rdfs:domain ex:A . ex:p rdfs:subPropertyOf ex:q .", "p dom A"),
    ("scm-rng1", "ex:p rdfs:range ex:A . ex:A rdfs:subClassOf ex:B .", "p rng B"),
    ("scm-rng2", "ex:q rdfs:range ex:A . ex:p rdfs:subPropertyOf ex:q .", "p rng A"),
    ("scm-int", "ex:C owl:intersectionOf ( ex:A ex:B ) .", "C sub B"),
    ("scm-uni", "ex:C owl:unionOf ( ex:A ex:B ) .", "B sub C"),
    (
        "scm-svf1",
        "ex:A owl:onProperty ex:p ; owl:someValuesFrom ex:C ."
        " ex:B owl:onProperty ex:p ; owl:someValuesFrom ex:D ."
        " ex:C rdfs:subClassOf ex:D .",
        "A sub B",
    ),
    (
        "scm-svf2",
        "ex:A owl:onProperty ex:p ; owl:someValuesFrom ex:C ."
        " ex:B owl:onProperty ex:q ; owl:someValuesFrom ex:C ."
        " ex:p rdfs:subPropertyOf ex:q .",
        "A sub B",
    ),
    (
        "scm-avf1",
        "ex:A owl:onProperty ex:p ; owl:allValuesFrom ex:C ."
        " ex:B owl:onProperty ex:p ; owl:allValuesFrom ex:D ."
        " ex:C rdfs:subClassOf ex:D .",
        "A sub B",
    ),
    (
        "scm-avf2",
        "ex:A owl:onProperty ex:q ; owl:allValuesFrom ex:C ."
        " ex:B owl:onProperty ex:p ; owl:allValuesFrom ex:C ."
        " ex:p rdfs:subPropertyOf ex:q .",
        "A sub B",
    ),
    (
        "scm-hv",
        "ex:A owl:onProperty ex:p ; owl:hasValue ex:v ."
        " ex:B owl:onProperty ex:q ; owl:hasValue ex:v ."
        " ex:p rdfs:subPropertyOf ex:q .",
        "A sub B",
    ),
]


def triple(text: str) -> Triple:
    subject, predicate, value = (TERMS.get(word, URIRef(EX + word)) for word in text.split())
    return subject, predicate, value


@pytest.mark.parametrize(("rule", "given", "gives"), RULES, ids=[rule for rule, _, _ in RULES])
def test_rule_is_found_with_all_its_premises(rule: str, given: str, gives: str, graph_of: GraphOf) -> None:
    asserted = graph_of(given)
    derived = triple(gives)
    closure = close(asserted)
    assert derived in closure.inferred
    assert derived not in asserted
    (step,) = [
        step
        for step in steps(derived, closure.known)
        if step.rule == rule and set(step.premises) <= set(asserted)
    ]
    # List cells are the one thing left out: without any other premise, the triple no longer follows.
    assert derived in close(_only(step.premises, asserted)).inferred
    for premise in step.premises:
        rest = [other for other in step.premises if other != premise]
        assert derived not in close(_only(rest, asserted)).inferred, f"{premise} is not needed"


def _only(premises: object, asserted: Graph) -> Graph:
    kept = Graph()
    for one in asserted:
        if one in premises or one[1] in (RDF.first, RDF.rest):  # type: ignore[operator]
            kept.add(one)
    return kept


@pytest.mark.parametrize(("rule", "given", "gives"), RULES, ids=[rule for rule, _, _ in RULES])
def test_all_that_owlrl_gives_has_a_step_from_earlier_triples(
    rule: str, given: str, gives: str, graph_of: GraphOf
) -> None:
    closure = close(graph_of(given))
    for derived, rank in closure.ranks.items():
        noise = closure.omitted(derived)
        if rank and (noise is None or noise.name == "class-expression"):
            found = [
                step for step in steps(derived, closure.known) if _earlier(step.premises, rank, closure.ranks)
            ]
            assert found, derived


def _earlier(premises: tuple[Triple, ...], rank: int, ranks: object) -> bool:
    return all(ranks.get(premise, rank) < rank for premise in premises)  # type: ignore[attr-defined]


def test_a_triple_that_nothing_gives_has_no_step(graph_of: GraphOf) -> None:
    graph = graph_of("ex:p rdfs:domain ex:C . ex:x ex:p ex:y .")
    assert list(steps(triple("y a C"), graph)) == []
    assert list(steps(triple("x p x"), graph)) == []


def test_the_trivial_ways_are_left_out(graph_of: GraphOf) -> None:
    graph = graph_of("ex:C rdfs:subClassOf ex:C ; owl:equivalentClass ex:C . ex:x a ex:C ; owl:sameAs ex:x .")
    assert list(steps(triple("x a C"), graph)) == []


def test_every_rule_has_its_meaning_in_words() -> None:
    assert set(MEANINGS) == {rule for rule, _, _ in RULES}
    assert all(meaning.endswith(".") for meaning in MEANINGS.values())


def test_unnamed_classes_are_followed(graph_of: GraphOf) -> None:
    given = graph_of(
        "ex:Contested owl:equivalentClass [ owl:intersectionOf ("
        " [ owl:onProperty ex:affirmedBy ; owl:someValuesFrom ex:Claim ]"
        " [ owl:onProperty ex:negatedBy ; owl:someValuesFrom ex:Claim ] ) ] ."
        " ex:p ex:affirmedBy ex:c ; ex:negatedBy ex:d . ex:c a ex:Claim . ex:d a ex:Claim ."
    )
    closure = close(given)
    (outer,) = [step for step in steps(triple("p a Contested"), closure.known) if step.rule == "cax-eqc2"]
    (inner,) = [premise for premise in outer.premises if premise[1] == RDF.type]
    assert isinstance(inner[2], BNode)
    assert [
        step.rule
        for step in steps(inner, closure.known)
        if _earlier(step.premises, closure.ranks[inner], closure.ranks)
    ] == ["cls-int1"]
