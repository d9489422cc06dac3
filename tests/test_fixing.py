"""``check --fix``: what a machine may mend, and only that."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from claimgraph.changes import fixing
from claimgraph.changes.files import replace_file
from claimgraph.cli import main
from claimgraph.errors import OutputError
from claimgraph.load import load
from claimgraph.paths import GraphDirectory
from claimgraph.verify import verify

SOURCES = Path(__file__).parent / "small" / "sources"
ARTICLE = "data/articles/article-t.ttl"


@pytest.fixture
def graph(invented_graph: GraphDirectory, tmp_path: Path) -> GraphDirectory:
    root = tmp_path / "graph"
    shutil.copytree(invented_graph.root, root)
    return GraphDirectory(root, "given")


def edit(graph: GraphDirectory, old: str, new: str, file: str = ARTICLE) -> str:
    path = graph.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text


def words(graph: GraphDirectory, sources: Path | None = SOURCES) -> list[str]:
    return [f"{change.file}: {change.words}" for change in fixing.fix(graph, sources)]


def test_a_sound_graph_stays_as_it_is(graph: GraphDirectory) -> None:
    assert words(graph) == []


def test_digests_and_lengths_are_taken_from_the_text(graph: GraphDirectory) -> None:
    whole = (graph.root / ARTICLE).read_text("utf-8")
    edit(graph, "cg:textLength 818", "cg:textLength 819")
    digest = whole.split("sentence:t-4 a ")[1].split('cg:sha256 "')[1][:64]
    edit(graph, digest, "0" * 64)
    assert words(graph) == [
        f"{ARTICLE}: cg:textLength of article:t, from its text",
        f"{ARTICLE}: cg:sha256 of sentence:t-4, from its text",
    ]
    assert (graph.root / ARTICLE).read_text("utf-8") == whole
    assert words(graph) == []


def test_without_the_texts_digests_stay(graph: GraphDirectory) -> None:
    edit(graph, "cg:textLength 818", "cg:textLength 819")
    assert words(graph, None) == []


def test_the_digest_of_an_article_and_spans_are_never_corrected(graph: GraphDirectory) -> None:
    edit(graph, "7d4ee0d69f5c3b4f", "0" * 16)
    edit(graph, "cg:textLength 818", "cg:textLength 819")
    assert words(graph) == []
    assert verify(load(graph), SOURCES).findings


def test_form_is_mended_and_comments_survive(graph: GraphDirectory) -> None:
    whole = edit(graph, " ;\n    cg:articleKey", " ; # the key\n  cg:articleKey")
    assert words(graph) == [f"{ARTICLE}: layout, order or prefix lines"]
    now = (graph.root / ARTICLE).read_text("utf-8")
    assert now == whole.replace(" ;\n    cg:articleKey", " ; # the key\n    cg:articleKey", 1)


def test_what_cannot_be_read_is_left_alone(graph: GraphDirectory) -> None:
    edit(graph, "cg:articleKey", "cg:articleKey cg:articleKey", ARTICLE)
    edit(graph, " ;\n", " ;\n\n", "data/actors.ttl")
    assert words(graph) == ["data/actors.ttl: layout, order or prefix lines"]


def test_files_outside_of_the_graph_are_never_written(graph: GraphDirectory, tmp_path: Path) -> None:
    outside = tmp_path / "outside.ttl"
    outside.write_text("@prefix  a:  <http://a/> .", "utf-8")
    (graph.root / "data" / "linked.ttl").symlink_to(outside)
    assert words(graph) == []
    assert outside.read_text("utf-8") == "@prefix  a:  <http://a/> ."


def test_a_file_that_cannot_be_replaced_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("old", "utf-8")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        replace_file(path, b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.ttl"]
    assert path.read_text("utf-8") == "old"


def test_a_replaced_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    link = tmp_path / "b.ttl"
    link.symlink_to(path)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert path.read_text("utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_command_formats_and_says_so(graph: GraphDirectory, capsys: pytest.CaptureFixture[str]) -> None:
    edit(graph, " ;\n", " ;\n\n", "data/actors.ttl")
    arguments = ["fmt", "--graph", str(graph.root)]
    assert run([*arguments, "--check"]) == 1
    assert capsys.readouterr().out.startswith("data/actors.ttl:")
    assert run(arguments) == 0
    assert run([*arguments, "--check"]) == 0
    capsys.readouterr()
    broken = graph.root / "data" / "broken.ttl"
    broken.write_text("x", "utf-8")
    assert run(["fmt", str(broken)]) == 2
    assert "broken.ttl:1" in capsys.readouterr().err
    assert broken.read_text("utf-8") == "x"


def test_check_mends_first_and_then_checks(graph: GraphDirectory, capsys: pytest.CaptureFixture[str]) -> None:
    edit(graph, "cg:textLength 818", "cg:textLength   819")
    arguments = ["check", "--fix", "--sources", str(SOURCES), "--graph", str(graph.root)]
    assert run([*arguments, str(graph.root / "data")]) == 0
    told = capsys.readouterr().err
    assert "cg:textLength of article:t" in told
    assert "fixed: 2 in all" in told


def run(arguments: list[str]) -> object:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code
