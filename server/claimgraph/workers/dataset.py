"""A dataset on its way to the workers: N-Quads in a file that nobody can change or take away."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True)
class Dataset:
    """N-Quads in an unlinked file, with what has to be known to load them.

    ``digest`` is the SHA-256 of the content. With ``union`` the default graph is the union of the named ones.
    """

    file: IO[bytes]
    digest: str
    prefixes: Mapping[str, str]
    union: bool

    @classmethod
    def of(cls, content: bytes, prefixes: Mapping[str, str] | None = None, *, union: bool = True) -> Dataset:
        """Keep a copy of N-Quads; what is kept on disk may be replaced without harm."""
        file = tempfile.TemporaryFile(prefix="claimgraph-")  # noqa: SIM115
        file.write(content)
        file.flush()
        return cls(file, hashlib.sha256(content).hexdigest(), dict(prefixes or {}), union)
