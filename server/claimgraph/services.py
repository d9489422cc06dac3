"""The SERVICE clauses of a query as text: where they are, whom they ask, and what stands beside them.

The engine never sees such a clause. Each is asked by the server itself (see ``federation``), and its rows
stand in the query in its place, as VALUES. That is what SPARQL 1.1 Federated Query (section 5) defines, and
only hosts that the operator has named are ever asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn

from claimgraph.errors import QueryFailed, QueryRefused
from claimgraph.lexer import Token, decode_names, tokens
from claimgraph.prologue import Prologue, read_prologue
from claimgraph.textfile import place

_ENDS_JOINS = frozenset({"OPTIONAL", "MINUS", "BIND", "SERVICE", "LATERAL"})


@dataclass(frozen=True)
class Call:
    """One SERVICE clause: its address, whether failure is to be silent, and the places of its tokens.

    ``start`` and ``stop`` enclose the clause, ``group`` is the opening bracket of its pattern, ``around``
    that of the group it stands in. Line and column are those in the query as it was sent.
    """

    address: str
    silent: bool
    start: int
    group: int
    stop: int
    around: int
    line: int
    column: int


class Services:
    """A query with SERVICE clauses, read once; :meth:`text` is it with the answers so far in their places."""

    def __init__(self, query: str, base_iri: str | None = None) -> None:
        decoded = decode_names(query)
        self._source = query
        self._origin = decoded.origin
        self._tokens = [token for token in tokens(decoded.text) if token.kind != "comment"]
        significant = [token for token in self._tokens if token.kind != "space"]
        self._prologue: Prologue = read_prologue(significant, base_iri)
        self._base = base_iri
        self._partners = _partners(self._tokens)
        self._answers: dict[int, str] = {}
        self.calls: list[Call] = list(self._calls())
        self._at_start = {call.start: call for call in self.calls}

    def text(self) -> str:
        """Give the query with answers in the places of the calls, and empty groups for unanswered ones.

        What follows a call stays on its line, so that errors keep their places.
        """
        return self._written(0, len(self._tokens))

    def answer(self, call: Call, rows: str) -> None:
        """Put a group graph pattern in the place of a call."""
        self._answers[call.start] = rows

    def variables(self, call: Call) -> set[str]:
        """Give the names of the variables in the pattern of a call."""
        return self._variables(call.group, call.stop)

    def question(self, call: Call, bindings: str = "") -> str:
        """Give the query for the other server; ``bindings`` is a VALUES clause that narrows it."""
        pattern = self._written(call.group, call.stop)
        return f"{self._declarations()}SELECT * WHERE {pattern} {bindings}".strip()

    def beside(self, call: Call, limit: int) -> tuple[str, tuple[str, ...]]:
        """Give the query for what a call is joined with, and the variables that they share.

        The query is empty where nothing is shared. Its rows narrow what the other server has to send: the
        elements before the call, and those after it up to the first that is no join, are joined with it
        whatever follows. FILTER is left out, for it may speak of what the call will bind.
        """
        before, bound = self._unfiltered(call.around + 1, call.start)
        after, bound_after = self._unfiltered(call.stop, self._joined_until(call))
        shared = tuple(sorted((bound | bound_after) & self.variables(call)))
        if not shared:
            return "", ()
        pattern = f"{{ {before} {{ }} {after} }}"
        if graph := self._graph_around(call):
            pattern = f"{{ GRAPH {graph} {pattern} }}"
        names = " ".join(f"?{name}" for name in shared)
        return (
            f"{self._declarations()}SELECT DISTINCT {names} {self._dataset()} WHERE {pattern} LIMIT {limit}",
            shared,
        )

    def _calls(self) -> Iterator[Call]:
        opened: list[int] = []
        end = -1
        for index, token in enumerate(self._tokens):
            if token.kind == "sign" and token.text == "{":
                opened.append(index)
            elif token.kind == "sign" and token.text == "}":
                del opened[-1:]
            elif _word(token) == "SERVICE":
                if index < end:
                    self._refuse(token, "A SERVICE inside of another is not passed on.")
                call = self._call(index, opened[-1] if opened else -1)
                end = call.stop
                yield call

    def _call(self, index: int, around: int) -> Call:
        after = [
            place for place in range(index + 1, len(self._tokens)) if self._tokens[place].kind != "space"
        ]
        silent = bool(after) and _word(self._tokens[after[0]]) == "SILENT"
        target, group = (*after[silent : silent + 2], -1, -1)[:2]
        token = self._tokens[index]
        if around < 0 or group < 0 or self._tokens[group].text != "{" or group not in self._partners:
            line, column = self._at(token)
            raise QueryFailed(
                "This SERVICE is not followed by an address and a pattern.",
                remedy="Write SERVICE <https://…> { … }, with every bracket closed.",
                line=line,
                column=column,
            )
        named = self._tokens[target]
        if named.kind not in ("iri", "name"):
            self._refuse(token, "The address of a SERVICE has to be written out, for it is checked first.")
        if named.kind == "name" and named.text.partition(":")[0] not in self._prologue.prefixes:
            self._refuse(token, "The address of this SERVICE has a prefix that is not declared.")
        line, column = self._at(token)
        stop = self._partners[group] + 1
        return Call(self._prologue.iri(named), silent, index, group, stop, around, line, column)

    def _written(self, start: int, stop: int) -> str:
        pieces = []
        index = start
        while index < stop:
            call = self._at_start.get(index)
            if call is None:
                pieces.append(self._tokens[index].text)
                index += 1
                continue
            lines = sum(token.text.count("\n") for token in self._tokens[call.start : call.stop])
            pieces.append(self._answers.get(index, "{ }") + "\n" * lines)
            index = call.stop
        return "".join(pieces)

    def _unfiltered(self, start: int, stop: int) -> tuple[str, set[str]]:
        """Write what stands between two places but for its own filters, and give its variables."""
        pieces: list[str] = []
        variables: set[str] = set()
        index = start
        while index < stop:
            if _word(self._tokens[index]) == "FILTER":
                index = self._end_of_constraint(index + 1, stop)
                continue
            end = index + 1
            if index in self._at_start:
                end = self._at_start[index].stop
            elif index in self._partners:
                # A filter of an inner group holds there.
                end = self._partners[index] + 1
            pieces.append(self._written(index, end))
            variables |= self._variables(index, end)
            index = end
        return "".join(pieces), variables

    def _variables(self, start: int, stop: int) -> set[str]:
        return {token.text[1:] for token in self._tokens[start:stop] if token.kind == "variable"}

    def _end_of_constraint(self, index: int, stop: int) -> int:
        exists = False
        while index < stop:
            token = self._tokens[index]
            exists = exists or _word(token) == "EXISTS"
            if index in self._partners and token.text == ("{" if exists else "("):
                return self._partners[index] + 1
            index += 1
        return stop

    def _joined_until(self, call: Call) -> int:
        end = self._partners.get(call.around, len(self._tokens))
        index = call.stop
        while index < end:
            token = self._tokens[index]
            if _word(token) in _ENDS_JOINS:
                return index
            index = self._partners[index] + 1 if index in self._partners else index + 1
        return end

    def _graph_around(self, call: Call) -> str:
        for opening in range(call.around, -1, -1):
            within = self._partners.get(opening, -1) > call.start and self._tokens[opening].text == "{"
            before = [token for token in self._tokens[:opening] if token.kind != "space"][-2:]
            if within and len(before) == 2 and _word(before[0]) == "GRAPH":
                return before[1].text
        return ""

    def _dataset(self) -> str:
        significant = [token for token in self._tokens if token.kind != "space"]
        clauses = []
        for index, token in enumerate(significant):
            if _word(token) == "FROM":
                named = _word(significant[index + 1]) == "NAMED" if index + 1 < len(significant) else False
                clauses += [each.text for each in significant[index : index + 2 + named]]
        return " ".join(clauses)

    def _declarations(self) -> str:
        base = f"BASE <{self._base}>\n" if self._base else ""
        left = self._prologue.length
        pieces = []
        for token in self._tokens:
            if left == 0:
                break
            pieces.append(token.text)
            left -= token.kind != "space"
        return f"{base}{''.join(pieces)}\n"

    def _at(self, token: Token) -> tuple[int, int]:
        return place(self._source, self._origin(token.start))

    def _refuse(self, token: Token, problem: str) -> NoReturn:
        line, column = self._at(token)
        remedy = "Name one of the endpoints that this one may ask, as SERVICE <https://…> { … }."
        raise QueryRefused(problem, remedy=remedy, line=line, column=column)


def _word(token: Token) -> str:
    return token.text.upper() if token.kind == "word" else ""


def _partners(words: Sequence[Token]) -> dict[int, int]:
    """Match each opening bracket with its closing one; those without a partner are left out."""
    opened: list[int] = []
    partners: dict[int, int] = {}
    for index, token in enumerate(words):
        if token.kind != "sign":
            continue
        if token.text in "{([":
            opened.append(index)
        elif token.text in "})]" and opened:
            partners[opened.pop()] = index
    return partners
