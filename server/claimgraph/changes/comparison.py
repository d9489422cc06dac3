"""How two graphs differ, in the terms of those who read them: claims, contests, figures, links, answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pyoxigraph as ox

from claimgraph.answers import Term
from claimgraph.changes.ordering import natural
from claimgraph.changes.sides import Side
from claimgraph.errors import QuestionError
from claimgraph.namespaces import BASE, CG, INFERRED, LINKS, MAPPING, RDFS, VOID_GRAPH, compact
from claimgraph.questions import run
from claimgraph.terms import to_rdflib

CONTESTS = {
    "contestsDirectly": "directly",
    "contestsByImplication": "by implication",
    "rivals": "by a rival account",
    "contestsWithOpenReach": "by a denial of open reach",
    "missesAllegation": "by a denial that misses it",
    "contradictsOwnParty": "by the same party",
}
STANCES = ("affirms", "negates", "mayNegate", "withholds", "commitsTo", "directs", "evaluates", "presupposes")
# What only carries offsets, digests or metadata of the dataset is counted and not listed.
COUNTED = ("sentence", "passage", "selector")
_CONTESTED = f"""\
PREFIX cg: <{CG}>
SELECT DISTINCT ?kind ?proposition ?by ?against
WHERE {{
  VALUES ?kind {{ {" ".join(f"cg:{kind}" for kind in CONTESTS)} }}
  ?by ?kind ?against .
  VALUES ?stance {{ {" ".join(f"cg:{stance}" for stance in STANCES)} }}
  ?against ?stance ?proposition .
  # These are about one proposition, whatever else the contested claim says.
  FILTER (?kind NOT IN (cg:contestsDirectly, cg:contestsWithOpenReach, cg:contradictsOwnParty)
    || EXISTS {{ ?by cg:affirms|cg:negates|cg:mayNegate ?proposition }})
}}
"""

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Item:
    """Something that was added, removed or changed: its name, its kind, its label, and what it says.

    ``values`` holds, for each property, its values, all compact; ``before`` the same of the old side for what
    changed, of the properties that differ only.
    """

    name: str
    kind: str
    label: str
    values: Values
    before: Values = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Contest:
    """A proposition that is contested in one way, and by which claims against which."""

    kind: str
    proposition: str
    label: str
    claims: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answers:
    """A stored question whose answer differs: rows that came and went, or what hinders the comparison."""

    slug: str
    summary: str
    columns: tuple[str, ...]
    added: tuple[tuple[str, ...], ...]
    removed: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class Comparison:
    """All differences of two graphs, each list in a steady order."""

    old: Side
    new: Side
    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    changed: tuple[Item, ...]
    contested: tuple[Contest, ...]
    uncontested: tuple[Contest, ...]
    answers: tuple[Answers, ...]

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return any((self.added, self.removed, self.changed, self.contested, self.uncontested, self.answers))


def compare(old: Side, new: Side) -> Comparison:
    """Compare two graphs with all that follows from each."""
    before, after = _described(old), _described(new)
    changed = [
        _changed(before[name], after[name])
        for name in before.keys() & after.keys()
        if before[name].values != after[name].values
    ]
    contests = _contests(old, before), _contests(new, after)
    return Comparison(
        old,
        new,
        _sorted(after[name] for name in after.keys() - before.keys()),
        _sorted(before[name] for name in before.keys() - after.keys()),
        _sorted(changed),
        tuple(sorted(contests[1][key] for key in contests[1].keys() - contests[0].keys())),
        tuple(sorted(contests[0][key] for key in contests[0].keys() - contests[1].keys())),
        tuple(_answers(old, new)),
    )


def _sorted(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (item.kind, natural(item.name))))


def _changed(before: Item, after: Item) -> Item:
    differing = {
        name
        for name in before.values.keys() | after.values.keys()
        if before.values.get(name) != after.values.get(name)
    }
    old = {name: before.values.get(name, ()) for name in sorted(differing)}
    return Item(after.name, after.kind, after.label, after.values, old)


def _described(side: Side) -> dict[str, Item]:
    """Everything that the files describe, by name, with what they say of it."""
    found: dict[str, dict[str, set[str]]] = {}
    iris: dict[str, str] = {}
    labels: dict[str, str] = {}
    for graph in side.store.named_graphs:
        if graph in (str(INFERRED), str(VOID_GRAPH)):
            continue
        for subject, predicate, value in _triples(side, graph):
            if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(BASE):
                continue
            # A link is told by its row, which has the reasons.
            if graph == str(LINKS) and not subject.value.startswith(str(MAPPING)):
                continue
            name, verb = _name(side, subject), _name(side, predicate)
            iris[name] = subject.value
            if predicate.value == str(RDFS.label) and isinstance(value, ox.Literal):
                labels.setdefault(name, value.value)
            found.setdefault(name, {}).setdefault(verb, set()).add(_name(side, value))
    return {
        name: Item(
            name,
            iris[name].removeprefix(BASE).partition("/")[0],
            labels.get(name, ""),
            {verb: tuple(sorted(values)) for verb, values in sorted(said.items())},
        )
        for name, said in found.items()
    }


def _triples(side: Side, graph: str) -> Iterable[Sequence[Any]]:
    answer = side.store.query(f"SELECT ?s ?p ?o {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    return list(answer.rows())


def _name(side: Side, term: object) -> str:
    if isinstance(term, ox.Literal):
        return term.value
    return compact(to_rdflib(cast(Term, term)), side.prefixes)


def _contests(side: Side, described: Mapping[str, Item]) -> dict[tuple[str, str], Contest]:
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in side.store.query(_CONTESTED).rows():
        kind, proposition, by, against = (_name(side, term) for term in row)
        pairs.setdefault((kind.rpartition(":")[2], proposition), []).append((by, against))
    labels = {name: item.label for name, item in described.items()}
    return {
        key: Contest(*key, labels.get(key[1], ""), tuple(sorted(claims))) for key, claims in pairs.items()
    }


def _answers(old: Side, new: Side) -> Iterable[Answers]:
    for slug in sorted(old.questions.keys() | new.questions.keys()):
        question = new.questions.get(slug) or old.questions[slug]
        if slug not in old.questions or slug not in new.questions:
            note = "a new question" if slug in new.questions else "no longer asked"
            yield Answers(slug, question.summary, (), (), (), note)
            continue
        try:
            # The same question to both, so that only the graph makes the difference.
            before = run(question, old.store, old.prefixes)
            after = run(question, new.store, new.prefixes)
        except QuestionError as error:
            yield Answers(slug, question.summary, (), (), (), f"cannot be answered: {error.problem}")
            continue
        ours, theirs = Counter(before.rows), Counter(after.rows)
        added, removed = theirs - ours, ours - theirs
        reordered = not added and not removed and after.ordered and before.rows != after.rows
        note = "the same rows in another order" if reordered else ""
        if question.text != old.questions[slug].text:
            note = "the question was reworded; both graphs were asked the new one"
        if added or removed or reordered:
            yield Answers(
                slug,
                question.summary,
                after.columns,
                tuple(_in_order(after.rows, added)),
                tuple(_in_order(before.rows, removed)),
                note,
            )


def _in_order(rows: Iterable[tuple[str, ...]], wanted: Counter[tuple[str, ...]]) -> Iterable[tuple[str, ...]]:
    left = Counter(wanted)
    for row in rows:
        if left[row]:
            left[row] -= 1
            yield row
