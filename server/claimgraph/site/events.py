"""The index of events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.site.actors import LISTED
from claimgraph.site.page import Asked, Page
from claimgraph.site.paging import part
from claimgraph.site.reader import cg
from claimgraph.site.spans import span

if TYPE_CHECKING:
    from claimgraph.site.site import Site

DESCRIBED = ("describedNotBefore", "describedNotAfter", "allegedDayPart", "allegedTimeExpression")


def events(site: Site, asked: Asked) -> Page:
    """List all events by name, with what claims affirm of each as a whole."""
    reader = site.reader
    listed = part(site.members.of("Event"), asked, LISTED)
    rows = [
        (
            member.entity,
            reader.nodes(member.entity, cg("topicPlace")),
            reader.nodes(member.entity, cg("describedKind")),
            span(reader, member.entity, DESCRIBED),
        )
        for member in listed.items
    ]
    content = {"part": listed, "events": rows}
    return Page("Events", "events.html", content, about=[member.entity for member in listed.items])
