"""Terms pass between rdflib and Oxigraph unchanged."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import BNode, Literal, URIRef, Variable
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from claimgraph.terms import quads, sort_key, to_oxigraph, to_rdflib

A = URIRef("https://example.org/a")


@pytest.mark.parametrize(
    "term",
    [
        A,
        BNode("b0"),
        Literal("mill"),
        Literal("moulin", lang="fr"),
        Literal("007", datatype=XSD.integer, normalize=False),
        Literal("2020-10-04", datatype=XSD.date),
        Literal('line\nbreak "quoted"'),
    ],
)
def test_term_comes_back_as_it_was(term: Node) -> None:
    assert to_rdflib(to_oxigraph(term)).n3() == term.n3()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back(text: str) -> None:
    assert to_rdflib(to_oxigraph(Literal(text))) == Literal(text)


def test_a_variable_is_no_rdf_term() -> None:
    with pytest.raises(TypeError, match="not an RDF term"):
        to_oxigraph(Variable("x"))


def test_an_oxigraph_graph_name_is_no_term() -> None:
    with pytest.raises(TypeError, match="not an RDF term"):
        to_rdflib(ox.DefaultGraph())


def test_quads_name_their_graph() -> None:
    (named,) = quads([(A, RDF.type, A)], "https://example.org/g")
    (default,) = quads([(A, RDF.type, A)])
    assert named.graph_name == ox.NamedNode("https://example.org/g")
    assert default.graph_name == ox.DefaultGraph()


@pytest.mark.parametrize("triple", [(Literal("x"), A, A), (A, BNode(), A)])
def test_generalised_rdf_is_refused(triple: tuple[Node, Node, Node]) -> None:
    with pytest.raises(TypeError, match="not an RDF triple"):
        list(quads([triple]))


def test_triples_sort_by_their_text() -> None:
    triples = [(A, A, Literal("b")), (A, A, A), (A, A, Literal("a"))]
    assert sorted(triples, key=sort_key) == [triples[2], triples[0], triples[1]]
