"""Search: the page, and the same as JSON for the script that answers while a reader types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.addresses import Addresses
from claimgraph.site.nameindex import Found, Hit, Name
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import cg, node
from claimgraph.site.writing import language_name

if TYPE_CHECKING:
    from claimgraph.site.site import Site

SHOWN = 50
SUGGESTED = 10
LONGEST = 200
_NAMES = 3
# What a reader may restrict a search to: the first part of the path, and how it is called.
KINDS = (
    ("", "anything"),
    ("actor", "actors"),
    ("office", "offices"),
    ("place", "places"),
    ("event", "events"),
    ("article", "articles"),
    ("term", "loaded words"),
    ("proposition", "propositions"),
    ("claim", "claims"),
    ("query", "stored questions"),
    ("ontology", "terms of the ontology"),
)


@dataclass(frozen=True)
class Match:
    """A name that fits, with its language and, in words, whose it is."""

    form: str
    language: str
    whose: str


@dataclass(frozen=True)
class Result:
    """An entity that was found: what it is, and the names of it that fit besides its label."""

    entity: ox.NamedNode
    kind: str
    matches: list[Match]


def search(site: Site, asked: Asked) -> Page:
    """Show what has a name that fits ``q``, of one ``kind`` if it is given, a page at a time."""
    query, found, page = _ask(site, asked)
    start = (page - 1) * SHOWN
    hits = found.hits[start : start + SHOWN]
    content = {
        "query": query,
        "kinds": KINDS,
        "kind": asked.first("kind"),
        "found": found,
        "results": [_result(site, hit) for hit in hits],
        "start": start,
        "page_number": page,
        "more": len(found.hits) > start + SHOWN,
    }
    title = f"Search: {query}" if query else "Search"
    return Page(title, "search.html", content, about=[hit.entity for hit in hits])


def suggest(site: Site, asked: Asked) -> Page:
    """Give the first results for ``q`` as JSON, with an address for each."""
    query, found, _ = _ask(site, asked)
    at = Addresses(asked.root)
    hits = found.hits[:SUGGESTED]
    rows = [
        {
            "address": at.of(result.entity.value),
            "label": site.reader.label(result.entity),
            "kind": result.kind,
            "names": [vars(match) for match in result.matches],
        }
        for result in (_result(site, hit) for hit in hits)
    ]
    document = {
        "query": query,
        "instead": found.instead,
        "total": len(found.hits),
        "whole": found.whole,
        "results": rows,
        "all": at.page("search", [("q", query), ("kind", asked.first("kind"))]),
    }
    return Page("Suggestions", "search.html", {}, about=[hit.entity for hit in hits], document=document)


def _ask(site: Site, asked: Asked) -> tuple[str, Found, int]:
    query = " ".join(asked.first("q").split())[:LONGEST]
    number = asked.first("page")
    page = int(number) if number.isascii() and number.isdigit() and 0 < int(number[:6]) < 1_000 else 1
    exact = node(query) if ":" in query else None
    if exact is not None and site.reader.known(exact):
        return query, Found([Hit(exact, "", ())]), 1
    return query, site.index.find(query, asked.first("kind")), page


def _result(site: Site, hit: Hit) -> Result:
    label = site.reader.label(hit.entity)
    matches: dict[tuple[str, str], Match] = {}
    for name in hit.names:
        if name.form != label and name.source != name.entity and len(matches) < _NAMES:
            match = _match(site, name)
            matches.setdefault((match.form, match.whose), match)
    return Result(hit.entity, site.kinds.words(hit.entity), list(matches.values()))


def _match(site: Site, name: Name) -> Match:
    reader = site.reader
    if name.source is None:
        return Match(name.form, name.language, "")
    if users := reader.nodes(name.source, cg("usedBy")):
        return Match(name.form, name.language, f"used by {', '.join(map(reader.label, users))}")
    gazetteers = ", ".join(map(reader.label, reader.nodes(name.source, cg("takenFrom"))))
    whose = f"{language_name(name.language)}, according to {gazetteers}" if gazetteers else ""
    return Match(name.form, name.language, whose)
