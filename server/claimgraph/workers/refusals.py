"""What is said to a client whose query met a limit, each time with the limit by name."""

from __future__ import annotations

import math

from claimgraph.errors import ClaimgraphError, LimitExceeded, QueryFailed, QueryRefused, UnsuitableFormat
from claimgraph.settings import Settings
from claimgraph.workers.jobs import Failure


class Refusals:
    """The errors of one configuration."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._retry = math.ceil(settings.waiting_seconds)

    def time(self, seconds: float) -> LimitExceeded:
        """For a query that ran for longer than it may."""
        own = seconds < self._settings.query_seconds
        return LimitExceeded(
            504,
            f"The query was stopped after {seconds:g} s, which is all the time it had.",
            ("timeout" if own else "query-timeout", seconds, "s"),
            remedy="Ask for less: fewer patterns without a common variable, shorter paths, a LIMIT inside."
            if not own
            else f"Ask for less, or give it more time: up to timeout={self._settings.query_seconds:g}.",
        )

    def memory(self) -> LimitExceeded:
        """For a query that took more memory than it may."""
        size = self._settings.memory_megabytes
        return LimitExceeded(
            503,
            f"The query was stopped because it took more than {size:,} MB of memory.",
            ("memory-limit", size, "MB"),
            remedy="Sort, group or build less at a time.",
        )

    def size(self) -> LimitExceeded:
        """For an answer with more bytes than are given out."""
        size = self._settings.result_megabytes
        return LimitExceeded(
            413,
            f"The answer is larger than {size:,} MB, which is more than is given out at once.",
            ("result-limit", size, "MB"),
            remedy="Ask for it in parts, with ORDER BY, LIMIT and OFFSET.",
        )

    def crowded(self) -> LimitExceeded:
        """For a query that waited too long for its turn."""
        return LimitExceeded(
            503,
            "The server is busy with other queries; this one had to wait too long.",
            ("waiting", self._settings.waiting_seconds, "s"),
            remedy="Try again in a few seconds.",
            retry=self._retry,
        )

    def full(self) -> LimitExceeded:
        """For a query that finds too many others waiting."""
        return LimitExceeded(
            503,
            "The server is busy: too many queries wait already.",
            ("waiting-queries", self._settings.waiting_queries, "queries"),
            remedy="Try again in a few seconds.",
            retry=self._retry,
        )

    def greedy(self, number: int) -> LimitExceeded:
        """For a query of a client that has too many others waiting."""
        return LimitExceeded(
            429,
            f"You have {number:,} queries waiting already.",
            ("waiting-queries-of-a-client", number, "queries"),
            remedy="Wait for their answers first.",
            retry=self._retry,
        )

    def stopping(self) -> LimitExceeded:
        """For a query that finds the server about to stop."""
        return LimitExceeded(
            503,
            "The server is stopping.",
            ("stopping", 0, "s"),
            remedy="Try again once it has started anew.",
            retry=self._retry,
        )

    def lost(self) -> LimitExceeded:
        """For a query whose worker was ended from outside, and again when it was tried again."""
        return LimitExceeded(
            503,
            "The process that worked on this query was ended, twice; perhaps the machine is short of memory.",
            ("workers", self._settings.workers, "processes"),
            remedy="Try again, or ask for less at a time.",
            retry=self._retry,
        )

    def stack(self) -> QueryFailed:
        """For a query that took the engine down."""
        return QueryFailed(
            "The engine cannot read or plan this query: it is nested too deep or chained too long.",
            remedy="Take away brackets that change nothing, list values in VALUES, or ask in parts.",
        )

    def told(self, failure: Failure) -> ClaimgraphError:
        """For what a worker said went wrong."""
        if failure.kind == "unsuitable":
            return UnsuitableFormat(failure.form or "select")
        if failure.kind == "large":
            return self.size()
        if failure.kind == "memory":
            return self.memory()
        if failure.kind == "broken":
            return QueryFailed(
                f"The engine failed at this query ({failure.message}).",
                remedy="Ask in another way, and report it if it stays.",
            )
        kind = QueryRefused if failure.kind == "refused" else QueryFailed
        return kind(failure.message, remedy=failure.remedy, line=failure.line, column=failure.column)
