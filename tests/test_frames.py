"""Messages between server and worker, whatever the pieces they arrive in."""

from __future__ import annotations

import socket

from hypothesis import given
from hypothesis import strategies as st

from claimgraph.workers.frames import DATA, END, HEAD, Decoder, frame, receive

MESSAGES = st.lists(st.tuples(st.sampled_from([HEAD, DATA, END]), st.binary(max_size=50)), max_size=8)


@given(messages=MESSAGES, cuts=st.lists(st.integers(1, 20)))
def test_messages_come_out_as_they_went_in(messages: list[tuple[bytes, bytes]], cuts: list[int]) -> None:
    stream = b"".join(frame(kind, content) for kind, content in messages)
    decoder, found = Decoder(), []
    for cut in [*cuts, len(stream)]:
        found += decoder.feed(stream[:cut])
        stream = stream[cut:]
    assert found == messages


def test_a_message_is_received_whole_or_not_at_all() -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(frame(DATA, b"abc") + frame(DATA, b"cut off")[:-1])
        assert receive(ours) == (DATA, b"abc")
        assert receive(ours) is None
