"""The prefixes and stored questions of a dataset, as RDF that query editors read to set themselves up.

The form is that of the SPARQL examples of the Swiss Institute of Bioinformatics, whose editor and indexers
ask an endpoint for ``sh:declare`` and ``sh:SPARQLExecutable``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, SH, XSD

from claimgraph.namespaces import CG, VOID_GRAPH
from claimgraph.querytext import Form, read_query
from claimgraph.questions import Question

ONTOLOGY = URIRef(str(CG))
# SHACL has no property for the text of a DESCRIBE query.
_EXAMPLES = Namespace("https://purl.expasy.org/sparql-examples/ontology#")
_KEYWORDS = URIRef("https://schema.org/keywords")
_TEXT: Mapping[Form, URIRef] = {
    "select": SH.select,
    "ask": SH.ask,
    "construct": SH.construct,
    "describe": _EXAMPLES.describe,
}
_KIND: Mapping[Form, URIRef] = {
    "select": SH.SPARQLSelectExecutable,
    "ask": SH.SPARQLAskExecutable,
    "construct": SH.SPARQLConstructExecutable,
}


def describe(prefixes: Mapping[str, str], questions: Iterable[Question]) -> Graph:
    """Describe prefixes (SHACL, section 5.2.1) and stored questions (SHACL Advanced Features, section 5)."""
    described = Graph(bind_namespaces="none")
    for prefix, namespace in prefixes.items():
        declaration = URIRef(f"{VOID_GRAPH}#prefix-{prefix}")
        described.add((ONTOLOGY, SH.declare, declaration))
        described.add((declaration, RDF.type, SH.PrefixDeclaration))
        described.add((declaration, SH.prefix, Literal(prefix)))
        described.add((declaration, SH.namespace, Literal(namespace, datatype=XSD.anyURI)))
    for question in questions:
        form = read_query(question.text).form
        node = URIRef(question.iri)
        described.add((node, RDF.type, SH.SPARQLExecutable))
        if form in _KIND:
            described.add((node, RDF.type, _KIND[form]))
        described.add((node, RDFS.comment, Literal(question.summary, lang="en")))
        if question.topic:
            described.add((node, _KEYWORDS, Literal(question.topic, lang="en")))
        described.add((node, SH.prefixes, ONTOLOGY))
        described.add((node, _TEXT[form], Literal(question.text)))
    return described
