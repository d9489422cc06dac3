"""The coverage map written out: a table and a line in sum for people, and the same as data for tools."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from rdflib import RDFS, Graph
from rdflib.term import Node

from claimgraph.console import table
from claimgraph.coverage import Coverage
from claimgraph.load import Loaded
from claimgraph.measure import ArticleCoverage, SentenceCoverage, Share
from claimgraph.namespaces import CG, compact

_KINDS: Mapping[Node, tuple[str, str]] = {
    CG.NameUse: ("name", "names"),
    CG.TermUse: ("term", "terms"),
    CG.DateStatement: ("date", "dates"),
    CG.Contribution: ("contribution", "contributions"),
    CG.ClaimRelation: ("relation", "relations"),
}
_COLUMNS = ("sentence", "part", "state", "claims", "beside claims", "not covered")
_NUMBERED = re.compile(r"(.*?)(0|[1-9]\d*)")


def as_text(loaded: Loaded, coverage: Coverage) -> str:
    """Write for each article the table of its sentences and a line in sum.

    What no claim covers stands in words where the text is known, else as offsets in code points (half-open).
    A sentence of which nothing is covered is not written out, nor is one that is excused.
    """
    ontology = loaded.ontology()
    blocks = []
    for article in coverage.articles:
        rows = [_row(loaded, ontology, article, sentence) for sentence in article.sentences]
        blocks.append(table(_COLUMNS, rows) + summary(loaded, article) + "\n")
    return "".join(f"{block}\n" for block in blocks)


def summary(loaded: Loaded, article: ArticleCoverage) -> str:
    """Say in one line how far an article is covered."""
    states = ", ".join(f"{article.count(state)} {state}" for state in ("covered", "excused", "uncovered"))
    words = article.words
    share, what = (words, "words") if words is not None else (article.characters, "code points")
    return (
        f"{compact(article.node, loaded.prefixes)}: {len(article.sentences)} sentences: {states}; "
        f"claims cover {_percent(share)} of the {what}, excused sentences apart "
        f"({share.covered:,} of {share.total:,})"
    )


def as_data(coverage: Coverage) -> list[dict[str, object]]:
    """Write for each article what :func:`as_text` shows, IRIs in full and nothing left out.

    ``words`` and ``text`` are null where the text is not known.
    """
    return [
        {
            "article": str(article.node),
            "sentences": len(article.sentences),
            **{state: article.count(state) for state in ("covered", "excused", "uncovered")},
            "words": _share(article.words),
            "code_points": _share(article.characters),
            "by_sentence": [_record(article, sentence) for sentence in article.sentences],
        }
        for article in coverage.articles
    ]


def _row(
    loaded: Loaded, ontology: Graph, article: ArticleCoverage, sentence: SentenceCoverage
) -> tuple[str, ...]:
    def named(node: Node | None) -> str:
        return str(ontology.value(node, RDFS.label) or compact(node, loaded.prefixes)) if node else ""

    excuses = ", ".join(named(excuse) for excuse in sentence.excuses)
    return (
        str(sentence.number) if sentence.number is not None else compact(sentence.node, loaded.prefixes),
        named(sentence.part),
        f"{sentence.state}: {excuses}" if sentence.state == "excused" else sentence.state,
        ", ".join(_runs(compact(claim, loaded.prefixes) for claim in sentence.claims)),
        ", ".join(_beside(sentence, named)),
        " | ".join(_left(article, sentence)),
    )


def _beside(sentence: SentenceCoverage, named: Callable[[Node], str]) -> Iterable[str]:
    kinds = [*_KINDS, *(kind for kind in sorted(sentence.others, key=str) if kind not in _KINDS)]
    for kind in kinds:
        if count := len(sentence.others.get(kind, ())):
            one, several = _KINDS.get(kind) or (named(kind), named(kind))
            yield f"{count} {one if count == 1 else several}"


def _left(article: ArticleCoverage, sentence: SentenceCoverage) -> Iterable[str]:
    if sentence.state == "excused":
        return
    if not sentence.characters.covered:
        yield f"all of it ({sentence.stretch.start}-{sentence.stretch.end})"
        return
    for start, end in sentence.left:
        yield f"{start}-{end}" if article.text is None else article.text[start:end]


def _runs(names: Iterable[str]) -> Iterable[str]:
    """Write three or more names that are numbered in a row as the first and the last number."""
    parts = {name: _NUMBERED.fullmatch(name) for name in names}
    numbered = sorted((match[1], int(match[2])) for match in parts.values() if match)
    runs: list[tuple[str, int, int]] = []
    for stem, number in numbered:
        if runs and runs[-1][0] == stem and runs[-1][2] == number - 1:
            runs[-1] = (stem, runs[-1][1], number)
        else:
            runs.append((stem, number, number))
    for stem, first, last in runs:
        if last - first > 1:
            yield f"{stem}{first} … {last}"
        else:
            yield from (f"{stem}{number}" for number in range(first, last + 1))
    yield from sorted(name for name, match in parts.items() if not match)


def _record(article: ArticleCoverage, sentence: SentenceCoverage) -> dict[str, object]:
    return {
        "sentence": str(sentence.node),
        "number": sentence.number,
        "part": None if sentence.part is None else str(sentence.part),
        "state": sentence.state,
        "excuses": [str(excuse) for excuse in sentence.excuses],
        "start": sentence.stretch.start,
        "end": sentence.stretch.end,
        "claims": [str(claim) for claim in sentence.claims],
        "beside": {
            str(kind): [str(node) for node in nodes] for kind, nodes in sorted(sentence.others.items())
        },
        "words": _share(sentence.words),
        "code_points": _share(sentence.characters),
        "not_covered": [
            {"start": start, "end": end, "text": None if article.text is None else article.text[start:end]}
            for start, end in sentence.left
        ],
    }


def _share(share: Share | None) -> dict[str, int] | None:
    return None if share is None else {"covered": share.covered, "total": share.total}


def _percent(share: Share) -> str:
    """Round down: only what is whole is 100 %."""
    return f"{100 * share.covered // share.total} %" if share.total else "nothing"
