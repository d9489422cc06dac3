"""What OWL 2 RL derives that says nothing to a reader, dropped by named rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from owlrl.Namespaces import ERRNS
from rdflib import BNode, Literal
from rdflib.namespace import OWL, RDF, RDFS, XSD
from rdflib.term import Node

from claimgraph.terms import Triple

_BUILT_IN = (str(RDF), str(RDFS), str(OWL), str(XSD))
_HIERARCHY = frozenset({RDFS.subClassOf, RDFS.subPropertyOf, OWL.equivalentClass, OWL.equivalentProperty})
_CLASS_SLOTS = frozenset({RDF.type, RDFS.subClassOf, OWL.equivalentClass, RDFS.domain, RDFS.range})
_TOP = frozenset({OWL.Thing, RDFS.Resource})
_EXPRESSION_PARTS = frozenset(
    {
        RDF.first,
        RDF.rest,
        OWL.onProperty,
        OWL.intersectionOf,
        OWL.unionOf,
        OWL.complementOf,
        OWL.oneOf,
        OWL.members,
        OWL.distinctMembers,
        OWL.onDatatype,
        OWL.sourceIndividual,
    }
)

Expressions = frozenset[Node]


@dataclass(frozen=True)
class NoiseRule:
    """One kind of derived triple that is left out: its name, why, and the test for it."""

    name: str
    reason: str
    matches: Callable[[Triple, Expressions], bool]


NOISE_RULES: tuple[NoiseRule, ...] = (
    NoiseRule(
        "literal-subject",
        "a literal is no subject in RDF 1.1",
        lambda triple, _: isinstance(triple[0], Literal),
    ),
    NoiseRule(
        "unnamed-property",
        "a property is an IRI in RDF 1.1",
        lambda triple, _: isinstance(triple[1], BNode),
    ),
    NoiseRule(
        "reflexive-same-as",
        "everything is the same as itself",
        lambda triple, _: triple[1] == OWL.sameAs and triple[0] == triple[2],
    ),
    NoiseRule(
        "reflexive-hierarchy",
        "every class and property is its own sub- and equivalent term",
        lambda triple, _: triple[1] in _HIERARCHY and triple[0] == triple[2],
    ),
    NoiseRule(
        "datatype-axiom",
        "the datatypes and how they exclude each other are part of OWL, not of this graph",
        lambda triple, _: (
            triple[2] == RDFS.Datatype or (triple[1] == OWL.disjointWith and _built_in(triple[0]))
        ),
    ),
    NoiseRule(
        "top-or-bottom-class",
        "everything is an owl:Thing, and owl:Nothing is below every class",
        lambda triple, _: (
            triple[1] in _CLASS_SLOTS and (triple[2] in _TOP or OWL.Nothing in (triple[0], triple[2]))
        ),
    ),
    NoiseRule(
        "built-in-term",
        "what holds of the terms of RDF, RDFS, OWL and XSD is known",
        lambda triple, _: _built_in(triple[0]),
    ),
    NoiseRule(
        "class-expression",
        "an unnamed class expression or list cell is a means of the ontology, not a thing to tell of",
        lambda triple, expressions: triple[0] in expressions or triple[2] in expressions,
    ),
    NoiseRule(
        "error-message",
        "owlrl's error nodes are reported as inconsistencies",
        lambda triple, _: triple[1] == ERRNS.error or triple[2] == ERRNS.ErrorMessage,
    ),
)


def class_expressions(triples: Iterable[Triple]) -> Expressions:
    """Find the blank nodes that are class expressions, list cells or axiom nodes of the ontology."""
    return frozenset(
        subject
        for subject, predicate, _ in triples
        if isinstance(subject, BNode) and predicate in _EXPRESSION_PARTS
    )


def noise_rule(triple: Triple, expressions: Expressions) -> NoiseRule | None:
    """Give the first rule that drops a derived triple, or None if it is to be kept.

    ``expressions`` comes from :func:`class_expressions` over the asserted triples.
    """
    return next((rule for rule in NOISE_RULES if rule.matches(triple, expressions)), None)


def _built_in(term: Node) -> bool:
    return str(term).startswith(_BUILT_IN)
