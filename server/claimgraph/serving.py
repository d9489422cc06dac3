"""Where the application listens: the address, and what stands before it."""

from __future__ import annotations

import errno
import re
import socket
from collections.abc import Sequence
from ipaddress import ip_network

from claimgraph.errors import ServeError, UsageError

_ROOT_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


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
