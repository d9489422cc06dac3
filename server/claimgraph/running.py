"""Running the application on a socket until someone stops it."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence

import uvicorn
from fastapi import FastAPI

from claimgraph.connections import Connection, connected_to
from claimgraph.express import Express

GRACE = 4


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
    express: Express | None = None,
    root_path: str = "",
    proxies: Sequence[str] = (),
) -> None:
    """Serve until SIGINT or SIGTERM; ``ready`` is called once requests are answered.

    To stop, ``drain`` is awaited, which ends the work that is left; after four seconds all connections are
    closed, whatever they wait for.

    Plain requests go to the ``express``. ``root_path`` is what a proxy in front takes off the path.
    X-Forwarded-Proto and X-Forwarded-For are believed from the addresses and networks in ``proxies`` and
    from nobody else.
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
        # What a proxy says of a request is read by a middleware.
        http=connected_to(express) if express is not None and not proxies else Connection,
        ws="none",
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
