"""Faults of the files themselves, each with file, line and remedy."""

import pytest

from claimgraph.lint import lint
from claimgraph.load import load


@pytest.fixture
def check(write_graph, prefix_lines):
    def checker(**files):
        changes = {
            name: prefix_lines + text if text and name.endswith(".ttl") else text
            for name, text in files.items()
        }
        return lint(load(write_graph(changes)))

    return checker


@pytest.fixture
def first(prefix_lines):
    """The line after the prefixes."""
    return prefix_lines.count("\n") + 1


def told(findings):
    return [(f.severity, f.file, f.line, f.source.rpartition("/")[2]) for f in findings]


def test_sound_graph_has_no_findings(check):
    assert check() == []


def test_unread_file(check):
    (finding,) = check(**{"data/more.nt": ""})
    assert told([finding]) == [("warning", "data/more.nt", None, "unread-file")]


def test_unfinished_draft(check, first):
    (finding,) = check(**{"data/new.ttl": "\n# draft: sentence 1\n\n# draft: sentence 2\n"})
    assert told([finding]) == [("violation", "data/new.ttl", first + 1, "unfinished-draft")]
    assert "2 lines of it begin" in finding.sentence


@pytest.mark.parametrize(
    ("declaration", "remedy"),
    [
        ("@prefix new: <http://new/> .", "Add it to ontology/prefixes.ttl"),
        ("@prefix cg: <http://new/> .", "Write <https://w3id.org/claimgraph/ontology/>"),
        ("@prefix ours: <https://w3id.org/claimgraph/ontology/> .", "Use cg:"),
        ("PREFIX new: <http://new/>", "Add it to ontology/prefixes.ttl"),
    ],
)
def test_prefix_that_is_not_in_the_list(check, first, declaration, remedy):
    (finding,) = check(**{"shapes/new.ttl": f"\n{declaration}\n"})
    assert told([finding]) == [("violation", "shapes/new.ttl", first + 1, "unlisted-prefix")]
    assert finding.remedy.startswith(remedy)


def test_relative_iri_never_passes(check, first):
    findings = check(**{"data/new.ttl": "<actor/new> a cg:Actor ;\n cg:memberOf <actor/new> ."})
    assert told(findings) == [
        ("violation", "data/new.ttl", first, "relative-iri"),
        ("violation", "data/new.ttl", first + 1, "relative-iri"),
    ]


def test_unresolved_and_undeclared_names_are_among_the_findings(check, first):
    findings = check(**{"data/new.ttl": "actor:x cg:memberOf actor:gild ;\n skos:note 'x' ."})
    assert told(findings) == [
        ("violation", "data/new.ttl", first, "unresolved-name"),
        ("violation", "data/new.ttl", first + 1, "undeclared-term"),
    ]


def test_literals_are_reported_on_their_line(check, first):
    body = (
        "place:x cg:population 5 ,\n 007 ;\n "
        "cg:founded '1900-01-01T00:00:00'^^xsd:dateTime ,\n '1900-13-01'^^xsd:date ."
    )
    findings = check(**{"data/new.ttl": body})
    assert told(findings) == [
        ("violation", "data/new.ttl", first + 1, "literal"),
        ("warning", "data/new.ttl", first + 2, "literal"),
        ("violation", "data/new.ttl", first + 3, "literal"),
    ]
    assert findings[0].sentence == '"007"^^xsd:integer is not in canonical form: a store rewrites it.'


def test_blank_nodes_of_the_data_are_reported_once(check, first):
    blank = "actor:x cg:memberOf _:a ,\n [ a cg:Actor ] .\n_:a a cg:Actor .\n[] a cg:Actor ."
    ontology = "cg:New a owl:Class ; rdfs:subClassOf [ a owl:Class ] ."
    findings = check(**{"data/new.ttl": blank, "ontology/new.ttl": ontology})
    assert told(findings) == [("warning", "data/new.ttl", first + n, "blank-node") for n in (0, 1, 3)]


def test_subject_described_in_two_files(check, first):
    (finding,) = check(**{"data/new.ttl": "\nactor:mill a cg:Actor ."})
    assert told([finding]) == [("violation", "data/new.ttl", first + 1, "repeated-description")]
    assert f"actor:mill is described here and in data/actors.ttl, line {first + 1}." == finding.sentence


def test_alignments_may_add_to_the_ontology_but_not_to_the_data(check):
    assert check(**{"ontology/alignments.ttl": "cg:Actor rdfs:subClassOf cg:Place ."}) == []
    (finding,) = check(**{"ontology/alignments.ttl": "actor:mill rdfs:seeAlso cg:Place ."})
    assert told([finding])[0][::3] == ("violation", "repeated-description")


def test_two_ontology_files_may_not_define_one_term(check):
    (finding,) = check(**{"ontology/more.ttl": "cg:Actor rdfs:label 'again' ."})
    assert finding.file == "ontology/more.ttl"


def test_other_ontology_files_and_shapes_may_add_to_the_ontology_header(check):
    header = "cg: a owl:Ontology ; rdfs:label 'x' ."
    declared = "cg: sh:declare [ sh:prefix 'cg' ] ."
    assert check(**{"ontology/header.ttl": header, "shapes/prefixes.ttl": declared}) == []


def test_links_may_add_to_what_data_describes(check):
    alignments = """
        pav:authoredOn a owl:AnnotationProperty . sssom:Mapping a owl:Class .
        sssom:mapping_justification a owl:AnnotationProperty . sssom:subject_label a owl:AnnotationProperty .
        sssom:object_label a owl:AnnotationProperty . sssom:author_label a owl:AnnotationProperty .
        sssom:confidence a owl:AnnotationProperty . skos:exactMatch a owl:AnnotationProperty ."""
    links = (
        "subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tauthor_label"
        "\tmapping_date\tconfidence\tcomment\n"
        "place:harbour\tHarbour\tskos:exactMatch\twd:Q12\th\tsemapv:ManualMappingCuration\tA\t2026-11-22\t1\tc\n"
    )
    assert check(**{"ontology/alignments.ttl": alignments, "data/links.sssom.tsv": links}) == []
