"""The stored questions: what each needs to be worth publishing. That they answer right is in the check."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, SKOS, Graph

from claimgraph.questions import read_question

ROOT = Path(__file__).parents[1]
QUERIES = sorted((ROOT / "data" / "queries").glob("*.rq"))
EXPECTED = ROOT / "tests" / "queries"


def test_there_are_enough_of_them() -> None:
    assert len(QUERIES) >= 40


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_summary_reads_as_a_question(query: Path) -> None:
    first = query.read_text("utf-8").splitlines()[0]
    assert re.fullmatch(r"#\+ summary: [A-Z].+\?", first)


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_order_leaves_nothing_to_chance(query: Path) -> None:
    text = query.read_text("utf-8")
    columns = re.findall(r"\?(\w+)", text.partition("SELECT")[2].partition("WHERE")[0])
    ordered = re.findall(r"\?(\w+)", text.rpartition("ORDER BY")[2])
    assert columns
    assert set(columns) <= set(ordered)


@pytest.mark.parametrize("query", QUERIES, ids=lambda path: path.stem)
def test_expected_rows_name_the_sentences_they_rest_on(query: Path) -> None:
    first, header, *rows = (EXPECTED / f"{query.stem}.csv").read_text("utf-8").splitlines()
    assert first.startswith("# sentences: ")
    assert header
    assert rows


def test_together_they_touch_every_class_and_property_that_the_data_use() -> None:
    """Annotations apart: they say in words, or leave to the reader, what the other terms carry."""
    data = Graph()
    for path in sorted((ROOT / "data").rglob("*.ttl")):
        data.parse(path)
    used = {*data.predicates(), *data.objects(None, RDF.type)}
    asked = {str(RDF.type)}
    for query in QUERIES:
        text = query.read_text("utf-8")
        prefixes = dict(re.findall(r"PREFIX (\w+): <([^>]+)>", text))
        names = re.findall(r"(?<![\w<])(\w+):([A-Za-z][\w-]*)", text)
        asked |= {prefixes[prefix] + local for prefix, local in names if prefix in prefixes}
    left = {str(term) for term in used} - asked
    assert sorted(term for term in left if not term.startswith((str(RDFS), str(SKOS)))) == []


def test_an_expected_empty_answer_is_no_answer() -> None:
    lines = {path.stem: path.read_text("utf-8").splitlines() for path in EXPECTED.glob("*.csv")}
    assert [stem for stem, each in lines.items() if len(each) < 3] == []


def test_the_index_lists_each_question_as_it_is_asked_under_its_topic() -> None:
    index = (ROOT / "data" / "queries" / "README.md").read_text("utf-8")
    listed = {
        (slug, topic, summary)
        for topic, part in re.findall(r"^## (.+)\n([^#]*)", index, re.MULTILINE)
        for slug, summary in re.findall(r"^- \[([\w-]+)\]\(\1\.rq\): (.+)$", part, re.MULTILINE)
    }
    asked = {
        (each.slug, each.topic, each.summary) for each in (read_question(path, path.name) for path in QUERIES)
    }
    assert listed == asked
