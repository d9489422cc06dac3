"""Answers are kept within a bound, and told apart by all they depend on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.cache import OVERHEAD, Cache, Cached, etag

PARTS = st.lists(st.one_of(st.text(max_size=4), st.binary(max_size=4)), max_size=4).map(tuple)


def answer(size: int) -> Cached:
    return Cached(b"x" * size, "text/csv", gzip=False, form="select")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 700)), max_size=60))
def test_the_bound_holds_and_what_is_found_is_what_was_put(steps: list[tuple[int, int]]) -> None:
    cache, put = Cache(16 * 600), {}
    for name, size in steps:
        entry = answer(size)
        cache.put((str(name),), entry)
        if size <= cache.largest:
            put[name] = entry
        assert cache.size <= cache.limit
        assert cache.size == sum(
            len(found.body) + OVERHEAD + 1 for each in range(10) if (found := cache.find((str(each),)))
        )
    for name in range(10):
        assert cache.get((str(name),)) in (None, put.get(name))


def test_what_was_not_asked_for_longest_makes_room() -> None:
    cache = Cache(16 * 100)
    for name in "ab":
        cache.put((name,), answer(100))
    assert cache.get(("a",))
    cache.put(("c",), answer(100))
    assert (cache.get(("a",)) is None, cache.get(("b",)) is None, cache.get(("c",)) is None) == (
        False,
        True,
        False,
    )
    assert (cache.hits, cache.misses) == (3, 1)
    cache.clear()
    assert (len(cache), cache.size) == (0, 0)


def test_one_answer_does_not_take_all_room() -> None:
    cache = Cache(16_000)
    cache.put(("a",), answer(1_001))
    assert cache.get(("a",)) is None


@given(PARTS, PARTS)
def test_entity_tags_differ_where_anything_does(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert (etag(one) == etag(other)) == (one == other)
    assert etag(one).startswith('"')
    assert etag(one).endswith('"')
