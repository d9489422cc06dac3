"""The ontology keeps to OWL 2 RL (https://www.w3.org/TR/owl2-profiles/#OWL_2_RL) and says what it must."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Namespace, URIRef

from claimgraph.links import read_links
from claimgraph.namespaces import WD

ROOT = Path(__file__).parents[1]
CG = Namespace("https://w3id.org/claimgraph/ontology/")
KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    graph = Graph()
    for path in sorted((ROOT / "ontology").glob("*.ttl")):
        graph.parse(path)
    return graph


def test_no_class_is_defined_by_an_expression(ontology: Graph) -> None:
    """What the profile allows on one side only cannot stand on the other if it stands nowhere."""
    for axiom in (RDFS.subClassOf, OWL.equivalentClass, OWL.disjointWith):
        assert not [
            each for each in ontology.subject_objects(axiom) if any(isinstance(end, BNode) for end in each)
        ]
    assert not list(ontology.subject_objects(OWL.disjointUnionOf))


def test_a_property_is_of_one_kind_and_so_are_its_super_properties(ontology: Graph) -> None:
    kinds = {
        each: kind for kind in KINDS for each in ontology.subjects(RDF.type, kind) if isinstance(each, URIRef)
    }
    for each in kinds:
        assert len([kind for kind in KINDS if (each, RDF.type, kind) in ontology]) == 1, each
    for below, above in ontology.subject_objects(RDFS.subPropertyOf):
        assert kinds[below] == kinds.get(above, kinds[below]), (below, above)
    assert not list(ontology.subjects(RDF.type, RDF.Property))


def test_the_header_names_version_and_licence(ontology: Graph) -> None:
    header = URIRef(CG)
    assert ontology.value(header, OWL.versionIRI) == URIRef(CG + str(ontology.value(header, OWL.versionInfo)))
    assert ontology.value(header, URIRef("http://purl.org/dc/terms/license"))
    assert not list(ontology.subject_objects(OWL.imports))


def test_values_of_closed_lists_are_concepts_and_individuals(ontology: Graph) -> None:
    lists = set(ontology.subjects(RDFS.subClassOf, SKOS.Concept))
    assert len(lists) > 15
    for each in lists:
        values = set(ontology.subjects(RDF.type, each))
        assert values
        for value in values:
            assert {SKOS.Concept, OWL.NamedIndividual} <= set(ontology.objects(value, RDF.type))
            assert len(list(ontology.objects(value, SKOS.inScheme))) == 1


def test_no_contest_or_party_is_written_down() -> None:
    derived = {
        CG[name]
        for name in ("contests", "contestsDirectly", "rivals", "missesAllegation", "party", "represents")
    }
    data = Graph()
    for path in sorted((ROOT / "data").rglob("*.ttl")):
        data.parse(path)
    assert not derived & set(data.predicates())


def test_classes_are_linked_alike_in_the_alignments_and_in_the_link_table(ontology: Graph) -> None:
    prefixes = dict(
        re.findall(r"@prefix (\S+): <(.+)> \.", (ROOT / "ontology/prefixes.ttl").read_text("utf-8"))
    )
    table = read_links(ROOT / "data/links.sssom.tsv", "data/links.sssom.tsv", prefixes)
    decided = {triple for triple, _ in table if str(triple[0]).startswith(CG)}
    aligned = {triple for triple in ontology if str(triple[2]).startswith(WD)}
    assert len(aligned) > 40
    assert aligned == decided


def test_alleged_roles_are_related_at_most(ontology: Graph) -> None:
    roles = {
        each for top in (CG.alleged, CG.valueAlleged) for each in ontology.subjects(RDFS.subPropertyOf, top)
    }
    for match in (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch):
        assert not roles & set(ontology.subjects(match))
