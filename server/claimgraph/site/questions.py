"""The page of a stored question: what it asks, its text, and the way to run it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.namespaces import QUERY
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import COMMENT, TYPE
from claimgraph.site.resource import resource
from claimgraph.site.vocabulary import QUESTION, terms

if TYPE_CHECKING:
    from claimgraph.site.site import Site


def question(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show a stored question with the terms it asks with."""
    text = site.vocabulary.text(entity)
    if QUESTION not in site.reader.nodes(entity, TYPE) or not text:
        return resource(site, asked, entity)
    summary = site.reader.text(entity, COMMENT)
    used = sorted(set(terms(text)), key=lambda term: (site.reader.label(term), term.value))
    content = {"entity": entity, "slug": entity.value.removeprefix(str(QUERY)), "text": text, "used": used}
    return Page(summary or site.reader.label(entity), "question.html", content, about=(entity,))
