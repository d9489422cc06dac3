"""The page of any entity: all that is said of it and leads to it; and the page that says there is none."""

from __future__ import annotations

from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

import pyoxigraph as ox

from claimgraph.namespaces import INFERRED
from claimgraph.site.addresses import iris_of
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import TYPE, Node, Value, node

if TYPE_CHECKING:
    from claimgraph.site.site import Site

SHOWN = 200


def resource(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show all statements about an entity, told apart into asserted and inferred."""
    return Page(
        site.reader.label(entity),
        "resource.html",
        {"entity": entity, **statements(site, entity)},
        about=(entity,),
    )


def statements(site: Site, entity: ox.NamedNode) -> dict[str, object]:
    """Give rows for the tables of what is said of an entity and of what leads to it."""
    said: dict[tuple[Node, Value], bool] = {}
    for quad in site.reader.outgoing(entity):
        inferred = isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value == str(INFERRED)
        key = quad.predicate, quad.object
        said[key] = said.get(key, True) and inferred
    leading: defaultdict[ox.NamedNode, set[Node]] = defaultdict(set)
    more = 0
    for quad in site.reader.incoming(entity):
        if isinstance(quad.subject, ox.Triple):
            continue
        if sum(map(len, leading.values())) < SHOWN:
            leading[quad.predicate].add(quad.subject)
        else:
            more += quad.subject not in leading[quad.predicate]
    return {
        "said": sorted(((p, o, inferred) for (p, o), inferred in said.items()), key=_by_name),
        "leading": [(p, sorted(found, key=str)) for p, found in sorted(leading.items(), key=str)],
        "more": more,
    }


def about(site: Site, asked: Asked) -> Page | None:
    """Show an IRI of whatever namespace that the graph speaks of, named by a parameter."""
    entity = node(asked.first("iri"))
    if entity is None or not site.reader.known(entity):
        return None
    return resource(site, asked, entity)


def missing(site: Site, asked: Asked) -> Page:
    """Say that there is no such page, and which names of the same kind are near."""
    kind = asked.path.partition("/")[0]
    wanted = iris_of(asked.path)[-1] if asked.path else ""
    names = site.names(kind)
    near = get_close_matches(wanted, names, n=5, cutoff=0.6)
    return Page(
        "Nothing has this name",
        "missing.html",
        {"wanted": asked.first("iri") or wanted, "near": [ox.NamedNode(iri) for iri in near]},
        status=404,
    )


def _by_name(row: tuple[Node, Value, bool]) -> tuple[bool, str, str]:
    return row[0] != TYPE, str(row[0]), str(row[1])
