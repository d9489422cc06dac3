"""The page of any entity: all that is said of it and leads to it; and the page that says there is none."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pyoxigraph as ox

from claimgraph.namespaces import INFERRED
from claimgraph.site.addresses import iris_of
from claimgraph.site.naming import kind_of
from claimgraph.site.page import Asked, Page
from claimgraph.site.reader import LABEL, TYPE, Node, Value, node

if TYPE_CHECKING:
    from claimgraph.site.site import Site

SHOWN = 200
NEAR = 5


def resource(site: Site, asked: Asked, entity: ox.NamedNode) -> Page:
    """Show all statements about an entity, told apart into asserted and inferred."""
    name = site.reader.label(entity)
    if not site.reader.values(entity, LABEL):
        name = f"{kind_of(entity) or site.kinds.words(entity)} {name}".strip()
    content = {"entity": entity, **statements(site, entity)}
    return Page(name, "resource.html", content, about=(entity,))


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
        "kind": site.kinds.words(entity),
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
    wanted = iris_of(asked.path)[-1] if asked.path else ""
    kind, _, name = unquote(asked.path).partition("/")
    near = [hit.entity for hit in site.index.find(name.replace("-", " "), kind).hits[:NEAR]]
    return Page(
        "Nothing has this name",
        "missing.html",
        {"wanted": asked.first("iri") or wanted, "near": near},
        status=404,
    )


def _by_name(row: tuple[Node, Value, bool]) -> tuple[bool, bool, str, str]:
    return row[2], row[0] != TYPE, str(row[0]), str(row[1])
