"""Sentences and parts: whatever the text, they tile it as the shapes and claimgraph verify want it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib import URIRef

from claimgraph.drafting.parts import pieces
from claimgraph.drafting.segments import lines, sentences
from claimgraph.layout import Layout
from claimgraph.load import Loaded, load
from claimgraph.namespaces import CG
from claimgraph.paths import GraphDirectory
from claimgraph.stretches import Stretch

WORDS = st.sampled_from(
    [
        *(
            "The",
            "mill",
            "“No”",
            "‘so’",
            "Dr.",
            "3.5",
            "Oct. 4, 2020.",
            "(AP Photo)",
            "VELL (Wire) —",
            "* * *",
        ),
        *(
            "He",
            "said.",
            '"Stop.',
            'Go."',
            "…",
            "...",
            "😀",
            "𝔘nion.",
            "é.",
            "\ufeff",
            "\0",
            "?!",
            "date 2020-10-04",
        ),
        *("contributed to this report.", "By Ada Quill", "(", ")", "/", "\u00ad", "a" * 130),
    ]
)
BLANKS = st.sampled_from(
    [" ", "  ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\r", "\t", "\u00a0", "\u2028", "\x85", " " * 9]
)
TEXTS = st.one_of(
    st.lists(st.one_of(WORDS, BLANKS), max_size=40).map("".join),
    st.text(max_size=60),
)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS)
@example(text="\ufeffHe said.\r\n\r\nShe did.  \n\n\n\n\n\n\n\nThey.\0      ")
@example(text="      \n\n\n\n\nLate start.")
def test_sentences_tile_any_text(text: str) -> None:
    position = 0
    found = pieces(text)
    for piece in found:
        start, end = piece.stretch
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert start - position <= 4
        assert text[start:end].strip()
        position = end
    assert not text[position:].strip()
    assert not found or len(text) - position <= 4


@settings(max_examples=200, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_line_is_cut_without_loss(text: str) -> None:
    for line in lines(text):
        cut = sentences(text, line)
        assert cut[0].start == line.start
        assert cut[-1].end == line.end


def cut(text: str) -> list[str]:
    return [text[slice(*piece.stretch)] for piece in pieces(text)]


def parts(text: str) -> list[tuple[str, str]]:
    return [(piece.part, text[slice(*piece.stretch)]) for piece in pieces(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The mill burned.", "Nobody was hurt."],
        ["“We saw it,” he said.", "“It was late.”", "She left."],
        ['"Stay inside.', 'Wait for us," she wrote.'],
        ["Dr. Oss came on Sept. 3 from St. Orn.", "He left at 4 p.m. on Monday."],
        ["It cost 3.5 million.", "(The council paid.)", "It was rebuilt."],
        ["It grew… and fell.", "Then?", "Nothing!"],
    ],
    ids=str,
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert cut(" ".join(expected)) == expected


def test_lines_broken_at_a_margin_are_one_paragraph() -> None:
    text = (
        "The council met in\nthe old hall and spoke\nof the bridge. It will\nbe closed.\n\n"
        "Nobody objected\nto that plan.\n"
    )
    assert cut(text) == [
        "The council met in\nthe old hall and spoke\nof the bridge.",
        "It will\nbe closed.",
        "Nobody objected\nto that plan.",
    ]


def test_the_layout_tells_the_parts() -> None:
    text = (
        "Published: March 3, 2021\nTwo towns quarrel over a bridge\n\n"
        "The bridge on Monday, March 1, 2021. Workers had left. (Ada Quill/Orn Picture House)\n\n"
        "PORT EMBER, Orn (Orn Wire) — The bridge was closed on Tuesday. It is old.\n\n"
        "What happened before\n\n"
        "By noon, both towns had spoken.\n\n___\n\nBen Marsh in Tarn contributed to this report.\n"
    )
    assert parts(text) == [
        ("DateStamp", "Published: March 3, 2021"),
        ("Headline", "Two towns quarrel over a bridge"),
        ("Caption", "The bridge on Monday, March 1, 2021."),
        ("Caption", "Workers had left."),
        ("Credit", "(Ada Quill/Orn Picture House)"),
        ("Dateline", "PORT EMBER, Orn (Orn Wire) —"),
        ("Body", "The bridge was closed on Tuesday."),
        ("Body", "It is old."),
        ("Headline", "What happened before"),
        ("Body", "By noon, both towns had spoken."),
        ("Separator", "___"),
        ("Contributor", "Ben Marsh in Tarn contributed to this report."),
    ]


def test_a_by_line_names_who_wrote() -> None:
    assert parts("A bridge is closed\nBy Ada Quill\n\nIt was closed.")[1] == ("Contributor", "By Ada Quill")


def agreement(
    loaded: Loaded, key: str, text: str
) -> tuple[set[tuple[Stretch, str]], set[tuple[Stretch, str]]]:
    """The sentences that people described, and those that are found, each with its part."""
    layout = Layout(loaded)
    article = URIRef(f"https://w3id.org/claimgraph/article/{key}")
    people = {
        (stretch, re.sub(r".*/(\w+)Part$", r"\1", str(layout.data.value(node, CG.part))))
        for node in layout.articles[article]
        if node in layout.sentences and (stretch := layout.stretch(node))
    }
    return people, {(piece.stretch, piece.part) for piece in pieces(text)}


def test_the_invented_article_is_cut_as_people_cut_it(invented: Loaded) -> None:
    text = (Path(__file__).parents[1] / "small" / "sources" / "article-t.txt").read_bytes().decode()
    people, found = agreement(invented, "t", text)
    assert found == people


@pytest.mark.sources
@pytest.mark.parametrize("key", ["a", "b"])
def test_the_articles_are_cut_as_people_cut_them(key: str, sources: Path) -> None:
    loaded = load(GraphDirectory(Path(__file__).parents[2], "given"))
    people, found = agreement(loaded, key, (sources / f"article-{key}.txt").read_bytes().decode())
    assert found == people
