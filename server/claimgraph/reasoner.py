"""owlrl's OWL 2 RL closure, kept open for more triples and with the cycle in which each triple came."""

from __future__ import annotations

from collections.abc import Iterable

from owlrl.Namespaces import ERRNS
from owlrl.OWLRL import OWLRL_Semantics
from rdflib import Graph, Literal
from rdflib.namespace import OWL, RDF, RDFS
from rdflib.term import Node

from claimgraph.terms import Triple

_VOCABULARIES = (str(RDF), str(RDFS), str(OWL))


class Reasoner(OWLRL_Semantics):
    """OWL 2 RL over a copy of a graph, without axiomatic triples and datatype axioms.

    The rules are owlrl's own; three things differ from ``owlrl.DeductiveClosure``. ``ranks`` holds for each
    triple the tick at which it came: 0 if asserted, else the cycle. As owlrl adds a cycle's triples at its
    end, a triple always follows from triples of lower rank, so that explanations cannot go in circles.
    Reflexive owl:sameAs (eq-ref) is never stored: replacing a node by itself gives nothing new, and nothing
    else reads it but eq-diff1, for which ``inconsistencies`` looks at ``x owl:differentFrom x``. And only
    triples of the RDF, RDFS and OWL vocabularies are passed to the rules, as all but eq-ref begin with one.
    """

    def __init__(self, asserted: Iterable[Triple]) -> None:
        self.known = Graph(bind_namespaces="none")
        self.ranks: dict[Triple, int] = {}
        for triple in asserted:
            self.known.add(triple)
            self.ranks[triple] = 0
        self._clock = 0
        self._cycle = 0
        self._fresh: list[Triple] = []
        super().__init__(self.known, axioms=False, daxioms=False)

    def extend(self, triples: Iterable[Triple]) -> list[Triple]:
        """Add triples that something else derived, as one tick; gives those that are new."""
        self._clock += 1
        new = [triple for triple in triples if triple not in self.ranks]
        for triple in new:
            self.ranks[triple] = self._clock
            self.known.add(triple)
        return new

    def run(self) -> list[Triple]:
        """Close the graph under OWL 2 RL and give the triples that this run added, noise included."""
        self._fresh = []
        self._cycle = 0
        self.closure()  # type: ignore[no-untyped-call]
        for node in set(self.known.subjects(RDF.type, ERRNS.ErrorMessage)):
            self.known.remove((node, None, None))
        return self._fresh

    def one_time_rules(self) -> None:
        """Run owlrl's one-time rules as a tick of their own."""
        self._clock += 1
        super().one_time_rules()  # type: ignore[no-untyped-call]

    def rules(self, t: Triple, cycle_num: int) -> None:
        """Pass one triple through owlrl's rules, counting cycles."""
        if cycle_num != self._cycle:
            self._cycle = cycle_num
            self._clock += 1
        if not (_is_axiom(t[1]) and (t[1] != RDF.type or _is_axiom(t[2]))):
            return
        super().rules(t, cycle_num)  # type: ignore[no-untyped-call]

    def post_process(self) -> None:
        """Keep triples whose property is unnamed: later runs may build on them; a noise rule drops them."""

    def store_triple(self, t: Triple) -> None:
        """Keep a derived triple unless it is known, generalised RDF with a literal predicate, or eq-ref."""
        if t in self.ranks or isinstance(t[1], Literal) or (t[1] == OWL.sameAs and t[0] == t[2]):
            return
        self.ranks[t] = self._clock
        self._fresh.append(t)
        self.added_triples.add(t)


def _is_axiom(term: Node) -> bool:
    return str(term).startswith(_VOCABULARIES)
