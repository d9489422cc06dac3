"""Sentences and passages: where they stand, what rests on them, and what is beside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.site.layout import Resting, gathered
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import cg
from claimgraph.site.references import Reference
from claimgraph.site.resource import resource

if TYPE_CHECKING:
    from claimgraph.site.site import Site


def sentence(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show a sentence by its characters: its passages, and the claims, names and words that rest on it."""
    reference = site.accounts.references.of(entity)
    if reference is None:
        return resource(site, asked, entity)
    passages = site.layout.passages(entity)
    sentences = site.layout.sentences(reference.article)
    place = sentences.index(entity) if entity in sentences else 0
    content = {
        "entity": entity,
        "sentence": reference,
        "passages": passages,
        "accounts": site.accounts.sorted(gathered(passages, "Claim")),
        "excuses": site.reader.nodes(entity, cg("coverageExcuse")),
        "before": sentences[place - 1] if place > 0 else None,
        "after": sentences[place + 1] if place + 1 < len(sentences) else None,
        "pieces": site.words.pieces(reference, passages),
        **_uses(passages),
    }
    return Page(_title(reference), "sentence.html", content, about=(entity,))


def passage(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show a passage by its characters: what rests on it, and the other passages of its sentence."""
    reference = site.accounts.references.of(entity)
    whole = site.accounts.references.of(reference.sentence) if reference else None
    if reference is None or whole is None:
        return resource(site, asked, entity)
    passages = site.layout.passages(reference.sentence)
    resting = site.layout.resting(reference)
    content = {
        "entity": entity,
        "reference": reference,
        "sentence": whole,
        "resting": resting,
        "accounts": site.accounts.sorted(resting.content.get("Claim", ())),
        "attributed": site.accounts.sorted(resting.attributed),
        "digest": site.reader.text(entity, cg("sha256")),
        "passages": passages,
        "pieces": site.words.pieces(whole, passages, entity),
        **_uses([resting]),
    }
    title = f"Characters {reference.start} to {reference.end} of article {reference.key}"
    return Page(title, "passage.html", content, about=(entity,))


def _title(reference: Reference) -> str:
    return f"Article {reference.key}, sentence {reference.number}"


def _uses(passages: Iterable[Resting]) -> dict[str, list[ox.NamedNode]]:
    passages = tuple(passages)
    return {
        "names": gathered(passages, "NameUse"),
        "terms": gathered(passages, "TermUse"),
        "relations": gathered(passages, "ClaimRelation"),
        "metadata": [*gathered(passages, "DateStatement"), *gathered(passages, "Contribution")],
        "others": gathered(passages, "other"),
    }
