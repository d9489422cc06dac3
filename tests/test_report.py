"""Findings written for people, programs, GitHub and SHACL tools."""

import json
import os
from pathlib import Path

import pytest
from rdflib import BNode, Graph, Literal, URIRef

from claimgraph.findings import Finding
from claimgraph.namespaces import BASE, CG, RDF, SH
from claimgraph.paths import GraphDirectory
from claimgraph.report import as_github, as_json, as_text, as_turtle, summary

FINDINGS = [
    Finding("warning", "data/b.ttl", 7, "It is odd.", "Look again.", source="lint-x"),
    Finding(
        "violation",
        "data/a.ttl",
        12,
        "It lacks\na label: 50% of it.",
        "Add one, now.",
        BASE["actor/mill"],
        CG.label,
        Literal(0),
        source=str(BASE["shape/Actor"]),
        component=str(SH.MinCountConstraintComponent),
    ),
    Finding(
        "violation", "data/a.ttl", 2, "First.", "Mend.", focus=BNode("x"), source=str(BASE["check/literal"])
    ),
    Finding("info", None, None, "Nothing was checked.", "Add data."),
]


def test_text_is_grouped_by_file_in_order_with_remedies_and_counts():
    assert as_text(FINDINGS) == (
        "the graph as a whole\n"
        "  info Nothing was checked.\n"
        "    → Add data.\n"
        "\n"
        "data/a.ttl\n"
        "  data/a.ttl:2 violation First.\n"
        "    → Mend.\n"
        "  data/a.ttl:12 violation It lacks a label: 50% of it.\n"
        "    → Add one, now.\n"
        "\n"
        "data/b.ttl\n"
        "  data/b.ttl:7 warning It is odd.\n"
        "    → Look again.\n"
        "\n"
        "2 violations, 1 warning, 1 note.\n"
    )


def test_no_findings():
    assert as_text([]) == "Nothing found.\n"
    assert as_github([]) == ""
    assert summary([]) == "Nothing found."


def test_text_keeps_control_characters_off_the_terminal():
    assert "\x1b" not in as_text([Finding("info", None, None, "a\x1b[31mb", "\x07")])


def test_json_has_a_steady_form():
    document = json.loads(as_json(FINDINGS, GraphDirectory(Path("/g"), "given")))
    assert list(document) == ["version", "claimgraph", "graph", "valid", "counts", "findings"]
    assert (document["version"], document["valid"]) == (1, False)
    assert document["graph"] == {"root": "/g", "origin": "given"}
    assert document["counts"] == {"violation": 2, "warning": 1, "info": 1}
    assert document["findings"][2] == {
        "severity": "violation",
        "file": "data/a.ttl",
        "line": 12,
        "sentence": "It lacks\na label: 50% of it.",
        "remedy": "Add one, now.",
        "focus": "https://w3id.org/claimgraph/actor/mill",
        "path": "https://w3id.org/claimgraph/ontology/label",
        "value": "0",
        "source": "https://w3id.org/claimgraph/shape/Actor",
    }
    assert document["findings"][1]["focus"] == "_:x"
    assert document["findings"][0]["source"] is None


def test_json_is_valid_without_violations_and_tells_no_place_unless_asked():
    document = json.loads(as_json([FINDINGS[0]]))
    assert document["valid"] is True
    assert document["graph"] is None
    assert as_json(FINDINGS) == as_json(FINDINGS[::-1])


def test_github_annotations_are_escaped():
    assert as_github(FINDINGS, "sub/graph/").splitlines() == [
        "::notice title=claimgraph%3A info::Nothing was checked. Add data.",
        "::error file=sub/graph/data/a.ttl,line=2,title=claimgraph%3A literal::First. Mend.",
        "::error file=sub/graph/data/a.ttl,line=12,title=claimgraph%3A Actor"
        "::It lacks%0Aa label: 50%25 of it. Add one, now.",
        "::warning file=sub/graph/data/b.ttl,line=7,title=claimgraph%3A lint-x::It is odd. Look again.",
    ]


@pytest.mark.parametrize("name", ["data/a,b:c%.ttl", "data/a\nb.ttl"])
def test_github_properties_cannot_be_broken_out_of(name):
    (line,) = as_github([Finding("violation", name, 1, "a\r\n::error::b", "r")]).splitlines()
    properties = line.removeprefix("::error ").partition("::")[0]
    assert len(properties.split(",")) == 3
    assert ":" not in properties


def test_turtle_is_a_shacl_report():
    text = as_turtle(FINDINGS, {"actor": str(BASE["actor/"]), "sh": str(SH)})
    assert "@prefix actor:" in text
    graph = Graph().parse(data=text, format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms) == Literal(False)
    results = list(graph.objects(report, SH.result))
    assert len(results) == 4
    for result in results:
        for required in (
            SH.focusNode,
            SH.resultSeverity,
            SH.sourceConstraintComponent,
            SH.resultMessage,
            RDF.type,
        ):
            assert len(list(graph.objects(result, required))) == 1
    (shaped,) = graph.subjects(SH.focusNode, BASE["actor/mill"])
    assert graph.value(shaped, SH.resultPath) == CG.label
    assert graph.value(shaped, SH.value) == Literal(0)
    assert graph.value(shaped, SH.sourceShape) == BASE["shape/Actor"]
    assert graph.value(shaped, SH.sourceConstraintComponent) == SH.MinCountConstraintComponent
    assert "data/a.ttl, line 12" in graph.value(shaped, SH.resultMessage)
    assert (None, SH.focusNode, URIRef(BASE["graph/data/b"])) in graph


def test_turtle_of_no_findings_conforms():
    graph = Graph().parse(data=as_turtle([], {}), format="turtle")
    assert list(graph.objects(None, SH.conforms)) == [Literal(True)]


def test_turtle_is_the_same_for_the_same_findings():
    assert as_turtle(FINDINGS, {}) == as_turtle(FINDINGS[::-1], {})
    assert os.linesep not in summary(FINDINGS)
