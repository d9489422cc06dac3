"""Running the application on a socket until someone stops it."""

from __future__ import annotations

import asyncio
import errno
import re
import signal
import socket
from collections.abc import Awaitable, Callable, Sequence
from ipaddress import ip_network

import uvicorn
from fastapi import FastAPI

from claimgraph.errors import ServeError, UsageError

_ROOT_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


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


def bind(host: str, port: int) -> socket.socket:
    """Take an address, before any long work; ServeError, with what to do, if it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        taken = socket.socket(family, kind, protocol)
        try:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            taken.bind(address)
            # Only listening takes the port: with SO_REUSEADDR two sockets may be bound to one.
            taken.listen()
        except BaseException:
            taken.close()
            raise
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ServeError(
                f"Something else listens on {host}, port {port} already. "
                "Stop it, or choose another port: --port 0 takes a free one."
            ) from None
        raise ServeError(
            f"The address {host}, port {port} cannot be used: {error.strerror or error}. Choose another."
        ) from None
    return taken


def url(taken: socket.socket) -> str:
    """Give the URL under which a browser on this machine reaches the socket."""
    host, port = taken.getsockname()[:2]
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{shown}:{port}/"


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


def check_front(root_path: str, proxies: Sequence[str]) -> None:
    """Raise UsageError, before any long work, for a path or an address that :func:`run` cannot use."""
    if not _ROOT_PATH.fullmatch(root_path):
        raise UsageError(
            f"--root-path {root_path} is no path. Write it as /kg, with a slash before it and none after it."
        )
    for address in proxies:
        try:
            ip_network(address)
        except ValueError:
            raise UsageError(
                f"--trust-proxy {address} is no address. Name an IP address or a network, such as 10.0.0.0/8."
            ) from None
