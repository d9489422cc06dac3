"""The command ``claimgraph serve`` over a file of quads, and questions to it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2 as httpx

_ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/")


@dataclass(frozen=True)
class Served:
    """A server that answers, and a client that is connected to it."""

    client: httpx.Client

    def ask(
        self, query: str, accept: str, default: Sequence[str] = (), named: Sequence[str] = ()
    ) -> httpx.Response:
        """Send a query as it stands, its graphs beside it."""
        graphs = [("default-graph-uri", each) for each in default] + [
            ("named-graph-uri", each) for each in named
        ]
        headers = {"Accept": accept, "Content-Type": "application/sparql-query; charset=utf-8"}
        return self.client.post("/sparql", content=query.encode(), params=graphs, headers=headers)


@contextmanager
def served(quads: Path, *options: str) -> Iterator[Served]:
    """Serve a file as long as the context lasts; RuntimeError with what was said if it cannot be."""
    command = [sys.executable, "-m", "claimgraph", "serve", "--quads", str(quads), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            with httpx.Client(base_url=_announced(process), timeout=60) as client:
                yield Served(client)
        finally:
            process.terminate()


def _announced(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if found := _ADDRESS.search(line):
            return found.group(1)
    raise RuntimeError(f"the server ended before it answered: {said}")
