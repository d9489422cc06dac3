"""Two articles side by side: numbers, answers, names, matters, as a reader finds them in the texts."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest

from claimgraph.namespaces import BASE
from claimgraph.site.comparison import Comparison, Naming
from claimgraph.site.site import Site

Words = Callable[..., str]


def named(path: str) -> ox.NamedNode:
    return ox.NamedNode(f"{BASE}{path}")


@pytest.fixture(scope="module")
def comparison(site: Site) -> Comparison:
    return site.contents.compare(named("article/a"), named("article/b"))


def forms(namings: tuple[Naming, ...], path: str) -> tuple[set[str], set[str]]:
    (found,) = (each for each in namings if each.node == named(path))
    return {form.form for form in found.first}, {form.form for form in found.second}


def test_what_the_articles_call_the_towns(comparison: Comparison) -> None:
    assert forms(comparison.names, "place/shusha") == (set(), {"Shusha", "Shushi"})
    assert forms(comparison.names, "place/stepanakert") == ({"Stepanakert"}, {"Khankendi", "Stepanakert"})


def test_each_name_says_whose_it_is(words_of: Words) -> None:
    said = words_of("compare")
    assert "“Shushi” Arayik Harutyunyan, b 6, b 8" in said
    assert "“Khankendi” The body of the report on the advance towards Shusha, b 7" in said


def test_a_place_with_one_name_everywhere_is_left_out(comparison: Comparison) -> None:
    assert named("place/ganja") not in {each.node for each in comparison.names}


def test_numbers_that_differ(comparison: Comparison) -> None:
    pairs = {
        (pair.first.value.rpartition("/")[2], pair.second.value.rpartition("/")[2])
        for pair in comparison.pairs
        if pair.figures
    }
    assert ("war-killed-estimated-30000", "war-killed-30000") in pairs
    assert len(pairs) == 3


def test_later_numbers_are_called_updates(words_of: Words) -> None:
    said = words_of("compare").partition("Different answers to the same question")[0]
    assert "Figure: 24 Authorities of Azerbaijan a 29 for Azerbaijan" in said
    assert "Figure: at least 90 Office of the Prosecutor General of Azerbaijan b 18 for Azerbaijan" in said
    assert "the later number of article b updates the other" in said


def test_other_answers_to_one_question(comparison: Comparison) -> None:
    pairs = {(pair.first, pair.second) for pair in comparison.pairs if not pair.figures}
    assert (
        named("proposition/armenian-forces-held-nagorno-karabakh-1994"),
        named("proposition/armenian-military-took-nagorno-karabakh-1991"),
    ) in pairs


def test_what_both_report_and_what_only_one(comparison: Comparison) -> None:
    assert named("proposition/ganja-second-largest-city") in comparison.shared
    assert named("place/ganja") in {each.node for each in comparison.places}
    assert named("event/ganja-reported-2020-10-04") in comparison.only_first
    assert named("event/shusha-reported-in-b") in comparison.only_second


def test_articles_are_named_in_any_of_their_ways(words_of: Words) -> None:
    usual = words_of("compare")
    for a, b in (
        ("article:a", "article:b"),
        ("/article/a", "article/b"),
        (f"{BASE}article/a", "nonsense <>"),
    ):
        assert words_of("compare", {"a": [a], "b": [b]}) == usual


def test_the_other_way_round(words_of: Words) -> None:
    said = words_of("compare", {"a": ["article:b"], "b": ["article:a"]})
    assert said.startswith("Articles b and a side by side")
    assert "the later number of article b updates the other" in said
