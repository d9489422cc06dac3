"""Deciding at the keyboard: one entity after the other, each decision a row that is saved at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from claimgraph.errors import LinkError
from claimgraph.linking.kinds import COUNTRIES
from claimgraph.linking.linktable import Decision, LinkTable
from claimgraph.linking.listing import Listed, as_text, said
from claimgraph.linking.ranking import Candidate, Reason
from claimgraph.namespaces import SEMAPV, SKOS, SSSOM, WD

Ask = Callable[[str], str]
Say = Callable[[str], None]
Outcome = Literal["decided", "open", "quit"]

HELP = """\
  close N     the item fits, if not exactly, or if no second source gives its id; N alone is the same
  exact N     the item is the very thing; needs a second source that gives the id
  broad N     the item is wider than ours; narrow N: it is narrower; related N: only related
  reject N    the item is not meant; asks on
  none        no item stands for it
  skip        leave it open; quit: leave it and all that follow open. What was decided is saved."""

_COMMAND = re.compile(r"(?:(close|exact|broad|narrow|related|reject)\s+)?(\d+)")
_CONFIDENCE = re.compile(r"0(\.[0-9]+)?|1(\.0+)?")


class _Left(Exception):
    """The person gave up a decision halfway."""


@dataclass
class Keyboard:
    """Asks and tells; ``ask`` gives a line or raises EOFError when there is none."""

    ask: Ask
    say: Say


@dataclass(frozen=True)
class Circumstances:
    """Who decides, on which day, where the items are from (``live``: from Wikidata), how many are shown."""

    author: str
    today: date
    origin: str
    live: bool
    shown: int


class Decider:
    """Takes decisions and saves them."""

    def __init__(self, table: LinkTable, keyboard: Keyboard, circumstances: Circumstances) -> None:
        self._table = table
        self._keyboard = keyboard
        self._given = circumstances

    def decide(self, listed: Listed) -> Outcome:
        """Ask about one entity until it is decided, skipped, or all is left; an end of input leaves all.

        Raises LinkError if a row cannot be saved; nothing is written then.
        """
        self._keyboard.say(as_text(listed, self._given.shown))
        while True:
            try:
                words = (
                    self._keyboard.ask("close N, exact N, reject N, none, skip, quit, ? > ").strip().lower()
                )
            except EOFError:
                return "quit"
            if words in ("q", "quit"):
                return "quit"
            if words in ("s", "skip", ""):
                return "open"
            try:
                if words in ("n", "none"):
                    if self._none(listed):
                        return "decided"
                elif found := _COMMAND.fullmatch(words):
                    verb, number = found[1] or "close", int(found[2])
                    if not 1 <= number <= len(listed.candidates):
                        self._keyboard.say(f"  There is no candidate {number}.")
                    elif verb == "reject":
                        self._reject(listed, listed.candidates[number - 1])
                    elif self._accept(listed, listed.candidates[number - 1], verb):
                        return "decided"
                else:
                    self._keyboard.say(HELP)
            except (_Left, EOFError):
                self._keyboard.say("  Not decided.")

    def _accept(self, listed: Listed, candidate: Candidate, verb: str) -> bool:
        before = self._before(listed)
        earlier = next((each for each in before if each.item == candidate.item.id), None)
        if earlier:
            self._keyboard.say(
                f"  Decided before, on line {earlier.line}: {said(earlier)}. Edit that row instead."
            )
            return False
        if verb == "exact":
            if reason := only_close(listed, candidate):
                self._keyboard.say(f"  {reason} Write close {listed.candidates.index(candidate) + 1}.")
                return False
            if any(each.accepted and each.predicate == "skos:exactMatch" for each in before):
                self._keyboard.say("  It has an exact item. Reject that one in the table first.")
                return False
        sources = self._sources(candidate, verb)
        if sources is None:
            self._keyboard.say("  That gives a close match at most: write close, or name two sources.")
            return False
        confidence = self._confidence("0.9" if verb == "exact" else proposed(candidate))
        remark = self._keyboard.ask("Anything to add, such as what the item is more than ours? ")
        limit = only_close(listed, candidate) if verb == "close" else None
        if verb == "close" and limit is None and len(sources) + self._given.live < 2:
            limit = "Close only for want of a second source."
        self._save(
            listed,
            candidate.item.id,
            predicate=f"{verb}Match",
            object_label=candidate.item.label,
            confidence=confidence,
            comment=_sentences(why(candidate), self._told(sources), limit or "", remark, self._given.origin),
            instead_of=next((each for each in before if each.item is None), None),
        )
        return True

    def _reject(self, listed: Listed, candidate: Candidate) -> None:
        earlier = next((each for each in self._before(listed) if each.item == candidate.item.id), None)
        if earlier:
            self._keyboard.say(
                f"  Decided before, on line {earlier.line}: {said(earlier)}. Edit that row instead."
            )
            return
        reason = self._keyboard.ask("Why is it not meant? ").strip()
        if not reason:
            raise _Left
        self._save(
            listed,
            candidate.item.id,
            predicate="closeMatch" if listed.entity.is_topic else "exactMatch",
            rejected=True,
            object_label=candidate.item.label,
            confidence=self._confidence("0.9"),
            comment=_sentences(reason, self._given.origin),
        )

    def _none(self, listed: Listed) -> bool:
        if accepted := next((each for each in self._before(listed) if not each.rejected), None):
            self._keyboard.say(
                f"  Decided before, on line {accepted.line}: {said(accepted)}. Edit that row instead."
            )
            return False
        usual = "None of the items found stands for it" if listed.candidates else "No item was found"
        reason = self._keyboard.ask(f"Why [{usual}]? ").strip() or usual
        self._save(
            listed,
            None,
            predicate="exactMatch",
            object_label="",
            confidence="",
            comment=_sentences(reason, self._given.origin),
        )
        return True

    def _before(self, listed: Listed) -> list[Decision]:
        return [each for each in self._table.decisions() if each.subject == listed.entity.iri]

    def _sources(self, candidate: Candidate, verb: str) -> list[str] | None:
        """What gives the id beside Wikidata as it is now; None if that is too little for an exact match."""
        known = list(candidate.item.evidence)
        if verb == "exact" and len(known) + self._given.live < 2:
            if named := self._keyboard.ask("Which second source, by another author, gives this id? ").strip():
                known.append(named)
            if len(known) + self._given.live < 2:
                return None
        return known

    def _told(self, sources: list[str]) -> str:
        if not sources:
            return ""
        return f"{'Second source' if self._given.live else 'Sources'}: {'; '.join(sources)}"

    def _confidence(self, usual: str) -> str:
        while True:
            written = self._keyboard.ask(f"How sure, from 0 to 1 [{usual}]? ").strip() or usual
            if _CONFIDENCE.fullmatch(written):
                return f"{Decimal(written).normalize():f}"
            self._keyboard.say("  Write a number from 0 to 1, such as 0.8.")

    def _save(
        self,
        listed: Listed,
        item: str | None,
        *,
        predicate: str,
        object_label: str,
        confidence: str,
        comment: str,
        rejected: bool = False,
        instead_of: Decision | None = None,
    ) -> None:
        row: Mapping[str, str] = {
            "subject_id": self._table.written(listed.entity.iri),
            "subject_label": listed.entity.label,
            "predicate_id": self._table.written(SKOS[predicate]),
            "predicate_modifier": "Not" if rejected else "",
            "object_id": self._table.written(WD[item] if item else SSSOM.NoTermFound),
            "object_label": object_label,
            "mapping_justification": self._table.written(SEMAPV.ManualMappingCuration),
            "author_label": self._given.author,
            "mapping_date": self._given.today.isoformat(),
            "confidence": confidence,
            "comment": comment,
        }
        try:
            line = self._table.save(row, instead_of)
        except LinkError:
            self._keyboard.say("  Not saved; the table is as it was.")
            raise
        negation = "not " if rejected else ""
        says = f"{row['subject_id']} {negation}{row['predicate_id']} {row['object_id']}"
        self._keyboard.say(f"  {self._table.shown}:{line}: {says}")
        if instead_of:
            self._keyboard.say("  It takes the place of the row that said there is no item.")


def only_close(listed: Listed, candidate: Candidate) -> str | None:
    """Say why no item can be exactly this entity, or None if one can."""
    if listed.entity.kind == "Event":
        return "Close only: an event here is a topic."
    if listed.entity.kind in ("State", "SelfProclaimedEntity"):
        return "Close only: the item is the country as a whole, the actor is the state as it acts and speaks."
    if listed.entity.kind == "Place" and candidate.item.kinds & COUNTRIES:
        return "Close only: the item is the country as a whole, the place is its land."
    return None


def why(candidate: Candidate) -> str:
    """Say in a sentence what speaks for the item, or against it: the best reason of each aspect."""
    best: dict[str, Reason] = {}
    for reason in candidate.reasons:
        if reason.points and reason.aspect != "description":
            best.setdefault(reason.aspect, reason)
    words = "; ".join(each.words for each in best.values()) or candidate.reasons[0].words
    return words[:1].upper() + words[1:]


def proposed(candidate: Candidate) -> str:
    """Propose how sure one may be of a close match, from the score."""
    return "0.8" if candidate.score >= 80 else "0.7" if candidate.score >= 50 else "0.5"


def _sentences(*parts: str) -> str:
    texts = [" ".join(each.split()) for each in parts]
    return " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in texts if text)
