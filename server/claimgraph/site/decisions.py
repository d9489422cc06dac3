"""Links to other datasets as the decisions they are: made, rejected, or that there is nothing to link to."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from claimgraph.namespaces import OWL, PAV, SSSOM
from claimgraph.site.reader import COMMENT, Node, Reader

_SOURCE = ox.NamedNode(str(OWL.annotatedSource))
_PREDICATE = ox.NamedNode(str(OWL.annotatedProperty))
_TARGET = ox.NamedNode(str(OWL.annotatedTarget))
_WHEN = ox.NamedNode(str(PAV.authoredOn))
_NONE = ox.NamedNode(str(SSSOM.NoTermFound))
# What a kind of match says, in words that say no more.
_CLOSENESS = {
    "exactMatch": "the same",
    "closeMatch": "close to it, not the same",
    "broadMatch": "wider than it",
    "narrowMatch": "narrower than it",
    "relatedMatch": "related, not the same",
}


@dataclass(frozen=True)
class Decision:
    """One row of the link table: the item, if there is one, and what was decided about it.

    ``closeness`` is empty where the item was rejected or there is none.
    """

    mapping: ox.NamedNode
    item: ox.NamedNode | None
    label: str
    predicate: ox.NamedNode | None
    verdict: str
    closeness: str
    confidence: str
    why: str
    who: str
    when: str

    @property
    def accepted(self) -> bool:
        """Tell whether the link was made."""
        return bool(self.closeness)


def decisions(reader: Reader, entity: Node) -> list[Decision]:
    """Give what was decided about links of an entity: those made first."""
    found = [_read(reader, mapping) for mapping in reader.subjects(_SOURCE, entity)]
    return sorted(found, key=lambda each: (not each.accepted, each.item is None, str(each.item)))


def _read(reader: Reader, mapping: ox.NamedNode) -> Decision:
    def text(name: str) -> str:
        return reader.text(mapping, ox.NamedNode(f"{SSSOM}{name}"))

    target, predicate = reader.node(mapping, _TARGET), reader.node(mapping, _PREDICATE)
    rejected = reader.node(mapping, ox.NamedNode(str(SSSOM.predicate_modifier))) is not None
    item = None if target == _NONE else target
    verdict = "no item" if item is None else "rejected" if rejected else "linked"
    name = predicate.value.rpartition("#")[2] if predicate else ""
    return Decision(
        mapping,
        item,
        text("object_label"),
        predicate,
        verdict,
        _CLOSENESS.get(name, name) if verdict == "linked" else "",
        text("confidence"),
        reader.text(mapping, COMMENT),
        text("author_label"),
        reader.text(mapping, _WHEN),
    )
