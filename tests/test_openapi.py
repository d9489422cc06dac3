"""What OpenAPI says of the endpoint is so: schemathesis makes requests of it and holds the answers to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from requests import Request
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.editions import Service


@pytest.fixture
def client(make_service: Callable[..., Service]) -> Iterator[TestClient]:
    """A client of an application that takes queries of any length: what is too long violates no schema."""
    app = create_app(make_service(query_bytes=1_000_000, url_bytes=1_000_000))
    with TestClient(app, "http://testserver:8000", raise_server_exceptions=False) as made:
        yield made


@schemathesis.serializer("application/sparql-query")
def as_it_is(context: object, value: object) -> bytes:
    """How a query is sent directly."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(
    ("path", "method"), [("/sparql", "GET"), ("/sparql", "POST"), ("/.well-known/void", "GET")]
)
def test_every_answer_is_one_that_is_described(
    path: str, method: str, mode: schemathesis.GenerationMode, client: TestClient
) -> None:
    schema = schemathesis.openapi.from_dict(client.get("/openapi.json").json())
    cases: st.SearchStrategy[schemathesis.Case] = schema[path][method].as_strategy(generation_mode=mode)

    @settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=cases)
    def check(case: schemathesis.Case) -> None:
        request = Request(**case.as_transport_kwargs(base_url=str(client.base_url))).prepare()
        response = client.request(
            str(request.method), str(request.url), headers=dict(request.headers), content=request.body
        )
        # A string that is no query is refused, which a schema cannot say; and a query may get no time at all.
        case.validate_response(response, excluded_checks=[positive_data_acceptance, not_a_server_error])
        assert response.status_code < 500 or response.json()["limit"]["name"] == "timeout"
        assert response.headers["access-control-allow-origin"] == "*"

    check()


def test_the_examples_are_answered(client: TestClient) -> None:
    operations = client.get("/openapi.json").json()["paths"]["/sparql"]
    (query,) = [
        each["schema"]["example"] for each in operations["get"]["parameters"] if each["name"] == "query"
    ]
    assert client.get("/sparql", params={"query": query}).status_code == 200
    for media_type, content in operations["post"]["requestBody"]["content"].items():
        direct = media_type == "application/sparql-query"
        schema = content["schema"] if direct else content["schema"]["properties"]["query"]
        body = {"content": schema["example"]} if direct else {"data": {"query": schema["example"]}}
        headers = {"Content-Type": media_type}
        assert client.post("/sparql", headers=headers, **body).status_code == 200
