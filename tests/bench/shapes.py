"""What is asked: the stored questions, and twelve general shapes of query."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).parents[2]
PREFIXES = """\
PREFIX cg: <https://w3id.org/claimgraph/ontology/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
# What a corpus calls the things that the shapes ask for: of each the one of which most is said.
NAMES: Mapping[str, str] = {
    "article": "?claim cg:reportedIn/<http://www.w3.org/ns/oa#hasSource> ?name",
    "event": "?proposition cg:about ?name",
    "place": "?proposition cg:allegedControlled ?name . ?name a cg:Place",
    "actor": "?claim cg:claimant ?name",
    "claim": "?name a cg:Claim . ?name ?p ?o",
    "graph": "GRAPH ?name { ?claim a cg:Claim }",
}
SHAPES: Mapping[str, str] = {
    "lookup": "SELECT ?p ?o { <{claim}> ?p ?o }",
    "join": """SELECT ?claim ?speaker ?content ?sentence {
        ?content cg:about <{event}> . ?claim cg:affirms ?content ; cg:claimant ?speaker ;
        cg:reportedIn/cg:within/cg:sentenceNumber ?sentence }""",
    "contested": """SELECT ?content ?kind (COUNT(?one) AS ?times) {
        ?one ?kind ?other . ?kind rdfs:subPropertyOf cg:contests . ?other cg:affirms ?content
        } GROUP BY ?content ?kind""",
    "timeline": """SELECT DISTINCT ?day ?speaker ?utterance {
        ?utterance cg:notBefore ?day . ?claim cg:partOf ?utterance ; cg:claimant ?speaker
        FILTER(?day > "2020-01-01"^^xsd:date) } ORDER BY ?day ?speaker ?utterance LIMIT 100""",
    "aggregate": """SELECT ?speaker (COUNT(DISTINCT ?claim) AS ?claims)
        (COUNT(DISTINCT ?content) AS ?contents) {
        ?claim cg:claimant ?speaker . OPTIONAL { ?claim cg:affirms|cg:negates ?content } }
        GROUP BY ?speaker""",
    "page": """SELECT ?claim ?label ?act ?mode ?modality ?speaker ?name ?principal ?channel ?day ?sentence {
        ?content cg:about <{event}> . ?claim cg:affirms|cg:negates|cg:mayNegate ?content .
        OPTIONAL { ?claim rdfs:label ?label } OPTIONAL { ?claim cg:speechAct ?act }
        OPTIONAL { ?claim cg:reportingMode ?mode } OPTIONAL { ?claim cg:modality ?modality }
        OPTIONAL { ?claim cg:claimant ?speaker OPTIONAL { ?speaker rdfs:label ?name } }
        OPTIONAL { ?claim cg:onBehalfOf ?principal }
        OPTIONAL { ?claim cg:partOf ?said OPTIONAL { ?said cg:channel ?channel }
            OPTIONAL { ?said cg:notBefore ?day } }
        OPTIONAL { ?claim cg:reportedIn/cg:within/cg:sentenceNumber ?sentence } }""",
    "path": """SELECT DISTINCT ?related ?party {
        <{event}> ^cg:about/(cg:entails|^cg:entails)* ?related . ?related ^cg:affirms/cg:party ?party }""",
    "article": "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <{graph}> { ?s ?p ?o } }",
    "text": """SELECT ?claim ?label {
        ?claim a cg:Claim ; rdfs:label ?label FILTER(CONTAINS(LCASE(STR(?label)), "accus")) }""",
    "graph": "SELECT ?g (COUNT(*) AS ?claims) { GRAPH ?g { ?claim a cg:Claim } } GROUP BY ?g",
    "describe": "DESCRIBE <{event}>",
    "ask": "ASK { <{claim}> cg:claimant ?speaker ; cg:partOf ?utterance }",
}


@dataclass(frozen=True)
class Asked:
    """A query under a name; ``graph`` says that a graph answers it."""

    name: str
    text: str
    graph: bool


def shapes(names: Mapping[str, str]) -> list[Asked]:
    """Give the twelve shapes for a corpus."""
    found = []
    for name, text in SHAPES.items():
        for kind, iri in names.items():
            text = text.replace(f"<{{{kind}}}>", f"<{iri}>")  # noqa: PLW2901
        found.append(Asked(f"shape/{name}", PREFIXES + text, text.startswith(("CONSTRUCT", "DESCRIBE"))))
    return found


def stored(names: Mapping[str, str], own: bool) -> list[Asked]:
    """Give the stored questions; for a corpus that is not this repository's, about what that one names."""
    found = []
    for path in sorted((ROOT / "data" / "queries").glob("*.rq")):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        head = [line for line in lines if line.startswith("PREFIX")]
        text = "\n".join(line for line in lines if not line.startswith("PREFIX"))
        if not own:
            text = re.sub(r"\b(article|event|place|actor):[\w-]+", lambda it: f"<{names[it[1]]}>", text)
        found.append(Asked(path.stem, "\n".join([*head, text]), graph=False))
    return found


def read_names(content: bytes) -> dict[str, str]:
    """Find in N-Quads what the shapes ask for."""
    store = ox.Store()
    store.bulk_load(content, ox.RdfFormat.N_QUADS)
    names = {}
    for kind, pattern in NAMES.items():
        counted = f"SELECT ?name (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?name"
        query = f"{PREFIXES} {counted} ORDER BY DESC(?n) ?name LIMIT 1"
        for row in store.query(query, use_default_graph_as_union=True):
            names[kind] = row["name"].value  # type: ignore[index, union-attr]
    return names
