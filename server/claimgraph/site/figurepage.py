"""The page of all figures, and the pages of one figure and of a number that is not given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.chart import panels
from claimgraph.site.figures import Figure, read_figure, read_figures
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import Reader, cg, short_name
from claimgraph.site.resource import statements
from claimgraph.site.spans import dates_of

if TYPE_CHECKING:
    from claimgraph.site.site import Site

PAGE = 100


@dataclass(frozen=True)
class Filter:
    """One way to narrow what is shown: its parameter, what may be chosen (value, words), and what is."""

    name: str
    label: str
    choices: Sequence[tuple[str, str]]
    chosen: str

    @property
    def known(self) -> bool:
        """Whether what is asked for can be chosen at all."""
        return not self.chosen or self.chosen in dict(self.choices)


_Keys = Callable[[Figure], Iterable[tuple[str, str]]]


def figures(site: Site, asked: Asked) -> Page | None:
    """Show figures as charts and tables, those of an event, an article or a side if one is asked for."""
    found: list[Figure] = site.once("figures", lambda: read_figures(site.reader))
    filters, kept = narrowed(site.reader, found, asked)
    number = page_number(asked, len(kept))
    shown = kept[(number - 1) * PAGE : number * PAGE]
    content = {
        "panels": panels(site.reader, shown),
        "filters": filters,
        "total": len(found),
        "kept": len(kept),
        "uncontested": sum(1 for figure in kept if not figure.against and figure.gap is None),
        "differing": sum(1 for figure in kept if figure.differs),
        "gaps": sum(1 for figure in kept if figure.gap is not None),
        "page_number": number,
        "pages": -(-len(kept) // PAGE),
        "dates": article_dates(site.reader, shown),
    }
    return Page("Figures", "figures.html", content, about=[figure.subject for figure in shown])


def figure(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show one figure, or a number that is not given, with those that stand beside it."""
    reader = site.reader
    gap = cg("DisclosureGapProposition").value in reader.types(entity)
    named = cg("allegedWithheld") if gap else cg("figure")
    about = reader.nodes(entity, named) if gap else reader.subjects(named, entity)
    own = [read_figure(reader, _figure_of(reader, each) if gap else entity, each) for each in about]
    near = dict.fromkeys(each.other for one in own for each in one.beside)
    others = [
        read_figure(reader, node, other)
        for other in near
        if (node := reader.node(other, cg("figure"))) is not None
    ]
    content = {
        "entity": entity,
        "own": own,
        "panels": panels(reader, [*own, *others]),
        "dates": article_dates(reader, [*own, *others]),
        **statements(site, entity),
    }
    title = " / ".join(dict.fromkeys(f"{one.words}: {reader.label(one.proposition)}" for one in own))
    return Page(title or reader.label(entity), "figure.html", content, about=(entity,))


def narrowed(reader: Reader, found: Sequence[Figure], asked: Asked) -> tuple[list[Filter], list[Figure]]:
    """Give the filters with their choices, and the figures that pass them all."""
    ways: list[tuple[str, str, _Keys]] = [
        ("event", "Event", lambda each: [(short_name(e), reader.label(e)) for e in each.events]),
        ("article", "Article", lambda each: [(key, f"article {key}") for key in each.articles]),
        (
            "side",
            "Side of those harmed",
            lambda each: [(short_name(each.side), reader.label(each.side))] if each.side else [],
        ),
    ]
    filters, kept = [], list(found)
    for name, label, keys in ways:
        choices = sorted({pair for each in found for pair in keys(each)}, key=lambda pair: pair[1])
        made = Filter(name, label, choices, asked.first(name))
        filters.append(made)
        if made.chosen and made.known:
            kept = [each for each in kept if made.chosen in dict(keys(each))]
    return filters, kept


def page_number(asked: Asked, count: int, size: int = PAGE) -> int:
    """Read the number of a page of those that there are, of a size; 1 if it is none."""
    text = asked.first("page")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 1
    return min(max(number, 1), max(-(-count // size), 1))


def article_dates(reader: Reader, shown: Iterable[Figure]) -> dict[str, list[tuple[str, str, ox.NamedNode]]]:
    """Give what is stated of the dates of the articles that figures stand in, by key."""
    articles = {p.article: p.key for each in shown for claim in each.claims for p in claim.places}
    return {key: dates_of(reader, article) for article, key in articles.items() if article is not None}


def _figure_of(reader: Reader, proposition: ox.NamedNode) -> ox.NamedNode | None:
    return reader.node(proposition, cg("figure"))
