"""An account: one claim with all that qualifies it, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.namespaces import SKOS
from claimgraph.site.reader import Facts, Reader, Value, cg
from claimgraph.site.references import Reference, References, Word
from claimgraph.site.spans import SAID, Span, span

STANCES = (
    cg("affirms"),
    cg("negates"),
    cg("mayNegate"),
    cg("withholds"),
    cg("commitsTo"),
    cg("directs"),
    cg("evaluates"),
    cg("presupposes"),
)
CONTESTS = (
    cg("contestsDirectly"),
    cg("contestsByImplication"),
    cg("rivals"),
    cg("contestsWithOpenReach"),
    cg("missesAllegation"),
    cg("contradictsOwnParty"),
)
# Where the parts of a day come in an order; none comes first.
_PARTS = {
    name: rank
    for rank, name in enumerate(("night", "early hours", "morning", "later that day", "evening"), 1)
}
_MANNERS = tuple(cg(f"onBehalfOf{manner}") for manner in ("Stated", "ByOffice", "AsInstitution"))
_NOTE = ox.NamedNode(str(SKOS.editorialNote))
_REMEMBERED = 20_000


@dataclass(frozen=True)
class Step:
    """One step of speaking for somebody: the statement that makes it."""

    speaker: ox.NamedNode
    manner: ox.NamedNode
    principal: ox.NamedNode


@dataclass(frozen=True)
class Utterance:
    """The act of speech that claims are parts of."""

    node: ox.NamedNode
    label: str
    channels: tuple[ox.NamedNode, ...]
    addressees: tuple[ox.NamedNode, ...]
    places: tuple[ox.NamedNode, ...]
    attached: tuple[ox.NamedNode, ...]
    said: Span
    basis: ox.NamedNode | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Account:
    """A claim: who speaks for whom, by which act, with which stances, when, and where it stands.

    ``open`` says that the text leaves open which of the speakers speaks; else several speak jointly.
    ``steps`` begin at the claim itself where the text says for whom it is made.
    """

    claim: ox.NamedNode
    label: str
    speakers: tuple[ox.NamedNode, ...]
    open: bool
    speaker_basis: ox.NamedNode | None
    steps: tuple[Step, ...]
    parties: tuple[ox.NamedNode, ...]
    acts: tuple[ox.NamedNode, ...]
    modes: tuple[ox.NamedNode, ...]
    modalities: tuple[ox.NamedNode, ...]
    stances: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
    reasons: tuple[ox.NamedNode, ...]
    utterance: Utterance | None
    references: tuple[Reference, ...]
    attributed: tuple[Reference, ...]
    words: tuple[Word, ...]
    contests: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
    notes: tuple[str, ...]

    @property
    def admits(self) -> bool:
        """Tell whether the speaker puts forward an own deed that may be held against them."""
        return cg("admits") in self.acts

    @property
    def speaker_predicate(self) -> ox.NamedNode:
        """Give the property that joins the claim and its speakers."""
        return cg("possibleClaimant") if self.open else cg("claimant")

    @property
    def said(self) -> Span:
        """Give when it was said."""
        return self.utterance.said if self.utterance else Span()

    @property
    def order(self) -> tuple[object, ...]:
        """Give a key for the order of pages: by time said, then by article and sentence."""
        first = self.references[0].order if self.references else ("~", 0, 0)
        when = self.said.first or self.said.last
        return when is None, when or date.min, _PARTS.get(self.said.part, 0), first, self.claim.value


@dataclass(frozen=True)
class Speech:
    """Accounts that the same speakers give in the same act of speech, or voices in the same sentence."""

    accounts: tuple[Account, ...]

    @property
    def head(self) -> Account:
        """Give the first of them, which has what all share."""
        return self.accounts[0]


def speeches(accounts: Iterable[Account]) -> list[Speech]:
    """Put accounts together by speakers and act of speech, in the order of the first of each."""
    found: dict[object, list[Account]] = {}
    for account in accounts:
        place = account.utterance.node if account.utterance else None
        sentence = account.references[0].sentence if account.references else None
        principals = tuple((step.manner, step.principal) for step in account.steps)
        who = account.speakers, account.open, account.speaker_basis, principals
        found.setdefault((place or sentence, who), []).append(account)
    return [Speech(tuple(each)) for each in found.values()]


class Accounts:
    """Reads claims as accounts; remembers what it read, since nothing changes."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.references = References(reader)
        self.of = lru_cache(_REMEMBERED)(self._read)
        self.utterance = lru_cache(_REMEMBERED)(self._read_utterance)
        self._standing = lru_cache(_REMEMBERED)(self._read_standing)

    def sorted(self, claims: Iterable[ox.NamedNode]) -> list[Account]:
        """Give the accounts of claims, each once, in the order of pages."""
        return sorted((self.of(claim) for claim in set(claims)), key=lambda account: account.order)

    def _read(self, claim: ox.NamedNode) -> Account:
        facts = self.reader.facts(claim)
        speakers, possible = nodes(facts, "claimant"), nodes(facts, "possibleClaimant")
        utterance = next(iter(nodes(facts, "partOf")), None)
        references = self.references.sorted(nodes(facts, "reportedIn"))
        return Account(
            claim,
            self.reader.label(claim),
            speakers or possible,
            open=not speakers and len(possible) > 1,
            speaker_basis=next(iter(nodes(facts, "speakerBasis")), None),
            steps=self._steps(claim, facts, speakers or possible),
            parties=nodes(facts, "party"),
            acts=nodes(facts, "speechAct"),
            modes=nodes(facts, "reportingMode"),
            modalities=nodes(facts, "modality"),
            stances=_pairs(facts, STANCES),
            reasons=nodes(facts, "justifiedBy"),
            utterance=self.utterance(utterance) if utterance else None,
            references=references,
            attributed=self.references.sorted(nodes(facts, "attributedIn")),
            words=self.references.words(references),
            contests=_pairs(facts, CONTESTS),
            notes=notes(facts),
        )

    def _read_utterance(self, utterance: ox.NamedNode) -> Utterance:
        facts = self.reader.facts(utterance)
        return Utterance(
            utterance,
            self.reader.label(utterance),
            nodes(facts, "channel"),
            nodes(facts, "addressee"),
            nodes(facts, "madeAt"),
            nodes(facts, "attaches"),
            span(self.reader, utterance, SAID),
            next(iter(nodes(facts, "timeBasis")), None),
            notes(facts),
        )

    def _steps(self, claim: ox.NamedNode, facts: Facts, speakers: Iterable[ox.NamedNode]) -> tuple[Step, ...]:
        found = [Step(claim, *pair) for pair in _pairs(facts, _MANNERS)]
        waiting = [step.principal for step in found] or list(speakers)
        seen: set[ox.NamedNode] = set()
        while waiting:
            actor = waiting.pop(0)
            if actor not in seen:
                seen.add(actor)
                further = self._standing(actor)
                found += further
                waiting += [step.principal for step in further]
        return tuple(found)

    def _read_standing(self, actor: ox.NamedNode) -> tuple[Step, ...]:
        return tuple(
            Step(actor, manner, principal)
            for manner in _MANNERS
            for principal in self.reader.nodes(actor, manner)
        )


def nodes(facts: Facts, name: str) -> tuple[ox.NamedNode, ...]:
    """Give the IRIs among the values of a property of the ontology."""
    return _named(facts.get(cg(name), ()))


def notes(facts: Facts) -> tuple[str, ...]:
    """Give the encoder's notes."""
    return tuple(value.value for value in facts.get(_NOTE, ()) if isinstance(value, ox.Literal))


def _pairs(facts: Facts, predicates: Iterable[ox.NamedNode]) -> tuple[tuple[ox.NamedNode, ox.NamedNode], ...]:
    return tuple((each, value) for each in predicates for value in _named(facts.get(each, ())))


def _named(values: Iterable[Value]) -> tuple[ox.NamedNode, ...]:
    return tuple(value for value in values if isinstance(value, ox.NamedNode))
