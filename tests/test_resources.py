"""Over HTTP every name of the graph is a page and data, and every link of a page leads somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import httpx2 as httpx
import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimgraph.namespaces import BASE, CG
from claimgraph.site.addresses import Addresses
from claimgraph.site.site import HTML, Site
from kinds import page_kinds, statement_absent

FORMATS = {
    "html": "text/html",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
CLAIM = "/claim/a-15-1"
# Links of these kinds of statement there are too many of to follow each; so many of a page are.
WHY = 2
EACH = 3


class Links(HTMLParser):
    """What a page leads to, and what is in its head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.alternates: dict[str, str] = {}
        self.data = ""
        self._inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._inside = tag == "script" and found.get("type") == FORMATS["jsonld"]
        if tag == "link" and found.get("rel") == "alternate":
            self.alternates[found["type"]] = found["href"]
        for name in ("href", "src", "action"):
            if name in found:
                self.links.append(found[name])

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.data += data


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


def get(client: httpx.Client, path: str, accept: str = HTML) -> httpx.Response:
    return client.get(path, headers={"Accept": accept})


def names(site: Site) -> list[str]:
    """All names of ours that the graph says something of, or says something with."""
    found: set[str] = set()
    for quad in site.reader.store.quads(None, None, None):
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if isinstance(term, ox.NamedNode) and term.value.startswith(BASE) and term.value != BASE:
                found.add(term.value)
    return sorted(found)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_name_is_given_in_every_format_by_accept_and_by_suffix(client: httpx.Client, suffix: str) -> None:
    by_accept = get(client, CLAIM, FORMATS[suffix])
    by_suffix = client.get(f"{CLAIM}.{suffix}")
    for response in (by_accept, by_suffix):
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] == FORMATS[suffix]
        assert "Accept" in response.headers["vary"]
    if suffix != "html":
        formats = ox.RdfFormat.from_media_type(FORMATS[suffix])
        triples = {each.triple for each in ox.parse(by_suffix.content, format=formats)}
        assert triples
        assert triples == {each.triple for each in ox.parse(by_accept.content, format=formats)}


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "text/html"),
        ("text/turtle;q=0.9, text/html;q=0.5", "text/turtle"),
        ("application/ld+json, text/html;q=0.9", "application/ld+json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
    ],
)
def test_the_client_has_its_way(client: httpx.Client, accept: str, kind: str) -> None:
    assert get(client, CLAIM, accept).headers["content-type"].startswith(kind)


def test_what_no_format_suits_is_406_with_a_remedy(client: httpx.Client) -> None:
    response = get(client, CLAIM, "image/png")
    assert response.status_code == 406
    assert "end the address with .html" in response.json()["remedy"]


@pytest.mark.parametrize("accept", [HTML, "text/turtle"])
def test_head_says_what_get_would(client: httpx.Client, accept: str) -> None:
    head = client.head(CLAIM, headers={"Accept": accept})
    whole = get(client, CLAIM, accept)
    assert head.content == b""
    for name in ("content-type", "content-length", "etag", "vary"):
        assert head.headers[name] == whole.headers[name]


def test_what_has_not_changed_is_not_sent_again(client: httpx.Client) -> None:
    tags = {kind: get(client, CLAIM, kind).headers["etag"] for kind in FORMATS.values()}
    assert len(set(tags.values())) == len(tags)
    for kind, tag in tags.items():
        again = client.get(CLAIM, headers={"Accept": kind, "If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag


def test_a_page_names_its_data_and_carries_it(client: httpx.Client) -> None:
    page = Links(get(client, CLAIM).text)
    assert {*page.alternates} == {FORMATS["ttl"], FORMATS["jsonld"], FORMATS["nt"]}
    for kind, href in page.alternates.items():
        response = client.get(href)
        assert response.headers["content-type"].startswith(kind)
    carried = {each.triple for each in ox.parse(page.data, format=ox.RdfFormat.JSON_LD)}
    whole = client.get(page.alternates[FORMATS["nt"]]).content
    assert carried
    assert carried <= {each.triple for each in ox.parse(whole, format=ox.RdfFormat.N_TRIPLES)}
    json.loads(page.data)


@pytest.mark.parametrize("path", ["/claim/a-15-99", "/nothing", "/claim/", "/actor/hikmet"])
def test_an_unknown_name_is_404_and_helps(client: httpx.Client, path: str) -> None:
    response = get(client, path)
    assert response.status_code == 404
    assert response.headers["cache-control"] == "no-store"
    assert f"{BASE}{path[1:]}" in response.text
    problem = get(client, path, "text/turtle")
    assert problem.status_code == 404
    assert problem.json()["remedy"]


def test_a_name_nearly_right_is_led_to_the_right_one(client: httpx.Client) -> None:
    assert 'href="/actor/hikmet-hajiyev"' in get(client, "/actor/hikmet-hajiev").text


HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</script><script>alert()</script>")
# Pages that are not of the graph have no statements.
PLAIN = ("/query", "/sparql", "/search")


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_asked_is_never_markup(client: httpx.Client, released_site: Site, words: str) -> None:
    encoded = urlencode({"x": words})[2:]
    paths = [f"/{encoded}", f"/claim/{encoded}", f"/about?iri={encoded}", f"/search?q={encoded}"]
    paths += [f"/query?question={encoded}", f"/query?query={encoded}", f"/sparql?query={encoded}"]
    paths += [f"/why?subject={encoded}&predicate={encoded}&object={encoded}"]
    paths += [f"{path}?page={encoded}" for path in page_kinds(released_site).values() if "?" not in path]
    for path in paths:
        response = get(client, path)
        assert response.status_code < 500, path
        assert words.encode() not in response.content, path
        policy = response.headers["content-security-policy"]
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


@given(st.text(max_size=30), st.dictionaries(st.text(max_size=5), st.text(max_size=10), max_size=3))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_asked_for_is_answered(
    client: httpx.Client, path: str, parameters: Mapping[str, str]
) -> None:
    escaped = urlencode({"x": path}, errors="surrogatepass")[2:]
    query = urlencode(parameters, errors="surrogatepass")
    response = get(client, f"/{escaped}?{query}")
    assert response.status_code < 500, response.text


def test_every_name_of_the_graph_has_a_page_and_data(released_site: Site) -> None:
    from claimgraph.site.page import Asked

    for iri in names(released_site):
        asked = Asked(Addresses().of(iri).removeprefix("/"))
        assert released_site.page(asked).status == 200, iri


@pytest.mark.parametrize("kind", [HTML, FORMATS["ttl"]])
def test_names_of_every_kind_resolve_over_http(client: httpx.Client, released_site: Site, kind: str) -> None:
    by_kind: dict[str, list[str]] = {}
    for iri in names(released_site):
        by_kind.setdefault(iri.removeprefix(BASE).partition("/")[0], []).append(iri)
    assert {"claim", "event", "actor", "place", "proposition", "article", "ontology", "graph"} <= {*by_kind}
    for found in by_kind.values():
        step = max(1, len(found) // EACH)
        for iri in found[::step][:EACH]:
            response = get(client, Addresses().of(iri), kind)
            assert response.status_code == 200, iri
            if kind != HTML:
                assert any(True for _ in ox.parse(response.content, format=ox.RdfFormat.TURTLE)), iri


def test_every_link_leads_somewhere_as_page_and_as_data(client: httpx.Client, released_site: Site) -> None:
    address = str(client.base_url).rstrip("/")
    pages = [*page_kinds(released_site).values(), statement_absent(), "/query", "/claim/none"]
    pages += ["/query?question=who-attacked-ganja", "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%201%7D"]
    seen: dict[str, str] = {}
    followed: set[str] = set()
    for path in pages:
        followed.add(path)
        whys = 0
        for link in Links(get(client, path).text).links:
            target = urljoin(f"{address}{path}", link)
            if link.startswith("#") or not target.startswith(address):
                continue
            target = target.removeprefix(address).partition("#")[0]
            if target.startswith("/why?"):
                whys += 1
                if whys > WHY:
                    continue
            seen.setdefault(target, path)
    assert len(seen) > 300
    for target, source in seen.items():
        response = get(client, target)
        assert response.status_code == 200, f"{source} leads to {target}, which is {response.status_code}"
        part = urlsplit(target)
        plain = part.path in PLAIN or "." in part.path or "format" in parse_qs(part.query)
        if not plain and response.headers["content-type"].startswith(HTML):
            data = get(client, target, FORMATS["ttl"])
            assert data.status_code == 200, f"{source} leads to {target}, which is no data"


def test_the_vocabulary_is_as_data_what_it_is_as_page(client: httpx.Client) -> None:
    response = get(client, f"/{CG.claimant.removeprefix(BASE)}", FORMATS["nt"])
    assert str(CG.claimant) in response.text
