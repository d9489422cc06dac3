"""The first page leads to disputes, silence, articles and all other pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from claimgraph.site.menu import MENU
from claimgraph.site.page import Asked
from claimgraph.site.site import HTML, Site
from claimgraph.store import Store

Words = Callable[..., str]


def test_what_the_graph_holds(words_of: Words) -> None:
    said = words_of("")
    assert "2 articles are taken apart into 249 claims" in said
    assert "17 accusations that no account denies or answers" in said
    assert "a: Associated Press report of 4 October 2020" in said


def test_disputes_with_most_contests_come_first(words_of: Words) -> None:
    said = words_of("").partition("Disputes to begin with")[2].partition("What nobody")[0]
    numbers = [int(number) for number in re.findall(r"(\d+) contests? between", said)]
    assert numbers == sorted(numbers, reverse=True)
    assert "Ganja on 4 October 2020: 18 accounts" in said


def test_each_page_of_the_menu_is_a_way_in(page_of: Words) -> None:
    main = page_of("").partition("<main")[2]
    for path, _ in MENU:
        assert f'href="/{path}"' in main


def test_signs_are_explained(words_of: Words) -> None:
    said = words_of("")
    assert "↷ Denies something else A reply to this that denies something other than was alleged." in said
    assert "⚑ admission" in said


def test_a_graph_without_disputes_has_pages_too(small_store: Store) -> None:
    empty = Site(small_store)
    for path in ("", "disputes", "unanswered", "compare"):
        assert empty.render(Asked(path), HTML).status == 200
