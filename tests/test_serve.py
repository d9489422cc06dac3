"""The whole server as a process: what it serves, what it survives, how it stops."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx
import pytest

from claimgraph.paths import GraphDirectory

GraphWriter = Callable[..., GraphDirectory]
QUADS = (
    b"<http://e/a> <http://e/p> <http://e/default> .\n"
    b"<http://e/a> <http://e/p> <http://e/named> <http://e/g> .\n"
)
NUMBERS = " ".join(map(str, range(100)))
LONG = f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'VALUES ?v{n} {{ {NUMBERS} }}' for n in range(6))} }}"
CSV = {"Accept": "text/csv"}


@contextmanager
def serving(*options: object) -> Iterator[tuple[subprocess.Popen[str], httpx.Client]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "claimgraph", "serve", "--port", "0", *map(str, options)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stderr
    try:
        first = process.stdout.readline()
        found = re.search(r"answers at (\S+)", first)
        if found is None:
            pytest.fail(process.stderr.read())
        with httpx.Client(base_url=found.group(1), timeout=60) as client:
            yield process, client
    finally:
        process.kill()
        process.communicate()


def rows(client: httpx.Client, query: str) -> list[str]:
    response = client.get("/sparql", params={"query": query}, headers=CSV)
    assert response.status_code == 200, response.text
    return response.text.split("\r\n")[1:-1]


def children(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8")
    found = [int(word) for word in text.split()]
    return [*found, *(below for each in found for below in children(each))]


def ended(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.fixture
def quads(tmp_path: Path) -> Path:
    path = tmp_path / "some.nq"
    path.write_bytes(QUADS)
    return path


def test_any_file_of_quads_is_served_with_its_own_graphs(quads: Path) -> None:
    with serving("--quads", quads) as (_, client):
        assert rows(client, "SELECT ?o { ?s ?p ?o }") == ["http://e/default"]
        assert rows(client, "SELECT ?o { GRAPH ?g { ?s ?p ?o } }") == ["http://e/named"]
        assert rows(client, "SELECT ?o FROM <http://e/g> { ?s ?p ?o }") == ["http://e/named"]


def test_a_changed_file_is_taken_up_without_a_request_lost(quads: Path) -> None:
    with serving("--quads", quads) as (_, client):
        before = client.get("/health").json()["release"]
        new = quads.with_suffix(".new")
        new.write_bytes(QUADS.replace(b"default", b"changed"))
        new.replace(quads)
        seen = []
        while client.get("/health").json()["release"] == before:
            seen += rows(client, f"SELECT ?o {{ ?s ?p ?o }} # {len(seen)}")
        assert set(seen) <= {"http://e/default", "http://e/changed"}
        assert rows(client, "SELECT ?o { ?s ?p ?o }") == ["http://e/changed"]


def test_a_graph_is_checked_once_and_its_release_served(write_graph: GraphWriter, tmp_path: Path) -> None:
    root = write_graph({"data/queries/actors.rq": "#+ summary: Which types?\nSELECT ?t { ?s a ?t }\n"}).root
    said, digests = [], set()
    for _ in range(2):
        with serving("--graph", root) as (process, client):
            digests.add(client.get("/health").json()["release"])
            assert "Which types?" in client.get("/", headers={"Accept": "text/html"}).text
            process.send_signal(signal.SIGTERM)
            said.append(process.communicate(timeout=60)[1])
    assert "validating" in said[0]
    assert "validating" not in said[1]
    assert "checked before, and unchanged" in said[1]
    assert len(digests) == 1


def test_a_release_folder_is_served(write_graph: GraphWriter, tmp_path: Path) -> None:
    root, out = write_graph().root, tmp_path / "release"
    command = [sys.executable, "-m", "claimgraph", "build", "--graph", str(root), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    with serving("--release", out) as (_, client):
        manifest = json.loads((out / "manifest.json").read_text("utf-8"))
        assert f"sha256:{client.get('/health').json()['release']}" == manifest["digest"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--quads", "a.nq", "--release", "b"], "exclude each other"),
        (["--quads", "/no/such/file.nq"], "/no/such/file.nq cannot be read"),
        (["--release", "/no/such/folder"], "no claimgraph release"),
        (["--quads", "BROKEN"], "line 2"),
    ],
)
def test_what_cannot_be_served_is_said(options: Sequence[str], words: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.nq"
    broken.write_bytes(QUADS[:47] + b"oops\n")
    command = [sys.executable, "-m", "claimgraph", "serve", "--port", "0"]
    given = [str(broken) if each == "BROKEN" else each for each in options]
    done = subprocess.run([*command, *given], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_it_stops_under_load_and_leaves_no_process(quads: Path) -> None:
    with (
        serving("--quads", quads, "--query-timeout", 60) as (process, client),
        ThreadPoolExecutor(6) as threads,
    ):
        asked = [
            threads.submit(client.get, "/sparql", params={"query": f"{LONG} # {number}"})
            for number in range(6)
        ]
        while client.get("/metrics").text.count('claimgraph_workers{state="quick"} 0.0'):
            pass
        below = children(process.pid)
        assert len(below) > 1
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 0
        for each in asked:
            try:
                response = each.result()
            except httpx.TransportError:
                continue
            assert (response.status_code, response.json()["limit"]["name"]) == (503, "stopping")
        while not all(ended(each) for each in below):
            pass


def test_killed_it_leaves_no_process(quads: Path) -> None:
    with (
        serving("--quads", quads, "--query-timeout", 600) as (process, client),
        ThreadPoolExecutor(1) as threads,
    ):
        asked = threads.submit(client.get, "/sparql", params={"query": LONG})
        while client.get("/metrics").text.count('claimgraph_workers{state="quick"} 0.0'):
            pass
        below = children(process.pid)
        assert len(below) > 1
        process.kill()
        while not all(ended(each) for each in below):
            pass
        with pytest.raises(httpx.TransportError):
            asked.result()


def test_every_process_below_may_be_killed(quads: Path) -> None:
    with serving("--quads", quads) as (process, client):
        for turn in range(3):
            for each in children(process.pid):
                os.kill(each, signal.SIGKILL)
            for number in range(5):
                assert rows(client, f"SELECT ({number} AS ?x) {{ }} # {turn}") == [str(number)]


def test_the_log_has_a_line_for_each_request(quads: Path) -> None:
    with serving("--quads", quads) as (process, client):
        rows(client, "SELECT ?secret { ?secret ?p ?o }")
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
    lines = [json.loads(line) for line in errors.splitlines() if line.startswith("{")]
    (line,) = (each for each in lines if each["event"] == "request")
    assert (line["status"], line["form"], line["cache"]) == (200, "select", "miss")
    assert "secret" not in errors


def test_it_runs_without_a_home(quads: Path, write_graph: GraphWriter, tmp_path: Path) -> None:
    """Where nothing can be kept, the graph is checked each time, and served all the same."""
    root = write_graph().root
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, no folder")
    process = subprocess.Popen(
        [sys.executable, "-m", "claimgraph", "serve", "--port", "0", "--graph", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_CACHE_HOME": str(blocked)},
    )
    try:
        assert process.stdout
        assert "answers at" in process.stdout.readline()
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=60)
    assert "not kept" in errors
    shutil.rmtree(root / "none", ignore_errors=True)
