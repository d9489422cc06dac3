"""The coverage map as a whole: a sentence needs a claim or an excuse, in the invented article and in ours."""

from pathlib import Path

import pytest
from rdflib import URIRef

from claimgraph.coverage import cover
from claimgraph.load import load
from claimgraph.measure import ArticleCoverage
from claimgraph.namespaces import BASE, CG
from claimgraph.pipeline import Checked
from claimgraph.sources import read_sources

CAPTION_LOST = (
    "cg:reportingMode cg:OwnWords ;\n    cg:reportedIn sentence:t-2 .",
    "cg:reportingMode cg:OwnWords ;\n    cg:reportedIn sentence:t-1 .",
)


def violations(coverage):
    return [finding for finding in coverage.findings if finding.severity == "violation"]


def test_the_invented_article_is_covered(invented, invented_texts):
    found = cover(invented, invented_texts)
    assert violations(found) == []
    assert found.articles[0].text == invented_texts[0].text
    assert cover(invented).articles[0].text is None


def test_a_sentence_without_claim_is_a_violation_with_its_place(invented_changed):
    (finding,) = violations(cover(invented_changed(CAPTION_LOST)))
    assert finding.sentence == "sentence:t-2 has no claim: nothing from 48 to 109 is encoded."
    assert finding.remedy == "Encode what it says as claims."
    assert (finding.file, finding.focus) == ("data/articles/article-t.ttl", URIRef(BASE + "sentence/t-2"))
    assert finding.line


def test_furniture_without_excuse_is_a_violation_that_names_the_excuse(invented_changed):
    (finding,) = violations(cover(invented_changed(("    cg:coverageExcuse cg:NoWords ;\n", ""))))
    assert "sentence:t-11 has no claim" in finding.sentence
    assert "cg:coverageExcuse cg:NoWords" in finding.remedy


def test_what_cannot_be_measured_is_a_violation(write_graph, prefix_lines):
    turtle = """
        article:empty a cg:Article .
        article:t a cg:Article .
        sentence:lost a cg:Sentence .
        sentence:blank a cg:Sentence ; oa:hasSource article:t .
    """
    found = cover(load(write_graph({"data/article.ttl": prefix_lines + turtle})))
    assert [finding.sentence for finding in violations(found)] == [
        "article:empty has no sentences.",
        "sentence:lost has no article.",
        "sentence:blank has no readable span.",
    ]


def test_no_word_of_a_text_is_in_a_finding(invented_changed, invented_texts):
    loaded = invented_changed(
        ("    cg:coverageExcuse cg:HeadlineFurniture ;\n", "    cg:coverageExcuse cg:NoWords ;\n"),
        CAPTION_LOST,
    )
    findings = cover(loaded, invented_texts).findings
    assert len(findings) > 2
    said = " ".join(f"{finding.sentence} {finding.remedy}" for finding in findings)
    assert not [word for word in ("valley", "Smoke", "carts", "Vell") if word in said]


def test_a_graph_without_articles_has_no_coverage(write_graph):
    found = cover(load(write_graph()))
    assert (found.articles, found.findings) == ((), [])


@pytest.mark.sources
@pytest.mark.parametrize("article", ["a", "b"])
def test_every_sentence_of_our_articles_is_covered(repository: Checked, sources: Path, article: str) -> None:
    assert repository.graph
    loaded = repository.graph.loaded
    node = URIRef(f"{BASE}article/{article}")
    data = loaded.data()
    scopes = [
        str(scope)
        for encoding in data.subjects(CG.encodes, node)
        for scope in data.objects(encoding, CG.scopeOfEncoding)
    ]
    if not scopes:
        pytest.skip(f"article {article} is not in the graph yet")
    if any("not encoded yet" in scope for scope in scopes):
        pytest.skip(f"the encoding of article {article} is partial, as its cg:scopeOfEncoding says")
    found = cover(loaded, read_sources(sources)[0])
    mine: ArticleCoverage = next(each for each in found.articles if each.node == node)
    assert mine.text is not None
    assert [sentence.node for sentence in mine.sentences if sentence.state == "uncovered"] == []
    assert violations(found) == []
