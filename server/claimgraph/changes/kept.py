"""Turtle files that were read before, kept in the user's cache under the digest of what was read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from claimgraph import turtle
from claimgraph.paths import cache_folder
from claimgraph.settings import DEFAULTS
from claimgraph.turtle import Declaration, TurtleDocument, read_turtle

KEPT = 200
LARGEST = DEFAULTS.turtle_bytes


class KeptReader:
    """Reads Turtle files as :func:`claimgraph.turtle.read_turtle` does, from the cache where it can.

    The same term is the same object in all files that one reader reads: comparing is then much faster.
    """

    def __init__(self) -> None:
        self._terms: dict[tuple[str | None, ...], Node] = {}

    def __call__(self, path: Path, shown: str, scope: str | None = None) -> TurtleDocument:
        """Read one file. Raises TurtleError as the other does."""
        try:
            # Pipes would wait for a writer, and what is too large is refused by the other.
            content = path.read_bytes() if path.stat().st_size <= LARGEST and path.is_file() else None
        except OSError:
            content = None
        if content is None:
            return read_turtle(path, shown, scope)
        name = hashlib.sha256("\0".join((_program(), shown, scope or "")).encode() + content).hexdigest()
        kept = cache_folder() / "turtle" / f"{name[:40]}.json"
        with suppress(OSError, ValueError, KeyError, IndexError, TypeError):
            return self._decoded(json.loads(kept.read_bytes()), shown)
        document = read_turtle(path, shown, scope)
        encoded = _encoded(document)
        with suppress(OSError):
            _keep(kept, json.dumps(encoded, ensure_ascii=False))
        return self._decoded(encoded, shown)

    def _decoded(self, data: Mapping[str, Any], shown: str) -> TurtleDocument:
        terms = [self._term(tuple(written)) for written in data["terms"]]
        return TurtleDocument(
            shown,
            [((terms[s], terms[p], terms[o]), line) for s, p, o, line in data["triples"]],
            dict(data["prefixes"]),
            [Declaration(*each) for each in data["declarations"]],
            {terms[subject]: line for subject, line in data["subjects"]},
            [(written, line) for written, line in data["relative"]],
        )

    def _term(self, written: tuple[str | None, ...]) -> Node:
        return self._terms.get(written) or self._terms.setdefault(written, _term(written))


def _keep(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(f".{hashlib.sha256(content.encode()).hexdigest()[:8]}.new")
    new.write_text(content, "utf-8")
    new.replace(path)
    others = sorted(path.parent.iterdir(), key=lambda other: other.stat().st_mtime, reverse=True)
    for old in others[KEPT:]:
        old.unlink()


@cache
def _program() -> str:
    versions = [version(name) for name in ("rdflib", "pyoxigraph")]
    return "\n".join([hashlib.sha256(Path(turtle.__file__).read_bytes()).hexdigest(), *versions, "1"])


def _encoded(document: TurtleDocument) -> dict[str, Any]:
    numbers: dict[Node, int] = {}

    def number(term: Node) -> int:
        return numbers.setdefault(term, len(numbers))

    triples = [[number(s), number(p), number(o), line] for (s, p, o), line in document.triples]
    subjects = [[number(subject), line] for subject, line in document.subjects.items()]
    return {
        "triples": triples,
        "subjects": subjects,
        "terms": [_written(term) for term in numbers],
        "prefixes": document.prefixes,
        "declarations": [list(each) for each in document.declarations],
        "relative": [list(each) for each in document.relative],
    }


def _written(term: Node) -> list[str | None]:
    if isinstance(term, Literal):
        return [str(term), term.datatype and str(term.datatype), term.language]
    return [str(term), "_"] if isinstance(term, BNode) else [str(term)]


def _term(written: tuple[str | None, ...]) -> Node:
    text = written[0] or ""
    if len(written) == 1:
        return URIRef(text)
    if len(written) == 2:
        return BNode(text)
    datatype = None if written[1] is None else URIRef(written[1])
    return Literal(text, datatype=datatype, lang=written[2], normalize=False)
