"""What is remembered of queries costs or gains a place in the line, and nothing else."""

from __future__ import annotations

import pytest

from claimgraph.workers import experience
from claimgraph.workers.experience import Experience, shape


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        ("SELECT  * { ?s ?p 7 } # new", True),
        ('SELECT * { ?s ?q "text" }', False),
        ("SELECT * { ?s ?p 1 } LIMIT 2", False),
    ],
)
def test_queries_alike_but_for_a_number_or_a_comment_have_one_shape(other: str, alike: bool) -> None:
    assert (shape("SELECT * { ?s ?p 1 } #") == shape(other)) == alike


def test_long_is_the_very_text_and_quick_the_shape() -> None:
    known = Experience()
    known.took_long("ASK { FILTER(1) }")
    assert known.is_long("ASK { FILTER(1) }")
    assert not known.is_long("ASK { FILTER(2) }")
    known.was_quick(shape("ASK { FILTER(2) }"))
    assert known.is_quick(shape("ASK { FILTER(3) }"))
    known.took_long("ASK { FILTER(4) }")
    assert not known.is_quick(shape("ASK { FILTER(3) }"))


def test_memory_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(experience, "REMEMBERED", 2)
    known = Experience()
    for number in range(3):
        known.took_long(f"ASK {number}")
    assert [known.is_long(f"ASK {number}") for number in range(3)] == [False, True, True]
