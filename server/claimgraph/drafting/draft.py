"""A draft of an article: its sentences with their parts, and what was found in each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rdflib import Graph, URIRef

from claimgraph.drafting.known import KnownNames
from claimgraph.drafting.naming import KEY, letters
from claimgraph.drafting.parts import Part, pieces
from claimgraph.drafting.suggestions import Suggestion, suggest
from claimgraph.errors import UsageError
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, RDF, RDFS
from claimgraph.stretches import Stretch


@dataclass(frozen=True)
class DraftSentence:
    """One sentence of a draft: its number, span, digest and part, and what was found in it."""

    number: int
    stretch: Stretch
    sha256: str
    part: Part
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True)
class Given:
    """What is known of an article from elsewhere than its text; nothing of it is made up."""

    key: str
    label: str
    language: str
    encoder: URIRef
    encoded: date
    published: date | None = None
    url: str | None = None
    outlet: URIRef | None = None
    dateline: URIRef | None = None


@dataclass(frozen=True)
class Draft:
    """An article as far as a program can describe it."""

    given: Given
    length: int
    sha256: str
    sentences: tuple[DraftSentence, ...]
    outlet_named: bool


def draft(text: str, given: Given, names: KnownNames) -> Draft:
    """Describe a text: sentences that tile it, in code points, with the digests of their UTF-8 bytes.

    Raises UsageError for a text without words.
    """
    found = pieces(text, given.language)
    if not any(piece.part != "Separator" for piece in found):
        raise UsageError(
            "The text holds no words, so there is nothing to draft. Name the file of an article."
        )
    sentences = tuple(
        DraftSentence(
            number, piece.stretch, digest(text, piece.stretch), piece.part, tuple(suggest(text, piece, names))
        )
        for number, piece in enumerate(found, 1)
    )
    if given.dateline is not None and "Dateline" not in parts(sentences):
        raise UsageError("The text has no dateline that could be told, so leave out --dateline.")
    named = any(
        given.outlet in suggestion.terms for sentence in sentences for suggestion in sentence.suggestions
    )
    return Draft(
        given, len(text), digest(text, Stretch(0, len(text))), sentences, given.outlet is not None and named
    )


def digest(text: str, stretch: Stretch) -> str:
    """Give the SHA-256 of the UTF-8 bytes of a stretch, in hexadecimal."""
    return hashlib.sha256(text[stretch.start : stretch.end].encode("utf-8")).hexdigest()


def article_key(data: Graph, wanted: str | None) -> str:
    """Give the key of a new article: the wanted one, else the first letters that no article has.

    Raises UsageError for a key that is taken, or is none.
    """
    taken = {str(key) for key in data.objects(None, CG.articleKey)}
    if wanted is None:
        return next(key for number in range(len(taken) + 1) if (key := letters(number)) not in taken)
    if not KEY.fullmatch(wanted):
        raise UsageError(
            f"--key {wanted}: a key is lower-case letters, digits and hyphens, beginning with a letter. "
            "Choose a short one; all names from the article begin with it."
        )
    if wanted in taken:
        raise UsageError(f"--key {wanted}: another article has this key. Choose one that none has.")
    return wanted


def article_with(data: Graph, sha256: str) -> URIRef | None:
    """Find the article that describes the text with this digest."""
    found = (
        each for each in data.subjects(CG.textSha256, None) if str(data.value(each, CG.textSha256)) == sha256
    )
    return next((each for each in found if isinstance(each, URIRef)), None)


def chosen(loaded: Loaded, kind: URIRef, wanted: str, option: str, mint: str) -> URIRef:
    """Find one thing of a kind by its name or label. Raises UsageError if there is none, or are several."""
    data = loaded.data()
    things = [each for each in data.subjects(RDF.type, kind) if isinstance(each, URIRef)]
    prefix, _, local = wanted.partition(":")
    full = loaded.prefixes.get(prefix, f"{prefix}:") + local
    fitting = [
        each
        for each in things
        if str(each) == full
        or wanted.casefold() in {str(label).casefold() for label in data.objects(each, RDFS.label)}
    ]
    if len(fitting) == 1:
        return fitting[0]
    known = ", ".join(sorted(str(label) for each in things for label in data.objects(each, RDFS.label)))
    raise UsageError(
        f"{option} {wanted}: {'several have' if fitting else 'nothing of that kind has'} this name. "
        f"Known are: {known or 'none'}. Describe a new one with: claimgraph mint {mint}."
    )


def usual_encoder(data: Graph) -> URIRef | None:
    """Give the encoder who publishes the dataset, else the only one there is."""
    encoders = {each for each in data.subjects(RDF.type, CG.Encoder) if isinstance(each, URIRef)}
    publishing = encoders & set(data.objects(None, URIRef("http://purl.org/dc/terms/publisher")))
    for some in (publishing, encoders):
        if len(some) == 1:
            return next(iter(some))
    return None


def parts(sentences: Iterable[DraftSentence]) -> list[Part]:
    """Give the parts that sentences stand in, each once, in the order of the text."""
    return list(dict.fromkeys(sentence.part for sentence in sentences))
