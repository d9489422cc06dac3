"""Whether a literal is written in the one form that every engine keeps."""

from __future__ import annotations

import re
from typing import NamedTuple

import pyoxigraph
from rdflib import Literal, URIRef

from claimgraph.findings import Severity
from claimgraph.namespaces import OWL, XSD

INTEGERS = frozenset(
    (
        XSD.byte,
        XSD.short,
        XSD.int,
        XSD.long,
        XSD.unsignedByte,
        XSD.unsignedShort,
        XSD.unsignedInt,
        XSD.unsignedLong,
        XSD.nonNegativeInteger,
        XSD.positiveInteger,
        XSD.nonPositiveInteger,
        XSD.negativeInteger,
    )
)
# OWL 2 fixes the datatype of these values (https://www.w3.org/TR/owl2-mapping-to-rdf/).
CARDINALITIES = frozenset(
    (
        OWL.cardinality,
        OWL.minCardinality,
        OWL.maxCardinality,
        OWL.qualifiedCardinality,
        OWL.minQualifiedCardinality,
        OWL.maxQualifiedCardinality,
    )
)
_MIDNIGHT = re.compile(r".*T00:00:00(\.0+)?(Z|[+-]\d\d:\d\d)?")


class Flaw(NamedTuple):
    """What is wrong with a literal and how to write it."""

    severity: Severity
    sentence: str
    remedy: str


def flaw(literal: Literal, predicate: URIRef, shown: str, datatype: str) -> Flaw | None:
    """Say what is wrong with a literal, if anything.

    ``shown`` and ``datatype`` are the literal and its datatype as written for a person. The canonical form is
    the one that Oxigraph keeps on loading, found by loading it.
    """
    return (
        _invalid(literal, predicate, shown, datatype)
        or _rewritten(literal, shown)
        or _midnight(literal, shown)
    )


def _invalid(literal: Literal, predicate: URIRef, shown: str, datatype: str) -> Flaw | None:
    if literal.ill_typed:
        return Flaw("violation", f"{shown} is no valid {datatype}.", "Correct the value or its datatype.")
    if "\r" in literal:
        return Flaw(
            "violation",
            "This text holds a carriage return.",
            "Save the file with Unix line ends (LF), without \\r.",
        )
    if literal.datatype == XSD.string:
        return Flaw(
            "violation", "A plain text carries ^^xsd:string.", "Leave ^^xsd:string away; it means the same."
        )
    if literal.datatype in INTEGERS and predicate not in CARDINALITIES:
        return Flaw(
            "violation", f"{shown} has a derived integer type.", "Write the number alone, as xsd:integer."
        )
    return None


def _rewritten(literal: Literal, shown: str) -> Flaw | None:
    typed = literal.datatype is not None and literal.datatype.startswith(str(XSD))
    if typed and str(literal) != literal.strip():
        return Flaw("violation", f"{shown} has white space around the value.", "Take the white space away.")
    kept, language = _kept(literal)
    if kept != str(literal):
        return Flaw(
            "violation", f"{shown} is not in canonical form: a store rewrites it.", f'Write "{kept}".'
        )
    if language != literal.language:
        return Flaw(
            "violation", f"The language tag @{literal.language} is not in lower case.", f"Write @{language}."
        )
    return None


def _midnight(literal: Literal, shown: str) -> Flaw | None:
    if literal.datatype != XSD.dateTime or not _MIDNIGHT.fullmatch(literal):
        return None
    return Flaw(
        "warning",
        f"{shown} is a midnight, which usually stands for a day.",
        f'Write "{literal[:10]}"^^xsd:date if the day is meant.',
    )


def _kept(literal: Literal) -> tuple[str, str | None]:
    subject = pyoxigraph.NamedNode("urn:literal")
    if literal.language:
        given = pyoxigraph.Literal(str(literal), language=literal.language)
    elif literal.datatype:
        given = pyoxigraph.Literal(str(literal), datatype=pyoxigraph.NamedNode(str(literal.datatype)))
    else:
        given = pyoxigraph.Literal(str(literal))
    store = pyoxigraph.Store()
    store.add(pyoxigraph.Quad(subject, subject, given))
    (quad,) = store
    kept = quad.object
    return (
        (kept.value, kept.language)
        if isinstance(kept, pyoxigraph.Literal)
        else (str(literal), literal.language)
    )
