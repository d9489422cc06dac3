"""SERVICE: the hosts that the operator has named are asked, once and for what is needed; nobody else is."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import httpx2 as httpx
import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rdflib import URIRef
from rdflib.namespace import SKOS
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.description import SD
from claimgraph.editions import Service, load_edition
from claimgraph.errors import ClaimgraphError, UsageError
from claimgraph.federation import Federation, known_hosts
from claimgraph.pipeline import Checked
from claimgraph.querytext import read_query
from claimgraph.release import dataset
from claimgraph.settings import Settings
from claimgraph.workers.dataset import Dataset

ROOT = Path(__file__).parents[1]
LOCAL = b"""\
<http://e/a> <http://e/same> <http://w/1> <http://e/g> .
<http://e/b> <http://e/same> <http://w/2> <http://e/g> .
<http://e/c> <http://e/same> <http://w/9> <http://e/g> .
<http://e/c> <http://e/same> <http://w/3> <http://e/h> .
<http://e/c> <http://e/made> _:x <http://e/h> .
<http://e/c> <http://e/made> <http://w/1> <http://e/h> .
<http://e/a> <http://e/size> "3"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .
"""
REMOTE = b"""\
<http://w/1> <http://w/name> "one \\"\\n"@en .
<http://w/1> <http://w/size> "3"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://w/2> <http://w/name> "two" .
<http://w/3> <http://w/name> "three" .
<http://w/2> <http://w/part> _:part .
"""


class StandIn(ThreadingHTTPServer):
    """Answers SPARQL over a store; ``reply``, if set, is sent instead, as status, headers and body."""

    daemon_threads = True

    def __init__(self, store: ox.Store) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.store = store
        self.queries: list[str] = []
        self.reply: tuple[int, dict[str, str], bytes] | None = None

    @property
    def host(self) -> str:
        """Host and port, as an operator names them."""
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        """The address of the endpoint."""
        return f"http://{self.host}/sparql"


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = self.headers["Content-Type"] == "application/x-www-form-urlencoded"
        query = parse_qs(body)["query"][0] if form else body
        self.server.queries.append(query)
        status, headers, content = self.server.reply or (200, {}, self._answer(query))
        self.send_response(status)
        for name, value in (headers or {"Content-Type": "application/sparql-results+json"}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _answer(self, query: str) -> bytes:
        results = self.server.store.query(query)
        try:
            assert isinstance(results, ox.QuerySolutions)
            return results.serialize(format=ox.QueryResultsFormat.JSON) or b""
        finally:
            del results

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def serve(store: ox.Store) -> Iterator[StandIn]:
    """Serve a store until the block ends."""
    with StandIn(store) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def remote() -> Iterator[StandIn]:
    store = ox.Store()
    store.bulk_load(REMOTE, ox.RdfFormat.N_TRIPLES)
    with serve(store) as server:
        yield server


@pytest.fixture
def other(remote: StandIn) -> StandIn:
    """The stand-in as it is at the beginning of each test."""
    remote.queries.clear()
    remote.reply = None
    return remote


def client_of(*hosts: str, **more: object) -> TestClient:
    chosen = Settings(service_hosts=hosts, **more)  # type: ignore[arg-type]
    app = create_app(Service(load_edition(Dataset.of(LOCAL), "", chosen), chosen))
    return TestClient(app, "http://testserver:8000", raise_server_exceptions=False)


@pytest.fixture
def client(other: StandIn) -> Iterator[TestClient]:
    with client_of(other.host, service_bindings=4, service_bytes=2_000, service_seconds=2.0) as made:
        yield made


def ask(client: TestClient, query: str, **more: str) -> list[dict[str, str]]:
    response = client.get("/sparql", params={"query": query, **more})
    assert response.status_code == 200, response.text
    rows = response.json()["results"]["bindings"]
    return sorted(({name: term["value"] for name, term in row.items()} for row in rows), key=str)


QUERIES = [
    "SELECT * {{ ?s <http://e/same> ?w . SERVICE <{u}> {{ ?w <http://w/name> ?n }} }}",
    "SELECT * {{ SERVICE <{u}> {{ ?w <http://w/name> ?n }} ?s <http://e/same> ?w }}",
    "SELECT * {{ SERVICE <{u}> {{ ?w <http://w/name> ?n }} }}",
    "SELECT * {{ ?s <http://e/same> ?w OPTIONAL {{ SERVICE <{u}> {{ ?w <http://w/name> ?n }} }} }}",
    "SELECT * {{ ?s <http://e/same> ?w SERVICE <{u}> {{ ?w <http://w/name> ?n }} FILTER(?n = 'two') }}",
    "SELECT * {{ ?s <http://e/same> ?w ; <http://e/size> ?z "
    "SERVICE <{u}> {{ ?w <http://w/name> ?n OPTIONAL {{ ?w <http://w/size> ?z }} }} }}",
    "SELECT * {{ ?s <http://e/same> ?w MINUS {{ SERVICE <{u}> {{ ?w <http://w/name> ?n }} }} }}",
    "SELECT ?w (COUNT(*) AS ?c) {{ ?s <http://e/same> ?w "
    "SERVICE <{u}> {{ SELECT ?w {{ ?w <http://w/name> ?n }} }} }} GROUP BY ?w",
    "SELECT * {{ ?s <http://e/same> ?w SERVICE <{u}> {{ ?w <http://w/name> ?n }} "
    "SERVICE <{u}> {{ ?w <http://w/size> ?z }} }}",
    "SELECT * {{ ?s <http://e/same> ?w FILTER EXISTS {{ SERVICE <{u}> {{ ?w <http://w/name> ?n }} }} }}",
    "SELECT * {{ {{ ?s <http://e/same> ?w }} UNION {{ SERVICE <{u}> {{ ?w <http://w/size> ?z }} }} }}",
    "SELECT * {{ ?s <http://e/made> ?w SERVICE <{u}> {{ ?w <http://w/name> ?n }} }}",
    "SELECT * FROM <http://e/h> {{ ?s <http://e/same> ?w SERVICE <{u}> {{ ?w <http://w/name> ?n }} }}",
]


@pytest.mark.parametrize("template", QUERIES)
def test_the_rows_are_those_that_the_engine_would_have_got(
    template: str, client: TestClient, other: StandIn
) -> None:
    query = template.format(u=other.url)
    store = ox.Store()
    store.bulk_load(LOCAL, ox.RdfFormat.N_QUADS)
    expected = store.query(query, use_default_graph_as_union="FROM" not in query)
    assert isinstance(expected, ox.QuerySolutions)
    names = [variable.value for variable in expected.variables]
    wanted = sorted(
        ({name: row[name].value for name in names if row[name] is not None} for row in expected), key=str
    )
    blank = re.compile(r"[0-9a-f]{20,}")
    assert blank.sub("_", str(ask(client, query))) == blank.sub("_", str(wanted))


def test_only_what_is_joined_is_asked_for(client: TestClient, other: StandIn) -> None:
    rows = ask(client, QUERIES[0].format(u=other.url))
    assert [row["n"] for row in rows] == ['one "\n', "three", "two"]
    (query,) = other.queries
    assert "<http://w/1>" in query
    assert "http://e/" not in query
    assert query.count("VALUES") == 1


def test_the_dataset_of_the_protocol_narrows_what_is_asked_for(client: TestClient, other: StandIn) -> None:
    (row,) = ask(client, QUERIES[0].format(u=other.url), **{"default-graph-uri": "http://e/h"})
    assert row["n"] == "three"
    assert "<http://w/1>" not in other.queries[0]


def test_a_call_within_a_graph_is_joined_there(client: TestClient, other: StandIn) -> None:
    # The engine's own SERVICE gives nothing here, against section 5 of the specification.
    body = f"?s <http://e/same> ?w SERVICE <{other.url}> {{ ?w <http://w/name> ?n }}"
    rows = ask(client, f"SELECT ?g ?n {{ GRAPH ?g {{ {body} }} }}")
    assert sorted(row["g"] for row in rows) == ["http://e/g", "http://e/g", "http://e/h"]
    assert len(ask(client, f"SELECT * {{ GRAPH <http://e/h> {{ {body} }} }}")) == 1
    assert "<http://w/1>" not in other.queries[-1]


def test_what_others_say_is_asked_for_each_time(client: TestClient, other: StandIn) -> None:
    query = f"SELECT * {{ SERVICE <{other.url}> {{ ?a <http://w/none> ?b }} }}"
    for number in range(4):
        content = ONE.replace(b'"w"', b'"a"') % b'{"type":"literal","value":"%d"}' % number
        other.reply = (200, JSON, content)
        response = client.get("/sparql", params={"query": query})
        assert response.json()["results"]["bindings"][0]["a"]["value"] == str(number)
        assert response.headers["cache-control"] == "no-store"
        assert "etag" not in response.headers


def test_what_has_no_name_elsewhere_gets_one(client: TestClient, other: StandIn) -> None:
    (row,) = ask(client, f"SELECT * {{ SERVICE <{other.url}> {{ ?w <http://w/part> ?part }} }}")
    assert row["part"].startswith("https://w3id.org/claimgraph/.well-known/genid/service-0-")


def test_too_many_values_are_not_sent(client: TestClient, other: StandIn) -> None:
    query = f"SELECT * {{ ?s ?p ?o SERVICE <{other.url}> {{ ?x ?y ?o }} }}"
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == 400
    assert "More than 4 different values" in response.json()["message"]
    assert other.queries == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/",
        "http://127.0.0.1/",
        "https://{host}@127.0.0.1:1/",
        "http://{host}:80@example.org/",
        "http://user@{host}/sparql",
        "http://{host}.example.org/",
        "file:///etc/passwd",
        "ftp://{host}/",
        "http://[::1]:99999/",
        "http:/sparql",
        "urn:x",
        "http://localhost:1/sparql",
    ],
)
@pytest.mark.parametrize("silent", ["", "SILENT "])
def test_no_other_host_is_asked(address: str, silent: str, client: TestClient, other: StandIn) -> None:
    query = f"SELECT * {{ SERVICE {silent}<{address.format(host=other.host)}> {{ ?a ?b ?c }} }}"
    response = client.get("/sparql", params={"query": query})
    assert response.status_code == 403
    assert response.json()["line"] == 1
    assert other.queries == []


def test_a_query_is_refused_before_anybody_is_asked(client: TestClient, other: StandIn) -> None:
    good, bad = f"SERVICE <{other.url}> {{ ?a ?b ?c }}", "SERVICE <http://127.0.0.1:1/> { ?a ?b ?c }"
    for body, status in (
        (f"{good} {bad}", 403),
        (f"{good} SERVICE ?x {{ ?a ?b ?c }}", 403),
        (f"{good} e:p e:q e:r", 400),
        (f"{good} INSERT", 403),
        (" ".join([good] * 5), 400),
    ):
        response = client.get("/sparql", params={"query": f"SELECT * {{ {body} }}"})
        assert response.status_code == status
    assert other.queries == []


def test_without_a_named_host_nobody_is_asked(other: StandIn) -> None:
    with client_of() as client:
        response = client.get("/sparql", params={"query": QUERIES[0].format(u=other.url)})
        assert response.status_code == 403
        assert str(SD.BasicFederatedQuery) not in client.get("/sparql?format=nt").text
    assert other.queries == []


def test_the_description_says_so(client: TestClient) -> None:
    assert str(SD.BasicFederatedQuery) in client.get("/sparql?format=nt").text


JSON = {"Content-Type": "application/sparql-results+json"}
ONE = b'{"head":{"vars":["w"]},"results":{"bindings":[{"w":%b}]}}'


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ((500, {}, b"no"), "answers with the status 500"),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "answers with the status 302"),
        ((200, JSON, b"{"), "does not answer in SPARQL JSON"),
        ((200, JSON, b'{"head":{},"boolean":true}'), "does not answer with rows"),
        ((200, JSON, b" " * 3_000), "answers with more than 2,000 bytes"),
        ((200, JSON | {"Content-Encoding": "gzip"}, b"x"), "answers compressed"),
        ((200, JSON, ONE % b'{"type":"uri","value":"http://x> } INSERT {"}'), "cannot write|SPARQL JSON"),
        ((200, JSON, ONE % b'{"type":"literal","value":"x","datatype":"a> b"}'), "cannot write|SPARQL JSON"),
        ((200, JSON, ONE % b'{"type":"literal","value":"x","xml:lang":"a b"}'), "cannot write|SPARQL JSON"),
    ],
)
def test_what_another_server_does_wrong_is_said(
    reply: tuple[int, dict[str, str], bytes], reason: str, client: TestClient, other: StandIn
) -> None:
    other.reply = reply
    query = "SELECT * {{ ?s <http://e/same> ?w SERVICE {silent} <{u}> {{ ?w ?y ?z }} }}"
    response = client.get("/sparql", params={"query": query.format(u=other.url, silent="")})
    assert response.status_code == 502
    assert re.search(reason, response.json()["message"])
    assert "SILENT" in response.json()["remedy"]
    # With SILENT the clause counts as empty: the rest of the answer is there.
    assert len(ask(client, query.format(u=other.url, silent="SILENT"))) == 4


def test_a_server_that_is_not_there_is_said() -> None:
    with client_of("127.0.0.1:1") as client:
        query = "SELECT * { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }"
        response = client.get("/sparql", params={"query": query})
    assert response.status_code == 502
    assert "cannot be reached" in response.json()["message"]


def test_names_that_were_not_asked_for_are_left_out(client: TestClient, other: StandIn) -> None:
    content = (
        b'{"head":{"vars":["a","evil) { } } #"]},"results":{"bindings":[{"a":{"type":"uri","value":"x:y"}}]}}'
    )
    other.reply = (200, JSON, content)
    query = f"SELECT * {{ SERVICE SILENT <{other.url}> {{ ?a ?b ?c }} }}"
    assert ask(client, query) in ([{"a": "x:y"}], [{}])


WORDS = st.sampled_from(
    [
        *(
            "SERVICE ",
            "service",
            "S\\u0045RVICE",
            "SILENT ",
            "?x ",
            "?a ?b ?c . ",
            "{ ",
            "} ",
            "FILTER(",
            ") ",
        ),
        *(
            "<http://ok.example/> ",
            "<http://no.example/> ",
            "<http://ok.example@no.example/> ",
            "ok:x ",
            "no:x ",
        ),
        *(
            "<//no.example/> ",
            "<http://ok.example:81/> ",
            "<\\u0068ttp://no.example/> ",
            "'",
            '"',
            "# ",
            "\n",
        ),
        *("VALUES ?x { <http://no.example/> } ", "OPTIONAL { ", "GRAPH ?g { ", "1", ":", "\\", "<", "a "),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=12).map("".join))
@example("SERVICE <http://ok.example/> { ?a ?b ?c } SERVICE <http://no.example/> { ?a ?b ?c }")
@example("SERVICE <http://ok.example/> { ?a ?b ?c }")
def test_whatever_is_written_only_the_named_host_is_asked(body: str) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.netloc)
        content = b'{"head":{"vars":["a"]},"results":{"bindings":[{}]}}'
        return httpx.Response(200, stream=httpx.ByteStream(content))

    async def nothing(query: str) -> bytes:
        read_query(query)
        return b'{"head":{"vars":[]},"results":{"bindings":[]}}'

    federation = Federation(Settings(service_hosts=("ok.example",)), httpx.MockTransport(answer))
    prefixes = "PREFIX ok: <http://ok.example/> PREFIX no: <http://no.example/> "
    try:
        text = asyncio.run(
            federation.resolve(f"{prefixes} SELECT * {{ {body} }}", "http://ok.example/", nothing)
        )
        read = read_query(text)
    except ClaimgraphError:
        read = None
    assert set(asked) <= {b"ok.example"}
    assert read is None or "service" not in read.text.lower().replace("?service", "")


@pytest.mark.parametrize("host", ["", "http://x/", "x/y", "x:port", "*", "x y", "user@x"])
def test_what_is_no_host_is_said(host: str) -> None:
    with pytest.raises(UsageError, match="--allow-service"):
        known_hosts([host])


def test_the_documented_example_joins_our_places(repository: Checked) -> None:
    """The query of server/README.md, with a stand-in in the place of Wikidata."""
    readme = (ROOT / "server" / "README.md").read_text("utf-8")
    (query,) = re.findall(r"```sparql\n(.+?)```", readme, re.DOTALL)
    assert repository.graph
    items = {
        place: item
        for place, item in repository.graph.closure.closed.subject_objects(SKOS.exactMatch)
        if "/place/" in place and isinstance(item, URIRef)
    }
    assert items
    wikidata = ox.Store()
    coordinates = ox.NamedNode("http://www.wikidata.org/prop/direct/P625")
    for number, item in enumerate(sorted(set(items.values()))):
        wikidata.add(ox.Quad(ox.NamedNode(item), coordinates, ox.Literal(f"Point({number} 40)")))
    wikidata.add(ox.Quad(ox.NamedNode("http://www.wikidata.org/entity/Q1"), coordinates, ox.Literal("no")))
    with serve(wikidata) as server:
        address = "https://query.wikidata.org/sparql"
        assert query.count(address) == 1
        settings = Settings(service_hosts=(server.host,))
        content = dataset(repository.graph.loaded, repository.graph.closure)
        app = create_app(Service(load_edition(Dataset.of(content), "", settings), settings))
        with TestClient(app) as client:
            rows = ask(client, query.replace(address, server.url))
        assert {row["place"]: row["item"] for row in rows} == {str(p): str(i) for p, i in items.items()}
        assert all(row["coordinates"].startswith("Point(") for row in rows)
        (sent,) = server.queries
        assert "wd:Q1 " not in sent
