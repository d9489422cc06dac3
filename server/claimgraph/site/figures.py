"""Figures as articles give them: number, qualifier, whose, in what, according to whom, what stands beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from claimgraph.site.attribution import Attribution, attributions
from claimgraph.site.qualifiers import Qualifier, in_digits, number, qualifier
from claimgraph.site.reader import TYPE, Reader, cg
from claimgraph.site.spans import day

# Flat links from a claim to another claim, and what they make of the figure that has them.
_LINKS = (
    ("updatesClaim", "updates", "updated by"),
    ("repeatsClaim", "repeats", "repeated by"),
    ("agreesWithClaim", "agrees with", "agreed with by"),
)
_AGAINST = ("contests", "deniesClaim", "answersClaim")


@dataclass(frozen=True)
class Beside:
    """What stands beside a figure: how, and which claim or proposition it is."""

    how: str
    other: ox.NamedNode


@dataclass(frozen=True)
class Figure:
    """A figure with all that its proposition says, and the claims that put it forward.

    ``node`` is None where an actor is said to have given no number and nothing in the graph stands for it;
    ``gap`` is the proposition that says so.
    """

    node: ox.NamedNode | None
    proposition: ox.NamedNode
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    qualifier_term: ox.NamedNode | None = None
    qualifier: Qualifier | None = None
    words: str = ""
    unit: ox.NamedNode | None = None
    harm: ox.NamedNode | None = None
    side: ox.NamedNode | None = None
    side_inferred: bool = False
    status: ox.NamedNode | None = None
    objects: tuple[ox.NamedNode, ...] = ()
    severity: ox.NamedNode | None = None
    events: tuple[ox.NamedNode, ...] = ()
    counted_from: date | None = None
    gap: ox.NamedNode | None = None
    withholders: tuple[ox.NamedNode, ...] = ()
    claims: tuple[Attribution, ...] = ()
    beside: tuple[Beside, ...] = ()
    against: tuple[ox.NamedNode, ...] = ()

    @property
    def subject(self) -> ox.NamedNode:
        """Give what the figure is told apart by: itself, or what says that it is not given."""
        return self.node or self.gap or self.proposition

    @property
    def articles(self) -> set[str]:
        """Give the keys of the articles that have it."""
        return {place.key for claim in self.claims for place in claim.places}

    @property
    def differs(self) -> bool:
        """Tell whether another account of the same number is in the graph."""
        return any(each.how == "another account" for each in self.beside)


def read_figures(reader: Reader) -> list[Figure]:
    """Read all figures, and numbers that somebody is said not to have given, in the order of the articles."""
    found = [
        read_figure(reader, node, proposition)
        for node in reader.subjects(TYPE, cg("Figure"))
        for proposition in reader.subjects(cg("figure"), node)
    ]
    for gap in reader.subjects(TYPE, cg("DisclosureGapProposition")):
        for withheld in reader.nodes(gap, cg("allegedWithheld")):
            if not reader.nodes(withheld, cg("figure")):
                found.append(read_figure(reader, None, withheld))
    return sorted(found, key=_order)


def read_figure(reader: Reader, node: ox.NamedNode | None, proposition: ox.NamedNode) -> Figure:
    """Read one figure of a proposition; without a node, one that is not given."""
    claims = attributions(reader, proposition)
    gap = next(iter(reader.subjects(cg("allegedWithheld"), proposition)), None)
    if gap is not None and not claims:
        claims = attributions(reader, gap)
    else:
        gap = None
    value, lower, upper = (
        number(reader.text(node, cg(name))) if node else None for name in ("value", "lower", "upper")
    )
    term = reader.node(node, cg("qualifier")) if node else None
    kind = qualifier(term, reader.label(term) if term else "")
    words = kind.words.format(in_digits(value)) if value is not None else _without(reader, term, gap)
    return Figure(
        node,
        proposition,
        value,
        lower,
        upper,
        term,
        kind,
        words,
        reader.node(node, cg("unit")) if node else None,
        reader.node(proposition, cg("allegedHarm")),
        reader.node(proposition, cg("allegedAffectedSide")),
        reader.node(proposition, cg("sideBasis")) == cg("Inferred"),
        reader.node(proposition, cg("allegedPersonStatus")),
        tuple(reader.nodes(proposition, cg("allegedDamagedObject"))),
        reader.node(proposition, cg("allegedSeverity")),
        tuple(e for e in reader.nodes(proposition, cg("about")) if cg("Event").value in reader.types(e)),
        day(reader.text(proposition, cg("allegedCountedFrom"))),
        gap,
        tuple(reader.nodes(gap, cg("allegedWithholder"))) if gap else (),
        tuple(claims),
        tuple(_beside(reader, proposition, claims)),
        tuple(_against(reader, claims)),
    )


def _without(reader: Reader, term: ox.NamedNode | None, gap: ox.NamedNode | None) -> str:
    if gap is not None:
        return "not disclosed"
    return reader.label(term) if term else "number not given"


def _beside(reader: Reader, proposition: ox.NamedNode, claims: list[Attribution]) -> list[Beside]:
    found: list[tuple[str, ox.NamedNode]] = []
    for other in reader.nodes(proposition, cg("allegedAdditionalTo")):
        found.append(("in addition to", other))
    for other in reader.subjects(cg("allegedAdditionalTo"), proposition):
        found.append(("others on top of it", other))
    for other in reader.nodes(proposition, cg("alternativeTo")):
        found.append(("another account", other))
    for claim in claims:
        for name, how, back in _LINKS:
            found += [(how, each) for each in _contents(reader, reader.nodes(claim.claim, cg(name)))]
            found += [(back, each) for each in _contents(reader, reader.subjects(cg(name), claim.claim))]
    return [Beside(how, each) for how, each in dict.fromkeys(found)]


def _contents(reader: Reader, claims: list[ox.NamedNode]) -> list[ox.NamedNode]:
    return [each for claim in claims for each in (reader.nodes(claim, cg("affirms")) or [claim])]


def _against(reader: Reader, claims: list[Attribution]) -> list[ox.NamedNode]:
    found = {
        other for claim in claims for name in _AGAINST for other in reader.subjects(cg(name), claim.claim)
    }
    return sorted(found, key=str)


def _order(figure: Figure) -> tuple[list[tuple[str, int]], str]:
    places = [(place.key, place.number) for claim in figure.claims for place in claim.places]
    return places[:1] or [("~", 0)], str(figure.subject)
