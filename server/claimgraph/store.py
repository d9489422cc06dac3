"""The queried copy of a graph: an in-memory Oxigraph store that only answers and reaches nothing."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

import pyoxigraph as ox

from claimgraph.answers import Answer, Evaluating, Row, Term
from claimgraph.errors import QueryFailed, ReleaseError
from claimgraph.querytext import Form, Query, read_query

_SYNTAX = re.compile(r"error at (\d+):(\d+): (?:expected (.*))?", re.DOTALL)
_MERGED = "{ SELECT DISTINCT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } } }"
_UNBOUND = "The SELECT contains a variable that is unbound"


class Store:
    """A dataset in memory whose default graph is the union of its named graphs.

    With ``union=False`` its default graph is what the dataset has as such. A ``lenient`` store takes a graph
    that it does not have for an empty one, as SPARQL endpoints do. Nothing is written after loading.
    """

    def __init__(
        self,
        store: ox.Store,
        prefixes: Mapping[str, str] | None = None,
        *,
        union: bool = True,
        lenient: bool = False,
    ) -> None:
        self._store = store
        self._lenient = lenient
        self.union = union
        self.prefixes: Mapping[str, str] = dict(prefixes or {})
        self.named_graphs: tuple[str, ...] = tuple(
            sorted(graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
        )
        # Counted by the engine: a set of all triples in Python takes ten times the memory of the store.
        named, merged = self._number("{ GRAPH ?g { ?s ?p ?o } }"), self._number(_MERGED)
        self._overlapping = merged < named
        self._as_union = union and not self._overlapping
        if union and self._overlapping:
            # Oxigraph gives a triple once per graph it stands in, where SPARQL's merge has it once.
            store.update(f"INSERT {{ ?s ?p ?o }} WHERE {_MERGED}")
        self._triples = merged if self._as_union else len(store) - named
        self._light: ox.Store | None = None

    @classmethod
    def from_nquads(
        cls,
        content: bytes,
        prefixes: Mapping[str, str] | None = None,
        *,
        union: bool = True,
        lenient: bool = False,
    ) -> Store:
        """Load N-Quads. Raises ReleaseError with the line if they are not N-Quads."""
        store = ox.Store()
        try:
            store.bulk_load(content, ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise ReleaseError(f"line {error.lineno}: these are not N-Quads: {error.msg}") from None
        return cls(store, prefixes, union=union, lenient=lenient)

    def lighten(self) -> None:
        """Keep the default graph once more by itself, where it is a copy beside the named ones.

        The engine goes through all that is known of a term, in whatever graph, so that the copy takes time
        from every query; most ask for no named graph.
        """
        if self.union and self._overlapping:
            self._light = ox.Store()
            self._light.bulk_extend(self._store.quads_for_pattern(None, None, None, ox.DefaultGraph()))

    def __len__(self) -> int:
        """Give the number of triples in the default graph."""
        return self._triples

    def count(self, graph: str) -> int:
        """Count the triples of a named graph."""
        return sum(1 for _ in self._store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))

    def quads(
        self,
        subject: ox.NamedNode | ox.BlankNode | None,
        predicate: ox.NamedNode | None,
        value: Term | None,
    ) -> Iterator[ox.Quad]:
        """Give the statements that fit with their graphs; a triple in two graphs comes twice."""
        found = self._store.quads_for_pattern(subject, predicate, value, None)
        if self.union and self._overlapping:
            # What the default graph holds is a copy of what the named ones have.
            return (quad for quad in found if not isinstance(quad.graph_name, ox.DefaultGraph))
        return found

    def triples(
        self,
        subject: ox.NamedNode | ox.BlankNode | None,
        predicate: ox.NamedNode | None,
        value: Term | None,
    ) -> Iterator[ox.Quad]:
        """Give the same, of whatever graph, where graphs do not matter; quicker, if there is a light copy."""
        if self._light is not None:
            return self._light.quads_for_pattern(subject, predicate, value, None)
        return self.quads(subject, predicate, value)

    def select(self, query: str, bindings: Mapping[str, Term]) -> list[Row]:
        """Ask a SELECT that is part of the program; ``bindings`` are values of variables that it names."""
        bound = {ox.Variable(name): value for name, value in bindings.items()}
        result = self._store.query(query, use_default_graph_as_union=self._as_union, substitutions=bound)
        if not isinstance(result, ox.QuerySolutions):
            raise TypeError("only SELECT has rows")
        return [tuple(solution) for solution in result]

    def _number(self, pattern: str) -> int:
        rows = self._store.query(f"SELECT (COUNT(*) AS ?n) WHERE {pattern}")
        return int(next(rows)["n"].value) if isinstance(rows, ox.QuerySolutions) else 0

    def vocabulary(self) -> dict[str, str]:
        """Give those prefixes whose namespaces hold a class or property that the dataset uses."""
        pattern = "{ ?s ?term ?o } UNION { ?s a ?term }"
        anywhere = pattern if self._as_union else f"{pattern} UNION {{ GRAPH ?g {{ {pattern} }} }}"
        answer = self.query(f"SELECT DISTINCT ?term {{ {anywhere} }}")
        terms = [row[0].value for row in answer.rows() if isinstance(row[0], ox.NamedNode)]
        return {
            prefix: namespace
            for prefix, namespace in self.prefixes.items()
            if any(term.startswith(namespace) and "/" not in term[len(namespace) :] for term in terms)
        }

    def query(
        self,
        text: str,
        base_iri: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Answer:
        """Evaluate one query; the protocol's graphs, where given, stand in place of FROM and FROM NAMED.

        Raises QueryRefused for an update or SERVICE, QueryFailed for a syntax error (with its place), for a
        graph that is not in the dataset (unless the store is lenient) and for what cannot be evaluated.
        """
        return self.evaluate(
            read_query(text, base_iri, self.prefixes), base_iri, default_graphs, named_graphs
        )

    def evaluate(
        self,
        query: Query,
        base_iri: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Answer:
        """Evaluate a query that has been read already; as :meth:`query`."""
        if not default_graphs and not named_graphs:
            default_graphs, named_graphs = query.default_graphs, query.named_graphs
        try:
            return self.run(query.text, query.form, base_iri, default_graphs, named_graphs)
        except SyntaxError as error:
            raise _not_sparql(query, str(error.msg)) from None

    def run(
        self,
        text: str,
        form: Form,
        base_iri: str | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        *,
        plain: bool = False,
    ) -> Answer:
        """Hand a text to the engine as it is; as :meth:`query`, but SyntaxError for what the engine refuses.

        Only for what a reading gave or :func:`~claimgraph.glance.glance` let through: nothing is checked.
        ``plain`` says that it asks for no named graph.
        """
        with Evaluating():
            if plain and self._light is not None and default_graphs is None and named_graphs is None:
                return Answer(_KINDS[form], self._light.query(text, base_iri=base_iri), self.prefixes)
            result = self._run(text, base_iri, default_graphs, named_graphs)
        return Answer(_KINDS[form], result, self.prefixes)

    def _run(
        self, text: str, base: str | None, default: Sequence[str] | None, named: Sequence[str] | None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        if default is None and named is None:
            return self._store.query(text, base_iri=base, use_default_graph_as_union=self._as_union)
        chosen = self._graphs(default or ())
        shown: list[ox.NamedNode | ox.BlankNode] = [*self._graphs(named or ())]
        if self._overlapping and len(chosen) > 1:
            merged = _merged(self._store, chosen, shown)
            return merged.query(text, base_iri=base, default_graph=ox.DefaultGraph(), named_graphs=shown)
        return self._store.query(text, base_iri=base, default_graph=[*chosen], named_graphs=shown)

    def _graphs(self, names: Iterable[str]) -> list[ox.NamedNode]:
        for name in names:
            # Nobody asks an endpoint for a file by mistake.
            lenient = self._lenient and not name.lower().startswith("file:")
            if name not in self.named_graphs and not lenient:
                near = difflib.get_close_matches(name, self.named_graphs, n=1, cutoff=0.8)
                hint = f"Did you mean <{near[0]}>? " if near else ""
                raise QueryFailed(
                    f"The dataset has no graph <{name}>.",
                    remedy=f"{hint}SELECT ?g {{ GRAPH ?g {{ }} }} lists its graphs; no other can be read.",
                )
        return [ox.NamedNode(name) for name in dict.fromkeys(names)]


def parse(text: str, base_iri: str | None = None, known: Mapping[str, str] | None = None) -> Query:
    """Read a query and let the engine judge its syntax, without any data. Raises as :meth:`Store.query`."""
    query = read_query(text, base_iri, known)
    try:
        with Evaluating():
            ox.Store().query(query.text, base_iri=base_iri)
    except SyntaxError as error:
        raise _not_sparql(query, str(error.msg)) from None
    return query


_KINDS: Mapping[Form, Literal["select", "ask", "construct"]] = {
    "select": "select",
    "ask": "ask",
    "construct": "construct",
    "describe": "construct",
}


def _not_sparql(query: Query, message: str) -> QueryFailed:
    match = _SYNTAX.match(message)
    if match is None:
        return QueryFailed("This is not a SPARQL query.", remedy="Compare it with a stored question.")
    line, column, word = query.token_before(int(match.group(1)), int(match.group(2)))
    expected = match.group(3) or ""
    if _UNBOUND in expected:
        problem = "SELECT names a variable that is neither grouped nor inside an aggregate."
        remedy = "Add it to GROUP BY, or write SAMPLE(?it)."
    elif query.unclosed:
        problem, remedy = f"A `{query.unclosed}` is never closed.", "Close it where its content ends."
    elif "IRI parsing failed" in expected:
        problem = "An IRI here or just before is not valid, or is relative without a BASE."
        remedy = "Write it in full between < and >."
    else:
        problem = f"This is not SPARQL at `{word[:40]}`, or just before it."
        remedy = "See that every triple pattern has three terms, and every bracket its partner."
    return QueryFailed(problem, remedy=remedy, line=line, column=column)


def _merged(
    store: ox.Store, chosen: Iterable[ox.NamedNode], shown: Iterable[ox.NamedNode | ox.BlankNode]
) -> ox.Store:
    copy = ox.Store()
    for graph in chosen:
        copy.extend(ox.Quad(*list(quad)[:3]) for quad in store.quads_for_pattern(None, None, None, graph))
    for other in shown:
        copy.extend(store.quads_for_pattern(None, None, None, other))
    return copy
