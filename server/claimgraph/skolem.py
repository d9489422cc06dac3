"""Blank nodes given names of their own, from what is said of them (RDF 1.1 Concepts, section 3.5)."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from claimgraph.namespaces import BASE

GENID = f"{BASE}.well-known/genid/"


def skolemise(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Replace every blank node by an IRI that depends only on the quads it is connected to.

    Blank nodes linked by quads form a part; each part is canonicalised (RDFC-1.0) and its digest names its
    nodes, so that a change elsewhere leaves their names alone. Parts that say the same are told apart by a
    number.
    """
    unnamed = []
    for quad in quads:
        if any(isinstance(term, ox.BlankNode) for term in quad):
            unnamed.append(quad)
        else:
            yield quad
    met: dict[str, int] = defaultdict(int)
    for part in _parts(unnamed):
        dataset = ox.Dataset(part)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        digest = hashlib.sha256("\n".join(sorted(map(str, dataset))).encode()).hexdigest()[:32]
        number = met[digest]
        met[digest] += 1
        for quad in dataset:
            yield _named(quad, f"{GENID}{digest}-{number}-")


def _parts(quads: list[ox.Quad]) -> list[list[ox.Quad]]:
    """Group quads so that two which share a blank node, directly or through others, come together."""
    leader: dict[ox.BlankNode, ox.BlankNode] = {}

    def find(node: ox.BlankNode) -> ox.BlankNode:
        while leader.setdefault(node, node) != node:
            leader[node] = node = leader[leader[node]]
        return node

    heads = []
    for quad in quads:
        first, *others = [term for term in quad if isinstance(term, ox.BlankNode)]
        for other in others:
            leader[find(other)] = find(first)
        heads.append(first)
    parts: dict[ox.BlankNode, list[ox.Quad]] = defaultdict(list)
    for quad, head in zip(quads, heads, strict=True):
        parts[find(head)].append(quad)
    return list(parts.values())


def _named(quad: ox.Quad, stem: str) -> ox.Quad:
    subject, predicate, value, graph = quad
    if isinstance(subject, ox.BlankNode):
        subject = ox.NamedNode(stem + subject.value)
    if isinstance(value, ox.BlankNode):
        value = ox.NamedNode(stem + value.value)
    return ox.Quad(subject, predicate, value, graph)
