"""Every exception that claimgraph raises on purpose, in one tree."""

from __future__ import annotations

from dataclasses import dataclass


class ClaimgraphError(Exception):
    """Base of all errors whose text is meant for the person at the keyboard."""


class NoGraph(ClaimgraphError):
    """No graph directory was found where one was asked for."""


@dataclass(eq=False)
class InputError(ClaimgraphError):
    """A file that cannot be read as what it should be.

    ``file`` is the name shown to the user, ``line`` and ``column`` count from 1 (None where unknown),
    ``problem`` is a sentence, ``remedy`` says what to do.
    """

    file: str
    line: int | None
    column: int | None
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}: {self.problem} {self.remedy}"


class TurtleError(InputError):
    """A Turtle file that is missing, unreadable or not Turtle."""


class LinkError(InputError):
    """A row of the link table that cannot be read."""


class CandidatesError(InputError):
    """A file of candidates for links that cannot be read."""


class RuleError(InputError):
    """A rule file that is not one CONSTRUCT with its header."""


class QuestionError(InputError):
    """A stored query, or its expected rows, that cannot be read or run."""


class SourceError(InputError):
    """A folder of article texts that cannot be read, or that holds none."""


class FormatError(InputError):
    """A file that cannot be brought into the form that is kept."""


class LoadErrors(ClaimgraphError):
    """All input errors of one load, together."""

    def __init__(self, errors: list[InputError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors


class QueryError(ClaimgraphError):
    """A query that gets no answer: what is wrong, where in it (from 1; None if unknown), what to do."""

    def __init__(
        self, message: str, *, remedy: str = "", line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = "" if self.line is None else f"line {self.line}, column {self.column}: "
        return f"{place}{self.message} {self.remedy}".rstrip()


class QueryRefused(QueryError):
    """A query that this read-only endpoint does not run: an update, or one that calls another endpoint."""


class QueryFailed(QueryError):
    """A query that is not SPARQL, names a graph that is not there, or could not be evaluated."""


class RequestError(ClaimgraphError):
    """An HTTP request that gets no answer: its status, what is wrong, what to do, extra headers."""

    def __init__(
        self, status: int, message: str, *, remedy: str = "", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.remedy = remedy
        self.headers = headers or {}


class LimitExceeded(ClaimgraphError):
    """A query that ran into a limit of this server: the status, a sentence, which limit, and what to do.

    ``limit`` is the name of the limit with its value and unit, such as ``("query-timeout", 10, "s")``.
    """

    def __init__(
        self, status: int, message: str, limit: tuple[str, float, str], *, remedy: str = "", retry: int = 0
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.limit = limit
        self.remedy = remedy
        self.retry = retry


class UnsuitableFormat(ClaimgraphError):
    """A query whose answer the client takes in no format there is; ``form`` is the form of the query."""

    def __init__(self, form: str) -> None:
        super().__init__(form)
        self.form = form


class AnswerTooLarge(ClaimgraphError):
    """An answer with more bytes than are given out."""


class AnswerBroken(ClaimgraphError):
    """An answer that ended before it was whole, after its beginning was given out."""


class WorkerLost(ClaimgraphError):
    """A worker that ended without being told to, for a reason that is not the query's."""


class RemoteError(ClaimgraphError):
    """Another host that gives no answer which can be used: what it does, and what to do."""


class ServeError(ClaimgraphError):
    """An address that cannot be listened on."""


class UsageError(ClaimgraphError):
    """An argument of a command that means nothing here."""


class OutputError(ClaimgraphError):
    """Standard output takes no more."""


class RevisionError(ClaimgraphError):
    """A git revision that cannot be read, or a name that is no revision, graph or release."""


class ReleaseError(ClaimgraphError):
    """A release that cannot be built, written or read."""
