"""Blocks of Turtle as this project writes them, and their place in a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rdflib import Literal

HEAD = re.compile(r"(?P<name>[\w-]+:[^\s;,]+) a (?P<kinds>[^;\n]+?) ?(?:;|\.)$")


@dataclass(frozen=True)
class Block:
    """One subject of a file, from its first line to the one with its full stop (both counted from 0)."""

    name: str
    kinds: tuple[str, ...]
    first: int
    last: int


def written(name: str, kind: str, values: Iterable[tuple[str, str]]) -> str:
    """Write a block: a subject, its class, and one line for each property with its values as Turtle."""
    lines = [f"{name} a {kind}", *(f"    {predicate} {value}" for predicate, value in values)]
    return " ;\n".join(lines) + " .\n"


def text(value: str, language: str | None = None) -> str:
    """Write a string as a Turtle literal on one line."""
    return Literal(" ".join(value.split()), lang=language).n3()


def header(prefixes: dict[str, str], needed: Sequence[str]) -> str:
    """Write the prefix lines of a file, in the order of their names."""
    return "".join(f"@prefix {prefix}: <{prefixes[prefix]}> .\n" for prefix in sorted(needed))


def read_blocks(lines: Sequence[str]) -> list[Block]:
    """Find the blocks of a file that is formatted as this project formats it."""
    found = []
    first, head = 0, None
    for number, line in enumerate(lines):
        if head is None and (match := HEAD.match(line)):
            first, head = number, match
        if head is not None and (line.rstrip().endswith(" .") or line.strip() == "."):
            kinds = tuple(kind.strip() for kind in head["kinds"].split(" , "))
            found.append(Block(head["name"], kinds, first, number))
            head = None
    return found
