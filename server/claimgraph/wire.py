"""A plain answer as it stands on the wire, for all who write one without an application in between."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

Pair = tuple[bytes, bytes]

POLICY = (
    b"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    b"frame-ancestors 'none'"
)
ANYBODY = (b"access-control-allow-origin", b"*")
ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    ANYBODY,
)

_STATUS_LINE = b"HTTP/1.1 200 OK\r\n"
_LASTING = ((b"cache-control", b"public, no-cache"), (b"vary", b"Accept, Accept-Encoding"))
_PASSING = ((b"cache-control", b"no-store"),)
_GZIP = ((b"content-encoding", b"gzip"),)
_AFTER = (*ALWAYS, (b"content-security-policy", POLICY))


def answer_headers(content_type: str, *, gzip: bool, tag: str, length: int) -> tuple[Pair, ...]:
    """Give the headers of a whole answer to a query, just as the application gives them, in their order.

    ``tag`` is its entity tag; without one it is not to be kept. ``length`` is that of the body in bytes.
    """
    return (
        (b"content-type", content_type.encode()),
        *((*_LASTING, (b"etag", tag.encode())) if tag else _PASSING),
        *(_GZIP if gzip else ()),
        (b"content-length", b"%d" % length),
        *_AFTER,
        *(() if tag else ((b"vary", b"Accept"),)),
    )


def written(first: Iterable[Pair], headers: Iterable[Pair], body: bytes, *, close: bool = False) -> bytes:
    """Write a 200 with its headers, those that any answer of this server bears ``first``."""
    pieces = [_STATUS_LINE]
    for name, value in chain(first, headers):
        pieces += name, b": ", value, b"\r\n"
    if close:
        pieces.append(b"connection: close\r\n")
    pieces += b"\r\n", body
    return b"".join(pieces)
