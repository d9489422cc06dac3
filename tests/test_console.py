"""What the commands write to the terminal."""

from __future__ import annotations

import io
import sys

import pytest

from claimgraph.console import note, step, table, write


def test_a_table_lines_up_and_counts_its_rows() -> None:
    assert table(["a", "long name"], [["x", "1"], ["yyy", ""]]) == (
        "a    long name\n---  ---------\nx    1\nyyy\n(2 rows)\n"
    )
    assert table(["a"], []) == "a\n-\n(0 rows)\n"
    assert table(["a"], [["1"]]).endswith("(1 row)\n")


def test_nothing_in_a_cell_can_move_the_cursor() -> None:
    text = table(["a"], [["x\ny\x1b[2J\tz"]])
    assert "\x1b" not in text
    assert text.splitlines()[2] == "x⏎y·[2J·z"


def test_answers_are_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(plain, encoding="ascii"))
    write("Gəncə\n")
    assert plain.getvalue() == "Gəncə\n".encode()


def test_notes_never_fail_for_their_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(plain, encoding="ascii"))
    note("Gəncə")
    assert plain.getvalue() == b"G\\u0259nc\\u0259\n"


def test_a_step_tells_its_words_and_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    with step("counting"):
        pass
    assert capsys.readouterr().err == "counting: 0.0 s\n"


def test_a_step_that_fails_tells_no_time(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ZeroDivisionError), step("counting"):
        raise ZeroDivisionError
    assert capsys.readouterr().err == ""
