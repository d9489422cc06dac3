"""The mark of what a program suggested and no person has decided, in comments, which are no statements."""

from __future__ import annotations

from claimgraph.errors import QueryFailed
from claimgraph.lexer import tokens
from claimgraph.textfile import place

MARK = "# draft:"


def marked_lines(text: str) -> list[int]:
    """Give the lines of a Turtle text, counted from 1, that carry a comment with the mark."""
    if MARK not in text:
        return []
    # A string may hold the same characters, so that lines alone would not tell.
    try:
        marked = [token for token in tokens(text) if token.kind == "comment" and token.text.startswith(MARK)]
        return [place(text, token.start)[0] for token in marked]
    except QueryFailed:
        return [number for number, line in enumerate(text.split("\n"), 1) if MARK in line]
