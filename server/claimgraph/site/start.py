"""The first page: what the graph holds and where to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import TYPE, cg

if TYPE_CHECKING:
    from claimgraph.site.site import Site


def start(site: Site, asked: Asked) -> Page:
    """Show the articles of the graph and the ways into it."""
    articles = site.reader.subjects(TYPE, cg("Article"))
    return Page("claimgraph", "start.html", {"articles": articles})
