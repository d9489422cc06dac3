"""A release is complete, the same wherever it is built, and never half written."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph

from claimgraph.closure import close
from claimgraph.errors import ReleaseError
from claimgraph.findings import Finding
from claimgraph.inconsistencies import Inconsistency
from claimgraph.load import load
from claimgraph.paths import GraphDirectory
from claimgraph.release import Release, build, dataset, read_release

WriteGraph = Callable[..., GraphDirectory]
GRAPH = "https://w3id.org/claimgraph/graph/"
ONTOLOGY = """
cg:Actor a owl:Class ; rdfs:label "actor"@en .
cg:Member a owl:Class ; owl:equivalentClass [ a owl:Restriction ;
    owl:onProperty cg:memberOf ; owl:someValuesFrom cg:Actor ] .
cg:memberOf a owl:ObjectProperty .
cg:reach a owl:ObjectProperty ; owl:propertyChainAxiom ( cg:memberOf cg:memberOf ) .
"""
ACTORS = """
actor:mill a cg:Actor ; rdfs:label "The mill é \U00010437"@en ; cg:memberOf actor:guild .
actor:guild a cg:Actor ; cg:memberOf actor:town , [ a cg:Actor ] .
"""
WARNING = Finding("warning", "data/actors.ttl", 3, "Something might be better.", "Make it better.")


@pytest.fixture
def directory(write_graph: WriteGraph, prefix_lines: str) -> GraphDirectory:
    return write_graph(
        {"ontology/core.ttl": prefix_lines + ONTOLOGY, "data/actors.ttl": prefix_lines + ACTORS}
    )


def released(directory: GraphDirectory, out: Path) -> Release:
    loaded = load(directory)
    return build(loaded, close(loaded.asserted(), loaded.rules), [WARNING], out)


def test_the_named_graphs_are_files_inferences_and_description(
    directory: GraphDirectory, tmp_path: Path
) -> None:
    release = released(directory, tmp_path / "out")
    assert sorted(name.removeprefix(GRAPH) for name in release.graphs) == [
        "data/actors",
        "data/places",
        "inferred",
        "ontology/core",
        "void",
    ]
    names = {quad.graph_name.value for quad in ox.parse(release.nquads, format=ox.RdfFormat.N_QUADS)}
    assert names == set(release.graphs)


def test_what_is_inferred_is_apart_from_what_is_asserted(directory: GraphDirectory, tmp_path: Path) -> None:
    lines = released(directory, tmp_path / "out").nquads.decode().splitlines()
    reach = [line for line in lines if "actor/mill> <https://w3id.org/claimgraph/ontology/reach>" in line]
    assert {line.split()[-2] for line in reach} == {f"<{GRAPH}inferred>"}
    member = [
        line
        for line in lines
        if line.startswith("<https://w3id.org/claimgraph/actor/mill>") and "Of>" in line
    ]
    assert {line.split()[-2] for line in member} == {f"<{GRAPH}data/actors>"}


def test_lines_are_sorted_unique_and_without_blank_nodes(directory: GraphDirectory, tmp_path: Path) -> None:
    content = released(directory, tmp_path / "out").nquads
    lines = content.decode("utf-8").split("\n")
    assert lines.pop() == ""
    assert lines == sorted(set(lines))
    assert b"\r" not in content
    assert not [line for line in lines if line.startswith("_:") or " _:" in line]


def test_a_blank_node_has_one_name_in_all_graphs(directory: GraphDirectory, tmp_path: Path) -> None:
    # The unnamed actor is a member's value in the data and of an inferred triple: both name it alike.
    lines = released(directory, tmp_path / "out").nquads.decode().splitlines()
    asserted = {
        line.split()[2]
        for line in lines
        if "/memberOf> <" in line and "genid" in line and "data/actors" in line
    }
    inferred = {
        line.split()[2] for line in lines if "/reach> <" in line and "genid" in line and "inferred" in line
    }
    assert len(asserted) == 1
    assert inferred == asserted


def test_nothing_of_the_input_is_lost(directory: GraphDirectory, tmp_path: Path) -> None:
    loaded = load(directory)
    release = released(directory, tmp_path / "out")
    for name, graph in loaded.graphs.items():
        assert release.graphs.get(str(name), 0) == len(graph)


def test_shapes_stay_outside(directory: GraphDirectory, tmp_path: Path) -> None:
    content = released(directory, tmp_path / "out").nquads
    assert b"shacl#NodeShape" not in content
    assert b"shape/Actor" not in content


def test_the_manifest_names_digests_counts_and_inputs(directory: GraphDirectory, tmp_path: Path) -> None:
    release = released(directory, tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    assert manifest["format"] == "claimgraph-release/1"
    assert manifest["digest"] == f"sha256:{release.digest}"
    assert release.digest == hashlib.sha256((tmp_path / "out" / "graph.nq").read_bytes()).hexdigest()
    assert manifest["quads"] == sum(manifest["graphs"].values()) == release.nquads.count(b"\n")
    actors = directory.root / "data/actors.ttl"
    assert manifest["inputs"]["data/actors.ttl"] == hashlib.sha256(actors.read_bytes()).hexdigest()
    assert sorted(manifest["files"]) == ["companion.json", "graph.nq", "report.json", "void.ttl"]
    assert str(tmp_path) not in (tmp_path / "out" / "manifest.json").read_text("utf-8")


def test_report_and_description_lie_beside(directory: GraphDirectory, tmp_path: Path) -> None:
    released(directory, tmp_path / "out")
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [finding["sentence"] for finding in report["findings"]] == ["Something might be better."]
    void = Graph().parse(tmp_path / "out" / "void.ttl", format="turtle")
    nquads = ox.parse((tmp_path / "out" / "graph.nq").read_bytes(), format=ox.RdfFormat.N_QUADS)
    assert len(void) == sum(quad.graph_name == ox.NamedNode(f"{GRAPH}void") for quad in nquads)


BUILD = """
import sys
from pathlib import Path
from claimgraph.closure import close
from claimgraph.load import load
from claimgraph.paths import GraphDirectory
from claimgraph.release import build
loaded = load(GraphDirectory(Path(sys.argv[1]), "given"))
build(loaded, close(loaded.asserted(), loaded.rules), [], Path(sys.argv[2]))
"""


def test_the_same_input_gives_the_same_bytes_in_any_process(
    directory: GraphDirectory, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    for part in ("ontology", "data", "shapes"):
        shutil.copytree(directory.root / part, elsewhere / part)
    built = []
    for seed, root in (("1", directory.root), ("2", elsewhere)):
        out = tmp_path / f"out{seed}"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", BUILD, root, out], env=environment, check=True)
        built.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert built[0] == built[1]
    assert set(built[0]) == {"companion.json", "graph.nq", "void.ttl", "report.json", "manifest.json"}


def test_the_order_of_lines_in_a_file_does_not_matter(
    write_graph: WriteGraph, prefix_lines: str, directory: GraphDirectory
) -> None:
    loaded = load(directory)
    first = dataset(loaded, close(loaded.asserted()))
    turned = "\n".join(reversed(ACTORS.strip().splitlines()))
    loaded = load(
        write_graph({"ontology/core.ttl": prefix_lines + ONTOLOGY, "data/actors.ttl": prefix_lines + turned})
    )
    assert dataset(loaded, close(loaded.asserted())) == first


def test_dataset_is_what_a_release_holds(directory: GraphDirectory, tmp_path: Path) -> None:
    loaded = load(directory)
    assert dataset(loaded, close(loaded.asserted())) == released(directory, tmp_path / "out").nquads


def test_a_release_replaces_a_release(directory: GraphDirectory, tmp_path: Path) -> None:
    first = released(directory, tmp_path / "out")
    with (directory.data / "actors.ttl").open("a") as file:
        file.write("actor:inn a cg:Actor .\n")
    second = released(directory, tmp_path / "out")
    assert first.digest != second.digest
    assert read_release(tmp_path / "out").digest == second.digest
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "ontology", "out", "shapes"]


def test_an_empty_folder_may_be_used(directory: GraphDirectory, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert released(directory, tmp_path / "out").digest


@pytest.mark.parametrize("name", ["data/out", "ontology", "shapes/deep/er"])
def test_a_folder_that_the_graph_reads_is_refused(
    name: str, directory: GraphDirectory, tmp_path: Path
) -> None:
    with pytest.raises(ReleaseError, match="would read its own release"):
        released(directory, tmp_path / name)


def test_a_folder_that_holds_something_else_is_left_alone(directory: GraphDirectory, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "diary.txt").write_text("mine")
    with pytest.raises(ReleaseError, match="holds something else than a claimgraph release"):
        released(directory, tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["diary.txt"]


def test_a_file_in_the_way_is_left_alone(directory: GraphDirectory, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ReleaseError, match="is a file"):
        released(directory, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(directory: GraphDirectory, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReleaseError, match="cannot be written to"):
        released(directory, tmp_path / "file" / "out")


def test_violations_are_not_released(directory: GraphDirectory, tmp_path: Path) -> None:
    loaded = load(directory)
    closure = close(loaded.asserted())
    with pytest.raises(ReleaseError, match="has 1 violation, so it is not released"):
        build(loaded, closure, [replace(WARNING, severity="violation")], tmp_path / "out")
    clash = replace(closure, inconsistencies=(Inconsistency("cax-dw", "Both.", ()),))
    with pytest.raises(ReleaseError, match="not released"):
        build(loaded, clash, [], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_changed_release_is_not_read(directory: GraphDirectory, tmp_path: Path) -> None:
    released(directory, tmp_path / "out")
    with (tmp_path / "out" / "graph.nq").open("a") as file:
        file.write("<https://example.org/a> <https://example.org/a> <https://example.org/a> .\n")
    with pytest.raises(ReleaseError, match=r"graph\.nq is not what was released"):
        read_release(tmp_path / "out")


def test_an_incomplete_release_is_not_read(directory: GraphDirectory, tmp_path: Path) -> None:
    released(directory, tmp_path / "out")
    (tmp_path / "out" / "void.ttl").unlink()
    with pytest.raises(ReleaseError, match=r"void\.ttl cannot be read"):
        read_release(tmp_path / "out")


@pytest.mark.parametrize("manifest", [None, "{", "[]", '{"format": "other/1"}', '{"format": 1}'])
def test_what_is_no_release_is_not_read(manifest: str | None, tmp_path: Path) -> None:
    if manifest is not None:
        (tmp_path / "manifest.json").write_text(manifest)
    with pytest.raises(ReleaseError, match="is no claimgraph release"):
        read_release(tmp_path)


@pytest.mark.parametrize(
    ("manifest", "problem"),
    [
        ({"format": "claimgraph-release/2"}, "release of the format claimgraph-release/2"),
        ({"format": "claimgraph-release/1"}, "does not name graph.nq"),
        ({"format": "claimgraph-release/1", "files": {"../secret": "0"}}, "names a file outside"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(
    manifest: dict[str, object], problem: str, tmp_path: Path
) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    with pytest.raises(ReleaseError, match=problem):
        read_release(tmp_path)


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", "folder"])
def test_a_release_to_which_something_was_added_is_left_alone(
    name: str, directory: GraphDirectory, tmp_path: Path
) -> None:
    released(directory, tmp_path / "out")
    if name == "folder":
        (tmp_path / "out" / name).mkdir()
    else:
        (tmp_path / "out" / name).write_text("mine")
    before = sorted(path.name for path in (tmp_path / "out").iterdir())
    with pytest.raises(ReleaseError, match=f"which is left alone: {name}"):
        released(directory, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == before


def test_a_folder_in_place_of_a_released_file_is_left_alone(
    directory: GraphDirectory, tmp_path: Path
) -> None:
    released(directory, tmp_path / "out")
    (tmp_path / "out" / "void.ttl").unlink()
    (tmp_path / "out" / "void.ttl").mkdir()
    (tmp_path / "out" / "void.ttl" / "mine").write_text("mine")
    with pytest.raises(ReleaseError, match="left alone"):
        released(directory, tmp_path / "out")
    assert (tmp_path / "out" / "void.ttl" / "mine").read_text() == "mine"
