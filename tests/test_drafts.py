"""The mark of what nobody has decided."""

from __future__ import annotations

import pytest

from claimgraph.drafts import MARK, marked_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("# a comment\n", []),
        (f"{MARK} x\n", [1]),
        (f'<a> <b> "{MARK}" .\n', []),
        (f'<a> <b> """\n{MARK} x\n""" .\n{MARK} y\n', [4]),
        (f"<a> <b> <c> . {MARK} x\n\n   {MARK}\n", [1, 3]),
        (f"<http://a/{MARK}> <b> <c> .\n".replace(" ", "", 1), []),
        # What is no token leaves the lines to be looked at one by one: rather one too many.
        (f"\\ {MARK}\n", [1]),
    ],
)
def test_lines_with_the_mark_are_found(text: str, lines: list[int]) -> None:
    assert marked_lines(text) == lines
