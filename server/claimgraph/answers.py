"""What a query gave, and how it is written in the formats of the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from types import TracebackType
from typing import IO, Literal, TypeVar

import pyoxigraph as ox

from claimgraph.errors import QueryFailed
from claimgraph.prefixed import prefixed

ResultFormat = ox.QueryResultsFormat | ox.RdfFormat
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]
Kind = Literal["select", "ask", "construct"]
Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Taken = TypeVar("Taken", ox.QuerySolutions, ox.QueryBoolean, ox.QueryTriples)

_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_PIECE = 64 * 1024
_ENDS_AS_XML_NAME = re.compile(r"[A-Za-z_\u00c0-\ufffd][\w.\-]*$")


@dataclass(frozen=True)
class Excerpt:
    """The beginning of an answer, for a page: rows of a SELECT, or Turtle of a CONSTRUCT.

    ``total`` is how many rows were found, at most one more than are here, or how many triples there are.
    ``labels`` are those of names of ours in the rows, where they have one.
    """

    form: Kind
    variables: list[str]
    rows: list[Row]
    truth: bool = False
    total: int = 0
    text: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


class Answer:
    """What a query gave. It belongs to the thread that asked, and is read once.

    The engine's result is let go as soon as it was read, or failed: no traceback takes it to another thread.
    """

    def __init__(self, form: Kind, result: Result, prefixes: Mapping[str, str]) -> None:
        self.form = form
        self.prefixes = prefixes
        # A SELECT has them only until it is read.
        self._columns = result.variables if isinstance(result, ox.QuerySolutions) else ()
        self._truth = bool(result) if isinstance(result, ox.QueryBoolean) else False
        self._result: Result | None = result

    def __bool__(self) -> bool:
        return self._truth

    @property
    def variables(self) -> list[str]:
        """The names of the columns of a SELECT."""
        return [variable.value for variable in self._columns]

    def rows(self) -> Iterator[Row]:
        """Give the rows of a SELECT one by one."""
        result = self._take(ox.QuerySolutions)
        try:
            with Evaluating():
                for solution in result:
                    yield tuple(solution)
        finally:
            del result

    def triples(self) -> list[ox.Triple]:
        """Give the triples of a CONSTRUCT or DESCRIBE, each once."""
        result = self._take(ox.QueryTriples)
        try:
            with Evaluating():
                return list(dict.fromkeys(result))
        finally:
            del result

    def serialise(self, into: ResultFormat) -> bytes:
        """Write the answer in a format of its kind.

        Raises QueryFailed where the evaluation fails, or where the answer holds what the format cannot carry
        (XML has no control characters, RDF/XML no property whose IRI does not end in a name).
        """
        if isinstance(into, ox.RdfFormat):
            return self._turtle() if into == ox.RdfFormat.TURTLE else _written(self.triples(), into)
        result: ox.QueryBoolean | ox.QuerySolutions = (
            self._take(ox.QueryBoolean) if self.form == "ask" else self._take(ox.QuerySolutions)
        )
        try:
            with Evaluating():
                content = result.serialize(format=into) or b""
        finally:
            del result
        return _checked_xml(content) if into == ox.QueryResultsFormat.XML else content

    def stream(self, into: ResultFormat, output: IO[bytes]) -> None:
        """Write the answer in a format of its kind, piece by piece. Raises as :meth:`serialise`.

        Only Turtle is held in memory first, because its prefixes come before its triples.
        """
        if isinstance(into, ox.RdfFormat):
            if into == ox.RdfFormat.TURTLE:
                content = self._turtle()
                for start in range(0, len(content), _PIECE):
                    output.write(content[start : start + _PIECE])
            else:
                ox.serialize(self._once(into), output, format=into)
            return
        result: ox.QueryBoolean | ox.QuerySolutions = (
            self._take(ox.QueryBoolean) if self.form == "ask" else self._take(ox.QuerySolutions)
        )
        try:
            with Evaluating():
                result.serialize(output, format=into)
        finally:
            del result

    def excerpt(self, rows: int) -> Excerpt:
        """Read the first rows or triples, for a page; a CONSTRUCT is read to its end to count its triples."""
        if self.form == "ask":
            return Excerpt("ask", [], [], truth=self._truth)
        if self.form == "select":
            found = list(islice(self.rows(), rows + 1))
            return Excerpt("select", self.variables, found[:rows], total=len(found))
        triples = self.triples()
        turtle = _written(triples[:rows], ox.RdfFormat.TURTLE)
        text = prefixed(turtle, self.prefixes).decode()
        return Excerpt("construct", [], [], total=len(triples), text=text)

    def _turtle(self) -> bytes:
        result = self._take(ox.QueryTriples)
        try:
            with Evaluating():
                return prefixed(result.serialize(format=ox.RdfFormat.TURTLE) or b"", self.prefixes)
        finally:
            del result

    def _once(self, into: ox.RdfFormat) -> Iterator[ox.Triple]:
        result = self._take(ox.QueryTriples)
        seen: set[ox.Triple] = set()
        try:
            with Evaluating():
                for triple in result:
                    if triple in seen:
                        continue
                    seen.add(triple)
                    if into == ox.RdfFormat.RDF_XML:
                        _nameable(triple)
                    yield triple
        finally:
            del result

    def _take(self, kind: type[Taken]) -> Taken:
        if not isinstance(self._result, kind):
            raise TypeError(f"this {self.form} answer is no {kind.__name__}, or was read already")
        result, self._result = self._result, None
        return result


class Evaluating:
    """Turns what the engine raises while it evaluates into QueryFailed; syntax errors pass."""

    __slots__ = ()

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Raise QueryFailed in place of what the engine raised."""
        if isinstance(error, (RuntimeError, OSError, ValueError)) and not isinstance(error, SyntaxError):
            reason = str(error).strip().rstrip(".")
            remedy = (
                "Use the functions of SPARQL 1.1 only." if "function" in reason else "Ask for less at a time."
            )
            raise QueryFailed(f"The query could not be evaluated: {reason}.", remedy=remedy) from None


def _written(triples: Sequence[ox.Triple], into: ox.RdfFormat) -> bytes:
    if into == ox.RdfFormat.RDF_XML:
        for triple in triples:
            _nameable(triple)
    content = ox.serialize(triples, format=into) or b""
    return _checked_xml(content) if into == ox.RdfFormat.RDF_XML else content


def _nameable(triple: ox.Triple) -> None:
    if not _ENDS_AS_XML_NAME.search(triple.predicate.value):
        raise _unwritable(f"RDF/XML has no way to write the property <{triple.predicate.value}>.")


def _checked_xml(content: bytes) -> bytes:
    if _NOT_XML.search(content):
        raise _unwritable("The answer holds a control character, which XML cannot carry.")
    # Where it stands as it is, a reader of XML takes it for a line feed.
    return content.replace(b"\r", b"&#13;")


def _unwritable(problem: str) -> QueryFailed:
    return QueryFailed(problem, remedy="Ask for JSON, CSV, Turtle or N-Triples instead.")
