"""The page of any entity: what is asserted and what is inferred are told apart, whatever graphs overlap."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from claimgraph.namespaces import BASE, INFERRED
from claimgraph.site.resource import statements
from claimgraph.site.site import Site
from claimgraph.store import Store

DATA = f"""\
<{BASE}event/x> <http://e/said> "1" <{BASE}graph/data/x> .
<{BASE}event/x> <http://e/both> "2" <{BASE}graph/data/x> .
<{BASE}event/x> <http://e/both> "2" <{INFERRED}> .
<{BASE}event/x> <http://e/follows> "3" <{INFERRED}> .
"""


@pytest.mark.parametrize("light", [False, True])
def test_what_follows_is_told_apart_from_what_is_said(light: bool) -> None:
    store = Store.from_nquads(DATA.encode())
    if light:
        store.lighten()
    said = statements(Site(store), ox.NamedNode(f"{BASE}event/x"))["said"]
    assert isinstance(said, list)
    assert {(predicate.value, inferred) for predicate, _, inferred in said} == {
        ("http://e/said", False),
        ("http://e/both", False),
        ("http://e/follows", True),
    }
