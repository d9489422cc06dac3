"""From files to findings and a store, on a small graph."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import pytest

from claimgraph.errors import LoadErrors
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import check, close_graph

GraphWriter = Callable[..., GraphDirectory]
CG = "https://w3id.org/claimgraph/"
QUESTION = f"#+ summary: Who is where?\nSELECT ?a {{ ?a a <{CG}ontology/Actor> }} ORDER BY ?a\n"


def sentences(directory: GraphDirectory, **options: bool) -> list[str]:
    return [
        finding.sentence
        for finding in check(directory, **options).findings
        if finding.severity == "violation"
    ]


def test_a_sound_graph_has_no_violations_and_a_store_of_all_its_graphs(write_graph: GraphWriter) -> None:
    checked = check(write_graph())
    assert checked.violations == 0
    assert checked.graph is not None
    assert not checked.empty
    assert [name.rpartition("graph/")[2] for name in checked.graph.store.named_graphs] == [
        "data/actors",
        "data/places",
        "ontology/core",
        "void",
    ]


def test_what_is_inferred_is_in_the_store(write_graph: GraphWriter, prefix_lines: str) -> None:
    axiom = prefix_lines + "cg:Guild a owl:Class ; rdfs:subClassOf cg:Actor .\n"
    data = prefix_lines + "actor:smiths a cg:Guild .\n"
    graph = close_graph(write_graph({"ontology/more.ttl": axiom, "data/guilds.ttl": data}))
    ask = f"ASK {{ GRAPH <{CG}graph/inferred> {{ <{CG}actor/smiths> a <{CG}ontology/Actor> }} }}"
    assert graph.store.query(ask)


def test_every_stage_reports(write_graph: GraphWriter, prefix_lines: str) -> None:
    changes = {
        "data/actors.ttl": prefix_lines
        + "actor:mill a cg:Actor ; cg:memberOf actor:gild .\nactor:guild a cg:Actor .\n",
        "ontology/more.ttl": prefix_lines + "cg:Ghost a owl:Class ; owl:disjointWith cg:Place .\n",
        "data/places.ttl": prefix_lines + "place:harbour a cg:Place , cg:Ghost .\n",
        "shapes/actor.ttl": prefix_lines
        + "shape:Actor a sh:NodeShape ; sh:targetClass cg:Actor ; sh:property [ sh:path rdfs:label ; "
        'sh:minCount 1 ; sh:message "An actor MUST have a label." ] .\n',
        "data/queries/actors.rq": QUESTION,
        "data/queries/bad.rq": "SELECT",
        "tests/queries/actors.csv": "a\nactor:mill\n",
    }
    found = " ".join(sentences(write_graph(changes)))
    for part in ("actor:gild", "cg:Ghost", "actors gives a row", "no summary"):
        assert part in found
    assert any(
        finding.remedy == "An actor MUST have a label." or "MUST have a label" in finding.sentence
        for finding in check(write_graph(changes)).findings
    )


def test_syntax_errors_are_findings_with_their_place(write_graph: GraphWriter, prefix_lines: str) -> None:
    checked = check(
        write_graph({"data/actors.ttl": prefix_lines + "actor:mill a cg:Actor", "data/places.ttl": "x"})
    )
    assert checked.graph is None
    assert not checked.empty
    assert {finding.file for finding in checked.findings} == {"data/actors.ttl", "data/places.ttl"}
    assert all(finding.line and finding.remedy for finding in checked.findings)
    assert checked.violations == 2


def test_a_graph_without_files_is_empty(write_graph: GraphWriter) -> None:
    nothing: Mapping[str, str | None] = {"data/actors.ttl": None, "data/places.ttl": None}
    checked = check(write_graph(nothing))
    assert checked.empty
    assert checked.violations


def test_a_run_in_which_no_shape_finds_anything_is_empty(write_graph: GraphWriter, prefix_lines: str) -> None:
    checked = check(
        write_graph(
            {"shapes/actor.ttl": prefix_lines + "shape:Actor a sh:NodeShape ; sh:targetClass cg:Article .\n"}
        )
    )
    assert checked.empty
    assert checked.violations


def test_shapes_without_targets_fail_only_where_asked(write_graph: GraphWriter, prefix_lines: str) -> None:
    idle = prefix_lines + "shape:Article a sh:NodeShape ; sh:targetClass cg:Article .\n"
    directory = write_graph({"shapes/article.ttl": idle})
    assert sentences(directory) == []
    assert any("shape:Article" in sentence for sentence in sentences(directory, require_targets=True))


def test_a_rule_without_a_result_is_a_finding(write_graph: GraphWriter) -> None:
    rule = (
        "#+ summary: x\n#+ definition: x\n#+ stratum: 1\n"
        "PREFIX cg: <https://w3id.org/claimgraph/ontology/>\n"
        "CONSTRUCT { ?a cg:memberOf ?a } WHERE { ?a a cg:Actor FILTER NOT EXISTS { ?a cg:memberOf ?a } }\n"
    )
    checked = check(write_graph({"ontology/rules/odd.rq": rule}))
    assert checked.graph is None
    assert {finding.file for finding in checked.findings if finding.severity == "violation"} == {
        "ontology/rules/odd.rq"
    }


def test_closing_alone_raises_what_checking_reports(write_graph: GraphWriter) -> None:
    with pytest.raises(LoadErrors):
        close_graph(write_graph({"data/actors.ttl": "x"}))


def test_every_step_is_told(write_graph: GraphWriter) -> None:
    told: list[str] = []

    @contextmanager
    def step(words: str) -> Iterator[None]:
        told.append(words)
        yield

    check(write_graph(), step)
    assert told[0] == "reading the files"
    assert len(told) == len(set(told)) == 7


def test_a_hidden_question_is_not_asked_and_a_broken_one_keeps_its_rows(write_graph: GraphWriter) -> None:
    checked = check(
        write_graph(
            {
                "data/queries/.hidden.rq": "no query",
                "data/queries/odd.rq": "#+ summary: x\nSELECT * { ?s ?p }",
                "tests/queries/odd.csv": "s,p\n",
            }
        )
    )
    wrong = [finding for finding in checked.findings if finding.severity == "violation"]
    assert [finding.file for finding in wrong] == ["data/queries/odd.rq"]
