"""The map of places, and the page of one position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.atlas import all_places, entry
from claimgraph.site.drawing import Drawing, draw, frames, marked
from claimgraph.site.figurepage import PAGE, page_number
from claimgraph.site.land import Land, read_land
from claimgraph.site.menu import LAND, LEAFLET
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import cg
from claimgraph.site.resource import statements

if TYPE_CHECKING:
    from claimgraph.site.site import Site

# Folders of what was vendored, with their versions, as the server shows them.


def places_map(site: Site, asked: Asked) -> Page | None:
    """Show places on a map, and each with its names, where its position is from, and its events."""
    found: list[ox.NamedNode] = site.once("places", lambda: all_places(site.reader))
    number = page_number(asked, len(found))
    shown = found[(number - 1) * PAGE : number * PAGE]
    entries = [entry(site.reader, place) for place in shown]
    pointed = marked(entries)
    content = {
        "drawings": site.once(
            f"map {number}", lambda: [draw(pointed, land(site), each) for each in frames(pointed)]
        ),
        "entries": entries,
        "total": len(found),
        "page_number": number,
        "pages": -(-len(found) // PAGE),
        "land": LAND,
    }
    return Page(
        "Map of places",
        "map.html",
        content,
        about=shown,
        scripts=(f"{LEAFLET}/leaflet.js", "map.js") if pointed else (),
        styles=(f"{LEAFLET}/leaflet.css",) if pointed else (),
    )


def position(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show where a gazetteer puts a place, or the name of an area, for which there is no mark."""
    places = site.reader.nodes(entity, cg("positionOf"))
    entries = [entry(site.reader, place) for place in places]
    content = {
        "entity": entity,
        "entries": entries,
        "drawings": place_drawings(site, places[0]) if places else [],
        **statements(site, entity),
    }
    names = ", ".join(each.label for each in entries)
    return Page(f"Position of {names}" if names else entity.value, "position.html", content, about=(entity,))


def place_drawings(site: Site, place: ox.NamedNode) -> list[Drawing]:
    """Draw one place within the land around it; nothing if it has no point of its own."""
    pointed = marked([entry(site.reader, place)])
    return [draw(pointed, land(site), each) for each in frames(pointed, 8.0)[:1]]


def land(site: Site) -> Land:
    """Give the outlines of the land, read once."""
    outlines: Land = site.once("land", read_land)
    return outlines
