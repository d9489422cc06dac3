"""A CONSTRUCT is taken apart into what it rests on, or refused with line and remedy."""

from __future__ import annotations

import pytest

from claimgraph.errors import RuleError
from claimgraph.patterns import Construct, read_construct

HEAD = "PREFIX ex: <https://example.org/>\n"


def read(text: str) -> Construct:
    return read_construct(HEAD + text, "rules/r.rq")


def names(patterns: object) -> str:
    return str(patterns).replace("https://example.org/", "")


def test_template_and_patterns() -> None:
    construct = read("CONSTRUCT { ?c ex:x ?p }\nWHERE { ?c ex:y ?p ; a ex:C . FILTER(?c != ?p) }")
    (branch,) = construct.branches
    assert len(construct.template) == 1
    assert len(branch.patterns) == 2
    assert branch.absences == ()
    assert construct.absence_line is None


def test_union_makes_branches_and_joins_multiply_them() -> None:
    construct = read(
        "CONSTRUCT { ?a ex:x ?b } WHERE {"
        " { ?a ex:p ?x } UNION { ?a ex:q ?x . ?x ex:r ?y } { ?b ex:s ?x } UNION { ?b ex:t ?x } }"
    )
    assert sorted(len(branch.patterns) for branch in construct.branches) == [2, 2, 3, 3]


def test_absences_are_no_premises() -> None:
    construct = read(
        "CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b\n"
        " FILTER NOT EXISTS { ?b ex:q ?c . ?c ex:r ?a ; ex:s ?d }\n FILTER NOT EXISTS { ?a ex:t/ex:u* ?b } }"
    )
    (branch,) = construct.branches
    assert len(branch.patterns) == 1
    assert sorted(len(group) for group in branch.absences) == [1, 3]
    assert construct.absence_line == 3


def test_absence_belongs_to_its_branch() -> None:
    construct = read(
        "CONSTRUCT { ?a ex:x ?b } WHERE {"
        " { ?a ex:p ?b FILTER NOT EXISTS { ?a ex:q ?b } } UNION { ?a ex:r ?b } }"
    )
    assert [len(branch.absences) for branch in construct.branches] == [1, 0]


def test_values_and_bind_rest_on_nothing() -> None:
    construct = read("CONSTRUCT { ?a ex:x ?k } WHERE { ?a ex:p ?b . BIND(STR(?b) AS ?k) VALUES ?b { ex:m } }")
    assert [len(branch.patterns) for branch in construct.branches] == [1]


def test_select_keeps_all_but_the_template() -> None:
    construct = read("# CONSTRUCT { in a comment }\nCONSTRUCT {\n ?a ex:x '}' }\nWHERE { ?a ex:p ?b }")
    assert construct.select == HEAD + "# CONSTRUCT { in a comment }\nSELECT * \nWHERE { ?a ex:p ?b }"


def test_keywords_inside_names_and_texts_are_no_keywords() -> None:
    where = "{ ?optional ex:limit ?b ; ex:service 'MINUS' FILTER(?b != \"FROM\") }"
    construct = read(f"CONSTRUCT {{ ?optional ex:minus 'GRAPH' }} WHERE {where}")
    assert len(construct.branches[0].patterns) == 2


REFUSED = [
    ("SELECT * WHERE { ?a ex:p ?b }", 2, "A rule is one CONSTRUCT, not SELECT"),
    ("ASK { ?a ex:p ?b }", 2, "A rule is one CONSTRUCT, not ASK"),
    ("CONSTRUCT WHERE { ?a ex:p ?b }", 2, "has no template"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE {\n ?a ex:p ?b OPTIONAL { ?b ex:q ?c } }", 3, "OPTIONAL"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b\n MINUS { ?b ex:q ?c } }", 3, "MINUS"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { GRAPH ?g { ?a ex:p ?b } }", 2, "GRAPH"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { SERVICE ex:s { ?a ex:p ?b } }", 2, "SERVICE"),
    ("CONSTRUCT { ?a ex:x ?b } FROM ex:g WHERE { ?a ex:p ?b }", 2, "FROM"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { { SELECT ?a ?b { ?a ex:p ?b } } }", 2, "SELECT"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b } ORDER BY ?a", 2, "ORDER"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b } LIMIT 3", 2, "LIMIT"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b FILTER EXISTS { ?a ex:q ?c } }", 2, "EXISTS"),
    ("CONSTRUCT { ?a ex:x [] } WHERE { ?a ex:p ?b }", 2, "A blank node in a rule"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p [ ex:q ?b ] }", 2, "A blank node in a rule"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p+ ?b }", 2, "A property path outside"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b", 2, "This is not SPARQL"),
    ("CONSTRUCT { ?a unknown:x ?b } WHERE { ?a ex:p ?b }", 2, "This is not SPARQL"),
    ("INSERT { ?a ex:x ?b } WHERE { ?a ex:p ?b }", 2, "This is not SPARQL"),
    ("CONSTRUCT { ?a ex:x ?b } WHERE { ?a ex:p ?b } ; CONSTRUCT { } WHERE { }", 2, "This is not SPARQL"),
    ("", 1, "This is not SPARQL"),
]


@pytest.mark.parametrize(("text", "line", "problem"), REFUSED)
def test_what_cannot_be_explained_is_refused(text: str, line: int, problem: str) -> None:
    with pytest.raises(RuleError) as caught:
        read(text)
    assert problem in caught.value.problem
    assert (caught.value.file, caught.value.line) == ("rules/r.rq", line)
    assert caught.value.remedy


@pytest.mark.parametrize(
    "where",
    [
        "SERVICE <http://127.0.0.1:9/> { ?a ex:p ?b }",
        "SERVICE:rule { ?a ex:p ?b }",
        "?a ex:p ?b FILTER(?b<?c#x> '''\n) SERVICE <http://127.0.0.1:9/> { ?a ex:p ?b } #'''\n)",
    ],
)
def test_no_wording_of_a_rule_makes_the_engine_call_another_host(where: str) -> None:
    try:
        construct = read(f"CONSTRUCT {{ ?a ex:x ?b }} WHERE {{ {where} }}")
    except RuleError:
        return
    assert "service" not in f"{construct.text} {construct.select}".lower()
