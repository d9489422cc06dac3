"""What the commands for those who add articles do: each reads a graph, and writes one thing or nothing."""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rdflib import URIRef

from claimgraph.console import note, step, write
from claimgraph.drafting import draft as drafting
from claimgraph.drafting import files, naming, newgraph
from claimgraph.drafting import mint as minting
from claimgraph.drafting.draftfile import as_turtle
from claimgraph.drafting.known import KnownNames
from claimgraph.drafting.passage import as_turtle as as_passage
from claimgraph.drafting.passage import passages
from claimgraph.errors import SourceError, UsageError
from claimgraph.load import Loaded, load
from claimgraph.namespaces import CG, compact
from claimgraph.paths import GraphDirectory, find_graph
from claimgraph.settings import DEFAULTS
from claimgraph.textfile import read_kept

DONE = 0
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+")


@dataclass(frozen=True)
class Wanted:
    """What the person who drafts an article says of it; None for what nobody said."""

    key: str | None = None
    slug: str | None = None
    label: str | None = None
    language: str = "en"
    published: str | None = None
    url: str | None = None
    outlet: str | None = None
    dateline: str | None = None
    encoder: str | None = None


def draft(graph: Path | None, file: Path, wanted: Wanted, today: date, output: str) -> int:
    """Draft an article from its text: write its file into the graph, and tell what is in it."""
    text = read_kept(file, str(file), SourceError, DEFAULTS.source_bytes)
    directory, loaded = opened(graph)
    given = _given(loaded, file, wanted, today)
    slug = wanted.slug or naming.slug(file.stem, "--slug")
    if not naming.SLUG.fullmatch(slug):
        raise UsageError(f"--slug {slug}: a file is named in lower-case letters, digits and single hyphens.")
    target = directory.data / "articles" / f"{slug}.ttl"
    shown = directory.shown(target)
    if target.exists() or target.is_symlink():
        raise UsageError(
            f"{shown}: there is such a file already. Choose another name with --slug; it is left alone."
        )
    with step("finding sentences and names"):
        made = drafting.draft(text, given, KnownNames(loaded))
    if same := drafting.article_with(loaded.data(), made.sha256):
        raise UsageError(
            f"{file}: {compact(same, loaded.prefixes)} describes this text already. Go on with its file."
        )
    files.create(target, shown, as_turtle(made, loaded.prefixes))
    if output == "json":
        write(json.dumps(_as_data(made, shown, loaded.prefixes), ensure_ascii=False, indent=2) + "\n")
    else:
        write(f"{shown}\n")
    number = sum(len(sentence.suggestions) for sentence in made.sentences)
    note(f"article:{given.key}: {len(made.sentences)} sentences, {number} suggestions, none in the graph.")
    note(f"Work {shown} through; until then claimgraph check does not let it pass.")
    return DONE


def opened(graph: Path | None) -> tuple[GraphDirectory, Loaded]:
    """Find the graph to write to, tell which it is, and read it; the packaged copy is never written to."""
    directory = find_graph(graph, Path.cwd())
    if directory.origin == "packaged":
        raise UsageError(
            "No folder from here upwards is a graph directory, and the copy that came with claimgraph is not "
            "written to. Go into one, name one with --graph DIR, or make one with: claimgraph init DIR."
        )
    note(directory.describe())
    with step("reading the files"):
        return directory, load(directory)


def _given(loaded: Loaded, file: Path, wanted: Wanted, today: date) -> drafting.Given:
    data = loaded.data()
    key = drafting.article_key(data, wanted.key)
    if wanted.encoder is not None:
        encoder: URIRef | None = drafting.chosen(
            loaded, CG.Encoder, wanted.encoder, "--encoder", 'encoder "NAME"'
        )
    elif (encoder := drafting.usual_encoder(data)) is None:
        raise UsageError(
            "Who encodes the article is not plain from data/dataset.ttl. Name a cg:Encoder with --encoder, "
            'or describe one with: claimgraph mint encoder "NAME".'
        )
    if not _LANGUAGE.fullmatch(wanted.language):
        raise UsageError(
            f"--language {wanted.language}: this is no language code. Write en, fr, az and so on."
        )
    if wanted.url is not None and not _ADDRESS.fullmatch(wanted.url):
        raise UsageError(f"--url {wanted.url}: this is no address. Write all of it, beginning with https://.")
    if encoder is None:
        raise TypeError("an encoder was found above")
    return drafting.Given(
        key,
        wanted.label or f"Article {file.stem}",
        wanted.language,
        encoder,
        today,
        _day(wanted.published),
        wanted.url,
        drafting.chosen(loaded, CG.Outlet, wanted.outlet, "--outlet", 'outlet "NAME"')
        if wanted.outlet is not None
        else None,
        drafting.chosen(loaded, CG.Place, wanted.dateline, "--dateline", 'place "NAME"')
        if wanted.dateline is not None
        else None,
    )


def _day(written: str | None) -> date | None:
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        raise UsageError(f"--date {written}: this is no date. Write it as 2021-03-02.") from None


def _as_data(made: drafting.Draft, shown: str, prefixes: Mapping[str, str]) -> dict[str, Any]:
    given = made.given
    return {
        "file": shown,
        "article": f"article:{given.key}",
        "textLength": made.length,
        "textSha256": made.sha256,
        "sentences": [
            {
                "name": f"sentence:{given.key}-{sentence.number}",
                "start": sentence.stretch.start,
                "end": sentence.stretch.end,
                "part": f"cg:{sentence.part}Part",
                "sha256": sentence.sha256,
                "suggestions": [
                    {
                        "kind": each.kind,
                        "start": each.stretch.start,
                        "end": each.stretch.end,
                        "form": each.form,
                        "terms": [compact(term, prefixes) for term in each.terms],
                        "values": dict(each.values),
                    }
                    for each in sentence.suggestions
                ],
            }
            for sentence in made.sentences
        ],
    }


def passage(  # noqa: PLR0917
    graph: Path | None,
    article: str,
    words: Sequence[str],
    sources: Path | None,
    number: int | None,
    output: str,
) -> int:
    """Print the Turtle of a passage; nothing is written to a file."""
    folder = sources or (Path(given) if (given := os.environ.get("CLAIMGRAPH_SOURCES")) else None)
    if folder is None:
        raise UsageError("Name the folder of the article texts with --sources DIR or CLAIMGRAPH_SOURCES.")
    directory = find_graph(graph, Path.cwd())
    note(directory.describe())
    found = passages(load(directory), article, words, folder, number)
    if output == "json":
        rows = [
            {
                "name": each.name,
                "within": each.sentence,
                "start": each.stretch.start,
                "end": each.stretch.end,
                "sha256": each.sha256,
                "known": each.known,
                "turtle": as_passage(each),
            }
            for each in found
        ]
        write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return DONE
    fresh = [each for each in found if not each.known]
    write("".join(f"\n{as_passage(each)}" for each in fresh))
    for each in found:
        if each.known:
            note(f"{each.name} is this very passage already: name it.")
    if len(found) > len(words):
        note(f"These are {len(found)} passages: words that run over sentences are cut where those end.")
    return DONE


def init(folder: Path, output: str) -> int:
    """Make a new graph directory."""
    names = newgraph.make(folder)
    if output == "json":
        write(json.dumps({"folder": str(folder), "files": names}, ensure_ascii=False, indent=2) + "\n")
    else:
        write(f"{folder}\n")
    note(f"{len(names)} files, and one invented article to begin with. README.md there says what is what.")
    note(f"Try: cd {shlex.quote(str(folder))} && claimgraph check --strict && claimgraph serve")
    return DONE


def mint(graph: Path | None, wish: minting.Wish, output: str) -> int:
    """Write a new thing into its file, and tell what was done."""
    _, loaded = opened(graph)
    made = minting.mint(loaded, wish)
    if output == "json":
        write(json.dumps(asdict(made), ensure_ascii=False, indent=2) + "\n")
    else:
        write(made.block)
    note(f"{made.file}:{made.line}: {made.name} was written here.")
    if made.near:
        note(f"Near to it: {', '.join(made.near)}. If one of them is meant, take the new one away.")
    if made.needed:
        note(f"It still needs {', '.join(made.needed)}.")
    return DONE
