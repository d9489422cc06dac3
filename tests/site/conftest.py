"""The site over the graph of this repository, and over the invented one with its text."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence

import pytest

from claimgraph.closure import Closure
from claimgraph.companion import Companion
from claimgraph.load import Loaded
from claimgraph.pipeline import Checked
from claimgraph.release import dataset
from claimgraph.shapeindex import shape_index
from claimgraph.site.page import Asked
from claimgraph.site.site import HTML, Site
from claimgraph.sources import Source
from claimgraph.store import Store
from sitepages import asked, words

Read = Callable[..., str]
Words = Callable[..., str]


@pytest.fixture(scope="session")
def site(repository: Checked) -> Site:
    """The site over the closed graph of this repository, without texts."""
    assert repository.graph
    made = Site(repository.graph.store, Companion(shapes=shape_index(repository.graph.loaded)))
    made.prepare()
    return made


@pytest.fixture(scope="session")
def invented_site(invented: Loaded, invented_closure: Closure, invented_texts: list[Source]) -> Site:
    """The site over the invented graph, with the text of its article."""
    store = Store.from_nquads(dataset(invented, invented_closure), invented.prefixes)
    return Site(store, Companion(texts={source.digest: source.text for source in invented_texts}))


@pytest.fixture(scope="session")
def read(site: Site) -> Read:
    """Read the text of a page that there is."""

    def text(path: str, **parameters: str) -> str:
        rendered = site.render(asked(path, **parameters), HTML)
        assert rendered.status == 200, path
        return words(rendered.body.decode())

    return text


@pytest.fixture(scope="session")
def markup(site: Site) -> Read:
    """Read the HTML of a page, whatever its status."""

    def text(path: str, **parameters: str) -> str:
        return site.render(asked(path, **parameters), HTML).body.decode()

    return text


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
