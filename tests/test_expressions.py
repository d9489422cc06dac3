"""Unnamed class expressions and lists are shown in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import BNode, Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS

from claimgraph.expressions import term_wording, wording

GraphOf = Callable[[str], Graph]
PREFIXES = {"ex": "https://example.org/", "owl": str(OWL), "rdfs": str(RDFS)}
A = URIRef("https://example.org/A")


@pytest.mark.parametrize(
    ("turtle", "words"),
    [
        ("[ owl:onProperty ex:p ; owl:someValuesFrom ex:C ]", "(ex:p some ex:C)"),
        ("[ owl:onProperty ex:p ; owl:allValuesFrom ex:C ]", "(ex:p only ex:C)"),
        ("[ owl:onProperty ex:p ; owl:hasValue ex:v ]", "(ex:p value ex:v)"),
        ("[ owl:intersectionOf ( ex:B ex:C ) ]", "(ex:B and ex:C)"),
        ("[ owl:unionOf ( ex:B [ owl:complementOf ex:C ] ) ]", "(ex:B or (not ex:C))"),
        ("[ owl:oneOf ( ex:b ex:c ) ]", "{ex:b, ex:c}"),
        ("ex:B", "ex:B"),
    ],
)
def test_expression_in_words(turtle: str, words: str, graph_of: GraphOf) -> None:
    graph = graph_of(f"ex:A rdfs:subClassOf {turtle} .")
    (triple,) = graph.triples((A, RDFS.subClassOf, None))
    assert wording(triple, graph, PREFIXES) == f"ex:A rdfs:subClassOf {words}"


def test_a_list_in_words(graph_of: GraphOf) -> None:
    graph = graph_of("ex:A owl:propertyChainAxiom ( ex:p ex:q ) .")
    (triple,) = graph.triples((A, OWL.propertyChainAxiom, None))
    assert wording(triple, graph, PREFIXES) == "ex:A owl:propertyChainAxiom ( ex:p ex:q )"


def test_typing_is_written_with_a() -> None:
    assert wording((A, RDF.type, A), Graph(), PREFIXES) == "ex:A a ex:A"


def test_a_plain_or_circular_blank_node_does_no_harm() -> None:
    node, graph = BNode("n"), Graph()
    assert term_wording(node, graph, PREFIXES) == "_:n"
    graph.add((node, OWL.complementOf, node))
    assert term_wording(node, graph, PREFIXES).startswith("(not (not ")
