"""The two sides of a comparison: a revision, a graph folder or a release, closed and ready to be asked."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claimgraph.changes.revisions import Repository
from claimgraph.closure import close
from claimgraph.current import find_release, forget_old, release_folder
from claimgraph.errors import InputError, LoadErrors, RevisionError
from claimgraph.folders import write_folder
from claimgraph.load import load
from claimgraph.namespaces import QUERY
from claimgraph.paths import PARTS, GraphDirectory, cache_folder
from claimgraph.questions import Question
from claimgraph.release import dataset
from claimgraph.released import MANIFEST_FILE, read_release
from claimgraph.store import Store

_PREFIXES = """\
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace { ?x sh:prefix ?prefix ; sh:namespace ?namespace }
"""
_QUESTIONS = """\
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX examples: <https://purl.expasy.org/sparql-examples/ontology#>
SELECT DISTINCT ?question ?summary ?text
{
  ?question a sh:SPARQLExecutable ;
    rdfs:comment ?summary ;
    sh:select|sh:ask|sh:construct|examples:describe ?text .
}
"""


@dataclass(frozen=True)
class Side:
    """A graph with all that follows from it: its name, its store, its prefixes, its stored questions."""

    name: str
    store: Store
    prefixes: Mapping[str, str]
    questions: Mapping[str, Question]

    @classmethod
    def of(cls, name: str, nquads: bytes) -> Side:
        """Make a side of the dataset of a release."""
        store = Store.from_nquads(nquads)
        store.prefixes = {row[0]: row[1] for row in _rows(store, _PREFIXES)}
        questions = {
            iri.removeprefix(QUERY): Question(iri.removeprefix(QUERY), summary, text, f"{name}:{iri}")
            for iri, summary, text in _rows(store, _QUESTIONS)
        }
        return cls(name, store, store.prefixes, questions)


def read_graph(directory: GraphDirectory, name: str) -> Side:
    """Read a graph directory; RevisionError with file and line if it cannot be read."""
    return Side.of(name, _closed(name, directory))


def read_side(name: str, here: Path) -> Side:
    """Read what a name names: a folder with a release or a graph, else a git revision of the graph ``here``.

    Raises RevisionError if it is none of them, ReleaseError for a damaged release, and RevisionError with
    file and line for a graph that cannot be read.
    """
    folder = Path(name)
    if (folder / MANIFEST_FILE).is_file():
        return Side.of(name, read_release(folder).nquads)
    if all((folder / part).is_dir() for part in PARTS):
        return read_graph(GraphDirectory(folder.resolve(), "given"), name)
    try:
        with Repository.around(here).graph(name) as directory:
            return read_graph(directory, name)
    except RevisionError as error:
        if folder.is_dir():
            raise RevisionError(
                f"{name} is a folder, but holds neither a release ({MANIFEST_FILE}) nor a graph "
                f"({', '.join(f'{part}/' for part in PARTS)})."
            ) from None
        raise error from None


def _closed(name: str, directory: GraphDirectory) -> bytes:
    """Give the dataset of a graph, from the cache where it was made before from the same files."""
    kept = release_folder(directory)
    if (release := find_release(kept)) is not None:
        return release.nquads
    folder = cache_folder() / "datasets" / kept.name
    if (content := _kept(folder)) is not None:
        return content
    try:
        loaded = load(directory)
        closure = close(loaded.asserted(), loaded.rules, prefixes=loaded.prefixes)
        content = dataset(loaded, closure)
    except (LoadErrors, InputError) as error:
        errors = error.errors if isinstance(error, LoadErrors) else [error]
        said = "\n".join(f"{name}:{each}" for each in errors)
        raise RevisionError(f"The graph of {name} cannot be read.\n{said}") from None
    # A cache that cannot be written only costs time.
    with suppress(OSError):
        digest = hashlib.sha256(content).hexdigest().encode()
        write_folder(folder, {"graph.nq": content, "graph.sha256": digest})
        forget_old(folder)
    return content


def _kept(folder: Path) -> bytes | None:
    try:
        content, digest = (folder / "graph.nq").read_bytes(), (folder / "graph.sha256").read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return None
    if hashlib.sha256(content).hexdigest() == digest:
        return content
    shutil.rmtree(folder, ignore_errors=True)
    return None


def _rows(store: Store, query: str) -> list[list[str]]:
    return [[getattr(term, "value", "") for term in row] for row in store.query(query).rows()]
