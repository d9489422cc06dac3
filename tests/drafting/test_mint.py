"""claimgraph mint: the name the rule gives, in the right file and order, and never one that is taken."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimgraph.drafting import blocks
from claimgraph.drafting.kinds import kind_named, kinds, needed
from claimgraph.drafting.naming import slug
from claimgraph.drafting.placing import insert
from claimgraph.errors import UsageError
from claimgraph.load import Loaded
from claimgraph.turtle import read_turtle
from drafting.conftest import files

Runner = Callable[..., Any]


@pytest.mark.parametrize(
    ("arguments", "name", "file"),
    [
        (["person", "Dr. Élise Bøe"], "actor:elise-boe", "actors"),
        (["armed force", "Scouts of Tarn"], "actor:scouts-of-tarn", "actors"),
        (["cg:Office", "Herald of Tarn"], "office:herald-of-tarn", "actors"),
        (["place", "City of New Vell"], "place:new-vell", "places"),
        (
            ["event", "What is reported of Tarn", "--place", "place:tarn", "--reported", "2021-03-02"],
            "event:tarn-reported-2021-03-02",
            "events",
        ),
        (["media item", "A photograph of the mill"], "media:a-photograph-of-the-mill", "events"),
        (["encoder", "The third reader"], "encoder:third-reader", "dataset"),
        (["agency", "Vell did it.", "--article", "t"], "proposition:vell-did-it", "articles/article-t"),
        (["claim", "x", "--article", "t", "--sentence", "7"], "claim:t-7-3", "articles/article-t"),
        (["utterance", "x", "--article", "t", "--sentence", "7"], "utterance:t-7-2", "articles/article-t"),
        (["utterance", "x", "--article", "t", "--sentence", "10"], "utterance:t-10", "articles/article-t"),
        (["name use", "Old Vell", "--article", "t"], "name:t-old-vell", "articles/article-t"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_a_thing_gets_the_name_of_the_rule_in_its_file(
    arguments: list[str], name: str, file: str, encoded: Path, run: Runner
) -> None:
    before = files(encoded)
    made = run("mint", *arguments, "--graph", encoded)
    assert made.code == 0, made.err
    assert made.out.startswith(f"{name} a cg:")
    after = files(encoded)
    assert [each for each in after if after[each] != before.get(each)] == [f"data/{file}.ttl"]
    text = after[f"data/{file}.ttl"].decode()
    line = text[: text.index(f"\n{name} a ")].count("\n") + 2
    assert f"data/{file}.ttl:{line}: {name} was written here" in made.err
    assert made.out in text
    formatted = subprocess.run(
        [Path(sys.executable).parent / "turtlefmt", "--check", encoded / "data"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert formatted.returncode == 0, formatted.stdout
    document = read_turtle(encoded / "data" / f"{file}.ttl", f"data/{file}.ttl")
    assert line in document.subjects.values()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["person", "Mira Oss"], "actor:mira-oss is described already, in data/actors.ttl, line"),
        (["state", "mira oss"], "described already"),
        (["person", "Vell", "--name", "tarn"], "described already"),
        (["place", "Мельница"], "--name"),
        (["place", "!?"], "no letter or digit"),
        (["place", "  "], "at least one word"),
        (["place", "X", "--name", "../x"], "lower-case letters"),
        (["ship", "X"], "Kinds are: agency proposition, armed force"),
        (["event", "X"], "--place place:NAME"),
        (["event", "X", "--place", "place:nowhere", "--reported", "2021-03-02"], "no such place"),
        (["event", "X", "--place", "place:vell", "--reported", "yesterday"], "no date"),
        (["claim", "X"], "Name it with --article"),
        (["claim", "X", "--article", "z"], "no article has this key"),
        (["claim", "X", "--article", "t"], "--sentence NUMBER"),
        (["claim", "X", "--article", "t", "--sentence", "99"], "--sentence NUMBER"),
        (["person", "Y", "--with", "cg:onBehalfOf"], "a property and its values"),
        (["person", "Y", "--with", 'skos:note "never closed'], "not Turtle"),
        (["person", "Y", "--with", "nobody:x actor:vell"], "not Turtle"),
        (["figure", "Y", "--article", "t", "--sentence", "9"], "no label"),
    ],
)
def test_what_cannot_be_named_is_refused_and_nothing_changed(
    arguments: list[str], said: str, encoded: Path, run: Runner
) -> None:
    before = files(encoded)
    made = run("mint", *arguments, "--graph", encoded)
    assert (made.code, made.out) == (2, "")
    assert said in made.err
    assert files(encoded) == before


def test_what_is_near_and_what_is_lacking_is_told(encoded: Path, run: Runner) -> None:
    made = json.loads(
        run("mint", "claim", "X", "--article", "t", "--sentence", "5", "--json", "--graph", encoded).out
    )
    assert made["needed"] == ["cg:reportedIn", "cg:reportingMode", "cg:speechAct"]
    assert "actor:mira-oss “Mira Oss”" in run("mint", "person", "Mira Ossa", "--graph", encoded).err


def test_a_block_stands_behind_what_comes_before_it() -> None:
    text = "@prefix a: <http://a/> .\n\na:b a a:K ;\n    a:p 1 .\n\na:d a a:K ;\n    a:p 2 .\n\na:c a a:L .\n"
    prefixes = {"a": "http://a/", "b": "http://b/"}
    for name, line in (("a:a", 3), ("a:c1", 6), ("a:e", 9)):
        new, at = insert(text, blocks.written(name, "a:K", [("a:p", "3")]), "", prefixes)
        assert at == line
        assert new.split("\n")[at - 1] == f"{name} a a:K ;"
        assert "\n\n\n" not in new
    new, at = insert(text, blocks.written("b:z", "b:K", []), "", prefixes)
    assert new.startswith("@prefix a: <http://a/> .\n@prefix b: <http://b/> .\n")
    assert new.split("\n")[at - 1] == "b:z a b:K ."


def test_kinds_are_what_the_ontology_has(invented: Loaded) -> None:
    known = kinds(invented)
    assert {"person", "place", "event", "claim", "utterance", "name use", "agency proposition"} <= set(known)
    assert not {"voice", "actor", "proposition"} & set(known)
    assert needed(invented, kind_named(invented, "AgencyProposition")) == ["cg:about", "cg:allegedAgent"]


@pytest.mark.parametrize(
    ("label", "made"), [("Łódź", "lodz"), ("Sərçə’s", "sarcas"), ("  A--B  ", "a-b"), ("İzmir 2", "izmir-2")]
)
def test_a_label_becomes_a_name(label: str, made: str) -> None:
    assert slug(label) == made


def test_another_script_is_for_a_person_to_spell() -> None:
    with pytest.raises(UsageError, match="--name"):
        slug("Շուշի")
