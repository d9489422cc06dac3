"""The table form of SSSOM/TSV: metadata on top, a header, rows of named cells.

Follows SSSOM 1.x, TSV (https://mapping-commons.github.io/sssom/).
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimgraph.errors import LinkError
from claimgraph.textfile import read_text

REQUIRED = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
)
REVIEW = ("author_label", "mapping_date", "confidence", "comment")
OPTIONAL = ("predicate_modifier",)
COLUMNS = REQUIRED + REVIEW + OPTIONAL

_CURIE = re.compile(r"""#\s+(?P<prefix>[\w-]+):\s+["']?(?P<iri>https?://[^\s"']+)["']?\s*$""")


def read_table(path: Path, shown: str, prefixes: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Read the table: each row's line and its cells by column; empty rows are passed over.

    The metadata's own prefixes must agree with ``prefixes``. Raises :class:`LinkError` for a file that cannot
    be read, a column that is unknown, missing or double, and a row with too many or too few cells.
    """
    text = read_text(path, shown, LinkError)
    _check_curie_map(text, shown, prefixes)
    yield from _rows(text, shown)


def _check_curie_map(text: str, shown: str, prefixes: Mapping[str, str]) -> None:
    """Refuse a prefix that the table's own metadata gives another namespace: other SSSOM tools go by that."""
    for line, written in enumerate(text.split("\n"), 1):
        if not written.startswith("#"):
            break
        entry = _CURIE.match(written)
        if entry and prefixes.get(entry["prefix"]) not in (None, entry["iri"]):
            raise LinkError(
                shown,
                line,
                None,
                f"{entry['prefix']}: is {entry['iri']} here, but not in ontology/prefixes.ttl.",
                f"Write {prefixes[entry['prefix']]}, as there.",
            )


def _rows(text: str, shown: str) -> Iterator[tuple[int, dict[str, str]]]:
    lines = io.StringIO(text, newline="").readlines()
    skipped = 0
    while skipped < len(lines) and lines[skipped].startswith("#"):
        skipped += 1
    reader = csv.reader(io.StringIO("".join(lines[skipped:]), newline=""), dialect="excel-tab", strict=True)
    header: list[str] | None = None
    end = skipped
    while True:
        line = end + 1
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise LinkError(
                shown,
                line,
                None,
                f"This row cannot be read: {error}.",
                'Write a cell that holds " as "…""…".',
            ) from None
        end = skipped + reader.line_num
        if header is None:
            header = _header(cells, shown, line)
        elif any(cell.strip() for cell in cells):
            if len(cells) != len(header):
                raise LinkError(
                    shown,
                    line,
                    None,
                    f"This row has {len(cells)} cells, the header has {len(header)}.",
                    "Separate the cells with one tab each; leave an empty cell empty but keep its tab.",
                )
            yield line, dict(zip(header, (cell.strip() for cell in cells), strict=True))
    if header is None:
        raise LinkError(
            shown, None, None, "The table has no header row.", f"Begin it with: {', '.join(COLUMNS)}."
        )


def _header(cells: list[str], shown: str, line: int) -> list[str]:
    header = [cell.strip() for cell in cells]
    for column in header:
        if column not in COLUMNS:
            near = difflib.get_close_matches(column, COLUMNS, n=1)
            hint = (
                f"Did you mean `{near[0]}`?"
                if near
                else f"Use tabs between the columns: {', '.join(COLUMNS)}."
            )
            raise LinkError(shown, line, None, f"There is no column `{column}` in this table's format.", hint)
        if header.count(column) > 1:
            raise LinkError(shown, line, None, f"The column `{column}` occurs twice.", "Delete one of them.")
    lacking = [column for column in REQUIRED + REVIEW if column not in header]
    if lacking:
        raise LinkError(
            shown, line, None, f"The header lacks {', '.join(lacking)}.", "Add the column, separated by tabs."
        )
    return header
