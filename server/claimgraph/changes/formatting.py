"""Turtle in the form that is kept: layout by turtlefmt, order and prefix lines by the style of the graph."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from shutil import which

import pyoxigraph as ox

from claimgraph.changes.ordering import in_order, with_prefixes
from claimgraph.errors import FormatError, QueryFailed, TurtleError
from claimgraph.lexer import tokens
from claimgraph.namespaces import BASE
from claimgraph.textfile import place

TOOL = "turtlefmt"
_ROUNDS = 4


def formatted(text: str, shown: str, listed: Mapping[str, str] | None = None) -> str:
    """Give a Turtle text in the form that is kept; to do it again changes nothing.

    ``shown`` is the file name for messages, ``listed`` the prefixes of ``ontology/prefixes.ttl``. Comments
    and triples stay; FormatError if they would not. The text must be Turtle, once the prefixes that it lacks
    are declared; it is given back as it is if it is not, for the reader says that better.
    """
    try:
        keep = shown.endswith("ontology/prefixes.ttl")
        whole = with_prefixes(text, listed or {}, keep_unused=keep)
        before = _triples(whole)
    except (QueryFailed, SyntaxError):
        return text
    written = whole
    for _ in range(_ROUNDS):
        last, written = written, _laid_out(in_order(_laid_out(written, shown)), shown)
        if last == written:
            break
    if _triples(written) != before or _comments(written) != _comments(text):
        raise FormatError(
            shown, None, None, "Formatting would change what this file says.", "Format it by hand."
        )
    return written


def differs(text: str, wanted: str) -> int:
    """Give the first line in which two texts differ."""
    common = next(
        (index for index, (a, b) in enumerate(zip(text, wanted, strict=False)) if a != b),
        min(len(text), len(wanted)),
    )
    return place(text, common)[0]


def _laid_out(text: str, shown: str) -> str:
    """Run turtlefmt over a copy, for it writes where it reads and leaves half a file if it is stopped."""
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
        copy = Path(folder) / "file.ttl"
        copy.write_bytes(text.encode("utf-8"))
        run = subprocess.run([_tool(), str(copy)], capture_output=True, text=True, check=False)  # noqa: S603
        if run.returncode:
            raise FormatError(
                shown,
                None,
                None,
                f"{TOOL} does not read this file: {run.stderr.splitlines()[0] if run.stderr else ''}",
                "Write it more plainly.",
            )
        # What turtlefmt leaves of blanks around the text is not stable.
        return copy.read_bytes().decode("utf-8").strip() + "\n" if text.strip() else ""


def _tool() -> str:
    beside = [str(Path(sys.executable).parent), sysconfig.get_path("scripts")]
    found = next((path for folder in beside if (path := which(TOOL, path=folder))), None) or which(TOOL)
    if found is None:
        raise TurtleError(
            TOOL, None, None, f"{TOOL} is not installed here.", f"Install it: pip install {TOOL}."
        )
    return found


def _triples(text: str) -> ox.Dataset:
    dataset = ox.Dataset(ox.parse(text.encode(), ox.RdfFormat.TURTLE, base_iri=str(BASE)))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def _comments(text: str) -> Counter[str]:
    """The words of all comments: turtlefmt sets two that meet on one line behind each other."""
    comments = (token.text for token in tokens(text) if token.kind == "comment")
    return Counter(word for comment in comments for word in comment.replace("#", " ").split())
