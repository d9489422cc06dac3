"""The texts of articles on their way to the pages, where the operator has them and may show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from pathlib import Path

from claimgraph.console import note
from claimgraph.sources import Source, read_sources

_DIGEST = re.compile(rb'/ontology/textSha256> "([0-9a-f]{64})"')


class Texts:
    """The texts that may be shown beside a dataset."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._sources = {source.digest: source for source in sources}

    def of(self, nquads: bytes) -> Mapping[str, str]:
        """Give by their digests the texts of those articles that a dataset has."""
        digests = {digest.decode() for digest in _DIGEST.findall(nquads)}
        return {digest: source.text for digest, source in sorted(self._sources.items()) if digest in digests}


def find_texts(folder: Path | None, *, local: bool, publish: bool) -> Texts:
    """Read the texts of a folder if there is one and they may be shown; say what is done.

    Where others can reach the server they are left out, unless the operator wants to ``publish`` them. Raises
    SourceError for a folder without texts.
    """
    if folder is None:
        return Texts()
    if not local and not publish:
        note(
            "passages are not shown, for others can reach this address, and articles are under copyright. "
            "If you may publish them, say --publish-texts."
        )
        return Texts()
    sources, unread = read_sources(folder)
    for finding in unread:
        note(f"{finding.sentence} {finding.remedy}")
    whom = "to everybody who can reach this address" if publish else "for use on this machine only"
    note(f"passages are shown from the texts in {folder}, {whom}: articles are under copyright")
    return Texts(sources)


def is_local(address: str) -> bool:
    """Tell whether an address that is listened on is reached from this machine only."""
    return ip_address(address.partition("%")[0]).is_loopback
