"""Pages of one claim, of an act of speech with its claims, and of a link between two claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.accounts import speeches
from claimgraph.site.dispute import anchors, words_for
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import cg
from claimgraph.site.relations import LINK_WORDS
from claimgraph.site.resource import resource

if TYPE_CHECKING:
    from claimgraph.site.site import Site


def claim(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show a claim whole: who, for whom, how, when, what, where, and all that stands against it."""
    matters = site.matters
    account = matters.accounts.of(entity)
    together = site.reader.subjects(cg("partOf"), account.utterance.node) if account.utterance else []
    return Page(
        site.reader.label(entity),
        "claim.html",
        {
            "entity": entity,
            "account": account,
            "denied_instead": _denied_instead(account.contests, account.stances),
            "others": [each for each in matters.accounts.sorted(together) if each.claim != entity],
            "events": _events(site, entity),
            "words": words_for(site, entity),
            "matters": matters,
        },
        about=(entity,),
    )


def utterance(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show an act of speech and the claims that were made in it."""
    matters = site.matters
    accounts = matters.accounts.sorted(site.reader.subjects(cg("partOf"), entity))
    said = matters.accounts.utterance(entity)
    return Page(
        site.reader.label(entity),
        "utterance.html",
        {
            "entity": entity,
            "utterance": said,
            "accounts": accounts,
            "speeches": speeches(accounts),
            "anchors": anchors(accounts),
            "evaluated": site.reader.subjects(cg("alleged"), entity),
            "words": words_for(site, entity),
            "matters": matters,
        },
        about=(entity,),
    )


def relation(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show a link between two claims: which, of what kind, and whether the text states it."""
    matters = site.matters
    found = matters.relations.of(entity)
    if found is None:
        return resource(site, asked, entity)
    source, target = matters.accounts.of(found.source), matters.accounts.of(found.target)
    words = LINK_WORDS.get(found.kind, (site.reader.label(found.kind), ""))[0]
    both = [source, target]
    return Page(
        f"{site.reader.label(found.source)} {words}: {site.reader.label(found.target)}",
        "relation.html",
        {
            "entity": entity,
            "relation": found,
            "words": words,
            "speeches": [*speeches([source]), *speeches([target])],
            "anchors": anchors(both),
            "contests": [(kind, other) for kind, other in source.contests if other == target.claim],
            "matters": matters,
        },
        about=(entity,),
    )


def _denied_instead(
    contests: tuple[tuple[ox.NamedNode, ox.NamedNode], ...],
    stances: tuple[tuple[ox.NamedNode, ox.NamedNode], ...],
) -> list[ox.NamedNode]:
    """Give what a denial that misses an allegation denies in its place."""
    if not any(kind == cg("missesAllegation") for kind, _ in contests):
        return []
    return [value for stance, value in stances if stance == cg("negates")]


def _events(site: Site, claim: ox.NamedNode) -> list[ox.NamedNode]:
    """Give the events that a claim speaks of, in propositions within its own too, or that it replies on."""
    found: set[ox.NamedNode] = set()
    account = site.accounts.of(claim)
    stances = [*account.stances]
    for _, other in account.contests:
        stances += site.accounts.of(other).stances
    for _, proposition in stances:
        for each in (proposition, *site.reader.nodes(proposition, cg("allegedContent"))):
            found.update(site.reader.nodes(each, cg("about")))
    events = (about for about in found if cg("Event").value in site.reader.types(about))
    return sorted(events, key=site.reader.label)
