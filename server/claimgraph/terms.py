"""RDF terms between rdflib, Oxigraph and the reader's eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

Triple = tuple[Node, Node, Node]
OxTerm = ox.NamedNode | ox.BlankNode | ox.Literal
# The datatypes whose values are compared as numbers, and set as such.
NUMBERS = frozenset(str(XSD[name]) for name in ("integer", "decimal", "double", "float"))


def to_oxigraph(term: Node) -> OxTerm:
    """Give the Oxigraph term for an rdflib term, with its lexical form untouched.

    Raises TypeError for anything that is not an IRI, a blank node or a literal.
    """
    if isinstance(term, URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or XSD.string)))
    raise TypeError(f"not an RDF term: {term!r}")


def to_rdflib(term: object) -> Node:
    """Give the rdflib term for an Oxigraph term; plain strings have no datatype, as in rdflib's parsers."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        datatype = None if term.datatype.value == str(XSD.string) else URIRef(term.datatype.value)
        return Literal(term.value, datatype=datatype, normalize=False)
    raise TypeError(f"not an RDF term: {term!r}")


def quads(triples: Iterable[Triple], graph: str | None = None) -> Iterator[ox.Quad]:
    """Turn rdflib triples into Oxigraph quads of the named graph, or of the default graph."""
    name = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    for triple in triples:
        yield quad(triple, name)


def quad(triple: Triple, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    """Turn one rdflib triple into an Oxigraph quad; TypeError if it is one of generalised RDF only."""
    subject, predicate, value = (to_oxigraph(term) for term in triple)
    if isinstance(subject, ox.Literal) or not isinstance(predicate, ox.NamedNode):
        raise TypeError(f"not an RDF triple: {triple!r}")
    return ox.Quad(subject, predicate, value, graph)


def sort_key(triple: Triple) -> tuple[str, str, str]:
    """Order triples by their N-Triples text, so that no output depends on how Python hashes."""
    subject, predicate, value = triple
    return subject.n3(), predicate.n3(), value.n3()
