"""The stored questions, and whether they give the rows that were worked out from the articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from claimgraph.answers import Term
from claimgraph.errors import QueryError, QuestionError
from claimgraph.expected import Expected, Rows, compare, read_expected
from claimgraph.findings import Finding
from claimgraph.namespaces import QUERY, compact
from claimgraph.querytext import read_query
from claimgraph.store import Store, parse
from claimgraph.terms import NUMBERS, to_rdflib
from claimgraph.textfile import read_text

NAMED = 6

_SUMMARY = re.compile(r"^#\+ ?summary:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_TOPIC = re.compile(r"^#\+ ?topic:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """A stored query: its slug, what it answers in one line, its text, and its file as shown to the user.

    Questions of one ``topic`` are listed together; it may be empty.
    """

    slug: str
    summary: str
    text: str
    file: str
    topic: str = ""

    @property
    def iri(self) -> str:
        """The IRI of the question."""
        return QUERY + self.slug


def read_question(path: Path, shown: str) -> Question:
    """Read a stored question: a header ``#+ summary: …``, perhaps ``#+ topic: …``, and one SPARQL query.

    Raises QuestionError with the line if the summary is missing or the query is not SPARQL that this store
    runs.
    """
    return parse_question(path.stem, read_text(path, shown, QuestionError), shown)


def parse_question(slug: str, text: str, shown: str) -> Question:
    """Read the text of a stored question; as :func:`read_question`."""
    summary = _SUMMARY.search(text)
    if summary is None:
        raise QuestionError(
            shown,
            1,
            None,
            "The question has no summary.",
            "Begin the file with '#+ summary: …': what it answers.",
        )
    try:
        parse(text)
    except QueryError as error:
        raise QuestionError(shown, error.line, error.column, error.message, error.remedy) from None
    topic = _TOPIC.search(text)
    return Question(slug, summary.group(1), text, shown, topic.group(1) if topic else "")


def read_questions(
    paths: Iterable[Path], shown: Callable[[Path], str]
) -> tuple[list[Question], list[QuestionError]]:
    """Read the questions of these files, in their order, and the errors of those that cannot be read."""
    questions, errors = [], []
    for path in paths:
        try:
            questions.append(read_question(path, shown(path)))
        except QuestionError as error:
            errors.append(error)
    return questions, errors


def run(question: Question, store: Store, prefixes: Mapping[str, str]) -> Rows:
    """Run a question; QuestionError if it fails."""
    try:
        query = read_query(question.text, None, prefixes)
        answer = store.evaluate(query)
        if answer.form == "ask":
            return Rows(("ask",), (("true" if answer else "false",),), ((False,),), ordered=False)
        if answer.form == "select":
            columns, terms = tuple(answer.variables), list(answer.rows())
        else:
            columns = ("subject", "predicate", "object")
            terms = [(triple.subject, triple.predicate, triple.object) for triple in answer.triples()]
    except QueryError as error:
        raise QuestionError(question.file, error.line, error.column, error.message, error.remedy) from None
    return Rows(
        columns,
        tuple(tuple(write_cell(term, prefixes) for term in row) for row in terms),
        tuple(
            tuple(isinstance(term, ox.Literal) and term.datatype.value in NUMBERS for term in row)
            for row in terms
        ),
        ordered=query.ordered,
    )


def check_questions(  # noqa: PLR0917
    questions: Sequence[Question],
    folder: Path,
    shown: Callable[[Path], str],
    store: Store,
    prefixes: Mapping[str, str],
    unread: Iterable[QuestionError] = (),
) -> list[Finding]:
    """Run every question against its file of expected rows; where the folder exists, each must have one.

    ``unread`` are the errors of the questions that could not be read: their expected rows are left alone.
    """
    findings: list[Finding] = []
    slugs = {question.slug for question in questions} | {Path(error.file).stem for error in unread}
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in slugs:
            findings.append(
                Finding(
                    "violation",
                    shown(path),
                    1,
                    f"There is no stored question {path.stem} for these expected rows.",
                    "Rename the file after its question in data/queries, or delete it.",
                    source=QUERY + path.stem,
                )
            )
    for question in questions:
        path = folder / f"{question.slug}.csv"
        try:
            rows = run(question, store, prefixes)
            if path.exists():
                findings += _findings(question, read_expected(path, shown(path)), rows)
            elif folder.is_dir():
                findings.append(
                    Finding(
                        "warning",
                        question.file,
                        1,
                        f"The question {question.slug} has no expected rows.",
                        f"Work them out from the articles and write them to {shown(path)}.",
                        source=question.iri,
                    )
                )
        except QuestionError as error:
            findings.append(
                Finding("violation", error.file, error.line, error.problem, error.remedy, source=question.iri)
            )
    return findings


def write_cell(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """Write a term as in expected rows: IRIs compact, literals by their text, unbound as nothing."""
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return compact(to_rdflib(term), prefixes).removeprefix("<").removesuffix(">")
    if isinstance(term, ox.Literal):
        return term.value
    return "_:" if isinstance(term, ox.BlankNode) else str(term)


def _findings(question: Question, expected: Expected, actual: Rows) -> list[Finding]:
    named = (
        ", ".join(expected.sentences) if len(expected.sentences) <= NAMED else f"listed in {expected.file}"
    )
    rests = f" ({named})" if named else ""
    remedy = f"Read the sentences it rests on{rests}; then correct the data, {question.file}, or this row."
    return [
        Finding(
            "violation",
            expected.file,
            difference.line,
            f"The question {question.slug} {difference.words}.",
            remedy,
            source=question.iri,
        )
        for difference in compare(expected, actual)
    ]
