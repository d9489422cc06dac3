"""Unnamed class expressions and lists of an ontology, in words (after the OWL 2 Manchester Syntax)."""

from __future__ import annotations

from collections.abc import Mapping

from rdflib import BNode, Graph
from rdflib.namespace import OWL, RDF
from rdflib.term import Node

from claimgraph.namespaces import compact
from claimgraph.terms import Triple

_FILLED = {
    OWL.someValuesFrom: "some",
    OWL.allValuesFrom: "only",
    OWL.hasValue: "value",
    OWL.maxCardinality: "max",
    OWL.maxQualifiedCardinality: "max",
}
_JOINED = {OWL.intersectionOf: " and ", OWL.unionOf: " or ", OWL.oneOf: ", "}
_DEEPEST = 8


def wording(triple: Triple, graph: Graph, prefixes: Mapping[str, str]) -> str:
    """Write a triple on one line, its class expressions and lists in words as ``graph`` defines them."""
    subject, predicate, value = triple
    verb = "a" if predicate == RDF.type else compact(predicate, prefixes)
    return f"{term_wording(subject, graph, prefixes)} {verb} {term_wording(value, graph, prefixes)}"


def term_wording(term: Node, graph: Graph, prefixes: Mapping[str, str], depth: int = 0) -> str:
    """Write a term: a name in short form, a class expression as ``(property some Class)`` and the like."""
    if not isinstance(term, BNode) or depth > _DEEPEST:
        return compact(term, prefixes)

    def words(inner: Node | None) -> str:
        return "" if inner is None else term_wording(inner, graph, prefixes, depth + 1)

    if (term, RDF.first, None) in graph:
        return f"( {' '.join(words(member) for member in graph.items(term))} )"
    for construct, joint in _JOINED.items():
        for members in graph.objects(term, construct):
            joined = joint.join(words(member) for member in graph.items(members))
            return f"{{{joined}}}" if construct == OWL.oneOf else f"({joined})"
    for negated in graph.objects(term, OWL.complementOf):
        return f"(not {words(negated)})"
    for construct, word in _FILLED.items():
        for filler in graph.objects(term, construct):
            return f"({words(graph.value(term, OWL.onProperty))} {word} {words(filler)})"
    return compact(term, prefixes)
