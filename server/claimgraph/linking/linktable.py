"""The link table as a file that decisions are added to, every other byte left as it is.

Follows SSSOM 1.x, TSV (https://mapping-commons.github.io/sssom/); ``sssom`` and ``links`` read it.
"""

from __future__ import annotations

import csv
import io
import os
import secrets
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rdflib import URIRef

from claimgraph.errors import LinkError
from claimgraph.links import NO_ITEM, read_links
from claimgraph.namespaces import BASE, WD, compact
from claimgraph.sssom import COLUMNS, read_table
from claimgraph.textfile import read_text

_LEAST = ("semapv", "skos", "sssom", "wd")


@dataclass(frozen=True)
class Decision:
    """A row: what it says of which entity and item (None: that there is none), and on which line."""

    line: int
    subject: URIRef
    predicate: str
    item: str | None
    rejected: bool
    cells: Mapping[str, str]

    @property
    def accepted(self) -> bool:
        """Whether the row asserts its link."""
        return self.item is not None and not self.rejected

    @property
    def settles(self) -> bool:
        """Whether the entity needs no decision any more: a rejected item leaves it open."""
        return not self.rejected


class LinkTable:
    """The rows of one link table, read anew whenever they are asked for, so that other hands may edit it."""

    def __init__(self, path: Path, shown: str, prefixes: Mapping[str, str]) -> None:
        self._path = path
        self._prefixes = prefixes
        self.shown = shown

    def decisions(self) -> list[Decision]:
        """Give every row that links to Wikidata or says that there is no item; LinkError for a bad table."""
        if not self._path.exists():
            return []
        found = []
        for line, cells in read_table(self._path, self.shown, self._prefixes):
            item = self._expand(cells["object_id"])
            if item == str(NO_ITEM) or item.startswith(WD):
                found.append(
                    Decision(
                        line,
                        URIRef(self._expand(cells["subject_id"])),
                        cells["predicate_id"],
                        None if item == str(NO_ITEM) else item.removeprefix(WD),
                        bool(cells.get("predicate_modifier")),
                        cells,
                    )
                )
        return found

    def save(self, row: Mapping[str, str], instead_of: Decision | None = None) -> int:
        """Put a row where the order of the table wants it, or in the place of another; give its line.

        The file is replaced as a whole or not at all, and only by one that reads as a link table. Raises
        LinkError, also if the row to be replaced is no longer there.
        """
        text = read_text(self._path, self.shown, LinkError) if self._path.exists() else self._empty()
        rows = self._spans(text)
        header = self._header(text)
        ending = "\r\n" if text[: header.end].endswith("\r\n") else "\n"
        if instead_of is not None:
            old = self._found(rows, instead_of)
            start, end = old.start, old.end
        else:
            start = end = _place(rows, row["subject_id"], header.end)
        written = self._line(row, header.columns)
        # A last line without an end stays so: nothing else changes.
        unended = end == len(text) and not text.endswith("\n")
        before = ending if unended and start == end else ""
        new = text[:start] + before + written + ("" if unended else ending) + text[end:]
        self._replace(new)
        return new.count("\n", 0, start + len(before)) + 1

    def _line(self, row: Mapping[str, str], columns: Sequence[str]) -> str:
        for column, cell in row.items():
            if cell and column not in columns:
                raise LinkError(
                    self.shown,
                    None,
                    None,
                    f"The table has no column `{column}`, which this decision needs.",
                    "Add it to the header, and a tab to each row.",
                )
        out = io.StringIO()
        cells = [" ".join(row.get(column, "").split()) for column in columns]
        csv.writer(out, dialect="excel-tab", lineterminator="").writerow(cells)
        return out.getvalue()

    def _header(self, text: str) -> _Header:
        start = 0
        while text.startswith("#", start):
            start = _after(text, start)
        end = _after(text, start)
        return _Header(end, [cell.strip() for cell in text[start:end].rstrip("\r\n").split("\t")])

    def _spans(self, text: str) -> list[_Span]:
        if not self._path.exists():
            return []
        lines = io.StringIO(text, newline="").readlines()
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        spans = []
        for number, cells in read_table(self._path, self.shown, self._prefixes):
            reader = csv.reader(lines[number - 1 :], dialect="excel-tab", strict=True)
            next(reader)
            spans.append(_Span(starts[number - 1], starts[number - 1 + reader.line_num], cells))
        return spans

    def _found(self, rows: Sequence[_Span], wanted: Decision) -> _Span:
        for row in rows:
            if row.cells == wanted.cells:
                return row
        raise LinkError(
            self.shown,
            wanted.line,
            None,
            f"The row on {wanted.cells['subject_id']} that was to be replaced has changed meanwhile.",
            "Begin again with this entity.",
        )

    def _replace(self, text: str) -> None:
        target = self._path.resolve()
        new = target.with_name(f".{target.name}.{secrets.token_hex(4)}.new")
        try:
            with new.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileNotFoundError):
                shutil.copymode(target, new)
            read_links(new, self.shown, self._prefixes)
            new.replace(target)
        except OSError as error:
            raise LinkError(
                self.shown,
                None,
                None,
                f"The decision cannot be written: {error.strerror or error}.",
                "Make room or permission there; nothing was changed.",
            ) from None
        finally:
            new.unlink(missing_ok=True)

    def _empty(self) -> str:
        used = {
            prefix: iri
            for prefix, iri in self._prefixes.items()
            if prefix in _LEAST
            or (iri.startswith(BASE) and prefix in ("actor", "cg", "event", "office", "place"))
        }
        lines = ["#curie_map:", *(f"#  {prefix}: {used[prefix]}" for prefix in sorted(used))]
        first, rest = COLUMNS[:3], [each for each in COLUMNS[3:] if each != "predicate_modifier"]
        return "\n".join([*lines, "\t".join([*first, "predicate_modifier", *rest])]) + "\n"

    def _expand(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return f"{self._prefixes[prefix]}{local}" if prefix in self._prefixes else name

    def written(self, iri: URIRef) -> str:
        """Write an IRI for a cell."""
        return compact(iri, self._prefixes).strip("<>")


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class _Header:
    end: int
    columns: list[str]


def _after(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end + 1


def _place(rows: Sequence[_Span], subject: str, first: int) -> int:
    """After what the table has of the subject; else where its order puts it; else, without order, last."""
    subjects = [row.cells["subject_id"] for row in rows]
    if subject in subjects:
        return rows[len(subjects) - 1 - subjects[::-1].index(subject)].end
    if subjects == sorted(subjects):
        for row in rows:
            if row.cells["subject_id"] > subject:
                return row.start
    return rows[-1].end if rows else first
