"""Prefixed names in Turtle that the engine wrote with whole IRIs: far quicker than handing it each triple."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# Of the engine's own Turtle: its strings stand on one line, and its IRIs hold neither > nor ".
_TERM = re.compile(rb'("[^"\\]*+(?:\\.[^"\\]*+)*+"|<[^>]*+>)', re.DOTALL)
# Fewer than Turtle allows (section 6.5, PN_LOCAL), and none that needs an escape.
_LOCAL = re.compile(rb"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")


def prefixed(turtle: bytes, prefixes: Mapping[str, str]) -> bytes:
    """Shorten the IRIs of Turtle that declares no prefixes, and declare the prefixes that are used.

    Strings are left as they are, and so is an IRI whose rest would need an escape.
    """
    pieces = _TERM.split(turtle)
    ends, others = _namespaces(tuple(prefixes.items()))
    names: dict[bytes, bytes] = {}
    used: dict[bytes, bytes] = {}
    for term in {*pieces[1::2]}:
        if term[:1] == b"<":
            iri = term[1:-1]
            # What may follow a prefix holds none of these, so that a namespace goes up to the last.
            namespace = iri[: max(iri.rfind(b"/"), iri.rfind(b"#")) + 1]
            for other in others:
                if iri.startswith(other):
                    namespace = other
                    break
            if namespace in ends and _LOCAL.fullmatch(iri, len(namespace)):
                names[term] = ends[namespace] + b":" + iri[len(namespace) :]
                used[ends[namespace]] = namespace
    pieces[1::2] = [names.get(term, term) for term in pieces[1::2]]
    head = [b"@prefix %s: <%s> .\n" % pair for pair in sorted(used.items())]
    return b"".join([*head, *pieces])


@lru_cache(4)
def _namespaces(prefixes: tuple[tuple[str, str], ...]) -> tuple[dict[bytes, bytes], list[bytes]]:
    """Give the prefix of each namespace, and the namespaces that end within a name, the longest first."""
    found = {namespace.encode(): prefix.encode() for prefix, namespace in prefixes}
    return found, sorted((each for each in found if not each.endswith((b"/", b"#"))), key=len, reverse=True)
