"""Who puts a proposition forward, or stands otherwise to it, and where that stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from claimgraph.namespaces import OA
from claimgraph.site.reader import Reader, cg
from claimgraph.site.spans import SAID, Span, span

STANCES = (
    "affirms",
    "negates",
    "mayNegate",
    "withholds",
    "commitsTo",
    "directs",
    "evaluates",
    "presupposes",
)


@dataclass(frozen=True)
class Place:
    """A sentence: its article by key, and its number."""

    sentence: ox.NamedNode
    article: ox.NamedNode | None
    key: str
    number: int

    @property
    def words(self) -> str:
        """The sentence in words."""
        return f"article {self.key}, sentence {self.number}"


@dataclass(frozen=True)
class Attribution:
    """A claim with its stance, its speakers, whether one of several is left open, and where it stands.

    ``inferred`` says that the speakers are read from other sentences.
    """

    claim: ox.NamedNode
    stance: ox.NamedNode
    speakers: tuple[ox.NamedNode, ...]
    left_open: bool
    inferred: bool
    parties: tuple[ox.NamedNode, ...]
    said: Span
    places: tuple[Place, ...]

    @property
    def where(self) -> str:
        """The sentences in words."""
        return "; ".join(place.words for place in self.places)


def attributions(reader: Reader, proposition: ox.NamedNode) -> list[Attribution]:
    """Give the claims about a proposition in the order of the articles."""
    found = list(_attributions(reader, proposition))
    return sorted(found, key=lambda each: [(place.key, place.number) for place in each.places])


def attribution(
    reader: Reader, claim: ox.NamedNode, stance: ox.NamedNode, said: Span | None = None
) -> Attribution:
    """Read one claim; ``said`` is the time of its utterance, if it has been read already."""
    facts = reader.facts(claim)
    speakers, possible, parties, utterances, basis = (
        [value for value in facts.get(cg(name), ()) if isinstance(value, ox.NamedNode)]
        for name in ("claimant", "possibleClaimant", "party", "partOf", "speakerBasis")
    )
    return Attribution(
        claim,
        stance,
        tuple(speakers or possible),
        bool(possible),
        basis == [cg("Inferred")],
        tuple(party for party in parties if party not in speakers),
        said or (span(reader, utterances[0], SAID) if utterances else Span()),
        tuple(places(reader, claim)),
    )


def places(reader: Reader, cited: ox.NamedNode) -> list[Place]:
    """Give the sentences that a claim or another thing that is reported rests on, in their order."""
    found = []
    for sentence in reader.nodes(cited, cg("reportedIn"), cg("within")):
        article = reader.node(sentence, _SOURCE)
        key = reader.text(article, cg("articleKey")) if article else ""
        found.append(Place(sentence, article, key, reader.number(sentence, cg("sentenceNumber")) or 0))
    return sorted(found, key=lambda place: (place.key, place.number))


def _attributions(reader: Reader, proposition: ox.NamedNode) -> Iterator[Attribution]:
    leading = reader.leading(proposition)
    for name in STANCES:
        for claim in leading.get(cg(name), ()):
            yield attribution(reader, claim, cg(name))


_SOURCE = ox.NamedNode(str(OA.hasSource))
