"""Reading a store node by node, for pages: what an entity has, who refers to it, what it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.answers import Row
from claimgraph.namespaces import BASE, CG, RDF, RDFS, SKOS
from claimgraph.store import Store

Node = ox.NamedNode | ox.BlankNode
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Facts = Mapping[ox.NamedNode, Sequence[Value]]

TYPE = ox.NamedNode(str(RDF.type))
LABEL = ox.NamedNode(str(RDFS.label))
COMMENT = ox.NamedNode(str(RDFS.comment))
DEFINITION = ox.NamedNode(str(SKOS.definition))
_LABELS = (LABEL, ox.NamedNode(str(SKOS.prefLabel)))
_REMEMBERED = 20_000


def cg(name: str) -> ox.NamedNode:
    """Give a term of the ontology by its local name."""
    return ox.NamedNode(f"{CG}{name}")


def node(iri: str) -> ox.NamedNode | None:
    """Give an IRI as a term; None if it is none."""
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None


class Reader:
    """Looks into a store, in which nothing changes. Each value comes once, whatever graphs it stands in."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._label = lru_cache(_REMEMBERED)(self._read_label)

    def values(self, subject: Node, predicate: ox.NamedNode) -> list[Value]:
        """Give the objects of a subject and predicate, sorted as text."""
        found = {quad.object for quad in self.store.triples(subject, predicate, None)}
        return sorted(found, key=str)

    def value(self, subject: Node, predicate: ox.NamedNode) -> Value | None:
        """Give the first of the objects; None if there is none."""
        return next(iter(self.values(subject, predicate)), None)

    def nodes(self, subject: Node, *path: ox.NamedNode) -> list[ox.NamedNode]:
        """Follow properties from a subject to the IRIs at their end, sorted."""
        found: set[Node] = {subject}
        for predicate in path:
            found = {
                quad.object
                for each in found
                for quad in self.store.triples(each, predicate, None)
                if isinstance(quad.object, ox.NamedNode)
            }
        return sorted((each for each in found if isinstance(each, ox.NamedNode)), key=str)

    def node(self, subject: Node, *path: ox.NamedNode) -> ox.NamedNode | None:
        """Give the first of what :meth:`nodes` gives; None if there is none."""
        return next(iter(self.nodes(subject, *path)), None)

    def subjects(self, predicate: ox.NamedNode, value: Value) -> list[ox.NamedNode]:
        """Give the IRIs that have a value for a predicate, sorted."""
        found = {quad.subject for quad in self.store.triples(None, predicate, value)}
        return sorted((each for each in found if isinstance(each, ox.NamedNode)), key=str)

    def text(self, subject: Node, predicate: ox.NamedNode, language: str = "en") -> str:
        """Give the words of a literal, in English if there are several; empty if there is none."""
        found = [value for value in self.values(subject, predicate) if isinstance(value, ox.Literal)]
        found.sort(key=lambda value: (value.language not in (language, None), value.value))
        return found[0].value if found else ""

    def number(self, subject: Node, predicate: ox.NamedNode) -> int | None:
        """Give a whole number; None if there is none."""
        text = self.text(subject, predicate)
        return int(text) if text.lstrip("-").isdigit() else None

    def types(self, subject: Node) -> set[str]:
        """Give the IRIs of the classes of a node, inferred ones too."""
        return {value.value for value in self.values(subject, TYPE) if isinstance(value, ox.NamedNode)}

    def label(self, subject: Node) -> str:
        """Give what a node is called: its English label, else its name."""
        return self._label(subject)

    def known(self, subject: Node) -> bool:
        """Tell whether the store says anything of a node, or anything with it."""
        patterns: list[tuple[Node | None, ox.NamedNode | None, Node | None]]
        patterns = [(subject, None, None), (None, None, subject)]
        if isinstance(subject, ox.NamedNode):
            patterns.append((None, subject, None))
        return any(True for pattern in patterns for _ in self.store.triples(*pattern))

    def facts(self, subject: Node) -> dict[ox.NamedNode, list[Value]]:
        """Give all that is said of a node at once: by predicate, its values sorted as text."""
        found: dict[ox.NamedNode, set[Value]] = {}
        for quad in self.store.triples(subject, None, None):
            found.setdefault(quad.predicate, set()).add(quad.object)
        return {predicate: sorted(values, key=str) for predicate, values in found.items()}

    def leading(self, value: Node) -> dict[ox.NamedNode, list[ox.NamedNode]]:
        """Give all that leads to a node at once: by predicate, the IRIs that have it as value, sorted."""
        found: dict[ox.NamedNode, set[ox.NamedNode]] = {}
        for quad in self.store.triples(None, None, value):
            if isinstance(quad.subject, ox.NamedNode):
                found.setdefault(quad.predicate, set()).add(quad.subject)
        return {predicate: sorted(subjects, key=str) for predicate, subjects in found.items()}

    def outgoing(self, subject: Node) -> Iterator[ox.Quad]:
        """Give all statements about a node, with the graph each stands in."""
        return self.store.quads(subject, None, None)

    def incoming(self, value: Node) -> Iterator[ox.Quad]:
        """Give all statements that lead to a node."""
        return self.store.quads(None, None, value)

    def rows(self, query: str, bindings: Mapping[str, Value] | None = None) -> list[Row]:
        """Ask a query of our own; what varies in it comes in as terms, never as text.

        Each name in ``bindings`` has to be a variable that the outermost SELECT names.
        """
        return self.store.select(query, bindings or {})

    def _read_label(self, subject: Node) -> str:
        for predicate in _LABELS:
            if words := self.text(subject, predicate):
                return words
        return short_name(subject)


def short_name(subject: Node) -> str:
    """Give the end of an IRI, which is its name where nothing else is."""
    if isinstance(subject, ox.BlankNode):
        return str(subject)
    iri = subject.value
    if iri.startswith(BASE):
        return iri[len(BASE) :].partition("/")[2] or iri[len(BASE) :]
    return iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2] or iri
