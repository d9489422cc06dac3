"""Names of graphs, and how terms are shown to people."""

from pathlib import Path

import pytest
from rdflib import BNode, Literal, URIRef

from claimgraph.namespaces import BASE, XSD, compact, graph_name, is_local

PREFIXES = {
    "cg": "https://w3id.org/claimgraph/ontology/",
    "base": "https://w3id.org/claimgraph/",
    "xsd": str(XSD),
}


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("ontology/core.ttl", "ontology/core"),
        ("data/articles/article-a.ttl", "data/articles/article-a"),
        ("data/new article.ttl", "data/new%20article"),
        ("data/a.b.ttl", "data/a.b"),
    ],
)
def test_graph_is_named_after_its_file(file, name):
    assert graph_name(Path("/g"), Path("/g") / file) == URIRef(f"https://w3id.org/claimgraph/graph/{name}")


@pytest.mark.parametrize(
    ("term", "written"),
    [
        (BASE["ontology/Claim"], "cg:Claim"),
        (BASE["place/ganja"], "<https://w3id.org/claimgraph/place/ganja>"),
        (BASE["x"], "base:x"),
        (BASE["ontology/-x"], "<https://w3id.org/claimgraph/ontology/-x>"),
        (URIRef("urn:x"), "<urn:x>"),
        (Literal("a", lang="en"), '"a"@en'),
        (Literal(5), '"5"^^xsd:integer'),
        (Literal("a"), '"a"'),
        (BNode("x"), "_:x"),
        (None, ""),
    ],
)
def test_compact(term, written):
    assert compact(term, PREFIXES) == written


def test_longest_namespace_wins():
    assert compact(URIRef("urn:a:b:c"), {"long": "urn:a:b:", "short": "urn:a:"}) == "long:c"


def test_only_iris_below_the_base_are_local():
    assert is_local(BASE["x"])
    assert not is_local(Literal(str(BASE["x"])))
    assert not is_local(URIRef("https://w3id.org/other/"))
