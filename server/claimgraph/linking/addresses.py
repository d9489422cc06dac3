"""Addresses of other hosts, checked before anything is sent there, with the parser that sends it."""

from __future__ import annotations

from ipaddress import ip_address

import httpx2 as httpx

from claimgraph.errors import UsageError

_PORTS = {"https": 443, "http": 80}


def checked_address(given: str, option: str) -> str:
    """Give the address that an option names, with https where no scheme is written.

    Raises UsageError for what is no address, carries a password, or is plain http to another machine.
    """
    written = given if "://" in given else f"https://{given}"
    url = _parsed(written)
    if url is None or url.scheme not in _PORTS or not url.host or " " in written:
        raise UsageError(f"{option} {given} is no web address. Write it as https://host/path.")
    if url.userinfo:
        raise UsageError(f"{option} {given} holds a name or password. Leave it out: nothing here logs in.")
    if url.scheme == "http" and not _is_here(url.host):
        raise UsageError(f"{option} {given} is not encrypted. Write https://; http is for this machine only.")
    return written


def redirected(address: str, location: str) -> str | None:
    """Give where a redirect leads; None if that is another host, port or scheme, or no address at all."""
    try:
        target = httpx.URL(address).join(location)
    except (httpx.InvalidURL, ValueError):
        return None
    return str(target) if _origin(target) == _origin(httpx.URL(address)) and not target.userinfo else None


def host(address: str) -> str:
    """Name the host of an address, with its port if it is not the usual one, for messages."""
    url = _parsed(address)
    return url.netloc.decode("ascii", "replace") if url else address


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host.lower(), url.port or _PORTS.get(url.scheme)


def _parsed(address: str) -> httpx.URL | None:
    try:
        return httpx.URL(address)
    except (httpx.InvalidURL, ValueError):
        return None


def _is_here(name: str) -> bool:
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return name == "localhost"
