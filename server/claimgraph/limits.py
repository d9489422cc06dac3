"""How large a query may be before the engine's stack gives out.

The engine's parser and optimiser call themselves for each bracket and for each part of a chain: ``1+1+…``,
or one clause after another. Where their stack ends, so does the whole process, and nothing can be caught. So
a query is measured first: in the text that the engine gets, and as it would count if the engine took an IRI's
bracket for "less than".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimgraph.lexer import Token
from claimgraph.settings import DEFAULTS, Settings

_OPERATORS = frozenset("!+-*/|&=<>^?")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")


@dataclass(frozen=True)
class Excess:
    """What a query has too much of: the token that is one too many, a sentence, and what to do."""

    token: Token
    problem: str
    remedy: str


@dataclass
class _Measure:
    settings: Settings
    operators: int = 0
    parts: int = 0
    unsure: int = 0

    def excess(self, token: Token, depth: int) -> Excess | None:
        nesting, operators, parts = (
            self.settings.query_nesting,
            self.settings.query_operators,
            self.settings.query_parts,
        )
        if depth + self.unsure > nesting:
            problem = f"Brackets are nested more than {nesting:,} deep here, which is more than is read."
            return Excess(token, problem, "Take away brackets that change nothing, or ask in parts.")
        if self.operators > operators:
            problem = f"The query has more than {operators:,} operators, which is more than is read."
            return Excess(token, problem, "List many values in VALUES or IN, or ask in parts.")
        if self.parts > parts:
            problem = f"The query has more than {parts:,} terms and keywords, which is more than is read."
            return Excess(token, problem, "List many values in VALUES or IN, or ask in parts.")
        return None


def excess(words: Iterable[Token], settings: Settings = DEFAULTS) -> Excess | None:
    """Give the first excess of a query over ``query_nesting``, ``query_operators`` or ``query_parts``.

    ``words`` are its tokens as the engine gets them. What stands in the data block of VALUES or in the list
    of IN is no part, for it makes no chain.
    """
    words = list(words)
    if _surely_small(words, settings):
        return None
    measure = _Measure(settings)
    # For each open bracket: whether it is a list of values.
    opened: list[bool] = []
    before = ""
    values = False
    for token in words:
        if token.kind in ("space", "comment"):
            continue
        depth = len(opened)
        if token.kind == "sign" and token.text in _OPENING:
            listed = values if token.text == "{" else before == "IN" or bool(opened and opened[-1])
            opened.append(listed)
            values = values and token.text != "{"
            depth += 1
            measure.parts += not listed
        elif token.kind == "sign" and token.text in _CLOSING:
            del opened[-1:]
        elif token.kind == "sign":
            measure.operators += token.text in _OPERATORS
        else:
            measure.parts += not (opened and opened[-1])
            values = values or token.text.upper() == "VALUES"
            if token.kind == "iri":
                depth += _deepest(token.text)
                measure.operators += _doubtful(token.text)
        if found := measure.excess(token, depth):
            return found
        if token.kind == "iri":
            measure.unsure += max(0, _left_open(token.text))
            # An IRI without open brackets ends whatever it could begin.
            if _left_open(token.text) <= 0:
                measure.operators -= _doubtful(token.text)
        before = token.text.upper()
    return None


def _surely_small(words: list[Token], settings: Settings) -> bool:
    """Tell, without looking at each token, whether a query is small even if all of it counts."""
    text = "".join([token.text for token in words])
    return (
        len(words) <= settings.query_parts
        and sum(map(text.count, _OPENING)) <= settings.query_nesting
        and sum(map(text.count, _OPERATORS)) <= settings.query_operators
    )


def _left_open(iri: str) -> int:
    return sum(iri.count(sign) for sign in _OPENING) - sum(iri.count(sign) for sign in _CLOSING)


def _deepest(iri: str) -> int:
    return sum(iri.count(sign) for sign in _OPENING)


def _doubtful(iri: str) -> int:
    return sum(iri.count(sign) for sign in _OPERATORS)
