"""How terms are written on a page: names with links, numbers, dates."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox
from markupsafe import Markup, escape

from claimgraph.namespaces import compact
from claimgraph.site.addresses import Addresses
from claimgraph.site.reader import Node, Reader, Value, cg
from claimgraph.terms import to_rdflib


class Writing:
    """Writes terms as HTML, escaped; made for one page, since addresses depend on the request."""

    def __init__(self, reader: Reader, addresses: Addresses, prefixes: Mapping[str, str]) -> None:
        self._reader = reader
        self._addresses = addresses
        self._prefixes = prefixes
        self._links: dict[tuple[Node, str | None], Markup] = {}

    def name(self, subject: Node) -> str:
        """Give what a node is called, as plain text."""
        return self._reader.label(subject)

    def short(self, term: Value) -> str:
        """Give a term in short form, ``prefix:name`` or as a literal, as plain text."""
        return compact(to_rdflib(term), self._prefixes)

    def of(self, name: str) -> ox.NamedNode:
        """Give a term of the ontology by its local name."""
        return cg(name)

    def to(self, subject: ox.NamedNode) -> str:
        """Give the address of the page of a node."""
        return self._addresses.of(subject.value)

    def link(self, subject: Node, words: str | None = None) -> Markup:
        """Write a link to the page of a node, under its label or other words."""
        key = subject, words
        if (written := self._links.get(key)) is None:
            written = escape(self.name(subject) if words is None else words)
            if isinstance(subject, ox.NamedNode):
                # Both parts are escaped; Markup.format would take ten times as long.
                written = Markup(f'<a href="{escape(self.to(subject))}">{written}</a>')  # noqa: S704
            self._links[key] = written
        return written

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
        words = escape(f"why {self.name(subject)} {self.name(predicate)} is here")
        return Markup(f'<a class="why" href="{escape(address)}" title="{words}">why?</a>')  # noqa: S704


def json_in_script(text: str) -> Markup:
    """Write JSON so that no character of it ends the script element around it."""
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704
