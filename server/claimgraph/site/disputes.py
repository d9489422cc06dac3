"""Indexes of what is disputed and of what nobody has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimgraph.site.page import Asked, Page
from claimgraph.site.paging import part

if TYPE_CHECKING:
    from claimgraph.site.site import Site

SHOWN = 100


def disputes(site: Site, asked: Asked) -> Page:
    """List the events, or with ``of=propositions`` the contested propositions, with what stands on them."""
    of = "propositions" if asked.first("of") == "propositions" else "events"
    found = site.overview.propositions if of == "propositions" else site.overview.events
    paging = part(found, asked, SHOWN)
    shown = paging.items
    return Page(
        "Disputes",
        "disputes.html",
        {
            "of": of,
            "shown": shown,
            "paging": paging,
            "events": len(site.overview.events),
            "propositions": len(site.overview.propositions),
        },
        about=tuple(each.node for each in shown),
    )


def unanswered(site: Site, asked: Asked) -> Page:
    """List the accusations that nobody replies to, then those whose replies do not clearly deny them."""
    overview = site.overview
    found = (*overview.unanswered, *overview.missed)
    paging = part(found, asked, SHOWN)
    shown = paging.items
    parts = [
        [(site.accounts.of(each.claim), each) for each in shown if each in some]
        for some in (set(overview.unanswered), set(overview.missed))
    ]
    return Page(
        "What nobody has answered",
        "unanswered.html",
        {
            "parts": parts,
            "totals": (len(overview.unanswered), len(overview.missed)),
            "paging": paging,
            "matters": site.matters,
        },
        about=tuple(each.claim for each in shown),
    )
