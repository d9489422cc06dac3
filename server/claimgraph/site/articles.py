"""Articles: the index, and the page of each: what it states of itself, and what of it is encoded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.namespaces import SKOS
from claimgraph.site.accounts import nodes, notes
from claimgraph.site.layout import Resting, gathered
from claimgraph.site.page import Asked, Page
from claimgraph.site.paging import part
from claimgraph.site.reader import Reader, cg
from claimgraph.site.references import Reference
from claimgraph.site.spans import day, in_words

if TYPE_CHECKING:
    from claimgraph.site.site import Site

LISTED = 100
SENTENCES = 50
_SCHEMA = "https://schema.org/"
LANGUAGE = ox.NamedNode(f"{_SCHEMA}inLanguage")
NOTE = ox.NamedNode(str(SKOS.editorialNote))
_PUBLISHED = cg("PublicationDate")


@dataclass(frozen=True)
class Dated:
    """A date that an article carries: what it dates, on which basis, and where it stands."""

    node: ox.NamedNode
    kind: ox.NamedNode | None
    when: str
    basis: ox.NamedNode | None
    references: tuple[Reference, ...]
    note: str


@dataclass(frozen=True)
class Contribution:
    """Who had which part in an article, from where, and where that stands."""

    node: ox.NamedNode
    contributors: Sequence[ox.NamedNode]
    roles: Sequence[ox.NamedNode]
    places: Sequence[ox.NamedNode]
    references: tuple[Reference, ...]
    note: str


@dataclass(frozen=True)
class Activity:
    """An encoding or a reading of it: who, when, under which guideline, and with what result."""

    node: ox.NamedNode
    review: bool
    who: Sequence[ox.NamedNode]
    when: str
    guideline: str
    result: str


@dataclass(frozen=True)
class SentenceRow:
    """A sentence as the coverage table shows it."""

    reference: Reference
    passages: Sequence[Resting]
    excuses: Sequence[ox.NamedNode]
    words: str

    def count(self, family: str) -> int:
        """Count what of a family rests on the sentence."""
        return len(gathered(self.passages, family))


def articles(site: Site, asked: Asked) -> Page:
    """List all articles with their agencies, dates and sizes."""
    listed = part(site.members.of("Article"), asked, LISTED)
    rows = [
        (
            member.entity,
            site.reader.nodes(member.entity, cg("agency")),
            dates(site, member.entity),
            len(site.layout.sentences(member.entity)),
        )
        for member in listed.items
    ]
    content = {"part": listed, "articles": rows}
    return Page("Articles", "articles.html", content, about=[member.entity for member in listed.items])


def article(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show what an article states of itself, who encoded it, and what rests on each of its sentences."""
    reader = site.reader
    facts = reader.facts(entity)
    found = dates(site, entity)
    sentences = part(site.layout.sentences(entity), asked, SENTENCES)
    content = {
        "entity": entity,
        "notes": notes(facts),
        "outlets": reader.nodes(entity, ox.NamedNode(f"{_SCHEMA}publisher")),
        "authors": reader.nodes(entity, ox.NamedNode(f"{_SCHEMA}author")),
        "agencies": nodes(facts, "agency"),
        "datelines": nodes(facts, "dateline"),
        "languages": reader.text(entity, LANGUAGE),
        "length": reader.number(entity, cg("textLength")),
        "digest": reader.text(entity, cg("textSha256")),
        "published": [each for each in found if each.kind == _PUBLISHED],
        "dates": found,
        "contributions": _contributions(site, entity),
        "voices": reader.subjects(cg("voiceOf"), entity),
        "activities": _activities(reader, entity),
        "part": sentences,
        "sentences": [_sentence(site, each) for each in sentences.items],
        "here": site.words.text(entity) is not None,
    }
    return Page(reader.label(entity), "article.html", content, about=(entity,))


def dates(site: Site, entity: ox.NamedNode) -> list[Dated]:
    """Give the dates that an article carries."""
    reader, found = site.reader, []
    for statement in reader.subjects(cg("dates"), entity):
        when = day(reader.text(statement, cg("date")))
        found.append(
            Dated(
                statement,
                reader.node(statement, cg("dateKind")),
                in_words(when) if when else "",
                reader.node(statement, cg("basis")),
                site.accounts.references.all(statement),
                reader.text(statement, NOTE),
            )
        )
    return found


def _contributions(site: Site, entity: ox.NamedNode) -> list[Contribution]:
    reader = site.reader
    found = [
        Contribution(
            each,
            reader.nodes(each, cg("contributor")),
            reader.nodes(each, cg("contributionRole")),
            reader.nodes(each, cg("contributedFrom")),
            site.accounts.references.all(each),
            reader.text(each, NOTE),
        )
        for each in reader.subjects(cg("contributesTo"), entity)
    ]
    return sorted(found, key=lambda each: [reference.order for reference in each.references])


def _activities(reader: Reader, entity: ox.NamedNode) -> list[Activity]:
    encodings = reader.subjects(cg("encodes"), entity)
    reviews = [each for encoding in encodings for each in reader.subjects(cg("reviews"), encoding)]
    found = []
    for each in (*encodings, *reviews):
        when = day(reader.text(each, cg("date")))
        found.append(
            Activity(
                each,
                each in reviews,
                reader.nodes(each, cg("carriedOutBy")),
                in_words(when) if when else "",
                reader.text(each, cg("guidelineVersion")),
                reader.text(each, cg("findings")) or reader.text(each, cg("scopeOfEncoding")),
            )
        )
    return found


def _sentence(site: Site, sentence: ox.NamedNode) -> SentenceRow:
    reference = site.accounts.references.of(sentence)
    if reference is None:
        raise ValueError(f"a sentence without selector or source: {sentence}")
    return SentenceRow(
        reference,
        site.layout.passages(sentence),
        site.reader.nodes(sentence, cg("coverageExcuse")),
        site.words.of(reference),
    )
