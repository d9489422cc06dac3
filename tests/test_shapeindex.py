"""Which shapes are about which terms."""

from __future__ import annotations

from claimgraph.load import load
from claimgraph.namespaces import CG
from claimgraph.pipeline import Checked
from claimgraph.shapeindex import shape_index

SHAPES = """
shape:Actor a sh:NodeShape ;
    sh:name "actor"@en ;
    sh:description "Whoever acts."@en ;
    sh:message "An actor MUST be well."@en ;
    sh:targetClass cg:Actor ;
    sh:property shape:memberOf ;
    sh:or ( [ sh:path cg:founded ; sh:minCount 1 ]
            [ sh:path [ sh:inversePath cg:within ] ; sh:maxCount 0 ] ) .
shape:memberOf a sh:PropertyShape ;
    sh:name "member"@en ;
    sh:path cg:memberOf ;
    sh:class cg:Place .
shape:silent a sh:PropertyShape ;
    sh:path cg:population .
"""


def test_a_shape_is_about_what_it_targets_follows_and_asks_for(write_graph, prefix_lines) -> None:
    index = shape_index(load(write_graph({"shapes/actor.ttl": prefix_lines + SHAPES})))
    actor, member = ("actor", "Whoever acts.", "An actor MUST be well."), ("member", "", "")
    assert index == {
        f"{CG}Actor": [actor, member],
        f"{CG}Place": [member],
        f"{CG}founded": [actor],
        f"{CG}memberOf": [member],
        f"{CG}within": [actor],
    }


def test_terms_in_queries_of_shapes_count(write_graph, prefix_lines) -> None:
    shapes = """
shape:Asked a sh:NodeShape ;
    sh:name "asked"@en ;
    sh:message "cg:Place is not named by its message."@en ;
    sh:targetClass cg:Actor ;
    sh:sparql [ sh:select "SELECT $this { $this cg:memberOf $this }" ] .
"""
    index = shape_index(load(write_graph({"shapes/actor.ttl": prefix_lines + shapes})))
    assert set(index) == {f"{CG}Actor", f"{CG}memberOf"}


def test_the_real_shapes_are_about_claims(repository: Checked) -> None:
    assert repository.graph
    index = shape_index(repository.graph.loaded)
    assert "one form of speaker" in [name for name, _, _ in index[f"{CG}Claim"]]
    assert "one form of speaker" in [name for name, _, _ in index[f"{CG}possibleClaimant"]]
