"""The kinds of thing that can be given a new name: which file each stands in, and how its names are made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import URIRef
from rdflib.namespace import RDFS

from claimgraph.errors import UsageError
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, OWL, RDF, SH, compact

# Kinds that articles share, with their file; those without one stand in the file of an article.
_SHARED: Mapping[str, tuple[str, str]] = {
    "Office": ("office", "data/actors.ttl"),
    "Actor": ("actor", "data/actors.ttl"),
    "Place": ("place", "data/places.ttl"),
    "Event": ("event", "data/events.ttl"),
    "MediaItem": ("media", "data/events.ttl"),
    "Encoder": ("encoder", "data/dataset.ttl"),
    "Gazetteer": ("gazetteer", "data/positions.ttl"),
}
_OF_ARTICLES: Mapping[str, tuple[str, str]] = {
    "Proposition": ("proposition", "Propositions"),
    "Utterance": ("utterance", "Utterances"),
    "Claim": ("claim", "Claims, in the order of the sentences"),
    "Figure": ("figure", "Figures"),
    "NameUse": ("name", "Names and loaded terms"),
    "TermUse": ("term", "Names and loaded terms"),
}
_NOT_MINTED = {"Actor", "Proposition", "Voice"}


@dataclass(frozen=True)
class Kind:
    """A class of the ontology whose things can be named: its words, its prefix, and its file or section."""

    term: URIRef
    words: str
    family: str
    prefix: str
    file: str | None
    section: str


def kinds(loaded: Loaded) -> dict[str, Kind]:
    """Give all kinds that the ontology has, by their words: ``armed force``, ``agency proposition``."""
    ontology = loaded.ontology()
    found = {}
    for family, (prefix, place) in [*_SHARED.items(), *_OF_ARTICLES.items()]:
        shared = family in _SHARED
        for term in ontology.transitive_subjects(RDFS.subClassOf, CG[family]):
            if (term, RDF.type, OWL.Class) not in ontology or not isinstance(term, URIRef):
                continue
            local = term.removeprefix(str(CG))
            words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", local).lower()
            if local not in _NOT_MINTED and words not in found:
                found[words] = Kind(
                    term, words, family, prefix, place if shared else None, "" if shared else place
                )
    return found


def kind_named(loaded: Loaded, wanted: str) -> Kind:
    """Find a kind by its words or by the name of its class. Raises UsageError if there is none."""
    known = kinds(loaded)
    plain = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", wanted.removeprefix("cg:")).replace("-", " ").lower()
    for words in (plain, f"{plain} proposition"):
        if words in known:
            return known[words]
    raise UsageError(
        f"{wanted}: this is no kind of thing that is named so. Kinds are: {', '.join(sorted(known))}."
    )


def needed(loaded: Loaded, kind: Kind) -> list[str]:
    """Give the properties that shapes want of a thing of this kind, as written in Turtle."""
    above = set(loaded.ontology().transitive_objects(kind.term, RDFS.subClassOf))
    wanted = set()
    for shape in {s for term in above for s in loaded.shapes.subjects(SH.targetClass, term)}:
        for part in loaded.shapes.objects(shape, SH.property):
            least = loaded.shapes.value(part, SH.minCount)
            path = loaded.shapes.value(part, SH.path)
            if least is not None and int(str(least)) > 0 and isinstance(path, URIRef):
                wanted.add(compact(path, loaded.prefixes))
    return sorted(wanted)
