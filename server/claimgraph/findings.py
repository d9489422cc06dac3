"""What a check found, in one form for every check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rdflib.term import Node

Severity = Literal["violation", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, where it stands, and what to do about it.

    ``file`` is relative to the graph root and ``line`` counts from 1 (None where unknown). ``sentence`` says
    in plain words what is wrong, ``remedy`` what to do. ``focus``, ``path`` and ``value`` are the RDF terms
    concerned, ``source`` is the IRI or name of the shape, rule or check that found it, ``component`` the
    SHACL constraint component.
    """

    severity: Severity
    file: str | None
    line: int | None
    sentence: str
    remedy: str
    focus: Node | None = None
    path: Node | None = None
    value: Node | None = None
    source: str = ""
    component: str | None = None

    @property
    def sort_key(self) -> tuple[str, int, int, str, str, str, str]:
        """Order by place, then weight, then wording: the same findings always come in the same order."""
        return (
            self.file or "",
            self.line or 0,
            SEVERITIES.index(self.severity),
            self.sentence,
            self.source,
            "" if self.focus is None else str(self.focus),
            "" if self.value is None else str(self.value),
        )

    def __lt__(self, other: Finding) -> bool:
        return self.sort_key < other.sort_key


@dataclass(frozen=True)
class Counts:
    """How many findings there are of each severity."""

    violations: int
    warnings: int
    infos: int


def counts(findings: Iterable[Finding]) -> Counts:
    """Count findings by severity."""
    severities = [finding.severity for finding in findings]
    return Counts(*(severities.count(severity) for severity in SEVERITIES))
