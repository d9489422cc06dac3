"""The benchmark and the soak run, with tiny settings: that they run, not how fast."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.corpus import synthetic
from bench.figures import Cell, bars, geometric_mean, ratio
from bench.pages import Kind, copied, judge_growth, judge_times
from bench.shapes import SHAPES, read_names, shapes, stored
from claimgraph.load import load
from claimgraph.paths import GraphDirectory
from sparql.answers import compared

BENCH = Path(__file__).parent / "bench"


def run(script: str, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCH / script), *options],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def test_the_benchmark_compares_all_servers_and_judges_its_bars(tmp_path: Path) -> None:
    figures = tmp_path / "figures.json"
    done = run(
        "endpoint.py",
        *("--without-repository", "--articles", "2", "--rounds", "1", "--seconds", "0.001"),
        *(
            "--concurrency",
            "2",
            "--only",
            "shape/lookup",
            "shape/article",
            "shape/ask",
            "--json",
            str(figures),
        ),
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert "3 answers compared, 0 differ" in done.stdout
    assert "cold / native" in done.stdout.rpartition("== bars")[2]
    measured = json.loads(figures.read_text("utf-8"))["2 articles/2"]
    assert {query: sorted(kinds) for query, kinds in measured.items()} == {
        query: ["cold", "native", "rdflib", "warm"]
        for query in ("shape/lookup", "shape/article", "shape/ask")
    }


def test_pages_are_measured_beside_a_lookup_and_on_copies(release_folder: Path) -> None:
    options = ("--release", str(release_folder), "--copies", "2", "--rounds", "1", "--requests", "1")
    done = run("pages.py", *options)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    said = done.stdout.rpartition("== bars")[2]
    assert "page / lookup = " in said
    assert "growth = " in said


def test_copies_have_names_of_their_own_and_the_vocabulary_stays() -> None:
    base = b"https://w3id.org/claimgraph/"
    line = b"<%sclaim/a> <%sontology/affirms> <%sproposition/b> <%sgraph/data/a> .\n" % ((base,) * 4)
    term = b"<%sontology/affirms> <http://e/p> <http://e/o> <%sgraph/ontology/core> .\n" % ((base,) * 2)
    found = copied(line + term, 3).splitlines(keepends=True)
    assert found[:2] == [line, term]
    assert found[2] == line.replace(b"/a> <h", b"/a--copy-1> <h", 1).replace(b"/b>", b"/b--copy-1>")
    assert len({*found}) == 4


def test_bars_of_pages() -> None:
    lookup, quick, slow = Kind([0.001], [1.0], 0), Kind([0.01], [10.0], 100), Kind([0.05], [50.0], 100)
    assert judge_times({"lookup": lookup, "a": quick})[0].endswith("holds")
    assert judge_times({"lookup": lookup, "a": slow})[0].endswith("MISSED")
    small, same = {"lookup": lookup, "a": quick}, {"lookup": lookup, "a": quick}
    assert judge_growth(small, same)[0].endswith("holds")
    assert judge_growth(small, {"lookup": lookup, "a": slow})[0].endswith("MISSED")
    larger = Kind([0.05], [50.0], 500)
    assert judge_growth(small, {"lookup": lookup, "a": larger})[0].endswith("holds")


def test_the_soak_run_watches_memory() -> None:
    done = run("soak.py", "--queries", "40", "--articles", "2", "--connections", "2")
    assert done.returncode in (0, 1), done.stdout + done.stderr
    assert "40 queries:" in done.stdout
    assert "answers by status: {200: " in done.stdout


def test_the_corpus_is_the_same_every_time(tmp_path: Path) -> None:
    one, two = (hashlib.sha256(synthetic(5, tmp_path / name)).digest() for name in ("a", "b"))
    assert one == two


def test_the_corpus_is_in_our_model(tmp_path: Path) -> None:
    content = synthetic(9, tmp_path / "template")
    names = read_names(content)
    loaded = load(GraphDirectory(tmp_path / "template", "given"))
    known = {str(term) for term in loaded.ontology().all_nodes()}
    terms = {
        part for part in content.decode().split() if part.startswith("<https://w3id.org/claimgraph/ontology/")
    }
    assert {term[1:-1] for term in terms} <= known
    assert set(names) == {"article", "event", "place", "actor", "claim", "graph"}
    assert b"/contestsDirectly>" in content
    assert len(shapes(names)) == len(SHAPES) == 12
    assert not any("{" + kind + "}" in asked.text for asked in shapes(names) for kind in names)
    assert all("ganja" not in asked.text for asked in stored(names, own=False))


def test_figures() -> None:
    cells = {
        "a": {
            "native": Cell(100, 1, 2, 1, 0),
            "cold": Cell(50, 1, 2, 1, 0),
            "warm": Cell(400, 1, 2, 1, 0),
            "rdflib": None,
        },
        "b": {
            "native": Cell(10, 1, 2, 1, 0),
            "cold": Cell(20, 1, 2, 1, 0),
            "warm": None,
            "rdflib": Cell(1, 1, 2, 1, 0),
        },
    }
    assert geometric_mean([2, 8]) == pytest.approx(4)
    assert ratio(cells, "cold", "native") == (pytest.approx(1), 2)
    assert [line.rpartition(": ")[2] for line in bars(cells)] == ["holds", "MISSED", "holds"]


@pytest.mark.parametrize(
    ("first", "second", "graph", "same"),
    [
        (
            b'{"head":{"vars":["a","b"]},"results":{"bindings":[]}}',
            b'{"head":{"vars":["b","a"]},"results":{"bindings":[]}}',
            False,
            True,
        ),
        (b'{"head":{},"boolean":true}', b'{"head":{},"boolean":false}', False, False),
        (b"<http://e/a> <http://e/b> 1.50 .", b"<http://e/a> <http://e/b> 1.5 .", True, True),
        (b"<http://e/a> <http://e/b> [] .", b"<http://e/a> <http://e/b> <http://e/c> .", True, False),
    ],
)
def test_answers_are_compared(first: bytes, second: bytes, graph: bool, same: bool) -> None:
    assert (compared(first, second, graph) == "") is same
