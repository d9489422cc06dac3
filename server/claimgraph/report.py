"""Findings written out: for people, as JSON, as GitHub annotations, and as a SHACL validation report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import groupby

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph import __version__
from claimgraph.findings import Finding, counts
from claimgraph.namespaces import CHECK, GRAPH, RDF, SH, XSD
from claimgraph.paths import GraphDirectory

# Raised whenever a key changes its meaning or goes; new keys may come at any time.
JSON_VERSION = 1

_LEVELS = {"violation": "error", "warning": "warning", "info": "notice"}
_SEVERITY_TERMS = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}


def as_text(findings: Iterable[Finding]) -> str:
    """Write findings for people: by file, each with line, severity, sentence and remedy; then a summary."""
    ordered = sorted(findings)
    blocks = []
    for file, group in groupby(ordered, key=lambda finding: finding.file):
        lines = [file or "the graph as a whole"]
        for finding in group:
            place = ":".join(str(part) for part in (finding.file, finding.line) if part is not None)
            lines.append(f"  {place}{' ' if place else ''}{finding.severity} {_line(finding.sentence)}")
            lines.append(f"    → {_line(finding.remedy)}")
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, summary(ordered)]) + "\n"


def summary(findings: Iterable[Finding]) -> str:
    """Say in one line how many findings there are."""
    found = counts(findings)
    numbers = (found.violations, found.warnings, found.infos)
    if not any(numbers):
        return "Nothing found."
    words = ("violation", "warning", "note")
    return (
        ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in zip(numbers, words, strict=True)) + "."
    )


def as_json(
    findings: Iterable[Finding],
    directory: GraphDirectory | None = None,
    more: Mapping[str, object] | None = None,
) -> str:
    """Write findings as JSON, keys always the same; ``valid`` tells whether there is no violation.

    IRIs stand in full, literals as their text; what is not known is null. Without ``directory`` nothing in it
    tells where it was made, so that the same findings give the same bytes anywhere. ``more`` is what a
    command tells beside its findings.
    """
    ordered = sorted(findings)
    found = counts(ordered)
    document = {
        "version": JSON_VERSION,
        "claimgraph": __version__,
        "graph": {"root": str(directory.root), "origin": directory.origin} if directory else None,
        "valid": not found.violations,
        "counts": {"violation": found.violations, "warning": found.warnings, "info": found.infos},
        "findings": [_record(finding) for finding in ordered],
        **(more or {}),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def as_github(findings: Iterable[Finding], folder: str = "") -> str:
    """Write findings as GitHub workflow commands; ``folder`` leads from the repository's root to the graph.

    Follows https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands.
    """
    commands = []
    for finding in sorted(findings):
        properties = {"title": f"claimgraph: {finding.source.rpartition('/')[2] or finding.severity}"}
        if finding.file:
            properties = {"file": f"{folder.rstrip('/')}/{finding.file}".lstrip("/"), **properties}
        if finding.line:
            properties = {"line": str(finding.line), **properties}
        written = ",".join(f"{name}={_escaped_property(value)}" for name, value in sorted(properties.items()))
        message = _escaped(f"{finding.sentence} {finding.remedy}".strip())
        commands.append(f"::{_LEVELS[finding.severity]} {written}::{message}\n")
    return "".join(commands)


def as_turtle(findings: Iterable[Finding], prefixes: Mapping[str, str]) -> str:
    """Write findings as a SHACL validation report (https://www.w3.org/TR/shacl/#validation-report) in Turtle.

    A finding of a whole file has that file's graph as focus node; a check that is no shape is its own
    component.
    """
    ordered = sorted(findings)
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in {**prefixes, "sh": str(SH), "xsd": str(XSD)}.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    report = BNode("report")
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(not ordered)))
    for number, finding in enumerate(ordered, 1):
        result = BNode(f"result{number:06}")
        graph.add((report, SH.result, result))
        for predicate, value in _result(finding):
            graph.add((result, predicate, value))
    return graph.serialize(format="turtle")


def _result(finding: Finding) -> Iterable[tuple[URIRef, Node]]:
    source = finding.source if ":" in finding.source else str(CHECK[finding.source or "other"])
    place = ", line ".join(str(part) for part in (finding.file, finding.line) if part)
    yield RDF.type, SH.ValidationResult
    yield SH.resultSeverity, _SEVERITY_TERMS[finding.severity]
    whole = GRAPH[(finding.file or "").rpartition(".")[0]]
    yield SH.focusNode, whole if finding.focus is None else finding.focus
    yield (
        SH.resultMessage,
        Literal(" ".join(part for part in (finding.sentence, finding.remedy, place) if part)),
    )
    yield SH.sourceConstraintComponent, URIRef(finding.component or source)
    if finding.component:
        yield SH.sourceShape, URIRef(source)
    if finding.path is not None:
        yield SH.resultPath, finding.path
    if finding.value is not None:
        yield SH.value, finding.value


def _record(finding: Finding) -> dict[str, object]:
    return {
        "severity": finding.severity,
        "file": finding.file,
        "line": finding.line,
        "sentence": finding.sentence,
        "remedy": finding.remedy,
        **{name: _plain(getattr(finding, name)) for name in ("focus", "path", "value")},
        "source": finding.source or None,
    }


def _plain(term: Node | None) -> str | None:
    if term is None:
        return None
    return f"_:{term}" if isinstance(term, BNode) else str(term)


def _line(text: str) -> str:
    """Keep a message on its line and its control characters off the terminal."""
    return "".join(character if character.isprintable() else " " for character in text)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
