"""What the server and a worker say to each other of a connection that is lent."""

from __future__ import annotations

import marshal
import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claimgraph.formdata import read_pairs, unquoted
from claimgraph.querytext import Form

_NUMBER = struct.Struct("!Q")
_IN_A_URL = re.compile(rb"[!-\"$->@-~?]*")
_FIELDS = 100


class Terms(NamedTuple):
    """The requests that a worker may answer over a lent connection, and what belongs to their answers.

    They are the request that was answered last, to the byte ``before`` and ``behind`` the query string; so
    nothing of them has to be read but that. ``edition`` is the key of the edition, ``url`` that of the
    endpoint, ``formats`` are those of a job and ``written`` the same as Content-Type of rows and of triples.
    ``format`` is the value of ``format=``, None if there was none.
    """

    before: bytes
    behind: bytes
    client: str
    edition: str
    url: str
    formats: Mapping[Form, str | None]
    written: tuple[str, str]
    gzip: bool
    format: str | None

    def encode(self, request: bytes) -> bytes:
        """Write them for :meth:`decode`, with a request that was received, if there is one."""
        return marshal.dumps((request, *self[:5], dict(self.formats), *self[6:]))

    @classmethod
    def decode(cls, content: bytes) -> tuple[Terms, bytes]:
        """Read what :meth:`encode` wrote."""
        request, *terms = marshal.loads(content)  # noqa: S302
        return cls(*terms), request

    def query_string(self, content: bytes) -> bytes | None:
        """Give the query string of a request; None unless it is whole, alone, and one of these requests."""
        if not (content.startswith(self.before) and content.endswith(self.behind)):
            return None
        found = content[len(self.before) : -len(self.behind)]
        return found if _IN_A_URL.fullmatch(found) else None

    def query(self, query_string: bytes, most: int) -> str | None:
        """Read the query from a query string; None if it is not there once, or has more than ``most`` bytes.

        None also if the query string says more than that.
        """
        try:
            if self.format is None and query_string.startswith(b"query=") and b"&" not in query_string:
                return _bounded(unquoted(query_string[6:]), most)
            pairs = read_pairs(query_string, _FIELDS)
        except ValueError:
            return None
        queries = [value for name, value in pairs if name == "query"]
        rest = [pair for pair in pairs if pair[0] != "query"]
        wanted = [] if self.format is None else [("format", self.format)]
        return _bounded(queries[0], most) if len(queries) == 1 and rest == wanted else None


def _bounded(query: str, most: int) -> str | None:
    short = len(query) <= most // 4 or len(query.encode()) <= most
    return query if query and short else None


class Entry(NamedTuple):
    """A request that a worker answered: whose, in how many seconds, with how many bytes.

    ``form`` is that of its query, ``kept`` says that the answer was given before. The ``query`` itself is
    there only if it is to be noted.
    """

    client: str
    seconds: float
    size: int
    form: str
    kept: bool
    query: str | None


@dataclass(frozen=True)
class Report:
    """What a worker answered since its last report, and the answers that it keeps: bytes and number."""

    entries: Sequence[Entry]
    kept_bytes: int
    kept: int

    def encode(self) -> bytes:
        """Write it for :meth:`decode`."""
        return marshal.dumps(([*map(tuple, self.entries)], self.kept_bytes, self.kept))

    @classmethod
    def decode(cls, content: bytes) -> Report:
        """Read what :meth:`encode` wrote."""
        entries, size, number = marshal.loads(content)  # noqa: S302
        return cls([Entry(*each) for each in entries], size, number)


def numbered(number: int, content: bytes = b"") -> bytes:
    """Put the number of a loan before something."""
    return _NUMBER.pack(number) + content


def read_numbered(content: bytes) -> tuple[int, bytes]:
    """Take apart what :func:`numbered` put together."""
    return _NUMBER.unpack_from(content)[0], content[_NUMBER.size :]
