"""Rules whose result would depend on their order are found before they run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rdflib import Graph

from claimgraph.rules import Rule
from claimgraph.strata import stratification_faults

GraphOf = Callable[[str], Graph]
WriteRule = Callable[..., Rule]
GIVES = "CONSTRUCT {{ ?a {} ?b }} WHERE {{ ?a ex:given ?b }}"
NEEDS_NO = "CONSTRUCT {{ ?a ex:result ?b }} WHERE {{ ?a ex:given ?b FILTER NOT EXISTS {{ {} }} }}"


def faults(
    write_rule: WriteRule, gives: str, absent: str, strata: tuple[int, int], schema: Graph | None
) -> int:
    rules = [
        write_rule("gives", GIVES.format(gives), stratum=strata[0]),
        write_rule("needs", NEEDS_NO.format(absent), stratum=strata[1]),
    ]
    return len(stratification_faults(rules, schema))


@pytest.mark.parametrize(("strata", "expected"), [((1, 2), 0), ((1, 1), 1), ((2, 1), 1)])
def test_what_is_absent_must_be_derived_before(
    strata: tuple[int, int], expected: int, write_rule: WriteRule
) -> None:
    assert faults(write_rule, "ex:p", "?a ex:p ?c", strata, None) == expected


@pytest.mark.parametrize(
    ("gives", "absent", "expected"),
    [
        ("ex:p", "?a ex:q ?c", 0),
        ("ex:p", "?a ex:q/ex:p ?c", 1),
        ("ex:p", "?a (ex:q|^ex:p)* ?c", 1),
        # The rule's own result is among what these rule out, too.
        ("ex:p", "?a !ex:q ?c", 2),
        ("ex:p", "?a ?any ?c", 2),
        ("ex:p", "?a ex:q ?c FILTER NOT EXISTS { ?c ex:p ?d }", 1),
        ("ex:p", "?a ex:q ?c . ?c ex:p ?d", 1),
        ("ex:p", "?a a ex:C", 0),
    ],
)
def test_every_form_of_absence_is_read(gives: str, absent: str, expected: int, write_rule: WriteRule) -> None:
    assert faults(write_rule, gives, absent, (1, 1), None) == expected


def test_a_variable_property_may_be_any(write_rule: WriteRule) -> None:
    rules = [
        write_rule("flat", "CONSTRUCT { ?a ?p ?b } WHERE { ?a ex:given ?b . ?a ex:kind ?p }", stratum=1),
        write_rule("needs", NEEDS_NO.format("?a ex:q ?c"), stratum=1),
    ]
    assert len(stratification_faults(rules)) == 1


@pytest.mark.parametrize(
    ("axioms", "absent"),
    [
        ("ex:p rdfs:subPropertyOf ex:q .", "?a ex:q ?c"),
        ("ex:p rdfs:subPropertyOf ex:m . ex:m rdfs:subPropertyOf ex:q .", "?a ex:q ?c"),
        ("ex:p owl:equivalentProperty ex:q .", "?a ex:q ?c"),
        ("ex:q owl:equivalentProperty ex:p .", "?a ex:q ?c"),
        ("ex:p owl:inverseOf ex:q .", "?c ex:q ?a"),
        ("ex:q owl:inverseOf ex:p .", "?c ex:q ?a"),
        ("ex:q owl:propertyChainAxiom ( ex:m ex:p ) .", "?a ex:q ?c"),
        ("ex:p rdfs:domain ex:C .", "?a a ex:C"),
        ("ex:p rdfs:range ex:C . ex:C rdfs:subClassOf ex:D .", "?c a ex:D"),
        ("ex:p rdfs:domain ex:C .", "?a a ?kind"),
        ("[ owl:onProperty ex:p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf ex:C .", "?a a ex:C"),
        (
            "ex:C owl:equivalentClass [ owl:intersectionOf ( ex:B"
            " [ owl:onProperty ex:p ; owl:someValuesFrom owl:Thing ] ) ] .",
            "?a a ex:C",
        ),
        ("ex:C rdfs:subClassOf [ owl:onProperty ex:p ; owl:allValuesFrom ex:D ] .", "?c a ex:D"),
        (
            "ex:p rdfs:domain ex:C . ex:C rdfs:subClassOf [ owl:onProperty ex:q ; owl:hasValue ex:v ] .",
            "?a ex:q ?c",
        ),
        ("ex:p a owl:FunctionalProperty .", "?a ex:q ?c"),
        ("ex:p rdfs:domain ex:C . ex:C owl:intersectionOf ( ex:A ex:B ) .", "?a a ex:B"),
        ("ex:p rdfs:domain ex:A . ex:C owl:unionOf ( ex:A ex:B ) .", "?a a ex:C"),
    ],
)
def test_what_owl_makes_of_it_counts(
    axioms: str, absent: str, graph_of: GraphOf, write_rule: WriteRule
) -> None:
    assert faults(write_rule, "ex:p", absent, (1, 1), None) == 0
    assert faults(write_rule, "ex:p", absent, (1, 1), graph_of(axioms)) == 1
    assert faults(write_rule, "ex:p", absent, (1, 2), graph_of(axioms)) == 0


def test_the_hierarchy_counts_upwards_only(graph_of: GraphOf, write_rule: WriteRule) -> None:
    schema = graph_of("ex:q rdfs:subPropertyOf ex:p . ex:D rdfs:subClassOf ex:C . ex:p rdfs:domain ex:C .")
    assert faults(write_rule, "ex:p", "?a ex:q ?c", (1, 1), schema) == 0
    assert faults(write_rule, "ex:p", "?a a ex:D", (1, 1), schema) == 0


def test_a_derived_class_counts(write_rule: WriteRule) -> None:
    rules = [
        write_rule("types", "CONSTRUCT { ?a a ex:C } WHERE { ?a ex:given ?b }"),
        write_rule("needs-c", NEEDS_NO.format("?a a ex:C")),
        write_rule("needs-d", NEEDS_NO.format("?a a ex:D")),
        write_rule("needs-any", NEEDS_NO.format("?a a ?kind")),
    ]
    told = [error.problem.split()[1] for error in stratification_faults(rules)]
    assert told == ["needs-c", "needs-any"]


def test_a_rule_cannot_rest_on_the_absence_of_its_own_result(write_rule: WriteRule) -> None:
    rule = write_rule("self", NEEDS_NO.format("?a ex:result ?c"))
    (fault,) = stratification_faults([rule])
    assert (fault.file, fault.line) == ("ontology/rules/self.rq", 5)
    assert "rests on the absence of <https://example.org/result>" in fault.problem
    assert "cannot rest on the absence of what it derives" in fault.remedy


def test_the_remedy_names_both_rules(write_rule: WriteRule) -> None:
    rules = [
        write_rule("gives", GIVES.format("ex:p"), stratum=2),
        write_rule("needs", NEEDS_NO.format("?a ex:p ?c"), stratum=2),
    ]
    (fault,) = stratification_faults(rules)
    assert fault.remedy == "Raise the stratum of needs above that of gives, or lower that of gives."
