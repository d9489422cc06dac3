"""The page of the timeline, whole or of some days only."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from claimgraph.site.figurepage import page_number
from claimgraph.site.page import Asked, Page
from claimgraph.site.timeline import HAPPENING, SAYING, Moment, chapters, entry, moments, within

if TYPE_CHECKING:
    from claimgraph.site.site import Site

PAGE = 50
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_KINDS = (("", "both"), (SAYING, "what was said"), (HAPPENING, "what is said to have happened"))


def timeline(site: Site, asked: Asked) -> Page | None:
    """Show what was said and what is said to have happened in order of time, then what has no date."""
    found: list[Moment] = site.once("moments", lambda: moments(site.reader))
    wrong: list[str] = []
    first, last = (_day(asked, name, wrong) for name in ("from", "to"))
    if first and last and last < first:
        wrong.append("The last day is before the first: no day is between them.")
    kind = asked.first("kind")
    if kind not in dict(_KINDS):
        wrong.append(f"There is no kind “{kind[:40]}”: both kinds are shown.")
        kind = ""
    kept = within(found, first, last, kind)
    number = page_number(asked, len(kept), PAGE)
    shown = kept[(number - 1) * PAGE : number * PAGE]
    undated = [entry(site.reader, each) for each in shown if not each.when.dated]
    content = {
        "chapters": chapters(site.reader, [each for each in shown if each.when.dated]),
        "undated": [
            ("Said on a day that is not given", [e for e in undated if e.moment.kind == SAYING]),
            (
                "Said to have happened at a time without a date",
                [e for e in undated if e.moment.kind == HAPPENING],
            ),
        ],
        "wrong": wrong,
        "kinds": _KINDS,
        "kind": kind,
        "kept": len(kept),
        "total": len(found),
        "page_number": number,
        "pages": -(-len(kept) // PAGE),
    }
    return Page("Timeline", "timeline.html", content, about=[each.node for each in shown])


def _day(asked: Asked, name: str, wrong: list[str]) -> date | None:
    text = asked.first(name)
    if not text:
        return None
    if _WRITTEN.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    wrong.append(f"“{text[:40]}” is no day: write it as 2020-10-04. It is left out here.")
    return None
