"""A SPARQL query as text: its form, its dataset, and whether this store may run it."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NoReturn

from claimgraph.disarm import disarm, harmless
from claimgraph.errors import QueryFailed, QueryRefused
from claimgraph.lexer import Rewriting, Token, decode_names, tokens
from claimgraph.limits import excess
from claimgraph.prologue import Prologue, read_prologue
from claimgraph.settings import DEFAULTS, Settings
from claimgraph.textfile import place

Form = Literal["select", "ask", "construct", "describe"]

FORMS: Mapping[str, Form] = {
    "SELECT": "select",
    "ASK": "ask",
    "CONSTRUCT": "construct",
    "DESCRIBE": "describe",
}
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "USING"}
)
_WORDS = """
    A ABS ADJUST AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT
    DATATYPE DAY DESC DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP
    GROUP_CONCAT HASLANG HASLANGDIR HAVING HOURS IF IN IRI ISBLANK ISIRI ISLITERAL ISNUMERIC ISTRIPLE ISURI
    LANG LANGDIR LANGMATCHES LATERAL LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW OBJECT OFFSET
    OPTIONAL ORDER PREDICATE PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR
    SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLANGDIR STRLEN STRSTARTS
    STRUUID SUBJECT SUBSTR SUM TIMEZONE TRIPLE TRUE TZ UCASE UNDEF UNION URI UUID VALUES VERSION WHERE YEAR
"""
KEYWORDS = frozenset(_WORDS.split())
VOLATILE = frozenset({"BNODE", "NOW", "RAND", "STRUUID", "UUID"})


@dataclass(frozen=True)
class Query:
    """A query that this store may evaluate.

    ``text`` is what the engine gets; ``default_graphs`` and ``named_graphs`` are the IRIs of its FROM and
    FROM NAMED clauses, both None if it has none; ``ordered`` says that its rows come in an order it asks
    for, ``volatile`` that it may be answered differently each time over the same data.
    """

    form: Form
    text: str
    default_graphs: tuple[str, ...] | None
    named_graphs: tuple[str, ...] | None
    ordered: bool
    volatile: bool
    source: str
    _decoded: Rewriting
    _disarmed: Rewriting

    def token_before(self, line: int, column: int) -> tuple[int, int, str]:
        """Find the last token before a place in ``text``; give its place and words in ``source``."""
        offset = _offset(self.text, line, column)
        found = [token for token in tokens(self.text) if token.kind != "space" and token.start < offset]
        origin = self._decoded.origin(self._disarmed.origin(found[-1].start)) if found else 0
        token = next(tokens(self.source[origin:]), None)
        return (*place(self.source, origin), token.text if token else "")

    @property
    def unclosed(self) -> str:
        """The bracket that is still open at the end of the query, empty if each has its partner."""
        opened: list[str] = []
        for token in tokens(self.text):
            if token.kind == "sign" and token.text in "([{":
                opened.append(token.text)
            elif token.kind == "sign" and token.text in ")]}" and opened:
                opened.pop()
        return opened[-1] if opened else ""


def read_query(
    text: str,
    base_iri: str | None = None,
    known: Mapping[str, str] | None = None,
    settings: Settings = DEFAULTS,
) -> Query:
    """Read one SPARQL 1.1 query; ``known`` holds the prefixes to propose where one is not declared.

    Raises QueryRefused for an update and for a query that calls another endpoint, QueryFailed for what is not
    SPARQL as far as its words show it, and for what is too large to be read; the rest of its syntax is the
    engine's to judge.
    """
    reading = _Reading(decode_names(text), text)
    words = reading.tokens()
    significant = [token for token in words if token.kind not in ("space", "comment")]
    for token in significant:
        if token.kind == "word":
            reading.admit(token)
    prologue = read_prologue(significant, base_iri)
    body = significant[prologue.length :]
    form = reading.form(body)
    for token in body:
        if token.kind == "name":
            reading.declared(token, prologue, known or {})
    default, named = _dataset(body, prologue)
    disarmed = reading.decoded if harmless(reading.decoded.text) else disarm(words, prologue)
    reading.measure(words, disarmed, settings)
    return Query(
        form=form,
        text=disarmed.text,
        default_graphs=default,
        named_graphs=named,
        ordered=_ordered(body),
        volatile=any(token.kind == "word" and token.text.upper() in VOLATILE for token in body),
        source=text,
        _decoded=reading.decoded,
        _disarmed=disarmed,
    )


@dataclass(frozen=True)
class _Reading:
    decoded: Rewriting
    source: str

    def tokens(self) -> list[Token]:
        try:
            return list(tokens(self.decoded.text))
        except QueryFailed as error:
            offset = _offset(self.decoded.text, error.line or 1, error.column or 1)
            line, column = self.at(offset)
            raise QueryFailed(error.message, remedy=error.remedy, line=line, column=column) from None

    def admit(self, token: Token) -> None:
        """Refuse what must not run, and every bare word that SPARQL does not have."""
        if token.kind != "word":
            return
        word = token.text.upper()
        if "SERVICE" in word or word == "SILENT":
            self.refuse_service(token)
        if word in _UPDATES:
            line, column = self.at(token.start)
            raise QueryRefused(
                f"`{token.text}` belongs to an update; queries only read here.",
                remedy="Change the graph's files instead and build it again.",
                line=line,
                column=column,
            )
        if word not in KEYWORDS or token.text == "A":
            near = difflib.get_close_matches(word, sorted(KEYWORDS), n=1)
            hint = f"Did you mean {near[0]}?" if near else "Write a variable as ?name, a name as prefix:name."
            self.fail(token, f"`{token.text}` is not a word of SPARQL.", hint)

    def measure(self, words: list[Token], disarmed: Rewriting, settings: Settings) -> None:
        """Refuse what is so large that the engine would take the process down with it."""
        if found := excess(words if disarmed.text == self.decoded.text else tokens(disarmed.text), settings):
            line, column = self.at(disarmed.origin(found.token.start))
            raise QueryFailed(found.problem, remedy=found.remedy, line=line, column=column)

    def form(self, body: Sequence[Token]) -> Form:
        if not body:
            raise QueryFailed(
                "There is no query here.",
                remedy="Write a SELECT, ASK, CONSTRUCT or DESCRIBE query.",
                line=1,
                column=1,
            )
        first = body[0]
        form = FORMS.get(first.text.upper()) if first.kind == "word" else None
        if form is None:
            self.fail(
                first,
                f"`{first.text}` stands where the query should begin.",
                "Begin it with SELECT, ASK, CONSTRUCT or DESCRIBE.",
            )
        return form

    def declared(self, token: Token, prologue: Prologue, known: Mapping[str, str]) -> None:
        prefix = token.text.partition(":")[0]
        if token.kind != "name" or prefix in prologue.prefixes:
            return
        if "service" in prefix.lower():
            self.refuse_service(token)
        declaration = f"PREFIX {prefix}: <{known.get(prefix, '…')}>"
        self.fail(token, f"The prefix `{prefix}:` is not declared.", f"Put {declaration} before the query.")

    def refuse_service(self, token: Token) -> NoReturn:
        line, column = self.at(token.start)
        raise QueryRefused(
            "SERVICE would send a part of the query to another server; none is asked from here.",
            remedy="Ask the other endpoint yourself and put its answer into VALUES.",
            line=line,
            column=column,
        )

    def fail(self, token: Token, problem: str, remedy: str) -> NoReturn:
        line, column = self.at(token.start)
        raise QueryFailed(problem, remedy=remedy, line=line, column=column)

    def at(self, offset: int) -> tuple[int, int]:
        return place(self.source, self.decoded.origin(offset))


def _offset(text: str, line: int, column: int) -> int:
    return sum(len(before) + 1 for before in text.split("\n")[: line - 1]) + column - 1


def _dataset(
    body: Sequence[Token], prologue: Prologue
) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    default: list[str] = []
    named: list[str] = []
    for index, token in enumerate(body):
        if token.kind != "word" or token.text.upper() != "FROM":
            continue
        into, following = default, body[index + 1 : index + 3]
        if following and following[0].text.upper() == "NAMED":
            into, following = named, following[1:]
        if following and following[0].kind in ("iri", "name"):
            into.append(prologue.iri(following[0]))
    return (tuple(default), tuple(named)) if default or named else (None, None)


def _ordered(body: Sequence[Token]) -> bool:
    depth = 0
    for token in body:
        if token.kind == "sign" and token.text in "{}":
            depth += 1 if token.text == "{" else -1
        elif depth == 0 and token.kind == "word" and token.text.upper() == "ORDER":
            return True
    return False
