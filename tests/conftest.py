"""Fixtures that more than one test module uses."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph
from starlette.testclient import TestClient

from claimgraph.app import create_app
from claimgraph.closure import Closure, close
from claimgraph.companion import read_companion
from claimgraph.editions import Edition, Service
from claimgraph.load import Loaded, load
from claimgraph.paths import GraphDirectory
from claimgraph.pipeline import Checked, check
from claimgraph.questions import Question
from claimgraph.release import build
from claimgraph.released import Release, read_release
from claimgraph.rules import Rule, read_rule
from claimgraph.settings import Settings
from claimgraph.site.site import Site
from claimgraph.sources import Source, read_sources
from claimgraph.store import Store
from claimgraph.workers.brood import Brood
from claimgraph.workers.dataset import Dataset
from claimgraph.workers.nursery import Nursery
from claimgraph.workers.summary import Summary
from sockets import Server, serving

PREFIXES = """\
@prefix actor: <https://w3id.org/claimgraph/actor/> .
@prefix article: <https://w3id.org/claimgraph/article/> .
@prefix cg: <https://w3id.org/claimgraph/ontology/> .
@prefix mapping: <https://w3id.org/claimgraph/mapping/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix passage: <https://w3id.org/claimgraph/passage/> .
@prefix pav: <http://purl.org/pav/> .
@prefix place: <https://w3id.org/claimgraph/place/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix selector: <https://w3id.org/claimgraph/selector/> .
@prefix semapv: <https://w3id.org/semapv/vocab/> .
@prefix sentence: <https://w3id.org/claimgraph/sentence/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/claimgraph/shape/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
SMALL_GRAPH = {
    "ontology/prefixes.ttl": PREFIXES,
    "ontology/core.ttl": PREFIXES
    + """
cg:Actor a owl:Class ; rdfs:label "actor"@en .
cg:Place a owl:Class ; rdfs:label "place"@en .
cg:Article a owl:Class .
cg:Passage a owl:Class .
cg:Sentence a owl:Class ; rdfs:subClassOf cg:Passage .
oa:TextPositionSelector a owl:Class .
cg:memberOf a owl:ObjectProperty .
cg:within a owl:ObjectProperty .
cg:population a owl:DatatypeProperty .
cg:founded a owl:DatatypeProperty .
cg:textLength a owl:DatatypeProperty .
cg:textSha256 a owl:DatatypeProperty .
cg:sha256 a owl:DatatypeProperty .
cg:sentenceNumber a owl:DatatypeProperty .
oa:hasSource a owl:ObjectProperty .
oa:hasSelector a owl:ObjectProperty .
oa:start a owl:DatatypeProperty .
oa:end a owl:DatatypeProperty .
""",
    "data/actors.ttl": PREFIXES
    + """
actor:mill a cg:Actor ;
    rdfs:label "The mill"@en ;
    cg:memberOf actor:guild .
actor:guild a cg:Actor .
""",
    "data/places.ttl": PREFIXES
    + """
place:harbour a cg:Place ;
    cg:population 120 .
""",
    "shapes/actor.ttl": PREFIXES
    + """
shape:Actor a sh:NodeShape ;
    sh:targetClass cg:Actor .
""",
}

GraphWriter = Callable[..., GraphDirectory]
ServiceMaker = Callable[..., Service]


@pytest.fixture
def write_graph(tmp_path: Path) -> GraphWriter:
    """Write a small sound graph into the test's folder; files may be replaced, added or (None) left out."""

    def write(changes: Mapping[str, str | None] | None = None) -> GraphDirectory:
        for name, text in {**SMALL_GRAPH, **(changes or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_bytes(text.encode("utf-8"))
        for folder in ("ontology", "data", "shapes"):
            (tmp_path / folder).mkdir(exist_ok=True)
        return GraphDirectory(tmp_path, "given")

    return write


@pytest.fixture
def prefix_lines() -> str:
    """The prefix lines that every file of the small graph begins with."""
    return PREFIXES


@pytest.fixture(scope="session")
def small_graph() -> dict[str, str]:
    """The files of the small sound graph, by path."""
    return dict(SMALL_GRAPH)


@pytest.fixture
def graph_of() -> Callable[[str], Graph]:
    """Parse Turtle that may use the prefixes of the small graph, and ``ex:`` for whatever a test invents."""

    def parse(turtle: str) -> Graph:
        return Graph().parse(
            data=f"{PREFIXES}@prefix ex: <https://example.org/> .\n{turtle}", format="turtle"
        )

    return parse


@pytest.fixture
def write_rule(tmp_path: Path) -> Callable[..., Rule]:
    """Write a rule file from its CONSTRUCT, which may use ``ex:``, and read it."""

    def write(name: str, construct: str, *, stratum: int = 1, extra: str = "") -> Rule:
        path = tmp_path / f"{name}.rq"
        header = f"#+ summary: {name}\n#+ definition: What {name} means.\n#+ stratum: {stratum}\n{extra}"
        path.write_text(f"{header}PREFIX ex: <https://example.org/>\n{construct}\n", encoding="utf-8")
        return read_rule(path, f"ontology/rules/{name}.rq")

    return write


QUADS = b"""\
<http://e/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Thing> <http://e/g1> .
<http://e/a> <http://e/name> "A <b> & \\"c\\""@en <http://e/g1> .
<http://e/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Thing> <http://e/g2> .
<http://e/b> <http://e/size> "12"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g2> .
"""


@pytest.fixture(scope="session")
def small_store() -> Store:
    """A store of two named graphs with two triples each, one prefix in use and one not."""
    return Store.from_nquads(QUADS, {"e": "http://e/", "f": "http://f/"})


@pytest.fixture(scope="session")
def small_questions() -> list[Question]:
    """Two stored questions over the small store."""
    return [
        Question(
            "sizes", "How large is what?", "#+ summary: x\nSELECT ?s ?n { ?s <http://e/size> ?n }", "sizes.rq"
        ),
        Question("a&b", "Who <is> there?", "ASK { ?s a <http://e/Thing> }", "a&b.rq"),
    ]


SMALL_SETTINGS = Settings(page_rows=3, query_bytes=2_000, workers=2)


@pytest.fixture(scope="session")
def small_nursery(small_questions: list[Question]) -> Iterator[tuple[Nursery, Summary]]:
    """A process that forks workers over the small store, and what it says of it."""
    nursery = Nursery(Dataset.of(QUADS, {"e": "http://e/", "f": "http://f/"}), SMALL_SETTINGS)
    stored = tuple((each.iri, each.summary, each.text, each.topic) for each in small_questions)
    yield nursery, replace(nursery.loaded(), questions=stored)
    nursery.close()


@pytest.fixture
def make_service(small_nursery: tuple[Nursery, Summary]) -> ServiceMaker:
    """Make a service over the small store; settings of the pool may be changed, those of workers not."""

    def make(**changes: object) -> Service:
        settings = replace(SMALL_SETTINGS, **changes)  # type: ignore[arg-type]
        return Service(
            Edition.of(Brood(*small_nursery, settings, owns=False), "0123abcd", settings), settings
        )

    return make


@pytest.fixture
def start(make_service: ServiceMaker) -> Iterator[Callable[..., Server]]:
    """Start servers over the small store, each in a thread, with settings of their own."""
    with serving(make_service) as make:
        yield make


@pytest.fixture
def client(make_service: ServiceMaker) -> Iterator[TestClient]:
    """A client of the application over the small store; a failure of the server is an answer to it."""
    with TestClient(
        create_app(make_service()),
        "http://testserver:8000",
        raise_server_exceptions=False,
        follow_redirects=False,
    ) as made:
        yield made


@pytest.fixture(scope="session", autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of the tests' own for what claimgraph keeps between runs."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder with the texts of the articles; tests that need it skip where it is not named."""
    folder = os.environ.get("CLAIMGRAPH_SOURCES")
    if not folder:
        pytest.skip("the texts of the articles are not here: CLAIMGRAPH_SOURCES names no folder")
    return Path(folder)


@pytest.fixture(scope="session")
def repository() -> Checked:
    """The graph of this repository, checked once in each process."""
    return check(GraphDirectory(Path(__file__).parents[1], "given"), require_targets=False)


@pytest.fixture(scope="session")
def release_folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of this repository's graph, built once for all processes of a run."""
    if given := os.environ.get("CLAIMGRAPH_RELEASE"):
        return Path(given)
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "release"
    with (shared / "release.lock").open("w") as lock:
        # Whoever comes second waits here until the first has built.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            checked: Checked = request.getfixturevalue("repository")
            assert checked.graph
            build(checked.graph.loaded, checked.graph.closure, checked.findings, folder)
    return folder


@pytest.fixture(scope="session")
def released(release_folder: Path) -> Release:
    """That release, read."""
    return read_release(release_folder)


@pytest.fixture(scope="session")
def released_site(released: Release) -> Site:
    """The pages over that release, in this process."""
    store = Store.from_nquads(released.nquads)
    store.prefixes = Summary.of(store).prefixes
    return Site(store, read_companion(released.companion))


@pytest.fixture(scope="session")
def address(release_folder: Path) -> Iterator[str]:
    """The address of a server of that release, without the slash at its end; it shows no passages."""
    given = {name: value for name, value in os.environ.items() if name != "CLAIMGRAPH_SOURCES"}
    server = subprocess.Popen(
        [sys.executable, "-m", "claimgraph", "serve", "--port", "0", "--release", str(release_folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=given,
    )
    try:
        assert server.stdout is not None
        found = re.search(r"http://\S+(?=/)", server.stdout.readline())
        assert found, "the server did not start"
        yield found.group()
    finally:
        server.kill()
        server.communicate()


@pytest.fixture(scope="session")
def invented_graph(tmp_path_factory: pytest.TempPathFactory) -> GraphDirectory:
    """Our ontology and shapes over the invented data of tests/small, as one graph directory."""
    root = tmp_path_factory.mktemp("invented")
    repository = Path(__file__).parents[1]
    for part in ("ontology", "shapes", "tests/small/data"):
        shutil.copytree(repository / part, root / Path(part).name)
    return GraphDirectory(root, "given")


@pytest.fixture(scope="session")
def invented(invented_graph: GraphDirectory) -> Loaded:
    """The invented graph, read."""
    return load(invented_graph)


@pytest.fixture
def invented_changed(invented_graph: GraphDirectory, tmp_path: Path) -> Callable[..., Loaded]:
    """Read the invented graph after changes: each is a piece of the article's Turtle and what replaces it."""

    def change(*changes: tuple[str, str], more: str = "") -> Loaded:
        root = tmp_path / "changed"
        shutil.copytree(invented_graph.root, root, dirs_exist_ok=True)
        path = root / "data" / "articles" / "article-t.ttl"
        text = path.read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path.write_text(f"{text}\n{more}", encoding="utf-8")
        return load(GraphDirectory(root, "given"))

    return change


@pytest.fixture(scope="session")
def invented_texts() -> list[Source]:
    """The text of the invented article."""
    texts, _ = read_sources(Path(__file__).parent / "small" / "sources")
    return texts


@pytest.fixture(scope="session")
def invented_closure(invented: Loaded) -> Closure:
    """The invented graph, closed."""
    return close(invented.asserted(), invented.rules, prefixes=invented.prefixes)
