"""What goes with a dataset and is no part of it: where statements stand, and why inferred ones are there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from claimgraph.errors import ReleaseError

VERSION = 1

# Subject, predicate and object in N-Triples.
Statement = tuple[str, str, str]


@dataclass(frozen=True)
class Place:
    """Where a statement stands: its graph, the file of that graph, and the line if it is known."""

    graph: str
    file: str
    line: int | None


@dataclass(frozen=True)
class Rule:
    """A rule of the graph (``kind`` is ``rule``), with its file, or one of OWL 2 RL (``axiom``)."""

    kind: str
    name: str
    definition: str
    file: str | None


@dataclass(frozen=True)
class Reason:
    """One application of a rule: what it rests on, and what it found absent.

    A premise about a node without a name is given in words.
    """

    rule: Rule
    premises: Sequence[Statement | str]
    absences: Sequence[str]


@dataclass(frozen=True)
class Companion:
    """Files, lines, reasons, shapes and texts, by what they belong to; empty where nothing is known.

    ``files`` gives the file of each graph; ``lines``, for each graph and subject, the line at which it is
    described; ``statements``, for each graph, the line of each statement. ``explanations`` gives for each
    inferred statement its reasons and how many more there are. ``shapes`` is by term; ``texts`` are those of
    articles by their SHA-256, where the operator has them.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    statements: Mapping[str, Mapping[Statement, int]] = field(default_factory=dict)
    explanations: Mapping[Statement, tuple[Sequence[Reason], int]] = field(default_factory=dict)
    shapes: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def place(self, graph: str, statement: Statement) -> Place | None:
        """Tell where a statement stands that is in a graph; None if the file of the graph is not known.

        Without a line of its own it stands where its subject is described.
        """
        if graph not in self.files:
            return None
        line = self.statements.get(graph, {}).get(statement)
        if line is None:
            line = self.lines.get(graph, {}).get(statement[0].removeprefix("<").removesuffix(">"))
        return Place(graph, self.files[graph], line)


def write_companion(companion: Companion) -> bytes:
    """Write all but the texts as JSON with each term once; the same bytes for the same content."""
    terms: dict[str, int] = {}

    def number(term: str) -> int:
        return terms.setdefault(term, len(terms))

    rules: dict[Rule, int] = {}
    statements = {
        graph: [each for key, line in sorted(found.items()) for each in (*map(number, key), line)]
        for graph, found in sorted(companion.statements.items())
    }
    explanations = []
    for statement, (reasons, more) in sorted(companion.explanations.items()):
        told = [
            [
                rules.setdefault(reason.rule, len(rules)),
                [each if isinstance(each, str) else [*map(number, each)] for each in reason.premises],
                [*reason.absences],
            ]
            for reason in reasons
        ]
        explanations.append([*map(number, statement), told, more])
    content = {
        "version": VERSION,
        "files": companion.files,
        "lines": companion.lines,
        "statements": statements,
        "explanations": explanations,
        "rules": [[rule.kind, rule.name, rule.definition, rule.file] for rule in rules],
        "shapes": companion.shapes,
        "terms": [*terms],
    }
    parts = (f"{json.dumps(name)}: {_compact(value)}" for name, value in content.items())
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def read_companion(content: bytes, texts: Mapping[str, str] | None = None) -> Companion:
    """Read what :func:`write_companion` wrote, and put the texts beside it; of no bytes, an empty one.

    Raises ReleaseError if it is something else.
    """
    if not content:
        return Companion(texts=texts or {})
    try:
        return _read(json.loads(content), texts or {})
    except (ValueError, KeyError, TypeError, IndexError, AttributeError):
        raise ReleaseError(
            "What the release says of files and reasons cannot be read by this claimgraph. Build it again."
        ) from None


def _read(content: dict[str, Any], texts: Mapping[str, str]) -> Companion:
    if content["version"] != VERSION:
        raise ValueError("written by another version")
    terms: list[str] = content["terms"]
    rules = [Rule(*each) for each in content["rules"]]

    def statement(numbers: Sequence[int]) -> Statement:
        subject, predicate, value = numbers
        return terms[subject], terms[predicate], terms[value]

    return Companion(
        files=content["files"],
        lines=content["lines"],
        statements={
            graph: {
                (terms[s], terms[p], terms[o]): line
                for s, p, o, line in zip(found[0::4], found[1::4], found[2::4], found[3::4], strict=True)
            }
            for graph, found in content["statements"].items()
        },
        explanations={
            statement(numbers): (
                [
                    Reason(
                        rules[rule],
                        [each if isinstance(each, str) else statement(each) for each in premises],
                        absences,
                    )
                    for rule, premises, absences in told
                ],
                more,
            )
            for *numbers, told, more in content["explanations"]
        },
        shapes=content["shapes"],
        texts=texts,
    )


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
