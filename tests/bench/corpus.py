"""Releases to ask: the graph of this repository, and invented articles as many as one likes."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from claimgraph import __version__
from claimgraph.closure import close
from claimgraph.load import Loaded, load
from claimgraph.namespaces import BASE, CG, INFERRED, RDFS
from claimgraph.paths import GraphDirectory
from claimgraph.released import COMPANION_FILE, FORMAT, GRAPH_FILE, MANIFEST_FILE
from claimgraph.terms import quads

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
ROOT = Path(__file__).parents[2]
ARTICLES_EACH = 4
SHARED = ("actor", "event", "media", "office", "place", "proposition")
DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
VALUE, LABEL = ox.NamedNode(CG.value), ox.NamedNode(RDFS.label)
AFFIRMS, NEGATES = ox.NamedNode(CG.affirms), ox.NamedNode(CG.negates)
SWAPPED: dict[Term, Term] = {
    AFFIRMS: NEGATES,
    ox.NamedNode(CG.affirmedBy): ox.NamedNode(CG.negatedBy),
    ox.NamedNode(CG.asserts): ox.NamedNode(CG.denies),
}
SIDES = {"tarn": "vell", "mira-oss": "jon-reed", "council-of-tarn": "guards-of-vell"}
SWAPPED |= {
    ox.NamedNode(f"{BASE}actor/{one}"): ox.NamedNode(f"{BASE}actor/{other}")
    for one, other in [*SIDES.items(), *((other, one) for one, other in SIDES.items())]
}
SUBPROPERTIES = f"""
    CONSTRUCT {{ ?s ?q ?o }}
    WHERE {{ ?p <{RDFS.subPropertyOf}> ?q . ?q <{RDFS.subPropertyOf}>* <{CG.contests}> . ?s ?p ?o }}
"""


def synthetic(articles: int, folder: Path) -> bytes:
    """Make N-Quads of so many invented articles, closed; the same bytes for the same number.

    Each is the article of ``tests/small`` under names, numbers and dates of its own; four tell of one
    dispute, and now and then the other side denies what one has affirmed. What follows is the closure of that
    one article, renamed, and the contests across articles by the rules of the ontology.
    """
    loaded, template = _template(folder)
    store, seen = ox.Store(), set[tuple[Term, Term, Term]]()
    for number in range(articles):
        for quad in _article(template, number):
            triple = (quad.subject, quad.predicate, quad.object)
            if triple not in seen:
                seen.add(triple)
                store.add(quad)
    _contests(store, loaded)
    lines = (ox.serialize(store, format=ox.RdfFormat.N_QUADS) or b"").split(b"\n")
    return b"".join(line + b"\n" for line in sorted(lines) if line)


def repository(folder: Path) -> Path:
    """Build the release of this repository's graph."""
    command = [sys.executable, "-m", "claimgraph", "build", "--out", str(folder), "--graph", str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def write_release(content: bytes, folder: Path, companion: bytes = b"") -> Path:
    """Write N-Quads as a release, so that all graphs together are its default graph."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / GRAPH_FILE).write_bytes(content)
    digest = hashlib.sha256(content).hexdigest()
    files = {GRAPH_FILE: digest}
    if companion:
        (folder / COMPANION_FILE).write_bytes(companion)
        files[COMPANION_FILE] = hashlib.sha256(companion).hexdigest()
    graphs: dict[str, int] = {}
    for quad in ox.parse(content, format=ox.RdfFormat.N_QUADS):
        name = str(quad.graph_name)[1:-1]
        graphs[name] = graphs.get(name, 0) + 1
    manifest = {
        "format": FORMAT,
        "claimgraph": __version__,
        "digest": f"sha256:{digest}",
        "quads": sum(graphs.values()),
        "graphs": graphs,
        "files": files,
        "inputs": {},
    }
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, indent=2), "utf-8")
    return folder


@dataclass(frozen=True)
class _Template:
    asserted: tuple[ox.Quad, ...]
    inferred: tuple[ox.Quad, ...]


def _template(folder: Path) -> tuple[Loaded, _Template]:
    for part in ("ontology", "shapes", "tests/small/data"):
        shutil.copytree(ROOT / part, folder / Path(part).name, dirs_exist_ok=True)
    loaded = load(GraphDirectory(folder, "given"))
    closure = close(loaded.asserted(), loaded.rules, prefixes=loaded.prefixes)
    asserted = [quad for name, graph in loaded.graphs.items() for quad in quads(graph, str(name))]
    inferred = quads(closure.inferred, str(INFERRED))
    return loaded, _Template(tuple(sorted(asserted, key=str)), tuple(sorted(inferred, key=str)))


def _article(template: _Template, number: int) -> Iterator[ox.Quad]:
    chance = random.Random(number)  # noqa: S311
    claims = {q.subject for q in template.asserted if q.predicate == AFFIRMS}
    denied = {claim for claim in sorted(claims, key=str) if chance.random() < 0.15}
    more, later = chance.randrange(1, 40), timedelta(days=3 * number % 720)
    for quad in (*template.asserted, *template.inferred):
        swapped = quad.subject in denied or quad.object in denied
        words = [SWAPPED.get(term, term) if swapped else term for term in (quad.predicate, quad.object)]
        value = _named(words[1], number)
        if isinstance(value, ox.Literal):
            value = _literal(value, quad.predicate, number, more, later)
        yield ox.Quad(_named(quad.subject, number), words[0], value, _named(quad.graph_name, number))


@cache
def _named(term: Term, number: int) -> Term:
    """Name what belongs to the article after its number, and what it shares with others after the dispute."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(BASE):
        return term
    path = term.value.removeprefix(BASE)
    kind, _, name = path.partition("/")
    if path == "graph/data/articles/article-t":
        return ox.NamedNode(f"{BASE}graph/data/articles/n{number:03}")
    if name == "t" or name.startswith("t-"):
        return ox.NamedNode(f"{BASE}{kind}/n{number:03}{name[1:].replace('--t-', f'--n{number:03}-')}")
    if kind in SHARED:
        return ox.NamedNode(f"{term.value}-{number // ARTICLES_EACH:03}")
    return term


def _literal(value: ox.Literal, predicate: Term, number: int, more: int, later: timedelta) -> ox.Literal:
    if predicate == VALUE and value.value.isdigit():
        return ox.Literal(str(int(value.value) + more), datatype=value.datatype)
    if value.datatype == DATE:
        return ox.Literal((date.fromisoformat(value.value) + later).isoformat(), datatype=DATE)
    if predicate == LABEL and number >= ARTICLES_EACH and value.language:
        return ox.Literal(f"{value.value} {number // ARTICLES_EACH}", language=value.language)
    return value


def _contests(store: ox.Store, loaded: Loaded) -> None:
    """Add what the rules and the hierarchy of contests give, until they give nothing new."""
    before = -1
    while before != len(store):
        before = len(store)
        for rule in sorted(loaded.rules, key=lambda each: (each.stratum, each.name)):
            if rule.name.startswith("contest-"):
                _infer(store, rule.construct.text)
        _infer(store, SUBPROPERTIES)


def _infer(store: ox.Store, construct: str) -> None:
    found = store.query(construct, use_default_graph_as_union=True)
    known: Iterable[ox.Triple] = [triple for triple in found if isinstance(triple, ox.Triple)]
    for triple in known:
        if not any(store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)):
            store.add(ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(INFERRED)))
