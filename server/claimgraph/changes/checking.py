"""Checking a change: only what differs from a revision, and what depends on that."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rdflib import Graph

from claimgraph.changes.dependence import affected, restricted
from claimgraph.changes.kept import KeptReader
from claimgraph.changes.revisions import Repository
from claimgraph.closure import Closure, close
from claimgraph.errors import InputError, LoadErrors
from claimgraph.explain import inconsistency_findings
from claimgraph.findings import Finding
from claimgraph.inputs import find_inputs
from claimgraph.links import read_links
from claimgraph.lint import lint
from claimgraph.load import Loaded, load
from claimgraph.namespaces import graph_name
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import Checked, Closed, Step, silently
from claimgraph.pipeline import check as check_all
from claimgraph.questions import check_questions, read_questions
from claimgraph.release import dataset
from claimgraph.saturation import GivesUp, Saturation
from claimgraph.shapes import read_shapes, shape_findings, shapes_of_stage
from claimgraph.store import Store
from claimgraph.terms import Triple
from claimgraph.validate import run_shapes, untouched, validate

# A change here can make anything valid or invalid.
_FOR_ALL = ("ontology/", "shapes/")


@dataclass(frozen=True)
class Extent:
    """What a check of a change looked at.

    ``files`` are those that differ, ``whole`` says why all was checked after all (empty if it was not),
    ``triples`` counts those that came or went, ``nodes`` what was validated of ``described`` nodes.
    """

    commit: str
    files: tuple[str, ...]
    whole: str = ""
    triples: int = 0
    nodes: int = 0
    described: int = 0

    def words(self) -> str:
        """Say in plain sentences what was checked and what was left out."""
        some = ", ".join(self.files[:5]) + (f" and {len(self.files) - 5} more" if len(self.files) > 5 else "")
        changed = f"{len(self.files)} file{'' if len(self.files) == 1 else 's'} changed ({some})"
        if not self.files:
            changed = "no file of the graph changed"
        if self.whole:
            return f"since {self.commit[:12]}: {changed}; {self.whole}, so everything was checked."
        return (
            f"since {self.commit[:12]}: {changed}, {self.triples:,} triples came or went; "
            f"validated: {self.nodes:,} of {self.described:,} nodes, those that the change can matter to; "
            "checked whole: syntax, names, literals, what follows, and the stored questions. "
            "Left out: what was wrong with other nodes before."
        )


def check_change(
    directory: GraphDirectory, revision: str, step: Step = silently, *, require_targets: bool = False
) -> tuple[Checked, Extent]:
    """Check what differs from a revision, uncommitted and untracked files too, and what depends on it.

    Raises RevisionError if git cannot tell. A change of the ontology, its rules or the shapes, or an old
    graph that cannot be read, means that everything is checked, which the extent says.
    """
    with step("asking git what changed"):
        repository = Repository.around(directory.root)
        commit = repository.commit(revision)
        old = repository.files(commit)
        files = _changed(directory, repository, old)
    reader = KeptReader()
    whole = ""
    if odd := next((file for file in files if file.startswith(_FOR_ALL)), None):
        whole = f"{odd} can concern every node"
    try:
        with step("reading the files"):
            loaded = load(directory, reader)
    except LoadErrors:
        return check_all(directory, require_targets=require_targets), Extent(commit, files)
    if not whole:
        try:
            before = _triples_before(repository, old, files, loaded, reader)
        except InputError as error:
            whole = f"at that revision {error.file} cannot be read"
    if whole:
        checked = check_all(directory, step, require_targets=require_targets)
        return checked, Extent(commit, files, whole)
    return _check(loaded, before, Extent(commit, files), step, require_targets=require_targets)


def _check(
    loaded: Loaded, before: set[Triple], extent: Extent, step: Step, *, require_targets: bool
) -> tuple[Checked, Extent]:
    directory = loaded.directory
    questions, unread = read_questions(find_inputs(directory).queries, directory.shown)
    found = [_of_input(error) for error in unread]
    with step("checking names and literals"):
        found += lint(loaded)
    asserted = loaded.asserted()
    now = _triples(loaded, extent.files)
    changes = now ^ before
    with step("validating what the change can matter to"):
        stage = shapes_of_stage(loaded.shapes, "asserted")
        chosen = [
            shape for shape in read_shapes(loaded.shapes) if "asserted" in shape.stages and shape.targets
        ]
        gone = Graph(store="SimpleMemory", bind_namespaces="none")
        for triple in before - now:
            gone.add(triple)
        focus = affected(stage, chosen, (gone, asserted), changes)
        found += shape_findings(loaded)
        found += untouched(loaded, asserted, chosen, require_targets)
        if focus:
            found += run_shapes(loaded, asserted, restricted(stage, focus))
    nodes = {node for each in focus.values() for node in each}
    described = len(set(loaded.data().subjects()))
    extent = Extent(extent.commit, extent.files, "", len(changes), len(nodes), described)
    try:
        with step("drawing conclusions"):
            closure = _close(loaded, asserted)
    except (LoadErrors, InputError) as error:
        errors = error.errors if isinstance(error, LoadErrors) else [error]
        found += [_of_input(each) for each in errors]
        return Checked(directory, tuple(sorted(found)), tuple(questions)), extent
    with step("loading the store"):
        graph = Closed(loaded, closure, Store.from_nquads(dataset(loaded, closure), loaded.prefixes))
    found += inconsistency_findings(loaded, closure)
    with step("validating what was derived"):
        found += validate(loaded, closure.closed, "closed")
    with step("asking the stored questions"):
        found += check_questions(
            questions, directory.expected, directory.shown, graph.store, loaded.prefixes, unread
        )
    nothing = any(finding.source.endswith("nothing-checked") for finding in found)
    return Checked(directory, tuple(sorted(found)), tuple(questions), graph, empty=nothing), extent


def _close(loaded: Loaded, asserted: Graph) -> Closure:
    try:
        return close(asserted, loaded.rules, prefixes=loaded.prefixes, reasoner=Saturation)
    except GivesUp:
        return close(asserted, loaded.rules, prefixes=loaded.prefixes)


def _changed(
    directory: GraphDirectory, repository: Repository, old: dict[str, tuple[str, str]]
) -> tuple[str, ...]:
    """Name the input files that are new, gone or different; what git ignores or does not track counts too."""
    paths = {directory.shown(path): path for path in find_inputs(directory)}
    changed = {name for name in old if name not in paths and _is_input(name)}
    readable = {name: path for name, path in paths.items() if path.is_file()}
    changed |= paths.keys() - readable.keys()
    names = repository.blob_names(list(readable.values()))
    for (name, path), blob in zip(readable.items(), names, strict=True):
        mode, was = old.get(name, ("", ""))
        if was != blob or path.is_symlink() or mode == "120000":
            changed.add(name)
    return tuple(sorted(changed))


def _is_input(name: str) -> bool:
    """Whether a file that is gone was read: what only lay there is no change."""
    return name.endswith((".ttl", ".rq", ".csv", ".sssom.tsv")) and "/." not in f"/{name}"


def _triples_before(
    repository: Repository,
    old: dict[str, tuple[str, str]],
    files: Iterable[str],
    loaded: Loaded,
    reader: KeptReader,
) -> set[Triple]:
    """Read the changed data files as they were. Raises InputError if one cannot be read."""
    directory = loaded.directory
    wanted = [name for name in files if name in old and name.startswith("data/")]
    contents = repository.contents([old[name][1] for name in wanted]) if wanted else {}
    found: set[Triple] = set()
    links = directory.shown(directory.links)
    with tempfile.TemporaryDirectory(prefix="claimgraph-") as folder:
        for name in wanted:
            path = Path(folder) / "file.ttl"
            path.write_bytes(contents[old[name][1]])
            if name == links:
                found.update(triple for triple, _ in read_links(path, name, loaded.prefixes))
            elif name.endswith(".ttl"):
                scope = graph_name(directory.root, directory.root / name)
                found.update(triple for triple, _ in reader(path, name, scope).triples)
    return found


def _triples(loaded: Loaded, files: Iterable[str]) -> set[Triple]:
    changed = set(files)
    return {
        triple
        for document in loaded.documents
        if document.file in changed and document.file.startswith("data/")
        for triple, _ in document.triples
    }


def _of_input(error: InputError) -> Finding:
    return Finding("violation", error.file, error.line, error.problem, error.remedy, source="input")
