"""A triple as a person types it: three words in Turtle."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from claimgraph.errors import UsageError
from claimgraph.terms import Triple, to_rdflib

_FULL = re.compile(r"(?:https?|urn|mailto):[^\s<>\"{}|^`\\]+$")
_REMEDY = (
    "Write IRIs as prefix:name or <https://…>, `a` for the type, and literals as in Turtle: '\"Ganja\"@en'."
)


def read_statement(words: tuple[str, str, str], prefixes: Mapping[str, str]) -> Triple:
    """Read subject, predicate and object in Turtle syntax, full IRIs also without brackets.

    Raises UsageError, which names the word at fault.
    """
    known = {
        prefix: iri for prefix, iri in prefixes.items() if prefix not in ("http", "https", "urn", "mailto")
    }
    written = [f"<{word}>" if _FULL.match(word) else word for word in words]
    placeholders = ("<urn:x:s>", "<urn:x:p>", "<urn:x:o>")
    for place, word in enumerate(written):
        alone = [word if index == place else other for index, other in enumerate(placeholders)]
        triples = _triples(alone, known)
        if triples is None or len(triples) != 1:
            role = ("subject", "predicate", "object")[place]
            raise UsageError(f"`{words[place]}` cannot be the {role} of a triple. {_REMEDY}")
    triples = _triples(written, known) or []
    subject, predicate, value = (to_rdflib(term) for term in triples[0])
    return subject, predicate, value


def _triples(words: list[str], prefixes: Mapping[str, str]) -> list[tuple[object, object, object]] | None:
    declarations = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in prefixes.items())
    text = f"{declarations}{' '.join(words)} ."
    try:
        quads = list(ox.parse(text, format=ox.RdfFormat.TURTLE))
    except SyntaxError:
        return None
    if any(isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object)):
        return None
    return [(quad.subject, quad.predicate, quad.object) for quad in quads]
