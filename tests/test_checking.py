"""``check --changed-since``: what git says has changed, and what is said of the extent."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph.changes.checking import check_change
from claimgraph.errors import RevisionError
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import check
from test_comparison import commit, git, run

GraphWriter = Callable[..., GraphDirectory]
SHAPE = (
    "shape:Actor a sh:NodeShape ; sh:targetClass cg:Actor ; sh:property shape:Actor-label .\n"
    "shape:Actor-label a sh:PropertyShape ; sh:path rdfs:label ; sh:minCount 1 ;\n"
    '  sh:name "label"@en ; sh:description "A label."@en ; sh:message "An actor MUST have a label."@en .\n'
)


@pytest.fixture
def graph(write_graph: GraphWriter, prefix_lines: str) -> GraphDirectory:
    """A small graph under git, in which one actor has no label."""
    directory = write_graph({"shapes/actor.ttl": prefix_lines + SHAPE})
    git(directory.root, "init", "--quiet", "--initial-branch", "main")
    commit(directory.root, "one")
    return directory


def violations(graph: GraphDirectory, revision: str = "HEAD") -> list[str]:
    checked, _ = check_change(graph, revision)
    return [finding.sentence for finding in checked.findings if finding.severity == "violation"]


def add(graph: GraphDirectory, name: str, text: str) -> Path:
    path = graph.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_what_did_not_change_is_left_out_and_that_is_said(graph: GraphDirectory) -> None:
    assert check(graph).violations == 1
    checked, extent = check_change(graph, "HEAD")
    assert checked.violations == 0
    assert (extent.files, extent.whole, extent.nodes) == ((), "", 0)
    assert "no file of the graph changed" in extent.words()
    assert "Left out" in extent.words()


def test_committed_uncommitted_and_untracked_files_count(graph: GraphDirectory, prefix_lines: str) -> None:
    add(graph, "data/more.ttl", prefix_lines + "actor:new a cg:Actor .\n")
    assert violations(graph) == ["actor:new has no rdfs:label."]
    git(graph.root, "add", "--all")
    assert violations(graph) == ["actor:new has no rdfs:label."]
    commit(graph.root, "two")
    assert violations(graph) == []
    assert violations(graph, "HEAD~1") == ["actor:new has no rdfs:label."]


def test_a_node_is_validated_again_when_a_triple_of_it_goes(graph: GraphDirectory) -> None:
    path = graph.root / "data" / "actors.ttl"
    path.write_text(path.read_text("utf-8").replace('rdfs:label "The mill"@en ;', ""), "utf-8")
    assert violations(graph) == ["actor:mill has no rdfs:label."]


def test_what_a_deleted_file_leaves_behind_is_found(graph: GraphDirectory, prefix_lines: str) -> None:
    add(graph, "data/more.ttl", prefix_lines + 'actor:new a cg:Actor ; rdfs:label "New"@en .\n')
    user = prefix_lines + 'actor:other a cg:Actor ; rdfs:label "O"@en ; cg:memberOf actor:new .\n'
    add(graph, "data/other.ttl", user)
    commit(graph.root, "two")
    (graph.root / "data" / "more.ttl").unlink()
    assert violations(graph) == ["actor:new is named here, but no file describes it."]


def test_a_renamed_file_is_a_change_without_triples(graph: GraphDirectory) -> None:
    git(graph.root, "mv", "data/actors.ttl", "data/people.ttl")
    checked, extent = check_change(graph, "HEAD")
    assert checked.violations == 0
    assert extent.files == ("data/actors.ttl", "data/people.ttl")
    assert extent.triples == 0


@pytest.mark.parametrize("file", ["ontology/more.ttl", "shapes/more.ttl"])
def test_a_change_that_can_concern_all_means_a_whole_check(
    graph: GraphDirectory, prefix_lines: str, file: str
) -> None:
    add(graph, file, prefix_lines + "# Nothing yet.\n")
    checked, extent = check_change(graph, "HEAD")
    assert checked.violations == 1
    assert "everything was checked" in extent.words()


def test_an_old_file_that_cannot_be_read_means_a_whole_check(graph: GraphDirectory) -> None:
    path = graph.root / "data" / "actors.ttl"
    sound = path.read_text("utf-8")
    path.write_text("x", "utf-8")
    commit(graph.root, "broken")
    path.write_text(sound, "utf-8")
    checked, extent = check_change(graph, "HEAD")
    assert checked.violations == 1
    assert "data/actors.ttl cannot be read" in extent.whole


def test_syntax_errors_are_told_with_their_line(graph: GraphDirectory) -> None:
    add(graph, "data/more.ttl", "\nx\n")
    checked, _ = check_change(graph, "HEAD")
    assert [(finding.file, finding.line) for finding in checked.findings] == [("data/more.ttl", 2)]


def test_stored_questions_are_asked_whatever_changed(graph: GraphDirectory) -> None:
    add(
        graph,
        "data/queries/actors.rq",
        "#+ summary: Who?\nSELECT ?a { ?a a <https://w3id.org/claimgraph/ontology/Actor> } ORDER BY ?a\n",
    )
    add(graph, "tests/queries/actors.csv", "a\nactor:mill\n")
    commit(graph.root, "two")
    assert any("actors gives a row" in sentence for sentence in violations(graph))


def test_the_second_reading_comes_from_the_cache_and_is_the_same(
    graph: GraphDirectory, prefix_lines: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(graph, "data/more.ttl", prefix_lines + 'actor:new a cg:Actor ; cg:founded "x", 1.50 .\n')
    first, _ = check_change(graph, "HEAD")

    def never(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("claimgraph.changes.kept.read_turtle", never)
    again, _ = check_change(graph, "HEAD")
    assert again.findings == first.findings
    assert again.graph
    assert first.graph
    assert set(again.graph.loaded.asserted()) == set(first.graph.loaded.asserted())


def test_unknown_revisions_are_an_error(graph: GraphDirectory) -> None:
    with pytest.raises(RevisionError, match="git knows no revision 'nowhere'"):
        check_change(graph, "nowhere")


def test_the_command_says_what_it_checked(
    graph: GraphDirectory, prefix_lines: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add(graph, "data/more.ttl", prefix_lines + "actor:new a cg:Actor .\n")
    assert run(["check", "--graph", str(graph.root), "--changed-since", "HEAD", "--json"]) == 1
    told = capsys.readouterr()
    data = json.loads(told.out)
    assert data["changedSince"]["files"] == ["data/more.ttl"]
    assert data["changedSince"]["nodes"] == 1
    assert "1 file changed (data/more.ttl)" in told.err
    assert "Not valid: 1 violation" in told.err
