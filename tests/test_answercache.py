"""Kept answers: found while they are good, and never an error."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.linking.answercache import AnswerCache
from wikibase import Time

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@pytest.fixture
def passing():
    return Time()


@given(request=st.text(), answer=JSON.filter(lambda value: value is not None))
def test_what_is_kept_is_found_again(tmp_path_factory, request, answer):
    cache = AnswerCache(tmp_path_factory.mktemp("kept"), 60, Time().now)
    try:
        request.encode()
    except UnicodeEncodeError:
        return
    cache.keep(request, answer)
    assert cache.find(request) == answer
    assert cache.find(request + "x") is None


def test_what_is_old_is_not_found_and_is_pruned(tmp_path, passing):
    cache = AnswerCache(tmp_path, 60, passing.now)
    cache.keep("a", 1)
    passing.sleep(61)
    assert cache.find("a") is None
    (path,) = tmp_path.iterdir()
    assert json.loads(path.read_text())["answer"] == 1
    AnswerCache(tmp_path, 600, passing.now).prune()
    assert path.exists()
    cache.prune()
    assert list(tmp_path.iterdir()) == []


def test_what_is_from_the_future_is_not_found(tmp_path, passing):
    AnswerCache(tmp_path, 60, lambda: passing.now() + 1_000).keep("a", 1)
    assert AnswerCache(tmp_path, 60, passing.now).find("a") is None


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff", b'{"request": "a", "time": "x", "answer": 1}']
)
def test_a_broken_file_is_no_answer(tmp_path, passing, content):
    cache = AnswerCache(tmp_path, 60, passing.now)
    cache.keep("a", 1)
    (path,) = tmp_path.iterdir()
    path.write_bytes(content)
    assert cache.find("a") is None
    cache.keep("a", 2)
    assert cache.find("a") == 2


def test_a_folder_that_takes_nothing_is_no_error(tmp_path, passing):
    (tmp_path / "file").write_text("")
    cache = AnswerCache(tmp_path / "file", 60, passing.now)
    cache.keep("a", 1)
    cache.prune()
    assert cache.find("a") is None


def test_fresh_asks_anew_but_keeps(tmp_path, passing):
    AnswerCache(tmp_path, 60, passing.now, fresh=True).keep("a", 1)
    assert AnswerCache(tmp_path, 60, passing.now, fresh=True).find("a") is None
    assert AnswerCache(tmp_path, 60, passing.now).find("a") == 1
