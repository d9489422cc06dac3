"""The rows that a stored question must give, and how those it gives differ from them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from claimgraph.errors import QuestionError
from claimgraph.textfile import read_text

SHOWN = 5

_SENTENCES = re.compile(r"#\s*sentences:\s*(.*)", re.IGNORECASE)

Row = tuple[str, ...]


@dataclass(frozen=True)
class Expected:
    """The rows that a question must give, with the line each stands on, and the sentences they rest on."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    sentences: tuple[str, ...]
    header_line: int


@dataclass(frozen=True)
class Difference:
    """One difference: the line of expected rows that it concerns, and words to follow the question."""

    line: int
    words: str


@dataclass(frozen=True)
class Rows:
    """The rows that a question gave, cells written as in the files of expected rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: tuple[tuple[bool, ...], ...]
    ordered: bool


def read_expected(path: Path, shown: str) -> Expected:
    """Read expected rows: comments (``# sentences: a-16, a-17``), a header of variables, CSV rows (RFC 4180).

    Raises QuestionError with the line for anything else.
    """
    text = read_text(path, shown, QuestionError)
    lines = text.split("\n")
    skipped = 0
    sentences: list[str] = []
    while skipped < len(lines) and lines[skipped].startswith("#"):
        if match := _SENTENCES.match(lines[skipped]):
            sentences += [name.strip() for name in match.group(1).split(",") if name.strip()]
        skipped += 1
    reader = csv.reader(io.StringIO("\n".join(lines[skipped:])), strict=True)
    found: list[tuple[int, Row]] = []
    try:
        start = skipped + 1
        for cells in reader:
            if cells:
                found.append((start, tuple(cells)))
            start = skipped + reader.line_num + 1
    except csv.Error as error:
        raise QuestionError(
            shown,
            skipped + reader.line_num,
            None,
            f"This is not CSV: {error}.",
            'Double each " inside a quoted cell.',
        ) from None
    if not found:
        raise QuestionError(
            shown,
            None,
            None,
            "The file has no header.",
            "Write the query's variables, without ?, into the first row.",
        )
    (header_line, columns), *rows = found
    for line, row in rows:
        if len(row) != len(columns):
            raise QuestionError(
                shown,
                line,
                None,
                f"The row has {len(row)} cells and the header {len(columns)}.",
                "Give each variable one cell (empty if unbound); quote cells that hold a comma.",
            )
    return Expected(shown, columns, tuple(rows), tuple(sentences), header_line)


def compare(expected: Expected, actual: Rows) -> list[Difference]:
    """Compare the rows a question gave with those it must give, in order only where it orders them.

    Numbers are compared by value, everything else by its text. Only the first few missing and unexpected rows
    are given one by one; a last difference counts the others.
    """
    if set(expected.columns) != set(actual.columns):
        words = f"gives the columns {', '.join(actual.columns)}, not {', '.join(expected.columns)}"
        return [Difference(expected.header_line, words)]
    order = [actual.columns.index(column) for column in expected.columns]
    given = [
        (tuple(row[index] for index in order), tuple(numeric[index] for index in order))
        for row, numeric in zip(actual.rows, actual.numeric, strict=True)
    ]
    missing, unexpected = _difference(expected, given)
    found = [Difference(line, f"does not give this row: {_shown(row)}") for line, row in missing[:SHOWN]]
    header = expected.header_line
    found += [
        Difference(header, f"gives a row that is not expected: {_shown(row)}") for row in unexpected[:SHOWN]
    ]
    more = max(len(missing) - SHOWN, 0), max(len(unexpected) - SHOWN, 0)
    if any(more):
        words = f"lacks {more[0]} more expected rows and gives {more[1]} more that are not expected"
        found.append(Difference(header, words))
    if not missing and not unexpected and actual.ordered:
        found += _order(expected, given)
    return found


def _difference(
    expected: Expected, given: Sequence[tuple[Row, tuple[bool, ...]]]
) -> tuple[list[tuple[int, Row]], list[Row]]:
    texts = Counter(row for row, _ in given)
    left: list[tuple[int, Row]] = []
    for line, row in expected.rows:
        if texts[row]:
            texts[row] -= 1
        else:
            left.append((line, row))
    over = []
    for row, numeric in given:
        if texts[row]:
            texts[row] -= 1
            over.append((row, numeric))
    missing = []
    for line, row in left:
        match = next((index for index, entry in enumerate(over) if _same(row, *entry)), None)
        if match is None:
            missing.append((line, row))
        else:
            del over[match]
    return missing, [row for row, _ in over]


def _order(expected: Expected, given: Sequence[tuple[Row, tuple[bool, ...]]]) -> list[Difference]:
    for (line, row), entry in zip(expected.rows, given, strict=True):
        if not _same(row, *entry):
            return [Difference(line, f"orders its rows in another way; here it gives {_shown(entry[0])}")]
    return []


def _same(row: Row, given: Row, numeric: Sequence[bool]) -> bool:
    return all(
        cell == text or (number and _value(cell) is not None and _value(cell) == _value(text))
        for cell, text, number in zip(row, given, numeric, strict=True)
    )


def _value(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _shown(row: Row) -> str:
    return " | ".join(cell if len(cell) <= 60 else f"{cell[:59]}…" for cell in row)
