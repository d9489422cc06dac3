"""Whether rules with FILTER NOT EXISTS are layered so that the order in which they run cannot matter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rdflib import Graph, Variable
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.paths import AlternativePath, InvPath, MulPath, NegatedPath, Path, SequencePath
from rdflib.term import Node

from claimgraph.errors import RuleError
from claimgraph.patterns import Pattern
from claimgraph.rules import Rule

# Stands for "any property at all": a variable where the property would be.
_ANY = Variable("any")

# A triple (x, axiom, y) lets what is stated with x give what is stated with y (forth), or y with x (back).
_FORTH = frozenset(
    {
        RDFS.subClassOf,
        RDFS.subPropertyOf,
        OWL.equivalentClass,
        OWL.equivalentProperty,
        OWL.inverseOf,
        RDFS.domain,
        RDFS.range,
        OWL.allValuesFrom,
    }
)
_BACK = frozenset(
    {OWL.equivalentClass, OWL.equivalentProperty, OWL.inverseOf, OWL.onProperty, OWL.someValuesFrom}
)
_LISTS_BACK = frozenset({OWL.propertyChainAxiom, OWL.intersectionOf, OWL.unionOf})


def stratification_faults(rules: Sequence[Rule], schema: Graph | None = None) -> list[RuleError]:
    """Find rules that rest on the absence of what a rule of the same or a later stratum derives.

    With ``schema`` (the ontology), what OWL axioms make of a derived triple counts as derived, too: a
    super-property, an inverse, a chain, a class by domain, and so on. Each fault names file, line and remedy.
    """
    edges = _edges(schema if schema is not None else Graph())
    derived = {rule.name: _reach(set(_derived(rule.construct.template)), edges) for rule in rules}
    faults = []
    for rule in rules:
        groups = [group for branch in rule.construct.branches for group in branch.absences]
        absent = {term for group in groups for term in _ruled_out(group)}
        for other in rules:
            shared = _overlap(absent, derived[other.name])
            if shared and other.stratum >= rule.stratum:
                faults.append(_fault(rule, other, shared))
    return faults


def _fault(rule: Rule, other: Rule, shared: set[Node]) -> RuleError:
    what = ", ".join(sorted("anything" if term == _ANY else f"<{term}>" for term in shared))
    return RuleError(
        rule.file,
        rule.construct.absence_line,
        None,
        f"Rule {rule.name} (stratum {rule.stratum}) rests on the absence of {what}, which rule {other.name} "
        f"(stratum {other.stratum}) derives, so that its result would depend on the order of the rules.",
        f"Raise the stratum of {rule.name} above that of {other.name}, or lower that of {other.name}."
        if rule is not other
        else "A rule cannot rest on the absence of what it derives: name another property there.",
    )


def _derived(template: Sequence[Pattern]) -> Iterator[Node]:
    """Give the properties that a template states, and for typing the class (a variable: anything)."""
    for _, predicate, value in template:
        yield from _properties(predicate)
        if predicate == RDF.type and isinstance(value, Node):
            yield _ANY if isinstance(value, Variable) else value


def _ruled_out(group: Sequence[Pattern]) -> Iterator[Node]:
    """Give the properties of an absence, and for typing only the class, unless that is a variable."""
    for _, predicate, value in group:
        if predicate == RDF.type and isinstance(value, Node) and not isinstance(value, Variable):
            yield value
        else:
            yield from _properties(predicate)


def _properties(predicate: Node | Path) -> Iterator[Node]:
    match predicate:
        case MulPath(path=inner):
            yield from _properties(inner)
        case InvPath(arg=inner):
            yield from _properties(inner)
        case SequencePath(args=parts) | AlternativePath(args=parts):
            for part in parts:
                yield from _properties(part)
        case NegatedPath() | Variable():
            yield _ANY
        case Node():
            yield predicate


def _edges(schema: Graph) -> dict[Node, set[Node]]:
    edges: dict[Node, set[Node]] = defaultdict(set)
    for subject, axiom, value in schema:
        if axiom in _FORTH:
            edges[subject].add(value)
        if axiom in _BACK:
            edges[value].add(subject)
        if axiom in _LISTS_BACK:
            for member in schema.items(value):
                edges[member].add(subject)
                if axiom == OWL.intersectionOf:
                    edges[subject].add(member)
        if axiom in (RDFS.domain, RDFS.range, OWL.onProperty):
            edges[subject if axiom != OWL.onProperty else value].add(RDF.type)
        if axiom == OWL.hasValue:
            edges[subject].update(schema.objects(subject, OWL.onProperty))
        if axiom == RDF.type and value in (OWL.FunctionalProperty, OWL.InverseFunctionalProperty):
            edges[subject].add(_ANY)
    return edges


def _reach(start: set[Node], edges: dict[Node, set[Node]]) -> set[Node]:
    reached, ahead = set(start), list(start)
    while ahead:
        for term in edges.get(ahead.pop(), ()):
            if term not in reached:
                reached.add(term)
                ahead.append(term)
    return reached


def _overlap(absent: set[Node], derived: set[Node]) -> set[Node]:
    if _ANY in derived:
        return absent
    if _ANY in absent:
        return derived
    return absent & derived
