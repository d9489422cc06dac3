"""The stored questions: what each needs to be worth publishing. That they answer right is in the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
QUERIES = sorted((ROOT / "data" / "queries").glob("*.rq"))
EXPECTED = ROOT / "tests" / "queries"


def test_there_are_enough_of_them() -> None:
    assert len(QUERIES) >= 14


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_summary_reads_as_a_question(query: Path) -> None:
    first = query.read_text("utf-8").splitlines()[0]
    assert re.fullmatch(r"#\+ summary: [A-Z].+\?", first)


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_order_leaves_nothing_to_chance(query: Path) -> None:
    text = query.read_text("utf-8")
    columns = re.findall(r"\?(\w+)", text.partition("SELECT")[2].partition("WHERE")[0])
    ordered = re.findall(r"\?(\w+)", text.rpartition("ORDER BY")[2])
    assert columns
    assert sorted(ordered) == sorted(columns)


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_expected_rows_name_the_sentences_they_rest_on(query: Path) -> None:
    first, header, *rows = (EXPECTED / f"{query.stem}.csv").read_text("utf-8").splitlines()
    assert first.startswith("# sentences: ")
    assert header
    assert rows
