"""What is wrong with the files themselves, before any shape is asked."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import BNode, Literal, URIRef
from rdflib.term import Node

from claimgraph.drafts import MARK
from claimgraph.findings import Finding
from claimgraph.literals import flaw
from claimgraph.load import Loaded
from claimgraph.names import undeclared_terms, unresolved_names
from claimgraph.namespaces import CHECK, OWL, RDF, compact

_ALIGNMENTS = "ontology/alignments.ttl"


def lint(loaded: Loaded) -> list[Finding]:
    """Check the files of a graph: drafts, names, prefixes, literals, blank nodes, repetitions, unread files.

    Findings come in the order of files and lines; none means that the files are in order.
    """
    return sorted(
        (
            *unread_files(loaded),
            *unfinished_drafts(loaded),
            *unlisted_prefixes(loaded),
            *relative_iris(loaded),
            *unresolved_names(loaded),
            *undeclared_terms(loaded),
            *flawed_literals(loaded),
            *blank_nodes(loaded),
            *repeated_descriptions(loaded),
        )
    )


def unread_files(loaded: Loaded) -> Iterator[Finding]:
    """Report files that look like RDF or SPARQL but lie or are called so that they are not read."""
    for file in loaded.ignored:
        yield Finding(
            "warning",
            file,
            None,
            "This file is not read.",
            "Put Turtle into a .ttl file in ontology/ or shapes/, or anywhere in data/; rules into "
            "ontology/rules/*.rq, queries into data/queries/*.rq.",
            source=str(CHECK["unread-file"]),
        )


def unfinished_drafts(loaded: Loaded) -> Iterator[Finding]:
    """Report each file, at the first of its marked lines, that holds suggestions which nobody has decided."""
    for document in loaded.documents:
        if document.drafts:
            number = len(document.drafts)
            yield Finding(
                "violation",
                document.file,
                document.drafts[0],
                f"The file is an unfinished draft: {number} line{'' if number == 1 else 's'} "
                f"of it begin{'s' if number == 1 else ''} with “{MARK}”, the first here.",
                "Encode what each suggests, or decide against it, and take the line away.",
                source=str(CHECK["unfinished-draft"]),
            )


def unlisted_prefixes(loaded: Loaded) -> Iterator[Finding]:
    """Report prefixes that ontology/prefixes.ttl lacks or gives another namespace."""
    listed = loaded.prefixes
    for document in loaded.documents:
        for prefix, namespace, line in document.declarations:
            if listed.get(prefix) == namespace:
                continue
            others = [name for name, known in listed.items() if known == namespace]
            if prefix in listed:
                remedy = f"Write <{listed[prefix]}>, as ontology/prefixes.ttl has it."
            elif others:
                remedy = f"Use {others[0]}: as ontology/prefixes.ttl does."
            else:
                remedy = "Add it to ontology/prefixes.ttl, or do without it."
            yield Finding(
                "violation",
                document.file,
                line,
                f"The prefix {prefix}: for <{namespace}> is not in the list of prefixes.",
                remedy,
                source=str(CHECK["unlisted-prefix"]),
            )


def relative_iris(loaded: Loaded) -> Iterator[Finding]:
    """Report IRIs whose meaning depends on where the file lies."""
    for document in loaded.documents:
        for written, line in document.relative:
            yield Finding(
                "violation",
                document.file,
                line,
                f"The IRI <{written}> is relative.",
                "Write it with a prefix, or in full.",
                source=str(CHECK["relative-iri"]),
            )


def flawed_literals(loaded: Loaded) -> Iterator[Finding]:
    """Report literals that are invalid, or that some engine rewrites."""
    for document in loaded.documents:
        for (subject, predicate, value), line in document.triples:
            if not isinstance(value, Literal) or not isinstance(predicate, URIRef):
                continue
            shown, datatype = (compact(term, loaded.prefixes) for term in (value, value.datatype))
            if found := flaw(value, predicate, shown, datatype):
                yield Finding(
                    found.severity,
                    document.file,
                    line,
                    found.sentence,
                    found.remedy,
                    subject,
                    predicate,
                    value,
                    source=str(CHECK["literal"]),
                )


def blank_nodes(loaded: Loaded) -> Iterator[Finding]:
    """Report nodes of the data that have no name, each once, where it first stands."""
    seen: set[Node] = set()
    for document in loaded.documents:
        if not document.file.startswith("data/"):
            continue
        lines = dict(document.subjects)
        for (subject, predicate, value), line in document.triples:
            for node in (subject, value):
                if not isinstance(node, BNode) or node in seen:
                    continue
                seen.add(node)
                yield Finding(
                    "warning",
                    document.file,
                    min(line, lines.get(node, line)),
                    "A node without a name stands here.",
                    "Give it a name with a prefix, so that it can be cited and its changes stay readable.",
                    subject,
                    predicate,
                    source=str(CHECK["blank-node"]),
                )


def repeated_descriptions(loaded: Loaded) -> Iterator[Finding]:
    """Report subjects that two files describe; only alignments.ttl and the link table may add to another."""
    links = loaded.directory.shown(loaded.directory.links)
    ontologies = set(loaded.ontology().subjects(RDF.type, OWL.Ontology))
    for subject, places in loaded.positions.subjects.items():
        kept = [place for place in places if place.file != links]
        if all(place.file.startswith("ontology/") for place in kept):
            kept = [place for place in kept if place.file != _ALIGNMENTS]
        if subject in ontologies:
            continue
        for place in kept[1:]:
            yield Finding(
                "violation",
                place.file,
                place.line,
                f"{compact(subject, loaded.prefixes)} is described here "
                f"and in {kept[0].file}, line {kept[0].line}.",
                "Describe it in one file only, or give one of the two another name.",
                subject,
                source=str(CHECK["repeated-description"]),
            )
