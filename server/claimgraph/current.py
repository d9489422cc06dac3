"""The release of a graph as it is now, kept so that nothing is checked twice."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from claimgraph.errors import ReleaseError
from claimgraph.inputs import find_inputs
from claimgraph.paths import GraphDirectory, cache_folder
from claimgraph.released import Release, read_release

KEPT = 8

_ENGINES = ("claimgraph", "owlrl", "pyoxigraph", "pyshacl", "rdflib")


def release_folder(directory: GraphDirectory) -> Path:
    """Name the folder for the release of a graph, by the digest of all that it is made from.

    That is every input file, by name and content, and the programs that check and build.
    """
    digest = hashlib.sha256()
    for name in _ENGINES:
        digest.update(f"{name} {version(name)}\n".encode())
    here = Path(__file__).parent
    for path in sorted(here.rglob("*.py")):
        _add(digest, path.relative_to(here).as_posix(), path)
    inputs = find_inputs(directory)
    for path in sorted(set(inputs)):
        _add(digest, directory.shown(path), path)
    for path in sorted(inputs.linked):
        digest.update(f"link {directory.shown(path)}\n".encode())
    digest.update(f"expected {directory.expected.is_dir()}\n".encode())
    return cache_folder() / "releases" / digest.hexdigest()[:32]


def find_release(folder: Path) -> Release | None:
    """Read a release that was kept; None if there is none, or it is damaged."""
    try:
        return read_release(folder)
    except ReleaseError:
        return None


def forget_old(folder: Path) -> None:
    """Delete all but the newest releases beside this one."""
    with suppress(OSError):
        kept = sorted(folder.parent.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[KEPT:]:
            if path != folder:
                shutil.rmtree(path, ignore_errors=True)


def _add(digest: hashlib._Hash, name: str, path: Path) -> None:
    try:
        if path.exists() and not path.is_file():
            # To read a pipe would wait for whoever writes into it.
            raise OSError(0, "no regular file")
        content = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        content = f"unreadable: {error.errno}"
    digest.update(f"{content} {name}\n".encode())
