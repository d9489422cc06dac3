"""A passage of an article as Turtle, from its first and last words in the kept text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rdflib import URIRef
from rdflib.term import Node

from claimgraph.drafting import blocks
from claimgraph.drafting.draft import digest
from claimgraph.drafting.finding import find, missing
from claimgraph.drafting.naming import free_letters
from claimgraph.errors import UsageError
from claimgraph.layout import Layout
from claimgraph.load import Loaded
from claimgraph.namespaces import CG
from claimgraph.sources import Source, read_sources
from claimgraph.stretches import Stretch


@dataclass(frozen=True)
class Passage:
    """A stretch of a sentence, and its name; ``known`` if the graph has it already."""

    name: str
    sentence: str
    article: str
    stretch: Stretch
    sha256: str
    known: bool


def passages(
    loaded: Loaded, article: str, wanted: str, folder: Path, number: int | None = None
) -> list[Passage]:
    """Find the passage that words name, in one sentence if ``number`` is given.

    Words that run over several sentences give one passage in each. Raises UsageError for an article, text or
    words that are not there, and for words that stand at several places: it names all of them.
    """
    layout = Layout(loaded)
    node, key = _article(loaded, layout, article)
    source = _source(layout, node, folder)
    sentences = {
        each: stretch
        for each in layout.articles[node]
        if each in layout.sentences and (stretch := layout.stretch(each))
    }
    found = find(source.text, wanted)
    if number is not None:
        around = [s for each, s in sentences.items() if layout.number(each, CG.sentenceNumber) == number]
        if not around:
            raise UsageError(f"--sentence {number}: {layout.shown(node)} has no such sentence.")
        found = [each for each in found if around[0].start <= each.start and each.end <= around[0].end]
    if not found:
        raise UsageError(_absent(source.text, wanted, layout.shown(node), number))
    if len(found) > 1:
        raise UsageError(_ambiguous(layout, sentences, found, layout.shown(node)))
    return _cut(layout, node, key, sentences, source.text, found[0])


def as_turtle(passage: Passage) -> str:
    """Write a passage and its selector."""
    local = passage.name.partition(":")[2]
    return (
        blocks.written(
            passage.name,
            "cg:Passage",
            [
                ("oa:hasSource", passage.article),
                ("cg:within", passage.sentence),
                ("oa:hasSelector", f"selector:{local}"),
                ("cg:sha256", blocks.text(passage.sha256)),
            ],
        )
        + "\n"
        + blocks.written(
            f"selector:{local}",
            "oa:TextPositionSelector",
            [("oa:start", str(passage.stretch.start)), ("oa:end", str(passage.stretch.end))],
        )
    )


def _article(loaded: Loaded, layout: Layout, wanted: str) -> tuple[Node, str]:
    files = {loaded.positions.subject(each): each for each in layout.articles}
    keys = {str(layout.data.value(each, CG.articleKey)): each for each in layout.articles}
    stem = Path(wanted).stem
    for node in layout.articles:
        place = loaded.positions.subject(node)
        if wanted in (layout.shown(node), str(node)) or (place and Path(place.file).stem == stem):
            return node, _key(keys, node)
    if wanted in keys:
        return keys[wanted], wanted
    known = ", ".join(layout.shown(node) for node in layout.articles) or "none"
    raise UsageError(
        f"{wanted}: the graph has no such article. It has: {known}."
        if files
        else f"{wanted}: the graph has no article yet. Draft one with: claimgraph draft TEXT."
    )


def _key(keys: Mapping[str, Node], node: Node) -> str:
    return next(key for key, each in keys.items() if each == node)


def _source(layout: Layout, article: Node, folder: Path) -> Source:
    digests = layout.digests(article)
    texts, _ = read_sources(folder)
    for each in texts:
        if each.digest in digests:
            return each
    raise UsageError(
        f"{folder}: no text there has the digest of {layout.shown(article)}. Name the folder of the very "
        "file it was made from with --sources DIR or CLAIMGRAPH_SOURCES; if it was edited since, put it back."
    )


def _absent(text: str, wanted: str, shown: str, number: int | None) -> str:
    where = f"sentence {number} of {shown}" if number is not None else f"the text of {shown}"
    if lacking := missing(text, wanted):
        return f"“{lacking[0]}” is not in the text of {shown}. Type the words as they are printed there."
    return f"“{wanted}” is not in {where} in this order. Give first and last words, with … between them."


def _ambiguous(
    layout: Layout, sentences: Mapping[Node, Stretch], found: Sequence[Stretch], shown: str
) -> str:
    places = []
    for stretch in found:
        around = [layout.shown(each) for each, span in sentences.items() if stretch.within(span)]
        places.append(f"  {' and '.join(around) or 'no sentence'}, {stretch.start} to {stretch.end}")
    return (
        f"These words stand at {len(found)} places in the text of {shown}:\n"
        + "\n".join(places)
        + "\nGive more words, or the sentence with --sentence NUMBER."
    )


def _cut(  # noqa: PLR0917
    layout: Layout, article: Node, key: str, sentences: Mapping[Node, Stretch], text: str, stretch: Stretch
) -> list[Passage]:
    cut = []
    for sentence, span in sorted(sentences.items(), key=lambda each: each[1]):
        part = stretch.within(span)
        if part is None:
            continue
        same = [
            each
            for each in layout.articles[article]
            if layout.stretch(each) == part
            and (each == sentence or (each, CG.within, sentence) in layout.data)
        ]
        local = f"{key}-{layout.number(sentence, CG.sentenceNumber)}"
        name = (
            layout.shown(same[0])
            if same
            else f"passage:{local}-{free_letters(_taken(layout, sentence, local))}"
        )
        cut.append(
            Passage(name, layout.shown(sentence), layout.shown(article), part, digest(text, part), bool(same))
        )
    if not cut:
        raise UsageError(
            f"These words, {stretch.start} to {stretch.end}, lie in no sentence of {layout.shown(article)}. "
            "Describe the sentences first; they must tile the whole text."
        )
    return cut


def _taken(layout: Layout, sentence: Node, local: str) -> list[str]:
    names = [str(each) for each in layout.data.subjects(CG.within, sentence) if isinstance(each, URIRef)]
    pattern = re.compile(rf"passage/{re.escape(local)}-([a-z]+)$")
    return [match[1] for name in names if (match := pattern.search(name))]
