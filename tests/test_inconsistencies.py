"""Contradictions are found, told in plain words, and traced to the triples that clash."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

from claimgraph.closure import close
from claimgraph.inconsistencies import find_inconsistencies

GraphOf = Callable[[str], Graph]
PREFIXES = {"ex": "https://example.org/", "owl": "http://www.w3.org/2002/07/owl#"}
CLASHES = [
    (
        "cax-dw",
        "ex:Claim owl:disjointWith ex:Proposition . ex:x a ex:Claim , ex:Proposition .",
        "ex:x is both a ex:Claim and a ex:Proposition, and nothing can be both.",
        "ex:Claim owl:disjointWith ex:Proposition . ex:x a ex:Claim , ex:Proposition .",
    ),
    (
        "cax-dw",
        "[] a owl:AllDisjointClasses ; owl:members ( ex:A ex:B ex:C ) . ex:x a ex:A , ex:C .",
        "ex:x is both a ex:A and a ex:C, and nothing can be both.",
        "ex:x a ex:A , ex:C .",
    ),
    (
        "prp-pdw",
        "ex:affirms owl:propertyDisjointWith ex:negates . ex:c ex:affirms ex:p ; ex:negates ex:p .",
        "ex:c stands both in ex:affirms and in ex:negates to ex:p, and these two exclude each other.",
        "ex:affirms owl:propertyDisjointWith ex:negates . ex:c ex:affirms ex:p ; ex:negates ex:p .",
    ),
    (
        "prp-adp",
        "[] a owl:AllDisjointProperties ; owl:members ( ex:p ex:q ex:r ) . ex:a ex:p ex:b ; ex:q ex:b .",
        "ex:a stands both in ex:p and in ex:q to ex:b, and these two exclude each other.",
        "ex:a ex:p ex:b ; ex:q ex:b .",
    ),
    (
        "prp-irp",
        "ex:denies a owl:IrreflexiveProperty . ex:a ex:denies ex:a .",
        "ex:a stands in ex:denies to itself, and nothing can.",
        "ex:denies a owl:IrreflexiveProperty . ex:a ex:denies ex:a .",
    ),
    (
        "prp-asyp",
        "ex:within a owl:AsymmetricProperty . ex:a ex:within ex:b . ex:b ex:within ex:a .",
        "ex:a and ex:b stand in ex:within to each other, and it can hold one way only.",
        "ex:within a owl:AsymmetricProperty . ex:a ex:within ex:b . ex:b ex:within ex:a .",
    ),
    (
        "eq-diff1",
        "ex:source a owl:FunctionalProperty . ex:s ex:source ex:a , ex:b . ex:a owl:differentFrom ex:b .",
        "ex:a and ex:b would have to be the same, and are said to be different.",
        "ex:a owl:sameAs ex:b ; owl:differentFrom ex:b . ex:b owl:differentFrom ex:a .",
    ),
    (
        "eq-diff1",
        "ex:a owl:differentFrom ex:a .",
        "ex:a is said to be different from itself.",
        "ex:a owl:differentFrom ex:a .",
    ),
    (
        "cls-nothing2",
        "ex:Impossible rdfs:subClassOf owl:Nothing . ex:x a ex:Impossible .",
        "ex:x belongs to a class that can have no members (owl:Nothing).",
        "ex:x a owl:Nothing .",
    ),
    (
        "cls-com",
        "ex:Silent owl:complementOf ex:Speaking . ex:x a ex:Silent , ex:Speaking .",
        "ex:x is both a ex:Silent and a ex:Speaking, which is everything but a ex:Silent.",
        "ex:Silent owl:complementOf ex:Speaking . ex:x a ex:Silent , ex:Speaking .",
    ),
    (
        "cls-maxc1",
        "ex:Voice rdfs:subClassOf _:none . _:none owl:onProperty ex:office ; owl:maxCardinality 0 ."
        " ex:v a ex:Voice ; ex:office ex:o .",
        "ex:v has a ex:office (ex:o), and its class allows none.",
        None,
    ),
    (
        "prp-npa",
        "[] owl:sourceIndividual ex:a ; owl:assertionProperty ex:p ; owl:targetIndividual ex:b ."
        " ex:a ex:p ex:b .",
        "ex:a stands in ex:p to ex:b, which the graph itself says it does not.",
        "ex:a ex:p ex:b .",
    ),
    (
        "dt-diff",
        'ex:length a owl:FunctionalProperty . ex:a ex:length "one"^^xsd:string , "two"^^xsd:string .',
        None,
        None,
    ),
]


@pytest.mark.parametrize(("rule", "given", "sentence", "premises"), CLASHES)
def test_clash_is_found_told_and_traced(
    rule: str, given: str, sentence: str | None, premises: str | None, graph_of: GraphOf
) -> None:
    found = [one for one in close(graph_of(given), prefixes=PREFIXES).inconsistencies if one.rule == rule]
    assert found
    if sentence is not None:
        assert sentence in [one.sentence for one in found]
    if premises is not None:
        assert set(graph_of(premises)) in [set(one.premises) for one in found]
    assert all(one.premises and one.remedy for one in found)


@pytest.mark.parametrize(
    "given",
    [
        "ex:Claim owl:disjointWith ex:Proposition . ex:x a ex:Claim . ex:y a ex:Proposition .",
        "ex:affirms owl:propertyDisjointWith ex:negates ."
        " ex:c ex:affirms ex:p ; ex:negates ex:q . ex:d ex:negates ex:p .",
        "ex:within a owl:AsymmetricProperty . ex:a ex:within ex:b . ex:b ex:within ex:c .",
        "ex:hasSource a owl:FunctionalProperty . ex:s ex:hasSource ex:a , ex:b .",
        "ex:denies a owl:IrreflexiveProperty . ex:a ex:denies ex:b .",
        "ex:length a owl:FunctionalProperty . ex:a ex:length 5 , 5.0 .",
        "ex:a owl:differentFrom ex:b .",
    ],
)
def test_what_does_not_clash_is_let_be(given: str, graph_of: GraphOf) -> None:
    assert close(graph_of(given)).inconsistencies == ()


def test_a_clash_that_only_inference_shows_is_found(graph_of: GraphOf) -> None:
    given = (
        "ex:deniesFlatly rdfs:subPropertyOf ex:negates . ex:affirms owl:propertyDisjointWith ex:negates ."
        " ex:c ex:affirms ex:p ; ex:deniesFlatly ex:p ."
    )
    (found,) = close(graph_of(given), prefixes=PREFIXES).inconsistencies
    assert found.rule == "prp-pdw"


def test_each_clash_is_told_once(graph_of: GraphOf) -> None:
    given = "ex:A owl:disjointWith ex:B . ex:B owl:disjointWith ex:A . ex:x a ex:A , ex:B ."
    assert len(close(graph_of(given)).inconsistencies) == 1


def test_the_wording_does_not_depend_on_the_order_of_messages(graph_of: GraphOf) -> None:
    graph = graph_of("ex:A owl:disjointWith ex:B . ex:x a ex:A , ex:B .")
    a, b, x = (f"https://example.org/{name}" for name in "ABx")
    messages = [
        f"Disjoint classes {first} and {second} have a common individual {x}"
        for first, second in ((a, b), (b, a))
    ]
    one, other = (find_inconsistencies(order, graph, PREFIXES) for order in (messages, messages[::-1]))
    assert one == other
    assert len(one) == 1


def test_an_ill_typed_literal_is_found(graph_of: GraphOf) -> None:
    given = graph_of("")
    many = Literal("many", datatype=XSD.integer, normalize=False)
    given.add((URIRef("https://example.org/a"), URIRef("https://example.org/n"), many))
    (found,) = close(given, prefixes=PREFIXES).inconsistencies
    assert found.rule == "dt-not-type"
    assert found.premises == tuple(given)


def test_unknown_wording_is_passed_on(graph_of: GraphOf) -> None:
    (found,) = find_inconsistencies(["Something new is wrong"], graph_of(""), {})
    assert (found.rule, found.sentence, found.premises) == ("owlrl", "Something new is wrong", ())
