"""The site over one store: finds the page that is asked for, and writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

import pyoxigraph as ox
from jinja2 import Environment, PackageLoader, StrictUndefined

from claimgraph.namespaces import BASE
from claimgraph.site import data
from claimgraph.site.addresses import Addresses, iris_of
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import Reader, node
from claimgraph.site.resource import missing
from claimgraph.site.routes import MENU, PAGES, resource_page
from claimgraph.site.spans import in_words
from claimgraph.site.writing import Writing, json_in_script
from claimgraph.store import Store

HTML = "text/html"
Kept = TypeVar("Kept")


@dataclass(frozen=True)
class Rendered:
    """A page as it is sent: status, bytes, whether scripts may run on it, and whether it is compressed."""

    status: int
    body: bytes
    scripts: bool = False
    gzip: bool = False


@dataclass(frozen=True)
class Companion:
    """What goes with a dataset and is no part of it.

    ``lines`` gives, for each graph and subject, the line of its file at which it is described; ``files`` the
    file of each graph; ``texts`` the texts of articles by their SHA-256, where the operator has them.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


class Site:
    """Pages over a store; made once, before workers are forked, so that they share it."""

    def __init__(self, store: Store, companion: Companion | None = None) -> None:
        self.reader = Reader(store)
        self.prefixes = store.prefixes
        self.companion = companion or Companion()
        self._kept: dict[str, Any] = {}
        self._environment = Environment(
            loader=PackageLoader("claimgraph"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals["menu"] = MENU
        self._environment.filters["json_in_script"] = json_in_script
        self._environment.filters["in_words"] = in_words

    def prepare(self) -> None:
        """Read all templates now instead of at the first page."""
        for name in self._environment.list_templates(filter_func=lambda name: name.startswith("site/")):
            self._environment.get_template(name)

    def render(self, asked: Asked, media_type: str) -> Rendered:
        """Write what a path stands for, as HTML or as data of a media type that the engine knows."""
        page = self.page(asked)
        if media_type != HTML and page.status == 200:
            triples = data.statements(self.reader, page.about)
            return Rendered(200, data.write(triples, media_type, self.prefixes))
        addresses = Addresses(asked.root)
        writing = Writing(self.reader, addresses, self.prefixes)
        alternates = []
        if len(page.about) == 1 and page.status == 200:
            iri = page.about[0].value
            alternates = [
                (kind, name, addresses.data(iri, suffix))
                for kind, name, suffix in (
                    ("text/turtle", "Turtle", "ttl"),
                    ("application/ld+json", "JSON-LD", "jsonld"),
                    ("application/n-triples", "N-Triples", "nt"),
                )
            ]
        template = self._environment.get_template(f"site/{page.template}")
        embedded = self._embedded(page) if page.status == 200 else ""
        body = template.render(
            page=page,
            asked=asked,
            at=addresses,
            w=writing,
            alternates=alternates,
            embedded=embedded,
            **page.content,
        )
        return Rendered(page.status, body.encode(), bool(page.scripts))

    def page(self, asked: Asked) -> Page:
        """Find the page that is asked for; one with the status 404 if there is none."""
        if maker := PAGES.get(asked.path):
            return maker(self, asked) or missing(self, asked)
        for iri in iris_of(asked.path):
            if (entity := node(iri)) is not None and self.reader.known(entity):
                return resource_page(self, asked, entity)
        return missing(self, asked)

    def once(self, name: str, make: Callable[[], Kept]) -> Kept:
        """Give what follows from the store alone, made when it is first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: Kept = self._kept[name]
        return kept

    def names(self, kind: str) -> list[str]:
        """Give the IRIs of ours of one kind, ``event`` for example, sorted."""
        beginning = f"{BASE}{kind}/"
        return [iri for iri in self._names if iri.startswith(beginning)]

    @cached_property
    def _names(self) -> list[str]:
        rows = self.reader.rows("SELECT DISTINCT ?s { ?s ?p ?o }")
        iris = [term.value for (term,) in rows if isinstance(term, ox.NamedNode)]
        return sorted(iri for iri in iris if iri.startswith(BASE))

    def _embedded(self, page: Page) -> str:
        """Give the page's own statements as JSON-LD for its head, where it is about one entity."""
        if len(page.about) != 1:
            return ""
        triples = list(dict.fromkeys(quad.triple for quad in self.reader.outgoing(page.about[0])))
        return data.write(triples, "application/ld+json", self.prefixes).decode()
