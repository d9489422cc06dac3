"""Stored questions: read, run, and held against their expected rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimgraph.errors import QuestionError
from claimgraph.questions import Question, check_questions, read_question, read_questions, run
from claimgraph.store import Store

SIZES = "#+ summary: How large is what?\nPREFIX e: <http://e/>\nSELECT ?s ?n { ?s e:size ?n }\n"
PREFIXES = {"e": "http://e/"}


def shown(path: Path) -> str:
    return path.name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sizes.rq").write_text(SIZES)
    (tmp_path / "expected").mkdir()
    (tmp_path / "expected" / "sizes.csv").write_text("# sentences: a-1\ns,n\ne:b,12\n")
    return tmp_path


def findings(folder: Path, store: Store) -> list[tuple[str, str | None, int | None, str]]:
    questions, errors = read_questions(sorted(folder.glob("*.rq")), shown)
    assert not errors
    found = check_questions(questions, folder / "expected", shown, store, PREFIXES)
    return [(each.severity, each.file, each.line, each.sentence) for each in found]


def test_a_question_is_read_with_its_summary(folder: Path) -> None:
    question = read_question(folder / "sizes.rq", "data/queries/sizes.rq")
    assert question == Question("sizes", "How large is what?", SIZES, "data/queries/sizes.rq")
    assert question.iri == "https://w3id.org/claimgraph/query/sizes"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("SELECT * { ?s ?p ?o }", 1, "no summary"),
        ("#+ summary:\nSELECT * { ?s ?p ?o }", 1, "no summary"),
        ("#+ summary: x\n\nSELECT * { ?s ?p }", 3, "not SPARQL"),
        ("#+ summary: x\nSELECT * { ?s e:p ?o }", 2, "not declared"),
        ("#+ summary: x\nCLEAR ALL", 2, "update"),
        ("#+ summary: x\nASK { SERVICE <http://e/> { } }", 2, "SERVICE"),
    ],
)
def test_what_is_no_question_is_an_error_with_its_line(
    text: str, line: int, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.rq"
    path.write_text(text)
    with pytest.raises(QuestionError, match=message) as caught:
        read_question(path, "data/queries/x.rq")
    assert (caught.value.file, caught.value.line) == ("data/queries/x.rq", line)
    assert caught.value.remedy


def test_one_bad_question_does_not_hide_the_others(folder: Path) -> None:
    (folder / "bad.rq").write_text("SELECT")
    questions, errors = read_questions(sorted(folder.glob("*.rq")), shown)
    assert [question.slug for question in questions] == ["sizes"]
    assert [error.file for error in errors] == ["bad.rq"]


def test_cells_are_written_as_in_the_files(small_store: Store) -> None:
    text = (
        "SELECT ?iri ?other ?text ?number ?none { BIND(<http://e/b> AS ?iri) BIND(<http://f/> AS ?other) "
        'BIND("x"@en AS ?text) BIND(1.50 AS ?number) }'
    )
    rows = run(Question("q", "s", text, "q.rq"), small_store, PREFIXES)
    assert rows.columns == ("iri", "other", "text", "number", "none")
    assert rows.rows == (("e:b", "http://f/", "x", "1.5", ""),)
    assert rows.numeric == ((False, False, False, True, False),)


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        ("ASK { ?s ?p 12 }", ("ask",), (("true",),)),
        ("CONSTRUCT WHERE { ?s ?p 12 }", ("subject", "predicate", "object"), (("e:b", "e:size", "12"),)),
    ],
)
def test_other_forms_give_rows_too(
    text: str, columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], small_store: Store
) -> None:
    given = run(Question("q", "s", text, "q.rq"), small_store, PREFIXES)
    assert (given.columns, given.rows) == (columns, rows)


def test_a_question_that_gives_its_rows_finds_nothing(folder: Path, small_store: Store) -> None:
    assert findings(folder, small_store) == []


def test_other_rows_are_violations_where_they_are_expected(folder: Path, small_store: Store) -> None:
    (folder / "expected" / "sizes.csv").write_text("# sentences: a-1\ns,n\ne:b,13\n")
    questions, _ = read_questions(sorted(folder.glob("*.rq")), shown)
    missing, unexpected = check_questions(questions, folder / "expected", shown, small_store, PREFIXES)
    assert (missing.severity, missing.file, missing.line) == ("violation", "sizes.csv", 3)
    assert missing.sentence == "The question sizes does not give this row: e:b | 13."
    assert "(a-1)" in missing.remedy
    assert "sizes.rq" in missing.remedy
    assert missing.source == "https://w3id.org/claimgraph/query/sizes"
    assert unexpected.sentence == "The question sizes gives a row that is not expected: e:b | 12."


def test_a_question_without_expected_rows_is_a_warning(folder: Path, small_store: Store) -> None:
    (folder / "expected" / "sizes.csv").unlink()
    assert findings(folder, small_store) == [
        ("warning", "sizes.rq", 1, "The question sizes has no expected rows.")
    ]


def test_without_the_folder_nothing_is_expected(folder: Path, small_store: Store) -> None:
    (folder / "expected" / "sizes.csv").unlink()
    (folder / "expected").rmdir()
    assert findings(folder, small_store) == []


def test_expected_rows_of_no_question_are_a_violation(folder: Path, small_store: Store) -> None:
    (folder / "expected" / "other.csv").write_text("a\n")
    assert findings(folder, small_store) == [
        ("violation", "other.csv", 1, "There is no stored question other for these expected rows.")
    ]


def test_a_question_that_fails_when_run_is_a_violation(folder: Path, small_store: Store) -> None:
    (folder / "sizes.rq").write_text("#+ summary: x\nSELECT * FROM <http://e/none> { ?s ?p ?o }")
    ((severity, file, _, sentence),) = findings(folder, small_store)
    assert (severity, file) == ("violation", "sizes.rq")
    assert "has no graph" in sentence


def test_expected_rows_of_a_question_that_cannot_be_read_are_left_alone(
    folder: Path, small_store: Store
) -> None:
    (folder / "sizes.rq").write_text("#+ summary: x\nSELECT * { ?s ?p }")
    questions, unread = read_questions(sorted(folder.glob("*.rq")), shown)
    assert [error.file for error in unread] == ["sizes.rq"]
    assert check_questions(questions, folder / "expected", shown, small_store, PREFIXES, unread) == []
