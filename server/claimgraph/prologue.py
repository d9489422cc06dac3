"""The prologue of a SPARQL query, and the IRIs that its names stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from claimgraph.lexer import Token

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_CODEPOINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LOCAL_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True)
class Prologue:
    """What BASE and PREFIX declare, and how many tokens (spaces and comments aside) they take."""

    base: str | None
    prefixes: Mapping[str, str]
    length: int

    def iri(self, token: Token) -> str:
        """Give the IRI for a token of kind ``iri`` or ``name``; KeyError if its prefix is not declared."""
        if token.kind == "iri":
            return _resolve(token.text, self.base)
        prefix, _, local = token.text.partition(":")
        return self.prefixes[prefix] + _LOCAL_ESCAPE.sub(r"\1", local)


def read_prologue(words: Sequence[Token], base: str | None) -> Prologue:
    """Read the declarations that a query begins with (SPARQL 1.1, section 4.1), up to a malformed one."""
    prefixes: dict[str, str] = {}
    index = 0
    while index < len(words) and words[index].kind == "word":
        keyword = words[index].text.upper()
        following = words[index + 1 : index + 3]
        kinds = [token.kind for token in following]
        if keyword == "BASE" and kinds[:1] == ["iri"]:
            base = _resolve(following[0].text, base)
            index += 2
        elif keyword == "PREFIX" and kinds == ["name", "iri"] and following[0].text.endswith(":"):
            prefixes[following[0].text[:-1]] = _resolve(following[1].text, base)
            index += 3
        elif keyword == "VERSION" and kinds[:1] == ["string"]:
            index += 2
        else:
            break
    return Prologue(base, prefixes, index)


def _resolve(bracketed: str, base: str | None) -> str:
    iri = _CODEPOINT.sub(_character, bracketed[1:-1])
    if base is None or _ABSOLUTE.match(iri):
        return iri
    joined = urljoin(base, iri)
    return f"{joined}#" if iri.endswith("#") and not joined.endswith("#") else joined


def _character(escape: re.Match[str]) -> str:
    point = int(escape.group(1) or escape.group(2), 16)
    return chr(point) if point <= 0x10FFFF and not 0xD800 <= point <= 0xDFFF else "\ufffd"
