"""Finding words in a text by their first and last, however quotation marks and white space are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from claimgraph.stretches import Stretch

# What a keyboard gives for what is printed.
_ALIKE: Mapping[str, str] = {
    **dict.fromkeys('"“”„«»‟', '["“”„«»‟]'),
    **dict.fromkeys("'’‘ʼ", "['’‘ʼ]"),
    **dict.fromkeys("-‐‑–—−", "[-‐‑–—−]"),
}
_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")


def find(text: str, wanted: str) -> list[Stretch]:
    """Find the stretches of a text that wanted words name: all of them, or the first … the last.

    Words match whole words. Of several ends after one start the nearest counts.
    """
    if whole := list(_spans(text, wanted)):
        return whole
    found: dict[Stretch, None] = {}
    for gap in _GAP.finditer(wanted):
        first, last = wanted[: gap.start()], wanted[gap.end() :]
        if not first.strip() or not last.strip():
            continue
        ends = [span.end for span in _spans(text, last)]
        starts = list(_spans(text, first))
        for span in starts:
            end = next((end for end in ends if end > span.end), None)
            # From a start that another follows, nobody means the longer stretch.
            if end is not None and not any(span.start < other.start and other.end < end for other in starts):
                found[Stretch(span.start, end)] = None
    return list(found)


def missing(text: str, wanted: str) -> list[str]:
    """Give those of the first and last words that stand nowhere in the text."""
    ends = [part for part in _GAP.split(wanted) if part.strip()]
    return [part for part in ends if not any(_spans(text, part))]


def _spans(text: str, wanted: str) -> Iterator[Stretch]:
    words = wanted.split()
    if not words:
        return
    pattern = r"\s+".join("".join(_ALIKE.get(sign, re.escape(sign)) for sign in word) for word in words)
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    after = r"(?!\w)" if words[-1][-1].isalnum() else ""
    for match in re.finditer(f"{before}{pattern}{after}", text):
        yield Stretch(*match.span())
