"""The servers that are compared, each over the same quads, with the union of the graphs as default graph."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Contestant:
    """A server that answers; ``started`` is how many seconds it took until its first answer."""

    name: str
    url: str
    pid: int
    started: float

    def answer(self, query: str, accept: str, limit: float) -> bytes:
        """Ask once; raises OSError if no answer comes."""
        with urlopen(  # noqa: S310
            Request(f"{self.url}?{urlencode({'query': query})}", headers={"Accept": accept}),  # noqa: S310
            timeout=limit,
        ) as response:
            content: bytes = response.read()
        return content

    def megabytes(self) -> float:
        """Give the memory of the server and its processes, what they share counted once; nan if unknown."""
        return sum(map(_kilobytes, _tree(self.pid))) / 1024

    def processor_seconds(self) -> float:
        """Give the processor time of the server and its processes, also past ones; 0 if unknown."""
        return sum(map(_ticks, _tree(self.pid))) / os.sysconf("SC_CLK_TCK")


@contextmanager
def claimgraph(release: Path, *options: str) -> Iterator[Contestant]:
    """Run this project's endpoint over a release."""
    command = [sys.executable, "-m", "claimgraph", "serve", "--release", str(release), *options]
    port = _free_port()
    with _running("claimgraph", [*command, "--port", str(port)], f"http://127.0.0.1:{port}/sparql") as made:
        yield made


@contextmanager
def rdflib_endpoint(quads: Path) -> Iterator[Contestant]:
    """Run rdflib-endpoint over a Dataset in memory."""
    port = _free_port()
    command = [sys.executable, str(HERE / "rdflib_server.py"), str(quads), str(port)]
    with _running("rdflib-endpoint", command, f"http://127.0.0.1:{port}/") as made:
        yield made


@contextmanager
def oxigraph(quads: Path) -> Iterator[Contestant]:
    """Run the native server of the PyPI package oxigraph; FileNotFoundError if it is not installed."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        raise FileNotFoundError("the program oxigraph: install it with pip install --group bench")
    port = _free_port()
    command = [program, "serve", "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with _running("oxigraph", command, f"http://127.0.0.1:{port}/query") as made:
        store = Request(
            f"http://127.0.0.1:{port}/store", quads.read_bytes(), {"Content-Type": "application/n-quads"}
        )
        urlopen(store, timeout=600).close()  # noqa: S310
        yield made


@contextmanager
def _running(name: str, command: Sequence[str], url: str) -> Iterator[Contestant]:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _until_it_answers(process, url, start)
            yield Contestant(name, url, process.pid, time.perf_counter() - start)
        finally:
            process.terminate()


def _until_it_answers(process: subprocess.Popen[bytes], url: str, start: float) -> None:
    while time.perf_counter() - start < 600:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
        try:
            urlopen(f"{url}?{urlencode({'query': 'ASK { ?s ?p ?o }'})}", timeout=60).close()  # noqa: S310
        except OSError:
            time.sleep(0.01)
        else:
            return
    raise TimeoutError(f"{process.args!r} never answered")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _tree(pid: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text("utf-8").rpartition(")")[2].split()[1])
        except OSError:
            continue
        children.setdefault(parent, []).append(int(path.parent.name))
    found = [pid]
    for each in found:
        found += children.get(each, [])
    return found


def _kilobytes(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
    except OSError:
        return float("nan") if not Path("/proc/self/smaps_rollup").exists() else 0.0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return float(found.group(1)) if found else 0.0


def _ticks(pid: int) -> int:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    # User and system time, then those of children that have ended.
    return sum(map(int, fields[11:15]))
