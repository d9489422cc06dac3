"""The endpoint says of itself only what is true."""

from __future__ import annotations

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, VOID

from claimgraph.description import SD, describe
from claimgraph.store import Store

URL = "http://testserver:8000/sparql"
FORMATS = "http://www.w3.org/ns/formats/"


def described(store: Store) -> Graph:
    return describe(store, URL, "A title", "A text.")


def test_everything_that_is_said_of_the_service(small_store: Store) -> None:
    graph = described(small_store)
    service = URIRef(URL)
    said = {(str(predicate), str(value)) for predicate, value in graph.predicate_objects(service)}
    dataset = next(graph.objects(service, SD.defaultDataset))
    assert said == {
        (str(RDF.type), str(SD.Service)),
        (str(SD.endpoint), URL),
        (str(SD.supportedLanguage), str(SD.SPARQL11Query)),
        (str(SD.feature), str(SD.UnionDefaultGraph)),
        (str(SD.defaultDataset), str(dataset)),
        ("http://www.w3.org/2000/01/rdf-schema#label", "A title"),
        ("http://www.w3.org/2000/01/rdf-schema#seeAlso", "http://testserver:8000/.well-known/void"),
        ("http://purl.org/dc/elements/1.1/description", "A text."),
        *(
            (str(SD.resultFormat), FORMATS + name)
            for name in (
                "SPARQL_Results_JSON",
                "SPARQL_Results_XML",
                "SPARQL_Results_CSV",
                "SPARQL_Results_TSV",
                "Turtle",
                "N-Triples",
                "RDF_XML",
                "JSON-LD",
            )
        ),
    }


def test_the_dataset_is_that_of_the_store(small_store: Store) -> None:
    graph = described(small_store)
    default = next(graph.objects(None, SD.defaultGraph))
    assert next(graph.objects(default, VOID.triples)).toPython() == 4
    named = {
        str(next(graph.objects(entry, SD.name))): next(
            graph.objects(next(graph.objects(entry, SD.graph)), VOID.triples)
        ).toPython()
        for entry in graph.objects(None, SD.namedGraph)
    }
    assert named == {"http://e/g1": 2, "http://e/g2": 2}


def test_nothing_else_is_described(small_store: Store) -> None:
    kinds = {str(kind).rpartition("#")[2] for kind in described(small_store).objects(None, RDF.type)}
    assert kinds == {"Service", "Dataset", "Graph", "NamedGraph"}
