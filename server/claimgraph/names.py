"""Names that stand for nothing: local IRIs that no file describes, terms that no vocabulary declares."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DefinedNamespace
from rdflib.term import Node

from claimgraph.findings import Finding
from claimgraph.load import Loaded, Position
from claimgraph.mentions import mentions
from claimgraph.namespaces import (
    CHECK,
    GRAPH,
    INFERRED,
    LINKS,
    MAPPING,
    OWL,
    QUERY,
    RDF,
    RDFS,
    RULE,
    SH,
    VOID_GRAPH,
    XSD,
    compact,
    is_local,
)
from claimgraph.terms import Triple

PROPERTIES = (
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.OntologyProperty,
    RDF.Property,
)
CLASSES = (OWL.Class, RDFS.Class)
DATATYPES = (RDFS.Datatype,)
# What data may say in the W3C's own terms without a declaration; the rest of those is for schemas.
IN_DATA = frozenset(
    (
        RDF.type,
        RDF.first,
        RDF.rest,
        RDF.List,
        RDFS.label,
        RDFS.comment,
        RDFS.seeAlso,
        RDFS.isDefinedBy,
        OWL.NamedIndividual,
        OWL.annotatedSource,
        OWL.annotatedProperty,
        OWL.annotatedTarget,
        # Shapes forbid it, and say why.
        OWL.sameAs,
    )
)
VERSIONS = (OWL.versionIRI, OWL.priorVersion, OWL.backwardCompatibleWith, OWL.incompatibleWith)
SPARQL = (SH.select, SH.ask, SH.construct, SH.update)

_BUILT_IN: tuple[type[DefinedNamespace], ...] = (RDF, RDFS, OWL, SH, XSD)


@dataclass(frozen=True)
class Use:
    """One place where a name is used: in a triple, or (then without one) in a SPARQL text."""

    term: URIRef
    position: Position
    triple: Triple | None = None

    def finding(self, check: str, sentence: str, remedy: str) -> Finding:
        """Report this use."""
        focus, path = self.triple[:2] if self.triple else (None, None)
        file, line = self.position
        return Finding(
            "violation", file, line, sentence, remedy, focus, path, self.term, source=str(CHECK[check])
        )


def unresolved_names(loaded: Loaded) -> Iterator[Finding]:
    """Report each local IRI that no file describes, anywhere in a triple, a rule, a query or a shape."""
    vocabulary = Vocabulary(loaded)
    described = {vocabulary.name(term) for term in vocabulary.described}
    seen: set[tuple[str, int, str]] = set()
    for use in _local_names(loaded):
        if use.term in vocabulary.described or (*use.position, use.term) in seen:
            continue
        seen.add((*use.position, use.term))
        written = vocabulary.name(use.term)
        yield use.finding(
            "unresolved-name",
            f"{written} is named here, but no file describes it.",
            f"{_suggestion(written, described)}Correct the name, or describe it.",
        )


def undeclared_terms(loaded: Loaded) -> Iterator[Finding]:
    """Report, once for each file, the properties, classes and datatypes that the ontology does not declare.

    Terms of RDF, RDFS, OWL, SHACL and XSD need no declaration but must exist; in data only a few may be used.
    """
    vocabulary = Vocabulary(loaded)
    seen: set[tuple[str, URIRef]] = set()
    sound: set[tuple[URIRef, str, bool]] = set()
    for use, kind in _term_uses(loaded):
        known = (use.term, kind, use.position.file.startswith("data/"))
        if known in sound or (use.position.file, use.term) in seen:
            continue
        found = vocabulary.judge(use, kind)
        if found:
            seen.add((use.position.file, use.term))
            yield found
        else:
            sound.add(known)


def unknown_names(loaded: Loaded, closed: Graph, text: str) -> Iterator[str]:
    """Tell, once each, the local names in a query that stand nowhere in the files or in what follows."""
    seen: set[URIRef] = set()
    vocabulary = Vocabulary(loaded)
    for name, line in mentions(text, {}):
        term = URIRef(name)
        if term not in seen and (words := vocabulary.unknown(term, closed)):
            yield f"line {line}: {words}"
        seen.add(term)


def unknown_terms(loaded: Loaded, closed: Graph, triple: Triple) -> Iterator[str]:
    """Tell, once each, the local names in a triple that stand nowhere in the files or in what follows."""
    vocabulary = Vocabulary(loaded)
    for term in dict.fromkeys(triple):
        if words := vocabulary.unknown(term, closed):
            yield words


class Vocabulary:
    """What the files of one graph describe and declare."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded

    def name(self, term: Node) -> str:
        """Write a term for a person."""
        return compact(term, self._loaded.prefixes)

    @cached_property
    def described(self) -> set[Node]:
        """Every local name that stands for something: subjects of files, graphs, rules and stored queries."""
        links = self._loaded.directory.shown(self._loaded.directory.links)
        described: set[Node] = {INFERRED, LINKS, VOID_GRAPH, *self._loaded.graphs}
        for document in self._loaded.documents:
            described.add(GRAPH[document.file.rpartition(".")[0]])
            # A row of the link table does not describe what it links: only the row itself.
            described.update(
                s for s in document.subjects if document.file != links or str(s).startswith(MAPPING)
            )
        for file in self._loaded.scripts:
            stem = file.rpartition("/")[2].removesuffix(".rq")
            described.add((RULE if file.startswith("ontology/") else QUERY)[stem])
        return {term for term in described if is_local(term)}

    @cached_property
    def declared(self) -> dict[str, set[Node]]:
        """The properties, classes and datatypes that the ontology declares."""
        found: dict[str, set[Node]] = {"property": set(), "class": set(), "datatype": set()}
        kinds = {**dict.fromkeys(PROPERTIES, "property"), **dict.fromkeys(CLASSES, "class")}
        kinds |= dict.fromkeys(DATATYPES, "datatype")
        for document in self._loaded.documents:
            if document.file.startswith("ontology/"):
                for (subject, predicate, value), _ in document.triples:
                    if predicate == RDF.type and isinstance(value, URIRef) and value in kinds:
                        found[kinds[value]].add(subject)
        return found

    def unknown(self, term: Node, closed: Graph) -> str:
        """Say that a local name is in no file and no conclusion, and what else it might be; else nothing."""
        if not is_local(term) or term in self.described:
            return ""
        if any(pattern in closed for pattern in ((term, None, None), (None, term, None), (None, None, term))):
            return ""
        written = self.name(term)
        hint = _suggestion(written, {self.name(known) for known in self.described})
        return f"{written} is in no file of the graph. {hint}".rstrip()

    def judge(self, use: Use, kind: str) -> Finding | None:
        """Report a use of a term as a property, class or datatype, or (``kind`` empty) its mere mention."""
        written = self.name(use.term)
        if _misspelt(use.term):
            return use.finding(
                "undeclared-term", f"{written} does not exist in its vocabulary.", "Correct the name."
            )
        if not kind or use.term in self.declared[kind]:
            return None
        if _exists(use.term):
            if kind == "datatype" or use.term in IN_DATA or not use.position.file.startswith("data/"):
                return None
        elif is_local(use.term) and use.term not in self.described:
            return None  # reported as an unresolved name
        known = {self.name(term) for term in self.declared[kind]}
        return use.finding(
            "undeclared-term",
            f"{written} is used as a {kind}, but the ontology does not declare it as one.",
            f"{_suggestion(written, known)}Declare it in ontology/ (in alignments.ttl, if it is another's), "
            "or use a declared one.",
        )


def _local_names(loaded: Loaded) -> Iterator[Use]:
    for document in loaded.documents:
        for triple, line in document.triples:
            for term in triple:
                if isinstance(term, URIRef) and is_local(term) and triple[1] not in VERSIONS:
                    yield Use(term, Position(document.file, line), triple)
            if triple[1] in SPARQL:
                for name, below in mentions(str(triple[2]), loaded.prefixes):
                    if is_local(URIRef(name)):
                        yield Use(URIRef(name), Position(document.file, line + below - 1), triple)
    for file, text in loaded.scripts.items():
        for name, line in mentions(text, {}):
            if is_local(URIRef(name)):
                yield Use(URIRef(name), Position(file, line))


def _term_uses(loaded: Loaded) -> Iterator[tuple[Use, str]]:
    for document in loaded.documents:
        for triple, line in document.triples:
            subject, predicate, value = triple
            kinds = (
                (subject, ""),
                (predicate, "property"),
                (value, "class" if predicate == RDF.type else ""),
                (value.datatype if isinstance(value, Literal) else None, "datatype"),
            )
            for term, kind in kinds:
                if isinstance(term, URIRef):
                    yield Use(term, Position(document.file, line), triple), kind


def _suggestion(written: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(written, list(known), n=1, cutoff=0.8)
    return f"Did you mean {near[0]}? " if near else ""


def _exists(term: URIRef) -> bool:
    return any(term in namespace for namespace in _BUILT_IN)


def _misspelt(term: URIRef) -> bool:
    """Whether an IRI lies in a W3C namespace that has no such term."""
    spaces = [str(namespace) for namespace in _BUILT_IN]
    return any(term.startswith(space) for space in spaces) and str(term) not in spaces and not _exists(term)
