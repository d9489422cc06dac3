"""Spans that are wider than one claim needs: one span over most of a sentence proves nothing."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib.term import Node

from claimgraph.findings import Finding
from claimgraph.layout import Layout
from claimgraph.measure import ArticleCoverage, SentenceCoverage

# Code points, since the texts may lack: 120 are some twenty words of English, 160 some twenty-six. Where only
# one claim or two rest on a sentence, a quotation is often most of it, and no shorter span would do.
CLAIMS, PERCENT, LONG_SENTENCE, LONG_SPAN = 3, 60, 120, 160


def wide_passages(layout: Layout, article: ArticleCoverage) -> Iterator[Finding]:
    """Note each span that reports a claim and is too wide for one.

    That is: the whole of a sentence of which another claim needs but a part; more than 60 per cent of a
    sentence of 120 code points on which three claims rest; or more than 160 code points.
    """
    for sentence in article.sentences:
        for passage, claims in sentence.reported.items():
            stretch = layout.stretch(passage)
            cut = stretch.within(sentence.stretch) if stretch else None
            reason = _reason(layout, sentence, passage, cut.length) if cut else None
            if reason:
                names = ", ".join(layout.shown(claim) for claim in claims)
                yield layout.finding(
                    passage,
                    None,
                    f"is a wide span for {names}: {reason}",
                    "Cite the words that carry the content and no more; two stretches are two passages.",
                    severity="info",
                    check="coverage",
                )


def _reason(layout: Layout, sentence: SentenceCoverage, passage: Node, length: int) -> str | None:
    whole = sentence.stretch.length
    others = [
        stretch
        for each in sentence.reported
        if each != passage and (stretch := layout.stretch(each)) and stretch.length < length
    ]
    if length >= whole - 1 and others:
        return "it is the whole sentence, of which other claims need but a part"
    claims = len(sentence.claims)
    if claims >= CLAIMS and whole > LONG_SENTENCE and length * 100 > whole * PERCENT:
        return f"it is {length * 100 // whole} per cent of a sentence on which {claims} claims rest"
    if length > LONG_SPAN:
        return f"it has {length} code points"
    return None
