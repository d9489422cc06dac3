"""The first page: what the graph holds and where to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.site.headings import HEADINGS
from claimgraph.site.page import Asked, Page

if TYPE_CHECKING:
    from claimgraph.site.site import Site

SHOWN = 6


def start(site: Site, asked: Asked) -> Page:
    """Show the disputes to begin with, what nobody has answered, the articles and the ways in."""
    overview = site.overview
    return Page(
        "claimgraph",
        "start.html",
        {
            "foremost": overview.foremost[:SHOWN],
            "overview": overview,
            "articles": overview.articles[:SHOWN],
            "signs": HEADINGS,
        },
        about=tuple(article.node for article in overview.articles[:SHOWN]),
    )
