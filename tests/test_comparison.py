"""What a change does to a graph, in the reader's terms."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimgraph.changes import account
from claimgraph.changes.comparison import Comparison, compare
from claimgraph.changes.revisions import Repository
from claimgraph.changes.sides import read_side
from claimgraph.cli import main
from claimgraph.errors import RevisionError
from claimgraph.paths import GraphDirectory

ARTICLE = "data/articles/article-t.ttl"
QUESTION = """\
#+ summary: Who denies what?
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
SELECT ?claim ?proposition { ?claim cg:negates ?proposition } ORDER BY ?claim ?proposition
"""
GraphWriter = Callable[..., GraphDirectory]


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    run = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return run.stdout


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


@contextmanager
def inside(folder: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield


def run(arguments: list[str]) -> object:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code


@pytest.fixture(scope="module")
def invented_change(invented_graph: GraphDirectory, tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The invented graph, and the same after a few edits."""
    old, new = (tmp_path_factory.mktemp(name) / "graph" for name in ("old", "new"))
    for root in (old, new):
        shutil.copytree(invented_graph.root, root)
        (root / "data" / "queries").mkdir()
        (root / "data" / "queries" / "denials.rq").write_text(QUESTION, "utf-8")
    path = new / ARTICLE
    text = path.read_text("utf-8")
    block = text[text.index("claim:t-5-1 a ") : text.index("claim:", text.index("claim:t-5-1 a ") + 8)]
    removed = text.replace(block, "")
    again = block.replace("claim:t-5-1 a", "claim:t-5-99 a", 1)
    path.write_text(removed + "\n" + again, "utf-8")
    actors = new / "data" / "actors.ttl"
    actors.write_text(
        actors.read_text("utf-8") + '\nactor:newcomer a cg:Person ;\n    rdfs:label "A | <newcomer>"@en .\n',
        "utf-8",
    )
    (new / "data" / "queries" / "new.rq").write_text(QUESTION, "utf-8")
    return compare(read_side(str(old), old), read_side(str(new), new))


def test_claims_and_entities_are_told_by_name(invented_change: Comparison) -> None:
    assert [item.name for item in invented_change.added] == ["actor:newcomer", "claim:t-5-99"]
    assert [item.name for item in invented_change.removed] == ["claim:t-5-1"]
    text = account.as_text(invented_change)
    assert "claim:t-5-99" in text.split("Claims added (1)")[1].split("Claims removed (1)")[0]
    assert "sentence 5" in text
    assert "new: a new question" not in text
    assert "added: actor:newcomer “A | <newcomer>” (person)" in text


def test_a_new_question_is_told(invented_change: Comparison) -> None:
    assert [(each.slug, each.note) for each in invented_change.answers if each.note] == [
        ("new", "a new question")
    ]


def test_labels_are_not_read_as_markdown(invented_change: Comparison) -> None:
    told = account.as_markdown(invented_change)
    assert "A \\| \\<newcomer\\>" in told
    assert "### Claims added (1)" in told


def test_lists_are_cut_only_with_saying_so(invented_change: Comparison) -> None:
    assert "and 1 more" not in account.as_text(invented_change)
    sections = account.sections(invented_change)
    longest = max(len(section.entries) for section in sections)
    cut = account.as_text(invented_change, shown=0)
    assert f"… and {longest} more, left out here: --all shows them" in cut


def test_data_hold_everything(invented_change: Comparison) -> None:
    data = json.loads(json.dumps(account.as_data(invented_change)))
    assert data["different"] is True
    assert [item["name"] for item in data["removed"]] == ["claim:t-5-1"]
    assert data["removed"][0]["values"]["cg:partOf"]


@pytest.fixture(scope="module")
def contested(invented_graph: GraphDirectory, tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The invented graph, and the same with a denial of what another party affirms."""
    old, new = (tmp_path_factory.mktemp(name) / "graph" for name in ("silent", "denying"))
    for root in (old, new):
        shutil.copytree(invented_graph.root, root)
        (root / "data" / "queries").mkdir()
        (root / "data" / "queries" / "denials.rq").write_text(QUESTION, "utf-8")
    path = new / ARTICLE
    text = path.read_text("utf-8")
    assert text.count("cg:negates proposition:fire-from-tarn") == 1
    path.write_text(
        text.replace("cg:negates proposition:fire-from-tarn", "cg:negates proposition:tarn-shelled-mill")
    )
    return compare(read_side(str(old), old), read_side(str(new), new))


def test_contests_that_a_change_brings_about_are_told_by_kind(contested: Comparison) -> None:
    direct, *more = [each for each in contested.contested if each.kind == "contestsDirectly"]
    assert more == []
    assert direct.proposition == "proposition:tarn-shelled-mill"
    assert direct.claims == (("claim:t-6-2", "claim:t-5-1"),)
    text = account.as_text(contested)
    assert "directly: proposition:tarn-shelled-mill" in text
    (changed,) = contested.changed
    assert changed.before == {"cg:negates": ("proposition:fire-from-tarn",)}
    (answer,) = contested.answers
    assert (answer.added, answer.removed) == (
        (("claim:t-6-2", "proposition:tarn-shelled-mill"),),
        (("claim:t-6-2", "proposition:fire-from-tarn"),),
    )


@pytest.fixture
def repository(write_graph: GraphWriter, prefix_lines: str) -> GraphDirectory:
    """A small graph under git with two commits; the second adds a place."""
    graph = write_graph()
    git(graph.root, "init", "--quiet", "--initial-branch", "main")
    commit(graph.root, "one")
    (graph.root / "data" / "more.ttl").write_text(prefix_lines + "place:pier a cg:Place .\n", "utf-8")
    commit(graph.root, "two")
    return graph


def names(capsys: pytest.CaptureFixture[str]) -> tuple[list[str], list[str]]:
    data = json.loads(capsys.readouterr().out)
    return [item["name"] for item in data["added"]], [item["name"] for item in data["removed"]]


def test_revisions_folders_releases_and_the_files_are_compared(
    repository: GraphDirectory, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    release = tmp_path_factory.mktemp("release") / "r"
    assert run(["build", "--graph", str(repository.root), "--out", str(release)]) == 0
    status = git(repository.root, "status", "--porcelain", "--ignored")
    (repository.root / "data" / "more.ttl").unlink()
    capsys.readouterr()
    with inside(repository.root):
        for old, new in (("HEAD~1", "HEAD"), ("HEAD~1", str(release)), (".", "HEAD")):
            assert run(["diff", old, new, "--json"]) == 0
            assert names(capsys) == (["place:pier"], [])
        assert run(["diff", "HEAD", "--json", "--exit-code"]) == 1
        assert names(capsys) == ([], ["place:pier"])
        assert run(["diff", "HEAD~1", "--exit-code"]) == 0
        assert "no difference" in capsys.readouterr().out
        git(repository.root, "checkout", "--quiet", "--", ".")
    assert git(repository.root, "status", "--porcelain", "--ignored") == status


def test_a_graph_below_the_root_and_a_bare_clone_are_read(
    repository: GraphDirectory, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    bare = tmp_path_factory.mktemp("bare")
    git(bare, "clone", "--quiet", "--bare", str(repository.root), "clone.git")
    with inside(bare / "clone.git"):
        assert run(["diff", "main~1", "main", "--json"]) == 0
        assert names(capsys) == (["place:pier"], [])
    outer = tmp_path_factory.mktemp("outer")
    shutil.copytree(repository.root, outer / "kg" / "graph", ignore=shutil.ignore_patterns(".git"))
    git(outer, "init", "--quiet")
    commit(outer, "one")
    (outer / "kg" / "graph" / "data" / "more.ttl").unlink()
    with inside(outer / "kg" / "graph" / "data"):
        assert run(["diff", "HEAD", "--json"]) == 0
        assert names(capsys) == ([], ["place:pier"])


def test_a_shallow_clone_says_how_to_get_more(
    repository: GraphDirectory, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("shallow")
    git(folder, "clone", "--quiet", "--depth", "1", f"file://{repository.root}", "clone")
    with pytest.raises(RevisionError, match="fetch-depth: 0"):
        Repository.around(folder / "clone").commit("HEAD~1")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere", "git knows no revision 'nowhere'"),
        ("--upload-pack=x", "git knows no revision"),
        ("data", "holds neither a release"),
    ],
)
def test_what_is_no_side_is_refused(repository: GraphDirectory, name: str, words: str) -> None:
    with inside(repository.root), pytest.raises(RevisionError, match=words):
        read_side(name, repository.root)


def test_a_revision_that_cannot_be_read_is_told_with_file_and_line(
    repository: GraphDirectory, capsys: pytest.CaptureFixture[str]
) -> None:
    path = repository.root / "data" / "more.ttl"
    path.write_text("x\n", "utf-8")
    commit(repository.root, "broken")
    with inside(repository.root):
        assert run(["diff", "HEAD~1", "HEAD"]) == 2
    assert "HEAD:data/more.ttl:1" in capsys.readouterr().err


def test_a_revision_without_graph_is_told(repository: GraphDirectory) -> None:
    git(repository.root, "rm", "--quiet", "-r", "--cached", "shapes")
    git(repository.root, "commit", "--quiet", "--message", "no shapes")
    with inside(repository.root), pytest.raises(RevisionError, match="has no shapes/"):
        read_side("HEAD", repository.root)


def test_without_git_a_revision_is_told_so(
    repository: GraphDirectory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    with pytest.raises(RevisionError, match="git is not installed"):
        read_side("HEAD", repository.root)


def test_outside_of_any_repository_a_revision_is_told_so(write_graph: GraphWriter) -> None:
    graph = write_graph()
    with pytest.raises(RevisionError, match="not a git repository"):
        read_side("HEAD", graph.root)
