"""Fixtures for tests of pages: a site over the graph of this repository."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from claimgraph.pipeline import Checked
from claimgraph.site.page import Asked
from claimgraph.site.site import HTML, Site

Words = Callable[..., str]


@pytest.fixture(scope="session")
def site(repository: Checked) -> Site:
    """The site over the closed graph of this repository."""
    assert repository.graph is not None
    made = Site(repository.graph.store)
    made.prepare()
    return made


@pytest.fixture(scope="session")
def page_of(site: Site) -> Words:
    """Write the page at a path as HTML, which has to be there."""

    def write(path: str, parameters: Mapping[str, Sequence[str]] | None = None) -> str:
        rendered = site.render(Asked(path, parameters or {}, "", "http://e/sparql", "r"), HTML)
        assert rendered.status == 200
        return rendered.body.decode()

    return write


@pytest.fixture(scope="session")
def words_of(page_of: Words) -> Words:
    """Give the words of the main part of the page at a path, as a reader sees them."""

    def read(path: str, parameters: Mapping[str, Sequence[str]] | None = None) -> str:
        main = page_of(path, parameters).partition("<main")[2].partition("</main>")[0]
        main = re.sub(r'<a class="why".*?</a>', "", main).partition(">")[2]
        text = html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(p|li|dd|dt|h\d|td|th)>", " ", main)))
        return " ".join(text.split()).replace(" ,", ",").replace(" .", ".")

    return read
