"""The coverage map: whether every sentence has a claim or an excuse, and what the excuses are worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import Graph

from claimgraph.excuses import wrong_excuses
from claimgraph.findings import Finding
from claimgraph.layout import Layout
from claimgraph.load import Loaded
from claimgraph.measure import ArticleCoverage, measure
from claimgraph.namespaces import CG
from claimgraph.sources import Source
from claimgraph.width import wide_passages


@dataclass(frozen=True)
class Coverage:
    """What claims cover of each article, and what is wrong with it."""

    articles: tuple[ArticleCoverage, ...]
    findings: list[Finding]


def cover(loaded: Loaded, texts: Sequence[Source] = ()) -> Coverage:
    """Measure every article of a graph, in words where its text is among the given ones.

    A violation is a sentence with neither claim nor excuse, an excuse that is wrong, and what cannot be
    measured; a warning, an excuse that is not needed; a note, a span wider than one claim needs. Texts are
    recognised by their digest, and no finding repeats a word of them.
    """
    layout = Layout(loaded)
    ontology = loaded.ontology()
    by_digest = {source.digest: source.text for source in texts}
    findings = list(layout.strays())
    articles = []
    for article, nodes in layout.articles.items():
        known = (by_digest[digest] for digest in layout.digests(article) if digest in by_digest)
        measured = measure(layout, article, next(known, None))
        articles.append(measured)
        findings += [layout.unreadable(node) for node in nodes if layout.stretch(node) is None]
        findings += _without_claim(layout, ontology, measured)
        findings += wrong_excuses(layout, ontology, measured)
        findings += wide_passages(layout, measured)
        if not layout.sentences & set(nodes):
            findings.append(layout.empty(article))
    return Coverage(tuple(articles), sorted(findings))


def _without_claim(layout: Layout, ontology: Graph, article: ArticleCoverage) -> Iterator[Finding]:
    for sentence in article.sentences:
        if sentence.state == "uncovered":
            excuses = sorted(ontology.subjects(CG.excusesPart, sentence.part), key=str)
            fitting = ", ".join(f"cg:coverageExcuse {layout.shown(excuse)}" for excuse in excuses)
            yield layout.finding(
                sentence.node,
                None,
                f"has no claim: nothing from {sentence.stretch.start} to {sentence.stretch.end} is encoded",
                f"Encode what it says as claims; if it states nothing, write {fitting}."
                if fitting
                else "Encode what it says as claims.",
                check="coverage",
            )
