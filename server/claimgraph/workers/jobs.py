"""What goes to a worker and what comes back: a job, the head of its answer, or why there is none.

Both sides run the same program, so the fastest form that Python has will do.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal, NamedTuple

from claimgraph.querytext import Form

PAGE = "page"

FailureKind = Literal["refused", "failed", "unsuitable", "large", "memory", "broken"]


class Job(NamedTuple):
    """One query to evaluate.

    ``formats`` gives, for each form of query, the media type to write its answer in as the engine knows it,
    PAGE for an excerpt of at most ``rows`` rows, or None where the client accepts none. ``gzip`` has the
    answer compressed.
    """

    query: str
    base: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    formats: Mapping[Form, str | None]
    rows: int = 1_000
    gzip: bool = False

    def encode(self) -> bytes:
        """Write it for :func:`decode`."""
        return marshal.dumps((*self[:4], dict(self.formats), *self[5:]))


@dataclass(frozen=True)
class PageJob:
    """One page of the site to write, in HTML or as data of a media type as the engine knows it.

    ``parameters`` are those of the request, in their order; for the rest see ``site.page.Asked``.
    """

    path: str
    parameters: tuple[tuple[str, str], ...]
    root: str
    endpoint: str
    release: str
    media_type: str
    gzip: bool = False

    @property
    def query(self) -> str:
        """What tells it from other jobs."""
        return f"page {self.path} {self.parameters}"

    def encode(self) -> bytes:
        """Write it for :func:`decode`."""
        return marshal.dumps(
            (
                None,
                self.path,
                self.parameters,
                self.root,
                self.endpoint,
                self.release,
                self.media_type,
                self.gzip,
            )
        )


def decode(content: bytes) -> Job | PageJob:
    """Read what a job of either kind wrote."""
    fields = marshal.loads(content)  # noqa: S302
    return Job(*fields) if fields[0] is not None else PageJob(*fields[1:])


class Head(NamedTuple):
    """What is known of an answer before its first byte.

    ``volatile`` says that the same query may be answered differently each time.
    """

    form: Form | Literal["page"]
    volatile: bool
    gzip: bool

    def encode(self) -> bytes:
        """Write it for :meth:`decode`."""
        return marshal.dumps(tuple(self))

    @classmethod
    def decode(cls, content: bytes) -> Head:
        """Read what :meth:`encode` wrote."""
        return cls(*marshal.loads(content))  # noqa: S302


@dataclass(frozen=True)
class Failure:
    """Why a job has no answer: a sentence, a remedy, a place in the query, and the form of the query."""

    kind: FailureKind
    message: str
    remedy: str = ""
    line: int | None = None
    column: int | None = None
    form: Form | None = None

    def encode(self) -> bytes:
        """Write it for :meth:`decode`."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def decode(cls, content: bytes) -> Failure:
        """Read what :meth:`encode` wrote."""
        return cls(**json.loads(content))
