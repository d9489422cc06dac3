"""What stretches leave over, held against counting code point by code point."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.stretches import Stretch, gaps, left_over, merged, words

STRETCHES = st.builds(
    lambda start, length: Stretch(start, start + length), st.integers(0, 40), st.integers(1, 15)
)


def points(stretches):
    return {point for start, end in stretches for point in range(start, end)}


@given(st.lists(STRETCHES, max_size=6), STRETCHES)
def test_merged_stretches_hold_the_same_points_and_do_not_touch(stretches, around):
    found = merged(stretches, around)
    assert points(found) == points(stretches) & points([around])
    assert all(one.end < other.start for one, other in pairwise(found))


@given(st.lists(STRETCHES, max_size=6), STRETCHES)
def test_gaps_are_what_is_left_and_wide_enough_for_a_word(stretches, around):
    found = gaps(stretches, around)
    left = points([around]) - points(stretches)
    assert points(found) <= left
    for start, end in found:
        assert not {start - 1, end} & left
        assert end - start >= 2
    missed = left - points(found)
    assert not any({point, point + 1, point + 2} <= missed for point in missed)


@given(st.text("ab1 ’'-.,“é\u0301", max_size=40), st.lists(STRETCHES, max_size=4))
def test_a_word_is_left_over_exactly_if_no_character_of_it_is_covered(text, stretches):
    found = words(text, Stretch(0, len(text)))
    assert {i for i, c in enumerate(text) if c.isalnum()} <= points(found)
    runs = list(left_over(found, stretches))
    flat = [word for run in runs for word in run]
    assert flat == [word for word in found if not points([word]) & points(stretches)]
    for run, following in pairwise(runs):
        assert found.index(run[-1]) + 1 < found.index(following[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vell’s mill", ["Vell’s", "mill"]),
        ("‘quoted’ word", ["quoted", "word"]),
        ("the so-called group", ["the", "so", "called", "group"]),
        ("30,000 people. 5.5 km, 2020-10-04", ["30,000", "people", "5.5", "km", "2020", "10", "04"]),
        ("___ (AP) —", ["AP"]),
        ("* * *\n", []),
    ],
)
def test_words(text, expected):
    assert [text[start:end] for start, end in words(text, Stretch(0, len(text)))] == expected


def test_words_outside_of_the_stretch_are_not_found():
    assert words("one two three", Stretch(4, 7)) == [Stretch(4, 7)]


def test_a_comma_between_two_spans_is_no_gap_but_an_article_before_the_first_is():
    assert gaps([Stretch(0, 4), Stretch(6, 9)], Stretch(0, 10)) == []
    assert gaps([Stretch(2, 9)], Stretch(0, 10)) == [Stretch(0, 2)]
