"""The terms of the ontology: how they are arranged, how often each is used, which questions ask with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

import pyoxigraph as ox

from claimgraph.namespaces import CG, OWL, RDFS, SH, SKOS, VOID
from claimgraph.site.folding import fold
from claimgraph.site.kinds import SUBCLASS
from claimgraph.site.reader import TYPE, Reader
from claimgraph.void import DATASET

SUBPROPERTY = ox.NamedNode(str(RDFS.subPropertyOf))
SCHEME = ox.NamedNode(str(SKOS.inScheme))
CLASS = ox.NamedNode(str(OWL.Class))
PROPERTIES = tuple(
    ox.NamedNode(str(kind)) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
)
QUESTION = ox.NamedNode(str(SH.SPARQLExecutable))
# SHACL has no property for the text of a DESCRIBE query.
TEXTS = (
    *(ox.NamedNode(f"{SH}{name}") for name in ("select", "ask", "construct")),
    ox.NamedNode("https://purl.expasy.org/sparql-examples/ontology#describe"),
)
_DATASET = ox.NamedNode(str(DATASET))
_PREFIX = re.compile(r"PREFIX\s+(\w*):\s*<([^>]*)>", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w<])(\w*):([A-Za-z_]\w*)")

Counts = Mapping[ox.NamedNode, int]


class Vocabulary:
    """Reads the ontology, the numbers and the stored questions of a graph, each once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    @cached_property
    def classes(self) -> Sequence[tuple[int, ox.NamedNode]]:
        """All classes of ours as a tree: each with its depth, below what it is a kind of."""
        return self._tree(self._ours(CLASS), SUBCLASS)

    @cached_property
    def properties(self) -> Sequence[tuple[int, ox.NamedNode]]:
        """All properties of ours as a tree."""
        return self._tree({each for kind in PROPERTIES for each in self._ours(kind)}, SUBPROPERTY)

    @cached_property
    def values(self) -> Mapping[ox.NamedNode, Sequence[ox.NamedNode]]:
        """The values of each closed list, by class."""
        found: dict[ox.NamedNode, list[ox.NamedNode]] = {}
        for quad in {quad.subject for quad in self._reader.store.triples(None, SCHEME, None)}:
            if isinstance(quad, ox.NamedNode) and quad.value.startswith(str(CG)):
                for kind in self._reader.nodes(quad, TYPE):
                    if kind.value.startswith(str(CG)):
                        found.setdefault(kind, []).append(quad)
        by_name = sorted(found, key=self._by_name)
        return {kind: sorted(found[kind], key=self._by_name) for kind in by_name}

    @cached_property
    def uses(self) -> Counts:
        """How many members each class has, and how many statements each property is in."""
        return self._counts(_DATASET, "class", "entities") | self._counts(_DATASET, "property", "triples")

    @cached_property
    def carried(self) -> Mapping[ox.NamedNode, Counts]:
        """How often the members of each class have each property."""
        found = {}
        for part in self._reader.nodes(_DATASET, _void("classPartition")):
            for kind in self._reader.nodes(part, _void("class")):
                if counts := self._counts(part, "property", "triples"):
                    found[kind] = counts
        return found

    @cached_property
    def questions(self) -> Mapping[ox.NamedNode, Sequence[ox.NamedNode]]:
        """The stored questions in whose text each term of ours stands."""
        found: dict[ox.NamedNode, list[ox.NamedNode]] = {}
        for question in self._reader.subjects(TYPE, QUESTION):
            for term in sorted(set(terms(self.text(question))), key=str):
                found.setdefault(term, []).append(question)
        return found

    def text(self, question: ox.NamedNode) -> str:
        """Give the SPARQL of a stored question."""
        return next((text for each in TEXTS if (text := self._reader.text(question, each))), "")

    def above(self, term: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """Give what a term is directly a kind of; the graph has what is farther above as well."""
        wider = [each for each in self._reader.nodes(term, predicate) if each != term]
        far = {
            farther for each in wider for farther in self._reader.nodes(each, predicate) if farther != each
        }
        return [each for each in wider if each not in far]

    def below(self, term: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """Give what is directly a kind of a term, by name."""
        found = self._reader.subjects(predicate, term)
        return sorted(
            (each for each in found if each != term and term in self.above(each, predicate)),
            key=self._by_name,
        )

    def _ours(self, kind: ox.NamedNode) -> set[ox.NamedNode]:
        return {each for each in self._reader.subjects(TYPE, kind) if each.value.startswith(str(CG))}

    def _tree(self, terms: set[ox.NamedNode], predicate: ox.NamedNode) -> list[tuple[int, ox.NamedNode]]:
        below: dict[ox.NamedNode | None, list[ox.NamedNode]] = {}
        for each in terms:
            owner = next((above for above in self.above(each, predicate) if above in terms), None)
            below.setdefault(owner, []).append(each)

        def walk(owner: ox.NamedNode | None, depth: int) -> Iterator[tuple[int, ox.NamedNode]]:
            for each in sorted(below.get(owner, ()), key=self._by_name):
                yield depth, each
                yield from walk(each, depth + 1)

        return list(walk(None, 0))

    def _counts(self, of: ox.NamedNode, kind: str, counted: str) -> dict[ox.NamedNode, int]:
        return {
            term: self._reader.number(part, _void(counted)) or 0
            for part in self._reader.nodes(of, _void(f"{kind}Partition"))
            for term in self._reader.nodes(part, _void(kind))
        }

    def _by_name(self, term: ox.NamedNode) -> tuple[str, str]:
        return fold(self._reader.label(term)), term.value


def terms(query: str) -> Iterator[ox.NamedNode]:
    """Give the terms of ours that a query names by a prefix it declares."""
    namespaces = dict(_PREFIX.findall(query))
    for prefix, name in _NAME.findall(query):
        if namespaces.get(prefix) == str(CG):
            yield ox.NamedNode(f"{CG}{name}")


def _void(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{VOID}{name}")
