"""Why a request has no answer, as every client is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import Response
from fastapi.responses import JSONResponse

_EXCERPT = 200


@dataclass(frozen=True)
class Problem:
    """Why there is no answer, in the words of the JSON that other clients get."""

    status: int
    message: str
    remedy: str = ""
    line: int | None = None
    column: int | None = None
    excerpt: str = ""
    limit: tuple[str, float, str] | None = None


def problem_response(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Write a problem as the JSON that every error of the server comes as, unless a page is wanted."""
    content = {
        "status": problem.status,
        "message": problem.message,
        "line": problem.line,
        "column": problem.column,
        "excerpt": problem.excerpt or None,
        "remedy": problem.remedy,
    }
    if problem.limit is not None:
        content["limit"] = dict(zip(("name", "value", "unit"), problem.limit, strict=True))
    return JSONResponse(content, problem.status, headers=headers)


def line_of(query: str, line: int, column: int) -> str:
    """Give a line as it stands, or of a long one what is around the column."""
    lines = query.split("\n")
    if not 1 <= line <= len(lines):
        return ""
    whole = lines[line - 1].rstrip()
    if len(whole) <= _EXCERPT:
        return whole
    start = max(0, min(column - _EXCERPT // 2, len(whole) - _EXCERPT))
    cut = whole[start : start + _EXCERPT]
    return f"{'…' if start else ''}{cut}{'…' if start + _EXCERPT < len(whole) else ''}"
