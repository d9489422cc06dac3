"""What was found in a sentence that an encoder may want: names, numbers, dates, verbs of report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import URIRef

from claimgraph.drafting.figures import bounds, dates, numbers
from claimgraph.drafting.known import KnownNames
from claimgraph.drafting.parts import Piece
from claimgraph.drafting.reporting import reporting_verbs
from claimgraph.namespaces import CG
from claimgraph.stretches import Stretch, words

# Fewer words than what counts as copied.
_WORDS = 6


@dataclass(frozen=True)
class Suggestion:
    """Something found in a sentence: where, as which words, of which kind, and what it may be in the graph.

    ``terms`` are the candidates, ``values`` the properties of a figure with their values.
    """

    kind: str
    stretch: Stretch
    form: str
    terms: tuple[URIRef, ...] = ()
    values: tuple[tuple[str, str], ...] = ()


def suggest(text: str, piece: Piece, names: KnownNames) -> list[Suggestion]:
    """Find what may be encoded of one sentence, in the order of the text."""
    return sorted(_found(text, piece, names), key=lambda each: (each.stretch, each.kind))


def _found(text: str, piece: Piece, names: KnownNames) -> Iterator[Suggestion]:
    around = piece.stretch
    for mention in names.mentions(text, around):
        yield Suggestion("name", mention.stretch, _form(text, mention.stretch), mention.meant)
    for day in dates(text, around):
        yield Suggestion("date", day, _form(text, day))
    if piece.part not in ("Body", "Caption", "Headline"):
        return
    for number in numbers(text, around):
        least, most = bounds(number)
        given = (("cg:value", number.value), ("cg:lower", least), ("cg:upper", most))
        values = tuple(
            (name, f"{value:f}" if name == "cg:value" else str(value))
            for name, value in given
            if value is not None
        )
        yield Suggestion(
            "figure", number.stretch, _form(text, number.stretch), (CG[number.qualifier],), values
        )
    for verb, acts in reporting_verbs(text, around):
        yield Suggestion("speech act", verb, _form(text, verb), tuple(CG[act] for act in acts))


def _form(text: str, stretch: Stretch) -> str:
    found = words(text, stretch)
    end = found[_WORDS - 1].end if len(found) > _WORDS else stretch.end
    shown = " ".join(text[stretch.start : end].split())
    return "".join(character if character.isprintable() else "·" for character in shown)
