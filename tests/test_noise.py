"""Each kind of derived triple that says nothing is dropped by its rule, and by no other reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS, XSD

from claimgraph.closure import close
from claimgraph.noise import NOISE_RULES, class_expressions, noise_rule
from claimgraph.terms import Triple

A, B = URIRef("https://example.org/a"), URIRef("https://example.org/b")
CELL = BNode("cell")
NOISE: dict[str, list[Triple]] = {
    "literal-subject": [(Literal(5), RDF.type, XSD.integer)],
    "unnamed-property": [(A, BNode("property"), B)],
    "reflexive-same-as": [(A, OWL.sameAs, A)],
    "reflexive-hierarchy": [
        (A, RDFS.subClassOf, A),
        (A, RDFS.subPropertyOf, A),
        (A, OWL.equivalentClass, A),
        (A, OWL.equivalentProperty, A),
    ],
    "datatype-axiom": [(XSD.integer, RDF.type, RDFS.Datatype), (XSD.integer, OWL.disjointWith, XSD.string)],
    "top-or-bottom-class": [
        (A, RDF.type, OWL.Thing),
        (A, RDF.type, RDFS.Resource),
        (A, RDFS.subClassOf, OWL.Thing),
        (A, RDFS.domain, OWL.Thing),
        (A, RDFS.range, RDFS.Resource),
        (OWL.Nothing, RDFS.subClassOf, A),
    ],
    "built-in-term": [(RDFS.label, RDF.type, OWL.AnnotationProperty), (OWL.Thing, RDF.type, OWL.Class)],
    "class-expression": [(A, RDF.type, CELL), (CELL, RDFS.subClassOf, B), (A, RDFS.subClassOf, CELL)],
    "error-message": [
        (BNode(), URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"), Literal("clash")),
        (BNode(), RDF.type, URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")),
    ],
}
KEPT: list[Triple] = [
    (A, OWL.sameAs, B),
    (A, RDFS.subClassOf, B),
    (A, RDF.type, B),
    (A, RDFS.domain, B),
    (A, OWL.disjointWith, B),
    (A, RDFS.label, Literal("mill")),
    (BNode("someone"), RDF.type, A),
    (A, RDF.type, OWL.Class),
]


@pytest.mark.parametrize(
    ("name", "triple"), [(name, triple) for name, triples in NOISE.items() for triple in triples]
)
def test_noise_is_dropped_by_its_rule(name: str, triple: Triple) -> None:
    found = noise_rule(triple, frozenset({CELL}))
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("triple", KEPT)
def test_what_says_something_is_kept(triple: Triple) -> None:
    assert noise_rule(triple, frozenset({CELL})) is None


def test_every_rule_has_its_test() -> None:
    assert [rule.name for rule in NOISE_RULES] == list(NOISE)


def test_expressions_are_the_unnamed_parts_of_axioms(graph_of: Callable[[str], Graph]) -> None:
    graph = graph_of(
        "ex:A rdfs:subClassOf [ owl:onProperty ex:p ; owl:someValuesFrom ex:B ] ."
        " ex:C owl:unionOf ( ex:A ex:B ) . [] ex:p ex:b ."
    )
    restriction = graph.value(URIRef("https://example.org/A"), RDFS.subClassOf)
    first = graph.value(URIRef("https://example.org/C"), OWL.unionOf)
    assert first is not None
    assert class_expressions(graph) == {restriction, first, graph.value(first, RDF.rest)}


def test_asserted_noise_stays_asserted(graph_of: Callable[[str], Graph]) -> None:
    asserted = graph_of("ex:a owl:sameAs ex:a ; a owl:Thing .")
    closure = close(asserted)
    assert set(closure.closed) == set(asserted)
    assert all(closure.omitted(triple) is None for triple in asserted)


def test_nothing_reflexive_literal_or_built_in_is_inferred(graph_of: Callable[[str], Graph]) -> None:
    closure = close(
        graph_of(
            "ex:A a owl:Class ; rdfs:subClassOf owl:Thing ."
            " ex:p a owl:DatatypeProperty ; rdfs:range xsd:integer . ex:a a ex:A ; ex:p 5 ."
        )
    )
    assert set(closure.inferred) == set()
    assert (Literal(5), RDF.type, XSD.integer) in closure.known
