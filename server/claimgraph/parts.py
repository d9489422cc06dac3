"""The parts of a graph that a person names by paths, and what lies in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from claimgraph.errors import UsageError
from claimgraph.findings import Finding
from claimgraph.inputs import find_inputs
from claimgraph.paths import GraphDirectory, real


def parts(directory: GraphDirectory, paths: Sequence[Path]) -> list[str]:
    """Name the files and folders of a graph that paths mean, as shown; UsageError for what is no part."""
    inputs = [directory.shown(path) for path in find_inputs(directory)] if paths else []
    within = []
    for path in paths:
        # What a link leads to is another file, perhaps outside of the graph; the link itself may be inside.
        absolute = Path(os.path.abspath(path))  # noqa: PTH100
        resolved = absolute if absolute.is_relative_to(directory.root) else real(path)
        if not resolved.exists():
            raise UsageError(
                f"{path}: there is no such file or folder. Name one of the graph, or none for all."
            )
        if not resolved.is_relative_to(directory.root):
            raise UsageError(
                f"{path}: this is not part of the graph {directory.root}. Name that graph with --graph DIR."
            )
        shown = directory.shown(resolved)
        if not any(holds(shown, file) for file in inputs):
            raise UsageError(
                f"{path}: nothing there is read as part of the graph, so there is nothing to check. "
                "Name a file of Turtle, links, rules, queries or expected rows, or a folder that holds one."
            )
        within.append(shown)
    return within


def concerns(finding: Finding, within: Sequence[str]) -> bool:
    """Whether a finding lies in one of these parts."""
    # What lies in no file lies in none outside of the given paths either.
    return finding.file is None or any(holds(path, finding.file) for path in within)


def holds(path: str, file: str) -> bool:
    """Whether a part is a file, or holds it."""
    return path in (".", file) or file.startswith(f"{path}/")
