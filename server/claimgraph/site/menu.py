"""The names of what every page offers and loads; whoever needs only these loads no pages."""

from __future__ import annotations

from collections.abc import Sequence

# What every page offers at its top.
MENU: Sequence[tuple[str, str]] = (
    ("disputes", "Disputes"),
    ("unanswered", "Unanswered"),
    ("figures", "Figures"),
    ("timeline", "Timeline"),
    ("map", "Map"),
    ("compare", "Compare"),
    ("articles", "Articles"),
    ("events", "Events"),
    ("actors", "Actors"),
    ("places", "Places"),
    ("ontology", "Ontology"),
    ("query", "Query"),
)
# Folders and files of the map, with the versions that are in the repository.
LEAFLET = "leaflet-1.9.4"
LAND = "land-2.0.2/land.geojson"
