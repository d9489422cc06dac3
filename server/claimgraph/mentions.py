"""The names that a SPARQL text mentions, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from claimgraph.errors import QueryFailed
from claimgraph.lexer import Token, tokens
from claimgraph.prologue import read_prologue
from claimgraph.textfile import place


def mentions(text: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield each IRI of a SPARQL text with the line it stands on, counted from 1.

    Prefixes are those that the text declares, else ``prefixes``; names with others, and all that follows on
    what is no token, are left to the SPARQL parser.
    """
    words: list[Token] = []
    with suppress(QueryFailed):
        words.extend(token for token in tokens(text) if token.kind not in ("space", "comment"))
    prologue = read_prologue(words, None)
    known = replace(prologue, prefixes={**prefixes, **prologue.prefixes})
    for token in words[prologue.length :]:
        if token.kind == "iri" or (token.kind == "name" and token.text.partition(":")[0] in known.prefixes):
            yield known.iri(token), place(text, token.start)[0]
