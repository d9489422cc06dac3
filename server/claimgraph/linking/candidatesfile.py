"""Candidates from a file instead of the network: a table, or what ``claimgraph link --json`` wrote."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimgraph.errors import CandidatesError
from claimgraph.linking.items import ITEM_ID, Item, Point, as_point, clean
from claimgraph.namespaces import WD
from claimgraph.textfile import read_text

REQUIRED = ("subject_id", "object_id")
OPTIONAL = (
    *("object_label", "labels", "aliases", "description", "types"),
    *("latitude", "longitude", "geonames", "evidence"),
)


def read_candidates(path: Path, shown: str, prefixes: Mapping[str, str]) -> dict[str, dict[str, Item]]:
    """Read a file of candidates: items by id, under the IRI of the entity that each may be.

    A ``.json`` file is in the form that ``claimgraph link --json`` writes, any other a table with tabs, a
    header of :data:`REQUIRED` and :data:`OPTIONAL` columns, and ``|`` between several values. Raises
    CandidatesError with line and remedy.
    """
    text = read_text(path, shown, CandidatesError)
    rows = _from_json(text, shown) if path.suffix.lower() == ".json" else _from_table(text, shown)
    found: dict[str, dict[str, Item]] = {}
    for line, subject, item in rows:
        prefix, _, local = subject.partition(":")
        name = f"{prefixes[prefix]}{local}" if prefix in prefixes else subject
        items = found.setdefault(name, {})
        if item.id in items:
            raise CandidatesError(
                shown, line, None, f"{item.id} is given twice for {subject}.", "Join the two into one."
            )
        items[item.id] = item
    return found


def _from_table(text: str, shown: str) -> Iterator[tuple[int, str, Item]]:
    lines = text.splitlines()
    body = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    rows = csv.reader(
        io.StringIO("\n".join(line for _, line in body)), dialect="excel-tab", quoting=csv.QUOTE_NONE
    )
    header: list[str] | None = None
    for (number, _), cells in zip(body, rows, strict=True):
        if header is None:
            header = _header([cell.strip() for cell in cells], shown, number)
            continue
        if len(cells) != len(header):
            raise CandidatesError(
                shown,
                number,
                None,
                f"This row has {len(cells)} cells, the header has {len(header)}.",
                "Separate the cells with one tab each.",
            )
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        yield number, row["subject_id"], _item(row, shown, number)
    if header is None:
        raise CandidatesError(
            shown, None, None, "The file is empty.", f"Begin it with: {', '.join(REQUIRED)}."
        )


def _header(cells: list[str], shown: str, line: int) -> list[str]:
    known = REQUIRED + OPTIONAL
    for cell in cells:
        if cell not in known or cells.count(cell) > 1:
            problem = "occurs twice" if cell in known else "is unknown"
            raise CandidatesError(
                shown, line, None, f"The column `{cell}` {problem}.", f"There may be: {', '.join(known)}."
            )
    if lacking := [each for each in REQUIRED if each not in cells]:
        raise CandidatesError(
            shown, line, None, f"The header lacks {', '.join(lacking)}.", "Add it, separated by tabs."
        )
    return cells


def _item(row: Mapping[str, str], shown: str, line: int) -> Item:
    def parts(column: str) -> tuple[str, ...]:
        return tuple(part for each in row.get(column, "").split("|") if (part := clean(each)))

    labels = {"en": clean(row["object_label"])} if row.get("object_label") else {}
    for pair in filter(str.strip, row.get("labels", "").split(";")):
        language, sign, form = pair.partition("=")
        if not sign:
            raise CandidatesError(
                shown, line, None, f"`labels` holds {pair.strip()!r}.", "Write it as az=Bakı; ru=Баку."
            )
        labels[language.strip()] = clean(form)
    types = tuple(_item_id(each, shown, line) for each in parts("types"))
    return Item(
        id=_item_id(row["object_id"], shown, line),
        labels=labels,
        aliases={"en": parts("aliases")} if row.get("aliases") else {},
        descriptions={"en": clean(row["description"])} if row.get("description") else {},
        types=types,
        kinds=frozenset(types),
        point=_written_point(row, shown, line),
        geonames=parts("geonames"),
        evidence=parts("evidence"),
    )


def _written_point(row: Mapping[str, str], shown: str, line: int) -> Point | None:
    written = [row.get(column, "") for column in ("latitude", "longitude")]
    if not any(written):
        return None
    try:
        point = as_point(*(float(each) for each in written))
    except ValueError:
        point = None
    if point is None:
        raise CandidatesError(
            shown,
            line,
            None,
            f"{' and '.join(each or 'nothing' for each in written)} is no latitude and longitude.",
            "Write degrees as 40.37 and 49.89, or leave both empty.",
        )
    return point


def _item_id(written: object, shown: str, line: int | None) -> str:
    name = str(written).strip().removeprefix("wd:").removeprefix(WD)
    if not ITEM_ID.fullmatch(name):
        raise CandidatesError(
            shown,
            line,
            None,
            f"{str(written)[:80]!r} is no Wikidata item.",
            "Write it as wd:Q and its number.",
        )
    return name


def _from_json(text: str, shown: str) -> Iterator[tuple[None, str, Item]]:
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise CandidatesError(
            shown,
            error.lineno,
            error.colno,
            f"This is no JSON: {error.msg}.",
            "Correct it, or write it anew.",
        ) from None
    except RecursionError:
        raise CandidatesError(shown, None, None, "The JSON is nested too deep.", "Write it anew.") from None
    try:
        for entity in document["entities"]:
            for each in entity["candidates"]:
                yield None, str(entity["subject_id"]), _from_record(each, shown)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise CandidatesError(
            shown,
            None,
            None,
            f"The JSON is not in the form of claimgraph link --json: {type(error).__name__} {error}.",
            "Write it with claimgraph link --json.",
        ) from None


def _from_record(record: Mapping[str, object], shown: str) -> Item:
    def texts(key: str) -> dict[str, str]:
        value = record.get(key) or {}
        return {str(name): clean(text) for name, text in dict(value).items()}  # type: ignore[call-overload]

    def several(value: object) -> tuple[str, ...]:
        return tuple(clean(each) for each in value) if isinstance(value, list) else ()

    aliases = record.get("aliases") or {}
    service = record.get("service")
    return Item(
        id=_item_id(record["object_id"], shown, None),
        labels=texts("labels"),
        aliases={str(key): several(names) for key, names in dict(aliases).items()},  # type: ignore[call-overload]
        descriptions=texts("descriptions"),
        types=several(record.get("types")),
        kinds=frozenset(several(record.get("kinds"))),
        point=as_point(record.get("latitude"), record.get("longitude")),
        geonames=several(record.get("geonames")),
        evidence=several(record.get("evidence")),
        service=float(service) if isinstance(service, int | float) else None,
    )
