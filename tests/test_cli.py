"""The commands, from their arguments to their exit code."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from claimgraph import __version__, commands
from claimgraph.cli import main
from claimgraph.findings import Finding
from claimgraph.load import Loaded
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import Checked

GraphWriter = Callable[..., GraphDirectory]
ACTORS = "PREFIX cg: <https://w3id.org/claimgraph/ontology/>\nSELECT ?a { ?a a cg:Actor } ORDER BY ?a\n"


class Run:
    """What one run of the command left behind."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *arguments: object) -> None:
        with pytest.raises(SystemExit) as caught:
            main([str(argument) for argument in arguments])
        self.code = caught.value.code
        self.out, self.err = capsys.readouterr()
        assert "Traceback" not in self.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    return lambda *arguments: Run(capsys, *arguments)


def test_the_version_is_said(run: Callable[..., Run]) -> None:
    assert (run("--version").out, run("--version").code) == (f"claimgraph {__version__}\n", 0)


@pytest.mark.parametrize(
    "command", ["check", "build", "query", "serve", "explain", "verify", "draft", "passage", "mint"]
)
def test_every_command_has_its_help_and_says_which_graph(command: str, run: Callable[..., Run]) -> None:
    helped = run(command, "--help")
    assert helped.code == 0
    assert "--graph" in helped.out


def test_a_sound_graph_is_valid(run: Callable[..., Run], write_graph: GraphWriter) -> None:
    root = write_graph().root
    checked = run("check", "--graph", root)
    assert checked.code == 0
    assert f"graph: {root} (given with --graph)" in checked.err
    assert "triples asserted" in checked.err


def test_warnings_fail_only_when_strict(run: Callable[..., Run], write_graph: GraphWriter) -> None:
    root = write_graph().root
    assert "warning" in run("check", "--graph", root).out
    assert run("check", "--strict", "--graph", root).code == 1


def test_the_nearest_graph_is_read(
    run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_graph().root
    monkeypatch.chdir(root / "data")
    assert f"graph: {root} (enclosing folder)" in run("check").err


@pytest.fixture
def broken(write_graph: GraphWriter, prefix_lines: str) -> Path:
    """A graph with one mistake in each of two files."""
    return write_graph(
        {
            "data/actors.ttl": prefix_lines + "actor:mill a cg:Actor ; cg:memberOf actor:gild .\n",
            "data/places.ttl": prefix_lines + "place:harbour a cg:Place ; cg:within place:habour .\n",
        }
    ).root


@pytest.mark.parametrize("output", ["text", "json", "github", "turtle"])
def test_violations_in_each_format(output: str, run: Callable[..., Run], broken: Path) -> None:
    checked = run("check", "--format", output, "--graph", broken)
    assert checked.code == 1
    if output == "text":
        assert "data/actors.ttl:21" in checked.out
    elif output == "json":
        document = json.loads(checked.out)
        assert document["valid"] is False
        assert {each["file"] for each in document["findings"]} >= {"data/actors.ttl", "data/places.ttl"}
    elif output == "github":
        assert "::error file=data/actors.ttl,line=21," in checked.out
    else:
        predicates = {triple.predicate.value for triple in ox.parse(checked.out, format=ox.RdfFormat.TURTLE)}
        assert "http://www.w3.org/ns/shacl#resultMessage" in predicates


@pytest.mark.parametrize("output", ["text", "json", "github", "turtle"])
def test_a_syntax_error_in_each_format(
    output: str, run: Callable[..., Run], write_graph: GraphWriter, prefix_lines: str
) -> None:
    root = write_graph({"data/actors.ttl": prefix_lines + "actor:mill a cg:Actor ;;; x\n"}).root
    checked = run("check", "--format", output, "--graph", root)
    assert checked.code == 1
    assert "data/actors" in checked.out


def test_paths_limit_what_is_shown(
    run: Callable[..., Run], broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(broken)
    only = run("check", "data/actors.ttl")
    assert only.code == 1
    assert "actor:gild" in only.out
    assert "place:habour" not in only.out
    assert "outside of the given paths" in only.err
    assert run("check", "ontology").code == 0
    assert "place:habour" in run("check", ".", "--graph", broken).out
    assert "place:habour" in run("check", "data").out


def test_paths_do_not_hide_that_the_graph_cannot_be_read(
    run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_graph({"data/actors.ttl": "x"}).root)
    checked = run("check", "data/places.ttl")
    assert checked.code == 1
    assert "data/actors.ttl" in checked.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "nowhere.ttl"], "no such file"),
        (["check", "/"], "not part of the graph"),
        (["check", "data/notes.md"], "nothing to check"),
        (["check", "data/.hidden"], "nothing to check"),
        (["check", "data/actors.ttl", "data/notes.md"], "data/notes.md: nothing there"),
        (["check", "--graph", "nowhere"], "no such folder"),
        (["check", "--format", "xml"], "--format"),
        (["check", "--engine", "magic"], "--engine"),
        (["query", "nowhere.rq"], "no such file"),
        (["explain", "actor:mill", "a", "Mill"], "cannot be the object"),
        (["verify", "--sources", "nowhere"], "nowhere"),
        (["verify"], "--sources DIR, or ask for --coverage"),
        (["serve", "--port", "99999"], "--port"),
        (["build"], "--out"),
        (["nonsense"], "nonsense"),
    ],
)
def test_what_cannot_be_done_is_said_plainly(
    arguments: list[str],
    words: str,
    run: Callable[..., Run],
    write_graph: GraphWriter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(write_graph({"data/notes.md": "x", "data/.hidden/x.ttl": "x"}).root)
    done = run(*arguments)
    assert done.code == 2
    assert words in done.err


def test_every_kind_of_input_may_be_named(
    run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = {"data/queries/q.rq": "#+ summary: x\nASK { }\n", "tests/queries/q.csv": "ask\nfalse\n"}
    monkeypatch.chdir(write_graph({**question, "data/more.nt": ""}).root)
    assert run("check", "tests").code == 1
    assert run("check", "tests/queries/q.csv").code == 1
    assert run("check", "data/queries").code == 0
    assert "not read" in run("check", "data/more.nt").out
    assert run("check", "shapes/actor.ttl").code == 0


def test_a_finding_without_file_is_shown_for_every_path(
    run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = Finding("violation", None, None, "It is odd.", "Mend it.")
    monkeypatch.chdir(write_graph().root)
    sound = commands.check_graph

    def odd(*arguments: Any, **options: Any) -> Checked:
        return replace(sound(*arguments, **options), findings=(nowhere,))

    monkeypatch.setattr(commands, "check_graph", odd)
    checked = run("check", "data/actors.ttl")
    assert checked.code == 1
    assert "It is odd." in checked.out


def test_an_empty_graph_is_not_valid(run: Callable[..., Run], tmp_path: Path) -> None:
    for part in ("ontology", "data", "shapes"):
        (tmp_path / part).mkdir()
    assert run("check", "--graph", tmp_path).code == 2


@pytest.mark.parametrize(
    "command", [["query", "q.rq"], ["explain", "actor:mill", "a", "cg:Actor"], ["verify", "--sources", "."]]
)
def test_files_that_cannot_be_read_stop_every_command(
    command: list[str], run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_graph({"data/actors.ttl": "x", "q.rq": ACTORS}).root
    monkeypatch.chdir(root)
    done = run(*command)
    assert done.code == 2
    assert "data/actors.ttl:1" in done.err


@pytest.mark.parametrize(
    ("query", "output", "expected"),
    [
        (ACTORS, None, "a\n-----------\nactor:guild\nactor:mill\n(2 rows)\n"),
        (
            ACTORS,
            "csv",
            "a\r\nhttps://w3id.org/claimgraph/actor/guild\r\nhttps://w3id.org/claimgraph/actor/mill\r\n",
        ),
        (
            ACTORS,
            "tsv",
            "?a\n<https://w3id.org/claimgraph/actor/guild>\n<https://w3id.org/claimgraph/actor/mill>\n",
        ),
        ("ASK { ?s ?p 120 }", None, "yes\n"),
        ("ASK { ?s ?p 121 }", "json", '{"head":{},"boolean":false}\n'),
        (
            "CONSTRUCT WHERE { ?s <https://w3id.org/claimgraph/ontology/population> ?n }",
            None,
            "@prefix cg: <https://w3id.org/claimgraph/ontology/> .\n"
            "@prefix place: <https://w3id.org/claimgraph/place/> .\nplace:harbour cg:population 120 .\n",
        ),
    ],
)
def test_queries(
    query: str,
    output: str | None,
    expected: str,
    run: Callable[..., Run],
    write_graph: GraphWriter,
    tmp_path: Path,
) -> None:
    root = write_graph({"q.rq": query}).root
    done = run("query", root / "q.rq", *(["--format", output] if output else []), "--graph", root)
    assert done.code == 0
    assert done.out.replace('"120"^^<http://www.w3.org/2001/XMLSchema#integer>', "120") == expected


def test_a_query_from_standard_input(
    run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ASK { }")))
    assert run("query", "-", "--graph", write_graph().root).out == "yes\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"ASK { '\xff' }")))
    assert run("query", "-", "--graph", write_graph().root).code == 2


@pytest.mark.parametrize(
    ("query", "output", "words"),
    [
        ("SELECT * {\n ?s ?p }", None, "q.rq:2:8"),
        ("SELECT * { ?s cg:name ?o }", None, "q.rq:1:15"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", None, "no graph"),
        ("CLEAR ALL", None, "belongs to an update"),
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", None, "SERVICE"),
        ("ASK { }", "turtle", "An ASK query has no answer as turtle. Choose one of: json"),
        ("DESCRIBE <http://e/>", "csv", "Choose one of: turtle"),
    ],
)
def test_queries_that_get_no_answer(
    query: str,
    output: str | None,
    words: str,
    run: Callable[..., Run],
    write_graph: GraphWriter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(write_graph({"q.rq": query}).root)
    done = run("query", "q.rq", *(["--format", output] if output else []))
    assert done.code == 2
    assert done.out == ""
    assert words in done.err
    assert "this endpoint" not in done.err


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("cg:Actr", "q.rq: line 2: cg:Actr is in no file of the graph. Did you mean cg:Actor?\n"),
        ("<https://w3id.org/claimgraph/zzzzzz/qqqqqqqqqqqqqqqqqqqq>", "is in no file of the graph.\n"),
    ],
)
def test_a_name_that_nothing_has_is_noted_beside_the_answer(
    name: str, hint: str, run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_graph({"q.rq": ACTORS.replace("cg:Actor", f"{name}, {name}")}).root)
    done = run("query", "q.rq")
    assert (done.code, done.out) == (0, "a\n-\n(0 rows)\n")
    assert hint in done.err
    assert done.err.count("is in no file") == 1


def test_names_that_the_graph_has_are_not_noted(
    run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = "https://w3id.org/claimgraph/"
    names = f"cg:Actor a <http://e/x>, <{base}query/q> . GRAPH <{base}graph/void> {{}}"
    query = f"#+ summary: x\nPREFIX cg: <https://w3id.org/claimgraph/ontology/>\nASK {{ {names} }}\n"
    monkeypatch.chdir(write_graph({"data/queries/q.rq": query}).root)
    assert "is in no file" not in run("query", "data/queries/q.rq").err


def test_a_release_is_built_twice_alike(
    run: Callable[..., Run], write_graph: GraphWriter, tmp_path: Path
) -> None:
    root = write_graph().root
    first, second = tmp_path / "one", tmp_path / "two"
    assert run("build", "--graph", root, "--out", first).code == 0
    assert run("build", "--graph", root, "--out", second).code == 0
    for path in first.iterdir():
        assert path.read_bytes() == (second / path.name).read_bytes()


def test_a_graph_with_violations_is_neither_released_nor_served(
    run: Callable[..., Run], broken: Path, tmp_path: Path
) -> None:
    built = run("build", "--graph", broken, "--out", tmp_path / "out")
    served = run("serve", "--graph", broken, "--port", "0")
    for done in (built, served):
        assert done.code == 1
        assert "actor:gild" in done.err
        assert "claimgraph check" in done.err
        assert done.out == ""
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_built_in_is_said_before_any_work(
    run: Callable[..., Run], write_graph: GraphWriter, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "diary.txt").write_text("mine")
    built = run("build", "--graph", write_graph().root, "--out", tmp_path / "out")
    assert built.code == 2
    assert "left alone: diary.txt" in built.err
    assert "reading the files" not in built.err


def test_a_word_that_nothing_has_is_noted_beside_the_explanation(
    run: Callable[..., Run], write_graph: GraphWriter
) -> None:
    root = write_graph().root
    told = run("explain", "actor:mill", "cg:memberOff", "actor:guild", "--graph", root)
    assert told.code == 1
    assert "cg:memberOff is in no file of the graph. Did you mean cg:memberOf?" in told.err
    assert "actor:mill is in no file" not in told.err
    assert "is in no file" not in run("explain", "actor:guild", "a", "cg:Place", "--graph", root).err


def test_a_triple_is_explained(run: Callable[..., Run], write_graph: GraphWriter) -> None:
    root = write_graph().root
    told = run("explain", "place:harbour", "cg:population", "120", "--graph", root)
    assert told.code == 0
    assert "data/places.ttl:" in told.out
    asked = ("explain", "actor:mill", "a", "cg:Actor", "--graph", root)
    assert run(*asked, "--json").out == run(*asked, "--format", "json").out
    assert run(*asked, "--format", "text").out == run(*asked).out
    document = json.loads(run(*asked, "--format", "json").out)
    assert document["asserted"][0]["file"] == "data/actors.ttl"
    assert run("explain", "place:harbour", "a", "cg:Actor", "--graph", root).code == 1


def test_a_graph_is_held_against_its_texts(
    run: Callable[..., Run], write_graph: GraphWriter, tmp_path: Path
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "x.txt").write_text("The ferry was late. Nobody minded.\n")
    root = write_graph().root
    asked = ("verify", "--sources", tmp_path / "texts", "--graph", root)
    nothing = run(*asked)
    assert nothing.code == 2
    assert "no cg:Article" in nothing.err
    assert run(*asked, "--json").out == run(*asked, "--format", "json").out
    assert "findings" in json.loads(run(*asked, "--format", "json").out)


def test_coverage_is_told_with_and_without_the_texts(
    run: Callable[..., Run], invented_graph: GraphDirectory
) -> None:
    texts = Path(__file__).parent / "small" / "sources"
    asked = ("verify", "--coverage", "--graph", invented_graph.root)
    blind, seeing = run(*asked), run(*asked, "--sources", texts)
    assert (blind.code, seeing.code) == (0, 0)
    assert "175-190" in blind.out
    assert "No --sources" in blind.err
    assert "on Tuesday of" in seeing.out
    assert "article:t: 12 sentences: 7 covered, 5 excused, 0 uncovered" in seeing.out
    assert "1 note." in seeing.out
    document = json.loads(run(*asked, "--sources", texts, "--json").out)
    assert document["valid"] is True
    assert document["coverage"][0]["covered"] == 7
    plain = run("verify", "--sources", texts, "--graph", invented_graph.root, "--json")
    assert "coverage" not in json.loads(plain.out)


def test_what_is_not_covered_fails(
    run: Callable[..., Run], invented_changed: Callable[..., Loaded], tmp_path: Path
) -> None:
    loaded = invented_changed(("    cg:coverageExcuse cg:NoWords ;\n", ""))
    texts = Path(__file__).parent / "small" / "sources"
    asked = ("verify", "--sources", texts, "--graph", loaded.directory.root)
    assert run(*asked).code == 0
    failed = run(*asked, "--coverage")
    assert failed.code == 1
    assert "sentence:t-11 has no claim" in failed.out
    assert json.loads(run(*asked, "--coverage", "--json").out)["valid"] is False


def test_what_both_checks_find_is_told_once(
    run: Callable[..., Run], invented_changed: Callable[..., Loaded]
) -> None:
    loaded = invented_changed(("oa:start 48 ;\n", ""))
    texts = Path(__file__).parent / "small" / "sources"
    failed = run("verify", "--coverage", "--sources", texts, "--graph", loaded.directory.root)
    assert failed.code == 1
    assert failed.out.count("sentence:t-2 has no readable span") == 1


def test_coverage_of_nothing_is_no_success(run: Callable[..., Run], write_graph: GraphWriter) -> None:
    nothing = run("verify", "--coverage", "--graph", write_graph().root)
    assert nothing.code == 2
    assert "no cg:Article" in nothing.err


def test_a_fault_of_its_own_is_a_sentence_and_a_trace_only_when_asked(
    run: Callable[..., Run], write_graph: GraphWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> int:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(commands, "check", fail)
    done = run("check")
    assert done.code == 2
    assert "fault of its own: ZeroDivisionError: odd" in done.err
    assert "claimgraph --debug check" in done.err
    with pytest.raises(ZeroDivisionError):
        main(["--debug", "check"])


def test_ctrl_c_ends_without_a_trace(run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "check", interrupt)
    assert run("check").code == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_no_fault_of_its_own(write_graph: GraphWriter) -> None:
    command = [sys.executable, "-m", "claimgraph", "check", "--graph", str(write_graph().root)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    said = "The answer cannot be written: No space left on device. Make room, or send it elsewhere.\n"
    assert done.stderr.endswith(said)
