"""Which graph directory a command reads, in a checkout and in an installed package."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from claimgraph.errors import NoGraph

Origin = Literal["given", "enclosing", "packaged"]

PARTS = ("ontology", "data", "shapes")
_HERE = Path(__file__).resolve().parent
_ORIGINS: dict[Origin, str] = {
    "given": "given with --graph",
    "enclosing": "enclosing folder",
    "packaged": "packaged with claimgraph",
}


@dataclass(frozen=True)
class GraphDirectory:
    """A folder in the layout ``ontology/ data/ shapes/`` and how it was found."""

    root: Path
    origin: Origin

    @property
    def ontology(self) -> Path:
        """Folder of the ontology's Turtle files and of ``prefixes.ttl``."""
        return self.root / "ontology"

    @property
    def rules(self) -> Path:
        """Folder of the inference rules (``*.rq``)."""
        return self.ontology / "rules"

    @property
    def data(self) -> Path:
        """Folder of the data, read with its subfolders."""
        return self.root / "data"

    @property
    def queries(self) -> Path:
        """Folder of the stored queries (``*.rq``)."""
        return self.data / "queries"

    @property
    def links(self) -> Path:
        """The SSSOM table of links; it need not exist."""
        return self.data / "links.sssom.tsv"

    @property
    def shapes(self) -> Path:
        """Folder of the SHACL shapes."""
        return self.root / "shapes"

    @property
    def expected(self) -> Path:
        """Folder of the rows that the stored queries must give (``*.csv``); it need not exist."""
        return self.root / "tests" / "queries"

    def describe(self) -> str:
        """Say in one line which graph this is; every command prints it."""
        return f"graph: {self.root} ({_ORIGINS[self.origin]})"

    def shown(self, path: Path) -> str:
        """Name a file for messages: relative to the root, so that a report is the same everywhere."""
        return path.relative_to(self.root).as_posix()


def find_graph(given: Path | None, cwd: Path) -> GraphDirectory:
    """Find the graph to read: the given folder, else the nearest around ``cwd``, else the packaged one.

    A folder that is given, or that is plainly a damaged graph directory, is never replaced by another one:
    :class:`NoGraph` says what it lacks.
    """
    if given is not None:
        return GraphDirectory(_given(given, cwd), "given")
    start = cwd.resolve()
    for folder in (start, *start.parents):
        if not _lacking(folder):
            return GraphDirectory(folder, "enclosing")
        # Without this, a clone that lost a folder would be passed over for the packaged copy.
        if (folder / "ontology" / "prefixes.ttl").exists():
            raise NoGraph(f"{folder}: {_missing(folder)}")
    if packaged := packaged_graph():
        return packaged
    raise NoGraph(
        f"No folder from {start} upwards has ontology/, data/ and shapes/, and no graph "
        "is packaged here. Go into a graph directory, or name one with --graph DIR."
    )


def real(path: Path) -> Path:
    """Follow symbolic links; one that leads back to itself, where ``resolve`` fails, is left as it is."""
    return Path(os.path.realpath(path))


def packaged_graph() -> GraphDirectory | None:
    """Find the graph that came with the program: in a wheel beside its modules, in a checkout around them."""
    for folder in (_HERE / "graph", _HERE.parents[1]):
        if not _lacking(folder):
            return GraphDirectory(folder, "packaged")
    return None


def cache_folder() -> Path:
    """Give the folder for what can be made again at any time (XDG Base Directory Specification)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimgraph"


def _given(given: Path, cwd: Path) -> Path:
    folder = (cwd / given).resolve()
    if not folder.exists():
        raise NoGraph(
            f"--graph {given}: there is no such folder. Name the one that holds ontology/, data/ and shapes/."
        )
    if not folder.is_dir():
        raise NoGraph(
            f"--graph {given}: this is a file. Name the folder that holds ontology/, data/ and shapes/."
        )
    if _lacking(folder):
        raise NoGraph(f"--graph {given}: {_missing(folder)}")
    return folder


def _lacking(folder: Path) -> list[str]:
    return [f"{part}/" for part in PARTS if not (folder / part).is_dir()]


def _missing(folder: Path) -> str:
    lacking = _lacking(folder)
    verb = "is" if len(lacking) == 1 else "are"
    return (
        f"{' and '.join(lacking)} {verb} missing there. A graph directory holds ontology/, data/ and shapes/."
    )
