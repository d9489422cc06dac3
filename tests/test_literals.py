"""Literals: one form that every engine keeps."""

import logging

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from claimgraph.literals import flaw
from claimgraph.namespaces import OWL, XSD

P = URIRef("urn:p")


def judge(lexical, datatype=None, lang=None, predicate=P):
    literal = Literal(lexical, datatype=datatype, lang=lang, normalize=False)
    return flaw(literal, predicate, f'"{lexical}"', "xsd:something")


@pytest.mark.parametrize(
    ("lexical", "datatype"),
    [
        ("0", XSD.integer),
        ("-12", XSD.integer),
        ("99999999999999999999999999", XSD.integer),
        ("0.5", XSD.decimal),
        ("1", XSD.decimal),
        ("true", XSD.boolean),
        ("2020-10-04", XSD.date),
        ("2020", XSD.gYear),
        ("2020-10-04T10:00:00Z", XSD.dateTime),
        ("http://x/", XSD.anyURI),
        (" spaces are text ", None),
        ("POINT(46 40)", URIRef("http://www.opengis.net/ont/geosparql#wktLiteral")),
    ],
)
def test_canonical_values_pass(lexical, datatype):
    assert judge(lexical, datatype) is None


@pytest.mark.parametrize(
    ("lexical", "datatype", "sentence", "remedy"),
    [
        ("01", XSD.integer, "not in canonical form", 'Write "1"'),
        ("+1", XSD.integer, "not in canonical form", 'Write "1"'),
        (" 1", XSD.integer, "white space", "Take"),
        ("1.50", XSD.decimal, "not in canonical form", 'Write "1.5"'),
        ("1.0", XSD.decimal, "not in canonical form", 'Write "1"'),
        ("1e1", XSD.double, "not in canonical form", 'Write "10"'),
        ("1", XSD.boolean, "not in canonical form", 'Write "true"'),
        ("2020-10-04T10:00:00+00:00", XSD.dateTime, "not in canonical form", 'Write "2020-10-04T10:00:00Z"'),
        ("x", XSD.string, "^^xsd:string", "Leave"),
        ("5", XSD.nonNegativeInteger, "derived integer type", "xsd:integer"),
        ("5", XSD.byte, "derived integer type", "xsd:integer"),
        ("a\r\nb", None, "carriage return", "LF"),
    ],
)
def test_values_that_some_engine_rewrites(lexical, datatype, sentence, remedy):
    found = judge(lexical, datatype)
    assert found is not None
    assert found.severity == "violation"
    assert sentence in found.sentence
    assert remedy in found.remedy


@pytest.mark.parametrize(
    ("lexical", "datatype"), [("x", XSD.integer), ("2020-02-31", XSD.date), ("yes", XSD.boolean)]
)
def test_values_outside_their_datatype(lexical, datatype, caplog):
    with caplog.at_level(logging.CRITICAL, logger="rdflib.term"):
        found = judge(lexical, datatype)
    assert found is not None
    assert "is no valid xsd:something" in found.sentence


@pytest.mark.parametrize("tail", ["", "Z", "+04:00"])
def test_midnight_is_a_warning(tail):
    found = judge(f"2020-10-04T00:00:00{tail}", XSD.dateTime)
    assert found is not None
    assert found.severity == "warning"
    assert '"2020-10-04"^^xsd:date' in found.remedy


def test_language_tags_are_lower_case():
    assert judge("x", lang="en-gb") is None
    found = judge("x", lang="en-GB")
    assert found is not None
    assert found.remedy == "Write @en-gb."


def test_owl_fixes_the_type_of_cardinalities():
    assert judge("1", XSD.nonNegativeInteger, predicate=OWL.maxCardinality) is None


@given(
    st.from_regex(r"[+-]?[0-9]{1,6}(\.[0-9]{0,4})?", fullmatch=True),
    st.sampled_from([XSD.integer, XSD.decimal]),
)
def test_what_passes_is_what_the_store_gives_back(lexical, datatype):
    literal = Literal(lexical, datatype=datatype, normalize=False)
    if literal.ill_typed:
        return
    store = pyoxigraph.Store()
    node = pyoxigraph.NamedNode("urn:x")
    given_ = pyoxigraph.Literal(lexical, datatype=pyoxigraph.NamedNode(str(datatype)))
    store.add(pyoxigraph.Quad(node, node, given_))
    assert (flaw(literal, P, "", "") is None) == (next(iter(store)).object == given_)
