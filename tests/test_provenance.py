"""Each statement of a dataset has its line, and each inferred one its reasons."""

from __future__ import annotations

from collections.abc import Callable

import pyoxigraph as ox
import pytest

from claimgraph.closure import Closure, close
from claimgraph.companion import Companion, Place
from claimgraph.explain import explain
from claimgraph.load import Loaded, load
from claimgraph.namespaces import INFERRED, VOID_GRAPH
from claimgraph.paths import GraphDirectory
from claimgraph.provenance import companion
from claimgraph.release import dataset
from claimgraph.skolem import GENID
from claimgraph.terms import to_oxigraph

BASE = "https://w3id.org/claimgraph/"
Known = tuple[Loaded, Closure, Companion]


@pytest.fixture(scope="module")
def known(invented: Loaded, invented_closure: Closure) -> Known:
    return invented, invented_closure, companion(invented, invented_closure)


def test_every_asserted_statement_has_the_line_that_it_stands_at(known: Known) -> None:
    loaded, closure, found = known
    for quad in ox.parse(dataset(loaded, closure), format=ox.RdfFormat.N_QUADS):
        graph = str(quad.graph_name)[1:-1]
        if graph in (str(INFERRED), str(VOID_GRAPH)):
            continue
        place = found.place(graph, (str(quad.subject), str(quad.predicate), str(quad.object)))
        assert place, quad
        if place.file.endswith(".ttl") and GENID not in f"{quad.subject}{quad.object}":
            line = (loaded.directory.root / place.file).read_text("utf-8").splitlines()[(place.line or 0) - 1]
            name = getattr(quad.object, "value", "").rpartition("/")[2].rpartition("#")[2]
            assert name in line, (quad, place)


def test_every_inferred_statement_has_the_reasons_that_explain_gives(known: Known) -> None:
    loaded, closure, found = known
    triples = sorted(closure.inferred)
    assert len(found.explanations) == len(triples)
    for triple in triples[::50]:
        explained = explain(loaded, closure, triple)
        subject, predicate, value = (str(to_oxigraph(term)) for term in triple)
        reasons, more = found.explanations[subject, predicate, value]
        assert more == explained.more
        assert [(each.rule.name, each.rule.definition, [*each.absences]) for each in reasons] == [
            (each.name, each.definition, [*each.absences]) for each in explained.reasons
        ]


def test_premises_are_in_the_graph_and_lead_down_to_what_is_asserted(known: Known) -> None:
    loaded, closure, found = known
    assert found.files[f"{BASE}graph/links"] == "data/links.sssom.tsv"
    stated = {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(dataset(loaded, closure), format=ox.RdfFormat.N_QUADS)
    }
    for reasons, _ in found.explanations.values():
        assert reasons
        for reason in reasons:
            assert all(each in stated for each in reason.premises if not isinstance(each, str))


def test_links_and_the_first_of_two_lines_are_named(
    write_graph: Callable[..., GraphDirectory], prefix_lines: str
) -> None:
    twice = prefix_lines + "actor:mill a cg:Actor .\nactor:mill a cg:Actor ; cg:memberOf [ a cg:Actor ] .\n"
    loaded = load(write_graph({"data/actors.ttl": twice}))
    found = companion(loaded, close(loaded.asserted(), loaded.rules))
    graph, count = f"{BASE}graph/data/actors", prefix_lines.count("\n")
    statement = (
        f"<{BASE}actor/mill>",
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
        f"<{BASE}ontology/Actor>",
    )
    assert found.place(graph, statement) == Place(graph, "data/actors.ttl", count + 1)
