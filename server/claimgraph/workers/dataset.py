"""A dataset on its way to the workers: N-Quads in a file that nobody can change or take away."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO


@dataclass(frozen=True)
class Dataset:
    """N-Quads in an unlinked file, with what has to be known to load them.

    ``digest`` is the SHA-256 of the content, and of its companion if there is one. With ``union`` the default
    graph is the union of the named ones. ``companion`` is another such file, for :func:`read_beside`.
    """

    file: IO[bytes]
    digest: str
    prefixes: Mapping[str, str]
    union: bool
    companion: IO[bytes] | None = None

    @classmethod
    def of(
        cls,
        content: bytes,
        prefixes: Mapping[str, str] | None = None,
        *,
        union: bool = True,
        companion: bytes = b"",
        texts: Mapping[str, str] | None = None,
    ) -> Dataset:
        """Keep a copy of N-Quads; what is kept on disk may be replaced without harm.

        ``companion`` is what a release says beside its dataset, ``texts`` are those of articles by digest.
        """
        digest = hashlib.sha256(content)
        beside = None
        if companion or texts:
            known = companion + b"\0" + json.dumps(dict(texts or {})).encode()
            digest.update(b"\0" + known)
            beside = _kept(known)
        return cls(_kept(content), digest.hexdigest(), dict(prefixes or {}), union, beside)

    def close(self) -> None:
        """Let go of it; whoever has opened it keeps it."""
        self.file.close()
        if self.companion is not None:
            self.companion.close()


def read_beside(content: bytes) -> tuple[bytes, Mapping[str, str]]:
    """Part the content of ``Dataset.companion`` into what the release says, and the texts."""
    companion, _, texts = content.partition(b"\0")
    return companion, json.loads(texts) if texts else {}


def _kept(content: bytes) -> IO[bytes]:
    file = tempfile.TemporaryFile(prefix="claimgraph-")  # noqa: SIM115
    file.write(content)
    file.flush()
    return file
