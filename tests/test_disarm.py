"""No query reaches another server, whatever the engine makes of it; every harmless one means the same."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimgraph.errors import QueryError, QueryFailed, QueryRefused
from claimgraph.querytext import read_query
from claimgraph.store import Store

HARMLESS = re.compile(r"[?$]\w+|@[A-Za-z0-9-]+")


class Listener(ThreadingHTTPServer):
    """A server on loopback that counts who calls."""

    calls = 0


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.calls += 1
            self.send_error(500)

        do_POST = do_GET  # noqa: N815

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = Listener(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.from_nquads(
        b'<http://e/service> <http://e/p> "service" <http://e/g> .\n'
        b'<http://e/service> <http://e/p> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> <http://e/g> .\n'
    )


SPELLINGS = [
    "SERVICE",
    "service",
    "SerVice",
    r"S\u0045RVICE",
    r"\U00000053ERVICE",
    "SERVICE SILENT",
    "service#c\n",
]
BYPASSES = [
    "SELECT * {{ SERVICE <{u}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ SERVICE<{u}>{{?a ?b ?c}} }}",
    "SELECT * {{ SERVICE ?x {{ ?a ?b ?c }} VALUES ?x {{ <{u}> }} }}",
    "PREFIX : <{u}> SELECT * {{ SERVICE:x {{ ?a ?b ?c }} }}",
    "PREFIX e: <{u}> SELECT * {{ SERVICEe:x {{ ?a ?b ?c }} }}",
    "PREFIX e: <{u}> SELECT * {{ SERVICESILENTe:x {{ ?a ?b ?c }} }}",
    "PREFIX SERVICE: <http://e/> PREFIX : <{u}> SELECT * {{ SERVICE:x {{ ?a ?b ?c }} }}",
    "PREFIX : <http://h:> SELECT * {{ ?s ?p :service <{u}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ ?s <http://e/p> trueservice <{u}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ VALUES ?n {{ 1 }} ?s ?p 1service <{u}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ ?s ?p ?o.service <{u}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ ?s ?p ?a FILTER(?a<?b#x> '''\n) SERVICE <{u}> {{ ?a ?b ?c }} #'''\n }}",
    "SELECT * {{ ?s ?p ?a FILTER(?a<'x>' ) SERVICE <{u}> {{ ?a ?b ?c }} FILTER('y' = '' ) }}",
    "PREFIX e: <http://e/> SELECT * {{ ?s e:p e:\\' SERVICE <{u}> {{ ?a ?b ?c }} #'\n }}",
    "SELECT * {{ ?s ?p ?o # x\r SERVICE <{u}> {{ ?a ?b ?c }} \n }}",
    "SELECT * {{ S\\u0045RVICE <{u}> {{ ?a ?b ?c }} }}",
    "SELECT * {{ LATERAL {{ SERVICE <{u}> {{ ?a ?b ?c }} }} }}",
    "SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE SILENT <{u}> {{ ?a ?b ?c }} }} }}",
    "SELECT * {{ ?s ?p ?o OPTIONAL {{ SERVICE <{u}> {{ }} }} }}",
    "SELECT * {{ {{ SELECT * {{ SERVICE <{u}> {{ ?a ?b ?c }} }} }} }}",
    "ASK {{ SERVICE <{u}> {{ ?a ?b ?c }} }}",
    "DESCRIBE ?a {{ SERVICE <{u}> {{ ?a ?b ?c }} }}",
    "CONSTRUCT {{ ?a ?b ?c }} WHERE {{ SERVICE <{u}> {{ ?a ?b ?c }} }}",
]


@pytest.mark.parametrize("template", BYPASSES)
def test_no_disguise_of_service_reaches_a_server(template: str, listener: Listener, store: Store) -> None:
    text = template.format(u=f"http://127.0.0.1:{listener.server_port}/")
    before = listener.calls
    with pytest.raises(QueryError):
        store.query(text).serialise(ox.QueryResultsFormat.JSON)
    assert listener.calls == before


@pytest.mark.parametrize("template", BYPASSES[:1])
def test_the_listener_would_notice(template: str, listener: Listener) -> None:
    before = listener.calls
    with pytest.raises(OSError, match="500"):
        list(ox.Store().query(template.format(u=f"http://127.0.0.1:{listener.server_port}/")))
    assert listener.calls == before + 1


WORDS = [
    *("SERVICE", "service", "SILENT", "S\\u0045RVICE", "trueSERVICE", "SERVICE:x", "SERVICEe:x", ":service"),
    *("e:service", "<{u}>", "<http://e/service>", "<?b#x>", "<'>", "<", ">", "?service", "?s", "?p", "?o"),
    *(
        "e:p",
        "e:\\'",
        "1",
        "true",
        '"service"',
        "'service'",
        "'''",
        '"""',
        "'",
        '"',
        "#",
        "# service\n",
        "\n",
    ),
    *(
        "\\",
        "@service",
        "_:service",
        "_:b",
        "{{",
        "}}",
        "(",
        ")",
        ".",
        ";",
        ",",
        "&&",
        "=",
        "FILTER(",
        "UNION",
    ),
    *("OPTIONAL {{", "BIND(1 AS ?x)", "VALUES ?x {{ 1 }}"),
]
FRAGMENTS = st.sampled_from(WORDS)


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(parts=st.lists(FRAGMENTS, max_size=14), gap=st.sampled_from(["", " "]))
def test_whatever_passes_has_no_service_left_for_the_engine(
    parts: list[str], gap: str, listener: Listener, store: Store
) -> None:
    address = f"http://127.0.0.1:{listener.server_port}/"
    body = gap.join(parts).format(u=address)
    text = (
        f"PREFIX e: <{address}> PREFIX : <http://h:> SELECT * {{ {body} SERVICE <{address}> {{ ?a ?b ?c }} }}"
    )
    before = listener.calls
    for query in (text, f"PREFIX e: <{address}> PREFIX : <{address}> SELECT * {{ {body} }}"):
        try:
            read = read_query(query)
        except QueryError:
            continue
        assert "service" not in HARMLESS.sub("", read.text).lower()
        try:
            store.query(query).serialise(ox.QueryResultsFormat.JSON)
        except QueryError:
            continue
    assert listener.calls == before


WORD = st.sampled_from(["service", "SERVICE", "Service", "aSERVICEb"])


@st.composite
def harmless(draw: st.DrawFn) -> str:
    """A query that says the word in every place where it is harmless, and means nothing by it."""
    word = draw(WORD)
    places = {
        "string": f'BIND("{word} <x> {{" AS ?a)',
        "long string": f"BIND('''{word}\n'{word}' ''' AS ?a)",
        "escaped": f'BIND("\\u0022 {word} <u> {{ \\u0022" AS ?a)',
        "iri": f"BIND(<http://e/{word}#{word}> AS ?a)",
        "comment": f"# {word} <http://e/> {{ }}\n BIND(1 AS ?a)",
        "variable": f"BIND(1 AS ?{word})",
        "local name": f"BIND(e:{word} AS ?a)",
        "prefix": f"BIND({word}:x AS ?a)",
        "blank node": f"_:{word} e:p ?a . _:{word} e:p ?b",
        "language": '?s e:p "x"@service',
    }
    chosen = draw(st.lists(st.sampled_from(sorted(places)), min_size=1, max_size=5, unique=True))
    body = " . ".join(places[name].replace("?a", f"?a{number}") for number, name in enumerate(chosen))
    return f"PREFIX e: <http://e/> PREFIX {word}: <http://e/{word}/> SELECT * {{ {body} }}"


@settings(deadline=None)
@given(harmless())
@example('PREFIX service: <http://e/> SELECT ?service { ?service service:p "service" }')
@example(
    "PREFIX service: <http://e/> SELECT * { service:service service:p ?o . ?s (service:p|^service:p) ?o }"
)
@example("SELECT * { ?s ?p ?o FILTER(?o<5&&?o>3) }")
def test_a_harmless_query_is_not_refused_and_means_the_same(text: str) -> None:
    quads = b'<http://e/service> <http://e/p> "service" <http://e/g> .\n'
    engine = ox.Store()
    engine.load(quads, ox.RdfFormat.N_QUADS)
    expected = engine.query(text, use_default_graph_as_union=True)
    assert isinstance(expected, ox.QuerySolutions)
    answer = Store.from_nquads(quads).query(text)
    assert answer.variables == [variable.value for variable in expected.variables]
    assert sorted(map(str, answer.rows())) == sorted(str(tuple(row)) for row in expected)


@given(
    spelling=st.sampled_from(SPELLINGS),
    before=st.sampled_from(
        ["", "?s ?p ?o .", "?s ?p 'x'", "# c\n", "{ } UNION { } ", "FILTER(1 < 2)", "?s ?p ?o."]
    ),
    target=st.sampled_from(["<http://127.0.0.1:1/>", " ?x", "<http://e/#'>"]),
)
def test_every_service_clause_is_refused_with_its_place(spelling: str, before: str, target: str) -> None:
    text = f"SELECT * {{ {before} {spelling}{target} {{ ?a ?b ?c }} }}"
    with pytest.raises(QueryRefused, match="SERVICE") as caught:
        read_query(text)
    line, column = caught.value.line or 0, caught.value.column or 0
    assert text.split("\n")[line - 1][column - 1 :].startswith(
        spelling.split("#", maxsplit=1)[0].split(maxsplit=1)[0]
    )


def test_an_error_after_a_changed_token_keeps_its_place() -> None:
    with pytest.raises(QueryFailed) as caught:
        Store(ox.Store()).query("SELECT * {\n ?s <http://service/#x> 'service' ; }}")
    assert (caught.value.line, caught.value.column) == (2, 38)
