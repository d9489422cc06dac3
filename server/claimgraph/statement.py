"""A triple as a person types it: three words in Turtle."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

import pyoxigraph as ox

from claimgraph.errors import UsageError
from claimgraph.terms import Triple, to_rdflib

_FULL = re.compile(r"(?:https?|urn|mailto):[^\s<>\"{}|^`\\]+$")
_PREFIX = re.compile(r"(?:(?:\"[^\"]*\"|'[^']*')\^\^)?([\w.-]*):[\w.:-]*$")
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
            prefix = _PREFIX.match(word)
            if prefix and prefix[1] not in known:
                near = difflib.get_close_matches(prefix[1], known, n=1)
                hint = f"Did you mean `{near[0]}:`? " if near else ""
                raise UsageError(
                    f"`{words[place]}` cannot be the {role} of a triple: ontology/prefixes.ttl has no prefix "
                    f"`{prefix[1]}:`. {hint}Correct it, or write the IRI in full between < and >."
                )
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
