"""The whole line from files to a store that answers, once, for every command."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from claimgraph.closure import Closure, close
from claimgraph.errors import InputError, LoadErrors
from claimgraph.explain import inconsistency_findings
from claimgraph.findings import Finding, counts
from claimgraph.inputs import find_inputs
from claimgraph.lint import lint
from claimgraph.load import Loaded, load
from claimgraph.namespaces import CHECK
from claimgraph.paths import GraphDirectory
from claimgraph.questions import Question, check_questions, read_questions
from claimgraph.release import dataset
from claimgraph.store import Store
from claimgraph.validate import validate

Step = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True)
class Closed:
    """A graph that was read and closed, and the store that answers from it."""

    loaded: Loaded
    closure: Closure
    store: Store


@dataclass(frozen=True)
class Checked:
    """What a check found.

    ``graph`` is None if the files could not be read or closed; ``findings`` then say why. ``empty`` says
    that there was nothing to check.
    """

    directory: GraphDirectory
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...] = ()
    graph: Closed | None = None
    empty: bool = False

    @property
    def violations(self) -> int:
        """How many violations there are."""
        return counts(self.findings).violations


def silently(words: str) -> AbstractContextManager[None]:
    """Take a step without telling anyone."""
    return nullcontext()


def close_graph(directory: GraphDirectory, step: Step = silently) -> Closed:
    """Read a graph, close it and load the store, without validating it.

    Raises LoadErrors if files cannot be read, RuleError for rules that have no single result.
    """
    with step("reading the files"):
        loaded = load(directory)
    return _closed(loaded, step)


def check(directory: GraphDirectory, step: Step = silently, *, require_targets: bool = False) -> Checked:
    """Read a graph, check it as it stands, close it, check what was derived, and run its stored questions.

    What is wrong with the input comes back as findings, syntax errors too. ``step`` is told what is being
    done.
    """
    try:
        with step("reading the files"):
            loaded = load(directory)
    except LoadErrors as error:
        findings = tuple(sorted(_of_input(each) for each in error.errors))
        # A part that has no file at all is named by its folder.
        return Checked(directory, findings, empty=any(each.file.endswith("/") for each in error.errors))
    questions, unread = read_questions(find_inputs(directory).queries, directory.shown)
    findings_so_far = [_of_input(error) for error in unread]
    with step("checking names and literals"):
        findings_so_far += lint(loaded)
    with step("validating what is asserted"):
        findings_so_far += validate(loaded, None, "asserted", require_targets=require_targets)
    try:
        graph = _closed(loaded, step)
    except LoadErrors as error:
        findings_so_far += [_of_input(each) for each in error.errors]
        return Checked(directory, tuple(sorted(findings_so_far)), tuple(questions))
    except InputError as error:
        findings_so_far.append(_of_input(error))
        return Checked(directory, tuple(sorted(findings_so_far)), tuple(questions))
    findings_so_far += inconsistency_findings(loaded, graph.closure)
    with step("validating what was derived"):
        findings_so_far += validate(loaded, graph.closure.closed, "closed")
    with step("asking the stored questions"):
        findings_so_far += check_questions(
            questions, directory.expected, directory.shown, graph.store, loaded.prefixes, unread
        )
    nothing = any(finding.source == str(CHECK["nothing-checked"]) for finding in findings_so_far)
    return Checked(directory, tuple(sorted(findings_so_far)), tuple(questions), graph, empty=nothing)


def _closed(loaded: Loaded, step: Step) -> Closed:
    with step("drawing conclusions"):
        closure = close(loaded.asserted(), loaded.rules, prefixes=loaded.prefixes)
    with step("loading the store"):
        store = Store.from_nquads(dataset(loaded, closure), loaded.prefixes)
    return Closed(loaded, closure, store)


def _of_input(error: InputError) -> Finding:
    return Finding("violation", error.file, error.line, error.problem, error.remedy, source="input")
