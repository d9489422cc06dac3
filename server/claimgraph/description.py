"""The endpoint's description of itself: what rdflib-endpoint derives, made true."""

from __future__ import annotations

from rdflib import RDF, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDFS, VOID
from rdflib_endpoint import SparqlRouter

from claimgraph.negotiation import GRAPHS, RESULTS, Format
from claimgraph.wellknown import VOID_PATH
from claimgraph.workers.summary import Summary

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_RDFLIB = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "pretty-xml", "jsonld": "json-ld"}
_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "rdfxml": "RDF_XML",
    "jsonld": "JSON-LD",
}


def describe(summary: Summary, url: str, title: str, text: str, *, federated: bool = False) -> Graph:
    """Describe the endpoint at ``url`` after SPARQL 1.1 Service Description, and nothing that it does not do.

    rdflib-endpoint derives the frame. Removed is what it says of itself and not of this endpoint: federated
    queries (unless ``federated``: the operator has named hosts to be asked), input formats (nothing is
    loaded), extension functions of rdflib's evaluator, and formats that are not on offer.
    """
    graph = Graph()
    service = URIRef(url)
    graph.add((service, SD.endpoint, service))
    graph.add((service, RDFS.seeAlso, URIRef(url.removesuffix("/sparql") + VOID_PATH)))
    _dataset(graph, service, summary)
    SparqlRouter(
        title=title,
        description=text,
        graph=Graph(),
        service_description=graph,
        public_url=url,
        enable_update=False,
    )
    for function in list(graph.objects(service, SD.extensionFunction)):
        graph.remove((function, None, None))
    for untrue in (SD.inputFormat, SD.extensionFunction, SD.resultFormat):
        graph.remove((service, untrue, None))
    graph.remove((service, SD.feature, None))
    if summary.union:
        graph.add((service, SD.feature, SD.UnionDefaultGraph))
    if federated:
        graph.add((service, SD.feature, SD.BasicFederatedQuery))
    for offered in (*RESULTS, *GRAPHS):
        graph.add((service, SD.resultFormat, _FORMATS[_NAMES[offered.names[0]]]))
    return graph


def serialise(graph: Graph, into: Format) -> bytes:
    """Write a description in one of the formats of a graph."""
    return graph.serialize(format=_RDFLIB[into.names[0]], encoding="utf-8")


def _dataset(graph: Graph, service: URIRef, summary: Summary) -> None:
    dataset, default = BNode(), BNode()
    graph.add((service, SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, SD.Dataset))
    graph.add((dataset, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    graph.add((default, VOID.triples, Literal(len(summary))))
    for name in summary.named_graphs:
        entry, content = BNode(), BNode()
        graph.add((dataset, SD.namedGraph, entry))
        graph.add((entry, RDF.type, SD.NamedGraph))
        graph.add((entry, SD.name, URIRef(name)))
        graph.add((entry, SD.graph, content))
        graph.add((content, RDF.type, SD.Graph))
        graph.add((content, VOID.triples, Literal(summary.count(name))))
