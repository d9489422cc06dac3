"""Digests and lengths that follow from an article's text and the spans given for it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib.term import Node

from claimgraph.changes.blocks import split
from claimgraph.layout import Layout
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, compact
from claimgraph.sources import Source


@dataclass(frozen=True)
class Correction:
    """One value that does not follow from the text: in which file, of what, and what it must be."""

    file: str
    subject: str
    property: str
    old: str
    new: str


def corrections(loaded: Loaded, sources: Sequence[Source]) -> Iterator[Correction]:
    """Find digests and lengths that do not agree with a text that is present.

    Texts are recognised by their digest, so that of an article is never corrected: its spans would be wrong
    too. Nor is a span, which is the encoder's to say, and nothing that is missing is added.
    """
    texts = {source.digest: source.text for source in sources}
    layout = Layout(loaded)
    written: dict[tuple[Node, Node], list[tuple[str, str]]] = {}
    for (subject, predicate, value), places in loaded.positions.triples.items():
        if predicate in (CG.sha256, CG.textLength):
            written.setdefault((subject, predicate), []).append((str(value), places[0].file))

    def wrong(node: Node, path: Node, right: str) -> Iterator[Correction]:
        # Two values contradict each other, and which is meant is not for a program to say.
        if len(found := written.get((node, path), [])) == 1 and found[0][0] != right:
            subject, name = (compact(term, loaded.prefixes) for term in (node, path))
            yield Correction(found[0][1], subject, name, found[0][0], right)

    for article, nodes in layout.articles.items():
        text = next((texts[digest] for digest in layout.digests(article) if digest in texts), None)
        if text is None:
            continue
        yield from wrong(article, CG.textLength, str(len(text)))
        for node in nodes:
            stretch = layout.stretch(node)
            if stretch is not None and 0 <= stretch.start < stretch.end <= len(text):
                digest = hashlib.sha256(text[stretch.start : stretch.end].encode("utf-8")).hexdigest()
                yield from wrong(node, CG.sha256, digest)


def corrected(text: str, wanted: Sequence[Correction]) -> str:
    """Give a Turtle text with these values in place of theirs; where one is not found, nothing is changed."""
    pieces: list[tuple[int, int, str]] = []
    by_subject = {(each.subject, each.property): each for each in wanted}
    for block in split(text):
        # A value follows its property; brackets inside a block would have a subject of their own.
        if any(token.text == "[" for token in block.tokens):
            continue
        for verb, value in zip(block.tokens, block.tokens[1:], strict=False):
            each = by_subject.get((block.subject, verb.text))
            if each and value.text.strip("\"'") == each.old:
                new = value.text.replace(each.old, each.new)
                pieces.append((value.start, value.start + len(value.text), new))
    for start, end, new in reversed(pieces):
        text = text[:start] + new + text[end:]
    return text
