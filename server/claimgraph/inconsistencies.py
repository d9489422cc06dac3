"""What contradicts the ontology: owlrl's error messages, read back into triples and plain sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF
from rdflib.term import Node

from claimgraph.namespaces import compact
from claimgraph.terms import Triple, sort_key

REMEDY = "Correct one of the statements it rests on, or the axiom in the ontology."

Terms = tuple[Node, ...]
Clash = tuple[Terms, tuple[Triple, ...]]


@dataclass(frozen=True)
class Inconsistency:
    """One contradiction: the OWL 2 RL rule that found it, a plain sentence, and the triples that clash."""

    rule: str
    sentence: str
    premises: tuple[Triple, ...]
    remedy: str = REMEDY


@dataclass(frozen=True)
class _Kind:
    """How owlrl words one rule, how we do, and which triples clash (the sentence's terms come with them)."""

    rule: str
    message: str
    sentence: str
    clashes: Callable[[Terms, Graph], Iterator[Clash]]


def find_inconsistencies(
    messages: Iterable[str], graph: Graph, prefixes: Mapping[str, str]
) -> tuple[Inconsistency, ...]:
    """Turn owlrl's messages, and two contradictions that owlrl passes over, into inconsistencies, sorted.

    ``graph`` is the closed graph with its noise. The two are ``x owl:differentFrom x`` (eq-diff1) and unequal
    literals that became the same (dt-diff), as when a functional property has two values. A message of
    unknown wording is passed on as it stands, without premises.
    """
    found: dict[tuple[str, object], Inconsistency] = {}
    for one in (*_from_messages(messages, graph, prefixes), *_passed_over(graph, prefixes)):
        key = (one.rule, frozenset(one.premises) or one.sentence)
        if key not in found or one.sentence < found[key].sentence:
            found[key] = one
    return tuple(sorted(found.values(), key=lambda one: (one.rule, one.sentence)))


def _from_messages(
    messages: Iterable[str], graph: Graph, prefixes: Mapping[str, str]
) -> Iterator[Inconsistency]:
    for message in messages:
        clashes = [
            (kind, clash)
            for kind in _KINDS
            if (match := re.fullmatch(kind.message, message, re.DOTALL))
            for clash in kind.clashes(tuple(_term(text, graph) for text in match.groups()), graph)
        ]
        for kind, (terms, triples) in clashes:
            sentence = kind.sentence.format(*(compact(term, prefixes) for term in terms))
            yield Inconsistency(kind.rule, sentence, tuple(sorted(triples, key=sort_key)))
        if not clashes:
            yield Inconsistency("owlrl", message, ())


def _passed_over(graph: Graph, prefixes: Mapping[str, str]) -> Iterator[Inconsistency]:
    for one, other in graph.subject_objects(OWL.differentFrom):
        if one == other:
            sentence = f"{compact(one, prefixes)} is said to be different from itself."
            yield Inconsistency("eq-diff1", sentence, ((one, OWL.differentFrom, other),))
    for one, other in graph.subject_objects(OWL.sameAs):
        if not (isinstance(one, Literal) and isinstance(other, Literal)):
            continue
        if one.n3() < other.n3() and one.toPython() != other.toPython():
            sentence = (
                f"{compact(one, prefixes)} and {compact(other, prefixes)} would have to be the same value: "
                "a property that allows one value has both."
            )
            yield Inconsistency("dt-diff", sentence, ((one, OWL.sameAs, other),))


def _term(text: str, graph: Graph) -> Node:
    """Find the term that owlrl printed without its kind."""
    for node in (URIRef(text), BNode(text)):
        if any(pattern in graph for pattern in ((node, None, None), (None, node, None), (None, None, node))):
            return node
    same = [value for value in graph.objects() if isinstance(value, Literal) and str(value) == text]
    return min(same, key=lambda value: value.n3(), default=URIRef(text))


def _given(*patterns: tuple[int | Node, int | Node, int | Node]) -> Callable[[Terms, Graph], Iterator[Clash]]:
    """Clash of the triples so patterned (a number is a term of the message) that the graph holds."""

    def clashes(terms: Terms, graph: Graph) -> Iterator[Clash]:
        triples = []
        for pattern in patterns:
            subject, predicate, value = (terms[part] if isinstance(part, int) else part for part in pattern)
            if (subject, predicate, value) in graph:
                triples.append((subject, predicate, value))
        yield terms, tuple(triples)

    return clashes


def _complement(terms: Terms, graph: Graph) -> Iterator[Clash]:
    # owlrl's message names the complement where it means the individual: look the individuals up.
    one, other, _ = terms
    for node in graph.subjects(RDF.type, one):
        if (node, RDF.type, other) in graph:
            typed: tuple[Triple, ...] = ((node, RDF.type, one), (node, RDF.type, other))
            yield (one, other, node), (*typed, (one, OWL.complementOf, other))


def _cardinality(terms: Terms, graph: Graph) -> Iterator[Clash]:
    restriction, value = terms[0], terms[-1]
    for link in graph.objects(restriction, OWL.onProperty):
        for node in graph.subjects(link, value):
            if (node, RDF.type, restriction) in graph:
                yield (node, link, value), ((node, link, value), (node, RDF.type, restriction))


def _ill_typed(terms: Terms, graph: Graph) -> Iterator[Clash]:
    for triple in graph.triples((None, None, None)):
        value = triple[2]
        if isinstance(value, Literal) and str(value) == str(terms[0]) and value.datatype == terms[1]:
            yield (value, terms[1]), (triple,)


_KINDS: tuple[_Kind, ...] = (
    _Kind(
        "cax-dw",
        r"Disjoint classes (\S+) and (\S+) have a common individual (.+)",
        "{2} is both a {0} and a {1}, and nothing can be both.",
        _given((2, RDF.type, 0), (2, RDF.type, 1), (0, OWL.disjointWith, 1), (1, OWL.disjointWith, 0)),
    ),
    _Kind(
        "cls-nothing2",
        r"(.+) is defined of type 'Nothing'",
        "{0} belongs to a class that can have no members (owl:Nothing).",
        _given((0, RDF.type, OWL.Nothing)),
    ),
    _Kind(
        "cls-com",
        r"Violation of complementarity for classes (\S+) and (\S+) on element (.+)",
        "{2} is both a {0} and a {1}, which is everything but a {0}.",
        _complement,
    ),
    _Kind(
        "cls-maxc1",
        r"Erroneous usage of maximum cardinality with (\S+) and (.+)",
        "{0} has a {1} ({2}), and its class allows none.",
        _cardinality,
    ),
    _Kind(
        "cls-maxqc1",
        r"Erroneous usage of maximum qualified cardinality with (\S+), (\S+) and (.+)",
        "{0} has a {1} ({2}) of a kind of which its class allows none.",
        _cardinality,
    ),
    _Kind(
        "prp-irp",
        r"Irreflexive property used on (.+) with (\S+)",
        "{0} stands in {1} to itself, and nothing can.",
        _given((0, 1, 0), (1, RDF.type, OWL.IrreflexiveProperty)),
    ),
    _Kind(
        "prp-asyp",
        r"Erroneous usage of asymmetric property (\S+) on (\S+) and (.+)",
        "{1} and {2} stand in {0} to each other, and it can hold one way only.",
        _given((1, 0, 2), (2, 0, 1), (0, RDF.type, OWL.AsymmetricProperty)),
    ),
    _Kind(
        "prp-pdw",
        r"Erroneous usage of disjoint properties (\S+) and (\S+) on (\S+) and (.+)",
        "{2} stands both in {0} and in {1} to {3}, and these two exclude each other.",
        _given((2, 0, 3), (2, 1, 3), (0, OWL.propertyDisjointWith, 1), (1, OWL.propertyDisjointWith, 0)),
    ),
    _Kind(
        "prp-adp",
        r"Disjoint properties in an .* are not really disjoint: "
        r"\((\S+), (\S+),(.+)\) and \(\S+,(\S+),.+\)",
        "{0} stands both in {1} and in {3} to {2}, and these two exclude each other.",
        _given((0, 1, 2), (0, 3, 2)),
    ),
    _Kind(
        "prp-npa",
        r"Negative \(\w+\) property assertion violated for: \((\S+), (\S+), (.+)\)",
        "{0} stands in {1} to {2}, which the graph itself says it does not.",
        _given((0, 1, 2)),
    ),
    _Kind(
        "eq-diff1",
        r"'sameAs' and 'differentFrom' cannot be used on the same subject-object pair: \((\S+), (.+)\)",
        "{0} and {1} would have to be the same, and are said to be different.",
        _given((0, OWL.sameAs, 1), (0, OWL.differentFrom, 1), (1, OWL.differentFrom, 0)),
    ),
    _Kind(
        "eq-diff2",
        r"'sameAs' and 'AllDifferent' cannot be used on the same subject-object pair: \((\S+), (.+)\)",
        "{0} and {1} would have to be the same, and are said to be different.",
        _given((0, OWL.sameAs, 1), (1, OWL.sameAs, 0)),
    ),
    _Kind(
        "dt-not-type",
        r"Lexical value of the literal '(.*)' does not match its datatype \((\S+)\)",
        "{0} is no value of its datatype.",
        _ill_typed,
    ),
)
