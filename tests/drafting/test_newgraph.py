"""claimgraph init: a graph of one's own, valid and served as it is, or nothing at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimgraph import __version__
from claimgraph.drafting import newgraph
from claimgraph.load import load
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import check
from claimgraph.verify import verify
from drafting.conftest import ROOT, files

Runner = Callable[..., Any]


def test_a_new_graph_is_valid_and_agrees_with_its_text(tmp_path: Path, run: Runner) -> None:
    made = run("init", tmp_path / "newsroom")
    assert (made.code, made.out) == (0, f"{tmp_path / 'newsroom'}\n")
    graph = GraphDirectory(tmp_path / "newsroom", "given")
    checked = check(graph)
    assert [each for each in checked.findings if each.severity != "info"] == []
    assert [question.slug for question in checked.questions] == ["who-says-what"]
    assert checked.graph
    assert verify(checked.graph.loaded, graph.root / "sources").findings == []
    tool = Path(sys.executable).parent / "turtlefmt"
    assert subprocess.run([tool, "--check", graph.root], check=False).returncode == 0


def test_a_new_graph_has_what_a_repository_needs(tmp_path: Path) -> None:
    newgraph.make(tmp_path / "a" / "b")
    made = files(tmp_path / "a" / "b")
    assert {".gitignore", ".pre-commit-config.yaml", ".github/workflows/check.yml", "README.md"} <= set(made)
    assert made["requirements.txt"].decode().endswith(f"claimgraph=={__version__}\n")
    for part in ("ontology", "shapes"):
        for path in (ROOT / part).rglob("*.*"):
            if path.suffix in (".ttl", ".rq"):
                assert made[str(path.relative_to(ROOT))] == path.read_bytes()
    assert not [each for each in (tmp_path / "a").iterdir() if each.name != "b"]


def test_an_empty_folder_is_taken_up(tmp_path: Path, run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert run("init", ".").code == 0
    assert (Path.cwd() / "data" / "dataset.ttl").is_file()
    assert load(GraphDirectory(Path.cwd(), "given")).prefixes


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("full", "this folder is not empty, it holds notes.txt"),
        ("full/notes.txt", "this is no folder"),
        ("loop", "this is no folder"),
        ("graph/inside", "lies inside the graph directory"),
    ],
)
def test_another_folder_is_left_alone(name: str, said: str, tmp_path: Path, run: Runner) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine", "utf-8")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "graph" / "ontology").mkdir(parents=True)
    (tmp_path / "graph" / "ontology" / "prefixes.ttl").touch()
    before = files(tmp_path)
    made = run("init", tmp_path / name)
    assert made.code == 2
    assert said in made.err
    assert files(tmp_path) == before


@pytest.mark.parametrize("exists", [True, False])
def test_a_failure_leaves_nothing_behind(
    exists: bool, tmp_path: Path, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    if exists:
        (tmp_path / "newsroom").mkdir()
    rename, done = Path.rename, []

    def fail(self: Path, target: Path) -> Path:
        done.append(self)
        if len(done) == (2 if exists else 1):
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    made = run("init", tmp_path / "newsroom")
    assert made.code == 2
    assert "No space left on device" in made.err
    assert files(tmp_path) == {}
    assert [path.name for path in tmp_path.iterdir()] == (["newsroom"] if exists else [])
