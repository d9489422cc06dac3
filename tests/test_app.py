"""The application: which routes there are, and what every answer carries."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rdflib_endpoint import SparqlEndpoint
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.editions import Service

PATHS = ["/", "/sparql", "/style.css", "/openapi.json", "/nothing-here"]


def test_the_application_is_rdflib_endpoints(make_service: Callable[..., Service]) -> None:
    assert isinstance(create_app(make_service()), SparqlEndpoint)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["GET", "OPTIONS", "DELETE"])
def test_every_answer_has_the_headers_that_close_it(path: str, method: str, client: TestClient) -> None:
    headers = client.request(method, path, headers={"Origin": "https://elsewhere.example"}).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "base-uri 'none'" in policy
    if (path, method) != ("/", "GET"):
        assert "script" not in policy
        assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in headers
    assert "server" not in headers
    # rdflib-endpoint would tell seconds where browsers read milliseconds.
    assert "server-timing" not in headers


@pytest.mark.parametrize("path", ["/", "/sparql", "/style.css", "/openapi.json", "/.well-known/void"])
def test_every_address_says_which_methods_it_takes(path: str, client: TestClient) -> None:
    options = client.options(path)
    assert options.status_code == 204
    methods = options.headers["allow"].split(", ")
    assert {"GET", "HEAD", "OPTIONS"} <= set(methods)
    refused = client.delete(path)
    assert refused.status_code == refused.json()["status"] == 405
    assert refused.headers["allow"] == options.headers["allow"]


def test_an_address_where_nothing_is_says_where_the_endpoint_is(client: TestClient) -> None:
    response = client.get("/<script>", headers={"Accept": "text/html"})
    assert response.status_code == response.json()["status"] == 404
    assert "http://testserver:8000/sparql" in response.json()["remedy"]
    assert "script" not in response.text


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/docs/oauth2-redirect"])
def test_pages_that_load_from_elsewhere_are_off(path: str, client: TestClient) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/", "/sparql", "/?question=sizes"])
def test_on_the_form_run_the_scripts_of_this_server_only(path: str, client: TestClient) -> None:
    response = client.get(path, headers={"Accept": "text/html"})
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "connect-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    scripts = re.findall(r"<script ([^>]*)>", response.text)
    assert scripts == [
        'id="page" type="application/json"',
        'src="yasgui-4.6.2/yasgui.min.js" defer',
        'src="editor.js" defer',
    ]
    for source in re.findall(r'(?:src|href)="([^"]+\.(?:js|css|svg))"', response.text):
        assert client.get(f"/{source}").status_code == 200


def test_answers_and_problems_have_no_script(client: TestClient) -> None:
    for query in ("ASK { }", "nonsense", "<script>"):
        response = client.get("/sparql", params={"query": query}, headers={"Accept": "text/html"})
        assert "<script" not in response.text
        assert "script" not in response.headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", "/sparql", "/?question=sizes", "/style.css"])
def test_no_page_names_another_host(path: str, client: TestClient) -> None:
    text = client.get(path, headers={"Accept": "text/html"}).text
    assert not re.search(r"\son[a-z]+=", text)
    assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", text)
    assert not re.search(r"url\(|@import", text)


def test_only_one_route_answers_queries(client: TestClient) -> None:
    # rdflib's evaluator says true here, which is how its route would show.
    response = client.get("/sparql", params={"query": "ASK { FILTER(false) }"})
    assert response.json()["boolean"] is False


def test_openapi_describes_the_endpoint_once_and_truthfully(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert set(document["paths"]) == {"/sparql", "/.well-known/void"}
    operations = document["paths"]["/sparql"]
    assert set(operations) == {"get", "post"}
    assert {each["name"] for each in operations["get"]["parameters"]} == {
        "query",
        "default-graph-uri",
        "named-graph-uri",
        "format",
    }
    assert set(operations["post"]["requestBody"]["content"]) == {
        "application/x-www-form-urlencoded",
        "application/sparql-query",
    }
    for operation in operations.values():
        assert {"200", "400", "403", "406", "413"} <= set(operation["responses"])
        assert "422" not in operation["responses"]


def test_openapi_names_every_format_that_is_answered_and_no_other(client: TestClient) -> None:
    operation = client.get("/openapi.json").json()["paths"]["/sparql"]["get"]
    answered = set()
    for query in ("ASK { }", "DESCRIBE <http://e/b>"):
        for media_type in operation["responses"]["200"]["content"]:
            response = client.get("/sparql", params={"query": query}, headers={"Accept": media_type})
            if response.status_code == 200:
                answered.add(media_type)
    assert answered == set(operation["responses"]["200"]["content"])
    names = next(each for each in operation["parameters"] if each["name"] == "format")["schema"]["enum"]
    assert {"json", "turtle", "text/csv", ""} <= set(names)
    for name in names:
        statuses = {
            client.get("/sparql", params={"query": query, "format": name}).status_code
            for query in ("ASK { }", "DESCRIBE <http://e/b>")
        }
        assert 200 in statuses


def test_openapi_describes_the_errors_that_come(client: TestClient) -> None:
    schema = client.get("/openapi.json").json()["paths"]["/sparql"]["get"]["responses"]["400"]["content"][
        "application/json"
    ]["schema"]
    error = client.get("/sparql", params={"query": "nonsense"}).json()
    assert set(error) == set(schema["required"]) == set(schema["properties"])
