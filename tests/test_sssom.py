"""The table form: metadata, header, cells, and lines in every error."""

import pytest

from claimgraph.errors import LinkError
from claimgraph.sssom import COLUMNS, read_table

HEADER = "\t".join(COLUMNS)
ROW = "\t".join(f"cell {n}" for n in range(len(COLUMNS)))


@pytest.fixture
def read(tmp_path):
    def reader(text):
        path = tmp_path / "t.tsv"
        path.write_bytes(text.encode())
        return list(read_table(path, "t.tsv", {"wd": "http://www.wikidata.org/entity/"}))

    return reader


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_rows_have_the_lines_of_the_file(read, newline):
    metadata = [
        "#curie_map:",
        "#  wd: http://www.wikidata.org/entity/",
        "#  other: http://other/",
        "#comment: a\u2028b",
    ]
    rows = read(newline.join([*metadata, HEADER, ROW, "", ROW.replace("cell 3", '"a ""quoted"" cell"')]))
    assert [line for line, _ in rows] == [6, 8]
    assert rows[0][1]["subject_label"] == "cell 1"
    assert rows[1][1]["object_id"] == 'a "quoted" cell'


def test_columns_may_stand_in_any_order(read):
    ((_, cells),) = read("\t".join(reversed(COLUMNS)) + "\n" + ROW)
    assert cells[COLUMNS[-1]] == "cell 0"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", None, "no header row"),
        ("# only metadata\n", None, "no header row"),
        (HEADER.replace("subject_id", "subject"), 1, "Did you mean `subject_id`?"),
        ("# x\n" + HEADER.replace("\t", ","), 2, "Use tabs"),
        (HEADER + "\tcomment", 1, "occurs twice"),
        (HEADER.replace("\tconfidence", ""), 1, "lacks confidence"),
        (HEADER + "\n" + ROW + "\n" + ROW + "\tmore", 3, "12 cells, the header has 11"),
        (HEADER + "\n" + ROW.replace("\tcell 2", ""), 2, "10 cells"),
        (HEADER + "\n" + ROW + '\n"' + ROW, 3, "cannot be read"),
        (
            "#curie_map:\n#  wd: https://www.wikidata.org/wiki/\n" + HEADER,
            2,
            "Write http://www.wikidata.org/entity/",
        ),
    ],
)
def test_table_that_is_wrong(read, text, line, words):
    with pytest.raises(LinkError) as caught:
        read(text)
    assert caught.value.line == line
    assert words in str(caught.value)


def test_missing_table(tmp_path):
    with pytest.raises(LinkError, match="no such file"):
        list(read_table(tmp_path / "none", "t.tsv", {}))
