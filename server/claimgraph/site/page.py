"""What is asked of the site and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

if TYPE_CHECKING:
    from claimgraph.site.site import Site


@dataclass(frozen=True)
class Asked:
    """A request for a page: its path as it came, without the first slash and without suffix, and
    its parameters.

    ``root`` is the path under which the server is shown, ``endpoint`` the URL of its ``/sparql``, ``release``
    the digest of what it serves.
    """

    path: str
    parameters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    root: str = ""
    endpoint: str = ""
    release: str = ""

    def first(self, name: str, default: str = "") -> str:
        """Give the first value of a parameter."""
        return next(iter(self.parameters.get(name, ())), default)


@dataclass(frozen=True)
class Page:
    """A page before it is written: a template with what it shows.

    ``about`` are the entities whose statements are this page as data, unless ``triples`` are; ``scripts`` are
    files that it loads.
    One with a ``document`` is no page for people, but that as JSON.
    """

    title: str
    template: str
    content: Mapping[str, Any]
    about: Sequence[ox.NamedNode] = ()
    scripts: Sequence[str] = ()
    styles: Sequence[str] = ()
    status: int = 200
    triples: Sequence[ox.Triple] | None = None
    document: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Rendered:
    """A page as it is sent: status, bytes, whether scripts may run on it, and whether it is compressed.

    A ``private`` page may have passages of articles in it, which no other site may read from here.
    ``media_type`` is empty if it is the one that was asked for.
    """

    status: int
    body: bytes
    scripts: bool = False
    gzip: bool = False
    private: bool = False
    media_type: str = ""


PageMaker = Callable[["Site", Asked], Page | None]
ResourceMaker = Callable[["Site", Asked, ox.NamedNode], Page]
