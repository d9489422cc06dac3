"""A server of the small store in a thread, asked over real sockets: what a client library would hide."""

from __future__ import annotations

import asyncio
import io
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import quote

import uvicorn
from starlette.types import Receive, Scope, Send

from claimgraph.app import create_app
from claimgraph.connections import connected_to
from claimgraph.editions import Service
from claimgraph.journal import Journal

ALL = "SELECT * { ?s ?p ?o }"
NUMBERS = " ".join(map(str, range(100)))
CROSS = " ".join(f"VALUES ?v{number} {{ {NUMBERS} }}" for number in range(6))
LONG = f"SELECT (COUNT(*) AS ?n) {{ {CROSS} }}"
LARGE = f"SELECT * {{ {CROSS} }} LIMIT 30000"
# So the application answers, and from the workers.
THE_LONG_WAY = "Cache-Control: no-cache"


@dataclass
class Server:
    """A server in a thread; ``passed`` counts the requests that came to the application."""

    port: int
    service: Service
    log: io.StringIO
    running: uvicorn.Server
    thread: threading.Thread
    passed: int = 0
    loop: asyncio.AbstractEventLoop | None = None

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def ask(self, target: str, *headers: str) -> tuple[str, dict[str, str], bytes]:
        """Give status line, headers and body of one request on a connection of its own."""
        with self.connect() as connection:
            connection.sendall(request(target, *headers, "Connection: close"))
            with connection.makefile("rb") as answer:
                return read(answer)

    def stop(self) -> None:
        """Stop it as a signal would, and wait until it is gone."""
        self.running.should_exit = True
        self.thread.join()

    def until(self, state: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30
        while not state():
            assert time.monotonic() < deadline
            threading.Event().wait(0.01)


def request(target: str, *headers: str) -> bytes:
    lines = [f"GET {target} HTTP/1.1", "Host: server", *headers]
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()


def read(answer: io.BufferedIOBase) -> tuple[str, dict[str, str], bytes]:
    status = answer.readline().decode().strip()
    headers: dict[str, str] = {}
    while line := answer.readline().decode().strip():
        name, _, value = line.partition(": ")
        headers[name] = value
    if status.split()[1] == "304":
        return status, headers, b""
    if "content-length" in headers:
        return status, headers, answer.read(int(headers["content-length"]))
    body = b""
    while size := int(answer.readline(), 16):
        body += answer.read(size)
        answer.readline()
    answer.readline()
    return status, headers, body


def in_order(kinds: list[str], found: list[tuple[str, dict[str, str], bytes]]) -> bool:
    """Tell whether answers, in their order, have the statuses that these queries have."""
    statuses = {"SELECT": "400", "DROP ALL": "403"}
    expected = [statuses.get(kind, "200") for kind in kinds]
    return [status.split()[1] for status, _, _ in found] == expected


def ask(query: str, **parameters: str) -> str:
    return f"/sparql?query={quote(query)}" + "".join(f"&{name}={value}" for name, value in parameters.items())


@contextmanager
def serving(make_service: Callable[..., Service]) -> Iterator[Callable[..., Server]]:
    """Give a function that starts a server over a new service; all are stopped in the end."""
    servers: list[Server] = []

    def make(**changes: object) -> Server:
        log = io.StringIO()
        service = make_service(**changes)
        journal = Journal(log)
        application = create_app(service, journal=journal)

        async def counting(scope: Scope, receive: Receive, send: Send) -> None:
            made.passed += scope["type"] == "http"
            await application(scope, receive, send)

        taken = socket.create_server(("127.0.0.1", 0))
        assert application.express
        config = uvicorn.Config(
            counting,
            http=connected_to(application.express),
            ws="none",
            lifespan="on",
            log_config=None,
            server_header=False,
        )
        server = uvicorn.Server(config)

        def run() -> None:
            with asyncio.Runner() as runner:
                made.loop = runner.get_loop()
                runner.run(server.serve([taken]))
            journal.close()
            taken.close()

        thread = threading.Thread(target=run, daemon=True)
        made = Server(taken.getsockname()[1], service, log, server, thread)
        thread.start()
        made.until(lambda: server.started)
        servers.append(made)
        return made

    yield make
    for each in servers:
        each.stop()
