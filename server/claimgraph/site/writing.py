"""How terms are written on a page: names with links, numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

import pyoxigraph as ox
from markupsafe import Markup, escape

from claimgraph.namespaces import BASE, XSD, compact
from claimgraph.site.addresses import Addresses
from claimgraph.site.reader import DEFINITION, Node, Reader, Value, cg, short_name
from claimgraph.site.spans import day, in_words
from claimgraph.terms import to_rdflib

_CAMEL = re.compile(r"(?<=[a-z0-9])[A-Z]")
_DATE, _STRING = str(XSD.date), str(XSD.string)
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

    def definition(self, subject: Node) -> str:
        """Give the definition of a term, as plain text."""
        return self._reader.text(subject, DEFINITION)

    def outside(self, subject: Node) -> Markup:
        """Write a link to a node; one of another vocabulary goes by its short name, which tells its home."""
        if isinstance(subject, ox.NamedNode) and not subject.value.startswith(str(BASE)):
            return self.link(subject, self.short(subject))
        return self.link(subject)

    def property(self, predicate: Node) -> Markup:
        """Write a property as a link in words; for one of another vocabulary with its prefix."""
        if not isinstance(predicate, ox.NamedNode) or predicate.value.startswith(str(BASE)):
            return self.link(predicate)
        words = _CAMEL.sub(lambda match: f" {match[0].lower()}", short_name(predicate)).replace("_", " ")
        prefix = self.short(predicate).partition(":")[0]
        return self.link(predicate, words) + Markup(' <span class="aside">{}</span>').format(prefix)

    def term(self, term: Value) -> Markup:
        """Write any term: a node as a link, with its host if it is not ours, a literal as its words."""
        if isinstance(term, ox.NamedNode) and not term.value.startswith(str(BASE)):
            host = urlsplit(term.value).hostname or ""
            return self.outside(term) + Markup(' <span class="aside">{}</span>').format(host)
        if isinstance(term, ox.NamedNode | ox.BlankNode):
            return self.link(term)
        if isinstance(term, ox.Literal):
            return self._literal(term)
        return escape(str(term))

    def _literal(self, term: ox.Literal) -> Markup:
        if term.language:
            return Markup('<span lang="{}">{}</span>').format(term.language, term.value)
        if term.datatype.value == _DATE and (when := day(term.value)):
            return Markup('<time datetime="{}">{}</time>').format(term.value, in_words(when))
        if term.datatype.value == _STRING:
            return escape(term.value)
        return Markup('<span title="{}">{}</span>').format(self.short(term.datatype), term.value)

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
