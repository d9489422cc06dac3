"""Holding the graph against the article texts: every digest, span and number, and no copied prose.

Texts are recognised by their digest, never by their name, and no message repeats a word of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib.term import Node

from claimgraph.copying import copied_prose
from claimgraph.findings import Finding
from claimgraph.layout import Layout
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, OA
from claimgraph.sources import Source, read_sources


@dataclass(frozen=True)
class Verification:
    """What was checked against a text, and what did not agree."""

    articles: int
    sentences: int
    passages: int
    findings: list[Finding]


def verify(loaded: Loaded, sources: Path) -> Verification:
    """Check every article, sentence and passage of a graph against the texts in a folder.

    Offsets count Unicode code points of the file exactly as kept (Web Annotation, oa:TextPositionSelector).
    Raises :class:`SourceError` if the folder cannot be read or holds no text.
    """
    texts, unread = read_sources(sources)
    checker = _Verifier(loaded, {text.digest: text for text in texts})
    findings = [*unread, *checker.findings(), *copied_prose(loaded, {t.file: t.text for t in texts})]
    return Verification(checker.articles, checker.sentences, checker.passages, sorted(findings))


@dataclass(frozen=True)
class _Span:
    node: Node
    start: int
    end: int


class _Verifier:
    """The checks of one graph against its texts."""

    def __init__(self, loaded: Loaded, texts: dict[str, Source]) -> None:
        self._texts = texts
        self._layout = Layout(loaded)
        self._data = self._layout.data
        self._number = self._layout.number
        self._finding = self._layout.finding
        self.articles = self.sentences = self.passages = 0

    def findings(self) -> Iterator[Finding]:
        yield from self._layout.strays()
        for article, nodes in self._layout.articles.items():
            yield from self._article(article, nodes, self._layout.sentences)

    def _article(self, article: Node, nodes: list[Node], sentences: set[Node]) -> Iterator[Finding]:
        digests = self._layout.digests(article)
        source = next((self._texts[digest] for digest in digests if digest in self._texts), None)
        if source is None:
            yield self._finding(
                article,
                CG.textSha256,
                f"has the digest {digests[-1]}, which no text in the folder has"
                if digests
                else "has no digest",
                "Put that very file into the folder, or correct cg:textSha256 (sha256sum FILE).",
            )
            return
        self.articles += 1
        if self._number(article, CG.textLength) != len(source.text):
            yield self._finding(
                article,
                CG.textLength,
                f"does not have the length of its text, {len(source.text)} code points",
                f"Write cg:textLength {len(source.text)}; count code points, not bytes.",
            )
        spans: dict[Node, _Span] = {}
        for node in nodes:
            if node in sentences:
                self.sentences += 1
            else:
                self.passages += 1
            found = self._span(node, source.text)
            if isinstance(found, Finding):
                yield found
                continue
            spans[node] = found
            yield from self._digest(found, source.text)
        yield from self._tiling(
            [spans[node] for node in nodes if node in sentences and node in spans], source.text
        )
        yield from self._numbering(article, [node for node in nodes if node in sentences])
        for node in nodes:
            if node not in sentences and node in spans:
                yield from self._inside(spans[node], spans, sentences)

    def _span(self, node: Node, text: str) -> _Span | Finding:
        stretch = self._layout.stretch(node)
        if stretch is None:
            return self._layout.unreadable(node)
        start, end = stretch
        if not 0 <= start < end <= len(text):
            return self._finding(
                node,
                OA.hasSelector,
                f"spans {start} to {end}, which is not inside its article of {len(text)} code points",
                "Correct oa:start and oa:end; the end is the first code point after the span.",
            )
        return _Span(node, start, end)

    def _digest(self, span: _Span, text: str) -> Iterator[Finding]:
        digest = hashlib.sha256(text[span.start : span.end].encode("utf-8")).hexdigest()
        written = [str(value) for value in self._data.objects(span.node, CG.sha256)]
        if written != [digest]:
            yield self._finding(
                span.node,
                CG.sha256,
                f"does not have the digest of the text from {span.start} to {span.end}",
                f'Correct the span, or write cg:sha256 "{digest}".',
            )

    def _tiling(self, spans: list[_Span], text: str) -> Iterator[Finding]:
        ordered = sorted(spans, key=lambda span: (span.start, span.end))
        position = 0
        for span in ordered:
            if span.start < position:
                yield self._finding(
                    span.node, OA.hasSelector, "overlaps the sentence before it", "Part the two."
                )
            elif text[position : span.start].strip():
                yield self._gap(span.node, position, span.start)
            position = max(position, span.end)
        if ordered and text[position:].strip():
            yield self._gap(ordered[-1].node, position, len(text))

    def _gap(self, node: Node, start: int, end: int) -> Finding:
        return self._finding(
            node,
            OA.hasSelector,
            f"leaves words of the text from {start} to {end} outside every sentence",
            "Add the sentence that is missing there, or correct the spans beside it.",
        )

    def _numbering(self, article: Node, sentences: list[Node]) -> Iterator[Finding]:
        if not sentences:
            yield self._layout.empty(article)
        starts = {node: self._start(node) for node in sentences}
        for number, node in enumerate(sorted(sentences, key=lambda node: (starts[node], str(node))), 1):
            if self._number(node, CG.sentenceNumber) != number:
                yield self._finding(
                    node,
                    CG.sentenceNumber,
                    f"is sentence {number} of its article by position, but is not numbered so",
                    f"Write cg:sentenceNumber {number}.",
                )

    def _inside(self, span: _Span, spans: dict[Node, _Span], sentences: set[Node]) -> Iterator[Finding]:
        around = [spans[s] for s in self._data.objects(span.node, CG.within) if s in sentences and s in spans]
        if not any(sentence.start <= span.start and span.end <= sentence.end for sentence in around):
            yield self._finding(
                span.node,
                CG.within,
                f"spans {span.start} to {span.end}, which is not inside the sentence it names",
                "Correct cg:within, or the span.",
            )

    def _start(self, node: Node) -> int:
        selector = self._data.value(node, OA.hasSelector)
        return (self._number(selector, OA.start) if selector is not None else None) or 0
