"""Form data is read as Python's own parser reads it."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.formdata import read_pairs

PIECES = st.lists(
    st.sampled_from(
        [
            b"a",
            b"&",
            b"=",
            b"+",
            b"%",
            b"%4",
            b"%41",
            b"%3d",
            b"%0A",
            b"%C3%A9",
            b"\r\n",
            b"_",
            b" ",
            b"%%",
            b"\xc3\xa9",
        ]
    ),
    max_size=30,
).map(b"".join)


@given(PIECES)
def test_it_is_read_as_the_standard_library_reads_it(content: bytes) -> None:
    try:
        expected = parse_qsl(content.decode(), keep_blank_values=True, errors="strict")
    except UnicodeDecodeError:
        with pytest.raises(UnicodeDecodeError):
            read_pairs(content, 1_000)
    else:
        assert read_pairs(content, 1_000) == expected


@pytest.mark.parametrize("content", [b"\xff", b"a=%FF", b"%C3=1", b"a=%ED%A0%80"])
def test_what_is_not_utf8_is_refused(content: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        read_pairs(content, 1_000)


def test_too_many_fields_are_refused() -> None:
    assert len(read_pairs(b"a=1&" * 9 + b"a=1", 10)) == 10
    with pytest.raises(ValueError, match="10 fields"):
        read_pairs(b"a=1&" * 10 + b"a=1", 10)
