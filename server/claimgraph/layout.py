"""The articles of a graph as the data lay them out: which sentences and passages, and from where to where."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph, Literal
from rdflib.term import Node

from claimgraph.findings import Finding, Severity
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, CHECK, OA, RDF, compact
from claimgraph.stretches import Stretch


class Layout:
    """Articles, sentences and passages of a graph.

    ``articles`` gives for each article its sentences and passages in the order of their names; ``sentences``
    holds the sentences of all. What names no article stands in neither list: :meth:`strays` reports it.
    """

    def __init__(self, loaded: Loaded) -> None:
        self.data: Graph = loaded.data()
        self._loaded = loaded
        self.sentences = set(self.data.subjects(RDF.type, CG.Sentence))
        passages = set(self.data.subjects(RDF.type, CG.Passage)) | self.sentences
        self.articles: dict[Node, list[Node]] = {
            article: [] for article in sorted(self.data.subjects(RDF.type, CG.Article), key=str)
        }
        self._strays = []
        for node in sorted(passages, key=str):
            article = self.data.value(node, OA.hasSource)
            if article in self.articles:
                self.articles[article].append(node)
            else:
                self._strays.append(node)

    def strays(self) -> Iterator[Finding]:
        """Report each sentence and passage that has no article."""
        for node in self._strays:
            yield self.finding(node, OA.hasSource, "has no article", "Name its cg:Article with oa:hasSource.")

    def stretch(self, node: Node) -> Stretch | None:
        """Read from where to where a sentence or passage goes; None if the data do not say it clearly."""
        selectors = list(self.data.objects(node, OA.hasSelector))
        if len(selectors) != 1:
            return None
        start, end = self.number(selectors[0], OA.start), self.number(selectors[0], OA.end)
        return None if start is None or end is None else Stretch(start, end)

    def unreadable(self, node: Node) -> Finding:
        """Report a sentence or passage without stretch."""
        return self.finding(
            node,
            OA.hasSelector,
            "has no readable span",
            "Give it one selector with one oa:start and one oa:end.",
        )

    def empty(self, article: Node) -> Finding:
        """Report an article without sentences."""
        return self.finding(
            article, None, "has no sentences", "Describe them: they must tile the whole text."
        )

    def number(self, node: Node, predicate: Node) -> int | None:
        """Read the one integer that a property of a node has, if it is one."""
        values = list(self.data.objects(node, predicate))
        value = values[0].value if len(values) == 1 and isinstance(values[0], Literal) else None
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def digests(self, article: Node) -> list[str]:
        """The digests that an article gives for its text."""
        return sorted(str(digest) for digest in self.data.objects(article, CG.textSha256))

    def shown(self, node: Node) -> str:
        """Write the name of a node for a person."""
        return compact(node, self._loaded.prefixes)

    def finding(
        self,
        node: Node,
        path: Node | None,
        wrong: str,
        remedy: str,
        *,
        severity: Severity = "violation",
        check: str = "source-text",
    ) -> Finding:
        """Report what is wrong with a node, with its place in the files."""
        place = self._loaded.positions.find(node, path)
        return Finding(
            severity,
            place.file if place else None,
            place.line if place else None,
            f"{self.shown(node)} {wrong}.",
            remedy,
            node,
            path,
            source=str(CHECK[check]),
        )
