"""claimgraph passage: the right span, under the next free name, or an error that says where else."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.drafting.finding import find, missing
from claimgraph.drafting.naming import free_letters, letters
from claimgraph.drafting.passage import as_turtle, passages
from claimgraph.errors import UsageError
from claimgraph.load import Loaded
from claimgraph.stretches import Stretch

SOURCES = Path(__file__).parents[1] / "small" / "sources"
TEXT = (SOURCES / "article-t.txt").read_bytes().decode()
Runner = Callable[..., Any]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("old mill", "old mill"),
        ('"old mill"', "“old mill”"),
        ("Vell accused … its", "Vell accused Tarn on Tuesday of shelling its"),
        ("Vell accused...its", "Vell accused Tarn on Tuesday of shelling its"),
        ("VELL (Orn Wire) -", "VELL (Orn Wire) —"),
        ("The  mayor\nof Vell", "The mayor of Vell"),
        ("Ada Quill/Orn", "Ada Quill/Orn"),
    ],
)
def test_words_are_found_as_they_are_typed(wanted: str, found: str) -> None:
    (stretch,) = find(TEXT, wanted)
    assert TEXT[slice(*stretch)] == found


def test_the_nearest_end_counts_and_the_last_start_before_it() -> None:
    assert find("one two three two one", "one … two") == [Stretch(0, 7)]
    assert find("one one two", "one … two") == [Stretch(4, 11)]
    assert find("one... two", "one... two") == [Stretch(0, 10)]
    assert find("someone two", "one") == []
    assert missing("one two", "one … three") == ["three"]


@given(st.text(max_size=30), st.data())
def test_any_piece_of_a_text_is_found_again(text: str, data: st.DataObject) -> None:
    words = text.split()
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    wanted = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    assert all(text[span.start : span.end].strip() for span in find(text, wanted))
    assert find(text, wanted)


@given(st.integers(0, 2000))
def test_letters_go_on_after_z(number: int) -> None:
    assert free_letters(map(letters, range(number))) == letters(number)
    assert (letters(25), letters(26), letters(52)) == ("z", "aa", "ba")


def test_a_passage_agrees_with_the_text_and_takes_the_next_letter(
    invented: Loaded, invented_changed: Callable[..., Loaded]
) -> None:
    (made,) = passages(invented, "t", ["accused Tarn … mill"], SOURCES)
    assert (made.name, made.sentence, made.known) == ("passage:t-5-e", "sentence:t-5", False)
    assert TEXT[slice(*made.stretch)] == "accused Tarn on Tuesday of shelling its “old mill"
    changed = invented_changed(more=as_turtle(made))
    (again,) = passages(changed, "article:t", ["accused Tarn … mill"], SOURCES)
    assert again == replace(made, known=True)


def test_several_words_give_several_letters(invented: Loaded) -> None:
    made = passages(invented, "article-t", ["on Tuesday", "shelling", "on Tuesday"], SOURCES)
    assert [each.name[-1] for each in made] == ["e", "f", "e"]
    assert made[2].known


def test_words_over_several_sentences_are_cut_where_those_end(invented: Loaded) -> None:
    made = passages(invented, "t", ["12 people … denied"], SOURCES)
    assert [(each.sentence, TEXT[slice(*each.stretch)]) for each in made] == [
        ("sentence:t-5", "12 people were killed."),
        ("sentence:t-6", "The council of Tarn denied"),
    ]


def test_the_whole_sentence_is_that_sentence(invented: Loaded) -> None:
    (made,) = passages(invented, "t", ["Ben Marsh … report."], SOURCES)
    assert (made.name, made.known) == ("sentence:t-10", True)


@pytest.mark.parametrize(
    ("article", "wanted", "number", "said"),
    [
        ("x", "Vell", None, "no such article. It has: article:t"),
        ("t", "never written … Vell", None, "“never written” is not in the text of article:t"),
        ("t", "Vell", None, "sentence:t-2, "),
        ("t", "of Tarn … Vell accused", None, "in this order"),
        ("t", "Vell", 99, "has no such sentence"),
        ("t", "Ada Quill", 5, "is not in sentence 5"),
        ("t", "  ", None, "is not in"),
    ],
)
def test_words_that_are_no_one_place_are_refused(
    article: str, wanted: str, number: int | None, said: str, invented: Loaded
) -> None:
    with pytest.raises(UsageError) as caught:
        passages(invented, article, [wanted], SOURCES, number)
    assert said in str(caught.value)


def test_an_article_that_was_edited_is_told(invented: Loaded, tmp_path: Path) -> None:
    (tmp_path / "article-t.txt").write_text(TEXT.replace("12", "13"), "utf-8")
    with pytest.raises(UsageError, match="put it back"):
        passages(invented, "t", ["Vell"], tmp_path)


def test_the_sources_are_named_by_option_or_variable(
    encoded: Path, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CLAIMGRAPH_SOURCES", raising=False)
    asked = ("passage", "t", "on Tuesday", "--graph", encoded)
    assert "--sources DIR or CLAIMGRAPH_SOURCES" in run(*asked).err
    monkeypatch.setenv("CLAIMGRAPH_SOURCES", str(SOURCES))
    assert "passage:t-5-e a cg:Passage ;" in run(*asked).out
    (told,) = json.loads(run(*asked, "--sources", SOURCES, "--json").out)
    assert TEXT[told["start"] : told["end"]] == "on Tuesday"
