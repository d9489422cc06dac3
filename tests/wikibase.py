"""A small Wikibase for tests: the recorded items, behind a mock transport or on a port of this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx

RECORDED = Path(__file__).parent / "linking" / "entities.json"
JSON = {"Content-Type": "application/json; charset=utf-8"}
Answer = tuple[int, dict[str, str], bytes]
MANIFEST = {
    "versions": ["0.1", "0.2"],
    "name": "Items",
    "identifierSpace": "http://www.wikidata.org/entity/",
    "schemaSpace": "http://www.wikidata.org/prop/direct/",
}


def ok(document: object, **headers: str) -> Answer:
    return 200, JSON | headers, json.dumps(document).encode()


class Wikibase:
    """Answers as the action API at /w/api.php and a reconciliation service at /reconcile do.

    ``first`` holds answers that are given, one each, before it answers in order; ``asked`` every request's
    parameters, ``headers`` what came with them.
    """

    def __init__(self) -> None:
        self.entities: dict[str, dict] = json.loads(RECORDED.read_text("utf-8"))["entities"]
        self.first: list[Answer | Callable[[], Answer]] = []
        self.asked: list[dict[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.manifest: dict[str, object] = dict(MANIFEST)

    def delete(self, name: str) -> None:
        self.entities[name] = {"id": name, "missing": ""}

    def merge(self, name: str, into: str) -> None:
        self.entities[name] = {**self.entities[into], "redirects": {"from": name, "to": into}}

    def rename(self, name: str, label: str, *, aliases: bool = False) -> None:
        entity = self.entities[name]
        entity["labels"] = {"en": {"language": "en", "value": label}}
        if not aliases:
            entity["aliases"] = []

    def retype(self, name: str, kind: str) -> None:
        value = {"entity-type": "item", "id": kind}
        self.entities[name]["claims"]["P31"] = [{"mainsnak": {"datavalue": {"value": value}}}]

    def move(self, name: str, latitude: float, longitude: float) -> None:
        value = {"latitude": latitude, "longitude": longitude}
        self.entities[name]["claims"]["P625"] = [{"mainsnak": {"datavalue": {"value": value}}}]

    def answer(self, target: str, form: str = "", headers: dict[str, str] | None = None) -> Answer:
        parts = urlsplit(target)
        asked = {key: values[0] for key, values in parse_qs(parts.query or form).items()}
        self.asked.append(asked)
        self.headers.append({key.lower(): value for key, value in (headers or {}).items()})
        if self.first:
            next_one = self.first.pop(0)
            return next_one() if callable(next_one) else next_one
        if parts.path == "/reconcile":
            return ok(self._reconcile(asked) if "queries" in asked else self.manifest)
        if parts.path != "/w/api.php":
            return 404, JSON, b"{}"
        if asked.get("action") == "wbsearchentities":
            ids = self.named(asked["search"])[: int(asked["limit"])]
            return ok({"search": [{"id": name, "title": name} for name in ids], "success": 1})
        if asked.get("action") == "wbgetentities":
            ids = asked["ids"].split("|")
            return ok({"entities": {name: self._entity(name) for name in ids}, "success": 1})
        return ok({"error": {"code": "badvalue", "info": "Unrecognized value"}})

    def named(self, text: str) -> list[str]:
        return [name for name, entity in self.entities.items() if text.lower() in str(entity).lower()]

    def _entity(self, name: str) -> dict:
        return self.entities.get(name, {"id": name, "missing": ""})

    def _reconcile(self, asked: dict[str, str]) -> dict[str, object]:
        return {
            key: {
                "result": [
                    {"id": name, "name": name, "score": 100 - 10 * place, "match": place == 0, "type": []}
                    for place, name in enumerate(self.named(query["query"])[: query["limit"]])
                ]
            }
            for key, query in json.loads(asked["queries"]).items()
        }

    def transport(self) -> httpx.MockTransport:
        def handle(request: httpx.Request) -> httpx.Response:
            status, headers, body = self.answer(
                str(request.url.raw_path, "ascii"), request.content.decode(), dict(request.headers)
            )
            return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))

        return httpx.MockTransport(handle)


@contextmanager
def served(wikibase: Wikibase) -> Iterator[str]:
    """Serve it on loopback, and give the address without path; a body may be shorter than its header says."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._give("")

        def do_POST(self) -> None:
            self._give(self.rfile.read(int(self.headers["Content-Length"])).decode())

        def _give(self, form: str) -> None:
            status, headers, body = wikibase.answer(self.path, form, dict(self.headers))
            self.send_response(status)
            for key, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body)
            if headers.get("Content-Length", str(len(body))) != str(len(body)):
                self.close_connection = True

        def handle(self) -> None:
            # A client that has heard enough hangs up.
            try:
                super().handle()
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Time:
    """A clock that only sleeping moves on; ``slept`` tells how long each time."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def clock(self) -> float:
        return sum(self.slept)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def now(self) -> float:
        # 2026-11-30, 12:00 UTC.
        return 1_796_040_000 + sum(self.slept)
