"""Where all asserted statements of a graph stand, and why all inferred ones are in it."""

from __future__ import annotations

from rdflib import BNode

from claimgraph.closure import Closure
from claimgraph.companion import Companion, Reason, Rule, Statement
from claimgraph.explain import Explanation, explain_inferred
from claimgraph.explain import Reason as Explained
from claimgraph.load import Loaded
from claimgraph.namespaces import LINKS, graph_name
from claimgraph.shapeindex import shape_index
from claimgraph.terms import Triple, to_oxigraph


def companion(loaded: Loaded, closure: Closure) -> Companion:
    """Gather what goes with the dataset of a graph; see ``Companion``.

    Statements about nodes without a name have no line of their own, for in a dataset such nodes have names
    that they did not have in the file.
    """
    root, links = loaded.directory.root, loaded.directory.shown(loaded.directory.links)
    documents = {
        str(LINKS if each.file == links else graph_name(root, root / each.file)): each
        for each in loaded.documents
    }
    served = {graph: each for graph, each in sorted(documents.items()) if graph in map(str, loaded.graphs)}
    return Companion(
        shapes=shape_index(loaded),
        files={graph: document.file for graph, document in served.items()},
        lines={
            graph: {
                str(subject): line
                for subject, line in document.subjects.items()
                if not isinstance(subject, BNode)
            }
            for graph, document in served.items()
        },
        # Of two lines with one statement the first counts.
        statements={
            graph: {_statement(triple): line for triple, line in reversed(document.triples) if _named(triple)}
            for graph, document in served.items()
        },
        explanations={
            _statement(each.triple): ([*map(_reason, each.reasons)], each.more)
            for each in explain_inferred(loaded, closure)
            if each.reasons and _named(each.triple)
        },
    )


def _reason(reason: Explained) -> Reason:
    rule = Rule(reason.kind, reason.name, reason.definition, reason.file)
    return Reason(rule, [*map(_premise, reason.premises)], reason.absences)


def _premise(premise: Explanation) -> Statement | str:
    return _statement(premise.triple) if _named(premise.triple) else premise.words


def _named(triple: Triple) -> bool:
    return not any(isinstance(term, BNode) for term in triple)


def _statement(triple: Triple) -> Statement:
    subject, predicate, value = (str(to_oxigraph(term)) for term in triple)
    return subject, predicate, value
