"""The tokens of SPARQL 1.1, exactly as its grammar draws them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from claimgraph.errors import QueryFailed
from claimgraph.textfile import place

Kind = Literal[
    "space", "comment", "iri", "string", "variable", "language", "blank", "name", "number", "word", "sign"
]

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_START = _BASE + "_"
_WITHIN = "0-9\u00b7\u0300-\u036f\u203f-\u2040"
_NAME = _START + _WITHIN + r"\-"
_CODEPOINT = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_STRING_ESCAPE = rf"\\[tbnrf\\\"']|{_CODEPOINT}"
_LOCAL_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"

_COMMENT = r"#[^\r\n]*+"
_IRI = rf"<(?:[^\x00-\x20<>\"{{}}|^`\\]|{_CODEPOINT})*+>"
_STRING = "|".join(
    (
        rf'"""(?:[^"\\]|{_STRING_ESCAPE}|"(?!""))*+"""',
        rf"'''(?:[^'\\]|{_STRING_ESCAPE}|'(?!''))*+'''",
        rf'"(?!"")(?:[^"\\\r\n]|{_STRING_ESCAPE})*+"',
        rf"'(?!'')(?:[^'\\\r\n]|{_STRING_ESCAPE})*+'",
    )
)
_LOCAL = rf"(?:[{_START}0-9:]|{_LOCAL_ESCAPE})(?:\.*+(?:[{_NAME}:]|{_LOCAL_ESCAPE}))*+"
_NUMBER = r"(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)[eE][+-]?[0-9]++|[0-9]*+\.[0-9]++|[0-9]++"
_VARIABLE = rf"[?$][{_START}0-9][{_START}{_WITHIN}]*+"
_LANGUAGE = r"@[A-Za-z]++(?:--?[A-Za-z0-9]++)*+"
_BLANK = rf"_:[{_START}0-9](?:\.*+[{_NAME}])*+"
_RUN = rf"[{_BASE}](?:\.*+[{_NAME}])*+"
_UNNAMED = rf":(?:{_LOCAL})?"
_SIGN = r"[{}()\[\].,;|/^*+?!=<>&~$-]"
_SIMPLE = rf"(?P<number>{_NUMBER})|(?P<word>[A-Za-z_][A-Za-z0-9_]*+)|(?P<sign>{_SIGN})"
_TOKEN = re.compile(
    "|".join(
        (
            r"(?P<space>[ \t\r\n]++)",
            rf"(?P<comment>{_COMMENT})",
            rf"(?P<iri>{_IRI})",
            rf"(?P<string>{_STRING})",
            rf"(?P<variable>{_VARIABLE})",
            rf"(?P<language>{_LANGUAGE})",
            rf"(?P<blank>{_BLANK})",
            rf"(?P<prefixed>{_RUN}:(?:{_LOCAL})?)",
            rf"(?P<run>{_RUN})",
            rf"(?P<name>{_UNNAMED})",
            _SIMPLE,
        )
    )
)
# The same tokens, but for words and prefixes: what begins alike stands in the same order, the frequent first.
_WORDLESS = "|".join(
    (r"[ \t\r\n]++", _VARIABLE, _IRI, _STRING, _COMMENT, _UNNAMED, _LANGUAGE, _BLANK, _NUMBER, _SIGN)
)
_WORD = re.compile(rf"(?:{_WORDLESS})*+({_RUN}:?+|.|\Z)(?:(?<=:){_LOCAL})?+", re.DOTALL)
_PREFIX = rf"(?i:PREFIX)[ \t\r\n]++(?:{_RUN})?+:[ \t\r\n]*+{_IRI}|(?i:BASE)[ \t\r\n]++{_IRI}"
_OPENING = re.compile(rf"(?:[ \t\r\n]++|{_COMMENT}|{_PREFIX})*+([A-Za-z]++)(?![{_NAME}:.])")
_PLAIN = re.compile(_SIMPLE)
_ESCAPED_NAME = re.compile(rf"{_COMMENT}|{_IRI}|{_STRING}|\\[^uU]|(?P<point>{_CODEPOINT})")
_NAME_CHARACTER = re.compile(f"[{_NAME}]")


class Token(NamedTuple):
    """One token: what it is, its text, and where it starts."""

    kind: Kind
    text: str
    start: int


@dataclass
class Rewriting:
    """A text put together from pieces of another one, which remembers where each piece stood."""

    pieces: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _origins: list[tuple[int, bool]] = field(default_factory=list)
    _length: int = 0

    def add(self, piece: str, origin: int, *, changed: bool = False) -> None:
        """Append a piece that stood at ``origin``; ``changed`` if its characters are other ones."""
        self.pieces.append(piece)
        self._starts.append(self._length)
        self._origins.append((origin, changed))
        self._length += len(piece)

    @property
    def text(self) -> str:
        """The new text."""
        return "".join(self.pieces)

    def origin(self, offset: int) -> int:
        """Give the place in the old text that a place in the new one comes from."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return offset
        origin, changed = self._origins[index]
        return origin if changed else origin + offset - self._starts[index]


def tokens(text: str) -> Iterator[Token]:
    """Cut a query into its tokens (SPARQL 1.1 Query Language, section 19.8), in linear time.

    Raises QueryFailed at the first character that begins no token.
    """
    position = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start != position:
            break
        kind, found, position = match.lastgroup, match.group(), match.end()
        if kind == "run":
            if found.isascii() and found.isidentifier():
                yield Token("word", found, start)
            else:
                yield from _words(text, start, position)
        else:
            yield Token("name" if kind == "prefixed" else kind, found, start)  # type: ignore[arg-type]
    if position != len(text):
        raise _unreadable(text, position)


def words(text: str) -> list[str]:
    """Give the bare words of a text, and of each name its prefix with the colon, much faster than its tokens.

    What :func:`tokens` would cut further, or could not read, comes as a word, too, that is none of SPARQL's;
    the end of the text comes as an empty one. Names without a prefix are left out.
    """
    return _WORD.findall(text)


def opening(text: str) -> tuple[str, int]:
    """Give the first word behind all declarations, and where it ends; an empty one if that is not easy."""
    found = _OPENING.match(text)
    return (found[1], found.end()) if found else ("", 0)


def decode_names(text: str) -> Rewriting:
    r"""Replace ``\u`` escapes in names and keywords by their characters (SPARQL 1.1, section 19.2).

    Strings and IRIs keep theirs. Only an escape that stands for a character of a name is replaced: no other
    one is legal at such a place.
    """
    rewriting = Rewriting()
    position = 0
    if "\\" not in text:
        rewriting.add(text, 0)
        return rewriting
    for match in _ESCAPED_NAME.finditer(text):
        if match.group("point") is None:
            continue
        point = int(match.group("point")[2:], 16)
        if point > 0x10FFFF or not _NAME_CHARACTER.fullmatch(chr(point)):
            continue
        rewriting.add(text[position : match.start()], position)
        rewriting.add(chr(point), match.start(), changed=True)
        position = match.end()
    rewriting.add(text[position:], position)
    return rewriting


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    while start < end:
        match = _PLAIN.match(text, start, end)
        if match is None:
            raise _unreadable(text, start)
        yield Token(match.lastgroup, match.group(), start)  # type: ignore[arg-type]
        start = match.end()


def _unreadable(text: str, position: int) -> QueryFailed:
    line, column = place(text, position)
    character = text[position]
    if character in "\"'":
        problem = "A text in quotation marks begins here and does not end as SPARQL wants it."
        remedy = "Close it on the same line, or use three quotation marks; write a backslash in it as two."
    elif character == "\\":
        problem = "This backslash escapes nothing that SPARQL knows."
        remedy = "Delete it, or put the text in quotation marks."
    else:
        shown = character if character.isprintable() else f"U+{ord(character):04X}"
        problem = f"The character {shown} begins nothing in SPARQL."
        remedy = "Delete it, or put the text in straight quotation marks."
    return QueryFailed(problem, remedy=remedy, line=line, column=column)
