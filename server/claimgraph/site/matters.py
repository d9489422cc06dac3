"""A matter: one proposition and the accounts of it, in columns by what each says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.namespaces import CG
from claimgraph.site.accounts import STANCES, Account, Accounts, nodes, notes
from claimgraph.site.headings import DENIES_IMPLIED, HEADINGS, IMPLIED, MISSES, QUESTIONS, TOLD
from claimgraph.site.qualifiers import in_digits, number, qualifier
from claimgraph.site.reader import TYPE, Facts, Reader, cg
from claimgraph.site.relations import Relations
from claimgraph.site.spans import ALLEGED, Span, span

_REMEMBERED = 20_000


@dataclass(frozen=True)
class Statement:
    """A proposition in words, with the propositions that it contains, by role."""

    node: ox.NamedNode
    parts: tuple[tuple[ox.NamedNode, Statement], ...] = ()


@dataclass(frozen=True)
class Entry:
    """An account in a column, the triple that puts it there, and what that triple leaves out.

    ``through`` is the proposition that the account is about if it is another; ``instead`` what it denies
    where it denies something else, and ``missed`` the claims that this misses.
    """

    account: Account
    predicate: ox.NamedNode
    value: ox.NamedNode
    through: Statement | None = None
    own: bool = False
    instead: tuple[ox.NamedNode, ...] = ()
    missed: tuple[Account, ...] = ()


@dataclass(frozen=True)
class Column:
    """The accounts that say one thing of a proposition; none if it is said that nobody does."""

    key: str
    sign: str
    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Matter:
    """A proposition, what it carries, and its accounts in columns."""

    node: ox.NamedNode
    kind: str
    statement: Statement
    columns: tuple[Column, ...]
    figures: tuple[tuple[ox.NamedNode, str], ...]
    when: Span
    roles: tuple[tuple[ox.NamedNode, tuple[ox.NamedNode, ...]], ...]
    embedding: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
    alternatives: tuple[ox.NamedNode, ...]
    entails: tuple[ox.NamedNode, ...]
    entailed_by: tuple[ox.NamedNode, ...]
    reason_of: tuple[Account, ...]
    notes: tuple[str, ...]
    accounts: tuple[Account, ...] = field(repr=False)

    @property
    def question(self) -> str:
        """Give the question that the proposition answers."""
        return QUESTIONS.get(self.kind, "Other")

    @property
    def order(self) -> tuple[object, ...]:
        """Give a key for the order of pages: as its first account."""
        return not self.accounts, self.accounts[0].order if self.accounts else (), self.node.value


class Matters:
    """Reads propositions with their accounts; remembers what it read."""

    def __init__(self, reader: Reader, accounts: Accounts) -> None:
        self.reader = reader
        self.accounts = accounts
        self.relations = Relations(reader, self.accounts.references)
        self.of = lru_cache(_REMEMBERED)(self._read)
        self._parts = lru_cache(_REMEMBERED)(self._read_parts)

    def sorted(self, propositions: Iterable[ox.NamedNode]) -> list[Matter]:
        """Give the matters of propositions in the order of pages."""
        return sorted((self.of(each) for each in set(propositions)), key=lambda matter: matter.order)

    def statement(self, proposition: ox.NamedNode, depth: int = 3) -> Statement:
        """Give a proposition with what it contains, down to a depth."""
        parts = self._parts(proposition) if depth else ()
        return Statement(proposition, tuple((role, self.statement(part, depth - 1)) for role, part in parts))

    def times(self, account: Account) -> list[Span]:
        """Give when what an account speaks of happened, according to it, where the text has a time."""
        found = [self.of(value).when for _, value in account.stances[:3]]
        return list(dict.fromkeys(each for each in found if each.dated or each.expression))

    def _read(self, proposition: ox.NamedNode) -> Matter:
        facts, leading = self.reader.facts(proposition), self.reader.leading(proposition)
        found = self._entries(proposition, leading)
        columns = tuple(_columns(found))
        accounts = {entry.account.claim: entry.account for entries in found.values() for entry in entries}
        return Matter(
            proposition,
            _kind(facts),
            self.statement(proposition),
            columns,
            tuple((figure, _figure(self.reader, figure)) for figure in nodes(facts, "figure")),
            span(self.reader, proposition, ALLEGED),
            tuple(_roles(facts)),
            tuple(
                (role, each)
                for role, subjects in leading.items()
                if role.value.startswith(_ALLEGED) and role.value != _ALLEGED
                for each in subjects
            ),
            nodes(facts, "alternativeTo"),
            nodes(facts, "entails"),
            nodes(facts, "entailedBy"),
            tuple(self.accounts.sorted(leading.get(cg("justifiedBy"), ()))),
            notes(facts),
            tuple(sorted(accounts.values(), key=lambda account: account.order)),
        )

    def _entries(
        self, proposition: ox.NamedNode, leading: Mapping[ox.NamedNode, Sequence[ox.NamedNode]]
    ) -> dict[ox.NamedNode, list[Entry]]:
        found: defaultdict[ox.NamedNode, list[Entry]] = defaultdict(list)
        for stance in STANCES:
            for claim in leading.get(stance, ()):
                found[stance].append(Entry(self.accounts.of(claim), stance, proposition))
        direct = {entry.account.claim for entries in found.values() for entry in entries}
        for implied in (IMPLIED, DENIES_IMPLIED):
            for claim in leading.get(implied, ()):
                if claim not in direct:
                    found[implied].append(Entry(self.accounts.of(claim), implied, proposition))
        for told in leading.get(TOLD, ()):
            found[TOLD] += self._told(told)
        found[MISSES] += self._missing(found[cg("affirms")], direct)
        return found

    def _told(self, told: ox.NamedNode) -> Iterable[Entry]:
        speakers = self.reader.nodes(told, cg("allegedSpeaker"))
        leading = self.reader.leading(told)
        for stance in STANCES:
            for claim in leading.get(stance, ()):
                account = self.accounts.of(claim)
                own = bool(set(speakers) & set(account.speakers)) and not account.open
                yield Entry(account, stance, told, through=self.statement(told), own=own)

    def _missing(self, affirming: Iterable[Entry], direct: set[ox.NamedNode]) -> Iterable[Entry]:
        missed: defaultdict[ox.NamedNode, list[Account]] = defaultdict(list)
        for entry in affirming:
            for claim in self.reader.subjects(MISSES, entry.account.claim):
                if claim not in direct:
                    missed[claim].append(entry.account)
        for claim, claims in missed.items():
            account = self.accounts.of(claim)
            denied = tuple(value for stance, value in account.stances if stance == cg("negates"))
            claims.sort(key=lambda each: each.order)
            yield Entry(account, MISSES, claims[0].claim, instead=denied, missed=tuple(claims))

    def _read_parts(self, proposition: ox.NamedNode) -> tuple[tuple[ox.NamedNode, ox.NamedNode], ...]:
        return tuple(
            (role, value)
            for role, values in _roles(self.reader.facts(proposition))
            for value in values
            if isinstance(value, ox.NamedNode) and cg("Proposition").value in self.reader.types(value)
        )


def _columns(found: Mapping[ox.NamedNode, Sequence[Entry]]) -> Iterable[Column]:
    """Give the columns with accounts, and the empty ones that say that nobody affirms or denies."""
    said = {key for key, entries in found.items() if entries}
    empty = set()
    if said & {cg("affirms"), cg("presupposes"), TOLD, IMPLIED}:
        empty.add(cg("negates"))
    if said & {cg("negates"), cg("mayNegate"), DENIES_IMPLIED}:
        empty.add(cg("affirms"))
    for key, (sign, heading, _) in HEADINGS.items():
        entries = sorted(found.get(key, ()), key=lambda entry: entry.account.order)
        if entries or key in empty:
            yield Column(key.value[len(CG) :], sign, heading, tuple(entries))


def _roles(facts: Facts) -> Iterable[tuple[ox.NamedNode, tuple[ox.NamedNode, ...]]]:
    for role, values in sorted(facts.items(), key=lambda item: item[0].value):
        if role.value.startswith(_ALLEGED) and role.value != _ALLEGED:
            yield role, tuple(value for value in values if isinstance(value, ox.NamedNode))


def _figure(reader: Reader, figure: ox.NamedNode) -> str:
    """Write a figure in words, with its qualifier and unit; a unit of people goes without saying."""
    term, unit = reader.node(figure, cg("qualifier")), reader.node(figure, cg("unit"))
    label = reader.label(term) if term else ""
    value = number(reader.text(figure, cg("value")))
    words = qualifier(term, label).words.format(in_digits(value)) if value is not None else label
    return words if unit is None or unit == cg("People") else f"{words} ({reader.label(unit)})"


def _kind(facts: Facts) -> str:
    """Give the local name of the most special class of a proposition."""
    names = [
        value.value[len(CG) :]
        for value in facts.get(TYPE, ())
        if isinstance(value, ox.NamedNode) and value.value.startswith(str(CG))
    ]
    return next((name for name in names if name in QUESTIONS), next(iter(names), ""))


_ALLEGED = cg("alleged").value
