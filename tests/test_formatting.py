"""Turtle in the form that is kept, and nothing but its form changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimgraph.changes.formatting import differs, formatted
from claimgraph.changes.ordering import natural
from claimgraph.lexer import tokens
from claimgraph.paths import GraphDirectory

ROOT = Path(__file__).parents[1]
LISTED = {
    "claim": "https://w3id.org/claimgraph/claim/",
    "cg": "https://w3id.org/claimgraph/ontology/",
    "oa": "http://www.w3.org/ns/oa#",
    "passage": "https://w3id.org/claimgraph/passage/",
    "selector": "https://w3id.org/claimgraph/selector/",
}
HEAD = "".join(f"@prefix {prefix}: <{LISTED[prefix]}> .\n" for prefix in ("cg", "claim")) + "\n"
GraphWriter = Callable[..., GraphDirectory]


def form(text: str) -> str:
    return formatted(text, "data/x.ttl", LISTED)


def test_layout_is_that_of_turtlefmt() -> None:
    assert form(HEAD + "claim:x-1-1   a cg:Claim;cg:a   cg:b , cg:c.") == (
        HEAD + "claim:x-1-1 a cg:Claim ;\n    cg:a cg:b , cg:c .\n"
    )


def test_prefix_lines_are_sorted_completed_and_none_unused() -> None:
    lines = HEAD.splitlines(keepends=True)
    body = "claim:x-1-1 a cg:Claim .\n"
    assert form("".join(lines[1::-1]) + "\n" + body) == HEAD + body
    assert form(lines[1] + "\n" + body) == HEAD + body
    assert form(f"@prefix oa: <{LISTED['oa']}> .\n" + HEAD + body) == HEAD + body


def test_a_prefix_that_the_list_lacks_is_left_to_the_reader() -> None:
    text = HEAD + "claim:x-1-1 a gc:Claim .\n"
    assert form(text) == text


def test_the_list_of_prefixes_keeps_what_it_lists() -> None:
    text = "@prefix cg: <https://w3id.org/claimgraph/ontology/> .\n"
    assert formatted(text, "ontology/prefixes.ttl", LISTED) == text


def test_claims_are_ordered_by_number_and_passages_take_their_selectors_along() -> None:
    body = (
        "claim:x-10-1 a cg:Claim .\n\nclaim:x-2-10 a cg:Claim .\n\nclaim:x-2-9 a cg:Claim . # the ninth\n\n"
        "passage:x-2-a a cg:Passage .\n\nselector:x-2-a oa:end 2 .\n\n"
        "passage:x-1-a a cg:Passage .\n\nselector:x-1-a oa:end 1 .\n"
    )
    written = form(body)
    subjects = [line.split()[0] for line in written.splitlines() if line and line[0] not in "@# "]
    assert subjects == [
        *("claim:x-2-9", "claim:x-2-10", "claim:x-10-1"),
        *("passage:x-1-a", "selector:x-1-a", "passage:x-2-a", "selector:x-2-a"),
    ]
    assert "claim:x-2-9 a cg:Claim . # the ninth\n" in written


def test_a_comment_keeps_its_place_and_ends_what_is_sorted() -> None:
    body = "# All\n\nclaim:x-2-1 a cg:Claim .\n\n# On it\nclaim:x-1-1 a cg:Claim .\n"
    assert form(HEAD + body) == HEAD + body
    body = "# All\n\nclaim:x-2-1 a cg:Claim .\n\nclaim:x-1-1 a cg:Claim .\n"
    assert form(HEAD + body) == HEAD + "# All\n\nclaim:x-1-1 a cg:Claim .\n\nclaim:x-2-1 a cg:Claim .\n"


def test_two_neighbouring_blocks_about_one_subject_become_one() -> None:
    body = "claim:x-1-1 a cg:Claim .\n\nclaim:x-1-1 cg:a cg:b .\n"
    assert form(HEAD + body) == HEAD + "claim:x-1-1 a cg:Claim ;\n    cg:a cg:b .\n"


def test_what_is_no_turtle_stays() -> None:
    for text in ("", "claim:", "claim:a a cg:B", '@prefix : <x> . : : "unclosed .', "\ufeff"):
        assert form(text) == text


@pytest.mark.parametrize(
    "file", sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("data/**/*.ttl"))
)
def test_the_data_are_in_order(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert formatted(text, file, {}) == text


def test_the_line_of_the_first_difference_is_told() -> None:
    assert differs("a\nb\nc", "a\nb\nd") == 3
    assert differs("a", "a\nb") == 1


def test_names_are_ordered_as_people_do() -> None:
    assert sorted(["a-10", "a-9-b", "a-9"], key=natural) == ["a-9", "a-9-b", "a-10"]


NAMES = st.builds(
    "{}:x-{}-{}".format,
    st.sampled_from(["claim", "passage", "selector"]),
    st.integers(0, 12),
    st.integers(0, 12),
)
VALUES = st.one_of(
    NAMES,
    st.sampled_from(["12", "1.5", '"a # b"@en', '"""two\nlines; . ."""', "[ a cg:Node ]", "( 1 2 )", "true"]),
)
STATEMENTS = st.builds(
    "{}{} {} {}{} .{}\n".format,
    st.sampled_from(["", "\n\n", "# one\n", "\n# two\n\n"]),
    NAMES,
    st.sampled_from(["a", "cg:a", "oa:end"]),
    VALUES,
    st.sampled_from(["", " ; cg:b cg:c", " , cg:d # within\n"]),
    st.sampled_from(["", "  # behind"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(STATEMENTS, max_size=8).map("".join))
def test_formatting_changes_neither_triples_nor_comments_and_comes_to_rest(body: str) -> None:
    written = form(body)
    assert form(written) == written
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in LISTED.items())
    assert _triples(head + written) == _triples(head + body)
    assert sorted(_comments(written)) == sorted(_comments(body))


def _triples(text: str) -> ox.Dataset:
    dataset = ox.Dataset(ox.parse(text.encode(), ox.RdfFormat.TURTLE))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def _comments(text: str) -> list[str]:
    words = " ".join(token.text for token in tokens(text) if token.kind == "comment")
    return words.replace("#", " ").split()
