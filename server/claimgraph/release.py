"""A release: one graph, closed and checked, as files that are the same wherever they are built."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
from rdflib import Graph

from claimgraph import __version__, catalogue, report, void
from claimgraph.closure import Closure
from claimgraph.companion import write_companion
from claimgraph.errors import QuestionError, ReleaseError
from claimgraph.findings import Finding, counts
from claimgraph.folders import write_folder
from claimgraph.inputs import find_inputs
from claimgraph.load import Loaded
from claimgraph.namespaces import INFERRED, VOID_GRAPH
from claimgraph.paths import PARTS, GraphDirectory
from claimgraph.provenance import companion
from claimgraph.questions import Question, parse_question
from claimgraph.released import (
    COMPANION_FILE,
    FORMAT,
    GRAPH_FILE,
    MANIFEST_FILE,
    REPORT_FILE,
    VOID_FILE,
    Release,
    read_manifest,
    read_release,
    strings,
)
from claimgraph.skolem import skolemise
from claimgraph.terms import quads


def build(loaded: Loaded, closure: Closure, findings: Iterable[Finding], out: Path) -> Release:
    """Write the release of a checked graph into a folder, all at once, and give it.

    ``graph.nq`` holds the dataset of :func:`dataset`, ``void.ttl`` its numbers, ``companion.json`` where each
    statement stands or what it follows from, ``report.json`` the findings and ``manifest.json`` digests and
    counts; nothing in them tells when or where they were written. Raises
    ReleaseError if the graph has violations or contradictions, if the folder holds something else, or cannot
    be written.
    """
    known = sorted(findings)
    violations = counts(known).violations
    if violations or closure.inconsistencies:
        wrong = violations or len(closure.inconsistencies)
        raise ReleaseError(
            f"The graph has {wrong} {'violation' if wrong == 1 else 'violations'}, so it is not released. "
            "See them with: claimgraph check."
        )
    folder = refuse_other_folder(out, loaded.directory)
    content, description = _compiled(loaded, closure)
    files = {
        GRAPH_FILE: content,
        VOID_FILE: description.serialize(format="turtle", encoding="utf-8"),
        REPORT_FILE: report.as_json(known).encode("utf-8"),
        COMPANION_FILE: write_companion(companion(loaded, closure)),
    }
    try:
        files[MANIFEST_FILE] = _manifest(loaded, files)
        write_folder(folder, files)
    except OSError as error:
        raise ReleaseError(
            f"The release cannot be written to {out}: {error.strerror or error}. "
            "Name another folder with --out, or make room or permission there."
        ) from error
    return read_release(folder)


def dataset(loaded: Loaded, closure: Closure) -> bytes:
    """Give the dataset of a graph as N-Quads in one form only: skolemised, each line once, sorted.

    Its named graphs are one for each file, the links, what was inferred, and the VoID description of the
    others with its prefixes and stored questions. Lines are sorted by code point.
    """
    return _compiled(loaded, closure)[0]


def _compiled(loaded: Loaded, closure: Closure) -> tuple[bytes, Graph]:
    asserted = (quad for name, graph in loaded.graphs.items() for quad in quads(graph, str(name)))
    named = [*skolemise([*asserted, *quads(closure.inferred, str(INFERRED))])]
    description = void.describe(named)
    description += catalogue.describe(loaded.prefixes, _questions(loaded))
    for prefix, namespace in loaded.prefixes.items():
        description.bind(prefix, namespace, override=True, replace=True)
    return _lines([*named, *quads(description, str(VOID_GRAPH))]), description


def _questions(loaded: Loaded) -> Iterator[Question]:
    for path in find_inputs(loaded.directory).queries:
        shown = loaded.directory.shown(path)
        # One that cannot be read is a violation elsewhere, and no reason to have no dataset.
        with suppress(QuestionError):
            yield parse_question(path.stem, loaded.scripts.get(shown, ""), shown)


def _lines(content: Iterable[ox.Quad]) -> bytes:
    written = ox.serialize(content, format=ox.RdfFormat.N_QUADS) or b""
    # UTF-8 sorts by code point; splitlines() would also cut at characters that N-Quads does not escape.
    return b"".join(line + b"\n" for line in sorted(set(written.split(b"\n")) - {b""}))


def _manifest(loaded: Loaded, files: Mapping[str, bytes]) -> bytes:
    graphs: Counter[str] = Counter()
    for quad in ox.parse(files[GRAPH_FILE], format=ox.RdfFormat.N_QUADS):
        graphs[str(quad.graph_name)[1:-1]] += 1
    root = loaded.directory.root
    inputs = sorted({*(document.file for document in loaded.documents), *loaded.scripts})
    manifest = {
        "format": FORMAT,
        "claimgraph": __version__,
        "digest": f"sha256:{_digest(files[GRAPH_FILE])}",
        "quads": sum(graphs.values()),
        "graphs": dict(sorted(graphs.items())),
        "files": {name: _digest(content) for name, content in sorted(files.items())},
        "inputs": {name: _digest((root / name).read_bytes()) for name in inputs},
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refuse_other_folder(out: Path, directory: GraphDirectory) -> Path:
    """Give the folder that a release of this graph may be written to, in full.

    Raises ReleaseError if it is a file, lies where the graph would read it, or holds anything that is no
    part of a release, which would be lost.
    """
    folder = out.resolve()
    if any(folder.is_relative_to((directory.root / part).resolve()) for part in PARTS):
        raise ReleaseError(
            f"{out} lies among the files of the graph, which would read its own release. "
            "Name a folder elsewhere with --out."
        )
    if not folder.exists():
        return folder
    if not folder.is_dir():
        raise ReleaseError(f"{out} is a file. Name a folder with --out.")
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise ReleaseError(
            f"{out} cannot be read: {error.strerror}. Name another folder with --out."
        ) from error
    manifest = read_manifest(folder)
    released = set() if manifest is None else {MANIFEST_FILE, *strings(manifest.get("files"))}
    # What only bears the name of a released file, such as a folder, is not a part of the release either.
    others = [path.name for path in entries if path.name not in released or not path.is_file()]
    if others:
        raise ReleaseError(
            f"{out} holds something else than a claimgraph release, which is left alone: {others[0]}. "
            "Name a new folder with --out, or empty this one."
        )
    return folder
