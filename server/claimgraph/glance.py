"""Queries that need no closer reading before the engine gets them, as nearly all do.

:func:`~claimgraph.querytext.read_query` looks at each token. Of most texts it is known without that they
reach the engine as they are: they are small, hold no escape and nothing like SERVICE, name no graph in FROM,
and have no other words than those that only read. What is more than that, or wrong, is read closely.

Even the words of a text need not be told apart if the letters of the few that matter are nowhere in it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from claimgraph.disarm import harmless
from claimgraph.lexer import opening, words
from claimgraph.querytext import FORMS, KEYWORDS, VOLATILE, Form
from claimgraph.settings import Settings

_BEGINNING = {**FORMS, **{word.lower(): form for word, form in FORMS.items()}}
_DECLARING = ("PREFIX", "prefix")
# VERSION has a text behind it; FROM chooses graphs.
_READING = KEYWORDS - VOLATILE - {"A", "FROM", "VERSION"}
_PLAIN = frozenset({"a", "", *_READING, *(word.lower() for word in _READING)})
# What differs each time, and what chooses graphs.
_TELLING = (*VOLATILE, "FROM", "GRAPH")
_IRI = re.compile(r"<[^\x00-\x20<>\"{}|^`]*+>")


class Glance(NamedTuple):
    """What is seen of a query at a glance: its form, and whether it may ask for named graphs."""

    form: Form
    graphs: bool


def glance(text: str, settings: Settings) -> Glance | None:
    """Look at a query that a close reading would let through as it is; None if that is not certain.

    Such a query chooses no graphs with FROM and is answered alike each time. Whether it is SPARQL is the
    engine's to judge: one that it refuses has to be read closely, to be told what is wrong. (It takes words
    run together, as in ``LIMIT1``, for two.)
    """
    if len(text) > min(settings.query_operators, settings.query_parts) or not harmless(text):
        return None
    if sum(map(text.count, "([{")) > settings.query_nesting:
        return None
    word, end = opening(text)
    if form := _BEGINNING.get(word):
        rest = text[end:].upper()
        if "GRAPH" in rest:
            rest = _IRI.sub("<>", rest)
        if not any(map(rest.__contains__, _TELLING)):
            return Glance(form, graphs=False)
    found = words(text)
    for begin, word in enumerate(found):
        if form := _BEGINNING.get(word):
            declarations = pairwise(found[:begin])
            declared = {prefix for word, prefix in declarations if word in _DECLARING and prefix[-1] == ":"}
            if not set(found) - _PLAIN <= declared:
                return None
            # The engine may take a prefix that begins with a keyword for that keyword.
            return Glance(form, any("GRAPH" in word.upper() for word in {*found[begin:], *declared}))
    return None
