"""A release in its folder, read and held against its digests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimgraph.errors import ReleaseError

FORMAT = "claimgraph-release/1"
GRAPH_FILE, VOID_FILE, REPORT_FILE, MANIFEST_FILE = "graph.nq", "void.ttl", "report.json", "manifest.json"
COMPANION_FILE = "companion.json"


@dataclass(frozen=True)
class Release:
    """A release in its folder, named by the SHA-256 of its ``graph.nq``.

    ``graphs`` tells how many triples each named graph has, ``inputs`` the SHA-256 of each file it was built
    from, and ``nquads`` is the content of ``graph.nq`` that was checked against the digest. ``companion`` is
    that of ``companion.json``, empty in releases of before there was one.
    """

    folder: Path
    digest: str
    graphs: Mapping[str, int]
    version: str
    inputs: Mapping[str, str]
    nquads: bytes = field(repr=False)
    companion: bytes = field(default=b"", repr=False)


def read_release(folder: Path) -> Release:
    """Read a release and check every file of it against its digest.

    Raises ReleaseError, with what to do, if it is none, is of another format, or was changed or cut short.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise ReleaseError(
            f"{folder} is no claimgraph release. Make one with: claimgraph build --out {folder}."
        )
    if manifest.get("format") != FORMAT:
        raise ReleaseError(
            f"{folder} is a release of the format {manifest.get('format')}, "
            f"and this claimgraph reads {FORMAT}. Build it again."
        )
    contents: dict[str, bytes] = {}
    for name, digest in strings(manifest.get("files")).items():
        if Path(name).name != name:
            raise ReleaseError(f"{folder / MANIFEST_FILE} names a file outside the release. Build it again.")
        try:
            contents[name] = (folder / name).read_bytes()
        except OSError as error:
            raise ReleaseError(
                f"{folder / name} cannot be read: {error.strerror}. Build it again."
            ) from error
        if hashlib.sha256(contents[name]).hexdigest() != digest:
            raise ReleaseError(
                f"{folder / name} is not what was released: its digest differs. Build it again."
            )
    if GRAPH_FILE not in contents:
        raise ReleaseError(f"{folder / MANIFEST_FILE} does not name {GRAPH_FILE}. Build it again.")
    graphs = manifest.get("graphs")
    return Release(
        folder=folder,
        digest=strings(manifest.get("files"))[GRAPH_FILE],
        graphs={str(name): int(count) for name, count in graphs.items()} if isinstance(graphs, dict) else {},
        version=str(manifest.get("claimgraph")),
        inputs=strings(manifest.get("inputs")),
        nquads=contents[GRAPH_FILE],
        companion=contents.get(COMPANION_FILE, b""),
    )


def read_manifest(folder: Path) -> dict[str, object] | None:
    """Read the manifest of a release of any format; None if the folder holds none."""
    try:
        manifest = json.loads((folder / MANIFEST_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    named = isinstance(manifest, dict) and str(manifest.get("format", "")).startswith("claimgraph-release/")
    return manifest if named else None


def strings(value: object) -> dict[str, str]:
    """Read a table of texts in a manifest; what is none is empty."""
    return {str(key): str(item) for key, item in value.items()} if isinstance(value, dict) else {}
