"""The VoID description at its well-known address."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, VOID
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.editions import Service, load_edition
from claimgraph.pipeline import Checked
from claimgraph.release import dataset
from claimgraph.settings import DEFAULTS
from claimgraph.void import DATASET
from claimgraph.workers.dataset import Dataset

PATH = "/.well-known/void"
ENDPOINT = URIRef("http://testserver:8000/sparql")


def described(client: TestClient) -> Graph:
    response = client.get(PATH)
    assert response.status_code == 200
    return Graph().parse(data=response.content, format=response.headers["content-type"].partition(";")[0])


def test_a_dataset_without_a_description_is_counted(client: TestClient) -> None:
    graph = described(client)
    dataset = URIRef(f"http://testserver:8000{PATH}#dataset")
    assert set(graph.subjects(RDF.type, VOID.Dataset)) == {dataset}
    assert graph.value(dataset, VOID.sparqlEndpoint) == ENDPOINT
    assert graph.value(dataset, VOID.triples).toPython() == 4  # type: ignore[union-attr]
    numbers = {
        str(graph.value(part, term)): graph.value(part, counted).toPython()  # type: ignore[union-attr]
        for within, term, counted in (
            (VOID.classPartition, VOID["class"], VOID.entities),
            (VOID.propertyPartition, VOID.property, VOID.triples),
        )
        for part in graph.objects(dataset, within)
    }
    assert numbers == {"http://e/Thing": 2, str(RDF.type): 2, "http://e/name": 1, "http://e/size": 1}


def test_a_release_gives_the_description_that_is_in_it(repository: Checked) -> None:
    assert repository.graph
    store = repository.graph.store
    content = dataset(repository.graph.loaded, repository.graph.closure)
    service = Service(load_edition(Dataset.of(content), "", DEFAULTS), DEFAULTS)
    with TestClient(create_app(service), "http://testserver:8000") as client:
        graph = described(client)
    assert graph.value(DATASET, VOID.sparqlEndpoint) == ENDPOINT
    graph.remove((DATASET, VOID.sparqlEndpoint, None))
    assert len(graph) == store.count("https://w3id.org/claimgraph/graph/void")


@pytest.mark.parametrize("accept", ["application/rdf+xml", "application/n-triples", "application/ld+json"])
def test_it_is_negotiated(accept: str, client: TestClient) -> None:
    response = client.get(PATH, headers={"Accept": accept})
    assert response.headers["content-type"] == accept
    kind = ox.RdfFormat.from_media_type(accept)
    assert len(set(ox.parse(response.content, format=kind))) == len(described(client))


def test_it_is_no_second_endpoint(client: TestClient) -> None:
    asked = client.get(PATH, params={"query": "ASK { }", "format": "nt"})
    assert asked.headers["content-type"] == "application/n-triples"
    assert client.get(PATH, headers={"Accept": "text/csv"}).status_code == 406
    assert client.post(PATH, data={"query": "ASK { }"}).status_code == 405
    assert client.head(PATH).status_code == 200
