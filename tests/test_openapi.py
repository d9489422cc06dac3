"""What OpenAPI says of the endpoint is so: schemathesis makes requests of it and holds the answers to it."""

from __future__ import annotations

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.store import Store

QUADS = b"""\
<http://e/a> <http://e/p> "text"@en <http://e/g> .
<http://e/a> <http://e/p> _:b <http://e/h> .
"""


@schemathesis.serializer("application/sparql-query")
def as_it_is(context: object, value: object) -> bytes:
    """How a query is sent directly."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(Store.from_nquads(QUADS)))


@schema.parametrize()
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_one_that_is_described(case: schemathesis.Case) -> None:
    # A string that is no query is refused, which a schema cannot say.
    response = case.call_and_validate(excluded_checks=[positive_data_acceptance])
    assert response.status_code < 500
    assert response.headers["access-control-allow-origin"] == ["*"]


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
