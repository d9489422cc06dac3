"""The reasoner gives what owlrl gives, also when triples come in later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import owlrl
import pytest
from rdflib import Graph
from rdflib.namespace import OWL

from claimgraph.reasoner import Reasoner

GraphOf = Callable[[str], Graph]
ONTOLOGY = Path(__file__).parents[1] / "ontology"
SCHEMA = (
    "ex:sees a owl:TransitiveProperty ; rdfs:subPropertyOf ex:knows ; rdfs:domain ex:Actor ."
    " ex:knows owl:inverseOf ex:known ."
    " ex:Seer owl:equivalentClass [ owl:onProperty ex:sees ; owl:someValuesFrom ex:Actor ] ."
)


def by_owlrl(asserted: Graph) -> set[object]:
    reference = Graph() + asserted
    engine = owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False)
    engine.expand(reference)
    return {triple for triple in reference if not (triple[1] == OWL.sameAs and triple[0] == triple[2])}


def test_the_closure_of_the_ontology_equals_owlrl() -> None:
    asserted = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        asserted.parse(path, format="turtle")
    reasoner = Reasoner(asserted)
    reasoner.run()
    assert set(reasoner.known) == by_owlrl(asserted)


@pytest.mark.parametrize("same", ["", "ex:b owl:sameAs ex:c .", "ex:b ex:sees 5 ."])
def test_triples_that_come_later_are_closed_with_the_rest(same: str, graph_of: GraphOf) -> None:
    first = graph_of(f"{SCHEMA} ex:a ex:sees ex:b . {same}")
    later = graph_of("ex:b ex:sees ex:c . ex:c ex:sees ex:d .")
    reasoner = Reasoner(first)
    reasoner.run()
    assert set(reasoner.extend(later)) == set(later)
    reasoner.run()
    assert set(reasoner.known) == by_owlrl(first + later)


def test_a_run_gives_what_is_new_and_only_that(graph_of: GraphOf) -> None:
    reasoner = Reasoner(graph_of(f"{SCHEMA} ex:a ex:sees ex:b ."))
    before = set(reasoner.known)
    new = reasoner.run()
    assert set(new) == set(reasoner.known) - before
    assert reasoner.run() == []
    assert reasoner.extend(reasoner.known) == []


def test_ranks_grow_with_each_step(graph_of: GraphOf) -> None:
    reasoner = Reasoner(graph_of(SCHEMA))
    reasoner.run()
    (later,) = reasoner.extend(graph_of("ex:a ex:sees ex:b ."))
    ranks = dict(reasoner.ranks)
    new = reasoner.run()
    assert ranks[later] > max(rank for triple, rank in ranks.items() if triple != later)
    assert all(reasoner.ranks[triple] > ranks[later] for triple in new)


def test_a_generalised_triple_is_kept_for_later_runs(graph_of: GraphOf) -> None:
    # The unnamed inverse property carries from ex:knows to ex:known, though no triple with it is RDF.
    reasoner = Reasoner(graph_of("[] owl:inverseOf ex:knows ; rdfs:subPropertyOf ex:known ."))
    reasoner.run()
    reasoner.extend(graph_of("ex:a ex:knows ex:b ."))
    reasoner.run()
    (expected,) = graph_of("ex:b ex:known ex:a .")
    assert expected in reasoner.known


def test_error_nodes_stay_out_of_the_graph(graph_of: GraphOf) -> None:
    reasoner = Reasoner(graph_of("ex:A owl:disjointWith ex:B . ex:x a ex:A , ex:B ."))
    new = reasoner.run()
    assert reasoner.error_messages
    assert not [triple for triple in (*reasoner.known, *new) if "agent-ont" in str(triple)]
