"""The namespaces claimgraph writes in, the names of its graphs, and how an IRI is shown to a person."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from urllib.parse import quote

from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import OWL, PROV, RDF, RDFS, SH, SKOS, VOID, XSD
from rdflib.term import Node

__all__ = [
    "BASE",
    "CG",
    "CHECK",
    "GRAPH",
    "INFERRED",
    "LINKS",
    "MAPPING",
    "OA",
    "OWL",
    "PAV",
    "PROV",
    "QUERY",
    "RDF",
    "RDFS",
    "RULE",
    "SEMAPV",
    "SH",
    "SHAPE",
    "SKOS",
    "SSSOM",
    "VOID",
    "VOID_GRAPH",
    "WD",
    "XSD",
    "compact",
    "graph_name",
    "is_local",
]

BASE = Namespace("https://w3id.org/claimgraph/")
CG = Namespace(BASE + "ontology/")
GRAPH = Namespace(BASE + "graph/")
MAPPING = Namespace(BASE + "mapping/")
QUERY = Namespace(BASE + "query/")
RULE = Namespace(BASE + "rule/")
SHAPE = Namespace(BASE + "shape/")
CHECK = Namespace(BASE + "check/")

OA = Namespace("http://www.w3.org/ns/oa#")
PAV = Namespace("http://purl.org/pav/")
SEMAPV = Namespace("https://w3id.org/semapv/vocab/")
SSSOM = Namespace("https://w3id.org/sssom/")
WD = Namespace("http://www.wikidata.org/entity/")

LINKS = URIRef(GRAPH + "links")
INFERRED = URIRef(GRAPH + "inferred")
VOID_GRAPH = URIRef(GRAPH + "void")


_BASE = str(BASE)


def graph_name(root: PurePath, file: PurePath) -> URIRef:
    """Name the graph of a file: ``graph/`` and its path below the root, without suffix, percent-encoded."""
    relative = file.relative_to(root).with_suffix("")
    return URIRef(GRAPH + quote(relative.as_posix(), safe="/-._~"))


def is_local(term: object) -> bool:
    """Tell whether a term is an IRI in claimgraph's own namespace."""
    return isinstance(term, URIRef) and str.startswith(term, _BASE)


def compact(term: Node | None, prefixes: Mapping[str, str]) -> str:
    """Write a term for a person: ``prefix:local`` where a prefix fits (longest first), else in N-Triples."""
    if isinstance(term, URIRef):
        written = str(term)  # URIRef.startswith is several times as slow
        fitting = [
            (len(namespace), prefix)
            for prefix, namespace in prefixes.items()
            if namespace and written.startswith(namespace) and _plain(written[len(namespace) :])
        ]
        if fitting:
            length, prefix = max(fitting)
            return f"{prefix}:{term[length:]}"
        return f"<{term}>"
    if isinstance(term, Literal):
        tail = f"@{term.language}" if term.language else ""
        if term.datatype is not None and term.datatype != XSD.string:
            tail = f"^^{compact(term.datatype, prefixes)}"
        return f'"{term}"{tail}'
    return "" if term is None else f"_:{term}"


def _plain(local: str) -> bool:
    """Whether a local name needs no escape in Turtle (empty is allowed: ``cg:``)."""
    return not local or (
        all(character.isalnum() or character in "_-.:" for character in local)
        and local[0] not in "-."
        and local[-1] != "."
    )
