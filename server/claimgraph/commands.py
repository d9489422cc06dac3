"""What each command does: reads a graph, writes an answer, gives an exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from claimgraph import coveragetable, report
from claimgraph import explain as explaining
from claimgraph import verify as verifying
from claimgraph.answers import Answer
from claimgraph.changes.checking import Extent, check_change
from claimgraph.closure import close
from claimgraph.console import note, step, table, write
from claimgraph.coverage import cover
from claimgraph.errors import QueryFailed, QuestionError, UsageError
from claimgraph.findings import Finding, counts
from claimgraph.load import Loaded, load
from claimgraph.names import unknown_names, unknown_terms
from claimgraph.negotiation import GRAPHS, RESULTS, Format, named
from claimgraph.parts import concerns, parts
from claimgraph.paths import GraphDirectory, find_graph
from claimgraph.pipeline import Checked, close_graph
from claimgraph.pipeline import check as check_graph
from claimgraph.querytext import Form
from claimgraph.questions import write_cell
from claimgraph.release import build as build_release
from claimgraph.release import refuse_other_folder
from claimgraph.sources import read_sources
from claimgraph.statement import read_statement
from claimgraph.store import parse
from claimgraph.textfile import read_text

VALID, INVALID, FAILED = 0, 1, 2

_WITH_ARTICLE: Mapping[Form, str] = {
    "select": "A SELECT",
    "ask": "An ASK",
    "construct": "A CONSTRUCT",
    "describe": "A DESCRIBE",
}


def check(
    graph: Path | None,
    paths: Sequence[Path],
    output: str,
    *,
    strict: bool,
    require_targets: bool,
    changed_since: str | None = None,
) -> int:
    """Check a graph and report what concerns the paths (all if there are none)."""
    directory = chosen_graph(graph)
    within = parts(directory, paths)
    extent = None
    if changed_since is None:
        checked = check_graph(directory, step, require_targets=require_targets)
    else:
        checked, extent = check_change(directory, changed_since, step, require_targets=require_targets)
    # A graph that could not be read is at fault as a whole, wherever the mistake is.
    everything = not within or checked.graph is None or checked.empty
    shown = [finding for finding in checked.findings if everything or concerns(finding, within)]
    write(_report(shown, output, directory, checked, extent))
    if elsewhere := len(checked.findings) - len(shown):
        note(f"{elsewhere} more finding{'' if elsewhere == 1 else 's'} outside of the given paths.")
    _tell_extent(checked)
    if extent:
        note(extent.words())
    if checked.empty:
        return FAILED
    found = counts(shown)
    invalid = found.violations or (strict and found.warnings)
    note(f"{'Not valid' if invalid else 'Valid'}: {report.summary(shown)}")
    return INVALID if invalid else VALID


def build(graph: Path | None, out: Path) -> int:
    """Check a graph and write its release; a graph with violations is reported and not released."""
    directory = chosen_graph(graph)
    refuse_other_folder(out, directory)
    checked = checked_graph(directory)
    if checked.graph is None or checked.violations:
        return refused(checked, "not released")
    with step("writing the release"):
        release = build_release(checked.graph.loaded, checked.graph.closure, checked.findings, out)
    write(f"{release.folder}\n")
    note(
        f"release {release.digest}: {sum(release.graphs.values()):,} triples in {len(release.graphs)} graphs"
    )
    return VALID


def query(graph: Path | None, file: str, output: str | None) -> int:
    """Answer one query from a file or from standard input."""
    directory = chosen_graph(graph)
    text = _query_text(file)
    shown = "standard input" if file == "-" else file
    try:
        form = parse(text).form
        offered = RESULTS if form in ("select", "ask") else GRAPHS
        into = None if output in (None, "table") else named(output or "", offered)
        if output not in (None, "table") and into is None:
            names = ", ".join(each.names[0] for each in offered)
            raise UsageError(
                f"{_WITH_ARTICLE[form]} query has no answer as {output}. Choose one of: {names}."
            )
        closed = close_graph(directory, step)
        answer = closed.store.query(text)
        for hint in unknown_names(closed.loaded, closed.closure.closed, text):
            note(f"{shown}: {hint}")
        write(_table(answer) if into is None else _serialised(answer, into.format))
    except QueryFailed as error:
        raise QuestionError(shown, error.line, error.column, error.message, error.remedy) from None
    return VALID


def explain(graph: Path | None, words: tuple[str, str, str], output: str) -> int:
    """Explain one triple; INVALID if it is not in the graph."""
    loaded = _loaded(chosen_graph(graph))
    triple = read_statement(words, loaded.prefixes)
    with step("drawing conclusions"):
        closure = close(loaded.asserted(), loaded.rules, prefixes=loaded.prefixes)
    explanation = explaining.explain(loaded, closure, triple)
    if triple not in closure.closed:
        for hint in unknown_terms(loaded, closure.closed, triple):
            note(hint)
    if output == "json":
        write(json.dumps(explaining.as_json(explanation), ensure_ascii=False, indent=2) + "\n")
    else:
        write(explaining.render_text(explanation))
    return VALID if triple in closure.closed else INVALID


def verify(graph: Path | None, sources: Path | None, output: str, *, coverage: bool = False) -> int:
    """Hold a graph against the article texts, or tell what claims cover of them, for which none is needed."""
    if sources is None and not coverage:
        raise UsageError("Name the folder of the article texts with --sources DIR, or ask for --coverage.")
    directory = chosen_graph(graph)
    loaded = _loaded(directory)
    checked = covered = None
    if sources is not None:
        with step("reading the articles"):
            checked = verifying.verify(loaded, sources)
    if coverage:
        covered = cover(loaded, read_sources(sources)[0] if sources else ())
    findings = {finding for each in (checked, covered) if each for finding in each.findings}
    if output == "json":
        more = {"coverage": coveragetable.as_data(covered)} if covered else {}
        write(report.as_json(findings, directory, more))
    else:
        write((coveragetable.as_text(loaded, covered) if covered else "") + report.as_text(findings))
    if checked:
        extent = f"{checked.articles} articles, {checked.sentences} sentences, {checked.passages} passages"
        note(f"checked: {extent}")
    else:
        note("No --sources: digests were not checked, and what no claim covers stands as offsets.")
    if counts(findings).violations:
        return INVALID
    if not any(each.articles for each in (checked, covered) if each):
        note("The graph has no cg:Article, so nothing was held against the texts. Describe one first.")
        return FAILED
    return VALID


def chosen_graph(given: Path | None) -> GraphDirectory:
    """Find the graph to read, and tell which it is."""
    directory = find_graph(given, Path.cwd())
    note(directory.describe())
    return directory


def _loaded(directory: GraphDirectory) -> Loaded:
    with step("reading the files"):
        return load(directory)


def checked_graph(directory: GraphDirectory) -> Checked:
    """Check a graph and tell on standard error how much was checked."""
    checked = check_graph(directory, step)
    _tell_extent(checked)
    return checked


def refused(checked: Checked, outcome: str) -> int:
    """Report why a graph is not released or served, and give the exit code."""
    note(report.as_text(checked.findings).rstrip())
    note(f"The graph has violations, so it is {outcome}. Mend them; claimgraph check lists them again.")
    return FAILED if checked.empty else INVALID


def _tell_extent(checked: Checked) -> None:
    if checked.graph is None:
        return
    asserted = sum(len(graph) for graph in checked.graph.loaded.graphs.values())
    inferred = len(checked.graph.closure.inferred)
    note(f"checked: {asserted:,} triples asserted, {inferred:,} inferred, {len(checked.questions)} questions")


def _report(
    findings: Sequence[Finding],
    output: str,
    directory: GraphDirectory,
    checked: Checked,
    extent: Extent | None = None,
) -> str:
    if output == "json":
        more = {"changedSince": asdict(extent)} if extent else {}
        return report.as_json(findings, directory, more)
    if output == "github":
        return report.as_github(findings, _from_repository(directory.root))
    if output == "turtle":
        return report.as_turtle(findings, checked.graph.loaded.prefixes if checked.graph else {})
    return report.as_text(findings)


def _from_repository(root: Path) -> str:
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return root.relative_to(folder).as_posix().removeprefix(".")
    return ""


def _query_text(file: str) -> str:
    if file != "-":
        return read_text(Path(file), file, QuestionError)
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError("Standard input is not UTF-8. Convert the query and try again.") from None


def _table(answer: Answer) -> str | bytes:
    if answer.form == "ask":
        return "yes\n" if answer else "no\n"
    if answer.form == "construct":
        return _serialised(answer, GRAPHS[0])
    rows = [[write_cell(term, answer.prefixes) for term in row] for row in answer.rows()]
    return table(answer.variables, rows)


def _serialised(answer: Answer, into: Format) -> bytes:
    if into.engine is None:
        raise TypeError("a page is no format for the terminal")
    content = answer.serialise(into.engine)
    return content if content.endswith(b"\n") else content + b"\n"
