"""What the graph holds of disputes, counted once when it is loaded: for indexes and the first page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from claimgraph.namespaces import CG, OA
from claimgraph.site.reader import Reader, cg

_PREFIX = f"PREFIX cg: <{CG}>\nPREFIX oa: <{OA}>\n"
# As the columns of a dispute have it: what claims say, imply, tell of and miss.
_ACCOUNTS = """SELECT DISTINCT ?proposition ?claim {
  { ?claim cg:stance ?proposition }
  UNION { ?claim cg:affirmsByImplication ?proposition }
  UNION { ?claim cg:negatesByImplication ?proposition }
  UNION { ?told cg:allegedContent ?proposition . ?claim cg:stance|cg:presupposes ?told }
  UNION { ?missed cg:affirms ?proposition . ?claim cg:missesAllegation ?missed }
}"""
_EVENTS = """SELECT DISTINCT ?event ?proposition {
  ?event a cg:Event . ?proposition cg:about|cg:alleged ?event ; a cg:Proposition
}"""
_CONTESTS = """SELECT DISTINCT ?claim ?kind ?other {
  VALUES ?kind {
    cg:contestsDirectly cg:contestsByImplication cg:rivals
    cg:contestsWithOpenReach cg:missesAllegation cg:contradictsOwnParty
  }
  ?claim ?kind ?other
}"""
_ACCUSATIONS = """SELECT DISTINCT ?claim ?key ?number {
  ?claim cg:speechAct cg:accuses ; cg:affirms ?proposition ; cg:reportedIn/cg:within ?sentence .
  ?sentence cg:sentenceNumber ?number ; oa:hasSource/cg:articleKey ?key
} ORDER BY ?key ?number ?claim"""
_ALTERNATIVES = "SELECT DISTINCT ?one ?other { ?one cg:alternativeTo ?other }"
_REPLIES = "SELECT DISTINCT ?claim ?other { ?other cg:deniesClaim|cg:answersClaim ?claim }"
_ARTICLES = """SELECT ?article ?key (COUNT(DISTINCT ?claim) AS ?claims) {
  ?article a cg:Article . OPTIONAL { ?article cg:articleKey ?key }
  OPTIONAL { ?passage oa:hasSource ?article . ?claim cg:reportedIn ?passage ; a cg:Claim }
} GROUP BY ?article ?key ORDER BY ?key ?article"""
_OFF_TARGET = {cg("contestsWithOpenReach"), cg("missesAllegation")}


@dataclass(frozen=True)
class Dispute:
    """An event or proposition with the number of its accounts and of the contests between them."""

    node: ox.NamedNode
    label: str
    accounts: int
    contests: int
    alternatives: int = 0


@dataclass(frozen=True)
class Accusation:
    """A claim that accuses, and the kinds of reply to it; none if nobody replies."""

    claim: ox.NamedNode
    replies: tuple[ox.NamedNode, ...]


@dataclass(frozen=True)
class Article:
    """An article with its short name and the number of its claims."""

    node: ox.NamedNode
    key: str
    claims: int


@dataclass(frozen=True)
class Overview:
    """All events, the contested propositions, the accusations that nobody clearly answers, the articles."""

    events: tuple[Dispute, ...]
    propositions: tuple[Dispute, ...]
    unanswered: tuple[Accusation, ...]
    missed: tuple[Accusation, ...]
    articles: tuple[Article, ...]

    @property
    def foremost(self) -> list[Dispute]:
        """Give the events with contests, those with most of them first."""
        found = [each for each in self.events if each.contests]
        return sorted(found, key=lambda each: (-each.contests, -each.accounts, each.label))


def read_overview(reader: Reader) -> Overview:
    """Count the accounts and contests of the whole graph."""
    accounts = _pairs(reader, _ACCOUNTS)
    contests = [_nodes(row) for row in reader.rows(_PREFIX + _CONTESTS)]
    against: defaultdict[ox.NamedNode, set[tuple[ox.NamedNode, ox.NamedNode]]] = defaultdict(set)
    for claim, kind, other in contests:
        against[claim].add((kind, other))
    events = {
        event: set().union(*(accounts.get(each, set()) for each in propositions))
        for event, propositions in _pairs(reader, _EVENTS).items()
    }
    alternatives = _pairs(reader, _ALTERNATIVES)
    propositions = _disputes(
        reader, {**{each: set() for each in alternatives}, **accounts}, against, alternatives
    )
    unanswered, missed = _accusations(reader, contests)
    return Overview(
        _disputes(reader, events, against, {}),
        tuple(each for each in propositions if each.contests or each.alternatives),
        tuple(unanswered),
        tuple(missed),
        tuple(_articles(reader)),
    )


def _disputes(
    reader: Reader,
    accounts: Mapping[ox.NamedNode, set[ox.NamedNode]],
    against: Mapping[ox.NamedNode, set[tuple[ox.NamedNode, ox.NamedNode]]],
    alternatives: Mapping[ox.NamedNode, set[ox.NamedNode]],
) -> tuple[Dispute, ...]:
    found = []
    for node, claims in accounts.items():
        contests = {
            # Two rivals contest each other: one contest.
            (kind, frozenset((claim, other)) if kind == cg("rivals") else (claim, other))
            for claim in claims
            for kind, other in against.get(claim, ())
            if other in claims
        }
        others = len(alternatives.get(node, ()))
        found.append(Dispute(node, reader.label(node), len(claims), len(contests), others))
    return tuple(sorted(found, key=lambda each: (each.label.casefold(), each.node.value)))


def _accusations(
    reader: Reader, contests: Iterable[tuple[ox.NamedNode, ...]]
) -> tuple[list[Accusation], list[Accusation]]:
    """Give the accusations that nobody replies to, and those whose replies all miss or have an open reach."""
    kinds: defaultdict[ox.NamedNode, set[ox.NamedNode]] = defaultdict(set)
    for _, kind, other in contests:
        kinds[other].add(kind)
    linked = set(_pairs(reader, _REPLIES))
    claims = dict.fromkeys(_nodes(row[:1])[0] for row in reader.rows(_PREFIX + _ACCUSATIONS))
    unanswered, missed = [], []
    for claim in claims:
        accusation = Accusation(claim, tuple(sorted(kinds.get(claim, ()), key=str)))
        if not accusation.replies and claim not in linked:
            unanswered.append(accusation)
        elif _OFF_TARGET.issuperset(accusation.replies):
            missed.append(accusation)
    return unanswered, missed


def _articles(reader: Reader) -> Iterable[Article]:
    for article, key, claims in reader.rows(_PREFIX + _ARTICLES):
        if isinstance(article, ox.NamedNode) and isinstance(claims, ox.Literal):
            yield Article(article, key.value if isinstance(key, ox.Literal) else "", int(claims.value))


def _pairs(reader: Reader, query: str) -> dict[ox.NamedNode, set[ox.NamedNode]]:
    found: defaultdict[ox.NamedNode, set[ox.NamedNode]] = defaultdict(set)
    for row in reader.rows(_PREFIX + query):
        one, other = _nodes(row)
        found[one].add(other)
    return dict(found)


def _nodes(row: Iterable[object]) -> tuple[ox.NamedNode, ...]:
    return tuple(term for term in row if isinstance(term, ox.NamedNode))
