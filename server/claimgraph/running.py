"""Running the application on a socket until someone stops it."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

GRACE = 4
HEAD_BYTES = 256 * 1024
LONGEST_URL = 65_535

_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class _Protocol(HttpToolsProtocol):
    """uvicorn's protocol with a bound on the head of a request, which the parser itself does not have.

    A URL that is longer than the parser takes is cut to a length that it takes and the endpoint refuses.
    """

    head_bytes = 0
    in_head = True

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.in_head:
            self.head_bytes += len(data)
            if self.head_bytes > HEAD_BYTES and not self.transport.is_closing():
                self.transport.write(_TOO_LARGE)
                self.transport.close()

    def on_message_begin(self) -> None:
        self.in_head, self.head_bytes = True, 0
        super().on_message_begin()

    def on_headers_complete(self) -> None:
        self.in_head = False
        if len(self.url) > LONGEST_URL:
            path, _, query = self.url.partition(b"?")
            self.url = path[: LONGEST_URL // 2] + b"?" + query
            self.url = self.url[:LONGEST_URL]
        super().on_headers_complete()


class _Server(uvicorn.Server):
    def __init__(
        self, config: uvicorn.Config, ready: Callable[[], None], drain: Callable[[], Awaitable[None]]
    ) -> None:
        super().__init__(config)
        self._ready = ready
        self._drain = drain

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let no new connection in, and requests end; :func:`run` says how."""
        draining = asyncio.ensure_future(self._drain())
        await super().shutdown(sockets)
        await draining


def run(
    app: FastAPI,
    taken: socket.socket,
    ready: Callable[[], None],
    drain: Callable[[], Awaitable[None]],
    *,
    root_path: str = "",
    proxies: Sequence[str] = (),
) -> None:
    """Serve until SIGINT or SIGTERM; ``ready`` is called once requests are answered.

    To stop, ``drain`` is awaited, which ends the work that is left; after four seconds all connections are
    closed, whatever they wait for.

    ``root_path`` is what a proxy in front takes off the path. X-Forwarded-Proto and X-Forwarded-For are
    believed from the addresses and networks in ``proxies`` and from nobody else.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        root_path=root_path,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=[*proxies],
        timeout_graceful_shutdown=GRACE,
        lifespan="on",
        http=_Protocol,
        log_config=None,
    )
    # uvicorn stops cleanly and then raises the signal again: both end in the same way.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _Server(config, ready, drain).run(sockets=[taken])
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, before)
        taken.close()
