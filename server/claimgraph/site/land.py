"""The shape of the land, without borders, as it is drawn under the places."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from claimgraph.site.projection import WIDTH, Frame, Point


@dataclass(frozen=True)
class Land:
    """Outlines of land, inland seas among them; corners (west, south; east, north) of what is known."""

    rings: Sequence[Sequence[Point]]
    corners: tuple[Point, Point]


def read_land() -> Land:
    """Read the outlines that come with the program."""
    file = resources.files("claimgraph").joinpath("vendor", "land", "land.geojson")
    collection = json.loads(file.read_text("utf-8"))
    west, south, east, north = collection["bbox"]
    rings = [
        [(float(point[0]), float(point[1])) for point in ring]
        for shape in collection["geometries"]
        for polygon in shape["coordinates"]
        for ring in polygon
    ]
    return Land(rings, ((west, south), (east, north)))


def known(land: Land, frame: Frame) -> tuple[float, float, float, float]:
    """Give where on a map land and sea are known: left, top, width and height."""
    (left, bottom), (right, top) = (frame.at(*corner) for corner in land.corners)
    left, right = max(left, 0.0), min(right, WIDTH)
    top, bottom = max(top, 0.0), min(bottom, frame.height)
    return round(left, 1), round(top, 1), round(max(right - left, 0), 1), round(max(bottom - top, 0), 1)


def outline(land: Land, frame: Frame) -> str:
    """Write the land within a frame as the data of an SVG path, to be filled by the rule ``evenodd``."""
    return "".join(_path(land, frame))


def _path(land: Land, frame: Frame) -> Iterator[str]:
    for ring in land.rings:
        drawn = [frame.at(*point) for point in frame.cut(ring)]
        whole = list(dict.fromkeys((round(x), round(y)) for x, y in drawn))
        if len(whole) > 2:
            yield f"M{' '.join(f'{x} {y}' for x, y in whole)}Z"
