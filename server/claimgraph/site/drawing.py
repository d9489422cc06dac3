"""A map as SVG: land, a net of degrees, a mark and a name for each place, all alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, cos, floor, radians

import pyoxigraph as ox

from claimgraph.site.atlas import Entry
from claimgraph.site.land import Rings, outline
from claimgraph.site.projection import WIDTH, Frame, frame

_LETTER, _LINE, _GAP = 9.5, 20.0, 11.0
_KILOMETRES = 111.2
# How far, in degrees, a place may lie from those that events are about to be on the same map.
_NEAR = 4.0


@dataclass(frozen=True)
class Label:
    """A place on the map: its mark, and its name beside it (``anchor`` as in SVG, ``side`` in words)."""

    place: ox.NamedNode
    words: str
    latitude: float
    longitude: float
    x: float
    y: float
    text_x: float
    text_y: float
    anchor: str
    side: str


@dataclass(frozen=True)
class Drawing:
    """All that a template needs to draw a map; ``net`` has lines (x1, y1, x2, y2, words)."""

    frame: Frame
    height: int
    land: str
    labels: Sequence[Label]
    net: Sequence[tuple[float, float, float, float, str]]
    bar: tuple[float, str]


def marked(entries: Iterable[Entry]) -> list[Entry]:
    """Give the places that get a mark: those with a point that is not one for the name of an area."""
    return [each for each in entries if each.point is not None and not each.point.of_area]


def frames(entries: Sequence[Entry], least: float = 1.5) -> list[Frame]:
    """Give the frame around the places that events are about and those near them, then one around all.

    ``least`` is how many degrees a frame is wide at least.
    """
    spots = [(each.point.longitude, each.point.latitude) for each in entries if each.point]
    if not spots:
        return []
    topics = [
        (each.point.longitude, each.point.latitude)
        for each in entries
        if each.point and (each.topics or each.described)
    ] or spots
    near = [
        spot
        for spot in spots
        if any(abs(spot[0] - other[0]) <= _NEAR and abs(spot[1] - other[1]) <= _NEAR for other in topics)
    ]
    return [frame(each, least) for each in ([near] if len(near) == len(spots) else [near, spots])]


def draw(entries: Sequence[Entry], land: Rings, within: Frame) -> Drawing:
    """Draw the places that lie in a frame."""
    height = round(within.height)
    return Drawing(
        within, height, outline(land, within), _labels(entries, within), _net(within, height), _bar(within)
    )


def _labels(entries: Sequence[Entry], within: Frame) -> list[Label]:
    spots = [
        (each, each.point, *within.at(each.point.longitude, each.point.latitude))
        for each in entries
        if each.point and within.holds(each.point.longitude, each.point.latitude)
    ]
    # A name must not lie on another one, nor on a mark.
    taken = [(x - 7, y - 7, x + 7, y + 7) for _, _, x, y in spots]
    found = []
    for each, spot, x, y in spots:
        length = len(each.label) * _LETTER
        choices = [
            ("right", "start", x + _GAP, y + 6, x + _GAP),
            ("left", "end", x - _GAP, y + 6, x - _GAP - length),
            ("top", "middle", x, y - _GAP, x - length / 2),
            ("bottom", "middle", x, y + _GAP + 14, x - length / 2),
        ]
        boxes = [(left, base - 16, left + length, base - 16 + _LINE) for _, _, _, base, left in choices]
        best = min(range(4), key=lambda number: (_overlap(boxes[number], taken, within), number))
        taken.append(boxes[best])
        side, anchor, text_x, text_y, _ = choices[best]
        found.append(
            Label(
                each.place,
                each.label,
                spot.latitude,
                spot.longitude,
                round(x, 1),
                round(y, 1),
                round(text_x, 1),
                round(text_y, 1),
                anchor,
                side,
            )
        )
    return found


_Box = tuple[float, float, float, float]


def _overlap(box: _Box, others: Iterable[_Box], within: Frame) -> float:
    outside = max(0.0, -box[0], box[2] - WIDTH, -box[1], box[3] - within.height)
    return outside * _LINE + sum(
        max(0.0, min(box[2], other[2]) - max(box[0], other[0]))
        * max(0.0, min(box[3], other[3]) - max(box[1], other[1]))
        for other in others
    )


def _net(within: Frame, height: int) -> list[tuple[float, float, float, float, str]]:
    step = next(
        each for each in (1, 2, 5, 10, 20, 45) if (within.east - within.west) / each <= 10 or each == 45
    )
    lines = []
    for east in range(ceil(within.west / step) * step, floor(within.east) + 1, step):
        x = round(within.at(east, within.south)[0], 1)
        lines.append((x, 0.0, x, float(height), f"{abs(east)}° {'east' if east >= 0 else 'west'}"))
    for north in range(ceil(within.south / step) * step, floor(within.north) + 1, step):
        y = round(within.at(within.west, north)[1], 1)
        lines.append((0.0, y, WIDTH, y, f"{abs(north)}° {'north' if north >= 0 else 'south'}"))
    return lines


def _bar(within: Frame) -> tuple[float, str]:
    """Give the length of a bar of so many kilometres, right in the middle of the map."""
    middle = radians((within.north + within.south) / 2)
    unit = WIDTH / ((within.east - within.west) * _KILOMETRES * cos(middle))
    length = max(
        (each for each in (10, 20, 50, 100, 200, 500, 1000, 2000) if each * unit <= WIDTH / 4), default=10
    )
    return round(length * unit, 1), f"{length} km"
