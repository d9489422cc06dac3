"""A new graph directory: the ontology and shapes of this program, and one invented article to begin with."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path

from claimgraph import __version__
from claimgraph.errors import NoGraph, UsageError
from claimgraph.inputs import find_inputs
from claimgraph.paths import packaged_graph

_TEMPLATE = Path(__file__).resolve().parent / "template"
# Under their own names these would count for the repository that the template lies in.
_DOT = "dot-"


def make(folder: Path) -> list[str]:
    """Write a new graph directory at once, and give the names of its files.

    Raises UsageError if the folder is not empty, lies in another graph, or cannot be written to.
    """
    target = Path(os.path.abspath(folder))  # noqa: PTH100
    _refuse(folder, target)
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.mkdir()
        for name, content in contents().items():
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _put(beside, target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"{folder}: the graph cannot be written there: {reason}. Name a folder where you may write."
        ) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return sorted(contents())


def contents() -> dict[str, bytes]:
    """Give the files of a new graph directory by name."""
    source = packaged_graph()
    if source is None:
        raise NoGraph("The ontology that belongs to claimgraph is not here. Install claimgraph anew.")
    inputs = find_inputs(source)
    paths = [*inputs.turtle["ontology"], *inputs.turtle["shapes"], *inputs.rules]
    files = {source.shown(path): path.read_bytes() for path in paths}
    for path in _TEMPLATE.rglob("*"):
        if path.is_file():
            parts = [part.replace(_DOT, ".", 1) for part in path.relative_to(_TEMPLATE).parts]
            files["/".join(parts)] = path.read_bytes().replace(b"VERSION", __version__.encode())
    return files


def _refuse(folder: Path, target: Path) -> None:
    try:
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise UsageError(f"{folder}: this is no folder. Name a new one, or an empty one.")
        if target.exists() and (held := sorted(path.name for path in target.iterdir())):
            raise UsageError(
                f"{folder}: this folder is not empty, it holds {held[0]}. Name a new one, or an empty one."
            )
    except OSError as error:
        raise UsageError(
            f"{folder}: the folder cannot be read: {error.strerror}. Name another one."
        ) from None
    for around in target.parents:
        if (around / "ontology" / "prefixes.ttl").exists():
            raise UsageError(
                f"{folder}: this lies inside the graph directory {around}. Name a folder elsewhere."
            )


def _put(new: Path, target: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    # A shell may stand in the empty folder, so it stays the same one and takes the entries up.
    moved = []
    try:
        for path in sorted(new.iterdir()):
            path.rename(target / path.name)
            moved.append(target / path.name)
    except OSError:
        for path in moved:
            path.rename(new / path.name)
        raise
