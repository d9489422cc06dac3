"""The map: towns where gazetteers put them, no mark for areas, no borders, all alike."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimgraph.namespaces import BASE
from claimgraph.site.land import outline, read_land
from claimgraph.site.page import Asked
from claimgraph.site.projection import WIDTH, Frame, frame
from claimgraph.site.site import HTML, Site
from pagetree import classed, tree, words

# The towns that the articles name; Istanbul and Moscow only in the line of contributors.
NEAR = {"Baku", "Ganja", "Horadiz", "Jabrayil", "Mingachevir", "Shusha", "Stepanakert", "Terter", "Yerevan"}
FAR = {"Istanbul", "Moscow"}
AREAS = {"armenia", "azerbaijan", "nagorno-karabakh", "syria"}
LONGITUDES, LATITUDES = st.floats(-170, 170), st.floats(-75, 75)
POINTS = st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=8)


@pytest.fixture(scope="session")
def page(site: Site) -> Element:
    return tree(site.render(Asked("map"), HTML).body)


def drawing(page: Element, name: str) -> Element:
    return next(each for each in classed(page, "map") if each.get("id") == name)


def marks(drawn: Element) -> dict[str, tuple[float, float]]:
    """Where each place has its mark."""
    found = {}
    for link in classed(drawn, "place"):
        circle = next(link.iter("circle"))
        found[words(link)] = float(circle.get("cx", "")), float(circle.get("cy", ""))
    return found


def row(page: Element, place: str) -> Element:
    return next(each for each in page.iter("tr") if each.get("id") == place)


def test_towns_have_marks_and_areas_have_none(page: Element) -> None:
    assert set(marks(drawing(page, "near"))) == NEAR
    assert set(marks(drawing(page, "far"))) == NEAR | FAR
    for area in AREAS:
        assert "not drawn" in words(row(page, area))


def test_towns_lie_as_they_do_to_each_other(page: Element) -> None:
    at = marks(drawing(page, "near"))
    assert at["Yerevan"][0] < at["Ganja"][0] < at["Mingachevir"][0] < at["Baku"][0]
    assert at["Ganja"][1] < at["Terter"][1] < at["Stepanakert"][1] < at["Shusha"][1] < at["Jabrayil"][1]


def test_all_marks_are_alike_and_there_are_no_borders(page: Element) -> None:
    for drawn in classed(page, "map"):
        assert len({tuple(sorted(c.items())) for c in _shapes(drawn)}) == 1
        paths = [each.get("class") for each in drawn.iter("path")]
        assert paths == ["land", "bar"]
        assert not list(drawn.iter("image"))


def _shapes(drawn: Element) -> list[dict[str, str]]:
    return [
        {name: value for name, value in circle.items() if name not in ("cx", "cy")}
        for circle in drawn.iter("circle")
    ]


def test_names_do_not_lie_on_each_other_or_on_marks(page: Element) -> None:
    drawn = drawing(page, "near")
    boxes = []
    for link in classed(drawn, "place"):
        text = next(link.iter("text"))
        x, y, length = float(text.get("x", "")), float(text.get("y", "")), 8.0 * len(words(link))
        left = {"start": x, "end": x - length, "middle": x - length / 2}[text.get("text-anchor", "")]
        boxes.append((left, y - 14, left + length, y + 3))
    for one, other in [(a, b) for a in boxes for b in boxes if a < b]:
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    for box in boxes:
        assert all(not (box[0] < x < box[2] and box[1] < y < box[3]) for x, y in marks(drawn).values())


def test_names_are_listed_with_who_uses_them(page: Element) -> None:
    shusha, stepanakert = words(row(page, "shusha")), words(row(page, "stepanakert"))
    assert "Shushi: Arayik Harutyunyan article b, sentence 6, article b, sentence 8" in shusha
    assert "Shusha: The headline of the report on the advance towards Shusha article b, sentence 1" in shusha
    assert (
        "Khankendi: The body of the report on the advance towards Shusha article b, sentence 7" in stepanakert
    )
    assert "Ստեփանակերտ (hy)" in stepanakert
    assert "Xankəndi (az)" in stepanakert
    assert "GeoNames 146970" in stepanakert


def test_events_are_listed_at_their_place(page: Element) -> None:
    assert "What is reported of Ganja on 4 October 2020" in words(row(page, "ganja"))
    assert "What a picture of 22 October 2020 shows of Ganja" in words(row(page, "ganja"))
    assert "What is reported of Shusha" in words(row(page, "shusha"))


def test_every_place_is_in_the_list(site: Site, page: Element) -> None:
    places = {iri.removeprefix(f"{BASE}place/") for iri in site.names("place")}
    assert places <= {each.get("id") for each in page.iter("tr")}


def test_the_map_is_whole_without_scripts(site: Site, page: Element) -> None:
    rendered = site.render(Asked("map"), HTML)
    assert rendered.scripts
    assert not [each for each in page.iter() if each.get("style")]
    assert [each.get("src") for each in page.iter("script") if each.get("src")] == [
        "/leaflet-1.9.4/leaflet.js",
        "/map.js",
    ]
    assert all(each.get("href", "").startswith("/place/") for each in classed(page, "place"))


def test_a_position_says_which_gazetteer_and_no_article_has_it(site: Site) -> None:
    town = tree(site.render(Asked("position/ganja"), HTML).body)
    assert set(marks(drawing(town, "here"))) == {"Ganja"}
    assert "according to GeoNames, record 586523" in words(town)
    area = tree(site.render(Asked("position/nagorno-karabakh"), HTML).body)
    assert not classed(area, "map")
    assert "is not drawn" in words(area)


def test_land_is_drawn_where_it_is() -> None:
    land = read_land()
    caspian = Frame(50.6, 40.0, 51.4, 40.5)
    assert not _filled(outline(land, caspian), 500, 300)
    baku = Frame(49.0, 40.0, 50.5, 41.0)
    assert _filled(outline(land, baku), *baku.at(49.5, 40.5))
    black_sea = Frame(30.0, 42.5, 38.0, 44.0)
    assert not _filled(outline(land, black_sea), *black_sea.at(34.0, 43.0))


def _filled(path: str, x: float, y: float) -> bool:
    """Whether a point is inside a path by the rule evenodd."""
    inside = False
    for ring in re.findall(r"M([^Z]+)Z", path):
        numbers = [float(each) for each in ring.split()]
        points = list(zip(numbers[::2], numbers[1::2], strict=True))
        for (x1, y1), (x2, y2) in pairwise([*points, points[0]]):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


@given(POINTS)
def test_a_frame_holds_its_points_with_room_around(points: list[tuple[float, float]]) -> None:
    made = frame(points)
    assume(made.south > -80 and made.north < 80)
    assert 0.4 * WIDTH <= made.height <= 0.8 * WIDTH
    for longitude, latitude in points:
        assert made.holds(longitude, latitude)
        x, y = made.at(longitude, latitude)
        assert 0 < x < WIDTH
        assert 0 < y < made.height


@given(LONGITUDES, LONGITUDES, LATITUDES, LATITUDES)
def test_east_is_right_and_north_is_up(west: float, east: float, south: float, north: float) -> None:
    assume(east - west > 1e-6 and north - south > 1e-6)
    made = Frame(-180, -80, 180, 80)
    assert made.at(west, 0)[0] < made.at(east, 0)[0]
    assert made.at(0, north)[1] < made.at(0, south)[1]


def test_the_projection_is_that_of_leaflet() -> None:
    # What L.Projection.SphericalMercator of Leaflet 1.9.4 gives for 40 degrees north, in metres.
    world = Frame(-180, -85, 180, 85)
    metres = 2 * 20037508.342789244 / WIDTH
    assert (world.at(0, 0)[1] - world.at(0, 40)[1]) * metres == pytest.approx(4865942.2795, rel=1e-6)


@given(POINTS, st.floats(-60, 0), st.floats(1, 60))
def test_what_is_cut_lies_in_the_frame(ring: list[tuple[float, float]], low: float, size: float) -> None:
    made = Frame(low, low / 2, low + size, low / 2 + size / 2)
    for longitude, latitude in made.cut(ring):
        assert low - 1e-6 <= longitude <= low + size + 1e-6
        assert low / 2 - 1e-6 <= latitude <= low / 2 + size / 2 + 1e-6
    inside = [point for point in ring if made.holds(*point)]
    assert set(inside) <= set(made.cut(ring))
