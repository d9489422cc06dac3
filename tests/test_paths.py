"""Which graph is read, and that a damaged one is never silently replaced by another."""

from pathlib import Path

import pytest

from claimgraph import paths
from claimgraph.errors import NoGraph
from claimgraph.paths import GraphDirectory, find_graph


def make(root: Path, *parts: str) -> Path:
    for part in parts:
        (root / part).mkdir(parents=True)
    return root


@pytest.fixture
def graph(tmp_path):
    return make(tmp_path / "graph", *paths.PARTS)


def test_given_folder_wins_over_the_enclosing_one(graph, tmp_path):
    other = make(tmp_path / "other", *paths.PARTS)
    assert find_graph(other, graph) == GraphDirectory(other, "given")


def test_given_folder_may_be_relative_to_the_working_folder(graph):
    assert find_graph(Path(".."), graph / "data").root == graph


@pytest.mark.parametrize(
    ("name", "words"),
    [("missing", "no such folder"), ("file", "this is a file"), ("half", "data/ and shapes/ are missing")],
)
def test_given_folder_that_is_no_graph_is_refused(graph, name, words):
    (graph / "file").write_text("")
    make(graph / "half", "ontology")
    with pytest.raises(NoGraph, match=words):
        find_graph(Path(name), graph)


def test_enclosing_folder_is_found_from_deep_inside(graph):
    deep = make(graph, "data/articles/new") / "data/articles/new"
    assert find_graph(None, deep) == GraphDirectory(graph, "enclosing")


def test_nearest_enclosing_folder_wins(graph):
    inner = make(graph / "data" / "inner", *paths.PARTS)
    assert find_graph(None, inner / "ontology").root == inner


def test_damaged_clone_is_refused_rather_than_passed_over(graph):
    (graph / "ontology" / "prefixes.ttl").write_text("")
    (graph / "shapes").rmdir()
    with pytest.raises(NoGraph, match="shapes/ is missing"):
        find_graph(None, graph)


def test_packaged_copy_is_the_last_resort(graph, tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "claimgraph"
    make(package / "graph", *paths.PARTS)
    monkeypatch.setattr(paths, "_HERE", package)
    assert find_graph(None, tmp_path) == GraphDirectory(package / "graph", "packaged")


def test_checkout_serves_where_the_package_carries_no_copy(tmp_path, monkeypatch):
    checkout = make(tmp_path / "checkout", *paths.PARTS, "server/claimgraph")
    monkeypatch.setattr(paths, "_HERE", checkout / "server" / "claimgraph")
    assert find_graph(None, tmp_path) == GraphDirectory(checkout, "packaged")


def test_nothing_anywhere_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "_HERE", tmp_path / "a" / "b")
    with pytest.raises(NoGraph, match="--graph DIR"):
        find_graph(None, tmp_path)


@pytest.mark.parametrize(
    ("origin", "words"), [("given", "--graph"), ("enclosing", "enclosing folder"), ("packaged", "packaged")]
)
def test_description_names_folder_and_origin(origin, words):
    line = GraphDirectory(Path("/x/y"), origin).describe()
    assert line.startswith("graph: /x/y (")
    assert words in line


def test_layout():
    directory = GraphDirectory(Path("/g"), "given")
    assert [
        str(path.relative_to("/g"))
        for path in (
            directory.rules,
            directory.queries,
            directory.links,
            directory.shapes,
            directory.expected,
        )
    ] == ["ontology/rules", "data/queries", "data/links.sssom.tsv", "shapes", "tests/queries"]
    assert directory.shown(directory.links) == "data/links.sssom.tsv"
