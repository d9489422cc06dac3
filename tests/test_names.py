"""A name that stands for nothing never passes, wherever it is written."""

import pytest

from claimgraph.load import load
from claimgraph.names import undeclared_terms, unresolved_names

RULE = """\
#+ summary: s
#+ definition: Members belong together.
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
CONSTRUCT { ?a cg:memberOf ?b } WHERE {
  ?b cg:memberof ?a
}
"""


@pytest.fixture
def check(write_graph, prefix_lines):
    def checker(found_by, **files):
        changes = {
            name: prefix_lines + text if name.endswith(".ttl") else text for name, text in files.items()
        }
        return [(f.file, f.line, f.sentence, f.remedy) for f in found_by(load(write_graph(changes)))]

    return checker


@pytest.fixture
def first(prefix_lines):
    """The line after the prefixes."""
    return prefix_lines.count("\n") + 1


def test_sound_graph_has_none(check):
    assert check(unresolved_names) == check(undeclared_terms) == []


@pytest.mark.parametrize(
    "body",
    [
        "actor:x cg:memberOf\n actor:giuld .",
        "actor:x cg:memberOf [ a cg:Actor ; cg:memberOf\n actor:giuld ] .",
        "actor:x rdfs:seeAlso\n ( actor:giuld ) .",
        "actor:x rdfs:label 'x' ; \n rdfs:seeAlso <https://w3id.org/claimgraph/actor/giuld> .",
    ],
)
def test_misspelt_object_is_reported_once_with_the_name_meant(check, first, body):
    ((file, line, sentence, remedy),) = check(unresolved_names, **{"data/new.ttl": body})
    assert (file, line) == ("data/new.ttl", first + 1)
    assert sentence == "actor:giuld is named here, but no file describes it."
    assert remedy == "Did you mean actor:guild? Correct the name, or describe it."


def test_misspelt_property_and_class(check, first):
    found = check(unresolved_names, **{"data/new.ttl": "actor:x cg:membrOf actor:x ;\n a cg:Actr ."})
    assert [(line, remedy.partition("?")[0]) for _, line, _, remedy in found] == [
        (first, "Did you mean cg:memberOf"),
        (first + 1, "Did you mean cg:Actor"),
    ]


def test_a_local_name_that_does_not_resolve_is_not_reported_as_undeclared_too(check):
    assert check(undeclared_terms, **{"data/new.ttl": "actor:x cg:membrOf actor:x ; a cg:Actr ."}) == []


def test_name_unlike_any_other_gets_no_suggestion(check):
    ((_, _, _, remedy),) = check(
        unresolved_names, **{"data/new.ttl": "actor:x cg:memberOf place:zzzzzzzzzzzz ."}
    )
    assert remedy == "Correct the name, or describe it."


def test_shapes_and_their_queries_are_searched(check, first):
    shape = (
        "shape:New a sh:NodeShape ; sh:targetClass cg:Acter ;\n "
        'sh:sparql [ sh:select """\nSELECT $this {\n $this cg:memberO ?x }""" ] .'
    )
    found = check(unresolved_names, **{"shapes/new.ttl": shape})
    assert [(file, line, sentence.split()[0]) for file, line, sentence, _ in found] == [
        ("shapes/new.ttl", first, "cg:Acter"),
        ("shapes/new.ttl", first + 3, "cg:memberO"),
    ]


def test_rules_and_queries_are_searched(check):
    query = "PREFIX actor: <https://w3id.org/claimgraph/actor/>\nASK {\n actor:millr ?p ?o }"
    found = check(unresolved_names, **{"ontology/rules/r.rq": RULE, "data/queries/q.rq": query})
    assert [(file, line, remedy.partition("?")[0]) for file, line, _, remedy in found] == [
        ("ontology/rules/r.rq", 5, "Did you mean cg:memberOf"),
        ("data/queries/q.rq", 3, "Did you mean actor:mill"),
    ]


def test_graphs_rules_queries_and_versions_resolve(check):
    body = (
        "actor:x rdfs:seeAlso <https://w3id.org/claimgraph/graph/data/new> , "
        "<https://w3id.org/claimgraph/graph/inferred> , <https://w3id.org/claimgraph/graph/shapes/actor> , "
        "<https://w3id.org/claimgraph/rule/r> , <https://w3id.org/claimgraph/query/q> ; "
        "owl:versionIRI <https://w3id.org/claimgraph/ontology/9> ."
    )
    rule = RULE.replace("memberof", "memberOf")
    assert not check(
        unresolved_names, **{"data/new.ttl": body, "ontology/rules/r.rq": rule, "data/queries/q.rq": "ASK {}"}
    )


def test_a_link_describes_nothing(check):
    links = (
        "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tauthor_label"
        "\tmapping_date\tconfidence\tcomment\n"
        "place:harbor\tHarbour\tskos:exactMatch\twd:Q12\th\tsemapv:ManualMappingCuration\tA\t2026-11-22\t1\tc\n"
    )
    found = check(unresolved_names, **{"data/links.sssom.tsv": links})
    assert [(file, line) for file, line, _, _ in found] == [("data/links.sssom.tsv", 2)]
    assert "place:harbour" in found[0][3]
    undeclared = check(undeclared_terms, **{"data/links.sssom.tsv": links})
    assert "sssom:confidence is used as a property, but the ontology does not declare it as one." in [
        sentence for _, _, sentence, _ in undeclared
    ]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("actor:x skos:prefLabel 'x' .", "skos:prefLabel is used as a property"),
        ("actor:x a skos:Concept .", "skos:Concept is used as a class"),
        ("actor:x cg:population '1'^^skos:count .", "skos:count is used as a datatype"),
        ("actor:x a cg:memberOf .", "cg:memberOf is used as a class"),
        ("actor:x cg:Actor actor:x .", "cg:Actor is used as a property"),
        ("actor:x rdfs:subClassOf cg:Actor .", "rdfs:subClassOf is used as a property"),
        ("actor:x rdfs:lable 'x' .", "rdfs:lable does not exist"),
        ("actor:x cg:population '1'^^xsd:intger .", "xsd:intger does not exist"),
        ("actor:x rdfs:seeAlso sh:Violaton .", "sh:Violaton does not exist"),
    ],
)
def test_terms_that_data_may_not_use(check, first, body, sentence):
    (found,) = check(undeclared_terms, **{"data/new.ttl": body + "\n" + body.replace(":x", ":y")})
    assert found[:2] == ("data/new.ttl", first)
    assert found[2].startswith(sentence)


def test_undeclared_term_in_the_ontology_and_the_shapes(check):
    found = check(
        undeclared_terms,
        **{
            "ontology/more.ttl": "cg:New a owl:Class ; skos:definition 'x' ; sh:order 1 .",
            "shapes/more.ttl": "shape:New a sh:NodeShape , sh:Shap ; skos:note 'x' .",
        },
    )
    assert [(file, sentence.split()[0]) for file, _, sentence, _ in found] == [
        ("ontology/more.ttl", "skos:definition"),
        ("shapes/more.ttl", "sh:Shap"),
        ("shapes/more.ttl", "skos:note"),
    ]


def test_declared_outside_terms_pass_and_near_ones_are_suggested(check):
    alignments = "skos:prefLabel a owl:AnnotationProperty ."
    files = {
        "ontology/alignments.ttl": alignments,
        "data/new.ttl": "actor:x skos:prefLabel 'x' ; skos:prefLabl 'x' .",
    }
    ((_, _, sentence, remedy),) = check(undeclared_terms, **files)
    assert sentence.startswith("skos:prefLabl ")
    assert remedy.startswith("Did you mean skos:prefLabel?")
