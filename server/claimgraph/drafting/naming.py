"""The names that DECISIONS.md gives to things: from a label, from the key of an article."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from claimgraph.errors import UsageError

KEY = re.compile(r"[a-z][a-z0-9-]*")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Letters that no decomposition turns into Latin ones without a sign.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
    }
    | {"ə": "a", "Ə": "A", "þ": "th", "Þ": "Th", "ð": "d", "’": None, "'": None, "‘": None, "ʼ": None}
)


def slug(label: str, option: str = "--name") -> str:
    """Write a label as the local part of a name: lower case, Latin letters and digits, hyphens between words.

    Raises UsageError for a label that has none, or letters of another script: which Latin form is meant is
    for a person to say.
    """
    plain = unicodedata.normalize("NFKD", label.translate(_LETTERS))
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    other = next((character for character in plain if character.isalpha() and not character.isascii()), None)
    if other:
        raise UsageError(
            f"“{label}” has the letter {other}, and names are written in Latin letters. "
            f"Give the form that English-language reporting uses with {option}."
        )
    made = "-".join(re.findall(r"[a-z0-9]+", plain.lower()))
    if not made:
        raise UsageError(f"“{label}” has no letter or digit to make a name of. Give one with {option}.")
    return made


def letters(number: int) -> str:
    """Write a number from 0 as letters: a to z, then aa, ab and so on."""
    written = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def free_letters(taken: Iterable[str]) -> str:
    """Give the letters after the last ones in use; ``a`` if there are none."""
    used = [each for each in taken if re.fullmatch(r"[a-z]+", each)]
    last = max(used, key=lambda each: (len(each), each), default="")
    number = 0
    for letter in last:
        number = number * 26 + ord(letter) - ord("a") + 1
    return letters(number)
