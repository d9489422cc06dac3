"""What is refused before there is a request: over a real socket, for a client library hides it."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.types import Receive, Scope, Send

from claimgraph.connections import HEADER_BYTES, URL_BYTES, Connection


async def application(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the length of the query string."""
    body = str(len(scope["query_string"])).encode()
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        config = uvicorn.Config(application, http=Connection, ws="none", lifespan="off", log_level="critical")
        server = uvicorn.Server(config)
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=lambda: loop.run_until_complete(server.serve([taken])), daemon=True)
        thread.start()
        yield taken.getsockname()[1]
        server.should_exit = True
        thread.join()
        loop.close()


def send(port: int, request: bytes) -> tuple[bytes, bytes]:
    """Send all of a request, however long, and then read the answer: its head and its body."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request)
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += connection.recv(65_536)
        head, _, body = answer.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        while len(body) < length:
            body += connection.recv(65_536)
    return head, body


def get(query: bytes, headers: bytes = b"Host: x\r\n", version: bytes = b"1.1") -> bytes:
    return b"GET /sparql?" + query + b" HTTP/" + version + b"\r\n" + headers + b"\r\n"


@pytest.mark.parametrize(
    "request_",
    [
        get(b"a" * (URL_BYTES - 100)),
        get(b"a", b"Host: x\r\nX: " + b"a" * (HEADER_BYTES - 100) + b"\r\n"),
        get(b"a", b"", b"1.0"),
    ],
)
def test_what_is_within_the_bounds_is_answered(request_: bytes, port: int) -> None:
    assert send(port, request_)[0].startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (get(b"a" * URL_BYTES), 414),
        (get(b"a" * 8_000_000), 414),
        (get(b"a", b"Host: x\r\nX: " + b"a" * HEADER_BYTES + b"\r\n"), 431),
        (get(b"a", b"Host: x\r\n" + b"X: a\r\n" * 400_000), 431),
        (get(b"a", b""), 400),
        (get(b"a", b"Host: x\r\nHost: y\r\n"), 400),
        (get(b"a", b"Host: x\r\nhost: x\r\n", b"1.0"), 400),
        (b"NONSENSE\r\n\r\n", 400),
        (b"GET /sparql HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400),
        (b"FOO /sparql HTTP/1.1\r\nHost: x\r\n\r\n", 405),
        (b"get /sparql HTTP/1.1\r\nHost: x\r\n\r\n", 405),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_not_is_refused_in_words(request_: bytes, status: int, port: int) -> None:
    head, body = send(port, request_)
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"access-control-allow-origin: *" in head
    assert b"connection: close" in head
    assert (b"allow: GET, HEAD, OPTIONS, POST" in head) is (status == 405)
    assert json.loads(body)["status"] == status
    assert json.loads(body)["remedy"]


@pytest.mark.parametrize(
    "beginning", [b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"GET / HTTP/1.1\r\nHost: x\r\nX"]
)
def test_a_header_without_an_end_is_refused_before_it_fills_the_memory(beginning: bytes, port: int) -> None:
    head, body = send(port, beginning + b"a" * (URL_BYTES + 3 * HEADER_BYTES))
    assert head.startswith(b"HTTP/1.1 431 ")
    assert json.loads(body)["status"] == 431
