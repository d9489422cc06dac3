"""The files that the page loads: what was vendored is what was published, and nothing else is called."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from claimgraph.assets import YASGUI, assets
from claimgraph.site.menu import LAND, LEAFLET

VENDOR = Path(__file__).parents[1] / "server" / "claimgraph" / "vendor"
FILES = {
    "yasgui": {"yasgui.min.js", "yasgui.min.css"},
    "leaflet": {"leaflet.js", "leaflet.css"},
    "land": {"land.geojson"},
}
DIGEST = re.compile(r"^\| `([\w.]+)` \| `([0-9a-f]{64})` \|$", re.MULTILINE)


@pytest.mark.parametrize("folder", FILES)
def test_the_vendored_files_are_the_published_ones(folder: str) -> None:
    digests = dict(DIGEST.findall((VENDOR / folder / "README.md").read_text("utf-8")))
    assert set(digests) == FILES[folder]
    for name, digest in digests.items():
        assert hashlib.sha256((VENDOR / folder / name).read_bytes()).hexdigest() == digest
    assert {path.name for path in (VENDOR / folder).iterdir()} == {*digests, "README.md", "LICENSE.txt"}
    assert {path.name for path in VENDOR.iterdir()} == set(FILES)


@pytest.mark.parametrize(
    ("folder", "package", "version", "licence"),
    [
        ("yasgui", "@zazuko/yasgui", YASGUI, "The MIT License"),
        ("leaflet", "leaflet", LEAFLET.removeprefix("leaflet-"), "BSD 2-Clause License"),
        ("land", "world-atlas", LAND.removeprefix("land-").partition("/")[0], "Natural Earth"),
    ],
)
def test_version_licence_and_recipe_are_there(folder: str, package: str, version: str, licence: str) -> None:
    readme = (VENDOR / folder / "README.md").read_text("utf-8")
    assert f"| version | {version} |" in readme
    assert f"npm pack {package}@{version}" in readme
    text = (VENDOR / folder / "LICENSE.txt").read_text("utf-8")
    assert text.startswith(f"{package} {version}")
    assert licence in text


def test_the_land_is_small_and_has_no_names_or_borders() -> None:
    content = assets()[f"/{LAND}"].content
    assert len(content) < 60_000
    collection = json.loads(content)
    assert sorted(collection) == ["bbox", "geometries", "type"]
    shapes = collection["geometries"]
    assert [sorted(shape) for shape in shapes] == [["coordinates", "type"]]


def test_the_map_names_no_other_host_and_shows_no_flag() -> None:
    script = assets()["/map.js"].content.decode()
    assert not re.search(r"https?://|\beval\b|new Function|innerHTML|tileLayer", script)
    assert '.setPrefix("Leaflet")' in script


def test_our_script_names_no_other_host() -> None:
    script = assets()["/editor.js"].content.decode()
    hosts = set(re.findall(r"https?://([^/\s\"']+)", script))
    assert hosts == {"www.w3.org"}
    assert not re.search(r"\beval\b|new Function|innerHTML", script)


def test_what_has_its_version_in_its_path_may_be_kept(client: TestClient) -> None:
    for path, asset in assets().items():
        response = client.get(path)
        assert response.status_code == 200
        assert response.content == asset.content
        assert response.headers["cache-control"] == (
            "public, max-age=31536000, immutable" if path.count("/") > 1 else "no-cache"
        )


def test_they_are_compressed_for_those_who_take_it(client: TestClient) -> None:
    for path, asset in assets().items():
        plain = client.get(path, headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers
        with client.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as packed:
            assert packed.headers["content-encoding"] == "gzip"
            assert packed.headers["vary"] == "Accept-Encoding"
            assert gzip.decompress(b"".join(packed.iter_raw())) == asset.content


def test_axe_is_the_published_one_and_not_in_the_package() -> None:
    folder = Path(__file__).parent / "vendor" / "axe"
    readme = (folder / "README.md").read_text("utf-8")
    (digest,) = re.findall(r"^\| `axe\.min\.js` \| `([0-9a-f]{64})` \|$", readme, re.MULTILINE)
    content = (folder / "axe.min.js").read_bytes()
    assert hashlib.sha256(content).hexdigest() == digest
    version = re.search(r"\| version \| ([\d.]+) \|", readme)
    assert version
    assert content.startswith(f"/*! axe v{version[1]}".encode())
    assert "Mozilla Public License" in (folder / "LICENSE").read_text("utf-8")
