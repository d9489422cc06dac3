"""How terms are written on a page: names with links, numbers, dates."""

from __future__ import annotations

from collections.abc import Mapping

import pyoxigraph as ox
from markupsafe import Markup, escape

from claimgraph.namespaces import BASE, compact
from claimgraph.site.addresses import Addresses
from claimgraph.site.reader import DEFINITION, Node, Reader, Value
from claimgraph.terms import to_rdflib

_LANGUAGES = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "hy": "Armenian",
    "ka": "Georgian",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
}


def language_name(code: str) -> str:
    """Give the English name of a language by its code; the code itself if it is another."""
    return _LANGUAGES.get(code, code)


class Writing:
    """Writes terms as HTML, escaped; made for one page, since addresses depend on the request."""

    def __init__(self, reader: Reader, addresses: Addresses, prefixes: Mapping[str, str]) -> None:
        self._reader = reader
        self._addresses = addresses
        self._prefixes = prefixes

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
        # Both parts are escaped; Markup.format takes four times as long, and a page has hundreds of links.
        return Markup(f'<a href="{escape(self._addresses.of(subject.value))}">{shown}</a>')  # noqa: S704

    def definition(self, subject: Node) -> str:
        """Give the definition of a term, as plain text."""
        return self._reader.text(subject, DEFINITION)

    def outside(self, subject: Node) -> Markup:
        """Write a link to a node; one of another vocabulary goes by its short name, which tells its home."""
        if isinstance(subject, ox.NamedNode) and not subject.value.startswith(str(BASE)):
            return self.link(subject, self.short(subject))
        return self.link(subject)

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
        return Markup(f'<a class="why" href="{escape(address)}" title="{escape(words)}">why?</a>')  # noqa: S704


def json_in_script(text: str) -> Markup:
    """Write JSON so that no character of it ends the script element around it."""
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704
