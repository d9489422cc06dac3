"""Addresses of other hosts, checked before anything is sent there."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from claimgraph.errors import UsageError

_PORTS = {"https": 443, "http": 80}


def checked_address(given: str, option: str) -> str:
    """Give the address that an option names, with https where no scheme is written.

    Raises UsageError for what is no address, carries a password, or is plain http to another machine.
    """
    written = given if "://" in given else f"https://{given}"
    parts = _split(written)
    if parts is None or parts.scheme not in _PORTS or not parts.hostname or " " in written:
        raise UsageError(f"{option} {given} is no web address. Write it as https://host/path.")
    if "@" in parts.netloc:
        raise UsageError(f"{option} {given} holds a name or password. Leave it out: nothing here logs in.")
    if parts.scheme == "http" and not _is_here(parts.hostname):
        raise UsageError(f"{option} {given} is not encrypted. Write https://; http is for this machine only.")
    return written


def redirected(address: str, location: str) -> str | None:
    """Give where a redirect leads; None if that is another host, port or scheme."""
    target = urljoin(address, location)
    return target if _origin(address) == _origin(target) is not None else None


def host(address: str) -> str:
    """Name the host of an address, for messages."""
    parts = _split(address)
    return parts.netloc.rpartition("@")[2] if parts else address


def _origin(address: str) -> tuple[str, str, int] | None:
    parts = _split(address)
    if parts is None or parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        return None
    return parts.scheme, parts.hostname, parts.port or _PORTS[parts.scheme]


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _is_here(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
