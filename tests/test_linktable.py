"""The link table as a file: a row goes where the order wants it, and no other byte changes."""

import csv
import io
import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.errors import LinkError
from claimgraph.linking.linktable import LinkTable
from claimgraph.links import read_links
from linkedgraph import HEAD, row

PREFIXES = {
    "actor": "https://w3id.org/claimgraph/actor/",
    "place": "https://w3id.org/claimgraph/place/",
    "semapv": "https://w3id.org/semapv/vocab/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "wd": "http://www.wikidata.org/entity/",
}
COLUMNS = HEAD.splitlines()[-1].split("\t")


def cells(subject="place:b", item="wd:Q5", **more):
    return dict(zip(COLUMNS, row(subject, item, "label").rstrip("\n").split("\t"), strict=True)) | more


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "links.sssom.tsv"

    def make(text=None):
        if text is not None:
            path.write_bytes(text.encode())
        return LinkTable(path, "data/links.sssom.tsv", PREFIXES), path

    return make


A, B, C = (row(f"place:{each}", "wd:Q1", "one") for each in "abc")
NEW = row("place:b", "wd:Q5", "label")


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        (HEAD + A + C, HEAD + A + NEW + C, 6),
        (HEAD + C, HEAD + NEW + C, 5),
        (HEAD + A, HEAD + A + NEW, 6),
        (HEAD + A + B + C, HEAD + A + B + NEW + C, 7),
        (HEAD + A + "\n" + C, HEAD + A + "\n" + NEW + C, 7),
        (HEAD + C + A, HEAD + C + A + NEW, 7),
        (HEAD + C + B + A, HEAD + C + B + NEW + A, 7),
        (HEAD, HEAD + NEW, 5),
        (HEAD + A.rstrip("\n"), HEAD + A + NEW.rstrip("\n"), 6),
        ((HEAD + A + C).replace("\n", "\r\n"), (HEAD + A + NEW + C).replace("\n", "\r\n"), 6),
        (HEAD + A + "\n\n", HEAD + A + NEW + "\n\n", 6),
    ],
)
def test_a_row_goes_where_the_order_wants_it(table, before, after, line):
    made, path = table(before)
    assert made.save(cells()) == line
    assert path.read_bytes().decode() == after


def test_a_row_takes_the_place_of_another(table):
    old = row("place:b", "sssom:NoTermFound", "")
    made, path = table(HEAD + A + old + C)
    assert made.save(cells(), made.decisions()[1]) == 6
    assert path.read_text("utf-8") == HEAD + A + NEW + C


def test_a_last_row_without_an_end_stays_without_when_replaced(table):
    made, path = table(HEAD + A + row("place:b", "sssom:NoTermFound", "").rstrip("\n"))
    assert made.save(cells(), made.decisions()[1]) == 6
    assert path.read_text("utf-8") == HEAD + A + NEW.rstrip("\n")


def test_a_row_that_changed_meanwhile_is_not_replaced(table):
    old = row("place:b", "sssom:NoTermFound", "")
    made, path = table(HEAD + old)
    decision = made.decisions()[0]
    path.write_text(HEAD + old.replace("For a test", "For another"), "utf-8")
    with pytest.raises(LinkError, match="has changed meanwhile"):
        made.save(cells(), decision)
    assert "For another" in path.read_text("utf-8")


def test_what_others_wrote_meanwhile_stays(table):
    made, path = table(HEAD + A)
    made.save(cells())
    path.write_text(path.read_text("utf-8") + row("place:z", "wd:Q9", "z"), "utf-8")
    made.save(cells(item="wd:Q6"))
    assert [each.item for each in made.decisions()] == ["Q1", "Q5", "Q6", "Q9"]


def test_quoted_cells_over_several_lines_are_left_alone(table):
    odd = A.replace("For a test.", '"two\nlines, ""quoted"""')
    made, path = table(HEAD + odd + C)
    assert made.save(cells()) == 7
    assert path.read_text("utf-8") == HEAD + odd + NEW + C


def test_columns_in_another_order_and_without_the_optional_one(table):
    columns = [each for each in reversed(COLUMNS) if each != "predicate_modifier"]
    made, path = table("\t".join(columns) + "\n")
    made.save(cells())
    assert path.read_text("utf-8").splitlines()[1].split("\t") == [cells()[each] for each in columns]
    with pytest.raises(LinkError, match="no column `predicate_modifier`"):
        made.save(cells(item="wd:Q6", predicate_modifier="Not"))
    assert len(path.read_text("utf-8").splitlines()) == 2


def test_a_table_that_is_not_there_is_made(table):
    made, path = table()
    assert made.decisions() == []
    line = made.save(cells())
    assert read_links(path, "x", PREFIXES)[0][1] == line
    assert path.read_text("utf-8").startswith("#curie_map:\n#  actor: https://w3id.org/claimgraph/actor/\n")


def test_a_row_that_would_break_the_table_is_not_written(table, tmp_path):
    made, path = table(HEAD + A)
    for bad in (cells(subject="place:a", item="wd:Q1"), cells(confidence="2"), cells(comment="")):
        with pytest.raises(LinkError):
            made.save(bad)
    assert path.read_text("utf-8") == HEAD + A
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_takes_nothing(table, monkeypatch):
    made, path = table(HEAD + A)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(LinkError, match=r"cannot be written: No space left.*nothing was changed"):
        made.save(cells())
    assert path.read_text("utf-8") == HEAD + A
    assert len(list(path.parent.iterdir())) == 1


def test_permissions_and_a_symbolic_link_stay(table, tmp_path):
    made, path = table(HEAD + A)
    real = tmp_path / "real.tsv"
    path.rename(real)
    path.symlink_to(real)
    real.chmod(0o640)
    made.save(cells())
    assert path.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_text("utf-8") == HEAD + A + NEW


TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40
).filter(lambda text: text.split() and text.isprintable())


@settings(max_examples=30)
@given(
    rows=st.lists(st.tuples(st.sampled_from("abcde"), st.integers(1, 9)), unique=True, max_size=8),
    comments=st.lists(TEXT, min_size=9, max_size=9),
    shuffle=st.booleans(),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_rows_read_as_they_were_saved_and_others_keep_their_bytes(
    tmp_path_factory, rows, comments, shuffle, newline
):
    path = tmp_path_factory.mktemp("table") / "links.sssom.tsv"
    path.write_bytes(HEAD.replace("\n", newline).encode())
    made = LinkTable(path, "links.sssom.tsv", PREFIXES)
    for (key, number), comment in zip(rows if shuffle else sorted(rows), comments, strict=False):
        before = path.read_bytes()
        wanted = cells(f"place:{key}", f"wd:Q{number}", comment=comment, object_label=comment)
        line = made.save(wanted)
        after = path.read_bytes()
        (saved,) = [each for each in made.decisions() if each.line == line]
        assert dict(saved.cells) == {
            **wanted,
            **dict.fromkeys(("comment", "object_label"), " ".join(comment.split())),
        }
        # Taking the new row out again gives what was there.
        lines = after.splitlines(keepends=True)
        assert b"".join(lines[: line - 1] + lines[line:]) == before
    subjects = [each.cells["subject_id"] for each in made.decisions()]
    assert sorted(subjects) == subjects
    text = "".join(io.StringIO(path.read_bytes().decode(), newline="").readlines()[3:])
    assert len(list(csv.DictReader(io.StringIO(text, newline=""), dialect="excel-tab"))) == len(rows)
