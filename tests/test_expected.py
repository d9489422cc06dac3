"""Expected rows: how they are read, and how what a question gave differs from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.errors import QuestionError
from claimgraph.expected import SHOWN, Expected, Rows, compare, read_expected


def write(folder: Path, text: str) -> Expected:
    path = folder / "x.csv"
    path.write_bytes(text.encode())
    return read_expected(path, "tests/queries/x.csv")


def rows(*given: tuple[str, ...], columns: tuple[str, ...] = ("a", "n"), ordered: bool = False) -> Rows:
    return Rows(
        columns,
        given,
        tuple(tuple(cell.replace(".", "").isdigit() for cell in row) for row in given),
        ordered,
    )


def test_comments_header_and_rows_are_read_with_their_lines(tmp_path: Path) -> None:
    expected = write(tmp_path, '# what it is\n# sentences: a-1, a-2\na,n\n"x, ""y""\nz",1\n\n"",2\n')
    assert expected.sentences == ("a-1", "a-2")
    assert (expected.header_line, expected.columns) == (3, ("a", "n"))
    assert expected.rows == ((4, ('x, "y"\nz', "1")), (7, ("", "2")))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", None, "no header"),
        ("# only a comment\n", None, "no header"),
        ("a,b\n1\n", 2, "1 cells"),
        ('a,b\n1,2\n"x"y,2\n', 3, "not CSV"),
    ],
)
def test_what_is_no_table_is_an_error_with_its_line(
    text: str, line: int | None, message: str, tmp_path: Path
) -> None:
    with pytest.raises(QuestionError, match=message) as caught:
        write(tmp_path, text)
    assert caught.value.line == line


def test_the_same_rows_differ_in_nothing(tmp_path: Path) -> None:
    expected = write(tmp_path, "a,n\nx,1\nx,1\ny,2.50\n")
    assert compare(expected, rows(("y", "2.5"), ("x", "1"), ("x", "1.0"))) == []


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    assert compare(write(tmp_path, "n,a\n1,x\n"), rows(("x", "1"))) == []


def test_rows_are_counted(tmp_path: Path) -> None:
    expected = write(tmp_path, "a,n\nx,1\nx,1\n")
    (difference,) = compare(expected, rows(("x", "1")))
    assert (difference.line, difference.words) == (3, "does not give this row: x | 1")
    (difference,) = compare(expected, rows(("x", "1"), ("x", "1"), ("x", "1")))
    assert difference.words == "gives a row that is not expected: x | 1"


def test_text_is_not_compared_by_value(tmp_path: Path) -> None:
    expected = write(tmp_path, "a,n\n1.0,1\n")
    actual = Rows(("a", "n"), (("1", "1"),), ((False, True),), ordered=False)
    assert len(compare(expected, actual)) == 2


def test_other_columns_are_one_difference(tmp_path: Path) -> None:
    (difference,) = compare(write(tmp_path, "a,n\nx,1\n"), rows(("x", "1"), columns=("a", "m")))
    assert difference.words == "gives the columns a, m, not a, n"


def test_order_counts_where_the_question_orders(tmp_path: Path) -> None:
    expected = write(tmp_path, "a,n\nx,1\ny,2\n")
    assert compare(expected, rows(("y", "2"), ("x", "1"))) == []
    (difference,) = compare(expected, rows(("y", "2"), ("x", "1"), ordered=True))
    assert difference.line == 2
    assert difference.words.endswith("here it gives y | 2")


def test_many_differences_are_counted_and_not_listed(tmp_path: Path) -> None:
    expected = write(tmp_path, "a,n\n" + "".join(f"x,{n}\n" for n in range(SHOWN + 3)))
    differences = compare(expected, rows(("y", "1")))
    assert len(differences) == SHOWN + 2
    assert differences[-1].words == "lacks 3 more expected rows and gives 0 more that are not expected"


@given(
    st.lists(st.tuples(st.sampled_from("xyz"), st.sampled_from(["1", "1.0", "2"])), max_size=6), st.randoms()
)
def test_any_order_of_the_same_rows_is_the_same(pairs: list[tuple[str, str]], random: object) -> None:
    shuffled = list(pairs)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    expected = Expected("x.csv", ("a", "n"), tuple(enumerate(pairs, 2)), (), 1)
    assert compare(expected, rows(*shuffled)) == []
    if pairs:
        assert compare(expected, rows(*shuffled[1:]))
        assert compare(expected, rows(*shuffled, ("w", "1")))
