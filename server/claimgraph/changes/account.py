"""A comparison told to people: sections with entries, as text, as Markdown and as data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from claimgraph.changes.comparison import CONTESTS, COUNTED, STANCES, Answers, Comparison, Contest, Item
from claimgraph.changes.reading import Reading

SHOWN = 20
ROWS = 5
VERSION = 1

_APART = ("claim", "figure", "mapping", *COUNTED)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#~])")


@dataclass(frozen=True)
class Entry:
    """One difference: a line, and lines below it."""

    line: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """Differences of one sort."""

    title: str
    entries: tuple[Entry, ...]


def sections(found: Comparison) -> list[Section]:
    """Tell a comparison in sections, in the order in which a reader asks; empty ones are left out."""
    old, new = Reading(found.old), Reading(found.new)

    def of(items: Sequence[Item], wanted: Callable[[str], bool]) -> list[Item]:
        return [item for item in items if wanted(item.kind)]

    def kind(name: str) -> Callable[[str], bool]:
        return lambda other: other == name

    claims = kind("claim")
    told = [
        Section("Claims added", tuple(_claim(new, item) for item in of(found.added, claims))),
        Section("Claims removed", tuple(_claim(old, item) for item in of(found.removed, claims))),
        Section("Claims changed", tuple(_change(old, new, item) for item in of(found.changed, claims))),
        Section("Newly contested", tuple(_contest(new, each) for each in found.contested)),
        Section("No longer contested", tuple(_contest(old, each) for each in found.uncontested)),
        Section("Figures", tuple(_all(found, old, new, kind("figure")))),
        Section("Links to other datasets", tuple(_all(found, old, new, kind("mapping")))),
        Section("Everything else", tuple(_all(found, old, new, lambda other: other not in _APART))),
        Section("Counted only", tuple(_counted(found))),
        Section("Answers of stored questions", tuple(_answer(each) for each in found.answers)),
    ]
    return [section for section in told if section.entries]


def as_text(found: Comparison, shown: int | None = SHOWN) -> str:
    """Write a comparison for the terminal; of more than ``shown`` entries the rest is counted."""
    lines = [f"{found.old.name} → {found.new.name}: {summary(found)}"]
    for section in sections(found):
        lines += ["", f"{section.title} ({len(section.entries)})"]
        for entry in section.entries[:shown]:
            lines.append(f"  {entry.line}")
            lines += [f"      {line}" for line in entry.below]
        lines += [f"  {words}" for words in _left_out(section, shown)]
    return "\n".join(_printable(line) for line in lines) + "\n"


def as_markdown(found: Comparison, shown: int | None = SHOWN) -> str:
    """Write a comparison for a pull request or a job summary."""
    lines = [
        "## What this changes in the graph",
        "",
        f"From {_escaped(found.old.name)} to {_escaped(found.new.name)}: {_escaped(summary(found))}",
    ]
    for section in sections(found):
        lines += ["", f"### {section.title} ({len(section.entries)})", ""]
        for entry in section.entries[:shown]:
            lines.append(f"- {_escaped(entry.line)}")
            lines += [f"  - {_escaped(line)}" for line in entry.below]
        lines += [f"- {_escaped(words)}" for words in _left_out(section, shown)]
    return "\n".join(lines) + "\n"


def as_data(found: Comparison) -> Mapping[str, object]:
    """Give a comparison as data for JSON; nothing is left out."""
    return {
        "version": VERSION,
        "old": found.old.name,
        "new": found.new.name,
        "different": bool(found),
        "summary": summary(found),
        "added": [_record(item) for item in found.added],
        "removed": [_record(item) for item in found.removed],
        "changed": [asdict(item) for item in found.changed],
        "contested": [asdict(each) for each in found.contested],
        "uncontested": [asdict(each) for each in found.uncontested],
        "answers": [asdict(each) for each in found.answers],
    }


def summary(found: Comparison) -> str:
    """Say in one sentence how much differs."""
    if not found:
        return "no difference in what the graphs say."

    def claims(items: Sequence[Item]) -> int:
        return sum(item.kind == "claim" for item in items)

    return (
        f"claims: {claims(found.added)} added, {claims(found.removed)} removed, "
        f"{claims(found.changed)} changed; contests: {len(found.contested)} new, "
        f"{len(found.uncontested)} gone; answers that differ: {len(found.answers)}."
    )


def _record(item: Item) -> dict[str, object]:
    record = asdict(item)
    del record["before"]
    return record


def _claim(reading: Reading, item: Item) -> Entry:
    speakers = [*item.values.get("cg:claimant", ()), *item.values.get("cg:possibleClaimant", ())]
    join = " or " if "cg:possibleClaimant" in item.values else ", "
    act = ", ".join(reading.named(act) for act in item.values.get("cg:speechAct", ()))
    below = [f"{join.join(reading.named(speaker) for speaker in speakers)}: {act}"]
    for stance in STANCES:
        for content in item.values.get(f"cg:{stance}", ()):
            below.append(f"{reading.named(f'cg:{stance}')} {content} “{reading.label(content)}”")
    below += reading.places(item.name)
    return Entry(f"{item.name} “{item.label}”", tuple(below))


def _change(old: Reading, new: Reading, item: Item) -> Entry:
    below = []
    for verb, values in item.before.items():
        now = item.values.get(verb, ())
        was = ", ".join(old.named(value) for value in values if value not in now)
        became = ", ".join(new.named(value) for value in now if value not in values)
        below.append(f"{new.named(verb)}: {was or '—'} → {became or '—'}")
    return Entry(f"{item.name}{_quoted(item.label)}", (*below, *new.places(item.name)))


def _thing(reading: Reading, item: Item, what: str) -> Entry:
    if item.kind == "mapping":
        return _link(item, what)
    kinds = ", ".join(reading.named(kind) for kind in item.values.get("a", item.values.get("rdf:type", ())))
    below = [
        f"{reading.named(verb)}: {', '.join(reading.named(value) for value in values)}"
        for verb, values in item.values.items()
        if verb not in ("rdf:type", "rdfs:label")
    ]
    return Entry(f"{what}: {item.name}{_quoted(item.label)}{f' ({kinds})' if kinds else ''}", tuple(below))


def _link(item: Item, what: str) -> Entry:
    said = {name: ", ".join(values) for name, values in item.values.items()}
    rejected = ", rejected" if "sssom:predicate_modifier" in said else ""
    label = said.get("sssom:object_label", "")
    line = (
        f"{what}: {said.get('sssom:subject_label', item.name)} {said.get('owl:annotatedProperty', '')} "
        f"{said.get('owl:annotatedTarget', '')}{_quoted(label)}{rejected}"
    )
    return Entry(line, tuple(filter(None, [said.get("rdfs:comment")])))


def _all(found: Comparison, old: Reading, new: Reading, wanted: Callable[[str], bool]) -> Iterator[Entry]:
    for reading, items, what in ((new, found.added, "added"), (old, found.removed, "removed")):
        yield from (_thing(reading, item, what) for item in items if wanted(item.kind))
    for item in found.changed:
        if wanted(item.kind):
            entry = _change(old, new, item)
            yield Entry(f"changed: {entry.line}", entry.below)


def _counted(found: Comparison) -> Iterator[Entry]:
    """Spans and digests are of no interest to a reader, but that there are others is told."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in COUNTED}
    for what, items in (("added", found.added), ("removed", found.removed), ("changed", found.changed)):
        for item in items:
            if item.kind in counts:
                counts[item.kind][what] += 1
    for kind, numbers in counts.items():
        if numbers:
            words = ", ".join(f"{number} {what}" for what, number in numbers.items())
            yield Entry(f"{kind}s: {words}")


def _contest(reading: Reading, each: Contest) -> Entry:
    below = [
        f"{by} ({reading.speakers(by)}) against {against} ({reading.speakers(against)})"
        for by, against in each.claims[:ROWS]
    ]
    if len(each.claims) > ROWS:
        below.append(f"… and {len(each.claims) - ROWS} more pairs of claims")
    return Entry(f"{CONTESTS[each.kind]}: {each.proposition}{_quoted(each.label)}", tuple(below))


def _answer(each: Answers) -> Entry:
    below = [each.note] if each.note else []
    if each.added or each.removed:
        below.append(f"  {' | '.join(each.columns)}")
    for sign, rows in (("+", each.added), ("-", each.removed)):
        below += [f"{sign} {' | '.join(row)}" for row in rows[:ROWS]]
        if len(rows) > ROWS:
            below.append(f"{sign} … and {len(rows) - ROWS} more rows")
    return Entry(f"{each.slug}: {each.summary}", tuple(below))


def _left_out(section: Section, shown: int | None) -> Iterable[str]:
    more = 0 if shown is None else len(section.entries) - shown
    if more > 0:
        yield f"… and {more} more, left out here: --all shows them"


def _quoted(label: str) -> str:
    return f" “{label}”" if label else ""


def _printable(line: str) -> str:
    return "".join(character if character.isprintable() else " " for character in line)


def _escaped(line: str) -> str:
    """Keep a label from being read as Markdown or HTML."""
    return re.sub(r"^(\s*)([+-])", r"\1\\\2", _MARKDOWN.sub(r"\\\1", _printable(line)))
