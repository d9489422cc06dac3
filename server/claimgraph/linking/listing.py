"""Candidates written out, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from claimgraph import __version__
from claimgraph.linking.entities import Entity
from claimgraph.linking.linktable import Decision
from claimgraph.linking.ranking import Candidate

# Raised whenever a key changes its meaning or goes; new keys may come at any time.
JSON_VERSION = 1


@dataclass(frozen=True)
class Listed:
    """An entity with its candidates in order, and what was decided of it before."""

    entity: Entity
    candidates: tuple[Candidate, ...]
    decisions: tuple[Decision, ...]


def as_text(listed: Listed, shown: int) -> str:
    """Write one entity and the best of its candidates as a table, each with what makes up its score."""
    entity = listed.entity
    lines = [f"{entity.name}  {entity.label}" + (f"  ({entity.kind})" if entity.kind else "")]
    forms = sorted({name.form for name in entity.names} - {entity.label})
    if forms:
        lines.append(f"  also called: {', '.join(forms)}")
    for decision in listed.decisions:
        lines.append(f"  decided: {said(decision)} (line {decision.line})")
    if not listed.candidates:
        lines.append("  no candidate")
    else:
        lines.append("  no  item          score  label, and what makes up the score")
    for number, candidate in enumerate(listed.candidates[:shown], 1):
        item = candidate.item
        lines.append(f"  {number:>2}  {'wd:' + item.id:<13} {candidate.score:>5}  {item.label}")
        for reason in candidate.reasons:
            points = f"{reason.points:+d}" if reason.points else ""
            lines.append(f"{'':21}{points:>4}  {reason.words}")
        for evidence in item.evidence:
            lines.append(f"{'':27}evidence: {evidence}")
    if (more := len(listed.candidates) - shown) > 0:
        lines.append(
            f"  ({more} more with a lower score are not shown; --shown {len(listed.candidates)} shows all)"
        )
    return "\n".join(lines) + "\n"


def said(decision: Decision) -> str:
    """Say in short what a row says."""
    if decision.item is None:
        return "no item"
    return f"{'not ' if decision.rejected else ''}{decision.predicate} wd:{decision.item}"


def as_json(listed: Sequence[Listed]) -> str:
    """Write entities and all their candidates as JSON, which ``--offline`` reads again."""
    document = {
        "version": JSON_VERSION,
        "claimgraph": __version__,
        "entities": [
            {
                "subject_id": each.entity.name,
                "subject_label": each.entity.label,
                "kind": each.entity.kind,
                "decisions": [{"line": one.line, "says": said(one)} for one in each.decisions],
                "candidates": [_record(candidate) for candidate in each.candidates],
            }
            for each in listed
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _record(candidate: Candidate) -> dict[str, object]:
    item = candidate.item
    return {
        "object_id": f"wd:{item.id}",
        "object_label": item.label,
        "score": candidate.score,
        "reasons": [
            {"aspect": each.aspect, "points": each.points, "words": each.words} for each in candidate.reasons
        ],
        "labels": dict(item.labels),
        "aliases": {language: list(names) for language, names in item.aliases.items()},
        "descriptions": dict(item.descriptions),
        "types": list(item.types),
        "kinds": sorted(item.kinds),
        "latitude": item.point[0] if item.point else None,
        "longitude": item.point[1] if item.point else None,
        "geonames": list(item.geonames),
        "evidence": list(item.evidence),
        "service": item.service,
    }
