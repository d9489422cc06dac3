"""The site over one store: finds the page that is asked for, and writes it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any, TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimgraph.companion import Companion
from claimgraph.namespaces import BASE
from claimgraph.site import data
from claimgraph.site.accounts import Accounts
from claimgraph.site.addresses import Addresses, iris_of
from claimgraph.site.comparison import Contents
from claimgraph.site.kinds import Kinds
from claimgraph.site.layout import Layout
from claimgraph.site.matters import Matters
from claimgraph.site.members import INDEXED, Members
from claimgraph.site.mentions import Mentions
from claimgraph.site.menu import MENU
from claimgraph.site.nameindex import NameIndex
from claimgraph.site.naming import make_index
from claimgraph.site.overview import Overview, read_overview
from claimgraph.site.page import Asked, Page, Rendered
from claimgraph.site.reader import COMMENT, Reader, cg, node
from claimgraph.site.resource import missing
from claimgraph.site.routes import PAGES, resource_page
from claimgraph.site.spans import in_words
from claimgraph.site.telling import Telling
from claimgraph.site.vocabulary import Vocabulary
from claimgraph.site.words import Words
from claimgraph.site.writing import Writing, json_in_script, language_name
from claimgraph.store import Store

HTML, JSON, JSON_LD = "text/html", "application/json", "application/ld+json"
_DATA = (
    ("text/turtle", "Turtle", "ttl"),
    ("application/ld+json", "JSON-LD", "jsonld"),
    ("application/n-triples", "N-Triples", "nt"),
)
FOREMOST = 6
Kept = TypeVar("Kept")


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
        self._environment.globals["telling"] = Telling
        self._environment.globals |= {
            "cg": cg,
            "language_name": language_name,
            "nodes": lambda subject, name: self.reader.nodes(subject, cg(name)),
            "text_of": lambda subject: self.reader.text(subject, COMMENT),
            "text": lambda subject, name: self.reader.text(subject, cg(name)),
        }
        self._environment.filters["json_in_script"] = json_in_script
        self._environment.filters["in_words"] = in_words

    def prepare(self) -> None:
        """Read all templates and names, and count what is disputed, now instead of at the first page."""
        for _ in self.preparing():
            pass

    def preparing(self) -> Iterator[None]:
        """Do what :meth:`prepare` does, in steps of less than a tenth of a second for the most part."""
        steps: list[Callable[[], object]] = [
            lambda: self.index,
            lambda: self.overview,
            *(partial(self.members.of, name) for name in INDEXED),
            lambda: self.vocabulary.questions,
            lambda: self.vocabulary.carried,
            lambda: self.page(Asked("ontology")),
            lambda: self.page(Asked("compare")),
        ]
        for name in self._environment.list_templates(filter_func=lambda name: name.startswith("site/")):
            steps.append(partial(self._environment.get_template, name))
        for step in steps:
            step()
            yield
        for dispute in self.overview.foremost[:FOREMOST]:
            self.page(Asked(dispute.node.value.removeprefix(str(BASE))))
            yield

    def render(self, asked: Asked, media_type: str) -> Rendered:
        """Write what a path stands for, as HTML or as data of a media type that the engine knows."""
        page = self.page(asked)
        if page.document is not None and media_type in (HTML, JSON_LD):
            return Rendered(200, json.dumps(page.document).encode(), media_type=JSON)
        if media_type != HTML and page.status == 200:
            triples = data.statements(self.reader, page.about) if page.triples is None else page.triples
            return Rendered(200, data.write(triples, media_type, self.prefixes))
        addresses = Addresses(asked.root)
        writing = Writing(self.reader, addresses, self.prefixes)
        template = self._environment.get_template(f"site/{page.template}")
        embedded = self._embedded(page) if page.status == 200 else ""
        body = template.render(
            page=page,
            asked=asked,
            at=addresses,
            w=writing,
            alternates=self._alternates(page, asked, addresses),
            embedded=embedded,
            **page.content,
        )
        return Rendered(page.status, body.encode(), scripts=True, private=bool(self.companion.texts))

    def page(self, asked: Asked) -> Page:
        """Find the page that is asked for; one with the status 404 if there is none."""
        if maker := PAGES.get(asked.path):
            return maker(self, asked) or missing(self, asked)
        for iri in iris_of(asked.path):
            if (entity := node(iri)) is not None and self.reader.known(entity):
                return resource_page(self, asked, entity)
        return missing(self, asked)

    @cached_property
    def index(self) -> NameIndex:
        """All names of what the graph is about."""
        return make_index(self.reader)

    @cached_property
    def matters(self) -> Matters:
        """Propositions with their accounts."""
        return Matters(self.reader, self.accounts)

    @cached_property
    def contents(self) -> Contents:
        """What articles hold, for comparing them."""
        return Contents(self.reader, self.accounts.references)

    @cached_property
    def overview(self) -> Overview:
        """What is disputed, counted over the whole graph."""
        return read_overview(self.reader)

    def once(self, name: str, make: Callable[[], Kept]) -> Kept:
        """Give what follows from the store alone, made when it is first asked for."""
        if name not in self._kept:
            self._kept[name] = make()
        kept: Kept = self._kept[name]
        return kept

    @cached_property
    def accounts(self) -> Accounts:
        """Claims with all that qualifies them."""
        return Accounts(self.reader)

    @cached_property
    def mentions(self) -> Mentions:
        """Who says what of propositions."""
        return Mentions(self.accounts)

    @cached_property
    def layout(self) -> Layout:
        """Articles sentence by sentence."""
        return Layout(self.reader, self.accounts.references)

    @cached_property
    def words(self) -> Words:
        """The words of passages, where the texts are here."""
        return Words(self.reader, self.companion.texts)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The terms of the ontology."""
        return Vocabulary(self.reader)

    @cached_property
    def members(self) -> Members:
        """Who and what there is, by class."""
        return Members(self.reader, self.kinds)

    @cached_property
    def kinds(self) -> Kinds:
        """What kind of thing each entity is."""
        return Kinds(self.reader)

    def _alternates(self, page: Page, asked: Asked, at: Addresses) -> list[tuple[str, str, str]]:
        """Give media type, name and address of each format that the page is offered in as data."""
        if page.status != 200 or not (page.about or page.triples):
            return []
        entity = page.about[0].value if len(page.about) == 1 and page.triples is None else ""
        given = [(name, value) for name, values in asked.parameters.items() for value in values]
        return [
            (
                kind,
                name,
                at.data(entity, suffix) if entity else at.page(asked.path, [*given, ("format", suffix)]),
            )
            for kind, name, suffix in _DATA
        ]

    def _embedded(self, page: Page) -> str:
        """Give the page's own statements as JSON-LD for its head, where it is about one entity."""
        if len(page.about) != 1:
            return ""
        triples = list(dict.fromkeys(quad.triple for quad in self.reader.outgoing(page.about[0])))
        return data.write(triples, "application/ld+json", self.prefixes).decode()
