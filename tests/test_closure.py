"""What follows from a graph, and what must not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import owlrl
import pytest
from rdflib import Graph
from rdflib.namespace import OWL

from claimgraph.closure import close
from claimgraph.errors import LoadErrors, RuleError
from claimgraph.rules import Rule

GraphOf = Callable[[str], Graph]
WriteRule = Callable[..., Rule]


@dataclass(frozen=True)
class Construct:
    """One OWL RL construct: a tiny graph, exactly what follows, and what one might wrongly expect."""

    name: str
    given: str
    follows: str
    not_follows: str


CONSTRUCTS = [
    Construct(
        "subClassOf",
        "ex:Dog rdfs:subClassOf ex:Animal . ex:rex a ex:Dog . ex:tom a ex:Animal .",
        "ex:rex a ex:Animal .",
        "ex:tom a ex:Dog .",
    ),
    Construct(
        "subClassOf twice",
        "ex:Dog rdfs:subClassOf ex:Mammal . ex:Mammal rdfs:subClassOf ex:Animal . ex:rex a ex:Dog .",
        "ex:Dog rdfs:subClassOf ex:Animal . ex:rex a ex:Mammal , ex:Animal .",
        "ex:Animal rdfs:subClassOf ex:Dog .",
    ),
    Construct(
        "subPropertyOf",
        "ex:affirms rdfs:subPropertyOf ex:mentions . ex:c ex:affirms ex:p . ex:c ex:mentions ex:q .",
        "ex:c ex:mentions ex:p .",
        "ex:c ex:affirms ex:q .",
    ),
    Construct(
        "inverseOf",
        "ex:affirmedBy owl:inverseOf ex:affirms . ex:c ex:affirms ex:p . ex:q ex:affirmedBy ex:d .",
        "ex:p ex:affirmedBy ex:c . ex:d ex:affirms ex:q .",
        "ex:p ex:affirms ex:c .",
    ),
    Construct(
        "TransitiveProperty",
        "ex:represents a owl:TransitiveProperty . ex:a ex:represents ex:b . ex:b ex:represents ex:c .",
        "ex:a ex:represents ex:c .",
        "ex:c ex:represents ex:a .",
    ),
    Construct(
        "SymmetricProperty",
        "ex:rivals a owl:SymmetricProperty . ex:a ex:rivals ex:b . ex:b ex:rivals ex:c .",
        "ex:b ex:rivals ex:a . ex:c ex:rivals ex:b .",
        "ex:a ex:rivals ex:c .",
    ),
    Construct(
        "propertyChainAxiom",
        "ex:implies owl:propertyChainAxiom ( ex:affirms ex:entails ) ."
        " ex:c ex:affirms ex:p . ex:p ex:entails ex:q . ex:d ex:affirms ex:r .",
        "ex:c ex:implies ex:q .",
        "ex:c ex:implies ex:p . ex:c ex:affirms ex:q . ex:d ex:implies ex:r .",
    ),
    Construct(
        "propertyChainAxiom over itself",
        "ex:implies owl:propertyChainAxiom ( ex:affirms ex:entails ) , ( ex:implies ex:entails ) ."
        " ex:c ex:affirms ex:p . ex:p ex:entails ex:q . ex:q ex:entails ex:r .",
        "ex:c ex:implies ex:q , ex:r .",
        "ex:p ex:implies ex:r .",
    ),
    Construct(
        "intersection of someValuesFrom on the left",
        "ex:Contested owl:equivalentClass [ a owl:Class ; owl:intersectionOf ("
        " [ a owl:Restriction ; owl:onProperty ex:affirmedBy ; owl:someValuesFrom ex:Claim ]"
        " [ a owl:Restriction ; owl:onProperty ex:negatedBy ; owl:someValuesFrom ex:Claim ] ) ] ."
        " ex:c a ex:Claim . ex:d a ex:Claim ."
        " ex:p ex:affirmedBy ex:c ; ex:negatedBy ex:d ."
        " ex:q ex:affirmedBy ex:c . ex:r ex:affirmedBy ex:c ; ex:negatedBy ex:note .",
        "ex:p a ex:Contested .",
        "ex:q a ex:Contested . ex:r a ex:Contested .",
    ),
    Construct(
        "someValuesFrom owl:Thing",
        "[ owl:onProperty ex:saidBy ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf ex:Said ."
        " ex:p ex:saidBy ex:someone . ex:q a ex:Proposition .",
        "ex:p a ex:Said .",
        "ex:q a ex:Said .",
    ),
    Construct(
        "equivalentClass",
        "ex:Town owl:equivalentClass ex:City . ex:a a ex:Town . ex:b a ex:City . ex:c a ex:Village .",
        "ex:Town rdfs:subClassOf ex:City . ex:City rdfs:subClassOf ex:Town ; owl:equivalentClass ex:Town ."
        " ex:a a ex:City . ex:b a ex:Town .",
        "ex:c a ex:Town .",
    ),
    Construct(
        "domain and range",
        "ex:claimant rdfs:domain ex:Claim ; rdfs:range ex:Actor . ex:c ex:claimant ex:a .",
        "ex:c a ex:Claim . ex:a a ex:Actor .",
        "ex:a a ex:Claim .",
    ),
    Construct(
        "allValuesFrom",
        "ex:Post rdfs:subClassOf [ owl:onProperty ex:holder ; owl:allValuesFrom ex:Person ] ."
        " ex:post a ex:Post ; ex:holder ex:a . ex:other ex:holder ex:b .",
        "ex:a a ex:Person .",
        "ex:b a ex:Person .",
    ),
    Construct(
        "hasValue",
        "ex:Ours rdfs:subClassOf [ owl:onProperty ex:side ; owl:hasValue ex:us ] ."
        " [ owl:onProperty ex:team ; owl:hasValue ex:red ] rdfs:subClassOf ex:Red ."
        " ex:a a ex:Ours . ex:b ex:team ex:red . ex:c ex:team ex:blue .",
        "ex:a ex:side ex:us . ex:b a ex:Red .",
        "ex:c a ex:Red .",
    ),
    Construct(
        "unionOf and oneOf",
        "ex:Speaker owl:unionOf ( ex:Person ex:Office ) . ex:Weekend owl:oneOf ( ex:saturday ex:sunday ) ."
        " ex:a a ex:Person . ex:b a ex:Place .",
        "ex:Person rdfs:subClassOf ex:Speaker . ex:Office rdfs:subClassOf ex:Speaker . ex:a a ex:Speaker ."
        " ex:saturday a ex:Weekend . ex:sunday a ex:Weekend .",
        "ex:b a ex:Speaker .",
    ),
    Construct(
        "labels and other literals",
        "ex:note a owl:AnnotationProperty ."
        ' ex:a rdfs:label "the old mill"@en ; ex:note "old" ; ex:count 5 ; ex:on "2020-10-04"^^xsd:date .',
        "",
        "ex:a a ex:Thing .",
    ),
]


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name)
def test_construct_gives_exactly_what_follows(construct: Construct, graph_of: GraphOf) -> None:
    closure = close(graph_of(construct.given))
    assert set(closure.inferred) == set(graph_of(construct.follows))
    assert not set(graph_of(construct.not_follows)) & set(closure.closed)
    assert not closure.inconsistencies


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda construct: construct.name)
def test_all_but_reflexive_same_as_equals_owlrl(construct: Construct, graph_of: GraphOf) -> None:
    asserted = graph_of(construct.given)
    reference = Graph() + asserted
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(
        reference
    )
    expected = {triple for triple in reference if not (triple[1] == OWL.sameAs and triple[0] == triple[2])}
    assert set(close(asserted).known) == expected


def test_the_asserted_graph_is_left_as_it_was(graph_of: GraphOf) -> None:
    asserted = graph_of("ex:Dog rdfs:subClassOf ex:Animal . ex:rex a ex:Dog .")
    before = set(asserted)
    closure = close(asserted)
    assert set(asserted) == before
    assert not before & set(closure.inferred)
    assert set(closure.closed) == before | set(closure.inferred)


def test_what_follows_has_a_higher_rank_than_what_is_asserted(graph_of: GraphOf) -> None:
    asserted = graph_of(
        "ex:Dog rdfs:subClassOf ex:Mammal . ex:Mammal rdfs:subClassOf ex:Animal . ex:rex a ex:Dog ."
    )
    closure = close(asserted)
    assert {closure.ranks[triple] for triple in asserted} == {0}
    assert all(closure.ranks[triple] > 0 for triple in closure.inferred)


def test_rules_and_owl_build_on_each_other(graph_of: GraphOf, write_rule: WriteRule) -> None:
    # OWL gives ex:mentions, the first rule ex:discusses, OWL then ex:concerns, the second rule ex:topicOf.
    asserted = graph_of(
        "ex:affirms rdfs:subPropertyOf ex:mentions . ex:discusses rdfs:subPropertyOf ex:concerns ."
        " ex:c ex:affirms ex:p ."
    )
    rules = [
        write_rule("discusses", "CONSTRUCT { ?c ex:discusses ?p } WHERE { ?c ex:mentions ?p }"),
        write_rule("topic", "CONSTRUCT { ?p ex:topicOf ?c } WHERE { ?c ex:concerns ?p }"),
    ]
    closure = close(asserted, rules)
    expected = "ex:c ex:mentions ex:p ; ex:discusses ex:p ; ex:concerns ex:p . ex:p ex:topicOf ex:c ."
    assert set(closure.inferred) == set(graph_of(expected))
    assert closure.derived == {"discusses": 1, "topic": 1}


def test_a_stratum_reaches_its_fixpoint_before_the_next(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rules = [
        write_rule(
            "last",
            "CONSTRUCT { ?a ex:last ?b }"
            " WHERE { ?a ex:reaches ?b FILTER NOT EXISTS { ?b ex:reaches ?more } }",
            stratum=2,
        ),
        write_rule(
            "reaches",
            "CONSTRUCT { ?a ex:reaches ?c } WHERE {"
            " { ?a ex:next ?c } UNION { ?a ex:reaches ?b . ?b ex:next ?c } }",
        ),
    ]
    asserted = graph_of("ex:a ex:next ex:b . ex:b ex:next ex:c . ex:c ex:next ex:d .")
    for order in (rules, rules[::-1]):
        closure = close(asserted, order)
        last = [triple for triple in closure.inferred if triple[1].endswith("last")]
        assert set(last) == set(graph_of("ex:a ex:last ex:d . ex:b ex:last ex:d . ex:c ex:last ex:d ."))


def test_rules_in_the_wrong_strata_are_refused(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rules = [
        write_rule("party", "CONSTRUCT { ?c ex:party ?a } WHERE { ?c ex:claimant ?a }"),
        write_rule(
            "orphan",
            "CONSTRUCT { ?c ex:orphan true } WHERE { ?c ex:text ?t FILTER NOT EXISTS { ?c ex:party ?a } }",
        ),
    ]
    with pytest.raises(
        RuleError, match=r"orphan .* absence of <https://example.org/party>, which rule party"
    ):
        close(graph_of(""), rules)


def test_several_faults_are_told_together(graph_of: GraphOf, write_rule: WriteRule) -> None:
    where = "{ ?c ex:text ?t FILTER NOT EXISTS { ?c ex:party ?a } }"
    rules = [
        write_rule("party", "CONSTRUCT { ?c ex:party ?a } WHERE { ?c ex:claimant ?a }"),
        write_rule("one", f"CONSTRUCT {{ ?c ex:one true }} WHERE {where}"),
        write_rule("two", f"CONSTRUCT {{ ?c ex:two true }} WHERE {where}"),
    ]
    with pytest.raises(LoadErrors) as caught:
        close(graph_of(""), rules)
    assert len(caught.value.errors) == 2


def test_an_absence_that_a_later_step_fills_is_an_error(
    graph_of: GraphOf, write_rule: WriteRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = [
        write_rule(
            "orphan", "CONSTRUCT { ?c ex:orphan true } WHERE { ?c ex:x ?t FILTER NOT EXISTS { ?c ex:y ?a } }"
        ),
        write_rule("later", "CONSTRUCT { ?c ex:y ?t } WHERE { ?c ex:x ?t }", stratum=2),
    ]
    # The static check would already refuse these: without it, the run itself must notice.
    monkeypatch.setattr("claimgraph.closure.stratification_faults", lambda rules, schema: [])
    with pytest.raises(RuleError, match=r"Rule orphan gave .* because something was absent") as caught:
        close(graph_of("ex:c ex:x ex:t ."), rules)
    assert (caught.value.file, caught.value.line) == ("ontology/rules/orphan.rq", 5)


def test_rules_that_come_to_no_end_are_stopped(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule(
        "endless",
        'CONSTRUCT { ?a ex:next ?b } WHERE { ?x ex:next ?a . BIND(IRI(CONCAT(STR(?a), "x")) AS ?b) }',
    )
    with pytest.raises(RuleError, match="came to no end") as caught:
        close(graph_of("ex:a ex:next ex:b ."), [rule], rounds=20)
    assert caught.value.file == "ontology/rules/endless.rq"


def test_a_rule_adds_nothing_that_is_asserted(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule("copy", "CONSTRUCT { ?c ex:mentions ?p } WHERE { ?c ex:affirms ?p }")
    closure = close(graph_of("ex:c ex:affirms ex:p ; ex:mentions ex:p ."), [rule])
    assert not set(closure.inferred)
    assert closure.derived == {}
