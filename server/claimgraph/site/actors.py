"""Actors: the index by type, and the page of each, offices and voices too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.accounts import Account
from claimgraph.site.decisions import decisions
from claimgraph.site.mentions import of_kind, roles
from claimgraph.site.naming import forms
from claimgraph.site.page import Asked, Page
from claimgraph.site.paging import part
from claimgraph.site.reader import DEFINITION, Reader, cg

if TYPE_CHECKING:
    from claimgraph.site.site import Site

LISTED = 100
CLAIMS = 25
MENTIONED = 25
_MANNERS = tuple(cg(f"onBehalfOf{manner}") for manner in ("Stated", "ByOffice", "AsInstitution"))
_SPEAKERS = (cg("claimant"), cg("possibleClaimant"))


@dataclass(frozen=True)
class Principal:
    """Who speaks for whom: always (``standing``), or in some claims of which ``accounts`` tells."""

    speaker: ox.NamedNode
    manner: ox.NamedNode
    principal: ox.NamedNode
    accounts: tuple[Account, ...]

    @property
    def standing(self) -> bool:
        """Tell whether it holds apart from any claim."""
        return not self.accounts


def actors(site: Site, asked: Asked) -> Page:
    """List all actors by type and name."""
    listed = part(site.members.of("Actor"), asked, LISTED)
    groups: defaultdict[ox.NamedNode, list[ox.NamedNode]] = defaultdict(list)
    for member in listed.items:
        groups[member.kind].append(member.entity)
    content = {"part": listed, "groups": list(groups.items()), "path": "actors"}
    return Page("Actors", "actors.html", content, about=[member.entity for member in listed.items])


def actor(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show who an actor is, for whom it speaks, what it says and what is said of it."""
    reader = site.reader
    leading = reader.leading(entity)
    claims = {claim for predicate in _SPEAKERS for claim in leading.get(predicate, ())}
    said = site.accounts.sorted(claims)
    named = roles(leading)
    office = "Office" in {each.value.rpartition("/")[2] for each in site.kinds.of(entity)}
    offices = of_kind(reader, named, "OfficeProposition")
    others = {each: those for each, those in named.items() if each not in offices}
    content = {
        "entity": entity,
        "kinds": site.kinds.of(entity),
        "definition": reader.text(entity, DEFINITION),
        "voice": voice(reader, entity),
        "forms": forms(reader, site.accounts.references, entity),
        "office": office,
        "offices": site.mentions.of({each: named[each] for each in offices}),
        "principals": [*_standing(reader, [entity]), *_by_claim(said, entity)],
        "chain": [each for each in reader.nodes(entity, cg("represents")) if each != entity],
        "speakers": _speaking_for(site, entity, leading.keys() & set(_MANNERS)),
        "said": part(said, asked, CLAIMS),
        "mentions": part(site.mentions.of(others), asked, MENTIONED, "mentions"),
        "decisions": decisions(reader, entity),
    }
    return Page(reader.label(entity), "actor.html", content, about=(entity,))


def voice(reader: Reader, entity: ox.NamedNode) -> tuple[ox.NamedNode, ox.NamedNode] | None:
    """Give the article and the part of it whose voice an actor is; None if it is none."""
    article, layout = reader.node(entity, cg("voiceOf")), reader.node(entity, cg("voicePart"))
    return (article, layout) if article and layout else None


def _standing(reader: Reader, speakers: Iterable[ox.NamedNode]) -> list[Principal]:
    return [
        Principal(speaker, manner, principal, ())
        for speaker in speakers
        for manner in _MANNERS
        for principal in reader.nodes(speaker, manner)
    ]


def _by_claim(said: Iterable[Account], entity: ox.NamedNode) -> list[Principal]:
    found: defaultdict[tuple[ox.NamedNode, ox.NamedNode], list[Account]] = defaultdict(list)
    for account in said:
        for step in account.steps:
            if step.speaker == account.claim:
                found[step.manner, step.principal].append(account)
    return [
        Principal(entity, manner, principal, tuple(accounts))
        for (manner, principal), accounts in found.items()
    ]


def _speaking_for(site: Site, entity: ox.NamedNode, manners: Iterable[ox.NamedNode]) -> list[Principal]:
    standing: list[Principal] = []
    found: defaultdict[tuple[ox.NamedNode, ox.NamedNode], list[Account]] = defaultdict(list)
    for manner in sorted(manners, key=str):
        for subject in site.reader.subjects(manner, entity):
            if cg("Claim").value not in site.reader.types(subject):
                standing.append(Principal(subject, manner, entity, ()))
                continue
            account = site.accounts.of(subject)
            for speaker in account.speakers:
                found[manner, speaker].append(account)
    by_claim = [
        Principal(speaker, manner, entity, tuple(accounts)) for (manner, speaker), accounts in found.items()
    ]
    return sorted(
        [*standing, *by_claim], key=lambda each: (site.reader.label(each.speaker), str(each.manner))
    )
