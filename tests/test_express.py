"""Plain requests take a short way, and nobody can tell but by the time: over real sockets."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sockets import ALL, CROSS, LARGE, LONG, THE_LONG_WAY, Server, ask, in_order, read, request


@pytest.mark.parametrize(
    ("target", "headers", "status"),
    [
        (ask(ALL), [], 200),
        (ask(ALL), ["Accept: text/csv", "Accept-Encoding: gzip"], 200),
        (ask("PREFIX e: <http://e/> ASK { ?s e:p ?o }"), ["Accept: application/sparql-results+xml"], 200),
        (ask("CONSTRUCT WHERE { ?s ?p ?o }"), ["Accept: application/n-triples"], 200),
        (ask("DESCRIBE <http://e/a>"), [], 200),
        (ask(r"SELECT * { ?s ?p '\u0041' }"), [], 200),
        (ask(ALL, format="csv"), [], 200),
        (ask(ALL, timeout="3", **{"default-graph-uri": "http://e/g1"}), [], 200),
        (ask(f"SELECT * {{ {CROSS} }} LIMIT 300"), ["Accept-Encoding: gzip"], 200),
        (ask("SELECT (7 AS ?x) (NOW() AS ?y) {} LIMIT 0"), [], 200),
        (ask(LARGE), ["Accept: text/csv"], 200),
        (ask(ALL), ["Accept: text/html"], 200),
        (ask(ALL), ["Accept: image/png"], 406),
        (ask("SELECT * { ?s ?p"), [], 400),
        (ask("SELECT * {\n foo }"), [], 400),
        (ask("SELECT * { ?s e:p ?o }"), [], 400),
        (ask("DROP ALL"), [], 403),
        (ask("SELECT * { SERVICE <http://127.0.0.1:9/> {} }"), [], 403),
        (ask("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"), [], 400),
        (ask(ALL, timeout="x"), [], 400),
        (ask(ALL) + "&query=ASK%7B%7D", [], 400),
        ("/sparql?query=%ff", [], 400),
        ("/sparql", [], 200),
        ("/nothing?query=ASK%7B%7D", [], 404),
    ],
    ids=lambda value: str(value)[:50],
)
def test_the_short_way_answers_as_the_long_one(
    target: str, headers: list[str], status: int, start: Callable[..., Server]
) -> None:
    server = start()
    short, long = server.ask(target, *headers), server.ask(target, *headers, THE_LONG_WAY)
    for _, found, _ in (short, long):
        del found["date"]
    assert short[0].split()[1] == str(status)
    assert list(short[1].items()) == list(long[1].items())
    assert short == long
    # What is kept is given again as it was.
    for _ in range(3):
        again = server.ask(target, *headers)
        # What came in pieces before is whole by now.
        assert (again[0], again[1].get("etag"), again[2]) == (short[0], short[1].get("etag"), short[2])


def test_plain_requests_never_come_to_the_application(start: Callable[..., Server]) -> None:
    server = start()
    for query in (ALL, "ASK { ?s ?p ?o }", "SELECT (RAND() AS ?x) {}", ALL, ALL, ALL):
        assert server.ask(ask(query))[0] == "HTTP/1.1 200 OK"
    assert server.passed == 0
    assert server.service.pool.tally.outcomes["answered"] == 3
    for headers in ([THE_LONG_WAY], ["If-None-Match: *"], ["Content-Length: 0"]):
        server.ask(ask(ALL), *headers)
    server.ask(ask("SELECT"))
    assert server.passed == 4


def test_requests_in_a_line_are_answered_in_their_order(start: Callable[..., Server]) -> None:
    server = start()
    queries = [f"SELECT ({number % 50} AS ?n) {{ }}" for number in range(400)]
    queries[7], queries[11] = "SELECT (RAND() * 0 AS ?n) { }", "SELECT (x AS ?n) {}"
    with server.connect() as connection:
        connection.sendall(b"".join(request(ask(query, format="csv")) for query in queries))
        with connection.makefile("rb") as answer:
            found = [read(answer) for _ in queries]
    assert found[11][0].startswith("HTTP/1.1 400 ")
    expected = [f"n\r\n{number % 50}\r\n".encode() for number in range(400)]
    assert [body for number, (_, _, body) in enumerate(found) if number not in (7, 11)] == [
        body for number, body in enumerate(expected) if number not in (7, 11)
    ]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.lists(st.sampled_from(["ASK {}", ALL, "SELECT", "DROP ALL", LARGE]), max_size=6), data=st.data()
)
def test_any_mixture_on_one_connection_keeps_its_order(
    kinds: list[str], data: st.DataObject, start: Callable[..., Server]
) -> None:
    if not hasattr(start, "server"):
        start.server = start()  # type: ignore[attr-defined]
    server: Server = start.server  # type: ignore[attr-defined]
    sent = b"".join(request(ask(kind)) for kind in kinds)
    cut = data.draw(st.integers(0, len(sent)))
    with server.connect() as connection:
        connection.sendall(sent[:cut])
        connection.sendall(sent[cut:])
        with connection.makefile("rb") as answer:
            found = [read(answer) for _ in kinds]
    assert in_order(kinds, found)
    for kind, (_, _, body) in zip(kinds, found, strict=True):
        assert kind != LARGE or len(json.loads(body)["results"]["bindings"]) == 30_000


def test_who_goes_away_leaves_no_work(start: Callable[..., Server]) -> None:
    server = start()
    pool = server.service.pool
    with server.connect() as connection:
        connection.sendall(request(ask(LONG)))
        server.until(lambda: bool(pool.lanes))
    server.until(lambda: pool.tally.outcomes["withdrawn"] == 1)
    server.until(lambda: not pool.lanes)
    assert server.ask(ask(ALL))[0] == "HTTP/1.1 200 OK"


def test_a_limit_is_told_in_the_words_of_the_application(start: Callable[..., Server]) -> None:
    server = start(query_seconds=0.2)
    status, _, body = server.ask(ask(LONG))
    assert status.startswith("HTTP/1.1 504 ")
    assert json.loads(body)["limit"]["name"] == "query-timeout"
    assert server.passed == 1


def test_too_many_queries_are_told_when_to_come_again(start: Callable[..., Server]) -> None:
    status, headers, _ = start(waiting_queries=0).ask(ask(ALL))
    assert status.startswith("HTTP/1.1 503 ")
    assert headers["retry-after"]


def test_each_request_has_its_line_and_is_counted(start: Callable[..., Server]) -> None:
    server = start()
    for query in (ALL, ALL, ALL, "SELECT", LARGE):
        server.ask(ask(query))
    server.until(lambda: server.log.getvalue().count("\n") == 5)
    lines = [json.loads(line) for line in server.log.getvalue().splitlines()]
    assert [line["status"] for line in lines] == [200, 200, 200, 400, 200]
    assert [line.get("cache") for line in lines] == ["miss", "hit", "hit", "miss", "miss"]
    assert [line.get("form") for line in lines] == ["select", "select", "select", None, "select"]
    assert all(line["ms"] > 0 and line["client"] == "127.0.0.1" and "query" not in line for line in lines)
    assert lines[0]["bytes"] == lines[1]["bytes"] == lines[2]["bytes"] > 0
    _, _, body = server.ask("/metrics")
    assert b'claimgraph_http_requests_total{method="GET",status="200"} 4.0' in body
    assert b"claimgraph_query_seconds_count 5.0" in body


def test_the_end_of_a_connection_is_said_and_kept(start: Callable[..., Server]) -> None:
    server = start()
    with server.connect() as connection, connection.makefile("rb") as answer:
        connection.sendall(request(ask(ALL)))
        assert "connection" not in read(answer)[1]
        connection.sendall(request(ask("ASK {}"), "Connection: close"))
        assert read(answer)[1]["connection"] == "close"
        assert answer.read() == b""
