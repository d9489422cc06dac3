"""Every address of the site: the path of a name of the graph is what follows the namespace, on any host."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote, urlencode

from claimgraph.namespaces import BASE

SUFFIXES = ("html", "ttl", "jsonld", "nt", "rdf")


class Addresses:
    """Writes links for a server that is shown under ``root``, a path without a slash at its end."""

    def __init__(self, root: str = "") -> None:
        self._root = root

    def page(self, path: str, parameters: Iterable[tuple[str, str]] = ()) -> str:
        """Give the address of a page by its path, ``events`` for example; empty for the first page."""
        query = urlencode([pair for pair in parameters if pair[1]])
        return f"{self._root}/{quote(path, safe=_SAFE)}{'?' if query else ''}{query}"

    def of(self, iri: str) -> str:
        """Give the address that says what is known of an IRI: here if it is ours, else by its full name."""
        if iri.startswith(BASE) and iri != BASE:
            # What is escaped in an IRI is a part of its name, and stays as it is.
            return f"{self._root}/{quote(iri[len(BASE) :], safe=_SAFE + '%')}"
        return self.page("about", [("iri", iri)])

    def data(self, iri: str, suffix: str) -> str:
        """Give the address of what is known of an IRI in one format, by its suffix."""
        if iri.startswith(BASE) and iri != BASE:
            return f"{self.of(iri)}.{suffix}"
        return self.page("about", [("iri", iri), ("format", suffix)])

    def why(self, subject: str, predicate: str, value: str) -> str:
        """Give the address that says why a triple is in the graph; ``value`` is a term in N-Triples."""
        return self.page("why", [("subject", subject), ("predicate", predicate), ("object", value)])


def iris_of(path: str) -> list[str]:
    """Give the IRIs that the path of a request may stand for, as it came and without its first slash.

    A client escapes characters beyond ASCII, which an IRI may have as they are.
    """
    return list(dict.fromkeys((BASE + path, BASE + unquote(path))))


def split_suffix(path: str) -> tuple[str, str]:
    """Part a path from the suffix of a format at its end; the suffix is empty if there is none."""
    stem, dot, suffix = path.rpartition(".")
    return (stem, suffix) if dot and stem and suffix in SUFFIXES else (path, "")


_SAFE = "/-._~:@!$&'()*+,;="
