"""The rules of OWL 2 RL about the schema itself (scm-*), read backwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rdflib import Graph
from rdflib.namespace import OWL, RDFS
from rdflib.term import Node

from claimgraph.terms import Triple


class Step(NamedTuple):
    """One application of a rule: its name in the W3C rule tables, and the triples it starts from."""

    rule: str
    premises: tuple[Triple, ...]


def schema_steps(triple: Triple, graph: Graph) -> Iterator[Step]:
    """Give every way in which one scm rule gives a triple about classes or properties (table 9)."""
    subject, predicate, value = triple
    if predicate == RDFS.subClassOf:
        yield from _subclass(subject, value, graph)
    elif predicate == RDFS.subPropertyOf:
        yield from _transitive("scm-spo", subject, RDFS.subPropertyOf, value, graph)
        yield from _equivalent("scm-eqp1", subject, OWL.equivalentProperty, value, graph)
    elif predicate == OWL.equivalentClass:
        yield from _both_ways("scm-eqc2", subject, RDFS.subClassOf, value, graph)
    elif predicate == OWL.equivalentProperty:
        yield from _both_ways("scm-eqp2", subject, RDFS.subPropertyOf, value, graph)
    elif predicate == RDFS.domain:
        yield from _inherited(("scm-dom1", "scm-dom2"), subject, RDFS.domain, value, graph)
    elif predicate == RDFS.range:
        yield from _inherited(("scm-rng1", "scm-rng2"), subject, RDFS.range, value, graph)


def _subclass(c: Node, d: Node, graph: Graph) -> Iterator[Step]:
    yield from _transitive("scm-sco", c, RDFS.subClassOf, d, graph)
    yield from _equivalent("scm-eqc1", c, OWL.equivalentClass, d, graph)
    for parts in graph.objects(c, OWL.intersectionOf):
        if d in graph.items(parts):
            yield Step("scm-int", ((c, OWL.intersectionOf, parts),))
    for parts in graph.objects(d, OWL.unionOf):
        if c in graph.items(parts):
            yield Step("scm-uni", ((d, OWL.unionOf, parts),))
    for kind, rules in (
        (OWL.someValuesFrom, ("scm-svf1", "scm-svf2")),
        (OWL.allValuesFrom, ("scm-avf1", "scm-avf2")),
        (OWL.hasValue, ("", "scm-hv")),
    ):
        for first, second in ((a, b) for a in graph.objects(c, kind) for b in graph.objects(d, kind)):
            yield from _restrictions(rules, kind, (c, first), (d, second), graph)


def _restrictions(
    rules: tuple[str, str], kind: Node, sub: tuple[Node, Node], sup: tuple[Node, Node], graph: Graph
) -> Iterator[Step]:
    (c, first), (d, second) = sub, sup
    fillers: tuple[Triple, ...] = ((c, kind, first), (d, kind, second))
    for link, other in (
        (a, b) for a in graph.objects(c, OWL.onProperty) for b in graph.objects(d, OWL.onProperty)
    ):
        axioms: tuple[Triple, ...] = (*fillers, (c, OWL.onProperty, link), (d, OWL.onProperty, other))
        if link == other and rules[0] and (first, RDFS.subClassOf, second) in graph:
            yield Step(rules[0], (*axioms, (first, RDFS.subClassOf, second)))
        # Of all-values restrictions it is the one on the wider property that is narrower.
        narrow, wide = (other, link) if kind == OWL.allValuesFrom else (link, other)
        if first == second and (narrow, RDFS.subPropertyOf, wide) in graph:
            yield Step(rules[1], (*axioms, (narrow, RDFS.subPropertyOf, wide)))


def _transitive(rule: str, a: Node, link: Node, b: Node, graph: Graph) -> Iterator[Step]:
    for middle in graph.objects(a, link):
        if middle not in (a, b) and (middle, link, b) in graph:
            yield Step(rule, ((a, link, middle), (middle, link, b)))


def _equivalent(rule: str, a: Node, link: Node, b: Node, graph: Graph) -> Iterator[Step]:
    axioms: tuple[Triple, ...] = ((a, link, b), (b, link, a))
    for axiom in axioms:
        if axiom in graph:
            yield Step(rule, (axiom,))


def _both_ways(rule: str, a: Node, link: Node, b: Node, graph: Graph) -> Iterator[Step]:
    if (a, link, b) in graph and (b, link, a) in graph:
        yield Step(rule, ((a, link, b), (b, link, a)))


def _inherited(rules: tuple[str, str], p: Node, link: Node, c: Node, graph: Graph) -> Iterator[Step]:
    for narrower in graph.objects(p, link):
        if narrower != c and (narrower, RDFS.subClassOf, c) in graph:
            yield Step(rules[0], ((p, link, narrower), (narrower, RDFS.subClassOf, c)))
    for wider in graph.objects(p, RDFS.subPropertyOf):
        if wider != p and (wider, link, c) in graph:
            yield Step(rules[1], ((wider, link, c), (p, RDFS.subPropertyOf, wider)))
