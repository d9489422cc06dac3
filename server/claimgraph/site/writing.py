"""How terms are written on a page: names with links, numbers, dates."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pyoxigraph as ox
from markupsafe import Markup, escape

from claimgraph.namespaces import compact
from claimgraph.site.addresses import Addresses
from claimgraph.site.reader import Node, Reader, Value
from claimgraph.terms import to_rdflib


class Writing:
    """Writes terms as HTML, escaped; made for one page, since addresses depend on the request."""

    def __init__(self, reader: Reader, addresses: Addresses, prefixes: Mapping[str, str]) -> None:
        self._reader = reader
        self._addresses = addresses
        self._prefixes = prefixes
        self._address = lru_cache(None)(addresses.of)

    def name(self, subject: Node) -> str:
        """Give what a node is called, as plain text."""
        return self._reader.label(subject)

    def short(self, term: Value) -> str:
        """Give a term in short form, ``prefix:name`` or as a literal, as plain text."""
        return compact(to_rdflib(term), self._prefixes)

    def link(self, subject: Node, words: str | None = None) -> Markup:
        """Write a link to the page of a node, under its label or other words."""
        shown = escape(self.name(subject) if words is None else words)
        if not isinstance(subject, ox.NamedNode):
            return shown
        # Escaped above and here; Markup.format is slow, and pages have hundreds of links.
        return Markup(f'<a href="{escape(self._address(subject.value))}">{shown}</a>')  # noqa: S704

    def term(self, term: Value) -> Markup:
        """Write any term: a node as a link, a literal as its words with its language."""
        if isinstance(term, ox.NamedNode | ox.BlankNode):
            return self.link(term)
        if isinstance(term, ox.Literal) and term.language:
            return Markup('<span lang="{}">{}</span>').format(term.language, term.value)
        return escape(term.value if isinstance(term, ox.Literal) else str(term))

    def why(self, subject: Node, predicate: Node, value: Value) -> Markup:
        """Write the link that tells why a statement is here."""
        if not isinstance(subject, ox.NamedNode) or not isinstance(predicate, ox.NamedNode):
            return Markup("")
        address = self._addresses.why(subject.value, predicate.value, str(value))
        words = f"why {self.name(subject)} {self.name(predicate)} is here"
        return Markup('<a class="why" href="{}" title="{}">why?</a>').format(address, words)


def json_in_script(text: str) -> Markup:
    """Write JSON so that no character of it ends the script element around it."""
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704
