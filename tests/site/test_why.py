"""Why a statement is there: its line, or what it follows from; plain words where there is no answer."""

from __future__ import annotations

import html
import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimgraph.closure import Closure
from claimgraph.companion import Companion
from claimgraph.load import Loaded
from claimgraph.namespaces import BASE, CG, INFERRED, RDF
from claimgraph.provenance import companion
from claimgraph.release import dataset
from claimgraph.site.page import Asked
from claimgraph.site.site import HTML, Site
from claimgraph.site.why import term
from claimgraph.store import Store

TURTLE = "text/turtle"


@pytest.fixture(scope="module")
def store(invented: Loaded, invented_closure: Closure) -> Store:
    return Store.from_nquads(dataset(invented, invented_closure), invented.prefixes)


@pytest.fixture(scope="module")
def known(invented: Loaded, invented_closure: Closure) -> Companion:
    return companion(invented, invented_closure)


@pytest.fixture(scope="module")
def site(store: Store, known: Companion) -> Site:
    return Site(store, known)


def asked(subject: object, predicate: object, value: object) -> Asked:
    given = {"subject": subject, "predicate": predicate, "object": value}
    return Asked("why", {name: [str(each)] for name, each in given.items()})


def words(site: Site, request: Asked) -> tuple[int, str]:
    rendered = site.render(request, HTML)
    main = rendered.body.decode().partition("<main")[2].partition("</main>")[0]
    return rendered.status, " ".join(html.unescape(re.sub(r"<[^>]+>", "", main)).split())


def first(store: Store, *, inferred: bool, predicate: str) -> ox.Quad:
    quads = store.quads(None, ox.NamedNode(predicate), None)
    return min((q for q in quads if (q.graph_name.value == str(INFERRED)) == inferred), key=str)


def test_an_asserted_statement_has_file_and_line(site: Site, store: Store, invented: Loaded) -> None:
    quad = first(store, inferred=False, predicate=f"{CG}claimant")
    status, said = words(site, asked(quad.subject.value, quad.predicate.value, quad.object))
    found = re.search(r"Asserted in (data/articles/article-t\.ttl), line (\d+)\.", said)
    assert status == 200
    assert found
    line = (invented.directory.root / found[1]).read_text("utf-8").splitlines()[int(found[2]) - 1]
    assert quad.object.value.rpartition("/")[2] in line


def test_an_inferred_statement_has_its_rule_and_comes_down_to_lines(site: Site, store: Store) -> None:
    quad = first(store, inferred=True, predicate=f"{CG}contestsWithOpenReach")
    request = asked(quad.subject.value, quad.predicate.value, quad.object)
    status, said = words(site, request)
    assert status == 200
    assert re.search(r"Inferred by the rule (contest-[a-z-]+) \(ontology/rules/\1\.rq\): ", said)
    assert "Asserted in data/articles/article-t.ttl, line" in said
    page = site.render(request, HTML).body.decode()
    links = re.findall(r'<a class="why" href="([^"]+)"', page)
    assert len(links) > 2
    triples = list(ox.parse(site.render(request, TURTLE).body, format=ox.RdfFormat.TURTLE))
    assert quad.triple in [each.triple for each in triples]
    assert len(triples) > 2


def test_every_premise_has_a_page_of_its_own(site: Site, known: Companion) -> None:
    for statement in sorted(known.explanations)[::40]:
        for reason in known.explanations[statement][0]:
            for premise in reason.premises:
                if not isinstance(premise, str):
                    status, said = words(site, asked(premise[0], premise[1], premise[2]))
                    assert status == 200
                    assert "Asserted in" in said or "Inferred by" in said


def test_an_axiom_of_owl_is_told_in_words(site: Site, store: Store) -> None:
    quad = first(store, inferred=True, predicate=f"{CG}affirmedBy")
    _, said = words(site, asked(quad.subject.value, quad.predicate.value, quad.object))
    assert "of OWL 2 RL:" in said


def test_what_is_not_there_is_said_with_what_is_near(site: Site) -> None:
    status, said = words(site, asked(f"{BASE}claim/t-1-1", f"{CG}negates", f"<{BASE}proposition/none>"))
    assert status == 404
    assert "the graph neither states this nor does it follow" in said
    assert site.render(asked(f"{BASE}x", f"{CG}y", '"z"'), TURTLE).status == 404


@pytest.mark.parametrize(
    "request_",
    [
        Asked("why"),
        asked("no iri", f"{CG}negates", '"x"'),
        asked(f"{BASE}claim/t-1-1", "", '"x"'),
        asked(f"{BASE}claim/t-1-1", f"{CG}negates", "<script>alert(1)</script>"),
        asked(f"{BASE}claim/t-1-1", f"{CG}negates", '"x" . <a:b> <a:b> <a:b>'),
    ],
)
def test_what_is_no_statement_is_said_plainly(site: Site, request_: Asked) -> None:
    status, said = words(site, request_)
    assert status == 400
    assert "names no statement" in said
    assert b"<script>alert" not in site.render(request_, HTML).body


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_asked_has_a_page(site: Site, subject: str, predicate: str, value: str) -> None:
    rendered = site.render(asked(subject, predicate, value), HTML)
    assert rendered.status in (400, 404)
    assert rendered.body.count(b"<h1>") == 1


def test_without_companion_the_places_are_not_known(store: Store) -> None:
    bare = Site(store)
    quad = first(store, inferred=False, predicate=f"{CG}claimant")
    assert "came without that" in words(bare, asked(quad.subject.value, quad.predicate.value, quad.object))[1]
    quad = first(store, inferred=True, predicate=str(RDF.type))
    assert (
        "without its reasons" in words(bare, asked(quad.subject.value, quad.predicate.value, quad.object))[1]
    )


@pytest.mark.parametrize("text", ["", '"a"', '"a"@en', '"\\u00e9\\n"', "<http://e/a>", "_:b", "a b", '"a'])
def test_terms_are_read_as_n_triples(text: str) -> None:
    found = term(text)
    assert (found is None) == (text in {"", "_:b", "a b", '"a'})
