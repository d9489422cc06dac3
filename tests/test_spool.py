"""What waits for its client comes out in order, whether memory or a file held it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.workers.spool import Spool


@given(st.lists(st.one_of(st.binary(min_size=1, max_size=30), st.none()), max_size=40))
def test_bytes_come_out_in_the_order_they_went_in(steps: list[bytes | None]) -> None:
    spool, put, taken = Spool(in_memory=40), b"", b""
    for step in steps:
        if step is None:
            taken += spool.take()
        else:
            spool.put(step)
            put += step
        assert len(spool) == len(put) - len(taken)
    while piece := spool.take():
        taken += piece
    assert taken == put
    spool.close()


def test_what_memory_does_not_hold_lies_in_a_file_without_a_name() -> None:
    spool = Spool(in_memory=4)
    spool.put(b"abcd")
    spool.put(b"efgh")
    assert spool.take() == b"abcd"
    assert len(spool) == 4
    spool.close()
    assert (len(spool), spool.take()) == (0, b"")
