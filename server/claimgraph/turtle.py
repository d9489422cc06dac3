"""Strict reading of one Turtle file, with the line of every triple.

Two readers must agree: Oxigraph's, which is strict and says where a syntax error stands, and rdflib's, whose
terms the rest of claimgraph works on. Turtle 1.1 (https://www.w3.org/TR/turtle/) only; literals keep the form
they are written in.
"""

from __future__ import annotations

import bisect
import hashlib
import logging
from collections import Counter
from collections.abc import Iterator, MutableSequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, cast

import pyoxigraph
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax, RDFSink, SinkParser, sfloat
from rdflib.term import Node

from claimgraph.drafts import marked_lines
from claimgraph.errors import TurtleError
from claimgraph.namespaces import BASE, RDF, XSD
from claimgraph.syntax import explain, quoted
from claimgraph.terms import Triple
from claimgraph.textfile import place, read_text


class Declaration(NamedTuple):
    """One ``@prefix`` line."""

    prefix: str
    namespace: str
    line: int


@dataclass(frozen=True)
class TurtleDocument:
    """What one Turtle file says: its triples as they follow, each with the line on which its object stands.

    ``subjects`` gives the line on which the first description of each subject begins, ``relative`` the IRIs
    written relative to the base, each with its line, ``drafts`` the lines that are marked as undecided.
    """

    file: str
    triples: list[tuple[Triple, int]]
    prefixes: dict[str, str]
    declarations: list[Declaration] = field(default_factory=list)
    subjects: dict[Node, int] = field(default_factory=dict)
    relative: list[tuple[str, int]] = field(default_factory=list)
    drafts: list[int] = field(default_factory=list)


def read_turtle(path: Path, shown: str, scope: str | None = None) -> TurtleDocument:
    """Read a Turtle file; ``shown`` is its name in messages.

    ``scope`` (else ``shown``) keeps its blank nodes apart from those of other files. Blank nodes get the same
    labels on every run. Raises :class:`TurtleError` for a file that is missing, unreadable, not UTF-8 or not
    Turtle 1.1; it names line, column, what was expected and what to do.
    """
    text = read_text(path, shown, TurtleError)
    try:
        quads = list(pyoxigraph.parse(text.encode(), pyoxigraph.RdfFormat.TURTLE, base_iri=str(BASE)))
    except SyntaxError as error:
        line, column = error.lineno or 1, error.offset or 1
        problem, remedy = explain(str(error.msg), text, line, column)
        raise TurtleError(shown, line, column, problem, remedy) from None
    reader = _Reader(text, hashlib.sha256((scope or shown).encode()).hexdigest()[:12])
    _feed(reader, text, shown)
    _compare(reader.triples, quads, shown)
    return TurtleDocument(
        shown,
        reader.triples,
        reader.bindings,
        reader.declarations,
        reader.subjects,
        reader.relative,
        marked_lines(text),
    )


def _feed(reader: _Reader, text: str, shown: str) -> None:
    try:
        with _no_warnings_about_values():
            reader.feed(text)
    except RecursionError:
        raise TurtleError(
            shown,
            None,
            None,
            "Brackets are nested too deeply to be read.",
            "Give the inner nodes names of their own.",
        ) from None
    except (
        Exception
    ) as error:  # rdflib leaves a syntax it does not know by many exits, assertions and IndexError too
        line, column = place(text, error._i) if isinstance(error, BadSyntax) else (None, None)
        where = quoted(text.split("\n")[line - 1]) if line else ""
        raise TurtleError(
            shown,
            line,
            column,
            f"This is not Turtle 1.1, though a newer RDF syntax may allow it. {where}".strip(),
            "Write plain Turtle 1.1: no triple terms, annotations, VERSION or text direction.",
        ) from None


@contextmanager
def _no_warnings_about_values() -> Iterator[None]:
    """Keep rdflib from logging a traceback for a value outside its datatype; the lint reports it."""
    logger = logging.getLogger("rdflib.term")
    before = logger.disabled
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = before


def _compare(triples: list[tuple[Triple, int]], quads: list[pyoxigraph.Quad], shown: str) -> None:
    """Refuse a file that the two readers understand differently: what is validated must be what is served."""
    theirs = Counter((_form(q.subject), _form(q.predicate), _form(q.object)) for q in quads)
    for triple, line in triples:
        key = (_key(triple[0]), _key(triple[1]), _key(triple[2]))
        theirs[key] -= 1
        if theirs[key] < 0:
            raise _ambiguous(shown, line)
    if any(theirs.values()):
        raise _ambiguous(shown, None)


def _ambiguous(shown: str, line: int | None) -> TurtleError:
    return TurtleError(
        shown,
        line,
        None,
        "Two Turtle readers understand this file differently.",
        "Write it more plainly: IRIs with a prefix or in full, no unusual escapes in names.",
    )


def _key(term: Node) -> tuple[str, ...]:
    if isinstance(term, Literal):
        datatype = RDF.langString if term.language else term.datatype or XSD.string
        return (str(term), str(datatype), (term.language or "").lower())
    return ("_",) if isinstance(term, BNode) else (str(term),)


def _form(term: object) -> tuple[str, ...]:
    if isinstance(term, pyoxigraph.Literal):
        return (term.value, term.datatype.value, (term.language or "").lower())
    return (term.value,) if isinstance(term, pyoxigraph.NamedNode) else ("_",)


class _Sink(RDFSink):
    """Makes terms for the reader: blank nodes with steady labels, literals in the form they are written."""

    def __init__(self, label: str) -> None:
        super().__init__(Graph(bind_namespaces="none"))
        self._label = label
        self._made = 0

    def newBlankNode(self, arg: object = None, uri: str | None = None, why: object = None) -> BNode:  # noqa: N802
        self._made += 1
        return BNode(f"b{self._label}n{self._made}")

    def newLiteral(self, s: str, dt: URIRef | None = None, lang: str | None = None) -> Literal:  # noqa: N802
        return Literal(s, datatype=dt, lang=lang, normalize=False)


class _Reader(SinkParser):
    """rdflib's Turtle reader, noting where each object, subject, prefix and relative IRI stands.

    Lines are worked out from offsets: rdflib's own count is for error messages and is off after some white
    space.
    """

    def __init__(self, text: str, label: str) -> None:
        super().__init__(_Sink(label), baseURI=str(BASE), turtle=True)
        self.triples: list[tuple[Triple, int]] = []
        self.declarations: list[Declaration] = []
        self.subjects: dict[Node, int] = {}
        self.relative: list[tuple[str, int]] = []
        self._ends = [offset for offset, character in enumerate(text) if character == "\n"]
        self._starts: list[int] = []
        self._statement_at = 0

    @property
    def bindings(self) -> dict[str, str]:
        """The prefixes in force at the end of the file."""
        return {prefix: str(namespace) for prefix, namespace in self._bindings.items()}

    def directiveOrStatement(self, argstr: str, h: int) -> int:  # noqa: N802
        self._statement_at = max(self.skipSpace(argstr, h), 0)
        return super().directiveOrStatement(argstr, h)

    def bind(self, qn: str, uri: bytes) -> None:
        self.declarations.append(Declaration(qn, str(self._bindings[qn]), self._line(self._statement_at)))

    def statement(self, argstr: str, i: int) -> int:
        start = self.skipSpace(argstr, i)
        found: list[Any] = []
        end = self.object(argstr, i, found)
        if end < 0:
            return end
        self.subjects.setdefault(found[0], self._line(start))
        return self.property_list(argstr, end, found[0])

    def objectList(self, argstr: str, i: int, res: MutableSequence[Any]) -> int:  # noqa: N802
        starts = []
        while True:
            starts.append(self.skipSpace(argstr, i))
            end = self.object(argstr, i, res)
            if end < 0:
                return -1
            following = self.skipSpace(argstr, end)
            if following < 0:
                self.BadSyntax(argstr, end, "end of file after an object")
            if argstr[following] != ",":
                # Nested lists have used up theirs by now: the statements made next are the ones of this list.
                self._starts = starts[::-1]
                return following
            i = following + 1

    def makeStatement(self, quadruple: tuple[Any, Node, Node, Any]) -> None:  # noqa: N802
        _, predicate, subject, value = quadruple
        self._note((self._term(subject), self._term(predicate), self._term(value)), self._starts.pop())

    def node(self, argstr: str, i: int, res: MutableSequence[Any], subjectAlready: Node | None = None) -> int:  # noqa: N803
        start = self.skipSpace(argstr, i)
        if start >= 0 and argstr[start] == "(":
            return self._collection(argstr, start, res)
        return super().node(argstr, i, res, subjectAlready)

    def nodeOrLiteral(self, argstr: str, i: int, res: MutableSequence[Any]) -> int:  # noqa: N802
        end = super().nodeOrLiteral(argstr, i, res)
        if end >= 0 and isinstance(res[-1], (int, Decimal, sfloat)) and not isinstance(res[-1], bool):
            kinds = {int: XSD.integer, Decimal: XSD.decimal, sfloat: XSD.double}
            written = argstr[self.skipSpace(argstr, i) : end]
            res[-1] = Literal(written, datatype=kinds[type(res[-1])], normalize=False)
        return end

    def uri_ref2(self, argstr: str, i: int, res: MutableSequence[Any]) -> int:
        end = super().uri_ref2(argstr, i, res)
        start = self.skipSpace(argstr, i)
        if end >= 0 and argstr[start] == "<":
            written = argstr[start + 1 : end - 1]
            if ":" not in written.split("/")[0]:
                self.relative.append((written, self._line(start)))
        return end

    def _collection(self, argstr: str, start: int, res: MutableSequence[Any]) -> int:
        items: list[tuple[Any, int]] = []
        i = start + 1
        while True:
            at = self.skipSpace(argstr, i)
            if at < 0:
                self.BadSyntax(argstr, start, "a ( without its )")
            if argstr[at] == ")":
                break
            found: list[Any] = []
            i = self.item(argstr, at, found)
            if i < 0:
                self.BadSyntax(argstr, at, "an item or ) was expected")
            items.append((self._term(found[0]), at))
        cells: list[Node] = [self.blankNode() for _ in items] + [RDF.nil]
        for number, (item, offset) in enumerate(items):
            self._note((cells[number], RDF.first, item), offset)
            self._note((cells[number], RDF.rest, cells[number + 1]), offset)
        res.append(cells[0])
        return at + 1

    def _note(self, triple: Triple, offset: int) -> None:
        line = self._line(offset)
        self.subjects.setdefault(triple[0], line)
        self.triples.append((triple, line))

    def _line(self, offset: int) -> int:
        return bisect.bisect_left(self._ends, offset) + 1

    def _term(self, term: object) -> Node:
        if isinstance(term, bool):
            return Literal(str(term).lower(), datatype=XSD.boolean)
        return URIRef(term[1]) if isinstance(term, tuple) else cast(Node, term)
