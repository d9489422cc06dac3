"""The files that the page loads: what was vendored is what was published, and nothing else is called."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from starlette.testclient import TestClient

from claimgraph.assets import YASGUI, assets

VENDORED = Path(__file__).parents[1] / "server" / "claimgraph" / "vendor" / "yasgui"
README = (VENDORED / "README.md").read_text("utf-8")
DIGESTS = dict(re.findall(r"^\| `([\w.]+)` \| `([0-9a-f]{64})` \|$", README, re.MULTILINE))


def test_the_vendored_files_are_the_published_ones() -> None:
    assert set(DIGESTS) == {"yasgui.min.js", "yasgui.min.css"}
    for name, digest in DIGESTS.items():
        assert hashlib.sha256((VENDORED / name).read_bytes()).hexdigest() == digest
    assert {path.name for path in VENDORED.iterdir()} == {*DIGESTS, "README.md", "LICENSE.txt"}


def test_version_licence_and_recipe_are_there() -> None:
    assert f"| version | {YASGUI} |" in README
    assert f"npm pack @zazuko/yasgui@{YASGUI}" in README
    licence = (VENDORED / "LICENSE.txt").read_text("utf-8")
    assert licence.startswith(f"@zazuko/yasgui {YASGUI}")
    assert "The MIT License" in licence


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
            "public, max-age=31536000, immutable" if YASGUI in path else "no-cache"
        )
