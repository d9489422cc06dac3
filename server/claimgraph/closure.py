"""The closure of a graph: OWL 2 RL by owlrl, then the rules of ``ontology/rules/``, until nothing is new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pyoxigraph as ox
from rdflib import Graph

from claimgraph.errors import LoadErrors, RuleError
from claimgraph.expressions import wording
from claimgraph.inconsistencies import Inconsistency, find_inconsistencies
from claimgraph.noise import Expressions, NoiseRule, class_expressions, noise_rule
from claimgraph.reasoner import Reasoner
from claimgraph.rules import Rule, derive
from claimgraph.saturation import Saturation
from claimgraph.strata import stratification_faults
from claimgraph.terms import Triple, quads, sort_key

ROUNDS = 1000
GROWTH = 1_000_000


@dataclass(frozen=True)
class Closure:
    """What follows from a graph.

    ``inferred`` holds what is new and worth saying, ``closed`` the asserted triples with it. ``known`` is all
    that OWL 2 RL and the rules gave, with the noise that ``inferred`` leaves out, and ``ranks`` says when
    each triple came (0: asserted): a triple always follows from triples of lower rank. ``store`` is
    ``closed`` as the rules saw it, in its default graph. ``derived`` counts, for each rule, the triples that
    it gave first.
    """

    inferred: Graph
    closed: Graph
    inconsistencies: tuple[Inconsistency, ...]
    rules: tuple[Rule, ...]
    derived: Mapping[str, int]
    known: Graph
    ranks: Mapping[Triple, int]
    store: ox.Store
    expressions: Expressions

    def omitted(self, triple: Triple) -> NoiseRule | None:
        """Give the noise rule that keeps a triple out of ``inferred``; None for all others."""
        return noise_rule(triple, self.expressions) if self.ranks.get(triple) else None


def close(
    asserted: Graph,
    rules: Sequence[Rule] = (),
    *,
    prefixes: Mapping[str, str] | None = None,
    rounds: int = ROUNDS,
    reasoner: type[Reasoner | Saturation] = Reasoner,
) -> Closure:
    """Derive all that follows from the merged asserted triples (ontology and data).

    Stratum by stratum, rules run to their fixpoint together with OWL 2 RL; whenever a stratum gave something
    new, the lowest begins again. Contradictions do not raise: they are listed in ``inconsistencies``, worded
    with ``prefixes``. Raises RuleError (LoadErrors, if several) for rules whose result would depend on their
    order, and for rules that come to no end within ``rounds``. ``Saturation`` as reasoner comes to the same
    conclusions, but leaves noise out of ``known`` and may raise GivesUp. After OWL 2 Profiles, section 4.3.
    """
    faults = stratification_faults(rules, asserted)
    if faults:
        raise faults[0] if len(faults) == 1 else LoadErrors(list(faults))
    return _Closing(asserted, rules, rounds, prefixes or {}, reasoner).result()


def _stratum(rule: Rule) -> int:
    return rule.stratum


class _Closing:
    """One run of the closure, with what it has found so far."""

    def __init__(
        self,
        asserted: Graph,
        rules: Sequence[Rule],
        rounds: int,
        prefixes: Mapping[str, str],
        reasoner: type[Reasoner | Saturation],
    ) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: (rule.stratum, rule.name)))
        self.rounds = rounds
        self.prefixes = prefixes
        self.reasoner = reasoner(asserted)
        self.expressions = class_expressions(asserted)
        self.asserted = asserted
        self.inferred = Graph(bind_namespaces="none")
        self.store = ox.Store()
        self.store.extend(quads(asserted))
        self.givers: dict[Triple, Rule] = {}

    def result(self) -> Closure:
        self._owl()
        while any(self._stratum(list(rules)) for _, rules in groupby(self.rules, key=_stratum)):
            pass
        self._check_absences()
        closed = Graph(bind_namespaces="none")
        for triple in (*self.asserted, *self.inferred):
            closed.add(triple)
        derived: dict[str, int] = defaultdict(int)
        for rule in self.givers.values():
            derived[rule.name] += 1
        contradictions: tuple[Inconsistency, ...] = ()
        known = closed
        if isinstance(self.reasoner, Reasoner):
            known = self.reasoner.known
            contradictions = find_inconsistencies(self.reasoner.error_messages, known, self.prefixes)
        return Closure(
            inferred=self.inferred,
            closed=closed,
            inconsistencies=contradictions,
            rules=self.rules,
            derived=dict(derived),
            known=known,
            ranks=self.reasoner.ranks,
            store=self.store,
            expressions=self.expressions,
        )

    def _owl(self) -> None:
        self._admit(self.reasoner.run())

    def _admit(self, triples: Iterable[Triple]) -> None:
        kept = [triple for triple in triples if noise_rule(triple, self.expressions) is None]
        for triple in kept:
            self.inferred.add(triple)
        self.store.extend(quads(kept))

    def _stratum(self, rules: list[Rule]) -> bool:
        """Run one stratum with OWL 2 RL to their common fixpoint; tells whether anything was new."""
        grown = False
        while self._fixpoint(rules):
            grown = True
            self._owl()
        return grown

    def _fixpoint(self, rules: list[Rule]) -> bool:
        grown = False
        while True:
            found: dict[Triple, Rule] = {}
            for rule in rules:
                for triple in derive(rule, self.store):
                    if triple not in self.reasoner.ranks:
                        found.setdefault(triple, rule)
            if not found:
                return grown
            grown = True
            self.rounds -= 1
            self.givers.update(found)
            if self.rounds < 0 or len(self.givers) > GROWTH:
                raise self._endless(found)
            self._admit(self.reasoner.extend(sorted(found, key=sort_key)))

    def _words(self, triple: Triple) -> str:
        known = self.reasoner.known if isinstance(self.reasoner, Reasoner) else self.asserted
        return wording(triple, known, self.prefixes)

    def _endless(self, found: Mapping[Triple, Rule]) -> RuleError:
        triple = min(found, key=sort_key)
        return RuleError(
            found[triple].file,
            None,
            None,
            f"The rules came to no end; the last round still gave {self._words(triple)}.",
            "Look for a BIND that makes a new IRI from one that the rules made before.",
        )

    def _check_absences(self) -> None:
        """Make sure that no rule rested on an absence that a later step filled."""
        if not any(branch.absences for rule in self.rules for branch in rule.construct.branches):
            return
        lasting = {triple for rule in self.rules for triple in derive(rule, self.store)}
        for triple in sorted(self.givers.keys() - lasting, key=sort_key):
            rule = self.givers[triple]
            raise RuleError(
                rule.file,
                rule.construct.absence_line,
                None,
                f"Rule {rule.name} gave {self._words(triple)} because something was absent "
                "that a later step then derived.",
                "Raise its stratum above that of the rule that derives it.",
            )
