"""A page as data: the statements about what it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from claimgraph.site.reader import TYPE, Reader


def statements(reader: Reader, about: Iterable[ox.NamedNode]) -> list[ox.Triple]:
    """Give what is said of some entities, and what leads to them, but not the members of a class."""
    return list(dict.fromkeys(_statements(reader, about)))


def _statements(reader: Reader, about: Iterable[ox.NamedNode]) -> Iterator[ox.Triple]:
    for entity in about:
        for quad in reader.outgoing(entity):
            yield quad.triple
            if isinstance(quad.object, ox.BlankNode):
                yield from (inner.triple for inner in reader.outgoing(quad.object))
        for quad in reader.incoming(entity):
            if quad.predicate != TYPE:
                yield quad.triple


def write(triples: Iterable[ox.Triple], media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """Write triples in a format of the engine, by its media type."""
    into = ox.RdfFormat.from_media_type(media_type)
    if into is None:
        raise ValueError(f"the engine has no format {media_type}")
    kept = list(triples)
    iris = {term.value for triple in kept for term in triple if isinstance(term, ox.NamedNode)}
    used = {
        prefix: namespace
        for prefix, namespace in prefixes.items()
        if any(iri.startswith(namespace) for iri in iris)
    }
    return ox.serialize(kept, format=into, prefixes=used if into != ox.RdfFormat.N_TRIPLES else None) or b""
