"""What a request asks of the pool: a job, the formats it may be answered in, and the key of its answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from starlette.requests import Request

from claimgraph.cache import Key, answer_key, etag
from claimgraph.editions import Edition
from claimgraph.errors import RequestError
from claimgraph.negotiation import GRAPHS, HTML, RESULTS, Choice, Format, choose, named, takes_gzip
from claimgraph.protocol import Parameters, endpoint_url
from claimgraph.querytext import Form
from claimgraph.workers.jobs import PAGE, Job
from claimgraph.workers.ticket import Ticket

WISHES = 1_000
BEGUN = "claimgraph.begun"


class Choices(NamedTuple):
    """How an answer is written: rows (or yes and no) in one format, triples in another; None if in none."""

    results: Choice | None
    graphs: Choice | None

    @property
    def page(self) -> bool:
        """Whether an answer may be a page."""
        return any(choice is not None and choice.format is HTML for choice in self)

    @property
    def formats(self) -> Mapping[Form, str | None]:
        """The same in the words of a job."""
        results, graphs = (_engine(choice) for choice in self)
        return {"select": results, "ask": results, "construct": graphs, "describe": graphs}


class Asked(NamedTuple):
    """A query with all that its answer depends on; ``tag`` is its entity tag, empty for POST.

    ``lasting`` says that it depends on nothing but the release.
    """

    edition: Edition
    choices: Choices
    job: Job
    key: Key
    tag: str
    lasting: bool


class Begun(NamedTuple):
    """A query that was submitted before its request came to the endpoint."""

    asked: Asked
    ticket: Ticket


class Wish(NamedTuple):
    """What the headers of a request say of its answer: the URL of the endpoint, the formats, compression.

    ``formats`` and ``written`` are the formats again, in the words of a job and of Content-Type.
    """

    url: str
    choices: Choices
    gzip: bool
    formats: Mapping[Form, str | None]
    written: tuple[str, str]


class Wishes:
    """Reads what clients accept; what was read before is not read again."""

    def __init__(self) -> None:
        self._known: dict[tuple[str | None, str | None], Choices] = {}

    def of(self, request: Request, name: str | None) -> Wish:
        """Read the headers of a request; ``name`` is its ``format=``, which outweighs Accept."""
        choices = self.choices(request, name)
        gzip = takes_gzip(", ".join(request.headers.getlist("accept-encoding"))) and not choices.page
        results, graphs = (choice.content_type if choice else "" for choice in choices)
        return Wish(endpoint_url(request), choices, gzip, choices.formats, (results, graphs))

    def choices(self, request: Request, name: str | None) -> Choices:
        """Choose formats for a request."""
        wish = name, accepted(request)
        if (known := self._known.get(wish)) is None:
            known = Choices(_choice(*wish, RESULTS), _choice(*wish, GRAPHS))
            if len(self._known) >= WISHES:
                self._known.clear()
            self._known[wish] = known
        return known


def read_asked(
    wish: Wish, parameters: Parameters, query: str, edition: Edition, rows: int, *, tagged: bool
) -> Asked:
    """Put together what a query asks for; ``rows`` bounds what a page shows.

    ``query`` is what is evaluated: that of the request, with the rows of other servers where it asks some.
    The answer has an entity tag if it is to be ``tagged`` and lasts.
    """
    url, choices, gzip, formats, written = wish
    job = Job(query, url, parameters.default_graphs, parameters.named_graphs, formats, rows, gzip)
    key = answer_key(edition.key, url, query, written, parameters.dataset, gzip=gzip)
    lasting = query == parameters.query
    tag = etag(key) if lasting and tagged else ""
    return Asked(edition, choices, job, key, tag, lasting)


def accepted(request: Request) -> str | None:
    """Give the Accept header, None if there is none."""
    headers = request.headers.getlist("accept")
    return ", ".join(headers) if headers else None


def _choice(name: str | None, accept: str | None, offered: tuple[Format, ...]) -> Choice | None:
    return named(name, (*offered, HTML)) if name is not None else choose(accept, (*offered, HTML))


def unsuitable(form: str) -> RequestError:
    """Say which formats there are for an answer to a query of this form."""
    offered = RESULTS if form in ("select", "ask") else GRAPHS
    names = ", ".join(each.names[0] for each in offered)
    types = ", ".join(each.media_type for each in offered)
    return RequestError(
        406,
        "The answer cannot be given in a format that this request accepts.",
        remedy=f"Accept one of {types}, or add format= with one of {names}.",
    )


def _engine(choice: Choice | None) -> str | None:
    if choice is None:
        return None
    return choice.format.engine.media_type if choice.format.engine is not None else PAGE
