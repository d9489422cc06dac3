"""The SPARQL 1.1 Protocol, over HTTP."""

from __future__ import annotations

import gc
import json
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from claimgraph.description import SD
from claimgraph.store import Store
from claimgraph.workers.pool import Pool
from claimgraph.workers.ticket import Ticket

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


def first(response: object) -> str:
    bindings = response.json()["results"]["bindings"]  # type: ignore[attr-defined]
    return next(iter(bindings[0].values()))["value"]


def test_the_three_ways_to_ask(client: TestClient) -> None:
    for response in (
        client.get("/sparql", params={"query": COUNT}),
        client.post("/sparql", data={"query": COUNT}),
        client.post("/sparql", content=COUNT, headers=DIRECT),
        client.post(
            "/sparql", content=COUNT, headers={"Content-Type": "Application/SPARQL-Query; charset=UTF-8"}
        ),
    ):
        assert response.status_code == 200
        assert response.headers["content-type"] == "application/sparql-results+json"
        assert first(response) == "4"


@pytest.mark.parametrize(
    ("query", "accept", "content_type", "start"),
    [
        (COUNT, "text/csv", "text/csv; charset=utf-8", "n\r\n4"),
        (COUNT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8", "?n\n4"),
        (COUNT, "application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        (COUNT, "application/json", "application/json", '{"head"'),
        ("ASK { ?s ?p ?o }", "*/*", "application/sparql-results+json", '{"head"'),
        ("CONSTRUCT WHERE { ?s ?p 12 }", "*/*", "text/turtle; charset=utf-8", "@prefix e:"),
        ("DESCRIBE <http://e/b>", "application/n-triples", "application/n-triples", "<http://e/b>"),
        ("DESCRIBE <http://e/b>", "text/plain", "text/plain; charset=utf-8", "<http://e/b>"),
        ("DESCRIBE <http://e/b>", "application/rdf+xml", "application/rdf+xml", "<?xml"),
        ("DESCRIBE <http://e/b>", "application/ld+json", "application/ld+json", "["),
    ],
)
def test_an_answer_comes_in_the_format_that_was_asked_for(
    query: str, accept: str, content_type: str, start: str, client: TestClient
) -> None:
    response = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert response.headers["content-type"] == content_type
    assert response.text.startswith(start)
    assert response.headers["vary"].split(", ") == ["Accept", "Accept-Encoding"]


def test_a_named_format_outweighs_accept(client: TestClient) -> None:
    response = client.get(
        "/sparql", params={"query": COUNT, "format": "csv"}, headers={"Accept": "image/png"}
    )
    assert response.text == "n\r\n4\r\n"


@pytest.mark.parametrize(
    ("query", "formats", "content_type"),
    [
        # As SPARQLWrapper asks.
        (COUNT, "format=tsv&format=text/tab-separated-values&output=tsv", "text/tab-separated-values"),
        (
            "DESCRIBE <http://e/b>",
            "format=json-ld&format=application/ld%2Bjson%2Capplication/x-json%2Bld",
            "application/ld+json",
        ),
        ("DESCRIBE <http://e/b>", "format=rdf%2Bxml&format=application/rdf%2Bxml", "application/rdf+xml"),
        ("DESCRIBE <http://e/b>", "format=n3&results=n3", "text/turtle"),
        (COUNT, "format=&format=csv", "text/csv"),
        (COUNT, "format=unknown,csv", "text/csv"),
    ],
)
def test_several_names_of_one_format_are_one(
    query: str, formats: str, content_type: str, client: TestClient
) -> None:
    response = client.get(f"/sparql?query={quote(query)}&{formats}")
    assert response.headers["content-type"].partition(";")[0] == content_type


@pytest.mark.parametrize(
    "arguments",
    [
        {"params": {"query": COUNT}, "headers": {"Accept": "image/png"}},
        {"params": {"query": COUNT}, "headers": {"Accept": "text/turtle"}},
        {"params": {"query": COUNT, "format": "nonsense"}},
        {"params": {"query": "CONSTRUCT WHERE { ?s ?p ?o }", "format": "csv"}},
        {"headers": {"Accept": "application/sparql-results+json"}},
    ],
)
def test_what_cannot_be_accepted_is_406_and_names_what_can(
    arguments: dict[str, dict[str, str]], client: TestClient
) -> None:
    response = client.get("/sparql", **arguments)
    assert response.status_code == 406
    assert "Accept one of" in response.json()["remedy"]


def test_a_syntax_error_is_400_with_place_line_and_remedy(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": "SELECT * {\n  ?s e:p ?o }"})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/json"
    assert response.json() == {
        "status": 400,
        "message": "The prefix `e:` is not declared.",
        "line": 2,
        "column": 6,
        "excerpt": "  ?s e:p ?o }",
        "remedy": "Put PREFIX e: <http://e/> before the query.",
    }


def test_of_a_long_line_the_part_around_the_error_is_shown(client: TestClient) -> None:
    response = client.get(
        "/sparql", params={"query": f"ASK {{ # x\n{'?s ?p ?o . ' * 50} e:p {'?s ?p ?o . ' * 50} }}"}
    )
    excerpt = response.json()["excerpt"]
    assert " e:p " in excerpt
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert len(excerpt) == 202


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
        ("SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", 403),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", 403),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", 400),
        ("SELECT (<http://e/f>(1) AS ?x) { }", 400),
        ("", 400),
        ("x" * 2_001, 413),
    ],
)
@pytest.mark.parametrize("way", ["GET", "form", "direct"])
def test_what_is_not_run(query: str, status: int, way: str, client: TestClient) -> None:
    if way == "GET":
        response = client.get("/sparql", params={"query": query})
    elif way == "form":
        response = client.post("/sparql", data={"query": query})
    else:
        response = client.post("/sparql", content=query, headers=DIRECT)
    assert response.status_code == status
    assert response.json()["status"] == status
    assert response.json()["message"]
    assert response.json()["remedy"]
    assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("content", "headers"),
    [
        (b"update=CLEAR+ALL", FORM),
        (b"query=ASK%7B%7D&update=CLEAR+ALL", FORM),
        (b"CLEAR ALL", {"Content-Type": "application/sparql-update"}),
        (b"query=CLEAR+ALL", FORM),
        (b"query=ASK%7B%7D&using-graph-uri=http://e/g1", FORM),
    ],
)
def test_updates_are_refused_in_every_way(
    content: bytes, headers: dict[str, str], client: TestClient
) -> None:
    response = client.post("/sparql", content=content, headers=headers)
    assert response.status_code == 403
    assert first(client.get("/sparql", params={"query": COUNT})) == "4"


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"", FORM, 400),
        (b"other=1", FORM, 400),
        (b"query=ASK%7B%7D&query=ASK%7B%7D", FORM, 400),
        (b"query=ASK%7B%7D&format=json&format=xml", FORM, 400),
        (b"query=ASK%7B%7D&format=json,xml", FORM, 400),
        (b"query=ASK%7B%7D&format=json&format=unknown", FORM, 400),
        (b"query=%FF", FORM, 400),
        (b"query=\xff", FORM, 400),
        (b"ASK { ?s ?p '\xff' }", DIRECT, 400),
        (b"&a=1" * 2_000, FORM, 400),
        (b"ASK{}", {"Content-Type": "text/plain"}, 415),
        (b"ASK{}", {"Content-Type": "application/json"}, 415),
        (b"ASK{}", {"Content-Type": "multipart/form-data; boundary=x"}, 415),
        (b"ASK{}", {}, 415),
        (b"\xef\xbb\xbfASK{}", DIRECT, 400),
        (b"ASK{}", {"Content-Type": "application/sparql-query, text/plain"}, 415),
        (b"query=%C0%80", FORM, 400),
        (b"query=%ED%A0%80", FORM, 400),
        (b"ASK{}", DIRECT | {"Content-Type": "application/sparql-query; charset=iso-8859-1"}, 415),
        (b"ASK{}", DIRECT | {"Content-Encoding": "gzip"}, 415),
        (b"a" * 20_000, DIRECT, 413),
        (b"query=" + b"%41" * 2_001, FORM, 413),
    ],
)
def test_malformed_posts(content: bytes, headers: dict[str, str], status: int, client: TestClient) -> None:
    response = client.post("/sparql", content=content, headers=headers)
    assert response.status_code == status
    assert response.json()["message"]
    if status == 415 and headers.get("Content-Type", "text").startswith(
        ("text", "application/json", "multi")
    ):
        assert "application/sparql-query" in response.headers["accept-post"]


def test_a_query_string_that_is_not_utf8_is_400(client: TestClient) -> None:
    assert client.get("/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%20%22%FF%22%7D").status_code == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_methods_are_405_and_say_which_exist(method: str, client: TestClient) -> None:
    response = client.request(method, "/sparql")
    assert response.status_code == 405
    assert response.headers["allow"] == "GET, HEAD, OPTIONS, POST"
    assert response.headers["access-control-allow-origin"] == "*"


def test_a_url_that_is_too_long_is_414_and_says_to_post(client: TestClient) -> None:
    response = client.get(f"/sparql?query=ASK%7B%7D%23{'a' * 64_000}")
    assert response.status_code == 414
    assert "POST" in response.json()["remedy"]
    assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_slash_too_many_leads_to_the_endpoint(method: str, client: TestClient) -> None:
    response = client.request(method, "/sparql/?query=ASK%7B%7D")
    assert response.status_code == 308
    assert response.headers["location"] == "../sparql?query=ASK%7B%7D"
    assert client.get(str(response.url.join(response.headers["location"]))).status_code == 200


def test_head_is_get_without_a_body(client: TestClient) -> None:
    for arguments in ({"params": {"query": COUNT}}, {"params": {"query": "nonsense"}}, {}):
        head, get = client.head("/sparql", **arguments), client.get("/sparql", **arguments)
        assert head.status_code == get.status_code
        assert head.content == b""
        for header in ("content-type", "vary"):
            assert head.headers[header] == get.headers[header]
    assert client.head("/sparql", params={"query": COUNT}).headers["content-length"] == str(
        len(client.get("/sparql", params={"query": COUNT}).content)
    )


def test_any_page_may_ask_without_credentials(client: TestClient) -> None:
    preflight = client.options(
        "/sparql",
        headers={"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"},
    )
    assert preflight.status_code == 204
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "Content-Type" in preflight.headers["access-control-allow-headers"]
    answer = client.get("/sparql", params={"query": COUNT}, headers={"Origin": "https://elsewhere.example"})
    for response in (preflight, answer):
        assert response.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in response.headers


@pytest.mark.parametrize("way", ["GET", "form", "direct"])
def test_the_dataset_of_the_protocol(way: str, client: TestClient) -> None:
    def count(query: str, **graphs: str) -> str:
        parameters = {name.replace("_", "-"): value for name, value in graphs.items()}
        if way == "GET":
            return first(client.get("/sparql", params={"query": query, **parameters}))
        if way == "form":
            return first(client.post("/sparql", data={"query": query, **parameters}))
        return first(client.post("/sparql", params=parameters, content=query, headers=DIRECT))

    assert count(COUNT, default_graph_uri="http://e/g1") == "2"
    assert count(COUNT, named_graph_uri="http://e/g1") == "0"
    assert count(COUNT.replace("{", "FROM <http://e/g2> {", 1), default_graph_uri="http://e/g1") == "2"
    assert count("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }") == "4"
    assert count("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", named_graph_uri="http://e/g2") == "2"


@pytest.mark.parametrize("graph", ["http://e/none", "urn:none", "http://127.0.0.1:1/g"])
def test_a_graph_that_is_not_there_is_empty_and_never_fetched(client: TestClient, graph: str) -> None:
    for name in ("default-graph-uri", "named-graph-uri"):
        response = client.get("/sparql", params={"query": COUNT, name: graph})
        assert (response.status_code, first(response)) == (200, "0")
    response = client.get("/sparql", params={"query": COUNT.replace("{", f"FROM <{graph}> {{", 1)})
    assert (response.status_code, first(response)) == (200, "0")


def test_an_answer_that_the_client_has_in_any_form_is_not_sent_again(client: TestClient) -> None:
    asked = {"query": COUNT}
    for _ in range(2):
        assert client.get("/sparql", params=asked, headers={"If-None-Match": "*"}).status_code == 304
    wrong = client.get("/sparql", params={"query": "SELECT"}, headers={"If-None-Match": "*"})
    assert wrong.status_code == 400


def test_an_endless_accept_header_is_read_to_a_point(client: TestClient) -> None:
    accept = "text/csv," + "*/*;q=0.1," * 900
    response = client.get("/sparql", params={"query": COUNT}, headers={"Accept": accept})
    assert response.headers["content-type"].startswith("text/csv")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_every_way_decodes_exactly_once(text: str, client: TestClient) -> None:
    escaped = "".join(f"\\U{ord(sign):08X}" if sign in '"\\\r\n' else sign for sign in text)
    query = f'SELECT ("{escaped}" AS ?x) {{ }}'
    for response in (
        client.get(f"/sparql?query={quote(query, safe='')}"),
        client.post("/sparql", content=urlencode({"query": query}), headers=FORM),
        client.post("/sparql", content=query.encode(), headers=DIRECT),
    ):
        assert response.status_code == 200
        assert first(response) == text


def test_percent_signs_in_a_query_survive(client: TestClient) -> None:
    for query in ('SELECT ("a%2Fb" AS ?x) {}', 'SELECT ("a+b" AS ?x) {}'):
        expected = query.split('"')[1]
        assert first(client.post("/sparql", data={"query": query})) == expected
        assert first(client.get("/sparql", params={"query": query})) == expected


def test_relative_iris_resolve_against_the_endpoint(client: TestClient) -> None:
    assert (
        first(client.get("/sparql", params={"query": "SELECT (<#x> AS ?x) {}"}))
        == "http://testserver:8000/sparql#x"
    )


@pytest.mark.parametrize(
    "accept", ["*/*", "text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"]
)
def test_without_a_query_the_endpoint_describes_itself(accept: str, client: TestClient) -> None:
    response = client.get("/sparql", headers={"Accept": accept})
    assert response.status_code == 200
    kind = ox.RdfFormat.from_media_type(response.headers["content-type"])
    endpoints = [
        triple.object
        for triple in ox.parse(response.content, format=kind)
        if triple.predicate.value == str(SD.endpoint)
    ]
    assert endpoints == [ox.NamedNode("http://testserver:8000/sparql")]


def test_a_malformed_host_gets_into_nothing(client: TestClient) -> None:
    response = client.get("/sparql", headers={"Host": 'evil"><script>'})
    assert response.status_code == 200
    assert "evil" not in response.text
    assert "<http://testserver:8000/sparql>" in response.text


def test_a_browser_gets_the_form_the_table_and_the_errors_as_pages(client: TestClient) -> None:
    form = client.get("/sparql", headers=BROWSER)
    table = client.get("/sparql", params={"query": COUNT, "format": ""}, headers=BROWSER)
    error = client.get("/sparql", params={"query": "<script>alert(1)</script>"}, headers=BROWSER)
    for response, status in ((form, 200), (table, 200), (error, 400)):
        assert response.status_code == status
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        assert "<textarea" in response.text
    assert ">4</td>" in table.text
    assert "<script" not in error.text
    assert (
        client.get("/sparql", params={"query": COUNT, "format": "csv"}, headers=BROWSER).text == "n\r\n4\r\n"
    )


@pytest.mark.parametrize("accept", ["*/*", "text/html"])
def test_an_answer_that_fails_midway_is_dropped_in_its_own_thread(accept: str, client: TestClient) -> None:
    # pyoxigraph complains (and pytest fails) if its results are dropped in another thread than their own.
    query = "SELECT ?x { { BIND(1 AS ?x) } UNION { ?s ?p ?o BIND(<http://e/f>(?o) AS ?x) } }"
    assert client.get("/sparql", params={"query": query}, headers={"Accept": accept}).status_code == 400
    gc.collect()


def test_a_failure_of_the_server_is_a_plain_500(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Pool, *arguments: object, **options: object) -> Ticket:
        raise ZeroDivisionError("/secret/path")

    monkeypatch.setattr(Pool, "submit", fail)
    response = client.get("/sparql", params={"query": COUNT})
    assert response.status_code == 500
    assert json.loads(response.text)["status"] == 500
    assert "secret" not in response.text
    assert response.headers["access-control-allow-origin"] == "*"


def test_no_query_is_read_or_evaluated_in_the_server(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> object:
        raise AssertionError

    monkeypatch.setattr(Store, "__init__", fail)
    monkeypatch.setattr(Store, "evaluate", fail)
    monkeypatch.setattr("claimgraph.querytext.read_query", fail)
    assert first(client.get("/sparql", params={"query": COUNT})) == "4"
