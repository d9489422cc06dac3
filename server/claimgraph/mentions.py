"""The names that a SPARQL text mentions, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_PREFIX = re.compile(r"\bPREFIX\s+([\w-]*):\s*<([^<>\s]*)>", re.IGNORECASE)
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<(?P<iri>[^<>\"{}|^`\\\s]*)>"
    r"|\#[^\n]*"
    r"|(?<![\w?$])(?P<prefix>[A-Za-z][\w-]*):(?P<local>[\w%.:-]*[\w%:-])",
    re.DOTALL,
)


def mentions(text: str, prefixes: Mapping[str, str]) -> Iterator[tuple[str, int]]:
    """Yield each IRI of a SPARQL text with the line it stands on, counted from 1.

    Prefixes are those that the text declares, else ``prefixes``; names with others are left to the SPARQL
    parser.
    """
    known = {**prefixes, **dict(_PREFIX.findall(text))}
    body = _PREFIX.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
    for match in _TOKEN.finditer(body):
        line = body.count("\n", 0, match.start()) + 1
        if match["iri"]:
            yield match["iri"], line
        elif match["prefix"] in known:
            yield known[match["prefix"]] + match["local"], line
