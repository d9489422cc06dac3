"""The words of passages, where the operator has the text of the article; what is claimed is marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from claimgraph.site.layout import Resting
from claimgraph.site.reader import Reader, cg
from claimgraph.site.references import Reference


@dataclass(frozen=True)
class Piece:
    """A run of words: whether it carries a claim, names a speaker, and which passages begin with it."""

    text: str
    claimed: bool = False
    attributed: bool = False
    chosen: bool = False
    begins: tuple[Resting, ...] = ()


class Words:
    """Cuts passages out of texts."""

    def __init__(self, reader: Reader, texts: Mapping[str, str]) -> None:
        self._reader = reader
        self._texts = texts

    def text(self, article: ox.NamedNode) -> str | None:
        """Give the text of an article; None if it is not here."""
        return self._texts.get(self._reader.text(article, cg("textSha256"))) if self._texts else None

    def of(self, reference: Reference) -> str:
        """Give the words of a passage; empty if the text is not here."""
        text = self.text(reference.article)
        return text[reference.start : reference.end] if text else ""

    def pieces(
        self, sentence: Reference, passages: Iterable[Resting], chosen: ox.NamedNode | None = None
    ) -> list[Piece]:
        """Cut a sentence at the ends of its passages; none if the text is not here. One may be ``chosen``."""
        text = self.text(sentence.article)
        if text is None:
            return []
        inside = [each for each in passages if each.reference.start < each.reference.end]
        ends = {sentence.start, sentence.end}
        for each in inside:
            ends |= {each.reference.start, each.reference.end}
        cuts = sorted(end for end in ends if sentence.start <= end <= sentence.end)
        found = []
        for start, end in pairwise(cuts):
            over = [each for each in inside if each.reference.start <= start and end <= each.reference.end]
            found.append(
                Piece(
                    text[start:end],
                    claimed=any("Claim" in each.content for each in over),
                    attributed=any(each.attributed for each in over),
                    chosen=any(each.reference.passage == chosen for each in over),
                    begins=tuple(each for each in over if each.reference.start == start),
                )
            )
        return found
