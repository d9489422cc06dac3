"""The shape of the land, without borders, as it is drawn under the places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib import resources

from claimgraph.site.projection import Frame, Point

Rings = Sequence[Sequence[Point]]


def read_land() -> Rings:
    """Read the outlines that come with the program, lakes and inland seas among them."""
    file = resources.files("claimgraph").joinpath("vendor", "land", "land.geojson")
    shapes = json.loads(file.read_text("utf-8"))["geometries"]
    return [
        [(float(point[0]), float(point[1])) for point in ring]
        for shape in shapes
        for polygon in shape["coordinates"]
        for ring in polygon
    ]


def outline(land: Rings, frame: Frame) -> str:
    """Write the land within a frame as the data of an SVG path, to be filled by the rule ``evenodd``."""
    return "".join(_path(land, frame))


def _path(land: Rings, frame: Frame) -> Iterator[str]:
    for ring in land:
        drawn = [frame.at(*point) for point in frame.cut(ring)]
        whole = list(dict.fromkeys((round(x), round(y)) for x, y in drawn))
        if len(whole) > 2:
            yield f"M{' '.join(f'{x} {y}' for x, y in whole)}Z"
