"""Reading node by node: each value once, English first, names where there are no labels."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from claimgraph.site.data import statements, write
from claimgraph.site.reader import LABEL, Reader, node, short_name
from claimgraph.site.writing import json_in_script
from claimgraph.store import Store

QUADS = """\
<http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> "Stadt"@de <http://e/g1> .
<http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> "town"@en <http://e/g1> .
<http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> "town"@en <http://e/g2> .
<http://e/a> <http://e/near> <http://e/b> <http://e/g1> .
<http://e/a> <http://e/near> _:x <http://e/g1> .
_:x <http://e/is> "inner" <http://e/g1> .
<http://e/b> <http://e/near> <http://e/c> <http://e/g2> .
<http://e/b> <http://e/many> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g2> .
<http://e/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/c> <http://e/g2> .
"""
A, B, C, NEAR = (ox.NamedNode(f"http://e/{name}") for name in ("a", "b", "c", "near"))


@pytest.fixture
def reader() -> Reader:
    return Reader(Store.from_nquads(QUADS.encode(), {"e": "http://e/"}))


def test_values_come_once_whatever_graphs_they_stand_in(reader: Reader) -> None:
    assert reader.values(A, LABEL) == [ox.Literal("Stadt", language="de"), ox.Literal("town", language="en")]


def test_labels_are_english_if_there_is_one_and_names_if_there_is_none(reader: Reader) -> None:
    assert reader.label(A) == "town"
    assert reader.label(B) == "b"


def test_paths_lead_from_node_to_node_and_back(reader: Reader) -> None:
    assert reader.nodes(A, NEAR, NEAR) == [C]
    assert reader.node(C, NEAR) is None
    assert reader.subjects(NEAR, B) == [A]


def test_numbers_are_numbers_or_nothing(reader: Reader) -> None:
    assert reader.number(B, ox.NamedNode("http://e/many")) == 7
    assert reader.number(A, LABEL) is None


def test_what_is_only_spoken_of_is_known_too(reader: Reader) -> None:
    assert reader.known(C)
    assert not reader.known(ox.NamedNode("http://e/d"))


def test_queries_take_terms_and_not_text(reader: Reader) -> None:
    query = "SELECT ?it ?other { ?it <http://e/near> ?other FILTER(isIRI(?other)) }"
    assert reader.rows(query, {"it": B}) == [(B, C)]


def test_an_iri_that_is_none_is_no_node() -> None:
    assert node("no iri") is None
    assert node("http://e/a") == A


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://w3id.org/claimgraph/event/x-1", "x-1"),
        ("https://w3id.org/claimgraph/graph/data/events", "data/events"),
        ("http://e/v#Term", "Term"),
        ("http://e/", "e"),
    ],
)
def test_a_name_is_the_end_of_an_iri(iri: str, name: str) -> None:
    assert short_name(ox.NamedNode(iri)) == name


def test_data_of_an_entity_is_what_is_said_of_it_and_leads_to_it(reader: Reader) -> None:
    found = {(str(s), str(p)) for s, p, _ in statements(reader, [B])}
    assert ("<http://e/a>", "<http://e/near>") in found
    assert ("<http://e/b>", "<http://e/near>") in found
    # What a blank node holds belongs to who has it; members of a class are too many.
    assert "<http://e/is>" in {str(p) for _, p, _ in statements(reader, [A])}
    assert {str(p) for _, p, _ in statements(reader, [C])} == {"<http://e/near>"}


def test_data_is_written_with_the_prefixes_it_needs(reader: Reader) -> None:
    text = write(statements(reader, [B]), "text/turtle", {"e": "http://e/", "x": "http://x/"}).decode()
    assert "@prefix e: <http://e/> ." in text
    assert "http://x/" not in text
    with pytest.raises(ValueError, match="no format"):
        write([], "text/none", {})


def test_json_in_a_script_cannot_end_it() -> None:
    assert "<" not in json_in_script('{"a": "</script><!--\u2028"}')
