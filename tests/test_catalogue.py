"""Query editors find prefixes and stored questions in the graph by the queries that they send for them."""

from __future__ import annotations

import pytest

from claimgraph.catalogue import describe
from claimgraph.pipeline import Checked
from claimgraph.questions import Question
from claimgraph.store import Store

# As the sparql-editor of the Swiss Institute of Bioinformatics asks.
PREFIXES = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix }
"""
EXAMPLES = """
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?question ?comment ?query
WHERE { ?question a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct ?query }
"""
PARTITIONS = """
PREFIX void: <http://rdfs.org/ns/void#>
SELECT DISTINCT ?class ?property WHERE {
  ?part void:class ?class ; void:propertyPartition ?within . ?within void:property ?property }
"""


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    return {tuple(term.value for term in row if term is not None) for row in store.query(query).rows()}  # type: ignore[union-attr]


def test_the_prefixes_are_declared(repository: Checked) -> None:
    assert repository.graph
    assert rows(repository.graph.store, PREFIXES) == set(repository.graph.loaded.prefixes.items())


def test_the_stored_questions_are_examples(repository: Checked) -> None:
    assert repository.graph
    assert rows(repository.graph.store, EXAMPLES) == {
        (question.iri, question.summary, question.text) for question in repository.questions
    }


def test_classes_say_which_properties_they_have(repository: Checked) -> None:
    assert repository.graph
    base = "https://w3id.org/claimgraph/ontology/"
    found = rows(repository.graph.store, PARTITIONS)
    assert (f"{base}Claim", f"{base}affirms") in found
    assert (f"{base}Event", f"{base}affirms") not in found


@pytest.mark.parametrize(
    ("text", "kind", "holds"),
    [
        ("SELECT * { ?s ?p ?o }", "SPARQLSelectExecutable", "http://www.w3.org/ns/shacl#select"),
        ("ASK { }", "SPARQLAskExecutable", "http://www.w3.org/ns/shacl#ask"),
        (
            "CONSTRUCT WHERE { ?s ?p ?o }",
            "SPARQLConstructExecutable",
            "http://www.w3.org/ns/shacl#construct",
        ),
        ("DESCRIBE <x:x>", None, "https://purl.expasy.org/sparql-examples/ontology#describe"),
    ],
)
def test_each_form_has_its_property(text: str, kind: str | None, holds: str) -> None:
    graph = describe({}, [Question("x", "What?", text, "x.rq")])
    said = {(str(predicate), str(value)) for predicate, value in graph.predicate_objects()}
    assert (holds, text) in said
    kinds = {value.rpartition("#")[2] for predicate, value in said if predicate.endswith("#type")}
    assert kinds == {"SPARQLExecutable", kind} - {None}
