"""What the server knows of a dataset that only its workers hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from claimgraph.namespaces import CG
from claimgraph.store import Store

_PREFIX = re.compile(r"(?:[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?)?")
_DECLARATION = "?x sh:prefix ?prefix ; sh:namespace ?namespace"
_DECLARED = f"""\
PREFIX sh: <http://www.w3.org/ns/shacl#>
SELECT DISTINCT ?prefix ?namespace
WHERE {{ {{ {_DECLARATION} }} UNION {{ GRAPH ?g {{ {_DECLARATION} }} }} }}
ORDER BY ?prefix ?namespace
"""
_EXECUTABLE = """\
?question a sh:SPARQLExecutable ; rdfs:comment ?summary ;
  sh:select|sh:ask|sh:construct|examples:describe ?text"""
_STORED = f"""\
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX examples: <https://purl.expasy.org/sparql-examples/ontology#>
SELECT DISTINCT ?question ?summary ?text
WHERE {{ {{ {_EXECUTABLE} }} UNION {{ GRAPH ?g {{ {_EXECUTABLE} }} }} }}
ORDER BY ?question
"""


_CLAIMS = f"""\
PREFIX cg: <{CG}>
SELECT ?claim WHERE {{ {{ ?claim a cg:Claim }} UNION {{ GRAPH ?g {{ ?claim a cg:Claim }} }} }} LIMIT 1
"""


@dataclass(frozen=True)
class Summary:
    """The numbers and names of a dataset: how many triples its default and its named graphs have.

    ``prefixes`` are those that may be proposed, also those that the dataset declares; ``used`` those whose
    namespaces hold a class or property. ``union`` says that the default graph is that of all named graphs.
    ``questions`` are its stored questions: IRI, summary, and text; ``claims`` says that there are pages to
    be made of it.
    """

    triples: int
    graphs: Mapping[str, int]
    prefixes: Mapping[str, str]
    used: Mapping[str, str]
    union: bool = True
    questions: tuple[tuple[str, str, str], ...] = ()
    claims: bool = False

    @classmethod
    def of(cls, store: Store) -> Summary:
        """Summarise a store, which gets the prefixes that it declares (SHACL, section 5.2.1)."""
        declared = {
            prefix: namespace for prefix, namespace in _rows(store, _DECLARED) if _PREFIX.fullmatch(prefix)
        }
        store.prefixes = declared | dict(store.prefixes)
        graphs = {name: store.count(name) for name in store.named_graphs}
        questions = tuple((iri, summary, text) for iri, summary, text in _rows(store, _STORED))
        claims = bool(_rows(store, _CLAIMS))
        return cls(len(store), graphs, store.prefixes, store.vocabulary(), store.union, questions, claims)

    def __len__(self) -> int:
        """Give the number of triples in the default graph."""
        return self.triples

    @property
    def named_graphs(self) -> tuple[str, ...]:
        """The names of its graphs, sorted."""
        return tuple(self.graphs)

    def count(self, graph: str) -> int:
        """Give the number of triples in a named graph."""
        return self.graphs[graph]

    def vocabulary(self) -> Mapping[str, str]:
        """Give those prefixes whose namespaces hold a class or property that the dataset uses."""
        return self.used


def _rows(store: Store, query: str) -> list[list[str]]:
    return [[getattr(term, "value", "") for term in row] for row in store.query(query).rows()]
