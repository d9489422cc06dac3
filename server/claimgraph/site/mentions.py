"""What is said about an entity: the propositions that name it in a role, and whose words that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from claimgraph.namespaces import CG
from claimgraph.site.accounts import STANCES, Account, Accounts
from claimgraph.site.reader import Reader, cg
from claimgraph.site.spans import ALLEGED, Span, span

ABOUT = cg("about")
_FAMILY = cg("alleged")
_ROLES = f"{CG}alleged"
_REMEMBERED = 20_000


@dataclass(frozen=True)
class Mention:
    """A proposition, the roles in which it names the entity, when that is alleged to be, and who says so.

    Each account comes with the stance it takes; there is none if the proposition only stands inside another.
    """

    proposition: ox.NamedNode
    roles: Sequence[ox.NamedNode]
    when: Span
    said: Sequence[tuple[ox.NamedNode, Account]]

    @property
    def order(self) -> tuple[object, ...]:
        """Give a key: the first account decides; what nobody claims comes last."""
        return (0, *self.said[0][1].order) if self.said else (1, self.proposition.value)


def roles(leading: Mapping[ox.NamedNode, Sequence[ox.NamedNode]]) -> dict[ox.NamedNode, list[ox.NamedNode]]:
    """Find, in all that leads to an entity, the propositions that name it, each with the roles."""
    found: dict[ox.NamedNode, list[ox.NamedNode]] = {}
    named = [role for role in leading if role.value.startswith(_ROLES) and role != _FAMILY]
    for role in (ABOUT, *sorted(named, key=str)):
        for proposition in leading.get(role, ()):
            found.setdefault(proposition, []).append(role)
    return found


class Mentions:
    """Reads who says what of propositions; remembers what it read."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts
        self._told = lru_cache(_REMEMBERED)(self._read)

    def of(self, named: Mapping[ox.NamedNode, Sequence[ox.NamedNode]]) -> list[Mention]:
        """Give who says what of the propositions that :func:`roles` found."""
        found = (
            Mention(proposition, those, *self._told(proposition)) for proposition, those in named.items()
        )
        return sorted(found, key=lambda each: each.order)

    def _read(self, proposition: ox.NamedNode) -> tuple[Span, Sequence[tuple[ox.NamedNode, Account]]]:
        reader = self._accounts.reader
        leading = reader.leading(proposition)
        said = [(stance, self._accounts.of(claim)) for stance in STANCES for claim in leading.get(stance, ())]
        said.sort(key=lambda pair: pair[1].order)
        return span(reader, proposition, ALLEGED), said


def of_kind(reader: Reader, propositions: Iterable[ox.NamedNode], kind: str) -> list[ox.NamedNode]:
    """Give those of the propositions that are of a kind, by the local name of its class."""
    wanted = cg(kind).value
    return [each for each in propositions if wanted in reader.types(each)]
