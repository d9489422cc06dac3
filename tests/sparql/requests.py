"""The W3C's protocol tests: requests as they go over the wire, and what has to come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox
from rdflib import RDFS, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from sparql.manifests import MF

HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
# The suite selects this graph, but does not hold it.
ABSENT = "http://kasei.us/2009/09/sparql/data/data0.rdf"


@dataclass(frozen=True)
class Exchange:
    """A request, the classes of status that may answer it (2 for 2xx), and the truth value if it asks one."""

    method: str
    query: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    classes: frozenset[int]
    truth: bool | None


@dataclass(frozen=True)
class ProtocolCase:
    """One test: its requests in their order over a dataset of named graphs."""

    name: str
    exchanges: tuple[Exchange, ...]
    graphs: tuple[tuple[str, Path], ...]

    @property
    def updates(self) -> bool:
        """Whether the test wants something written."""
        return self.name.startswith("update_")

    def quads(self) -> bytes:
        """Write the dataset."""
        name = ox.NamedNode(ABSENT)
        found = [ox.Quad(name, ox.NamedNode(str(RDFS.label)), ox.Literal("data"), name)]
        found += [
            ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(name))
            for name, path in self.graphs
            for quad in ox.parse(path=path, format=ox.RdfFormat.N_TRIPLES)
        ]
        return ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b""


def read_protocol_cases(root: Path) -> Iterator[ProtocolCase]:
    """Read ``sparql/sparql11/protocol/manifest.ttl`` of the suite's folder."""
    path = root / "sparql" / "sparql11" / "protocol" / "manifest.ttl"
    manifest = Graph().parse(path, publicID=path.as_uri())
    for entries in manifest.objects(None, MF.entries):
        for test in Collection(manifest, entries):
            requests = manifest.value(manifest.value(test, MF.action), HT.requests)
            graphs = tuple(
                (str(manifest.value(each, RDFS.label)), Path(str(manifest.value(each, UT.graph))[7:]))
                for each in manifest.objects(test, UT.graphData)
            )
            exchanges = tuple(_exchange(manifest, each) for each in Collection(manifest, requests))
            yield ProtocolCase(str(test).rpartition("#")[2], exchanges, graphs)


def _exchange(manifest: Graph, request: Node) -> Exchange:
    body, listed = manifest.value(request, HT.body), manifest.value(request, HT.headers)
    response = manifest.value(request, HT.resp)
    truth = manifest.value(response, MF.expectedBoolean)
    charset = manifest.value(body, CNT.characterEncoding) if body else None
    return Exchange(
        str(manifest.value(request, HT.methodName)),
        urlsplit(str(manifest.value(request, HT.absolutePath))).query,
        tuple(
            (str(manifest.value(each, HT.fieldName)), str(manifest.value(each, HT.fieldValue)))
            for each in (Collection(manifest, listed) if listed else ())
        ),
        str(manifest.value(body, CNT.chars)).encode(str(charset or "utf-8")) if body else b"",
        frozenset(int(str(each)[-3]) for each in manifest.objects(response, MF.expectedStatus)),
        None if truth is None else str(truth) == "true",
    )
