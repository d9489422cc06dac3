"""Names without case and marks, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.site.folding import fold, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Xankəndi", "xankendi"),
        ("ŞUŞA", "susa"),
        ("Cəbrayıl", "cebrayil"),
        ("İstanbul", "istanbul"),
        ("Gəncə", "gence"),
        ("Çörək ğü", "corek gu"),
        ("Степанакерт", "степанакерт"),
        ("ՍՏԵՓԱՆԱԿԵՐՏ", "ստեփանակերտ"),
        ("Straße", "strasse"),
    ],
)
def test_marks_and_case_are_left_out(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_words_are_letters_and_digits_and_apostrophes_join() -> None:
    assert words("The Prosecutor-General’s Office, 2020") == [
        "the",
        "prosecutor",
        "generals",
        "office",
        "2020",
    ]
    assert words("___") == ["___"]
    assert words("  ") == []


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_hold_no_space(text: str) -> None:
    assert all(word and word.split() == [word] for word in words(text))
