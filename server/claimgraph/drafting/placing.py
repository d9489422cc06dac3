"""Where in a file a new block belongs, and the prefix lines it needs."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claimgraph.drafting import blocks


def insert(text: str, block: str, section: str, prefixes: Mapping[str, str]) -> tuple[str, int]:
    """Put a block among its like: behind the last one whose name comes before its own.

    Without its like it stands under the heading of its section, else at the end. Gives text and line.
    """
    lines = text.rstrip("\n").split("\n")
    (new,) = blocks.read_blocks(block.split("\n"))
    known = blocks.read_blocks(lines)
    prefix = new.name.partition(":")[0]
    like = [each for each in known if each.name.partition(":")[0] == prefix]
    like = [each for each in like if each.kinds[:1] == new.kinds[:1]] or like
    before = [each for each in like if _order(each.name) < _order(new.name)]
    if before:
        at = _behind(lines, known, before[-1])
    elif like:
        at = like[0].first
    elif section and f"# {section}" in lines:
        at = lines.index(f"# {section}") + 2
    else:
        at = len(lines) + 1
    written = [*block.rstrip("\n").split("\n")]
    head, tail = lines[:at], lines[at:]
    while head and not head[-1]:
        head.pop()
    while tail and not tail[0]:
        tail.pop(0)
    body = [*head, "", *written, *(["", *tail] if tail else [])]
    body = _declared(body, block, prefixes)
    return "\n".join(body) + "\n", body.index(written[0]) + 1


def _behind(lines: Sequence[str], known: Sequence[blocks.Block], block: blocks.Block) -> int:
    """Skip the selector that follows its passage."""
    following = next((each for each in known if each.first > block.last), None)
    if following and following.name == f"selector:{block.name.partition(':')[2]}":
        return following.last + 1
    return block.last + 1


def _declared(lines: list[str], block: str, prefixes: Mapping[str, str]) -> list[str]:
    """Add the prefix lines that a block needs, in their order."""
    plain = re.sub(r'"(?:[^"\\]|\\.)*"', '""', block)
    for prefix in sorted(set(re.findall(r"(?<![\w:<])([a-z]\w*):", plain)) & set(prefixes)):
        line = f"@prefix {prefix}: <{prefixes[prefix]}> ."
        heads = [n for n, each in enumerate(lines) if each.startswith("@prefix ")]
        if line not in lines:
            at = next((n for n in heads if lines[n] > line), heads[-1] + 1 if heads else 0)
            lines.insert(at, line)
    return lines


def _order(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (0, part) for part in re.split(r"(\d+)", name)]
