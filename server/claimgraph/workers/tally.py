"""What the pool counts; it is read when somebody asks for the metrics."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from claimgraph.errors import AnswerBroken, ClaimgraphError, LimitExceeded


@dataclass
class Tally:
    """Numbers since the start.

    ``outcomes`` counts queries by how they ended: answered, failed, withdrawn, or the name of the limit they
    met. ``killed`` and ``crashed`` count workers, ``moved`` queries that went on to the long lane, and
    ``retried`` those that were begun anew because their worker was ended from outside.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    killed: int = 0
    crashed: int = 0
    moved: int = 0
    retried: int = 0

    def count(self, error: ClaimgraphError | None) -> None:
        """Count the end of a query."""
        if error is None:
            self.outcomes["answered"] += 1
        elif isinstance(error, LimitExceeded):
            self.outcomes[error.limit[0]] += 1
        elif isinstance(error, AnswerBroken):
            self.outcomes["withdrawn"] += 1
        else:
            self.outcomes["failed"] += 1
