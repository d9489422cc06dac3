"""The order of what a Turtle file holds: its prefix lines, and the numbered blocks of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from claimgraph.changes.blocks import Block, split

_NUMBERED = ("claim", "sentence", "passage")
_PARTS = re.compile(r"([0-9]+)")


def with_prefixes(text: str, listed: Mapping[str, str], *, keep_unused: bool = False) -> str:
    """Give a Turtle text the prefix lines that it needs: sorted, none unused, those that lack from the list.

    A prefix that the list does not have stays as it is. ``keep_unused`` is for the list itself.
    """
    blocks = split(text)
    declared = {name for block in blocks if (name := block.declares) is not None}
    used = set(_used(blocks))
    if not keep_unused:
        blocks = [block for block in blocks if block.declares in used | {None} or block.commented]
    lacking = [
        f"@prefix {name} <{listed[name[:-1]]}> .\n" for name in sorted(used - declared) if name[:-1] in listed
    ]
    written = "".join(block.text for block in blocks)
    return "".join(lacking) + (written.lstrip("\n") if lacking else written)


def in_order(text: str) -> str:
    """Sort neighbouring prefix lines by prefix, and neighbouring claims, sentences and passages by number.

    A selector stays behind what it selects. A comment before a block is where sorting stops, so that it keeps
    its place. Two neighbouring blocks about one subject become one.
    """
    return "".join(_joined(stretch) for stretch in _stretches(_merged(split(text))))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Order names as people do: ``a-9`` before ``a-10``."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in _PARTS.split(name))


def _used(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if not block.directive:
            for token in block.tokens:
                if token.kind == "name":
                    yield token.text.partition(":")[0] + ":"


def _merged(blocks: list[Block]) -> list[Block]:
    merged: list[Block] = []
    for block in blocks:
        before = merged[-1] if merged else None
        if before and _mergeable(before) and _mergeable(block) and before.subject == block.subject:
            head, more = before.text.rstrip()[:-1], block.text.lstrip()[len(block.subject) :]
            tokens = (*before.tokens, *block.tokens[1:])
            merged[-1] = Block(before.space, tokens, before.start, f"{head} ;{more}")
        else:
            merged.append(block)
    return merged


def _mergeable(block: Block) -> bool:
    plain = block.tokens and not block.directive and block.subject not in ("[", "(")
    return bool(plain and "#" not in block.space and block.text.rstrip().endswith("."))


def _kind(block: Block) -> str:
    if block.declares is not None:
        return "prefix"
    kind = block.subject.partition(":")[0]
    return kind if kind in _NUMBERED else "selector" if kind == "selector" else ""


def _stretches(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Group neighbours that may be sorted among each other."""
    number, last = 0, ""
    keyed = []
    for block in blocks:
        kind = _kind(block)
        follows = kind == "selector" and last != ""
        if not follows and (block.commented or kind != last or not kind):
            number += 1
        last = last if follows else "" if kind == "selector" else kind
        keyed.append((number, block))
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        yield [block for _, block in group]


def _joined(stretch: list[Block]) -> str:
    units: list[list[Block]] = []
    for block in stretch:
        if units and _kind(block) == "selector":
            units[-1].append(block)
        else:
            units.append([block])
    ordered = sorted(units, key=lambda unit: natural(unit[0].declares or unit[0].subject))
    if ordered == units:
        return "".join(block.text for block in stretch)
    texts = ["".join(block.text for block in unit) for unit in ordered]
    # The comment that stands before the first stays before what comes first now.
    space = units[0][0].space
    bodies = [text[len(unit[0].space) :] for text, unit in zip(texts, ordered, strict=True)]
    return space + "\n\n".join(bodies)
