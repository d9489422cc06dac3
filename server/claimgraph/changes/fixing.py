"""Mending what a machine may mend in the files of a graph: form, order, prefix lines, digests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from claimgraph.changes.digests import corrected, corrections
from claimgraph.changes.files import replace_file
from claimgraph.changes.formatting import differs, formatted
from claimgraph.errors import InputError, LoadErrors, TurtleError
from claimgraph.inputs import find_inputs
from claimgraph.load import load
from claimgraph.paths import GraphDirectory, real
from claimgraph.sources import read_sources
from claimgraph.textfile import read_text
from claimgraph.turtle import read_turtle


@dataclass(frozen=True)
class Change:
    """What was changed, or is to be, in a file: the line where that begins, and words for it."""

    file: str
    line: int | None
    words: str


def listed_prefixes(directory: GraphDirectory) -> Mapping[str, str]:
    """Give the prefixes of ``ontology/prefixes.ttl``; none if it cannot be read, which is reported later."""
    path = directory.ontology / "prefixes.ttl"
    try:
        return read_turtle(path, directory.shown(path)).prefixes
    except InputError:
        return {}


def format_files(
    paths: Iterable[Path],
    shown: Callable[[Path], str],
    listed: Mapping[str, str],
    *,
    write: bool,
) -> tuple[list[Change], list[InputError]]:
    """Bring Turtle files into the form that is kept, or only tell which are not.

    A file that is not Turtle, or would say something else afterwards, is left as it is: its error comes back.
    """
    changes: list[Change] = []
    errors: list[InputError] = []
    for path in paths:
        name = shown(path)
        try:
            text = read_text(path, name, TurtleError)
            wanted = formatted(text, name, listed)
            if wanted == text:
                # What is no Turtle comes back as it is.
                read_turtle(path, name)
                continue
        except InputError as error:
            errors.append(error)
            continue
        changes.append(Change(name, differs(text, wanted), "layout, order or prefix lines"))
        if write:
            replace_file(path, wanted.encode("utf-8"))
    return changes, errors


def fix(
    directory: GraphDirectory, sources: Path | None, only: Collection[str] | None = None
) -> Iterator[Change]:
    """Mend the Turtle files of a graph and tell what was changed; a second run changes nothing.

    ``only`` names files, as shown; without, it is all. Digests and lengths need the folder ``sources`` and a
    graph that can be read. What a file says beyond them is never changed. Raises SourceError, OutputError.
    """

    def wanted(file: str) -> bool:
        return only is None or file in only

    inputs = find_inputs(directory)
    paths = [path for part in inputs.turtle.values() for path in part if wanted(directory.shown(path))]
    # A link that leads out of the graph is refused by the reader, and what it leads to is not ours.
    root = real(directory.root)
    paths = [path for path in paths if real(path).is_relative_to(root)]
    changes, _ = format_files(paths, directory.shown, listed_prefixes(directory), write=True)
    yield from changes
    if sources is None:
        return
    texts, _ = read_sources(sources)
    try:
        loaded = load(directory)
    except LoadErrors:
        return
    found = sorted(corrections(loaded, texts), key=lambda each: each.file)
    for file, group in groupby(found, key=lambda each: each.file):
        if not wanted(file):
            continue
        path = directory.root / file
        before = read_text(path, file, TurtleError)
        done = list(group)
        after = corrected(before, done)
        if after != before:
            replace_file(path, after.encode("utf-8"))
            for each in done:
                if corrected(before, [each]) != before:
                    yield Change(file, None, f"{each.property} of {each.subject}, from its text")
