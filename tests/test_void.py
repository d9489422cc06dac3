"""The numbers of a dataset are right."""

from __future__ import annotations

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, VOID, XSD

from claimgraph.namespaces import VOID_GRAPH
from claimgraph.void import DATASET, describe

BASE = "https://w3id.org/claimgraph/"
G, H = f"{BASE}graph/data/g", f"{BASE}graph/data/h"
NQUADS = f"""
<{BASE}actor/a> <{RDF.type}> <{BASE}ontology/Actor> <{G}> .
<{BASE}actor/b> <{RDF.type}> <{BASE}ontology/Actor> <{G}> .
<{BASE}actor/a> <{BASE}ontology/knows> <{BASE}actor/b> <{G}> .
<{BASE}actor/a> <{BASE}ontology/knows> <{BASE}actor/b> <{H}> .
<https://example.org/x> <{BASE}ontology/knows> "nobody" <{H}> .
<{DATASET}> <{VOID.triples}> "99" <{VOID_GRAPH}> .
"""


def described() -> Graph:
    return describe(ox.parse(NQUADS, format=ox.RdfFormat.N_QUADS))


def number(graph: Graph, node: URIRef, counted: URIRef) -> int:
    (value,) = graph.objects(node, counted)
    assert isinstance(value, Literal)
    assert value.datatype == XSD.integer
    return int(value)


def test_the_union_counts_each_triple_once_and_leaves_itself_out() -> None:
    graph = described()
    numbers = {
        VOID.triples: 4,
        VOID.distinctSubjects: 3,
        VOID.distinctObjects: 3,
        VOID.properties: 2,
        VOID.classes: 1,
        VOID.entities: 2,
    }
    assert {counted: number(graph, DATASET, counted) for counted in numbers} == numbers


def test_each_named_graph_is_a_subset_with_its_numbers() -> None:
    graph = described()
    assert set(graph.objects(DATASET, VOID.subset)) == {URIRef(G), URIRef(H)}
    assert number(graph, URIRef(G), VOID.triples) == 3
    assert number(graph, URIRef(H), VOID.triples) == 2
    assert number(graph, URIRef(H), VOID.classes) == 0
    assert set(graph.subjects(RDF.type, VOID.Dataset)) == {DATASET, URIRef(G), URIRef(H)}


def test_partitions_say_how_often_a_property_and_a_class_is_used() -> None:
    graph = described()
    properties = {
        graph.value(part, VOID.property): number(graph, URIRef(str(part)), VOID.triples)
        for part in graph.objects(DATASET, VOID.propertyPartition)
    }
    classes = {
        graph.value(part, VOID["class"]): number(graph, URIRef(str(part)), VOID.entities)
        for part in graph.objects(DATASET, VOID.classPartition)
    }
    assert properties == {RDF.type: 2, URIRef(f"{BASE}ontology/knows"): 2}
    assert classes == {URIRef(f"{BASE}ontology/Actor"): 2}


def test_the_partition_of_a_class_of_ours_says_which_properties_its_members_have() -> None:
    graph = described()
    (members,) = graph.subjects(VOID["class"], URIRef(f"{BASE}ontology/Actor"))
    properties = {
        graph.value(part, VOID.property): number(graph, URIRef(str(part)), VOID.triples)
        for part in graph.objects(members, VOID.propertyPartition)
    }
    # What somebody who is no actor knows is not counted among them.
    assert properties == {RDF.type: 2, URIRef(f"{BASE}ontology/knows"): 1}


def test_no_node_is_blank() -> None:
    assert all(isinstance(node, URIRef) for node in described().subjects())
