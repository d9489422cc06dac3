"""A graph that was checked is not checked again until something in it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimgraph import current
from claimgraph.current import find_release, forget_old, release_folder
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import check
from claimgraph.release import build

GraphWriter = Callable[..., GraphDirectory]


def test_the_folder_is_that_of_the_content_wherever_it_lies(
    write_graph: GraphWriter, cache_home: Path
) -> None:
    directory = write_graph()
    folder = release_folder(directory)
    assert folder.is_relative_to(cache_home / "claimgraph")
    assert release_folder(directory) == folder
    moved = directory.root.with_name("moved")
    directory.root.rename(moved)
    assert release_folder(GraphDirectory(moved, "given")) == folder


@pytest.mark.parametrize(
    "name",
    [
        "data/places.ttl",
        "data/new.ttl",
        "data/queries/q.rq",
        "shapes/actor.ttl",
        "ontology/rules/r.rq",
        "tests/queries/q.csv",
    ],
)
def test_whatever_is_read_changes_it(name: str, write_graph: GraphWriter) -> None:
    directory = write_graph()
    before = release_folder(directory)
    path = directory.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write("# changed\n")
    assert release_folder(directory) != before


def test_the_program_changes_it(write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    directory = write_graph()
    before = release_folder(directory)
    monkeypatch.setattr(current, "version", lambda name: "0")
    assert release_folder(directory) != before


def test_a_release_is_found_whole_or_not_at_all(write_graph: GraphWriter) -> None:
    directory = write_graph()
    folder = release_folder(directory)
    assert find_release(folder) is None
    checked = check(directory)
    assert checked.graph
    release = build(checked.graph.loaded, checked.graph.closure, checked.findings, folder)
    assert find_release(folder) == release
    (folder / "graph.nq").write_bytes(b"")
    assert find_release(folder) is None


def test_old_releases_are_forgotten_and_this_one_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(current, "KEPT", 2)
    for number in range(5):
        (tmp_path / str(number)).mkdir()
    forget_old(tmp_path / "0")
    left = {path.name for path in tmp_path.iterdir()}
    assert "0" in left
    assert len(left) <= 3
