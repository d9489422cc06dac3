"""Decided rows held against the items as they are today."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from claimgraph.findings import Finding, Severity
from claimgraph.linking.entities import Entity
from claimgraph.linking.items import Item, folded
from claimgraph.linking.kinds import judge
from claimgraph.linking.linktable import Decision
from claimgraph.linking.ranking import matches, too_far
from claimgraph.namespaces import CHECK, WD

_LABELS_TOLD = 3


def audit(
    decisions: Sequence[Decision],
    items: Mapping[str, Item],
    entity: Callable[[Decision], Entity],
    file: str,
) -> Iterator[Finding]:
    """Report what is wrong with the item of each row; ``items`` are under the ids that the rows have.

    Deleted, merged, of another name, of a type that does not fit, or elsewhere: a violation. That an item is
    only called otherwise first, or that one was rejected which is no more, is told as a note.
    """
    for decision in decisions:
        if decision.item is None:
            continue
        row = _Row(decision, items[decision.item], entity(decision), file)
        if decision.rejected:
            yield from row.rejected(decisions)
        else:
            yield from row.accepted()


class _Row:
    def __init__(self, decision: Decision, item: Item, entity: Entity, file: str) -> None:
        self._decision = decision
        self._item = item
        self._entity = entity
        self._file = file
        self._asked = f"wd:{decision.item}"

    def accepted(self) -> Iterator[Finding]:
        if self._item.missing:
            yield self._finding(
                "violation",
                f"{self._asked} was deleted, or never was.",
                f"Reject the row with the reason, and look again: claimgraph link {self._entity.name}.",
            )
            return
        if self._item.id != self._decision.item:
            yield self._finding(
                "violation",
                f"{self._asked} was merged into wd:{self._item.id} ({self._item.label}).",
                f"Write wd:{self._item.id} if that is what is meant, else reject the row.",
            )
        yield from self._name()
        fit, kind = judge(self._entity.kind, self._item.kinds | {*self._item.types})
        if fit == "unfit":
            yield self._finding(
                "violation",
                f"{self._asked} is a {kind} now, which does not fit a {self._entity.kind}.",
                "Look at the item, and reject the row if it is not what is meant.",
            )
        if (far := too_far(self._entity, self._item)) is not None:
            yield self._finding(
                "violation",
                f"{self._asked} lies {far:,.0f} km from where {self._entity.name} does.",
                "Look at both positions, and reject the row if the item is another place.",
            )

    def rejected(self, decisions: Sequence[Decision]) -> Iterator[Finding]:
        if self._item.missing:
            yield self._finding(
                "info", f"{self._asked}, which is rejected, was deleted.", "Keep the row, or delete it."
            )
        elif self._item.id != self._decision.item:
            target = self._item.id
            clash = next(
                (
                    each
                    for each in decisions
                    if each.accepted and each.subject == self._decision.subject and each.item == target
                ),
                None,
            )
            if clash:
                yield self._finding(
                    "violation",
                    f"{self._asked} is rejected, but was merged into wd:{target}, "
                    f"which line {clash.line} accepts.",
                    "Decide anew which of the two rows is right, and delete the other.",
                )
            else:
                yield self._finding(
                    "info",
                    f"{self._asked}, which is rejected, was merged into wd:{target}.",
                    f"Write wd:{target} if that is rejected too.",
                )

    def _name(self) -> Iterator[Finding]:
        written = self._decision.cells["object_label"]
        today = {folded(name) for name, _, _ in self._item.names()}
        labels = {folded(label) for label in self._item.labels.values()}
        if folded(written) in labels:
            return
        if folded(written) in today:
            yield self._finding(
                "info",
                f"{self._asked} is now called “{self._item.label}”; “{written}” is an alias.",
                "Write the label of today, or leave it.",
            )
        elif found := matches(self._entity, self._item):
            yield self._finding(
                "info",
                f"{self._asked} is now called “{self._item.label}”; “{written}” is gone, "
                f"“{found[0][1]}” is still a name.",
                "Write the label of today.",
            )
        else:
            names = [name for name, _, _ in self._item.names()][:_LABELS_TOLD]
            told = ", ".join(f"“{name}”" for name in names) or "nothing"
            yield self._finding(
                "violation",
                f"{self._asked} is called “{written}” here, but neither that nor any of our names is among "
                f"its own today: {told}.",
                "See whether it is still the same thing: then write the label of today, else reject the row.",
            )

    def _finding(self, severity: Severity, sentence: str, remedy: str) -> Finding:
        return Finding(
            severity,
            self._file,
            self._decision.line,
            f"{self._entity.name}: {sentence}",
            remedy,
            focus=self._decision.subject,
            value=WD[self._decision.item or ""],
            source=str(CHECK["link-audit"]),
        )
