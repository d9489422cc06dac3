"""Which page stands at which path, and which kind of page an entity has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.namespaces import CG
from claimgraph.site.actors import actor, actors
from claimgraph.site.articles import article, articles
from claimgraph.site.claims import claim, relation, utterance
from claimgraph.site.compare import compare
from claimgraph.site.dispute import event, proposition
from claimgraph.site.disputes import disputes, unanswered
from claimgraph.site.events import events
from claimgraph.site.figurepage import figure, figures
from claimgraph.site.mappage import places_map, position
from claimgraph.site.naming import kind_of
from claimgraph.site.ontology import ontology, term
from claimgraph.site.page import Asked, Page, PageMaker, ResourceMaker
from claimgraph.site.passages import passage, sentence
from claimgraph.site.places import place, places
from claimgraph.site.questions import question
from claimgraph.site.resource import about, resource
from claimgraph.site.search import search, suggest
from claimgraph.site.start import start
from claimgraph.site.timelinepage import timeline
from claimgraph.site.uses import use
from claimgraph.site.why import why

if TYPE_CHECKING:
    from claimgraph.site.site import Site

PAGES: Mapping[str, PageMaker] = {
    "": start,
    "about": about,
    "actors": actors,
    "articles": articles,
    "events": events,
    "ontology": ontology,
    "places": places,
    "search": search,
    "suggest": suggest,
    "compare": compare,
    "disputes": disputes,
    "why": why,
    "figures": figures,
    "map": places_map,
    "timeline": timeline,
    "unanswered": unanswered,
}
# By local name of a class of the ontology; the first that an entity belongs to decides.
KINDS: Mapping[str, ResourceMaker] = {
    "Actor": actor,
    "Article": article,
    "NameUse": use,
    "TermUse": use,
    "Sentence": sentence,
    "Passage": passage,
    "Place": place,
    "Figure": figure,
    "DisclosureGapProposition": figure,
    "Position": position,
    "Claim": claim,
    "ClaimRelation": relation,
    "Event": event,
    "MediaItem": event,
    "Proposition": proposition,
    "Utterance": utterance,
}

# By the first part of the path, for names whose kind no class of the ontology tells.
PATHS: Mapping[str, ResourceMaker] = {
    "ontology": term,
    "query": question,
}


def resource_page(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Make the page of an entity by its kind; every entity has one."""
    if asked.first("view") == "statements":
        return resource(site, asked, entity)
    if maker := PATHS.get(kind_of(entity)):
        return maker(site, asked, entity)
    types = site.reader.types(entity)
    for name, maker in KINDS.items():
        if f"{CG}{name}" in types:
            return maker(site, asked, entity)
    return resource(site, asked, entity)
