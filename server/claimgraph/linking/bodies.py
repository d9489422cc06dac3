"""The body of an answer, read within bounds of size and time, compressed or not."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import httpx2 as httpx

from claimgraph.errors import RemoteError
from claimgraph.linking.addresses import host
from claimgraph.linking.settings import LinkSettings

_GZIP = zlib.MAX_WBITS | 16


def read_body(response: httpx.Response, settings: LinkSettings, clock: Callable[[], float]) -> bytes:
    """Read the body of a response whose head has come.

    Raises RemoteError if it is larger than it may be, however well it is compressed; httpx.TransportError if
    it breaks off, or comes in drops for too long.
    """
    name, room = host(str(response.request.url)), settings.answer_bytes
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("gzip", "identity", ""):
        raise RemoteError(f"{name} answers in the encoding {encoding[:40]!r}, which was not asked for.")
    unpack = zlib.decompressobj(_GZIP) if encoding == "gzip" else None
    end = clock() + settings.whole_answer
    content = bytearray()
    try:
        for piece in response.iter_raw():
            content += unpack.decompress(piece, room + 1 - len(content)) if unpack else piece
            if len(content) > room:
                raise RemoteError(
                    f"{name} answers with more than {room:,} bytes, which is not read to the end. "
                    "Name fewer entities, or work with --offline FILE."
                )
            if clock() > end:
                raise httpx.ReadTimeout("the answer comes too slowly")
    except zlib.error:
        raise RemoteError(
            f"{name} answers with something that cannot be unpacked. Try again later."
        ) from None
    if unpack and not unpack.eof:
        raise httpx.RemoteProtocolError("the answer breaks off")
    return bytes(content)
