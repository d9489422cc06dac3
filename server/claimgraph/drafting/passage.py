"""A passage of an article as Turtle, from its first and last words in the kept text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

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
    loaded: Loaded, article: str, wanted: Sequence[str], folder: Path, number: int | None = None
) -> list[Passage]:
    """Find the passages that words name, one for each, in one sentence if ``number`` is given.

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
    inside = None
    if number is not None:
        inside = next(
            (s for n, s in sentences.items() if layout.number(n, CG.sentenceNumber) == number), None
        )
        if inside is None:
            raise UsageError(f"--sentence {number}: {layout.shown(node)} has no such sentence.")
    made: list[Passage] = []
    for each in wanted:
        found = [
            span
            for span in find(source.text, each)
            if inside is None or (inside.start <= span.start and span.end <= inside.end)
        ]
        if not found:
            raise UsageError(_absent(source.text, each, layout.shown(node), number))
        if len(found) > 1:
            raise UsageError(_ambiguous(layout, sentences, each, found, layout.shown(node)))
        made += _cut(layout, node, key, sentences, source.text, found[0], made)
    return made


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
    layout: Layout, sentences: Mapping[Node, Stretch], wanted: str, found: Sequence[Stretch], shown: str
) -> str:
    places = []
    for stretch in found:
        around = [layout.shown(each) for each, span in sentences.items() if stretch.within(span)]
        places.append(f"  {' and '.join(around) or 'no sentence'}, {stretch.start} to {stretch.end}")
    return (
        f"“{wanted}” stands at {len(found)} places in the text of {shown}:\n"
        + "\n".join(places)
        + "\nGive more words, or the sentence with --sentence NUMBER."
    )


def _cut(  # noqa: PLR0917
    layout: Layout,
    article: Node,
    key: str,
    sentences: Mapping[Node, Stretch],
    text: str,
    stretch: Stretch,
    made: Sequence[Passage],
) -> list[Passage]:
    cut: list[Passage] = []
    for sentence, span in sorted(sentences.items(), key=lambda each: each[1]):
        part = stretch.within(span)
        if part is None:
            continue
        local = f"{key}-{layout.number(sentence, CG.sentenceNumber)}"
        same = next(
            (each.name for each in made if each.stretch == part), _same(layout, article, sentence, part)
        )
        taken = [*_taken(layout, sentence), *(each.name for each in [*made, *cut])]
        stem = f"passage:{local}-"
        letters = [name.removeprefix(stem) for name in taken if name.startswith(stem)]
        cut.append(
            Passage(
                same or f"passage:{local}-{free_letters(letters)}",
                layout.shown(sentence),
                layout.shown(article),
                part,
                digest(text, part),
                same is not None,
            )
        )
    if not cut:
        raise UsageError(
            f"These words, {stretch.start} to {stretch.end}, lie in no sentence of {layout.shown(article)}. "
            "Describe the sentences first; they must tile the whole text."
        )
    return cut


def _same(layout: Layout, article: Node, sentence: Node, part: Stretch) -> str | None:
    """Name what covers exactly this part of a sentence already, the sentence itself too."""
    for each in layout.articles[article]:
        if layout.stretch(each) == part and (each == sentence or (each, CG.within, sentence) in layout.data):
            return layout.shown(each)
    return None


def _taken(layout: Layout, sentence: Node) -> list[str]:
    return [layout.shown(each) for each in layout.data.subjects(CG.within, sentence)]
