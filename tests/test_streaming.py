"""Over HTTP: no answer is whole that is not, what is the same is not sent again, what is wrong is said."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.editions import Edition, Service, load_edition
from claimgraph.settings import Settings
from claimgraph.workers.dataset import Dataset

NUMBERS = " ".join(map(str, range(100)))
CROSS = " ".join(f"VALUES ?v{number} {{ {NUMBERS} }}" for number in range(6))
LONG = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
ROWS = f"SELECT * {{ {CROSS} }}"
PAGE = f"SELECT ?v0 ?v1 {{ {CROSS.split(' VALUES ?v2')[0]} }}"
ServiceMaker = Callable[..., Service]


def request(app: Any, target: str, *, version: str = "1.1", **headers: str) -> list[dict[str, Any]]:
    """Send one request as a server would; give the messages of the response."""

    async def main() -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = []
        path, _, query = target.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "method": "GET",
            "scheme": "http",
            "http_version": version,
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(b"host", b"server"), *((n.encode(), v.encode()) for n, v in headers.items())],
            "client": ("127.0.0.1", 1),
            "server": ("server", 80),
        }
        asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive() -> Any:
            for message in asked:
                return message
            await asyncio.Event().wait()
            return None

        async def send(message: Any) -> None:
            sent.append(message)

        async with app.router.lifespan_context(app):
            await app(scope, receive, send)
        return sent

    return asyncio.run(main())


def ask(query: str, **parameters: str) -> str:
    more = "".join(f"&{name}={value}" for name, value in parameters.items())
    return f"/sparql?query={quote(query)}{more}"


def test_a_large_answer_comes_in_pieces(make_service: ServiceMaker) -> None:
    query = f"{ROWS} LIMIT 300000"
    start, *bodies = request(create_app(make_service(held_bytes=1_000)), ask(query), accept="text/csv")
    assert start["status"] == 200
    assert b"content-length" not in {name for name, _ in start["headers"]}
    assert bodies[-1] == {"type": "http.response.body", "body": b"", "more_body": False}
    assert b"".join(each["body"] for each in bodies).count(b"\r\n") == 300_001


def test_an_answer_that_breaks_off_has_no_end(make_service: ServiceMaker) -> None:
    start, *bodies = request(create_app(make_service(query_seconds=0.3)), ask(ROWS), accept="text/csv")
    assert start["status"] == 200
    assert all(each["more_body"] for each in bodies)


def test_http_1_0_never_gets_a_part_of_an_answer(make_service: ServiceMaker) -> None:
    app = create_app(make_service(query_seconds=0.3))
    start, body = request(app, ask(ROWS), version="1.0", accept="text/csv")
    assert start["status"] == 504
    assert json.loads(body["body"])["limit"] == {"name": "query-timeout", "value": 0.3, "unit": "s"}


def test_a_limit_is_named_in_json(make_service: ServiceMaker) -> None:
    with TestClient(create_app(make_service(query_seconds=0.2))) as client:
        for timeout, name, value in (
            ("0.1", "timeout", 0.1),
            ("5", "query-timeout", 0.2),
            ("", "query-timeout", 0.2),
        ):
            response = client.get("/sparql", params={"query": LONG, "timeout": timeout})
            assert response.status_code == 504
            content = response.json()
            assert (content["status"], content["limit"]) == (504, {"name": name, "value": value, "unit": "s"})
            assert content["message"]
            assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("timeout", ["0", "-1", "x", "1e3", "nan", "inf", "1&timeout=2"])
def test_a_timeout_that_is_none_is_refused(timeout: str, client: TestClient) -> None:
    assert client.get(f"/sparql?query=ASK%7B%7D&timeout={timeout}").status_code == 400


def test_too_many_queries_are_told_when_to_come_again(make_service: ServiceMaker) -> None:
    with TestClient(create_app(make_service(waiting_queries=0))) as client:
        response = client.get("/sparql", params={"query": "ASK {}"})
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) > 0
    assert response.json()["limit"]["name"] == "waiting-queries"


def test_what_the_client_has_is_not_sent_again(client: TestClient) -> None:
    query = {"query": "SELECT * { ?s ?p ?o }"}
    first = client.get("/sparql", params=query)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "public, no-cache"
    again = client.get("/sparql", params=query, headers={"If-None-Match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    for other in (
        {"params": {"query": "SELECT * { ?s ?p ?o } LIMIT 9"}},
        {"params": query, "headers": {"Accept": "text/csv"}},
        {"params": {**query, "default-graph-uri": "http://e/g1"}},
        {"params": query, "headers": {"Host": "elsewhere"}},
    ):
        assert client.get("/sparql", **other).headers["etag"] != tag  # type: ignore[arg-type]


@pytest.mark.parametrize("call", ["NOW()", "RAND()", "UUID()", "STRUUID()", "BNODE()", "rand ( )"])
def test_what_may_differ_each_time_is_not_kept(call: str, make_service: ServiceMaker) -> None:
    service = make_service()
    with TestClient(create_app(service)) as client:
        response = client.get("/sparql", params={"query": f"SELECT ({call} AS ?x) {{}}"})
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert "etag" not in response.headers
    assert len(service.cache) == 0


def test_errors_are_not_kept(make_service: ServiceMaker) -> None:
    service = make_service()
    with TestClient(create_app(service), raise_server_exceptions=False) as client:
        for query in ("SELECT", "CLEAR ALL", "SELECT (<http://e/f>(1) AS ?x) {}"):
            assert "etag" not in client.get("/sparql", params={"query": query}).headers
    assert len(service.cache) == 0


TERMS = st.sampled_from(["?s", "?o", "<http://e/a>", "<http://e/b>", "12", '"x"@en'])
PATTERNS = st.lists(
    st.tuples(TERMS, st.sampled_from(["?p", "a", "<http://e/size>"]), TERMS), min_size=1, max_size=3
)
FORMS = st.sampled_from(["SELECT *", "SELECT DISTINCT ?s", "ASK", "CONSTRUCT { ?s ?p ?o }", "DESCRIBE ?s"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    form=FORMS,
    patterns=PATTERNS,
    accept=st.sampled_from(["*/*", "text/csv", "application/rdf+xml", "application/sparql-results+xml"]),
)
def test_cached_and_fresh_answers_are_equal(
    form: str, patterns: list[tuple[str, str, str]], accept: str, client: TestClient
) -> None:
    body = " . ".join(
        " ".join(term if place or term[0] in "?<" else "?s" for place, term in enumerate(each))
        for each in patterns
    )
    query = {"query": f"{form} {{ {body} }}"}
    headers = {"Accept": accept, "Accept-Encoding": "identity"}
    fresh = client.get("/sparql", params=query, headers={**headers, "Cache-Control": "no-cache"})
    cached = [client.get("/sparql", params=query, headers=headers) for _ in range(3)]
    for each in cached:
        assert each.status_code == fresh.status_code
        # The dataset has no blank nodes and the engine no chance: so equal as multisets, line by line.
        assert sorted(each.content.splitlines()) == sorted(fresh.content.splitlines())
        assert each.headers["content-type"] == fresh.headers["content-type"]


def test_an_identical_request_is_answered_from_its_bytes(make_service: ServiceMaker) -> None:
    service = make_service()
    with TestClient(create_app(service)) as client:
        responses = [client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}) for _ in range(5)]
        assert len({each.content for each in responses}) == 1
        assert len({tuple(sorted(each.headers.items())) for each in responses}) == 1
        assert service.pool.tally.outcomes["answered"] == 1
        fresh = client.get(
            "/sparql", params={"query": "SELECT * { ?s ?p ?o }"}, headers={"Cache-Control": "no-cache"}
        )
        assert sorted(fresh.text) == sorted(responses[0].text)
        assert service.pool.tally.outcomes["answered"] == 2


def test_answers_are_compressed_for_those_who_take_it(make_service: ServiceMaker) -> None:
    app = create_app(make_service())
    start, body = request(app, ask(PAGE.replace("}", "} ", 1) + " LIMIT 500"), **{"accept-encoding": "gzip"})
    headers = dict(start["headers"])
    assert headers[b"content-encoding"] == b"gzip"
    assert b"Accept-Encoding" in headers[b"vary"]
    assert len(json.loads(gzip.decompress(body["body"]))["results"]["bindings"]) == 500
    for accepted in ("identity", "gzip;q=0", "br"):
        start, body = request(app, ask(PAGE + " LIMIT 500"), **{"accept-encoding": accepted})
        assert b"content-encoding" not in dict(start["headers"])


def test_a_large_answer_is_compressed_piece_by_piece(make_service: ServiceMaker) -> None:
    app = create_app(make_service(held_bytes=1))
    start, *bodies = request(
        app, ask(ROWS + " LIMIT 100000"), **{"accept-encoding": "gzip", "accept": "text/csv"}
    )
    assert dict(start["headers"])[b"content-encoding"] == b"gzip"
    content = gzip.decompress(b"".join(each["body"] for each in bodies))
    assert content.count(b"\r\n") == 100_001


def test_head_has_the_headers_of_get(make_service: ServiceMaker) -> None:
    with TestClient(create_app(make_service(held_bytes=1_000))) as client:
        for query in ("ASK {}", PAGE):
            head = client.head("/sparql", params={"query": query})
            get = client.get("/sparql", params={"query": query})
            assert (head.status_code, head.content) == (200, b"")
            assert head.headers["etag"] == get.headers["etag"]


@pytest.fixture(scope="module")
def other() -> Edition:
    """Another edition than the small one: the same name has another value."""
    content = (
        b'<http://e/b> <http://e/size> "13"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g2> .\n'
    )
    return load_edition(Dataset.of(content), "4567", Settings(workers=2))


def test_a_new_edition_is_answered_from_and_nothing_kept_of_the_old(
    make_service: ServiceMaker, other: Edition
) -> None:
    service = make_service()
    query = {"query": "SELECT ?n { <http://e/b> <http://e/size> ?n }", "format": "csv"}
    with TestClient(create_app(service)) as client:
        old = [client.get("/sparql", params=query) for _ in range(4)]
        client.portal.call(service.take_up, other)  # type: ignore[union-attr]
        new = [client.get("/sparql", params=query, headers={"If-None-Match": old[0].headers["etag"]})]
        new += [client.get("/sparql", params=query) for _ in range(4)]
        assert client.get("/health").json()["release"] == "4567"
    assert {each.text for each in old} == {"n\r\n12\r\n"}
    assert {each.text for each in new} == {"n\r\n13\r\n"}
    assert old[0].headers["etag"] != new[0].headers["etag"]
