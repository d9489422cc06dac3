"""Rule files are read or refused; a derived triple has its supports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF

from claimgraph.errors import RuleError
from claimgraph.rules import Rule, derive, read_rule, supports
from claimgraph.terms import Triple, quads

GraphOf = Callable[[str], Graph]
WriteRule = Callable[..., Rule]
EX = "https://example.org/"
PREFIXES = {"ex": EX}
BODY = "CONSTRUCT { ?a <https://example.org/x> ?b } WHERE { ?a <https://example.org/p> ?b }\n"


def triple(text: str) -> Triple:
    subject, predicate, value = (URIRef(EX + word) for word in text.split())
    return subject, predicate, value


def store_of(graph: Graph) -> ox.Store:
    store = ox.Store()
    store.extend(quads(graph))
    return store


def test_header_and_name(tmp_path: Path) -> None:
    path = tmp_path / "contest-direct.rq"
    path.write_text(f"#+ summary: Direct\n#+ definition: One denies\n#+   the other.\n#+ stratum: 0\n{BODY}")
    rule = read_rule(path, "ontology/rules/contest-direct.rq")
    assert (rule.name, str(rule.iri)) == ("contest-direct", "https://w3id.org/claimgraph/rule/contest-direct")
    assert (rule.summary, rule.definition, rule.stratum) == ("Direct", "One denies the other.", 0)
    assert rule.file == "ontology/rules/contest-direct.rq"


def test_stratum_is_one_if_none_is_given(tmp_path: Path) -> None:
    (tmp_path / "r.rq").write_text(f"#+ summary: s\n#+ definition: d\n{BODY}")
    assert read_rule(tmp_path / "r.rq", "r.rq").stratum == 1


@pytest.mark.parametrize(
    ("header", "line", "problem"),
    [
        ("#+ definition: d\n", 1, "no summary"),
        ("#+ summary: s\n", 1, "no definition"),
        ("#+ summary:\n#+ definition: d\n", 1, "no summary"),
        ("#+ summary: s\n#+ definition: d\n#+ stratum: two\n", 3, "stratum is 'two'"),
        ("#+ summary: s\n#+ definition: d\n#+ stratum: -1\n", 3, "stratum is '-1'"),
        ("#+ summary: s\n#+ sumary: s\n", 2, "not understood"),
        ("#+ summary: s\n#+ summary: t\n", 2, "gives 'summary' twice"),
        ("#+ nothing\n", 1, "not understood"),
    ],
)
def test_a_wrong_header_is_refused(header: str, line: int, problem: str, tmp_path: Path) -> None:
    (tmp_path / "r.rq").write_text(header + BODY)
    with pytest.raises(RuleError) as caught:
        read_rule(tmp_path / "r.rq", "rules/r.rq")
    assert problem in caught.value.problem
    assert (caught.value.file, caught.value.line) == ("rules/r.rq", line)


def test_a_missing_or_binary_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.rq").write_bytes(b"#+ summary: \xff\xfe")
    for name in ("none.rq", "b.rq"):
        with pytest.raises(RuleError, match=name):
            read_rule(tmp_path / name, name)


def test_derive_gives_all_that_follows(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule(
        "r", "CONSTRUCT { ?p ex:about ?e } WHERE { ?p ex:of ?e FILTER NOT EXISTS { ?p ex:not ?e } }"
    )
    store = store_of(graph_of("ex:a ex:of ex:b . ex:c ex:of ex:d ; ex:not ex:d ."))
    assert derive(rule, store) == {triple("a about b")}


def test_support_lists_premises_but_not_absences(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule(
        "direct",
        "CONSTRUCT { ?d ex:contests ?a } WHERE { ?d ex:negates ?p . ?a ex:affirms ?p ."
        " FILTER NOT EXISTS { ?d ex:party ?x . ?a ex:party ?x } }",
    )
    store = store_of(graph_of("ex:d ex:negates ex:p , ex:q . ex:a ex:affirms ex:p . ex:b ex:affirms ex:q ."))
    (support,) = supports(rule, store, triple("d contests a"), PREFIXES)
    assert set(support.premises) == {triple("d negates p"), triple("a affirms p")}
    (absence,) = support.absences
    assert sorted(absence.split(" . ")) == ["ex:a ex:party ?x", "ex:d ex:party ?x"]


def test_each_way_is_a_support_of_its_own(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule("r", "CONSTRUCT { ?d ex:contests ?a } WHERE { ?d ex:negates ?p . ?a ex:affirms ?p }")
    store = store_of(graph_of("ex:d ex:negates ex:p , ex:q . ex:a ex:affirms ex:p , ex:q ."))
    found = supports(rule, store, triple("d contests a"))
    assert [set(support.premises) for support in found] == [
        {triple("d negates p"), triple("a affirms p")},
        {triple("d negates q"), triple("a affirms q")},
    ]


def test_only_the_branch_of_a_union_that_holds_counts(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule(
        "r",
        "CONSTRUCT { ?a ex:says ?p } WHERE {"
        " { ?a ex:affirms ?p } UNION { ?a ex:implies ?q . ?q ex:entails ?p } }",
    )
    store = store_of(graph_of("ex:a ex:affirms ex:p . ex:b ex:implies ex:q . ex:q ex:entails ex:p ."))
    (first,) = supports(rule, store, triple("a says p"))
    (second,) = supports(rule, store, triple("b says p"))
    assert first.premises == (triple("a affirms p"),)
    assert set(second.premises) == {triple("b implies q"), triple("q entails p")}


def test_a_triple_that_the_rule_does_not_give_has_no_support(
    graph_of: GraphOf, write_rule: WriteRule
) -> None:
    rule = write_rule("r", "CONSTRUCT { ?a ex:x ?a } WHERE { ?a ex:p ?b }")
    store = store_of(graph_of("ex:a ex:p ex:b ."))
    assert supports(rule, store, triple("a y a")) == []
    assert supports(rule, store, triple("a x b")) == []
    assert supports(rule, store, triple("b x b")) == []
    assert len(supports(rule, store, triple("a x a"))) == 1


def test_what_bind_makes_is_supported(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule(
        "r", "CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?t . BIND(IRI(CONCAT(STR(?t), '1')) AS ?b) }"
    )
    store = store_of(graph_of("ex:a ex:p ex:t . ex:c ex:p ex:u ."))
    (support,) = supports(rule, store, triple("a x t1"))
    assert support.premises == (triple("a p t"),)
    assert supports(rule, store, triple("a x u1")) == []


def test_a_property_from_a_variable_is_supported(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule(
        "r", "CONSTRUCT { ?s ?p ?o } WHERE { ?r ex:from ?s ; ex:to ?o ; ex:kind ?k . ?k ex:gives ?p }"
    )
    store = store_of(graph_of("ex:r ex:from ex:s ; ex:to ex:o ; ex:kind ex:k . ex:k ex:gives ex:denies ."))
    (support,) = supports(rule, store, triple("s denies o"))
    assert len(support.premises) == 4


def test_absences_are_told_in_the_words_of_the_file(graph_of: GraphOf, write_rule: WriteRule) -> None:
    body = "CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b FILTER NOT EXISTS { ?a ex:q* ?b } }"
    store = store_of(graph_of("ex:a ex:p ex:b ."))
    (plain,) = supports(write_rule("r", body), store, triple("a x b"), PREFIXES)
    worded = write_rule("r", body, extra="#+ unless: the two are linked\n")
    (told,) = supports(worded, store, triple("a x b"), PREFIXES)
    assert plain.absences == ("ex:a ex:q* ex:b",)
    assert told.absences == ("the two are linked",)


def test_types_are_premises_like_others(graph_of: GraphOf, write_rule: WriteRule) -> None:
    rule = write_rule("r", "CONSTRUCT { ?e ex:kind ?k } WHERE { ?p ex:of ?e ; ex:says ?k . ?e a ex:Event }")
    store = store_of(graph_of("ex:p ex:of ex:e ; ex:says ex:k . ex:e a ex:Event ."))
    (support,) = supports(rule, store, triple("e kind k"))
    assert (URIRef(EX + "e"), RDF.type, URIRef(EX + "Event")) in support.premises
