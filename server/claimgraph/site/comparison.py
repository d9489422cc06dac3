"""What two articles have in common and where they differ: matters, numbers, words, answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.namespaces import CG, OA
from claimgraph.site.reader import Reader, cg
from claimgraph.site.references import Reference, References, Word

_PREFIX = f"PREFIX cg: <{CG}>\nPREFIX oa: <{OA}>\n"
_CLAIMS = """SELECT ?article ?claim ?stance ?proposition {
  ?passage oa:hasSource ?article . ?claim cg:reportedIn ?passage ; ?stance ?proposition .
  VALUES ?stance {
    cg:affirms cg:negates cg:mayNegate cg:withholds cg:commitsTo cg:directs cg:evaluates cg:presupposes
  }
}"""
_USES = """SELECT DISTINCT ?article ?use {
  ?passage oa:hasSource ?article . ?use cg:reportedIn ?passage ; cg:form ?form
}"""
_CROSSING = ("updatesClaim", "repeatsClaim", "agreesWithClaim")


@dataclass(frozen=True)
class Content:
    """What one article holds: claims, their propositions, the events and places these are about, words."""

    claims: frozenset[ox.NamedNode]
    propositions: dict[ox.NamedNode, frozenset[ox.NamedNode]]
    matters: dict[ox.NamedNode, frozenset[ox.NamedNode]]
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Both:
    """What both articles speak of: the propositions of both, of the first only, of the second only."""

    node: ox.NamedNode
    both: tuple[ox.NamedNode, ...]
    first: tuple[ox.NamedNode, ...]
    second: tuple[ox.NamedNode, ...]


@dataclass(frozen=True)
class Naming:
    """What one thing is called in each article: each form with its users and where it stands."""

    node: ox.NamedNode
    first: tuple[Form, ...]
    second: tuple[Form, ...]


@dataclass(frozen=True)
class Form:
    """A form of a name, or a loaded word, with those whose word it is and where it stands."""

    form: str
    users: tuple[ox.NamedNode, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Pair:
    """Two propositions of which one article has the first and the other the second, with what joins them."""

    first: ox.NamedNode
    second: ox.NamedNode
    subject: ox.NamedNode
    predicate: ox.NamedNode
    value: ox.NamedNode
    figures: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two articles side by side."""

    events: tuple[Both, ...]
    places: tuple[Both, ...]
    others: tuple[Both, ...]
    only_first: tuple[ox.NamedNode, ...]
    only_second: tuple[ox.NamedNode, ...]
    shared: tuple[ox.NamedNode, ...]
    pairs: tuple[Pair, ...]
    names: tuple[Naming, ...]
    terms: tuple[Naming, ...]
    propositions: tuple[int, int]


class Contents:
    """Reads what articles hold and compares them; remembers what it read."""

    def __init__(self, reader: Reader, references: References) -> None:
        self._reader = reader
        self._references = references
        self.of = lru_cache(100)(self._read)
        self.compare = lru_cache(100)(self._compare)

    def _compare(self, first: ox.NamedNode, second: ox.NamedNode) -> Comparison:
        """Compare two articles."""
        one, two = self.of(first), self.of(second)
        both = [self._both(node, one, two) for node in one.matters.keys() & two.matters.keys()]
        both.sort(key=lambda each: self._name(each.node))
        kinds = {each.node: self._reader.types(each.node) for each in both}
        return Comparison(
            tuple(each for each in both if cg("Event").value in kinds[each.node]),
            tuple(each for each in both if cg("Place").value in kinds[each.node]),
            tuple(each for each in both if not kinds[each.node] & {cg("Event").value, cg("Place").value}),
            self._named(one.matters.keys() - two.matters.keys()),
            self._named(two.matters.keys() - one.matters.keys()),
            self._named(one.propositions.keys() & two.propositions.keys()),
            tuple(self._pairs(one, two)),
            tuple(self._naming(one, two, loaded=False)),
            tuple(self._naming(one, two, loaded=True)),
            (len(one.propositions), len(two.propositions)),
        )

    def _both(self, node: ox.NamedNode, one: Content, two: Content) -> Both:
        first, second = one.matters[node], two.matters[node]
        return Both(
            node, self._named(first & second), self._named(first - second), self._named(second - first)
        )

    def _pairs(self, one: Content, two: Content) -> Iterable[Pair]:
        reader = self._reader
        found: dict[tuple[ox.NamedNode, ox.NamedNode], Pair] = {}
        for first in one.propositions:
            for second in reader.nodes(first, cg("alternativeTo")):
                if second in two.propositions:
                    self._add(found, Pair(first, second, first, cg("alternativeTo"), second))
        for own, others, swap in ((one, two, False), (two, one, True)):
            for claim in own.claims:
                facts = reader.facts(claim)
                for name in (
                    "contestsDirectly",
                    "contestsByImplication",
                    "rivals",
                    "missesAllegation",
                    "contestsWithOpenReach",
                    *_CROSSING,
                ):
                    for other in facts.get(cg(name), ()):
                        if isinstance(other, ox.NamedNode) and other in others.claims:
                            mine, theirs = self._content(claim), self._content(other)
                            if mine and theirs:
                                ends = (theirs, mine) if swap else (mine, theirs)
                                self._add(found, Pair(*ends, claim, cg(name), other))
        return sorted(found.values(), key=lambda pair: (not pair.figures, self._name(pair.first)))

    def _add(self, found: dict[tuple[ox.NamedNode, ox.NamedNode], Pair], pair: Pair) -> None:
        figures = all(self._reader.nodes(each, cg("figure")) for each in (pair.first, pair.second))
        found.setdefault(
            (pair.first, pair.second),
            Pair(pair.first, pair.second, pair.subject, pair.predicate, pair.value, figures),
        )

    def _content(self, claim: ox.NamedNode) -> ox.NamedNode | None:
        return self._reader.node(claim, cg("stance"))

    def _naming(self, one: Content, two: Content, *, loaded: bool) -> Iterable[Naming]:
        first, second = (_forms(each.words, loaded=loaded) for each in (one, two))
        found = []
        for node in first.keys() | second.keys():
            here, there = first.get(node, {}), second.get(node, {})
            several = len({form.casefold() for form in (*here, *there)}) > 1
            if loaded or several:
                found.append(Naming(node, _listed(here), _listed(there)))
        return sorted(found, key=lambda each: self._name(each.node))

    def _named(self, nodes: Iterable[ox.NamedNode]) -> tuple[ox.NamedNode, ...]:
        return tuple(sorted(nodes, key=self._name))

    def _name(self, node: ox.NamedNode) -> tuple[str, str]:
        return self._reader.label(node).casefold(), node.value

    def _read(self, article: ox.NamedNode) -> Content:
        propositions: defaultdict[ox.NamedNode, set[ox.NamedNode]] = defaultdict(set)
        claims = set()
        for row in self._reader.rows(_PREFIX + _CLAIMS, {"article": article}):
            _, claim, _, proposition = row
            if isinstance(claim, ox.NamedNode) and isinstance(proposition, ox.NamedNode):
                claims.add(claim)
                propositions[proposition].add(claim)
        matters: defaultdict[ox.NamedNode, set[ox.NamedNode]] = defaultdict(set)
        for proposition in propositions:
            for about in self._reader.nodes(proposition, cg("about")):
                matters[about].add(proposition)
        words = [
            word
            for row in self._reader.rows(_PREFIX + _USES, {"article": article})
            if isinstance(use := row[1], ox.NamedNode)
            for word in self._references.uses(use)
            if word.reference.article == article
        ]
        return Content(frozenset(claims), _frozen(propositions), _frozen(matters), tuple(words))


def _frozen(
    sets: dict[ox.NamedNode, set[ox.NamedNode]],
) -> dict[ox.NamedNode, frozenset[ox.NamedNode]]:
    return {key: frozenset(values) for key, values in sets.items()}


def _forms(words: Iterable[Word], *, loaded: bool) -> dict[ox.NamedNode, dict[str, list[Word]]]:
    found: defaultdict[ox.NamedNode, dict[str, list[Word]]] = defaultdict(dict)
    for word in words:
        if word.loaded == loaded:
            for node in word.meant:
                found[node].setdefault(word.form, []).append(word)
    return found


def _listed(forms: dict[str, list[Word]]) -> tuple[Form, ...]:
    found = []
    for form, words in forms.items():
        words.sort(key=lambda word: word.reference.order)
        users = dict.fromkeys(user for word in words for user in word.user)
        references = {word.reference.sentence: word.reference for word in words}
        found.append((words[0].reference.order, Form(form, tuple(users), tuple(references.values()))))
    return tuple(form for _, form in sorted(found, key=lambda each: each[0]))
