"""Why a triple is in the graph: where it is asserted, or which rule or axiom gives it from what is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal as Choice
from typing import NamedTuple

from rdflib import Graph

from claimgraph.axioms import steps
from claimgraph.closure import Closure
from claimgraph.expressions import wording
from claimgraph.findings import Finding
from claimgraph.load import Loaded, Position, Positions
from claimgraph.profile import MEANINGS
from claimgraph.rules import supports
from claimgraph.terms import Triple, sort_key

SHOWN = 5
DEEPEST = 50

_ABSENT = "This triple is neither asserted nor derived."
_UNEXPLAINED = "Derived, but none of the rules that claimgraph can read backwards explains it."
_DEEPER = "Derived; ask for this triple by itself to see how."


@dataclass(frozen=True)
class Reason:
    """One application of a rule of the graph, or of a rule of OWL 2 RL (``axiom``), with what it rests on.

    ``definition`` says in words what the rule does, ``file`` where a rule of the graph stands, and
    ``absences`` what it found absent.
    """

    kind: Choice["rule", "axiom"]
    name: str
    definition: str
    file: str | None
    premises: tuple[Explanation, ...]
    absences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Explanation:
    """Why a triple is in the graph: its places if asserted, else its reasons.

    ``words`` is the triple in short form. ``more`` counts further reasons of the same kind that are not
    shown. ``note`` says what else there is to say, above all that the triple is not in the graph; ``near``
    then holds similar triples that are, in short form.
    """

    triple: Triple
    words: str
    asserted: tuple[Position, ...] = ()
    reasons: tuple[Reason, ...] = ()
    more: int = 0
    note: str | None = None
    near: tuple[str, ...] = ()

    def leaves(self) -> Iterator[tuple[Triple, Position]]:
        """Give the asserted triples that it all comes down to, each with its first place."""
        for place in self.asserted[:1]:
            yield self.triple, place
        for reason in self.reasons:
            for premise in reason.premises:
                yield from premise.leaves()


def explain(loaded: Loaded, closure: Closure, triple: Triple) -> Explanation:
    """Explain a triple down to asserted triples, with file and line; never circular.

    A triple that is not in the graph, or that no implemented rule explains, gets a note that says so.
    """
    return _Explainer(closure, loaded.positions, loaded.prefixes).explain(triple)


def explain_inferred(loaded: Loaded, closure: Closure) -> Iterator[Explanation]:
    """Explain every inferred triple, as :func:`explain` does, in the order in which they were derived."""
    explainer = _Explainer(closure, loaded.positions, loaded.prefixes)
    for triple in sorted(closure.inferred, key=lambda each: (closure.ranks.get(each, 0), sort_key(each))):
        yield explainer.explain(triple)


def inconsistency_findings(loaded: Loaded, closure: Closure) -> list[Finding]:
    """Turn the contradictions of a closure into findings, each with a place in the files and what clashes."""
    explainer = _Explainer(closure, loaded.positions, loaded.prefixes)
    findings = []
    for one in closure.inconsistencies:
        explained = [explainer.explain(premise) for premise in one.premises]
        places = {place for premise in explained for _, place in premise.leaves()}
        # What is stated in the data is more often the mistake than the axiom.
        ordered = sorted(places, key=lambda place: (place.file.startswith("ontology/"), place))
        first = ordered[0] if ordered else None
        clash = "; ".join(premise.words for premise in explained)
        see = ", ".join(f"{place.file}:{place.line}" for place in ordered[:SHOWN])
        findings.append(
            Finding(
                severity="violation",
                file=first.file if first else None,
                line=first.line if first else None,
                sentence=f"{one.sentence} It rests on: {clash}." if clash else one.sentence,
                remedy=f"{one.remedy} See {see}." if see else one.remedy,
                focus=one.premises[0][0] if one.premises else None,
                source=one.rule,
            )
        )
    return findings


def render_text(explanation: Explanation) -> str:
    """Write an explanation as indented lines; what was explained above is only named the second time."""
    return "\n".join(_lines(explanation, 0, set())) + "\n"


def as_json(explanation: Explanation) -> dict[str, object]:
    """Give an explanation as plain dicts and lists, its terms in N-Triples form."""
    subject, predicate, value = (term.n3() for term in explanation.triple)
    tree: dict[str, object] = {
        "triple": {"subject": subject, "predicate": predicate, "object": value},
        "words": explanation.words,
        "asserted": [{"file": place.file, "line": place.line} for place in explanation.asserted],
        "reasons": [
            {
                "kind": reason.kind,
                "name": reason.name,
                "definition": reason.definition,
                "file": reason.file,
                "premises": [as_json(premise) for premise in reason.premises],
                "absences": list(reason.absences),
            }
            for reason in explanation.reasons
        ],
    }
    if explanation.more:
        tree["more"] = explanation.more
    if explanation.note:
        tree["note"] = explanation.note
    if explanation.near:
        tree["near"] = list(explanation.near)
    return tree


class _Ground(NamedTuple):
    """A way in which a triple may follow, not yet explained further."""

    kind: Choice["rule", "axiom"]
    name: str
    definition: str
    file: str | None
    premises: tuple[Triple, ...]
    absences: tuple[str, ...] = ()


@dataclass
class _Explainer:
    closure: Closure
    positions: Positions
    prefixes: Mapping[str, str]
    done: dict[Triple, Explanation] = field(default_factory=dict)

    def explain(self, triple: Triple, depth: int = 0) -> Explanation:
        words = self.words(triple)
        rank = self.closure.ranks.get(triple)
        if rank is None:
            near = tuple(self.words(other) for other in _near(triple, self.closure.closed))
            return Explanation(triple, words, note=_ABSENT, near=near)
        if rank == 0:
            places = tuple(self.positions.triples.get(triple, ()))
            return Explanation(triple, words, places, note=None if places else "Asserted, in no known file.")
        noise = self.closure.omitted(triple) if depth == 0 else None
        note = f"Derived, but left out of the graph ({noise.name}): {noise.reason}." if noise else None
        # At the top every support by a rule is of interest; a premise, or an axiom, needs one reason.
        reasons = self.all_by_rule(triple) if depth == 0 else ()
        if not reasons:
            grounds = self.usable(self.by_rule(triple), rank) or self.usable(self.by_axiom(triple), rank)
            reasons = tuple(self.reason(one, depth) for one in grounds[:1])
        if not reasons and note is None:
            note = _UNEXPLAINED
        return Explanation(triple, words, (), reasons[:SHOWN], max(0, len(reasons) - SHOWN), note)

    def all_by_rule(self, triple: Triple) -> tuple[Reason, ...]:
        """Give every support by a rule, also those found later than the first, but none that is circular."""
        supported = (self.reason(one, 0) for one in self.usable(self.by_rule(triple), None))
        return tuple(one for one in supported if not any(_rests_on(triple, part) for part in one.premises))

    def reason(self, one: _Ground, depth: int) -> Reason:
        premises = tuple(self.premise(premise, depth + 1) for premise in one.premises)
        return Reason(one.kind, one.name, one.definition, one.file, premises, one.absences)

    def premise(self, triple: Triple, depth: int) -> Explanation:
        if triple not in self.done:
            if depth > DEEPEST and self.closure.ranks.get(triple):
                return Explanation(triple, self.words(triple), note=_DEEPER)
            self.done[triple] = self.explain(triple, depth)
        return self.done[triple]

    def by_rule(self, triple: Triple) -> list[_Ground]:
        return [
            _Ground("rule", rule.name, rule.definition, rule.file, support.premises, support.absences)
            for rule in self.closure.rules
            for support in supports(rule, self.closure.store, triple, self.prefixes)
        ]

    def by_axiom(self, triple: Triple) -> list[_Ground]:
        return [
            _Ground("axiom", step.rule, MEANINGS[step.rule], None, step.premises)
            for step in steps(triple, self.closure.known)
        ]

    def usable(self, grounds: list[_Ground], below: int | None) -> list[_Ground]:
        """Keep what rests on triples of lower rank, so that nothing is circular; the most direct first."""
        ranks = self.closure.ranks
        limit = len(ranks) if below is None else below
        kept = {
            (ground.name, ground.premises): ground
            for ground in grounds
            if all(ranks.get(premise, limit) < limit for premise in ground.premises)
        }

        def order(ground: _Ground) -> tuple[int, int, str, list[tuple[str, str, str]]]:
            heights = [ranks[premise] for premise in ground.premises]
            inferred = sum(height > 0 for height in heights)
            return inferred, max(heights, default=0), ground.name, [sort_key(one) for one in ground.premises]

        return sorted(kept.values(), key=order)

    def words(self, triple: Triple) -> str:
        return wording(triple, self.closure.known, self.prefixes)


def _rests_on(triple: Triple, explanation: Explanation) -> bool:
    return explanation.triple == triple or any(
        _rests_on(triple, premise) for reason in explanation.reasons for premise in reason.premises
    )


def _near(triple: Triple, graph: Graph) -> list[Triple]:
    """Give a few triples of the graph that differ from this one in one place only."""
    subject, predicate, value = triple
    patterns = ((subject, predicate, None), (None, predicate, value), (subject, None, value))
    return [near for pattern in patterns for near in sorted(graph.triples(pattern), key=sort_key)[:SHOWN]]


def _lines(explanation: Explanation, depth: int, seen: set[Triple]) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{explanation.words}"
    if explanation.reasons and explanation.triple in seen:
        yield f"{indent}  explained above"
        return
    seen.add(explanation.triple)
    yield from (f"{indent}  asserted at {place.file}:{place.line}" for place in explanation.asserted)
    if explanation.note:
        yield f"{indent}  {explanation.note}"
    for number, reason in enumerate(explanation.reasons):
        again = "also " if number else ""
        where = f" ({reason.file})" if reason.file else ""
        kind = "rule" if reason.kind == "rule" else "OWL 2 RL rule"
        yield f"{indent}  {again}by {kind} {reason.name}{where}: {reason.definition}"
        for premise in reason.premises:
            yield from _lines(premise, depth + 2, seen)
        yield from (f"{indent}    absent: {absence}" for absence in reason.absences)
    if explanation.more:
        yield f"{indent}  … and in {explanation.more} more ways"
    if explanation.near:
        yield f"{indent}  Near to it:"
        yield from (f"{indent}    {words}" for words in explanation.near)
