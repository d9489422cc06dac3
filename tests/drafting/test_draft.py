"""claimgraph draft: a file that agrees with its text, suggests much and never passes unread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib import Namespace

from claimgraph.drafting.draft import Given, draft
from claimgraph.drafting.draftfile import as_turtle
from claimgraph.drafting.known import KnownNames
from claimgraph.drafts import MARK
from claimgraph.load import Loaded, empty_graph, load
from claimgraph.namespaces import GRAPH
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import check
from claimgraph.settings import GUIDELINE
from claimgraph.turtle import read_turtle
from claimgraph.verify import verify
from drafting.conftest import ROOT, TEXT, files

Runner = Callable[..., Any]
EX = Namespace("https://w3id.org/claimgraph/encoder/")


def graph(root: Path) -> GraphDirectory:
    return GraphDirectory(root, "given")


def test_a_draft_agrees_with_its_text_and_is_formatted(newsroom: Path, run: Runner) -> None:
    made = run(
        *("draft", TEXT, "--key", "t", "--date", "2021-03-03", "--outlet", "Orn Wire"),
        *("--url", "https://example.org/mill", "--graph", newsroom),
    )
    assert (made.code, made.out) == (0, "data/articles/article-t.ttl\n")
    verified = verify(load(graph(newsroom)), TEXT.parent)
    assert (verified.articles, verified.sentences, verified.findings) == (1, 12, [])
    formatted = subprocess.run(
        [Path(sys.executable).parent / "turtlefmt", "--check", newsroom / "data"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert formatted.returncode == 0, formatted.stdout


def test_a_draft_does_not_pass_and_only_for_being_one(newsroom: Path, run: Runner) -> None:
    run("draft", TEXT, "--graph", newsroom)
    violations = [f for f in check(graph(newsroom)).findings if f.severity == "violation"]
    (finding,) = violations
    text = (newsroom / "data" / "articles" / "article-t.ttl").read_text("utf-8")
    assert finding.file == "data/articles/article-t.ttl"
    assert finding.line == text[: text.index(MARK)].count("\n") + 1
    assert f"{text.count(MARK)} lines" in finding.sentence
    assert "take the line away" in finding.remedy
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith(MARK)]
    (newsroom / "data" / "articles" / "article-t.ttl").write_text("".join(kept), "utf-8")
    assert not check(graph(newsroom)).violations


def test_suggestions_are_in_no_release_and_no_answer(newsroom: Path, run: Runner, tmp_path: Path) -> None:
    run("draft", TEXT, "--graph", newsroom)
    assert run("build", "--out", tmp_path / "release", "--graph", newsroom).code == 1
    assert not (tmp_path / "release").exists()
    loaded = load(graph(newsroom))
    stated = loaded.graphs[next(name for name in loaded.graphs if name.endswith("articles/article-t"))]
    assert {str(predicate).rpartition("/")[2] for predicate in stated.predicates()} & {
        *("speechAct", "names", "value", "qualifier", "claimant", "affirms")
    } == set()


def test_tools_are_told_everything(newsroom: Path, run: Runner) -> None:
    made = json.loads(run("draft", TEXT, "--json", "--graph", newsroom).out)
    text = TEXT.read_bytes().decode()
    assert made["textLength"] == len(text)
    assert made["file"] == "data/articles/article-t.ttl"
    for sentence in made["sentences"]:
        for each in sentence["suggestions"]:
            assert sentence["start"] <= each["start"] < each["end"] <= sentence["end"]
            assert each["form"] == text[each["start"] : each["end"]]
    found = {
        (each["form"], *each["terms"], *(f"{k}={v}" for k, v in each["values"].items()))
        for sentence in made["sentences"]
        for each in sentence["suggestions"]
    }
    assert found >= {
        ("VELL", "actor:vell", "place:vell"),
        ("Mira Oss", "actor:mira-oss"),
        ("Oss", "actor:mira-oss"),
        ("Port Ember", "place:port-ember"),
        ("at least 12", "cg:AtLeast", "cg:value=12", "cg:lower=12"),
        ("More than 90", "cg:MoreThan", "cg:value=90", "cg:lower=91"),
        ("up to 50", "cg:UpTo", "cg:value=50", "cg:upper=50"),
        ("denied", "cg:denies"),
        ("March 2",),
    }


def test_every_spelling_that_the_graph_knows_is_found(newsroom: Path, run: Runner, tmp_path: Path) -> None:
    text = tmp_path / "spelled.txt"
    text.write_text("The Wire wrote of Velle and of Vella. They velle nothing.\n", "utf-8")
    made = json.loads(run("draft", text, "--json", "--graph", newsroom).out)
    names = [(s["form"], s["terms"]) for s in made["sentences"][0]["suggestions"] if s["kind"] == "name"]
    assert names == [
        ("The Wire", ["actor:orn-wire"]),
        ("Velle", ["place:vell"]),
        ("Vella", ["place:vell"]),
    ]


def test_what_the_text_does_not_state_is_not_stated(newsroom: Path, run: Runner, tmp_path: Path) -> None:
    text = tmp_path / "plain.txt"
    text.write_text("Nothing is known of it.\n", "utf-8")
    run("draft", text, "--outlet", "actor:orn-wire", "--date", "2021-03-03", "--graph", newsroom)
    made = (newsroom / "data" / "articles" / "plain.ttl").read_text("utf-8")
    assert "cg:agency" not in made
    assert "Said to be of actor:orn-wire; the text does not name it." in made
    assert "cg:basis cg:Inferred" in made
    assert "cg:Stated" not in made


@settings(max_examples=25, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            [
                "“No,” he said.",
                "😀 𝔘nion",
                "\r\n",
                "\n\n\n\n\n\n\n",
                " ",
                "\ufeff",
                "é.",
                "* * *",
                "(A/B)",
                "\u2028",
                "\\u0041",
            ]
        ),
        min_size=1,
        max_size=12,
    ).map("".join),
    # No system passes a NUL to a program.
    label=st.text(st.characters(exclude_characters="\0"), max_size=12),
)
@example(text="\ufeffOne.\r\n\r\n\r\n\r\nTwo “😀”.\t \t \t ", label='"\\ \n # draft:')
def test_any_text_gives_a_file_that_agrees_with_it(
    text: str, label: str, invented: Loaded, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if not any(character.isalnum() for character in text):
        return
    folder = tmp_path_factory.mktemp("texts")
    (folder / "any.txt").write_bytes(text.encode())
    told = Given("k", f"A {label}", "en", EX.encoder, date(2021, 3, 4))
    (folder / "any.ttl").write_text(
        as_turtle(draft(text, told, KnownNames(invented)), invented.prefixes), "utf-8"
    )
    document = read_turtle(folder / "any.ttl", "data/articles/any.ttl")
    name = GRAPH["data/articles/any"]
    stated = empty_graph(name, invented.prefixes)
    for triple, _ in document.triples:
        stated.add(triple)
    drafted = replace(invented, graphs={name: stated}, documents=[document])
    assert verify(drafted, folder).findings == []
    assert document.drafts


def test_the_guideline_is_the_one_that_is_there() -> None:
    assert f"This is guideline {GUIDELINE}." in (ROOT / "data" / "README.md").read_text("utf-8")


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """Texts that are none, each in its way."""
    folder = tmp_path / "inputs"
    folder.mkdir()
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    (folder / "nul.txt").write_bytes(b"He said\0 no.")
    (folder / "latin.txt").write_bytes("Müller said no.".encode("latin-1"))
    (folder / "utf16.txt").write_bytes("He said no.".encode("utf-16"))
    (folder / "blank.txt").write_bytes(b" \n\n")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "signs.txt").write_bytes(b"* * *\n")
    with (folder / "large.txt").open("wb") as large:
        large.truncate(50_000_000)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "folder.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    (folder / "Война.txt").write_text("He said no.", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("binary.txt", "This is no text"),
        ("nul.txt", "byte 0x00"),
        ("latin.txt", "latin.txt:1:2: Byte 0xFC is not UTF-8"),
        ("utf16.txt", "UTF-16"),
        ("blank.txt", "holds no words"),
        ("empty.txt", "holds no words"),
        ("signs.txt", "holds no words"),
        ("large.txt", "50,000,000 bytes"),
        ("loop.txt", "loop.txt: "),
        ("folder.txt", "This is a folder"),
        ("pipe.txt", "no regular file"),
        ("absent.txt", "no such file"),
        ("Война.txt", "--slug"),
    ],
)
def test_what_is_no_text_is_refused_and_nothing_written(
    name: str, said: str, inputs: Path, newsroom: Path, run: Runner
) -> None:
    before = files(newsroom)
    made = run("draft", inputs / name, "--graph", newsroom)
    assert (made.code, made.out) == (2, "")
    assert said in made.err
    assert files(newsroom) == before


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--key", "A b"], "lower-case letters"),
        (["--slug", "../x"], "--slug ../x"),
        (["--date", "2021-02-30"], "Write it as 2021-03-02"),
        (["--url", "javascript:x"], "this is no address"),
        (["--url", "https://example.org/a> <b"], "this is no address"),
        (["--outlet", "The Times"], "Known are: Orn Wire"),
        (["--outlet", "actor:mira-oss"], "nothing of that kind"),
        (["--encoder", "nobody"], "claimgraph mint encoder"),
        (["--language", "English"], "no language code"),
    ],
)
def test_an_option_that_means_nothing_is_refused(
    options: list[str], said: str, newsroom: Path, run: Runner
) -> None:
    before = files(newsroom)
    made = run("draft", TEXT, *options, "--graph", newsroom)
    assert made.code == 2
    assert said in made.err
    assert files(newsroom) == before


def test_what_is_there_is_left_alone(encoded: Path, run: Runner, tmp_path: Path) -> None:
    before = files(encoded)
    assert (
        "article:t describes this text already" in run("draft", TEXT, "--slug", "x", "--graph", encoded).err
    )
    assert "there is such a file already" in run("draft", TEXT, "--graph", encoded).err
    other = tmp_path / "other.txt"
    other.write_text("He said no.", "utf-8")
    assert "another article has this key" in run("draft", other, "--key", "t", "--graph", encoded).err
    assert files(encoded) == before


def test_a_folder_that_takes_no_file_keeps_what_it_has(
    newsroom: Path, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = files(newsroom)
    monkeypatch.setattr(os, "fsync", refuse)
    made = run("draft", TEXT, "--graph", newsroom)
    assert made.code == 2
    assert "No space left on device" in made.err
    assert files(newsroom) == before


def test_the_copy_that_came_with_the_program_is_not_written_to(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "claimgraph init DIR" in run("draft", TEXT).err
