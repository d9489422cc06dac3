"""Names of a graph as a person reads them: labels, speakers, and where in an article a claim stands."""

from __future__ import annotations

from functools import cached_property
from typing import cast

import pyoxigraph as ox

from claimgraph.answers import Term
from claimgraph.changes.sides import Side
from claimgraph.namespaces import CG, RDFS, compact
from claimgraph.terms import to_rdflib

_LABELS = f'SELECT ?s ?l {{ ?s <{RDFS.label}> ?l FILTER (LANG(?l) IN ("", "en")) }} ORDER BY ?s DESC(?l)'
_PLACES = f"""\
PREFIX cg: <{CG}>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?claim ?article ?number
{{
  ?claim cg:reportedIn ?passage .
  ?passage cg:within? ?sentence .
  ?sentence cg:sentenceNumber ?number ; oa:hasSource ?article .
}}
ORDER BY ?claim ?article ?number
"""
_SPEAKERS = f"""\
PREFIX cg: <{CG}>
SELECT DISTINCT ?claim ?speaker {{ ?claim cg:claimant|cg:possibleClaimant ?speaker }} ORDER BY ?claim ?speaker
"""


class Reading:
    """Reads one side of a comparison for people; everything is asked once."""

    def __init__(self, side: Side) -> None:
        self._side = side

    def label(self, name: str) -> str:
        """The English label of a compact name; empty if there is none."""
        return self._labels.get(name, "")

    def named(self, name: str) -> str:
        """The label, else the name itself."""
        return self.label(name) or name

    def places(self, claim: str) -> list[str]:
        """Say in which sentences of which articles a claim stands."""
        return [
            f"{self.named(article)}, sentence{'s' if len(numbers) > 1 else ''} {', '.join(numbers)}"
            for article, numbers in self._places.get(claim, {}).items()
        ]

    def speakers(self, claim: str) -> str:
        """Name who speaks in a claim."""
        return ", ".join(self.named(speaker) for speaker in self._speakers.get(claim, ()))

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {row[0]: row[1] for row in self._rows(_LABELS)}

    @cached_property
    def _places(self) -> dict[str, dict[str, list[str]]]:
        found: dict[str, dict[str, list[str]]] = {}
        for claim, article, number in self._rows(_PLACES):
            found.setdefault(claim, {}).setdefault(article, []).append(number)
        return found

    @cached_property
    def _speakers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for claim, speaker in self._rows(_SPEAKERS):
            found.setdefault(claim, []).append(speaker)
        return found

    def _rows(self, query: str) -> list[list[str]]:
        return [[self._name(term) for term in row] for row in self._side.store.query(query).rows()]

    def _name(self, term: object) -> str:
        if isinstance(term, ox.Literal):
            return term.value
        return compact(to_rdflib(cast(Term, term)), self._side.prefixes)
