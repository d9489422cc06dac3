"""What git keeps of a graph: its files at a revision, without touching the work tree."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from claimgraph.errors import RevisionError
from claimgraph.paths import PARTS, GraphDirectory

_READ = (*PARTS, "tests/queries")
_SYMLINK = "120000"
_FILES = ("100644", "100755", _SYMLINK)


@dataclass(frozen=True)
class Repository:
    """A git repository, and where in its trees the graph lies (empty, or a path that ends in a slash)."""

    folder: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> Repository:
        """Find the repository of a folder, which may be bare. Raises RevisionError if there is none."""
        if _git(folder, "rev-parse", "--is-bare-repository").strip() == b"true":
            return cls(folder, "")
        return cls(folder, os.fsdecode(_git(folder, "rev-parse", "--show-prefix").rstrip(b"\n")))

    def commit(self, revision: str) -> str:
        """Give the full name of the commit that a revision names. Raises RevisionError, with what to do."""
        try:
            found = _git(self.folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
        except RevisionError:
            shallow = _git(self.folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
            remedy = (
                "This clone is shallow: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)."
                if shallow
                else "See git log or git branch --all for what there is, or fetch it."
            )
            raise RevisionError(f"git knows no revision {revision!r} here. {remedy}") from None
        return found.decode().strip()

    def files(self, commit: str) -> dict[str, tuple[str, str]]:
        """List the files of the graph at a commit, by path below the graph: mode and name of the content."""
        paths = [self.prefix + part for part in _READ]
        listed = _git(self.folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths)
        found = {}
        for entry in filter(None, listed.split(b"\0")):
            about, _, name = entry.partition(b"\t")
            mode, _, blob = about.decode().split()
            if mode in _FILES:
                found[os.fsdecode(name).removeprefix(self.prefix)] = (mode, blob)
        return found

    @contextmanager
    def graph(self, revision: str) -> Iterator[GraphDirectory]:
        """Put the graph of a revision into a folder of its own, as long as it is needed."""
        commit = self.commit(revision)
        files = self.files(commit)
        if missing := [part for part in PARTS if not any(name.startswith(f"{part}/") for name in files)]:
            where = f"{revision}:{self.prefix}"
            raise RevisionError(
                f"{where} has no {'/ and no '.join(missing)}/, so there is no graph at that revision. "
                "Name a later one."
            )
        with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
            root = Path(folder)
            contents = self.contents([blob for _, blob in files.values()])
            for name, (mode, blob) in files.items():
                if ".." in PurePosixPath(name).parts:
                    continue
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                if mode == _SYMLINK:
                    path.symlink_to(os.fsdecode(contents[blob]))
                else:
                    path.write_bytes(contents[blob])
            yield GraphDirectory(root, "given")

    def contents(self, blobs: list[str]) -> dict[str, bytes]:
        """Give the contents of blobs by their names."""
        wanted = list(dict.fromkeys(blobs))
        given = _git(self.folder, "cat-file", "--batch", stdin="\n".join(wanted).encode() + b"\n")
        found: dict[str, bytes] = {}
        position = 0
        for blob in wanted:
            end = given.index(b"\n", position)
            head = given[position:end].split()
            if len(head) != 3:
                raise RevisionError(
                    f"git has no content for {blob}: the clone is partial or damaged. See: git fsck."
                )
            size = int(head[2])
            found[blob] = given[end + 1 : end + 1 + size]
            position = end + size + 2
        return found

    def blob_names(self, paths: list[Path]) -> list[str]:
        """Name the contents of files as git would if it kept them as they are."""
        listed = "\n".join(str(path) for path in paths).encode() + b"\n"
        return (
            _git(self.folder, "hash-object", "--no-filters", "--stdin-paths", stdin=listed).decode().split()
        )


def _git(folder: Path, *arguments: str, stdin: bytes | None = None) -> bytes:
    try:
        run = subprocess.run(  # noqa: S603
            ["git", *arguments],  # noqa: S607
            cwd=folder,
            input=stdin,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
        )
    except FileNotFoundError:
        raise RevisionError(
            "git is not installed here, so no revision can be read. Install it, or name folders."
        ) from None
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines() or ["it says nothing"]
        raise RevisionError(f"git does not answer for {folder}: {said[0].removeprefix('fatal: ')}.")
    return run.stdout
