"""What goes with a dataset comes back from its bytes as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.companion import Companion, Place, Reason, Rule, read_companion, write_companion
from claimgraph.errors import ReleaseError

terms = st.text(max_size=5)
statement = st.tuples(terms, terms, terms)
lines = st.integers(1, 10**6)
rules = st.builds(Rule, st.sampled_from(["rule", "axiom"]), terms, terms, st.none() | terms)
reasons = st.builds(Reason, rules, st.lists(statement | terms, max_size=3), st.lists(terms, max_size=2))
companions = st.builds(
    Companion,
    files=st.dictionaries(terms, terms, max_size=3),
    lines=st.dictionaries(terms, st.dictionaries(terms, lines, max_size=3), max_size=3),
    statements=st.dictionaries(terms, st.dictionaries(statement, lines, max_size=3), max_size=3),
    explanations=st.dictionaries(
        statement, st.tuples(st.lists(reasons, max_size=2), st.integers(0, 9)), max_size=3
    ),
    shapes=st.dictionaries(terms, st.lists(terms, max_size=2), max_size=2),
)


@given(companions)
def test_it_comes_back_as_it_was(companion: Companion) -> None:
    content = write_companion(companion)
    assert read_companion(content) == companion
    assert write_companion(read_companion(content)) == content


@given(companions, st.randoms(use_true_random=False))
def test_its_bytes_do_not_depend_on_the_order_in_which_it_was_gathered(
    companion: Companion, chance: object
) -> None:
    turned = Companion(
        files=dict(reversed(companion.files.items())),
        lines=dict(reversed(companion.lines.items())),
        statements={
            graph: dict(reversed(found.items())) for graph, found in reversed(companion.statements.items())
        },
        explanations=dict(reversed(companion.explanations.items())),
        shapes=dict(reversed(companion.shapes.items())),
    )
    assert write_companion(turned) == write_companion(companion)


def test_no_bytes_are_an_empty_one_with_the_texts() -> None:
    assert read_companion(b"") == Companion()
    assert read_companion(b"", {"ab": "words"}) == Companion(texts={"ab": "words"})


def test_the_texts_are_never_written() -> None:
    assert b"secret words" not in write_companion(Companion(texts={"ab": "secret words"}))


@pytest.mark.parametrize("content", [b"oops", b"[]", b'{"version": 2}', b'{"version": 1}', b"\xff"])
def test_what_is_none_is_refused_with_a_remedy(content: bytes) -> None:
    with pytest.raises(ReleaseError, match="Build it again"):
        read_companion(content)


def test_a_statement_stands_at_its_line_or_at_that_of_its_subject() -> None:
    known = Companion(
        files={"g": "g.ttl"}, lines={"g": {"s": 3}}, statements={"g": {("<s>", "<p>", "<o>"): 5}}
    )
    assert known.place("g", ("<s>", "<p>", "<o>")) == Place("g", "g.ttl", 5)
    assert known.place("g", ("<s>", "<p>", '"other"')) == Place("g", "g.ttl", 3)
    assert known.place("g", ("<t>", "<p>", "<o>")) == Place("g", "g.ttl", None)
    assert known.place("h", ("<s>", "<p>", "<o>")) is None
