"""From degrees to a flat map, as Leaflet does it by default (spherical Mercator)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import atan, degrees, log, pi, radians, sinh, tan

WIDTH = 1000.0
_SHORTEST, _LONGEST = 0.45, 0.75
_POLE = 85.0

Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """A stretch of the earth, drawn 1000 units wide; ends in degrees."""

    west: float
    south: float
    east: float
    north: float

    @cached_property
    def height(self) -> float:
        """Give how high the drawing is."""
        return (self._top - _up(self.south)) * self._units

    def at(self, longitude: float, latitude: float) -> Point:
        """Give where a point of the earth is drawn, counted from the upper left corner."""
        return (longitude - self.west) * self._units, (self._top - _up(latitude)) * self._units

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point of the earth lies in the frame."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def cut(self, ring: Iterable[Point]) -> list[Point]:
        """Cut a ring of longitudes and latitudes to the frame; empty if none of it lies inside."""
        points = list(ring)
        for axis, bound, sign in (
            (0, self.west, 1),
            (0, self.east, -1),
            (1, self.south, 1),
            (1, self.north, -1),
        ):
            points = _cut(points, axis, bound, sign)
        return points

    @cached_property
    def _top(self) -> float:
        return _up(self.north)

    @cached_property
    def _units(self) -> float:
        return WIDTH / (self.east - self.west)


def frame(points: Sequence[Point], least: float = 1.5) -> Frame:
    """Make the frame around points (longitude, latitude), with room for names, not too long and not too flat.

    ``least`` is how many degrees it is wide at least.
    """
    longitudes, heights = [point[0] for point in points], [_up(point[1]) for point in points]
    middle, level = (min(longitudes) + max(longitudes)) / 2, (min(heights) + max(heights)) / 2
    width = max((max(longitudes) - min(longitudes)) * 1.3, least)
    height = max((max(heights) - min(heights)) * 1.3, width * _SHORTEST)
    width = max(width, height / _LONGEST)
    return Frame(
        round(middle - width / 2, 3),
        round(_down(level - height / 2), 3),
        round(middle + width / 2, 3),
        round(_down(level + height / 2), 3),
    )


def _up(latitude: float) -> float:
    return degrees(log(tan(pi / 4 + radians(min(max(latitude, -_POLE), _POLE)) / 2)))


def _down(height: float) -> float:
    return degrees(atan(sinh(radians(height))))


def _cut(points: list[Point], axis: int, bound: float, sign: int) -> list[Point]:
    """Keep what lies on one side of a line (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for before, point in zip([*points[-1:], *points[:-1]], points, strict=True):
        inside, was = sign * (point[axis] - bound) >= 0, sign * (before[axis] - bound) >= 0
        if inside != was:
            share = (bound - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + share * (point[1 - axis] - before[1 - axis])
            kept.append((bound, other) if axis == 0 else (other, bound))
        if inside:
            kept.append(point)
    return kept
