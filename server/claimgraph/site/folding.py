"""Names as they are looked up: without case, marks and punctuation, in any script."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`´"))
# Letters that are written without a mark by those who lack the key, and that no decomposition tells so.
_ALIKE = str.maketrans({"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Write a text without case and without marks on its letters; ə and ı become e and i."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_ALIKE)


def words(text: str) -> list[str]:
    """Give the folded words of a text; of one without letters and digits, the text itself."""
    folded = fold(text.translate(_APOSTROPHES))
    return _WORD.findall(folded) or folded.split()
