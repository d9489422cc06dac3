"""Reading a graph directory: each Turtle file a named graph, the link table, the shapes, the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from rdflib import Graph, URIRef
from rdflib.term import Node

from claimgraph.errors import InputError, LoadErrors, QuestionError, RuleError, TurtleError
from claimgraph.inputs import find_inputs
from claimgraph.links import read_links
from claimgraph.namespaces import GRAPH, LINKS, SHAPE, graph_name
from claimgraph.paths import GraphDirectory, real
from claimgraph.rules import Rule, read_rule
from claimgraph.terms import Triple
from claimgraph.textfile import read_text
from claimgraph.turtle import TurtleDocument, read_turtle

Read = TypeVar("Read")
Reader = Callable[[Path, str, str | None], TurtleDocument]

_ONTOLOGY = str(GRAPH.ontology)


class Position(NamedTuple):
    """A line of a file of the graph directory."""

    file: str
    line: int


@dataclass
class Positions:
    """Where each triple stands, and where each subject is described (one position for each file)."""

    triples: dict[Triple, list[Position]] = field(default_factory=dict)
    subjects: dict[Node, list[Position]] = field(default_factory=dict)

    def add(self, file: str, triples: Iterable[tuple[Triple, int]], subjects: Mapping[Node, int]) -> None:
        """Note the triples of one file."""
        for triple, line in triples:
            self.triples.setdefault(triple, []).append(Position(file, line))
        for subject, line in subjects.items():
            self.subjects.setdefault(subject, []).append(Position(file, line))

    def triple(self, triple: Triple) -> Position | None:
        """Where a triple is first asserted."""
        return next(iter(self.triples.get(triple, ())), None)

    def subject(self, subject: Node | None) -> Position | None:
        """Where a subject is first described."""
        return next(iter(self.subjects.get(subject, ())), None) if subject is not None else None

    def find(
        self, focus: Node | None, path: Node | None = None, value: Node | None = None
    ) -> Position | None:
        """The best place for a result: its triple, else a triple of that property, else its subject."""
        if focus is not None and path is not None:
            if value is not None and (exact := self.triple((focus, path, value))):
                return exact
            if near := self._by_property.get((focus, path)):
                return near
        return self.subject(focus) or self.subject(value)

    @cached_property
    def _by_property(self) -> dict[tuple[Node, Node], Position]:
        index: dict[tuple[Node, Node], Position] = {}
        for (subject, predicate, _), places in self.triples.items():
            index.setdefault((subject, predicate), places[0])
        return index


@dataclass(frozen=True)
class Loaded:
    """One graph directory, read: named graphs of ontology, data and links; shapes apart from them.

    ``documents`` holds every file that gave triples, the link table too; ``scripts`` the texts of rules and
    stored queries by file; ``ignored`` names files that look like RDF or SPARQL but lie or are called so that
    they are not read.
    """

    directory: GraphDirectory
    graphs: dict[URIRef, Graph]
    shapes: Graph
    prefixes: dict[str, str]
    positions: Positions
    rules: list[Rule]
    documents: list[TurtleDocument]
    scripts: dict[str, str]
    ignored: list[str]

    def ontology(self) -> Graph:
        """The triples of the ontology files, merged into a new graph."""
        return self._merged(name for name in self.graphs if name.startswith(f"{_ONTOLOGY}/"))

    def data(self) -> Graph:
        """The triples of the data files and of the link table, merged into a new graph."""
        return self._merged(name for name in self.graphs if not name.startswith(f"{_ONTOLOGY}/"))

    def asserted(self) -> Graph:
        """Ontology, data and links, merged into a new graph."""
        # pyshacl wants a store that knows of contexts, which takes longer to fill.
        return self._merged(self.graphs, store="default")

    def _merged(self, names: Iterable[URIRef], store: str = "SimpleMemory") -> Graph:
        merged = empty_graph(None, self.prefixes, store)
        for name in names:
            for triple in self.graphs[name]:
                merged.add(triple)
        return merged


def empty_graph(name: URIRef | None, prefixes: Mapping[str, str], store: str = "SimpleMemory") -> Graph:
    """Make an empty graph that knows exactly these prefixes."""
    graph = Graph(store=store, identifier=name, bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    return graph


def load(directory: GraphDirectory, read: Reader = read_turtle) -> Loaded:
    """Read every file of a graph directory; ``read`` reads one Turtle file, as ``read_turtle`` does.

    Raises :class:`LoadErrors` with the errors of all files together, so that one run shows all there is to
    mend.
    """
    inputs = find_inputs(directory)
    files = inputs.turtle
    errors = [*_linked(directory, inputs.linked), *_nothing_to_read(directory, files)]
    documents = {
        path: document
        for path in (path for part in files.values() for path in part)
        if (document := _try(errors, partial(_read, directory, path, read)))
    }
    prefix_list = documents.get(directory.ontology / "prefixes.ttl")
    prefixes = prefix_list.prefixes if prefix_list else {}
    positions = Positions()
    graphs: dict[URIRef, Graph] = {}
    shapes = empty_graph(URIRef(str(SHAPE)), prefixes)
    for path, document in documents.items():
        positions.add(document.file, document.triples, document.subjects)
        graph = shapes
        if path not in files["shapes"]:
            name = graph_name(directory.root, path)
            graph = graphs[name] = empty_graph(name, prefixes)
        for triple, _ in document.triples:
            graph.add(triple)
    # Without the prefix list every link would be reported for its prefixes: one error is enough then.
    if prefix_list and inputs.links:
        shown = directory.shown(directory.links)
        rows = _try(errors, lambda: read_links(directory.links, shown, prefixes)) or []
        subjects = {triple[0]: line for triple, line in reversed(rows)}
        documents[directory.links] = TurtleDocument(shown, rows, {}, subjects=subjects)
        positions.add(shown, rows, subjects)
        graphs[LINKS] = empty_graph(LINKS, prefixes)
        for triple, _ in rows:
            graphs[LINKS].add(triple)
    rules = [
        rule
        for path in inputs.rules
        if (rule := _try(errors, partial(read_rule, path, directory.shown(path))))
    ]
    scripts = {
        directory.shown(path): text
        for paths, error in ((inputs.rules, RuleError), (inputs.queries, QuestionError))
        for path in paths
        if (text := _try(errors, partial(read_text, path, directory.shown(path), error)))
    }
    if errors:
        raise LoadErrors(_each_once(errors))
    ignored = [directory.shown(path) for path in inputs.ignored]
    return Loaded(
        directory, graphs, shapes, prefixes, positions, rules, list(documents.values()), scripts, ignored
    )


def _each_once(errors: list[InputError]) -> list[InputError]:
    """Order by place, and leave out what two readers of one file say alike."""
    distinct = {str(error): error for error in errors}
    return sorted(distinct.values(), key=lambda error: (error.file, error.line or 0))


def _try(errors: list[InputError], read: Callable[[], Read]) -> Read | None:
    try:
        return read()
    except InputError as error:
        errors.append(error)
        return None


def _read(directory: GraphDirectory, path: Path, read: Reader) -> TurtleDocument:
    shown = directory.shown(path)
    if path.is_symlink() and not real(path).is_relative_to(real(directory.root)):
        raise TurtleError(
            shown,
            None,
            None,
            "This symbolic link leads out of the graph directory.",
            "Put the file itself there.",
        )
    return read(path, shown, graph_name(directory.root, path))


def _linked(directory: GraphDirectory, folders: Iterable[Path]) -> Iterator[InputError]:
    for folder in folders:
        yield TurtleError(
            directory.shown(folder),
            None,
            None,
            "This folder is a symbolic link, which is not followed.",
            "Put the folder itself there, or take the link away.",
        )


def _nothing_to_read(directory: GraphDirectory, files: Mapping[str, list[Path]]) -> Iterator[InputError]:
    if directory.ontology / "prefixes.ttl" not in files["ontology"]:
        yield TurtleError(
            directory.shown(directory.ontology / "prefixes.ttl"),
            None,
            None,
            "The list of prefixes is missing.",
            "Create it with one @prefix line for each prefix that the graph uses.",
        )
    for part, paths in files.items():
        if not paths:
            yield TurtleError(
                f"{part}/",
                None,
                None,
                "There is no Turtle file (*.ttl) in this folder.",
                "Put at least one there.",
            )
