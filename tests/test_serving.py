"""A real server on a real socket."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator

import httpx2 as httpx
import pytest

from claimgraph.errors import ServeError, UsageError
from claimgraph.paths import GraphDirectory
from claimgraph.serving import bind, check_front, url

GraphWriter = Callable[..., GraphDirectory]
Process = subprocess.Popen[str]


@pytest.fixture
def process(write_graph: GraphWriter) -> Iterator[Process]:
    root = write_graph({"data/queries/actors.rq": "#+ summary: Which types?\nSELECT ?t { ?s a ?t }\n"}).root
    started = subprocess.Popen(
        [sys.executable, "-m", "claimgraph", "serve", "--port", "0", "--graph", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    yield started
    started.kill()
    started.communicate()


def announced(process: Process) -> str:
    """All that is said once the server answers."""
    assert process.stdout is not None
    said = ""
    while "Ctrl-C" not in said:
        line = process.stdout.readline()
        if not line:
            pytest.fail(process.stderr.read() if process.stderr else "nothing was said")
        said += line
    return said


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_until_it_is_told_to_stop(process: Process, sign: signal.Signals) -> None:
    said = announced(process)
    address = re.search(r"answers at (http://127\.0\.0\.1:\d+/)\n", said).group(1)  # type: ignore[union-attr]
    assert "--data-urlencode 'query=SELECT" in said
    assert f"{address}sparql" in said
    with httpx.Client(base_url=address, timeout=30) as client:
        query = {"query": "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/claimgraph/ontology/Actor> }"}
        assert client.get("/sparql", params=query, headers={"Accept": "text/csv"}).text == "n\r\n2\r\n"
        head = client.head("/sparql", params=query)
        assert (head.status_code, head.content) == (200, b"")
        assert "Which types?" in client.get("/", headers={"Accept": "text/html"}).text
        assert f"{address}sparql" in client.get("/sparql").text
        forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.1"}
        assert f"{address}sparql" in client.get("/sparql", headers=forwarded).text
        process.send_signal(sign)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in errors
    assert errors.rstrip().endswith("stopped")


def test_a_proxy_is_believed_where_the_operator_says_so(write_graph: GraphWriter) -> None:
    front = ["--root-path", "/kg", "--trust-proxy", "127.0.0.1"]
    started = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "claimgraph",
            "serve",
            "--port",
            "0",
            "--graph",
            str(write_graph().root),
            *front,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        address = re.search(r"answers at (http://\S+/)\n", announced(started)).group(1)  # type: ignore[union-attr]
        with httpx.Client(base_url=address, timeout=30) as client:
            forwarded = {"Host": "graph.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.1"}
            assert "<https://graph.example/kg/sparql>" in client.get("/sparql", headers=forwarded).text
            base = {"query": "SELECT (<> AS ?x) {}", "format": "csv"}
            answer = client.get("/sparql", params=base, headers=forwarded)
            assert answer.text == "x\r\nhttps://graph.example/kg/sparql\r\n"
            assert client.get("/openapi.json", headers=forwarded).json()["servers"] == [{"url": "/kg"}]
    finally:
        started.kill()
        started.communicate()


@pytest.mark.parametrize(
    ("root_path", "proxies"),
    [("kg", []), ("/kg/", []), ("/k g", []), ("//x", []), ("", ["*"]), ("", ["proxy"])],
)
def test_what_is_no_path_and_no_address_is_said(root_path: str, proxies: list[str]) -> None:
    with pytest.raises(UsageError, match=r"--root-path|--trust-proxy"):
        check_front(root_path, proxies)


def test_an_address_in_use_is_said(write_graph: GraphWriter) -> None:
    root = write_graph().root
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "claimgraph",
                "serve",
                "--port",
                str(taken.getsockname()[1]),
                "--graph",
                str(root),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "listens on 127.0.0.1" in done.stderr
    assert "--port 0" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(ServeError, match="cannot be used"):
        bind("192.0.2.1", 0)
    with pytest.raises(ServeError, match="cannot be used"):
        bind("no such host", 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_the_url_is_one_for_this_machine(host: str) -> None:
    with bind(host, 0) as taken:
        assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d*/", url(taken))


def test_a_port_is_taken_from_the_first_moment() -> None:
    with bind("127.0.0.1", 0) as taken, pytest.raises(ServeError, match="listens on 127"):
        bind("127.0.0.1", taken.getsockname()[1])
