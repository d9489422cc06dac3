"""Which page stands at which path, and which kind of page an entity has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.namespaces import CG
from claimgraph.site.figurepage import figure, figures
from claimgraph.site.mappage import places_map, position
from claimgraph.site.page import Asked, Page, PageMaker, ResourceMaker
from claimgraph.site.resource import about, resource
from claimgraph.site.start import start
from claimgraph.site.timelinepage import timeline

if TYPE_CHECKING:
    from claimgraph.site.site import Site

PAGES: Mapping[str, PageMaker] = {
    "": start,
    "about": about,
    "figures": figures,
    "map": places_map,
    "timeline": timeline,
}
# What every page offers at its top.
MENU: Sequence[tuple[str, str]] = (
    ("figures", "Figures"),
    ("timeline", "Timeline"),
    ("map", "Map"),
    ("query", "Query"),
)
# By local name of a class of the ontology; the first that an entity belongs to decides.
KINDS: Mapping[str, ResourceMaker] = {
    "Figure": figure,
    "DisclosureGapProposition": figure,
    "Position": position,
}


def resource_page(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Make the page of an entity by its kind; every entity has one."""
    types = site.reader.types(entity)
    for name, maker in KINDS.items():
        if f"{CG}{name}" in types:
            return maker(site, asked, entity)
    return resource(site, asked, entity)
