"""The files that the page loads: scripts and styles, all from this server and none from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

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
    vendored = resources.files("claimgraph").joinpath("vendor", "yasgui")
    script, style = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
    return {
        "/style.css": Asset(style, ours.joinpath("style.css").read_bytes()),
        "/icon.svg": Asset("image/svg+xml", ours.joinpath("icon.svg").read_bytes()),
        "/search.js": Asset(script, ours.joinpath("search.js").read_bytes()),
        "/editor.js": Asset(script, ours.joinpath("editor.js").read_bytes()),
        f"/yasgui-{YASGUI}/yasgui.min.js": Asset(
            script, vendored.joinpath("yasgui.min.js").read_bytes(), 365 * _DAY
        ),
        f"/yasgui-{YASGUI}/yasgui.min.css": Asset(
            style, vendored.joinpath("yasgui.min.css").read_bytes(), 365 * _DAY
        ),
    }
