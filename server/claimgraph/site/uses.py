"""The use of a name or of a loaded word: its form, whose word it is, for what, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.articles import NOTE
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import cg

if TYPE_CHECKING:
    from claimgraph.site.site import Site


def use(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show one use, with the other forms of the same name and the other uses of the same form."""
    reader = site.reader
    form = reader.text(entity, cg("form"))
    named, applied = reader.nodes(entity, cg("names")), reader.nodes(entity, cg("appliedTo"))
    others = [
        (each, reader.text(each, cg("form")), reader.nodes(each, cg("usedBy")))
        for meant in named
        for each in reader.subjects(cg("names"), meant)
        if each != entity
    ]
    content = {
        "entity": entity,
        "form": form,
        "loaded": not named,
        "meant": named or applied,
        "meaning": cg("names") if named else cg("appliedTo"),
        "users": reader.nodes(entity, cg("usedBy")),
        "references": site.accounts.references.all(entity),
        "note": reader.text(entity, NOTE),
        "others": sorted(others, key=lambda row: (row[1], str(row[0]))),
    }
    return Page(f"“{form}”", "use.html", content, about=(entity,))
