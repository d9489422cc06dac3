"""Connections that are lent to workers: answers as ever, and nothing is lost whatever ends where."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BufferedIOBase

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.connections import Connection
from claimgraph.editions import Service, load_edition
from claimgraph.settings import Settings
from claimgraph.workers.borrower import Borrower
from claimgraph.workers.dataset import Dataset
from claimgraph.workers.lending import LONG_ONES
from claimgraph.workers.loans import Terms
from sockets import ALL, CROSS, LARGE, LONG, THE_LONG_WAY, Server, ask, in_order, read, request, serving

Answer = tuple[str, dict[str, str], bytes]
QUICK = "ASK {}"
# Longer than the buffers of a socket that nobody reads, shorter than what a worker gives back.
WIDE = f"SELECT * {{ {CROSS} }} LIMIT 1000"


TERMS = Terms(
    before=b"GET /sparql?",
    behind=b" HTTP/1.1\r\nHost: server\r\n\r\n",
    client="127.0.0.1",
    edition="e",
    url="http://server/sparql",
    formats={"select": "text/csv", "construct": None},
    written=("text/csv", ""),
    gzip=False,
    format=None,
)


class Client:
    """A connection that stays open."""

    def __init__(self, connection: socket.socket, answers: BufferedIOBase) -> None:
        self.connection = connection
        self.answers = answers

    def ask(self, target: str, *headers: str) -> Answer:
        self.connection.sendall(request(target, *headers))
        return read(self.answers)


@contextmanager
def connected(server: Server) -> Iterator[Client]:
    with server.connect() as connection, connection.makefile("rb") as answers:
        yield Client(connection, answers)


def borrowers(server: Server) -> list[Borrower]:
    return [*server.service.pool.lending._borrowers]


def loans(server: Server) -> set[tuple[int, int]]:
    """Every connection has a loan of its own each time that it is lent."""
    return {(borrower.number, loan) for borrower in borrowers(server) for loan in borrower.loans}


def lent(server: Server, client: Client) -> bool:
    port = client.connection.getsockname()[1]
    known = [*server.running.server_state.connections]
    return any(
        isinstance(each, Connection) and each.lent and each.client is not None and each.client[1] == port
        for each in known
    )


def lend(server: Server, client: Client, *headers: str, query: str = QUICK, **parameters: str) -> None:
    """Ask until the connection is lent: a fresh query each time, for what is kept needs no worker."""
    for number in range(1_000):
        client.ask(ask(f"{query} # {id(client)} {number}", **parameters), *headers)
        if lent(server, client):
            return
    pytest.fail("the connection was never lent")


def same(one: Answer, other: Answer) -> bool:
    for _, headers, _ in (one, other):
        del headers["date"]
        # One of the two connections ends.
        headers.pop("connection", None)
    return one == other and [*one[1].items()] == [*other[1].items()]


TARGETS = [
    (ALL, [], {}),
    (ALL, ["Accept: text/csv", "Accept-Encoding: gzip"], {}),
    ("PREFIX e: <http://e/> ASK { ?s e:p ?o }", ["Accept: application/sparql-results+xml"], {}),
    ("CONSTRUCT WHERE { ?s ?p ?o }", ["Accept: application/n-triples"], {}),
    ("DESCRIBE <http://e/a>", [], {}),
    (r"SELECT * { ?s ?p '\u0041' }", [], {}),
    ("SELECT * { GRAPH ?g { ?s ?p ?o } }", [], {}),
    ("SELECT ?o FROM <http://e/g1> { ?s ?p ?o }", [], {}),
    (ALL, [], {"format": "csv"}),
    (f"SELECT * {{ {CROSS} }} LIMIT 300", ["Accept-Encoding: gzip"], {}),
    ("SELECT (7 AS ?x) (NOW() AS ?y) {} LIMIT 0", [], {}),
]


@pytest.mark.parametrize(("query", "headers", "parameters"), TARGETS, ids=lambda value: str(value)[:40])
def test_a_worker_answers_over_a_lent_connection_as_the_application(
    query: str, headers: list[str], parameters: dict[str, str], start: Callable[..., Server]
) -> None:
    server = start()
    with connected(server) as client:
        lend(server, client, *headers, query=query, **parameters)
        before, held = server.service.pool.tally.outcomes["answered"], loans(server)
        found = client.ask(ask(query, **parameters), *headers)
        # It was not given back meanwhile.
        assert loans(server) == held
        assert same(found, server.ask(ask(query, **parameters), *headers, THE_LONG_WAY))
        # Kept or not, it comes again as it was.
        again = client.ask(ask(query, **parameters), *headers)
        assert (again[0], again[1].get("etag"), again[2]) == (found[0], found[1].get("etag"), found[2])
        assert server.passed == 1
        server.until(lambda: server.service.pool.tally.outcomes["answered"] > before)


@pytest.mark.parametrize(
    ("target", "headers", "status"),
    [
        (ask("SELECT * { ?s ?p"), [], 400),
        (ask("SELECT * { ?s e:p ?o }"), [], 400),
        (ask("DROP ALL"), [], 403),
        (ask("SELECT * { SERVICE <http://127.0.0.1:9/> {} }"), [], 403),
        (ask("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"), [], 400),
        (ask(ALL, timeout="x"), [], 400),
        (ask(ALL, timeout="3", **{"default-graph-uri": "http://e/g1"}), [], 200),
        (ask(ALL, format="csv"), [], 200),
        (ask(ALL) + "&query=ASK%7B%7D", [], 400),
        (ask(ALL) + "#x", [], 200),
        ("/sparql?query=%ff", [], 400),
        ("/sparql?query=", [], 400),
        ("/sparql", [], 200),
        ("/health", [], 200),
        ("/nothing?query=ASK%7B%7D", [], 404),
        (ask(LARGE), [], 200),
        (ask(ALL), ["Accept: text/html"], 200),
        (ask(ALL), ["Accept: image/png"], 406),
        (ask(ALL), ["If-None-Match: *"], 304),
    ],
    ids=lambda value: str(value)[:50],
)
def test_what_a_worker_does_not_answer_alone_the_server_answers(
    target: str, headers: list[str], status: int, start: Callable[..., Server]
) -> None:
    server = start()
    with connected(server) as client:
        lend(server, client)
        held = loans(server)
        found = client.ask(target, *headers)
        assert held.isdisjoint(loans(server))
        assert found[0].split()[1] == str(status)
        assert same(found, server.ask(target, *headers, THE_LONG_WAY))
        # And the connection goes on.
        assert client.ask(ask(ALL))[0] == "HTTP/1.1 200 OK"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kinds=st.lists(st.sampled_from([QUICK, ALL, "SELECT", "DROP ALL", LARGE, WIDE]), max_size=6),
    data=st.data(),
)
def test_any_mixture_on_a_lent_connection_keeps_its_order(
    kinds: list[str], data: st.DataObject, start: Callable[..., Server]
) -> None:
    if not hasattr(start, "server"):
        start.server = start()  # type: ignore[attr-defined]
    server: Server = start.server  # type: ignore[attr-defined]
    sent = b"".join(request(ask(kind)) for kind in kinds)
    cut = data.draw(st.integers(0, len(sent)))
    with connected(server) as client:
        lend(server, client)
        client.connection.sendall(sent[:cut])
        client.connection.sendall(sent[cut:])
        found = [read(client.answers) for _ in kinds]
    assert in_order(kinds, found)
    for kind, (_, _, body) in zip(kinds, found, strict=True):
        rows = {LARGE: 30_000, WIDE: 1_000}.get(kind)
        assert rows is None or len(json.loads(body)["results"]["bindings"]) == rows


def test_a_client_that_reads_slowly_gets_the_whole_answer(
    start: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = start()
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        connection.settimeout(30)
        connection.connect(("127.0.0.1", server.port))
        with connection.makefile("rb") as answers:
            client = Client(connection, answers)
            unsent: list[int] = []
            take_back = Connection.returned

            def returned(self: Connection, rest: bytes, unanswered: bytes) -> None:
                unsent.append(len(rest))
                take_back(self, rest, unanswered)

            monkeypatch.setattr(Connection, "returned", returned)
            client.ask(ask(QUICK))
            (ours,) = server.running.server_state.connections
            assert isinstance(ours, Connection)
            ours.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
            lend(server, client)
            connection.sendall(request(ask(WIDE)))
            # The kernel has taken some of it, and the server goes on with the rest.
            server.until(lambda: bool(unsent))
            assert unsent[0] > 0
            assert len(json.loads(read(answers)[2])["results"]["bindings"]) == 1_000
            assert json.loads(client.ask(ask(QUICK))[2])["boolean"]


def test_a_long_query_ends_its_worker_and_is_answered_where_all_are(start: Callable[..., Server]) -> None:
    server = start(query_seconds=1.0)
    lending = server.service.pool.lending
    with connected(server) as client, connected(server) as other:
        lend(server, client)
        lend(server, other)
        client.connection.sendall(request(ask(LONG)))
        server.until(lambda: lending.killed == 1)
        # The other one had the same worker, or not: it never notices.
        assert other.ask(ask(ALL))[0] == "HTTP/1.1 200 OK"
        status, _, body = read(client.answers)
        assert status.startswith("HTTP/1.1 504 ")
        assert json.loads(body)["limit"]["name"] == "query-timeout"
        assert client.ask(ask(ALL))[0] == "HTTP/1.1 200 OK"


def test_who_asks_long_queries_again_and_again_gets_nothing_lent(start: Callable[..., Server]) -> None:
    server = start(query_seconds=0.2)
    lending = server.service.pool.lending
    for number in range(LONG_ONES):
        with connected(server) as client:
            lend(server, client)
            assert client.ask(ask(f"{LONG} # {number}"))[0].startswith("HTTP/1.1 504 ")
            assert lending.killed == number + 1
    with connected(server) as client:
        for number in range(20):
            client.ask(ask(f"ASK {{}} # again {number}"))
        assert len(lending) == 0


def test_a_worker_that_is_killed_loses_nothing(start: Callable[..., Server]) -> None:
    server = start()
    with connected(server) as client, connected(server) as idle:
        lend(server, client)
        lend(server, idle)
        client.connection.sendall(request(ask(LONG, timeout="1")))
        for borrower in borrowers(server):
            # The last answer is out, and so noted.
            server.until(lambda: not borrower._slate.answering)  # noqa: B023
            if borrower.process:
                os.kill(borrower.process, signal.SIGKILL)
        assert read(client.answers)[0].startswith("HTTP/1.1 504 ")
        for each in (client, idle):
            assert each.ask(ask(ALL))[0] == "HTTP/1.1 200 OK"
        lend(server, client)


def test_who_goes_away_or_is_idle_keeps_nothing_lent(start: Callable[..., Server]) -> None:
    server = start()
    lending = server.service.pool.lending
    with connected(server) as gone, connected(server) as idle:
        lend(server, gone)
        lend(server, idle)
        gone.connection.close()
        gone.answers.close()
        server.until(lambda: len(lending) == 1)
        server.until(lambda: len(lending) == 0)
        assert idle.ask(ask(ALL))[0] == "HTTP/1.1 200 OK"
        assert len(server.running.server_state.connections) == 1


def test_a_request_that_comes_in_pieces_is_answered(start: Callable[..., Server]) -> None:
    server = start()
    with connected(server) as client:
        lend(server, client)
        whole = request(ask(ALL))
        client.connection.sendall(whole[:20])
        server.until(lambda: len(server.service.pool.lending) == 0)
        client.connection.sendall(whole[20:])
        assert read(client.answers)[0] == "HTTP/1.1 200 OK"


def test_each_answer_has_its_line_and_is_counted(start: Callable[..., Server]) -> None:
    server = start(workers=1)
    with connected(server) as client:
        lend(server, client)
        server.until(lambda: server.log.getvalue().endswith("\n"))
        before = server.log.getvalue().count("\n")
        hits = server.service.cache.hits
        answers = [client.ask(ask(ALL)) for _ in range(3)]
        server.until(lambda: server.log.getvalue().count("\n") >= before + 3)
    lines = [json.loads(line) for line in server.log.getvalue().splitlines()]
    assert [line["cache"] for line in lines[-3:]] == ["miss", "hit", "hit"]
    assert {line["bytes"] for line in lines[-3:]} == {len(answers[0][2])}
    assert all(line["ms"] > 0 and line["path"] == "/sparql" and "query" not in line for line in lines)
    assert server.service.cache.hits == hits + 2
    _, _, body = server.ask("/metrics")
    count = len(lines)
    assert f'claimgraph_http_requests_total{{method="GET",status="200"}} {count}.0'.encode() in body
    assert f"claimgraph_query_seconds_count {count}.0".encode() in body
    assert b'claimgraph_workers{state="borrowing"} 1.0' in body


def test_a_query_is_in_its_line_if_that_is_wanted(start: Callable[..., Server]) -> None:
    # What workers note is decided when their parent is started.
    settings = Settings(workers=2, log_queries=True)

    def make(**changes: object) -> Service:
        return Service(load_edition(Dataset.of(b""), "", settings), replace(settings, **changes))  # type: ignore[arg-type]

    with serving(make) as begin:
        server = begin()
        with connected(server) as client:
            lend(server, client)
            client.ask(ask("ASK { ?a ?b ?c }"))
            server.until(lambda: "ASK { ?a ?b ?c }" in server.log.getvalue())


def test_a_new_edition_is_answered_from_as_soon_as_it_is_there() -> None:
    settings = Settings(workers=2)

    def quads(name: str) -> Dataset:
        return Dataset.of(f"<http://e/{name}> <http://e/p> <http://e/o> <http://e/g> .\n".encode())

    def make(**_: object) -> Service:
        return Service(load_edition(quads("one"), "", settings), settings)

    with serving(make) as begin:
        server = begin()
        lending = server.service.pool.lending
        with connected(server) as client:
            lend(server, client)
            assert b"http://e/one" in client.ask(ask(ALL))[2]
            old, new = server.service.edition, load_edition(quads("two"), "", settings)
            loop = server.loop
            assert loop
            asyncio.run_coroutine_threadsafe(taken_up(server.service, new), loop).result(30)
            server.until(lambda: not lending.uses(old.brood))
            found = client.ask(ask(ALL))
            assert b"http://e/two" in found[2]
            lend(server, client)
            again = client.ask(ask(ALL))
            assert (again[1]["etag"], again[2]) == (found[1]["etag"], found[2])
            assert not old.brood.alive


async def taken_up(service: Service, edition: object) -> None:
    service.take_up(edition)  # type: ignore[arg-type]


def test_a_server_with_lent_connections_stops(start: Callable[..., Server]) -> None:
    server = start(query_seconds=0.5)
    with connected(server) as client, connected(server) as busy:
        lend(server, client)
        lend(server, busy)
        busy.connection.sendall(request(ask(LONG)))
        server.stop()
        assert client.answers.read() == b""
    assert len(server.service.pool.lending) == 0


def test_a_known_kind_of_query_is_lent_at_once(start: Callable[..., Server]) -> None:
    server = start()
    with connected(server) as client:
        lend(server, client, query="SELECT ('a' AS ?x) { }")
    asked = server.service.pool.tally.outcomes["answered"]
    for number in range(5):
        with connected(server) as other:
            _, headers, body = other.ask(ask(f"SELECT ('{number}' AS ?x) {{ }} # new"))
            assert json.loads(body)["results"]["bindings"][0]["x"]["value"] == str(number)
            assert headers["etag"]
            server.until(lambda: lent(server, other))
    server.until(lambda: server.service.pool.tally.outcomes["answered"] >= asked + 5)
    with connected(server) as other:
        # Of another kind, or with other headers, it goes the ordinary way first.
        assert other.ask(ask("SELECT (1 + 1 AS ?x) { }"))[0] == "HTTP/1.1 200 OK"
        assert other.ask(ask("SELECT ('b' AS ?x) { }"), "X-Other: 1")[0] == "HTTP/1.1 200 OK"
    assert server.passed == 0


@pytest.mark.parametrize("end", ["SELECT ('b' AS ?x) { BIND(<a> AS ?y) }", "SELECT ('b' AS ?x) { } }"])
def test_a_known_kind_that_cannot_be_answered_is_told_so(end: str, start: Callable[..., Server]) -> None:
    server = start()
    with connected(server) as client:
        lend(server, client, query="SELECT ('a' AS ?x) { }")
    # As if queries of that shape had been quick.
    with connected(server) as other, pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimgraph.familiar.Experience.is_quick", lambda self, known: True)
        found = other.ask(ask(end))
        again = server.ask(ask(end), THE_LONG_WAY)
        assert same(found, again)
        assert other.ask(ask(ALL))[0] == "HTTP/1.1 200 OK"
    assert server.service.pool.lending.killed == 0


def test_a_known_kind_whose_worker_is_killed_is_answered(start: Callable[..., Server]) -> None:
    server = start(query_seconds=1.0)
    with connected(server) as client:
        lend(server, client, query="SELECT ('a' AS ?x) { }")
    with connected(server) as other, pytest.MonkeyPatch.context() as patch:
        patch.setattr("claimgraph.familiar.Experience.is_quick", lambda self, known: True)
        other.connection.sendall(request(ask(f"SELECT (COUNT(*) AS ?n) {{ {CROSS.replace('?v5', '?v4')} }}")))
        server.until(lambda: server.service.pool.lending.killed == 1)
        status, _, _ = read(other.answers)
        assert status.split()[1] in ("200", "504")


def test_who_wants_the_connection_to_end_gets_nothing_lent(start: Callable[..., Server]) -> None:
    server = start()
    for number in range(4):
        with connected(server) as client:
            _, headers, _ = client.ask(ask(f"SELECT ('{number}' AS ?x) {{ }}"), "Connection: close")
            assert headers["connection"] == "close"
            assert client.answers.read() == b""
    assert borrowers(server) == []


def test_what_the_server_keeps_no_worker_evaluates(start: Callable[..., Server]) -> None:
    server = start()
    for _ in range(4):
        # The first time it is evaluated and kept; then queries of its kind are known to be quick.
        with connected(server) as client:
            assert client.ask(ask("SELECT (2 AS ?x) { }"))[0] == "HTTP/1.1 200 OK"
    # What a worker had evaluated would be told with its line.
    server.until(lambda: server.log.getvalue().count("\n") == 4)
    caches = [json.loads(line)["cache"] for line in server.log.getvalue().splitlines()]
    assert caches == ["miss", "hit", "hit", "hit"]
    assert server.service.pool.tally.outcomes["answered"] == 1


def test_a_body_that_looks_like_a_known_request_is_none(start: Callable[..., Server]) -> None:
    server = start()
    known = request(ask("SELECT ('b' AS ?x) { }"))
    with connected(server) as client:
        lend(server, client, query="SELECT ('a' AS ?x) { }")
    with connected(server) as other:
        head = (
            f"POST /sparql HTTP/1.1\r\nHost: server\r\nContent-Type: text/x\r\nContent-Length: {len(known)}"
        )
        other.connection.sendall(f"{head}\r\n\r\n".encode())
        assert read(other.answers)[0].startswith("HTTP/1.1 415 ")
        other.connection.sendall(known)
        other.connection.sendall(request(ask("ASK {}")))
        # One answer to the request behind the body, and no other.
        assert json.loads(read(other.answers)[2]) == {"head": {}, "boolean": True}


URL_BYTES = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="#?"), max_size=30)


@given(URL_BYTES, st.data())
def test_only_a_whole_request_that_stands_alone_is_taken(query_string: str, data: st.DataObject) -> None:
    whole = b"GET /sparql?" + query_string.encode() + TERMS.behind
    assert TERMS.query_string(whole) == query_string.encode()
    cut = data.draw(st.integers(0, len(whole) - 1))
    assert TERMS.query_string(whole[:cut]) is None
    assert TERMS.query_string(whole + whole) is None
    assert TERMS.query_string(whole + data.draw(st.binary(min_size=1, max_size=9))) is None


@pytest.mark.parametrize(
    ("query_string", "query"),
    [
        (b"query=ASK%7B%7D", "ASK{}"),
        (b"query=ASK+%7B%7D", "ASK {}"),
        (b"query=%C3%A9", "\u00e9"),
        (b"query=%ff", None),
        (b"query=", None),
        (b"", None),
        (b"query=a&query=b", None),
        (b"query=a&format=json", None),
        (b"query=a&timeout=1", None),
        (b"query=a&default-graph-uri=x", None),
        (b"query=" + b"a" * 101, None),
        (b"query=" + b"%C3%A9" * 51, None),
        (b"query=" + b"%C3%A9" * 50, "\u00e9" * 50),
    ],
)
def test_only_a_query_by_itself_is_read(query_string: bytes, query: str | None) -> None:
    assert TERMS.query(query_string, 100) == query


@given(st.binary(max_size=20))
def test_terms_are_read_as_they_were_written(request_: bytes) -> None:
    assert Terms.decode(TERMS.encode(request_)) == (TERMS, request_)
