"""A wording of a query from which nothing can be reached.

The store's engine calls other servers when a query has a SERVICE clause, and cannot be told not to. Its
parser reads more than the grammar allows (``SERVICE:x``, ``1SERVICE``, a comment inside what the grammar
calls an IRI), so that looking for a keyword is not enough. Therefore the text that the engine gets never
holds the letters of that word except in variables and language tags: strings and IRIs spell it with an
escape, names that hold it are written out as IRIs, blank nodes get another label, comments are left out.
Whatever way the engine reads it, there is no clause to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from claimgraph.lexer import Rewriting, Token
from claimgraph.prologue import Prologue

_SPELLED = re.compile("s(?=ervice)", re.IGNORECASE)
_QUOTING = re.compile("[#']")


def harmless(text: str) -> bool:
    """Tell whether no such clause can be in a text: it lacks the letters, and what escapes them."""
    return "\\" not in text and "service" not in text.casefold()


def disarm(words: Sequence[Token], prologue: Prologue) -> Rewriting:
    """Put a query's tokens together again so that they mean the same and can call no other server.

    ``words`` are all tokens of the query, spaces and comments too; its bare words have been checked before.
    """
    rewriting = Rewriting()
    labels = {token.text for token in words if token.kind == "blank"}
    fresh = (label for number in count() if (label := f"_:b{number}") not in labels)
    unused = next(prefix for number in count() if (prefix := f"p{number}") not in prologue.prefixes)
    renamed: dict[str, str] = {}
    position = 0
    for token in words:
        piece = token.text
        if token.kind == "comment":
            piece = ""
        elif token.kind == "string":
            piece = _spelled(piece)
        elif token.kind == "iri":
            # Where the engine takes the bracket for "less than", these two would begin a comment or a string.
            piece = _QUOTING.sub(_escaped, _spelled(piece))
        elif token.kind == "blank" and _SPELLED.search(piece):
            if piece not in renamed:
                renamed[piece] = next(fresh)
            piece = renamed[piece]
        elif token.kind == "name" and _SPELLED.search(piece):
            declared = position < prologue.length
            piece = f"{unused}:" if declared else _QUOTING.sub(_escaped, _spelled(f"<{prologue.iri(token)}>"))
        rewriting.add(piece, token.start, changed=piece != token.text)
        position += token.kind not in ("space", "comment")
    return rewriting


def _spelled(text: str) -> str:
    return _SPELLED.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04X}"
