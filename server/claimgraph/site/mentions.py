"""What is said about an entity: the propositions that name it in a role, and whose words that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from claimgraph.namespaces import CG
from claimgraph.site.accounts import STANCES, Account, Accounts
from claimgraph.site.reader import Reader, cg
from claimgraph.site.spans import ALLEGED, Span, span

ABOUT = cg("about")
_FAMILY = cg("alleged")
_ROLES = f"{CG}alleged"


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


def roles(reader: Reader, entity: ox.NamedNode) -> dict[ox.NamedNode, list[ox.NamedNode]]:
    """Give the propositions that name an entity, each with the roles; what it is about comes first."""
    found: dict[ox.NamedNode, list[ox.NamedNode]] = {}
    leading = reader.leading(entity)
    named = [role for role in leading if role.value.startswith(_ROLES) and role != _FAMILY]
    for role in (ABOUT, *sorted(named, key=str)):
        for proposition in leading.get(role, ()):
            found.setdefault(proposition, []).append(role)
    return found


def mentions(accounts: Accounts, named: Mapping[ox.NamedNode, Sequence[ox.NamedNode]]) -> list[Mention]:
    """Give who says what of the propositions that :func:`roles` found."""
    found = (mention(accounts, proposition, those) for proposition, those in named.items())
    return sorted(found, key=lambda each: each.order)


def mention(accounts: Accounts, proposition: ox.NamedNode, named: Sequence[ox.NamedNode] = ()) -> Mention:
    """Give who says what of one proposition."""
    leading = accounts.reader.leading(proposition)
    said = [(stance, accounts.of(claim)) for stance in STANCES for claim in leading.get(stance, ())]
    said.sort(key=lambda pair: pair[1].order)
    return Mention(proposition, named, span(accounts.reader, proposition, ALLEGED), said)


def of_kind(reader: Reader, propositions: Iterable[ox.NamedNode], kind: str) -> list[ox.NamedNode]:
    """Give those of the propositions that are of a kind, by the local name of its class."""
    wanted = cg(kind).value
    return [each for each in propositions if wanted in reader.types(each)]
