"""The W3C's test suite for SPARQL 1.1 queries, as its manifests list it (github.com/w3c/rdf-tests)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, BNode, Graph, Namespace, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.collection import Collection
from rdflib.term import Node

from sparql.tables import Row, Table, Term, read_csv, read_graph, read_result

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
DAWG = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
BASE = "https://w3c.github.io/rdf-tests/"
FOLDERS = [
    "aggregates",
    "bind",
    "bindings",
    "cast",
    "construct",
    "csv-tsv-res",
    "exists",
    "functions",
    "grouping",
    "json-res",
    "negation",
    "project-expression",
    "property-path",
    "service",
    "subquery",
    "syntax-fed",
    "syntax-query",
]
EVALUATION = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}
SYNTAX = {MF.PositiveSyntaxTest11: True, MF.NegativeSyntaxTest11: False}
GRAPHS = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}
RESULTS = {
    ".srx": ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
    ".srj": ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
    ".tsv": ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    ".csv": ("text/csv", ox.QueryResultsFormat.CSV),
}
FORMS = dict(RESULTS.values())


@dataclass(frozen=True)
class Case:
    """One test: a query, its data, and its result (None: only its syntax is tested)."""

    name: str
    approved: bool
    query: Path
    root: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    result: Path | None = None
    correct: bool = True

    @property
    def dataset(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """What a server has to serve for this test."""
        return self.data, self.graphs

    @property
    def federated(self) -> bool:
        """Whether the test is one of those that ask another endpoint."""
        return self.name.startswith(("service/", "syntax-fed/"))

    @property
    def text(self) -> str:
        """The query; its relative IRIs are meant relative to its file."""
        return f"BASE <{iri(self.query, self.root)}> {self.query.read_text('utf-8')}"

    @property
    def accept(self) -> str:
        """The media type in which the result can be compared."""
        if self.result is None or self.result.suffix in RESULTS:
            return RESULTS[self.result.suffix if self.result else ".srj"][0]
        return RESULTS[".srj"][0] if _is_table(self.result) else "application/n-triples"

    def expected(self) -> Table | bool | tuple[Row, ...]:
        """Read the result that is right: a table, a truth value, or a graph as rows of three."""
        assert self.result is not None
        content = self.result.read_bytes()
        if self.result.suffix == ".csv":
            return read_csv(content)
        if self.result.suffix in RESULTS:
            return read_result(content, RESULTS[self.result.suffix][1])
        if _is_table(self.result):
            return _table(self.result, iri(self.result, self.root))
        return read_graph(content, GRAPHS[self.result.suffix], iri(self.result, self.root))


def iri(path: Path, root: Path) -> str:
    """Name a file of the suite as the suite does."""
    return BASE + path.relative_to(root).as_posix()


def quads(case: Case) -> bytes:
    """Write the dataset of a test: its data as the default graph, its named graphs under their names."""
    found: list[ox.Quad] = []
    for path in (*case.data, *case.graphs):
        name = iri(path, case.root)
        graph = ox.NamedNode(name) if path in case.graphs else ox.DefaultGraph()
        for quad in ox.parse(path=path, format=GRAPHS[path.suffix], base_iri=name, rename_blank_nodes=True):
            found.append(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    return ox.serialize(found, format=ox.RdfFormat.N_QUADS) or b""


def read_cases(root: Path) -> Iterator[Case]:
    """Read the manifests below ``sparql/sparql11`` of the suite's folder."""
    for folder in FOLDERS:
        path = root / "sparql" / "sparql11" / folder / "manifest.ttl"
        manifest = Graph().parse(path, publicID=path.as_uri())
        for entries in manifest.objects(None, MF.entries):
            for test in Collection(manifest, entries):
                yield from _case(manifest, test, root, folder)


def _case(manifest: Graph, test: Node, root: Path, folder: str) -> Iterator[Case]:
    kind, action = manifest.value(test, RDF.type), manifest.value(test, MF.action)
    name = f"{folder}/{str(test).rpartition('#')[2]}"
    approved = manifest.value(test, DAWG.approval) == DAWG.Approved
    if kind in SYNTAX:
        yield Case(name, approved, _path(action), root, correct=SYNTAX[kind])
    elif kind in EVALUATION:
        yield Case(
            name,
            approved,
            _path(manifest.value(action, QT.query)),
            root,
            tuple(_path(each) for each in manifest.objects(action, QT.data)),
            tuple(_path(each) for each in manifest.objects(action, QT.graphData)),
            _path(manifest.value(test, MF.result)),
        )


def _path(node: Node | None) -> Path:
    return Path(str(node).removeprefix("file://"))


def _is_table(path: Path) -> bool:
    return path.suffix == ".ttl" and "ResultSet" in path.read_text("utf-8")


def _table(path: Path, base: str) -> Table:
    graph = Graph().parse(path, publicID=base)
    result = graph.value(None, RDF.type, RS.ResultSet)
    names = tuple(sorted(str(name) for name in graph.objects(result, RS.resultVariable)))
    rows = []
    for solution in graph.objects(result, RS.solution):
        bound = {
            str(graph.value(binding, RS.variable)): _term(graph.value(binding, RS.value))
            for binding in graph.objects(solution, RS.binding)
        }
        rows.append(tuple(bound.get(name) for name in names))
    return Table(names, tuple(rows))


def _term(node: Node | None) -> Term:
    if isinstance(node, URIRef):
        return ox.NamedNode(str(node))
    if isinstance(node, BNode):
        return ox.BlankNode(str(node))
    assert isinstance(node, RdfLiteral)
    if node.language:
        return ox.Literal(str(node), language=node.language)
    return ox.Literal(str(node), datatype=ox.NamedNode(str(node.datatype)) if node.datatype else None)
