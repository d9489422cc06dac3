"""What a CONSTRUCT query rests on: its template, and the triple patterns of each branch of its WHERE."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import BNode
from rdflib.paths import Path
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node

from claimgraph.errors import QueryError, RuleError
from claimgraph.lexer import Token, tokens
from claimgraph.querytext import read_query
from claimgraph.textfile import place

Pattern = tuple[Node | Path, Node | Path, Node | Path]

_PLAIN_RULE = "A rule's WHERE holds triple patterns, FILTER, FILTER NOT EXISTS, UNION, BIND and VALUES only."
_REMEDIES = {
    "OPTIONAL": "Write one branch of a UNION, or one rule, for each case.",
    "MINUS": "Use FILTER NOT EXISTS.",
    "GRAPH": "Rules read the union of all graphs: leave GRAPH out.",
    "SERVICE": "A rule reaches nothing outside the graph: leave SERVICE out.",
    "FROM": "Rules read the union of all graphs: leave FROM out.",
    "SELECT": "Write the inner patterns straight into the WHERE.",
    "GROUP": "Rules do not count or sum: leave GROUP BY out.",
    "ORDER": "Triples have no order: leave ORDER BY out.",
    "LIMIT": "A rule derives all that follows: leave LIMIT out.",
    "OFFSET": "A rule derives all that follows: leave OFFSET out.",
}
_FORMS = ("SELECT", "ASK", "DESCRIBE", "CONSTRUCT", "INSERT", "DELETE")


@dataclass(frozen=True)
class Branch:
    """One way to satisfy a WHERE: the patterns that must be there, and groups of patterns that must not."""

    patterns: tuple[Pattern, ...] = ()
    absences: tuple[tuple[Pattern, ...], ...] = ()

    def __add__(self, other: Branch) -> Branch:
        return Branch(self.patterns + other.patterns, self.absences + other.absences)


@dataclass(frozen=True)
class Construct:
    """A CONSTRUCT query taken apart; ``text`` is the query and ``select`` its WHERE as SELECT *.

    ``absence_line`` is the line of the first FILTER NOT EXISTS, if there is one.
    """

    template: tuple[Pattern, ...]
    branches: tuple[Branch, ...]
    text: str
    select: str
    absence_line: int | None


def read_construct(text: str, file: str) -> Construct:
    """Take apart a SPARQL 1.1 CONSTRUCT whose every solution instantiates to the triples it rests on.

    ``file`` is the name shown in errors. Raises RuleError, with the line, for a syntax error, for another
    kind of query, and for what leaves premises untold by a solution (OPTIONAL, paths, sub-queries …).
    """
    query = _harmless(text, file)
    try:
        ox.Store().query(query)
    except SyntaxError as error:
        line, column, problem = _place(str(error))
        raise RuleError(
            file, line, column, f"This is not SPARQL: {problem}.", "Write one CONSTRUCT query."
        ) from error
    parts = [
        token._replace(text=token.text.upper()) if token.kind == "word" else token
        for token in tokens(text)
        if token.kind not in ("comment", "space")
    ]
    select = _harmless(_as_select(text, parts, file), file)
    _refuse_unexplainable(text, parts, file)
    try:
        algebra = prepareQuery(text).algebra
    except Exception as error:  # rdflib's parser raises bare Exception, too
        raise RuleError(file, None, None, f"rdflib cannot read this rule: {error}.", _PLAIN_RULE) from error
    template: tuple[Pattern, ...] = tuple(algebra.template)
    branches = tuple(_branches(algebra.p))
    _refuse_unnamed(text, parts, file, template, branches)
    absence = next((place(text, token.start)[0] for token in parts if token.text == "EXISTS"), None)
    return Construct(template, branches, query, select, absence)


def _harmless(text: str, file: str) -> str:
    """Word a query so that the engine cannot reach another host, whatever it reads in it."""
    try:
        return read_query(text).text
    except QueryError as error:
        remedy = error.remedy or "Write one CONSTRUCT query."
        raise RuleError(
            file, error.line, error.column, f"This is not SPARQL for a rule: {error.message}", remedy
        ) from error


def _place(message: str) -> tuple[int | None, int | None, str]:
    found = re.search(r"error at (\d+):(\d+):? *(.*)", message, re.DOTALL)
    if not found:
        return None, None, message
    return int(found[1]), int(found[2]), found[3].strip()


def _as_select(text: str, parts: list[Token], file: str) -> str:
    index, form = next((i, t) for i, t in enumerate(parts) if t.kind == "word" and t.text in _FORMS)
    line = place(text, form.start)[0]
    if form.text != "CONSTRUCT":
        raise RuleError(
            file, line, None, f"A rule is one CONSTRUCT, not {form.text}.", "Write a CONSTRUCT query."
        )
    if parts[index + 1].text != "{":
        raise RuleError(
            file, line, None, "CONSTRUCT WHERE has no template.", "Write CONSTRUCT { … } WHERE { … } in full."
        )
    end = next(token.start + 1 for token in parts[index:] if token.text == "}")
    return f"{text[: form.start]}SELECT * {text[end:]}"


def _refuse_unexplainable(text: str, parts: list[Token], file: str) -> None:
    before = ""
    for token in parts:
        if token.kind == "word":
            line = place(text, token.start)[0]
            if token.text in _REMEDIES:
                raise RuleError(
                    file, line, None, f"{_PLAIN_RULE} {token.text} is none of them.", _REMEDIES[token.text]
                )
            if token.text == "EXISTS" and before != "NOT":
                raise RuleError(
                    file,
                    line,
                    None,
                    f"{_PLAIN_RULE} EXISTS is none of them.",
                    "Write its patterns straight into the WHERE.",
                )
        before = token.text


def _refuse_unnamed(
    text: str, parts: list[Token], file: str, template: tuple[Pattern, ...], branches: tuple[Branch, ...]
) -> None:
    where = next(token.start for token in parts if token.text == "CONSTRUCT")
    patterns = [pattern for branch in branches for pattern in branch.patterns]
    if any(isinstance(term, BNode) for pattern in (*template, *patterns) for term in pattern):
        raise RuleError(
            file,
            place(text, where)[0],
            None,
            "A blank node in a rule has no name for an explanation, and in a template never comes to rest.",
            "Give it a variable, or an IRI made with BIND(IRI(CONCAT(…)) AS ?x).",
        )
    if any(isinstance(pattern[1], Path) for pattern in patterns):
        raise RuleError(
            file,
            place(text, where)[0],
            None,
            "A property path outside FILTER NOT EXISTS hides the triples it passes through.",
            "Write the steps as triple patterns, or derive the closure of the property first.",
        )


def _branches(node: CompValue) -> list[Branch]:
    match node.name:
        case "BGP":
            return [Branch(tuple(node["triples"]))]
        case "Join":
            return [left + right for left in _branches(node.p1) for right in _branches(node.p2)]
        case "Union":
            return _branches(node.p1) + _branches(node.p2)
        case "Filter":
            absent = Branch(absences=tuple(_absences(node.expr)))
            return [branch + absent for branch in _branches(node.p)]
        case "Project" | "Extend":
            return _branches(node.p)
        case _:  # VALUES, or an empty group: rests on no triple
            return [Branch()]


def _absences(expression: object) -> Iterator[tuple[Pattern, ...]]:
    for node in _nodes(expression, into_absences=False):
        if node.name == "Builtin_NOTEXISTS":
            yield tuple(_raw_patterns(node.graph))


def _raw_patterns(group: object) -> Iterator[Pattern]:
    for node in _nodes(group):
        if "triples" in node:
            for terms in node["triples"]:
                for index in range(0, len(terms), 3):
                    yield tuple(terms[index : index + 3])


def _nodes(value: object, into_absences: bool = True) -> Iterator[CompValue]:
    if isinstance(value, CompValue):
        yield value
        if into_absences or value.name != "Builtin_NOTEXISTS":
            for key in sorted(value):
                if key != "_vars":
                    yield from _nodes(value[key], into_absences)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _nodes(part, into_absences)
