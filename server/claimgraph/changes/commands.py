"""What ``fmt`` and ``diff`` do, from arguments to exit code."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimgraph.changes import account
from claimgraph.changes.comparison import compare
from claimgraph.changes.fixing import fix as mend
from claimgraph.changes.fixing import format_files, listed_prefixes
from claimgraph.changes.sides import read_graph, read_side
from claimgraph.console import note, step, write
from claimgraph.errors import NoGraph, UsageError
from claimgraph.inputs import find_inputs
from claimgraph.parts import holds, parts
from claimgraph.paths import GraphDirectory, find_graph

DONE, DIFFERENT, FAILED = 0, 1, 2
WORK_TREE = "the files as they are"


def fmt(paths: Sequence[Path], graph: Path | None, *, check: bool) -> int:
    """Format these files, or those of the graph; with ``check`` only tell which need it."""
    if paths:
        files = list(dict.fromkeys(file for path in paths for file in _turtle_files(path)))
        directory = _graph_around(graph)
        changes, errors = format_files(
            files, str, listed_prefixes(directory) if directory else {}, write=not check
        )
    else:
        directory = find_graph(graph, Path.cwd())
        note(directory.describe())
        if directory.origin == "packaged":
            raise UsageError("There is no graph here to format. Name files, or a graph with --graph DIR.")
        files = [path for part in find_inputs(directory).turtle.values() for path in part]
        changes, errors = format_files(files, directory.shown, listed_prefixes(directory), write=not check)
    for change in changes:
        place = f"{change.file}:{change.line}"
        write(f"{place}: to be formatted\n" if check else f"{place}: formatted\n")
    for error in errors:
        note(str(error))
    same = len(files) - len(changes) - len(errors)
    note(
        f"{len(changes)} {'to be formatted' if check else 'formatted'}, {same} in order"
        + (f", {len(errors)} not read and left as they were" if errors else "")
        + "."
    )
    if errors:
        return FAILED
    return DIFFERENT if changes and check else DONE


def fix(graph: Path | None, paths: Sequence[Path], sources: Path | None) -> None:
    """Mend what a machine may mend in the files that the paths name (all if there are none)."""
    directory = find_graph(graph, Path.cwd())
    if directory.origin == "packaged":
        raise UsageError("There is no graph here to mend. Name one with --graph DIR.")
    within = parts(directory, paths)
    files = [directory.shown(path) for path in find_inputs(directory)]
    only = [file for file in files if not within or any(holds(path, file) for path in within)]
    made = list(mend(directory, sources, only))
    for change in made:
        note(f"fixed: {':'.join(str(p) for p in (change.file, change.line) if p)}: {change.words}")
    note(f"fixed: {len(made)} in all" if made else "fixed: nothing was to be mended")
    if sources is None:
        note("No --sources: digests and lengths were left as they are.")


def diff(
    old: str, new: str | None, graph: Path | None, output: str, *, everything: bool, exit_code: bool
) -> int:
    """Compare two graphs and tell how they differ."""
    here = Path.cwd()
    if graph is not None or new is None:
        directory = find_graph(graph, here)
        if directory.origin == "packaged":
            raise UsageError("There is no graph here to compare with. Name NEW, or one with --graph DIR.")
        here = directory.root
    with step(f"reading {old}"):
        before = read_side(old, here)
    with step(f"reading {new or WORK_TREE}"):
        after = read_graph(directory, WORK_TREE) if new is None else read_side(new, here)
    with step("comparing"):
        found = compare(before, after)
    if output == "json":
        write(json.dumps(account.as_data(found), ensure_ascii=False, indent=2) + "\n")
    else:
        shown = None if everything else account.SHOWN
        write(account.as_markdown(found, shown) if output == "markdown" else account.as_text(found, shown))
    return DIFFERENT if found and exit_code else DONE


def _turtle_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = []
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        found += [Path(folder) / name for name in names if name.endswith(".ttl")]
    if not found:
        raise UsageError(f"{path}: there is no Turtle file (*.ttl) in this folder. Name another.")
    yield from sorted(found)


def _graph_around(graph: Path | None) -> GraphDirectory | None:
    try:
        directory = find_graph(graph, Path.cwd())
    except NoGraph:
        if graph is not None:
            raise
        return None
    return None if directory.origin == "packaged" else directory
