"""Any text comes through every format unharmed, read by other readers than the one that wrote it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.plugins.parsers.ntriples import unquote
from starlette.testclient import TestClient

RESULTS = "{http://www.w3.org/2005/sparql-results#}"


def from_json(content: str) -> str:
    return str(json.loads(content)["results"]["bindings"][0]["x"]["value"])


def from_xml(content: str) -> str:
    # ElementTree gives None for an element without text.
    return ElementTree.fromstring(content).findtext(f".//{RESULTS}literal") or ""  # noqa: S314


def from_csv(content: str) -> str:
    header, row = csv.reader(io.StringIO(content, newline=""))
    assert header == ["x"]
    return row[0] if row else ""


def from_tsv(content: str) -> str:
    header, row, rest = content.split("\n")
    assert (header, rest) == ("?x", "")
    assert row[0] == row[-1] == '"'
    return str(unquote(row[1:-1]))


def from_graph(kind: str) -> Callable[[str], str]:
    def read(content: str) -> str:
        (value,) = Graph().parse(data=content, format=kind).objects()
        return str(value)

    return read


def from_json_ld(content: str) -> str:
    return str(json.loads(content)[0]["http://e/p"][0]["@value"])


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
# What XML 1.0 can carry (section 2.2).
XML_TEXTS = st.text(
    st.one_of(
        st.sampled_from("\t\n\r <>&\"'"),
        st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"),
    ),
    max_size=20,
)


def ask(client: TestClient, text: str, *, rows: bool, accept: str) -> str:
    literal = "".join(f"\\U{ord(sign):08X}" if sign in '"\\\r\n' else sign for sign in text)
    query = (
        f'SELECT ("{literal}" AS ?x) {{ }}'
        if rows
        else f'CONSTRUCT {{ <e:s> <http://e/p> "{literal}" }} {{ }}'
    )
    response = client.post("/sparql", data={"query": query}, headers={"Accept": accept})
    assert response.status_code == 200, response.text
    return response.content.decode()


@pytest.mark.parametrize(
    ("accept", "read", "rows"),
    [
        ("application/sparql-results+json", from_json, True),
        ("text/csv", from_csv, True),
        ("text/tab-separated-values", from_tsv, True),
        ("text/turtle", from_graph("turtle"), False),
        ("application/n-triples", from_graph("nt"), False),
        ("application/ld+json", from_json_ld, False),
    ],
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
@example(text="\r")
@example(text="\t\"\\,\r\n' ")
def test_text_survives(
    accept: str, read: Callable[[str], str], rows: bool, client: TestClient, text: str
) -> None:
    assert read(ask(client, text, rows=rows, accept=accept)) == text


@pytest.mark.parametrize(
    ("accept", "read", "rows"),
    [
        ("application/sparql-results+xml", from_xml, True),
        ("application/rdf+xml", from_graph("xml"), False),
    ],
)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=XML_TEXTS)
@example(text="\r")
@example(text=" <a>&]]>\r\n\t")
def test_text_survives_in_xml(
    accept: str, read: Callable[[str], str], rows: bool, client: TestClient, text: str
) -> None:
    assert read(ask(client, text, rows=rows, accept=accept)) == text


@pytest.mark.parametrize("accept", ["application/sparql-results+xml", "application/rdf+xml"])
def test_what_xml_cannot_carry_is_refused(accept: str, client: TestClient) -> None:
    query = 'SELECT ("\\u0001" AS ?x) {}' if "sparql" in accept else 'CONSTRUCT {<e:s> <e:p> "\\uFFFF"} {}'
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert response.status_code == 400
    assert "control character" in response.json()["message"]
