"""The blocks of a Turtle file: its statements as written, each with the comments that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimgraph.lexer import Token, tokens

_DIRECTIVES = {"@prefix", "@base", "prefix", "base"}


@dataclass(frozen=True)
class Block:
    """One statement with all that stands since the one before; ``start`` is its offset in the file.

    ``space`` is what precedes its first token, comments included. The last block of a file may have no
    token, only what follows the last statement.
    """

    space: str
    tokens: tuple[Token, ...]
    start: int
    text: str

    @property
    def subject(self) -> str:
        """The first token as written; empty if there is none."""
        return self.tokens[0].text if self.tokens else ""

    @property
    def declares(self) -> str | None:
        """The prefix that a prefix line declares, with its colon."""
        if self.subject.lower() in ("@prefix", "prefix") and len(self.tokens) > 1:
            return self.tokens[1].text
        return None

    @property
    def directive(self) -> bool:
        """Whether it declares a prefix or a base."""
        return self.subject.lower() in _DIRECTIVES

    @property
    def commented(self) -> bool:
        """Whether a comment stands before it."""
        return bool(self.space.strip())


def split(text: str) -> list[Block]:
    """Part a Turtle text into blocks, whose texts joined are the text.

    The text must be Turtle. Raises QueryFailed where the tokens of SPARQL, which are those of Turtle, do not
    do.
    """
    return list(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    start = depth = 0
    first: int | None = None
    found: list[Token] = []
    for token in tokens(text):
        if token.kind in ("space", "comment"):
            continue
        if first is None:
            first = token.start
        found.append(token)
        if token.kind == "sign":
            depth += (token.text in "[(") - (token.text in "])")
        # Only the older directives have a dot.
        bare = found[0].text.lower() in ("prefix", "base") and token.kind == "iri"
        if bare or (token.kind == "sign" and token.text == "." and depth == 0):
            end = _line_end(text, token.start + len(token.text))
            yield Block(text[start:first], tuple(found), start, text[start:end])
            start, first, found = end, None, []
    if start < len(text):
        at = len(text) if first is None else first
        yield Block(text[start:at], tuple(found), start, text[start:])


def _line_end(text: str, offset: int) -> int:
    """A comment on the line on which a statement ends belongs to it."""
    end = text.find("\n", offset)
    rest = text[offset : len(text) if end < 0 else end]
    if rest.strip() and not rest.strip().startswith("#"):
        return offset
    return len(text) if end < 0 else end
