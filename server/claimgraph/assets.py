"""The files that the page loads: scripts and styles, all from this server and none from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from claimgraph.site.menu import LAND, LEAFLET

YASGUI = "4.6.2"

_DAY = 86_400


@dataclass(frozen=True)
class Asset:
    """A file as it is sent: its media type, its bytes, and for how many seconds a browser may keep it."""

    media_type: str
    content: bytes
    seconds: int = 0

    @property
    def cache_control(self) -> str:
        """The Cache-Control header."""
        return f"public, max-age={self.seconds}, immutable" if self.seconds else "no-cache"


def assets() -> Mapping[str, Asset]:
    """Read the files by their paths; where the version is in the path, the content never changes."""
    ours = resources.files("claimgraph").joinpath("templates")
    vendor = resources.files("claimgraph").joinpath("vendor")
    script, style = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
    vendored = {
        f"/yasgui-{YASGUI}/yasgui.min.js": ("yasgui", script),
        f"/yasgui-{YASGUI}/yasgui.min.css": ("yasgui", style),
        f"/{LEAFLET}/leaflet.js": ("leaflet", script),
        f"/{LEAFLET}/leaflet.css": ("leaflet", style),
        f"/{LAND}": ("land", "application/geo+json"),
    }
    return {
        "/style.css": Asset(style, ours.joinpath("style.css").read_bytes()),
        "/icon.svg": Asset("image/svg+xml", ours.joinpath("icon.svg").read_bytes()),
        "/search.js": Asset(script, ours.joinpath("search.js").read_bytes()),
        "/editor.js": Asset(script, ours.joinpath("editor.js").read_bytes()),
        "/map.js": Asset(script, ours.joinpath("map.js").read_bytes()),
    } | {
        path: Asset(media_type, vendor.joinpath(folder, path.rpartition("/")[2]).read_bytes(), 365 * _DAY)
        for path, (folder, media_type) in vendored.items()
    }
