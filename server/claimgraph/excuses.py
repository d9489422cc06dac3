"""Whether each excuse for a sentence without claim is right: the part it stands in, and what must back it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import Graph
from rdflib.term import Node

from claimgraph.findings import Finding, Severity
from claimgraph.layout import Layout
from claimgraph.measure import ArticleCoverage, SentenceCoverage
from claimgraph.namespaces import CG

_DATE = (frozenset({CG.DateStatement}), "no date statement", "Describe the date (cg:DateStatement)")
_MAKERS = (frozenset({CG.Contribution}), "no contribution", "Describe who is named (cg:Contribution)")
_DATELINE = (
    frozenset({CG.NameUse}),
    "no name of the article's cg:dateline or cg:agency",
    "State place or agency of the article, and describe the name (cg:NameUse)",
)
_ANY = (
    frozenset({CG.DateStatement, CG.Contribution, CG.NameUse}),
    "no date, contribution or name",
    "Describe what it says as metadata",
)
_BACKING: Mapping[Node, tuple[frozenset[Node], str, str]] = {
    CG.DateStampPart: _DATE,
    CG.CreditPart: _MAKERS,
    CG.ContributorPart: _MAKERS,
    CG.DatelinePart: _DATELINE,
}


def wrong_excuses(layout: Layout, ontology: Graph, article: ArticleCoverage) -> Iterator[Finding]:
    """Report each excuse of an article that is wrong, and as a warning each that is not needed.

    Which excuse fits which part is read from cg:excusesPart in the ontology. Whether there are words is
    looked up only where the text is known; no finding repeats any.
    """
    for sentence in article.sentences:
        for excuse in sentence.excuses:
            yield from _wrong(layout, ontology, article, sentence, excuse)


def _wrong(
    layout: Layout, ontology: Graph, article: ArticleCoverage, sentence: SentenceCoverage, excuse: Node
) -> Iterator[Finding]:
    def finding(wrong: str, remedy: str, severity: Severity = "violation") -> Finding:
        return layout.finding(
            sentence.node, CG.coverageExcuse, wrong, remedy, severity=severity, check="coverage"
        )

    shown = layout.shown(excuse)
    if len(sentence.excuses) > 1:
        yield finding("has more than one excuse", "Keep the one that fits.")
    if sentence.part is None or (excuse, CG.excusesPart, sentence.part) not in ontology:
        part = "without a part" if sentence.part is None else f"of {layout.shown(sentence.part)}"
        yield finding(
            f"is a sentence {part}, which {shown} does not excuse",
            "Encode what it says as claims, or choose the excuse that fits: the ontology lists the parts of "
            "each under cg:excusesPart.",
        )
    elif sentence.claims:
        yield finding(
            f"has the excuse {shown}, though a claim rests on it",
            "Take the excuse away.",
            "warning",
        )
    elif excuse == CG.MetadataOnly and not _backed(layout, article.node, sentence, sentence.part):
        _, missing, remedy = _BACKING.get(sentence.part, _ANY)
        yield finding(
            f"has the excuse {shown}, but {missing} rests on it",
            f"{remedy} with cg:reportedIn a passage of this sentence, or encode what it says as claims.",
        )
    elif excuse == CG.NoWords and sentence.words is not None and sentence.words.total:
        yield finding(
            f"has the excuse {shown}, but the text has letters or digits there",
            "Correct the span, or encode what it says.",
        )


def _backed(layout: Layout, article: Node, sentence: SentenceCoverage, part: Node) -> bool:
    """Whether what the metadata excuse rests on is there."""
    kinds, *_ = _BACKING.get(part, _ANY)
    backing = [each for kind in kinds for each in sentence.others.get(kind, ())]
    if part != CG.DatelinePart:
        return bool(backing)
    stated = {thing for link in (CG.dateline, CG.agency) for thing in layout.data.objects(article, link)}
    return any(stated & set(layout.data.objects(name, CG.names)) for name in backing)
