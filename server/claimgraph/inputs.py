"""Which files of a graph directory are read as what, and which look as if they should be and are not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claimgraph.paths import PARTS, GraphDirectory

_LIKE_INPUT = {
    ".ttl",
    ".turtle",
    ".nt",
    ".nq",
    ".n3",
    ".trig",
    ".rdf",
    ".owl",
    ".jsonld",
    ".xml",
    ".rq",
    ".rq~",
    ".sparql",
}


@dataclass(frozen=True)
class Inputs:
    """The input files of one graph directory, each list in reading order.

    ``turtle`` holds the Turtle files of each part, ``expected`` the files of expected rows. ``ignored`` are
    files that look like an input but lie or are called so that they are none, ``linked`` folders that are
    symbolic links, which are not followed.
    """

    turtle: Mapping[str, list[Path]]
    rules: list[Path]
    queries: list[Path]
    links: list[Path]
    expected: list[Path]
    ignored: list[Path]
    linked: list[Path]

    def __iter__(self) -> Iterator[Path]:
        """Give every file, also those that are ignored."""
        for paths in (
            *self.turtle.values(),
            self.rules,
            self.queries,
            self.links,
            self.expected,
            self.ignored,
        ):
            yield from paths


def find_inputs(directory: GraphDirectory) -> Inputs:
    """Find the input files of a graph directory, without reading any; hidden ones are passed over.

    Turtle lies in ``ontology/`` or ``shapes/`` itself or anywhere in ``data/``, rules and queries in their
    folders. Files come sorted by name, alignments after what they align.
    """
    found: dict[Path, list[Path]] = {directory.rules: [], directory.queries: []}
    turtle: dict[str, list[Path]] = {part: [] for part in PARTS}
    ignored: list[Path] = []
    linked: list[Path] = []
    for part in PARTS:
        for folder, subfolders, names in os.walk(directory.root / part):
            here = Path(folder)
            linked += [here / name for name in sorted(subfolders) if (here / name).is_symlink()]
            subfolders[:] = [name for name in subfolders if not name.startswith(".")]
            for path in (here / name for name in names if not name.startswith(".")):
                if path.suffix == ".ttl" and (part == "data" or here == directory.root / part):
                    turtle[part].append(path)
                elif path.suffix == ".rq" and here in found:
                    found[here].append(path)
                elif path.suffix.lower() in _LIKE_INPUT:
                    ignored.append(path)
    return Inputs(
        {part: sorted(paths, key=_reading_order) for part, paths in turtle.items()},
        sorted(found[directory.rules]),
        sorted(found[directory.queries]),
        [directory.links] if directory.links.exists() else [],
        sorted(path for path in directory.expected.glob("*.csv") if not path.name.startswith(".")),
        ignored,
        linked,
    )


def _reading_order(path: Path) -> tuple[bool, str]:
    return path.name == "alignments.ttl", path.as_posix()
