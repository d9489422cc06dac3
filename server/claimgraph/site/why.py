"""Why a statement is in the graph: its file and line, or the rule that gives it and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.companion import Place, Rule, Statement
from claimgraph.namespaces import INFERRED, VOID_GRAPH
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import node

if TYPE_CHECKING:
    from claimgraph.site.site import Site

NEAR = 5
# An explanation is followed so far on one page; each premise has a page of its own.
SHOWN = 150
TITLE = "Why is this here?"


@dataclass(frozen=True)
class Ground:
    """One way in which a statement follows: a rule, its premises in words if without names, absences."""

    rule: Rule
    premises: Sequence[Told | str]
    absences: Sequence[str]


@dataclass(frozen=True)
class Told:
    """A statement with all that is known of why it is there.

    ``again`` says that it was explained further up, ``further`` that its reasons are on its own page only.
    """

    triple: ox.Triple
    graphs: Sequence[ox.NamedNode]
    places: Sequence[Place]
    inferred: bool = False
    described: bool = False
    grounds: Sequence[Ground] = ()
    more: int = 0
    again: bool = False
    further: bool = False

    def triples(self) -> Iterator[ox.Triple]:
        """Give the statement and all that it rests on."""
        yield self.triple
        for ground in self.grounds:
            for premise in ground.premises:
                if isinstance(premise, Told):
                    yield from premise.triples()


def why(site: Site, asked: Asked) -> Page:
    """Explain the statement of the parameters ``subject``, ``predicate`` and ``object``, in N-Triples."""
    given = [asked.first(name).strip() for name in ("subject", "predicate", "object")]
    subject, predicate = node(_bare(given[0])), node(_bare(given[1]))
    value = term(given[2])
    if not given[0] or subject is None or not given[1] or predicate is None or value is None:
        return Page(TITLE, "why-unread.html", {"given": given}, status=400)
    triple = ox.Triple(subject, predicate, value)
    if not any(True for _ in site.reader.store.quads(subject, predicate, value)):
        known = [each for each in triple if not isinstance(each, ox.NamedNode) or site.reader.known(each)]
        content = {"triple": triple, "known": known, "near": _near(site, triple)}
        return Page(TITLE, "why-absent.html", content, status=404)
    told = _Teller(site).tell(triple)
    return Page(TITLE, "why.html", {"told": told}, triples=tuple(dict.fromkeys(told.triples())))


def term(text: str) -> ox.NamedNode | ox.Literal | None:
    """Read an IRI or a literal in N-Triples; None for whatever else it is."""
    try:
        found = list(ox.parse(f"<x:s> <x:p> {text} .", format=ox.RdfFormat.N_TRIPLES))
    except SyntaxError:
        return None
    if len(found) != 1 or not isinstance(found[0].object, ox.NamedNode | ox.Literal):
        return None
    return found[0].object


class _Teller:
    def __init__(self, site: Site) -> None:
        self._reader = site.reader
        self._companion = site.companion
        self._seen: set[ox.Triple] = set()

    def tell(self, triple: ox.Triple) -> Told:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if isinstance(subject, ox.Triple):
            raise TypeError("statements about statements are not explained")
        graphs = sorted(
            (
                quad.graph_name
                for quad in self._reader.store.quads(subject, predicate, value)
                if isinstance(quad.graph_name, ox.NamedNode)
            ),
            key=str,
        )
        names = [graph.value for graph in graphs]
        statement: Statement = (str(subject), str(predicate), str(value))
        places = [place for name in names if (place := self._companion.place(name, statement))]
        told = Told(triple, graphs, places, str(INFERRED) in names, str(VOID_GRAPH) in names)
        reasons, more = self._companion.explanations.get(statement, ((), 0))
        if places or not reasons:
            return told
        if triple in self._seen:
            return Told(triple, graphs, places, inferred=True, again=True)
        if len(self._seen) >= SHOWN:
            return Told(triple, graphs, places, inferred=True, further=True)
        self._seen.add(triple)
        grounds = [
            Ground(reason.rule, [self._premise(each) for each in reason.premises], reason.absences)
            for reason in reasons
        ]
        return Told(triple, graphs, places, inferred=True, grounds=grounds, more=more)

    def _premise(self, premise: Statement | str) -> Told | str:
        if isinstance(premise, str):
            return premise
        terms = [term(each) for each in premise]
        subject, predicate, value = terms
        if isinstance(subject, ox.NamedNode) and isinstance(predicate, ox.NamedNode) and value is not None:
            return self.tell(ox.Triple(subject, predicate, value))
        return " ".join(premise)


def _near(site: Site, triple: ox.Triple) -> list[ox.Triple]:
    """Give a few statements of the graph that differ from this one in one place only."""
    subject, predicate, value = triple.subject, triple.predicate, triple.object
    if isinstance(subject, ox.Triple):
        return []
    store = site.reader.store
    patterns = ((subject, predicate, None), (None, predicate, value), (subject, None, value))
    found = (
        triple
        for pattern in patterns
        for triple in sorted({quad.triple for quad in store.quads(*pattern)}, key=str)[:NEAR]
    )
    return [each for each in dict.fromkeys(found) if isinstance(each.subject, ox.NamedNode)]


def _bare(iri: str) -> str:
    return iri[1:-1] if iri.startswith("<") and iri.endswith(">") else iri
