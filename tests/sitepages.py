"""What tests of pages have in common: a request, and the words of an answer."""

from __future__ import annotations

import html
import re

from claimgraph.site.page import Asked


def asked(path: str, **parameters: str) -> Asked:
    """A request for a page."""
    return Asked(path, {name: [value] for name, value in parameters.items()})


def words(page: str) -> str:
    """The text of a page, without tags and with single spaces."""
    main = page.partition('<main id="main">')[2].partition("</main>")[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())
