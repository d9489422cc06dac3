"""One page of each kind of the site, found in the graph that is served."""

from __future__ import annotations

from urllib.parse import urlencode

import pyoxigraph as ox

from claimgraph.namespaces import BASE, CG, INFERRED, QUERY
from claimgraph.site.addresses import Addresses
from claimgraph.site.reader import TYPE, cg
from claimgraph.site.routes import KINDS, PAGES
from claimgraph.site.site import Site

PARAMETERS = {"search": "?q=ganja"}


def page_kinds(site: Site) -> dict[str, str]:
    """Give a name and an address for each kind of page that shows something."""
    found = {
        path or "first": f"/{path}{PARAMETERS.get(path, '')}"
        for path in PAGES
        if path not in ("about", "suggest", "why")
    }
    at = Addresses()
    for kind in KINDS:
        if entity := first(site, kind):
            found[kind] = at.of(entity.value)
    found["term"] = at.of(f"{CG}Claim")
    found["question"] = at.of(f"{QUERY}names-of-places")
    found["resource"] = at.of(f"{BASE}selector/a-16")
    found["graph"] = at.of(str(INFERRED))
    found["about"] = at.of(str(TYPE.value))
    for name, inferred in (("why asserted", False), ("why inferred", True)):
        quad = statement(site, inferred=inferred)
        found[name] = at.why(quad.subject.value, quad.predicate.value, str(quad.object))
    return found


def first(site: Site, kind: str) -> ox.NamedNode | None:
    """Give the entity of a kind that has most to show, of those whose page is of this kind and no other."""
    earlier = list(KINDS)[: list(KINDS).index(kind)]
    members = [
        each
        for each in site.reader.subjects(TYPE, cg(kind))
        if each.value.startswith(BASE)
        and not any(f"{CG}{other}" in site.reader.types(each) for other in earlier)
    ]
    return max(members, key=lambda each: sum(1 for _ in site.reader.incoming(each)), default=None)


def statement(site: Site, *, inferred: bool) -> ox.Quad:
    """Give a statement that is in the graph because it is stated, or because it follows."""
    predicate = cg("contestsDirectly") if inferred else cg("claimant")
    return min(site.reader.store.quads(None, predicate, None), key=str)


def statement_absent() -> str:
    """Give the address that asks why something is in the graph that is not."""
    fields = {"subject": f"{BASE}claim/none", "predicate": f"{CG}affirms", "object": f"<{BASE}claim/none>"}
    return f"/why?{urlencode(fields)}"
