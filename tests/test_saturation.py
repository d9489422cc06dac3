"""The worklist engine: the same conclusions as the reference, or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF, RDFS

from claimgraph.closure import Closure, close
from claimgraph.load import Loaded
from claimgraph.saturation import GivesUp, Saturation

EX = "https://example.org/"
CLASSES = [URIRef(f"{EX}C{number}") for number in range(4)]
LINKS = [URIRef(f"{EX}p{number}") for number in range(4)]
NODES = [URIRef(f"{EX}n{number}") for number in range(4)]


def test_the_invented_graph_has_the_conclusions_of_the_reference(
    invented: Loaded, invented_closure: Closure
) -> None:
    quick = close(invented.asserted(), invented.rules, prefixes=invented.prefixes, reasoner=Saturation)
    assert set(quick.inferred) == set(invented_closure.inferred)
    assert set(quick.closed) == set(invented_closure.closed)
    assert quick.derived == invented_closure.derived


AXIOMS = st.one_of(
    st.tuples(st.sampled_from(CLASSES), st.just(RDFS.subClassOf), st.sampled_from(CLASSES)),
    st.tuples(st.sampled_from(LINKS), st.just(RDFS.subPropertyOf), st.sampled_from(LINKS)),
    st.tuples(st.sampled_from(LINKS), st.sampled_from([RDFS.domain, RDFS.range]), st.sampled_from(CLASSES)),
    st.tuples(st.sampled_from(LINKS), st.just(OWL.inverseOf), st.sampled_from(LINKS)),
    st.tuples(
        st.sampled_from(LINKS),
        st.just(RDF.type),
        st.sampled_from([OWL.SymmetricProperty, OWL.TransitiveProperty]),
    ),
    st.tuples(st.sampled_from(CLASSES), st.just(OWL.disjointWith), st.sampled_from(CLASSES)),
    st.tuples(st.sampled_from(LINKS), st.just(OWL.propertyDisjointWith), st.sampled_from(LINKS)),
)
FACTS = st.one_of(
    st.tuples(st.sampled_from(NODES), st.just(RDF.type), st.sampled_from(CLASSES)),
    st.tuples(st.sampled_from(NODES), st.sampled_from(LINKS), st.sampled_from(NODES)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(AXIOMS, max_size=6), st.lists(FACTS, max_size=6), st.booleans())
def test_conclusions_are_those_of_the_reference_unless_it_gives_up(
    axioms: list[tuple[URIRef, URIRef, URIRef]], facts: list[tuple[URIRef, URIRef, URIRef]], chain: bool
) -> None:
    graph = Graph()
    for link in LINKS:
        graph.add((link, RDF.type, OWL.ObjectProperty))
    for kind in CLASSES:
        graph.add((kind, RDF.type, OWL.Class))
    for triple in (*axioms, *facts):
        graph.add(triple)
    if chain:
        graph.parse(
            data=f"<{LINKS[0]}> <{OWL.propertyChainAxiom}> ( <{LINKS[1]}> <{LINKS[2]}> ) .", format="turtle"
        )
    try:
        quick = close(graph, reasoner=Saturation)
    except GivesUp:
        return
    reference = close(graph)
    assert not reference.inconsistencies
    assert set(quick.inferred) == set(reference.inferred)


@pytest.mark.parametrize(
    "turtle",
    [
        "ex:C owl:disjointWith ex:D . ex:a a ex:C , ex:D .",
        "ex:p owl:propertyDisjointWith ex:q . ex:a ex:p ex:b ; ex:q ex:b .",
        "ex:p a owl:FunctionalProperty .",
        "ex:C owl:equivalentClass ex:D .",
        "ex:C rdfs:subClassOf ex:D . ex:D rdfs:subClassOf ex:C .",
        "ex:a owl:sameAs ex:b .",
        "ex:C rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ex:p ; owl:someValuesFrom ex:D ] .",
        "rdfs:label rdfs:subPropertyOf ex:p .",
        "ex:p rdfs:subPropertyOf owl:sameAs . ex:a ex:p ex:b .",
        'ex:a ex:p "soon"^^xsd:date .',
    ],
)
def test_what_it_does_not_know_is_left_to_the_reference(
    turtle: str, graph_of: Callable[[str], Graph]
) -> None:
    with pytest.raises(GivesUp):
        close(graph_of(turtle), reasoner=Saturation)
