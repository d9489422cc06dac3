"""The dispute view: the accounts of an event or of a proposition side by side, by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.accounts import CONTESTS, Account, speeches
from claimgraph.site.headings import QUESTIONS
from claimgraph.site.matters import Matter, Matters
from claimgraph.site.page import Asked, Page
from claimgraph.site.paging import part
from claimgraph.site.reader import Reader, cg
from claimgraph.site.references import Word
from claimgraph.site.relations import CONTEST_NOUNS

if TYPE_CHECKING:
    from claimgraph.site.site import Site

SHOWN = 60
_DESCRIPTIONS = (
    "describedKind",
    "describedPlace",
    "describedAgent",
    "describedTarget",
    "describedNotBefore",
    "describedNotAfter",
)


@dataclass(frozen=True)
class Group:
    """A question about an event with the propositions that answer it."""

    question: str
    matters: tuple[Matter, ...]


def event(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show what is said of an event, or a picture: propositions by question, each with its accounts."""
    reader, matters = site.reader, site.matters
    found = matters.sorted(about(reader, entity))
    paging = part(sorted(found, key=lambda matter: (_rank(matter), matter.order)), asked, SHOWN)
    shown = paging.items
    accounts = accounts_in(matters, shown)
    return Page(
        reader.label(entity),
        "event.html",
        {
            "entity": entity,
            "groups": groups(shown),
            "accounts": accounts,
            "speeches": speeches(accounts),
            "anchors": anchors(accounts),
            "speakers": len({speaker for account in accounts for speaker in account.speakers}),
            "contests": contests_among(accounts),
            "descriptions": [
                (cg(name), values) for name in _DESCRIPTIONS if (values := reader.values(entity, cg(name)))
            ],
            "is_event": cg("Event").value in reader.types(entity),
            "attached": reader.subjects(cg("attaches"), entity),
            "places": reader.nodes(entity, cg("topicPlace")),
            "same": reader.nodes(entity, cg("possiblySameEvent")),
            "words": words_for(site, entity),
            "paging": paging,
            "matters": matters,
        },
        about=(entity,),
    )


def proposition(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show a proposition: what it carries, who says what of it, and the other answers to its question."""
    matters = site.matters
    matter = matters.of(entity)
    alternatives = matters.sorted(matter.alternatives)
    embedding = [(role, matters.of(each)) for role, each in matter.embedding]
    embedded = [each for _, each in embedding]
    accounts = accounts_in(matters, [matter, *alternatives, *embedded])
    accounts = matters.accounts.sorted(
        {account.claim for account in (*accounts, *matter.reason_of)},
    )
    return Page(
        site.reader.label(entity),
        "proposition.html",
        {
            "entity": entity,
            "matter": matter,
            "alternatives": alternatives,
            "embedding": embedding,
            "accounts": accounts,
            "speeches": speeches(accounts),
            "anchors": anchors(accounts),
            "abouts": site.reader.nodes(entity, cg("about")),
            "words": words_for(site, entity),
            "matters": matters,
        },
        about=(entity,),
    )


def about(reader: Reader, entity: ox.NamedNode) -> set[ox.NamedNode]:
    """Give the propositions about an entity, and those in which it has a role."""
    found = {*reader.subjects(cg("about"), entity), *reader.subjects(cg("alleged"), entity)}
    return {each for each in found if cg("Proposition").value in reader.types(each)}


def accounts_in(matters: Matters, shown: Iterable[Matter]) -> list[Account]:
    """Give the accounts that matters show, those that are missed by a denial too, each once."""
    claims = {
        account.claim
        for matter in shown
        for column in matter.columns
        for entry in column.entries
        for account in (entry.account, *entry.missed)
    }
    return matters.accounts.sorted(claims)


def anchors(accounts: Iterable[Account]) -> dict[ox.NamedNode, str]:
    """Give, for each claim whose account stands on a page, the name of its place there."""
    return {account.claim: f"claim-{account.claim.value.rpartition('/')[2]}" for account in accounts}


def groups(matters: Iterable[Matter]) -> list[Group]:
    """Put matters under the questions that they answer."""
    found: dict[str, list[Matter]] = {}
    for matter in matters:
        found.setdefault(matter.question, []).append(matter)
    return [Group(question, tuple(each)) for question, each in found.items()]


def contests_among(accounts: Sequence[Account]) -> list[tuple[ox.NamedNode, str]]:
    """Count the contests between accounts by their kind, in words."""
    here = {account.claim for account in accounts}
    found = [kind for account in accounts for kind, other in account.contests if other in here]
    # Rivals are each other's: two statements, one contest.
    counted = [(kind, found.count(kind) // (2 if kind == cg("rivals") else 1)) for kind in CONTESTS]
    return [(kind, f"{n} {CONTEST_NOUNS[kind][n != 1]}") for kind, n in counted if n]


def words_for(site: Site, entity: ox.NamedNode) -> list[Word]:
    """Give the loaded words that are applied to an entity, with whose they are."""
    found: list[Word] = []
    for use in site.reader.subjects(cg("appliedTo"), entity):
        found += site.matters.accounts.references.uses(use)
    return sorted(found, key=lambda word: word.reference.order)


_RANKS = {question: rank for rank, question in enumerate(QUESTIONS.values())}


def _rank(matter: Matter) -> int:
    return _RANKS.get(matter.question, len(_RANKS))
