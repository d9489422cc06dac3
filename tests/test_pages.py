"""The page for people: plain, escaped, honest about what it leaves out."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}
VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(HTMLParser):
    """A page read strictly: every element is closed, ids and labels are collected."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        # The first line break in a text area is not part of it (HTML, section 13.2.6.4.7).
        self.texts["textarea"] = [content.removeprefix("\n") for content in self.texts.get("textarea", [])]
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def ask(client: TestClient, query: str, **more: str) -> Page:
    return Page(client.get("/sparql", params={"query": query, **more}, headers=HTML).text)


@pytest.mark.parametrize("path", ["/", "/sparql", "/?question=sizes", "/?question=none", "/sparql?query=x"])
def test_every_page_is_well_formed_and_every_field_has_its_label(path: str, client: TestClient) -> None:
    page = Page(client.get(path, headers=HTML).text)
    labels = {attributes["for"] for attributes in page.all("label")}
    fields = [each for tag in ("textarea", "select") for each in page.all(tag)]
    assert {each["id"] for each in fields} == labels
    assert page.all("html") == [{"lang": "en"}]
    assert any(each.get("name") == "viewport" for each in page.all("meta"))
    identifiers = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(identifiers) == len(set(identifiers))


def test_the_form_begins_with_the_prefixes_and_a_query_that_runs(client: TestClient) -> None:
    (text,) = Page(client.get("/").text).texts["textarea"]
    assert "PREFIX e: <http://e/>" in text
    assert "PREFIX f:" not in text
    assert "PREFIX f: <http://f/>" in "".join(Page(client.get("/").text).texts["pre"])
    assert client.get("/sparql", params={"query": text}).status_code == 200


def test_a_stored_question_fills_the_form(client: TestClient) -> None:
    page = Page(client.get("/").text)
    links = [each["href"] for each in page.all("a") if "question=" in (each["href"] or "")]
    assert links == ["query?question=sizes", "query?question=a%26b"]
    filled = Page(client.get(links[1].removeprefix(".")).text)  # type: ignore[union-attr]
    assert filled.texts["textarea"] == ["ASK { ?s a <http://e/Thing> }"]
    assert "Who <is> there?" in filled.texts["h2"]


def test_the_editor_gets_questions_and_prefixes_as_data(client: TestClient) -> None:
    data = json.loads(Page(client.get("/?question=a%26b").text).texts["script"][0])
    assert data["prefixes"] == {"e": "http://e/", "f": "http://f/"}
    assert [question["summary"] for question in data["questions"]] == [
        "How large is what?",
        "Who <is> there?",
    ]
    assert data["question"] == "Who <is> there?"
    assert data["query"] == "ASK { ?s a <http://e/Thing> }"
    fresh = json.loads(Page(client.get("/").text).texts["script"][0])
    assert client.get("/sparql", params={"query": fresh["query"]}).status_code == 200


def test_an_unknown_question_is_404_and_says_so(client: TestClient) -> None:
    response = client.get("/?question=<b>")
    assert response.status_code == 404
    assert "&lt;b&gt;" in response.text


def test_rows_are_a_table_with_compact_iris_and_escaped_text(client: TestClient) -> None:
    page = ask(client, "SELECT ?s ?name ?none { ?s <http://e/name> ?name }")
    assert page.texts["th"] == ["s", "name", "none"]
    assert page.texts["td"] == ["e:a", 'A <b> & "c"', ""]
    cells = page.all("td")
    assert cells[0] == {"class": "iri", "title": "http://e/a"}
    assert cells[1] == {"lang": "en"}


def test_rows_beyond_the_limit_are_announced_and_linked(client: TestClient) -> None:
    query = "SELECT ?s ?p ?o FROM <http://e/g1> FROM <http://e/g2> { ?s ?p ?o } ORDER BY ?s"
    response = client.get(
        "/sparql", params={"query": query, "default-graph-uri": "http://e/g1"}, headers=HTML
    )
    assert "2 rows." in response.text
    page = ask(client, query)
    assert len(page.all("tr")) == 1 + 3
    assert any("more than 3 rows; this page shows the first 3 only" in text for text in page.texts["p"])
    (link,) = [each["href"] for each in page.all("a") if "format=csv" in (each["href"] or "")]
    assert len(client.get(f"/{link}").text.splitlines()) == 1 + 4


def test_links_to_the_whole_answer_keep_the_graphs(client: TestClient) -> None:
    page = ask(client, "SELECT ?s { ?s ?p ?o }", **{"default-graph-uri": "http://e/g2"})
    (link,) = [each["href"] for each in page.all("a") if "format=csv" in (each["href"] or "")]
    assert parse_qs(urlsplit(link or "").query)["default-graph-uri"] == ["http://e/g2"]
    assert [each["value"] for each in page.all("input")] == ["http://e/g2"]


def test_triples_are_turtle_and_cut_visibly(client: TestClient) -> None:
    page = ask(client, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert any("4 triples; this page shows the first 3 only" in text for text in page.texts["p"])
    assert "@prefix e: <http://e/> ." in page.texts["pre"][-1]


@pytest.mark.parametrize(("query", "words"), [("ASK { ?s ?p 12 }", "yes"), ("ASK { ?s ?p 13 }", "no")])
def test_yes_and_no_are_said(query: str, words: str, client: TestClient) -> None:
    assert any(f"The answer is {words}." in text for text in ask(client, query).texts["p"])


def test_an_error_keeps_the_query_and_shows_its_line(client: TestClient) -> None:
    page = ask(client, "SELECT *\n { ?s <b>&</b> }")
    assert page.texts["textarea"] == ["SELECT *\n { ?s <b>&</b> }"]
    assert page.texts["pre"][0] == " { ?s <b>&</b> }"
    assert any(each.get("role") == "alert" for each in page.all("section"))


def test_the_release_is_named(client: TestClient) -> None:
    assert "0123abcd" in Page(client.get("/").text).texts["footer"][0]
