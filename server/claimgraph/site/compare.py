"""The page that puts two articles side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.namespaces import BASE
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import TYPE, cg, node

if TYPE_CHECKING:
    from claimgraph.site.site import Site


def compare(site: Site, asked: Asked) -> Page:
    """Compare the articles that ``a`` and ``b`` name; the first two of the graph if they name none."""
    reader = site.reader
    articles = sorted(reader.subjects(TYPE, cg("Article")), key=lambda each: (_key(site, each), each.value))
    first = _article(asked.first("a"), articles) or next(iter(articles), None)
    second = _article(asked.first("b"), articles) or next((each for each in articles if each != first), None)
    content: dict[str, object] = {
        "articles": [(each, _key(site, each)) for each in articles],
        "matters": site.matters,
    }
    about = tuple(each for each in (first, second) if each is not None)
    if first is None or second is None:
        return Page("Compare", "compare.html", {**content, "two": None}, about=about)
    return Page(
        f"Articles {_key(site, first)} and {_key(site, second)} side by side",
        "compare.html",
        {
            **content,
            "two": (first, second),
            "keys": (_key(site, first), _key(site, second)),
            "comparison": site.contents.compare(first, second),
        },
        about=about,
    )


def _article(text: str, articles: list[ox.NamedNode]) -> ox.NamedNode | None:
    """Find an article by its IRI, its path or its short name, ``article:a``."""
    if text.startswith("article:"):
        text = f"{BASE}article/{text.removeprefix('article:')}"
    elif text.lstrip("/").startswith("article/"):
        text = f"{BASE}{text.lstrip('/')}"
    wanted = node(text) if text else None
    return wanted if wanted in articles else None


def _key(site: Site, article: ox.NamedNode) -> str:
    return site.reader.text(article, cg("articleKey")) or site.reader.label(article)
