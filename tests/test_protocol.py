"""What a request asks for; most of it is tested over HTTP in ``test_endpoint``."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from claimgraph.protocol import Parameters, endpoint_url


def request(host: str | None, **scope: object) -> Request:
    headers = [] if host is None else [(b"host", host.encode("latin-1"))]
    return Request(
        {
            "type": "http",
            "scheme": "http",
            "server": ("10.1.2.3", 8001),
            "headers": headers,
            "path": "/sparql",
            **scope,
        }
    )


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost:8000", "http://localhost:8000/sparql"),
        ("graph.example", "http://graph.example/sparql"),
        ("[::1]:8000", "http://[::1]:8000/sparql"),
        (None, "http://10.1.2.3:8001/sparql"),
        ("", "http://10.1.2.3:8001/sparql"),
        ("a.example/path", "http://10.1.2.3:8001/sparql"),
        ("user@a.example", "http://10.1.2.3:8001/sparql"),
        ('a"><x>', "http://10.1.2.3:8001/sparql"),
        ("a.example:123456", "http://10.1.2.3:8001/sparql"),
        ("a.example\u00e9", "http://10.1.2.3:8001/sparql"),
    ],
)
def test_the_url_has_the_host_of_the_request_if_it_is_one(host: str | None, expected: str) -> None:
    assert endpoint_url(request(host)) == expected


def test_the_url_has_the_path_and_scheme_that_the_server_was_given() -> None:
    assert (
        endpoint_url(request("a.example", scheme="https", root_path="/kg")) == "https://a.example/kg/sparql"
    )


def test_the_dataset_can_be_asked_again() -> None:
    parameters = Parameters("ASK { }", ("http://e/g",), ("http://e/h",), None)
    assert parameters.dataset == [("default-graph-uri", "http://e/g"), ("named-graph-uri", "http://e/h")]
