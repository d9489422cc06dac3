"""OWL 2 RL by worklist, for the axioms that graphs like ours use; owlrl remains the reference.

It derives what ``reasoner.Reasoner`` derives, apart from noise, where an ontology has nothing but
sub-classes, sub-properties, domains, ranges, inverses, symmetric and transitive properties, chains and
disjointness, and the data contradict none. Whatever else it meets, it gives up: the reference can say more.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from rdflib import Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from claimgraph.terms import Triple

_VOCABULARIES = (str(RDF), str(RDFS), str(OWL))
# Terms of the vocabularies that take part in rules here, or in none of OWL 2 RL.
_PROPERTIES = frozenset(
    {
        *(RDF.type, RDF.first, RDF.rest, RDFS.label, RDFS.comment, RDFS.seeAlso, RDFS.isDefinedBy),
        *(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range),
        *(OWL.inverseOf, OWL.propertyChainAxiom, OWL.disjointWith, OWL.propertyDisjointWith),
        *(OWL.annotatedSource, OWL.annotatedProperty, OWL.annotatedTarget),
        *(OWL.versionIRI, OWL.versionInfo, OWL.deprecated),
    }
)
_VALUES = frozenset(
    {
        *(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology),
        *(OWL.NamedIndividual, OWL.SymmetricProperty, OWL.TransitiveProperty, RDF.nil, RDF.langString),
    }
)
_CHARACTERISTICS = (OWL.SymmetricProperty, OWL.TransitiveProperty)
_SCHEMA = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf)

# Looking a term up in its namespace takes as long as a rule.
_SYMMETRIC = OWL.SymmetricProperty
_TRANSITIVE = OWL.TransitiveProperty
_ANNOTATED = OWL.annotatedProperty
_DISJOINT = OWL.disjointWith
_INVERSE = OWL.inverseOf
_CHAIN = OWL.propertyChainAxiom
_EXCLUDES = OWL.propertyDisjointWith
_FIRST = RDF.first
_NIL = RDF.nil
_REST = RDF.rest
_TYPE = RDF.type
_DOMAIN = RDFS.domain
_RANGE = RDFS.range
_SUBCLASS = RDFS.subClassOf
_SUBPROPERTY = RDFS.subPropertyOf
LONGEST_CHAIN = 16

Pairs = dict[Node, dict[Node, None]]


class GivesUp(Exception):
    """The graph has an axiom, or a contradiction, that only the reference knows how to treat."""


class Saturation:
    """A drop-in for ``reasoner.Reasoner``: the same ranks, the same two steps; each may raise GivesUp."""

    def __init__(self, asserted: Iterable[Triple]) -> None:
        self.ranks: dict[Triple, int] = {}
        self._out: defaultdict[Node, Pairs] = defaultdict(dict)
        self._in: defaultdict[Node, Pairs] = defaultdict(dict)
        self._queue: deque[Triple] = deque()
        self._fresh: list[Triple] = []
        self._clock = 0
        for triple in asserted:
            self._check(triple)
            self._add(triple, 0)
        self._chains = self._read_chains()

    def extend(self, triples: Iterable[Triple]) -> list[Triple]:
        """Add triples that something else derived, as one tick; gives those that are new."""
        self._clock += 1
        new = [triple for triple in triples if triple not in self.ranks]
        for triple in new:
            self._check(triple)
            self._add(triple, self._clock)
        return new

    def run(self) -> list[Triple]:
        """Close the graph and give the triples that this run added."""
        self._fresh = []
        while self._queue:
            triple = self._queue.popleft()
            rank = self.ranks[triple]
            for derived in self._consequences(triple):
                if derived not in self.ranks:
                    if derived[1] in _PROPERTIES and derived[1] not in (_TYPE, *_SCHEMA):
                        raise GivesUp(str(derived[1]))
                    # Its other premises may be younger than this one.
                    self._clock = max(self._clock, rank) + 1
                    self._add(derived, self._clock)
                    self._fresh.append(derived)
        self._check_consistency()
        return self._fresh

    def _add(self, triple: Triple, rank: int) -> None:
        subject, predicate, value = triple
        self.ranks[triple] = rank
        self._out[predicate].setdefault(subject, {})[value] = None
        self._in[predicate].setdefault(value, {})[subject] = None
        self._queue.append(triple)

    def _check(self, triple: Triple) -> None:
        subject, predicate, value = triple
        if _built_in(predicate) and predicate not in _PROPERTIES:
            raise GivesUp(str(predicate))
        # What a row of links annotates is named, not used.
        if _built_in(value) and value not in _VALUES and predicate != _ANNOTATED:
            raise GivesUp(str(value))
        # A built-in term may be declared for annotations; an axiom about one is another matter.
        if _built_in(subject) and (predicate in _SCHEMA or value in _CHARACTERISTICS):
            raise GivesUp(str(subject))
        if isinstance(value, Literal) and value.ill_typed:
            raise GivesUp(str(value))

    def _read_chains(self) -> list[tuple[tuple[Node, ...], Node]]:
        chains = []
        for link, lists in self._out[_CHAIN].items():
            for head in lists:
                parts: list[Node] = []
                cell = head
                while cell != _NIL:
                    part, rest = (tuple(self._out[step].get(cell, ())) for step in (_FIRST, _REST))
                    if len(part) != 1 or len(rest) != 1 or len(parts) > LONGEST_CHAIN:
                        raise GivesUp("a list")
                    parts.append(part[0])
                    cell = rest[0]
                chains.append((tuple(parts), link))
        return chains

    def _consequences(self, triple: Triple) -> Iterator[Triple]:
        subject, predicate, value = triple
        out = self._out
        if predicate == _TYPE:
            yield from self._typed(subject, value)
        elif predicate in (_SUBCLASS, _SUBPROPERTY):
            yield from self._hierarchy(subject, predicate, value)
        elif predicate in (_DOMAIN, _RANGE):
            yield from self._slot(subject, predicate, value)
        elif predicate == _INVERSE:
            yield from ((other, value, one) for one, other in _pairs(out[subject]))
            yield from ((other, subject, one) for one, other in _pairs(out[value]))
        for above in tuple(out[_SUBPROPERTY].get(predicate, ())):
            yield subject, above, value
        for kind in tuple(out[_DOMAIN].get(predicate, ())):
            yield subject, _TYPE, kind
        for kind in tuple(out[_RANGE].get(predicate, ())):
            yield value, _TYPE, kind
        inverses = self._in[_INVERSE]
        for inverse in (*out[_INVERSE].get(predicate, ()), *inverses.get(predicate, ())):
            yield value, inverse, subject
        yield from self._characteristic(triple)
        yield from self._chained(triple)

    def _typed(self, node: Node, kind: Node) -> Iterator[Triple]:
        for above in tuple(self._out[_SUBCLASS].get(kind, ())):
            yield node, _TYPE, above
        if kind == _SYMMETRIC:
            yield from ((other, node, one) for one, other in _pairs(self._out[node]))
        if kind == _TRANSITIVE:
            for one, other in _pairs(self._out[node]):
                yield from ((one, node, end) for end in tuple(self._out[node].get(other, ())))

    def _hierarchy(self, below: Node, predicate: Node, above: Node) -> Iterator[Triple]:
        out, within = self._out, self._in
        if below != above and below in out[predicate].get(above, ()):
            raise GivesUp("equivalent terms")
        yield from ((lower, predicate, above) for lower in tuple(within[predicate].get(below, ())))
        yield from ((below, predicate, higher) for higher in tuple(out[predicate].get(above, ())))
        if predicate == _SUBCLASS:
            yield from ((node, _TYPE, above) for node in tuple(within[_TYPE].get(below, ())))
        else:
            yield from ((one, above, other) for one, other in _pairs(out[below]))
        for slot in (_DOMAIN, _RANGE):
            if predicate == _SUBCLASS:
                yield from ((link, slot, above) for link in tuple(within[slot].get(below, ())))
            else:
                yield from ((below, slot, kind) for kind in tuple(out[slot].get(above, ())))

    def _slot(self, link: Node, slot: Node, kind: Node) -> Iterator[Triple]:
        for one, other in _pairs(self._out[link]):
            yield (one if slot == _DOMAIN else other), _TYPE, kind
        yield from ((link, slot, above) for above in tuple(self._out[_SUBCLASS].get(kind, ())))
        yield from ((below, slot, kind) for below in tuple(self._in[_SUBPROPERTY].get(link, ())))

    def _characteristic(self, triple: Triple) -> Iterator[Triple]:
        subject, predicate, value = triple
        kinds = self._out[_TYPE].get(predicate, {})
        if _SYMMETRIC in kinds:
            yield value, predicate, subject
        if _TRANSITIVE in kinds:
            yield from ((subject, predicate, end) for end in tuple(self._out[predicate].get(value, ())))
            yield from ((start, predicate, value) for start in tuple(self._in[predicate].get(subject, ())))

    def _chained(self, triple: Triple) -> Iterator[Triple]:
        subject, predicate, value = triple
        for parts, link in self._chains:
            for index, part in enumerate(parts):
                if part == predicate:
                    starts = self._along({subject}, tuple(reversed(parts[:index])), self._in)
                    for end in self._along({value}, parts[index + 1 :], self._out):
                        yield from ((start, link, end) for start in starts)

    @staticmethod
    def _along(nodes: set[Node], parts: tuple[Node, ...], index: defaultdict[Node, Pairs]) -> set[Node]:
        for part in parts:
            nodes = {end for node in nodes for end in index[part].get(node, ())}
        return nodes

    def _check_consistency(self) -> None:
        members = self._in[_TYPE]
        for one, other in _pairs(self._out[_DISJOINT]):
            if members.get(one, {}).keys() & members.get(other, {}).keys():
                raise GivesUp("disjoint classes")
        for one, other in _pairs(self._out[_EXCLUDES]):
            if set(_pairs(self._out[one])) & set(_pairs(self._out[other])):
                raise GivesUp("disjoint properties")


def _pairs(index: Pairs) -> list[tuple[Node, Node]]:
    return [(one, other) for one, others in index.items() for other in others]


def _built_in(term: Node) -> bool:
    return isinstance(term, URIRef) and str(term).startswith(_VOCABULARIES)
