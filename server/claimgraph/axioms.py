"""The OWL 2 RL rules read backwards: from which triples one rule gives a triple in one step."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, Literal
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from claimgraph.hierarchy import Step, schema_steps
from claimgraph.terms import Triple


def steps(triple: Triple, graph: Graph) -> Iterator[Step]:
    """Give every way in which one OWL 2 RL rule gives a triple from triples of the graph.

    Covers the rules that owlrl implements, but for prp-key and the reflexive ones. The cells of an rdf:List
    are no premises: the triple that points to the list stands for them. After OWL 2 Profiles, tables 4 to 9.
    """
    subject, predicate, value = triple
    yield from _from_property(subject, predicate, value, graph)
    yield from _from_equality(subject, predicate, value, graph)
    if predicate == RDF.type:
        yield from _from_property_axiom(subject, value, graph)
        yield from _from_class(subject, value, graph)
    elif predicate == OWL.sameAs:
        yield from _same(subject, value, graph)
    else:
        yield from schema_steps(triple, graph)


def _from_property(s: Node, p: Node, o: Node, graph: Graph) -> Iterator[Step]:
    for rule, axiom, other in _carried_over(p, graph):
        if other != p and (s, other, o) in graph:
            yield Step(rule, (axiom, (s, other, o)))
    for rule, axiom, other in _turned_round(p, graph):
        if (o, other, s) in graph:
            yield Step(rule, (axiom, (o, other, s)))
    if (p, RDF.type, OWL.TransitiveProperty) in graph:
        for middle in graph.objects(s, p):
            if (middle, p, o) in graph:
                yield Step("prp-trp", ((p, RDF.type, OWL.TransitiveProperty), (s, p, middle), (middle, p, o)))
    for chain in graph.objects(p, OWL.propertyChainAxiom):
        for path in _paths(s, list(graph.items(chain)), o, graph):
            yield Step("prp-spo2", ((p, OWL.propertyChainAxiom, chain), *path))
    for restriction in graph.subjects(OWL.hasValue, o):
        if (restriction, OWL.onProperty, p) in graph and (s, RDF.type, restriction) in graph:
            axioms = ((restriction, OWL.hasValue, o), (restriction, OWL.onProperty, p))
            yield Step("cls-hv1", (*axioms, (s, RDF.type, restriction)))


def _carried_over(p: Node, graph: Graph) -> Iterator[tuple[str, Triple, Node]]:
    for q in graph.subjects(RDFS.subPropertyOf, p):
        yield "prp-spo1", (q, RDFS.subPropertyOf, p), q
    for q in graph.subjects(OWL.equivalentProperty, p):
        yield "prp-eqp1", (q, OWL.equivalentProperty, p), q
    for q in graph.objects(p, OWL.equivalentProperty):
        yield "prp-eqp2", (p, OWL.equivalentProperty, q), q


def _turned_round(p: Node, graph: Graph) -> Iterator[tuple[str, Triple, Node]]:
    for q in graph.subjects(OWL.inverseOf, p):
        yield "prp-inv1", (q, OWL.inverseOf, p), q
    for q in graph.objects(p, OWL.inverseOf):
        yield "prp-inv2", (p, OWL.inverseOf, q), q
    if (p, RDF.type, OWL.SymmetricProperty) in graph:
        yield "prp-symp", (p, RDF.type, OWL.SymmetricProperty), p


def _paths(start: Node, chain: list[Node], end: Node, graph: Graph) -> Iterator[tuple[Triple, ...]]:
    if len(chain) == 1:
        if (start, chain[0], end) in graph:
            yield ((start, chain[0], end),)
    elif chain:
        for middle in graph.objects(start, chain[0]):
            for rest in _paths(middle, chain[1:], end, graph):
                yield (start, chain[0], middle), *rest


def _from_equality(s: Node, p: Node, o: Node, graph: Graph) -> Iterator[Step]:
    for same in graph.subjects(OWL.sameAs, s):
        if same != s and (same, p, o) in graph:
            yield Step("eq-rep-s", ((same, OWL.sameAs, s), (same, p, o)))
    for same in graph.subjects(OWL.sameAs, p):
        if same != p and (s, same, o) in graph:
            yield Step("eq-rep-p", ((same, OWL.sameAs, p), (s, same, o)))
    for same in graph.subjects(OWL.sameAs, o):
        if same != o and (s, p, same) in graph:
            yield Step("eq-rep-o", ((same, OWL.sameAs, o), (s, p, same)))


def _from_property_axiom(x: Node, c: Node, graph: Graph) -> Iterator[Step]:
    for link in graph.subjects(RDFS.domain, c):
        for value in graph.objects(x, link):
            yield Step("prp-dom", ((link, RDFS.domain, c), (x, link, value)))
    for link in graph.subjects(RDFS.range, c):
        for subject in graph.subjects(link, x):
            yield Step("prp-rng", ((link, RDFS.range, c), (subject, link, x)))


def _from_class(x: Node, c: Node, graph: Graph) -> Iterator[Step]:
    for rule, axiom, other in _classes_within(c, graph):
        if other != c and (x, RDF.type, other) in graph:
            yield Step(rule, (axiom, (x, RDF.type, other)))
    for parts in graph.objects(c, OWL.intersectionOf):
        typed: list[Triple] = [(x, RDF.type, part) for part in graph.items(parts)]
        if typed and all(one in graph for one in typed):
            yield Step("cls-int1", ((c, OWL.intersectionOf, parts), *typed))
    for members in graph.objects(c, OWL.oneOf):
        if x in graph.items(members):
            yield Step("cls-oo", ((c, OWL.oneOf, members),))
    yield from _from_restriction(x, c, graph)


def _classes_within(c: Node, graph: Graph) -> Iterator[tuple[str, Triple, Node]]:
    for sub in graph.subjects(RDFS.subClassOf, c):
        yield "cax-sco", (sub, RDFS.subClassOf, c), sub
    for same in graph.subjects(OWL.equivalentClass, c):
        yield "cax-eqc1", (same, OWL.equivalentClass, c), same
    for same in graph.objects(c, OWL.equivalentClass):
        yield "cax-eqc2", (c, OWL.equivalentClass, same), same
    for whole, parts in graph.subject_objects(OWL.intersectionOf):
        if c in graph.items(parts):
            yield "cls-int2", (whole, OWL.intersectionOf, parts), whole
    for parts in graph.objects(c, OWL.unionOf):
        for part in graph.items(parts):
            yield "cls-uni", (c, OWL.unionOf, parts), part


def _from_restriction(x: Node, c: Node, graph: Graph) -> Iterator[Step]:
    for link in graph.objects(c, OWL.onProperty):
        on_property: Triple = (c, OWL.onProperty, link)
        for filler in graph.objects(c, OWL.someValuesFrom):
            axioms = ((c, OWL.someValuesFrom, filler), on_property)
            for value in graph.objects(x, link):
                if filler == OWL.Thing:
                    yield Step("cls-svf2", (*axioms, (x, link, value)))
                elif (value, RDF.type, filler) in graph:
                    yield Step("cls-svf1", (*axioms, (x, link, value), (value, RDF.type, filler)))
        for value in graph.objects(c, OWL.hasValue):
            if (x, link, value) in graph:
                yield Step("cls-hv2", ((c, OWL.hasValue, value), on_property, (x, link, value)))
    for restriction in graph.subjects(OWL.allValuesFrom, c):
        for link in graph.objects(restriction, OWL.onProperty):
            axioms = ((restriction, OWL.allValuesFrom, c), (restriction, OWL.onProperty, link))
            for subject in graph.subjects(link, x):
                if (subject, RDF.type, restriction) in graph:
                    yield Step("cls-avf", (*axioms, (subject, RDF.type, restriction), (subject, link, x)))


def _same(x: Node, y: Node, graph: Graph) -> Iterator[Step]:
    if (y, OWL.sameAs, x) in graph:
        yield Step("eq-sym", ((y, OWL.sameAs, x),))
    for middle in graph.objects(x, OWL.sameAs):
        if middle not in (x, y) and (middle, OWL.sameAs, y) in graph:
            yield Step("eq-trans", ((x, OWL.sameAs, middle), (middle, OWL.sameAs, y)))
    for link in graph.subjects(RDF.type, OWL.FunctionalProperty):
        for subject in graph.subjects(link, x):
            if (subject, link, y) in graph:
                axiom: Triple = (link, RDF.type, OWL.FunctionalProperty)
                yield Step("prp-fp", (axiom, (subject, link, x), (subject, link, y)))
    for link in graph.subjects(RDF.type, OWL.InverseFunctionalProperty):
        for value in graph.objects(x, link):
            if (y, link, value) in graph:
                axiom = (link, RDF.type, OWL.InverseFunctionalProperty)
                yield Step("prp-ifp", (axiom, (x, link, value), (y, link, value)))
    yield from _same_by_cardinality(x, y, graph)


def _same_by_cardinality(x: Node, y: Node, graph: Graph) -> Iterator[Step]:
    for rule, restriction, kind, axioms in _at_most_one(graph):
        for link in graph.objects(restriction, OWL.onProperty):
            for subject in graph.subjects(link, x):
                given: list[Triple] = [(subject, link, x), (subject, link, y)]
                given.append((subject, RDF.type, restriction))
                if kind != OWL.Thing:
                    given += [(x, RDF.type, kind), (y, RDF.type, kind)]
                if all(one in graph for one in given):
                    yield Step(rule, (*axioms, (restriction, OWL.onProperty, link), *given))


def _at_most_one(graph: Graph) -> Iterator[tuple[str, Node, Node, tuple[Triple, ...]]]:
    for restriction, number in graph.subject_objects(OWL.maxCardinality):
        if _is_one(number):
            yield "cls-maxc2", restriction, OWL.Thing, ((restriction, OWL.maxCardinality, number),)
    for restriction, number in graph.subject_objects(OWL.maxQualifiedCardinality):
        if _is_one(number):
            bound: Triple = (restriction, OWL.maxQualifiedCardinality, number)
            for kind in graph.objects(restriction, OWL.onClass):
                yield "cls-maxqc3", restriction, kind, (bound, (restriction, OWL.onClass, kind))


def _is_one(number: Node) -> bool:
    return isinstance(number, Literal) and number.value == 1
