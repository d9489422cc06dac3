"""What kind of thing an entity is, in words."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox

from claimgraph.namespaces import CG, OWL, RDFS, SH
from claimgraph.site.reader import Node, Reader

SUBCLASS = ox.NamedNode(str(RDFS.subClassOf))
# Classes of the vocabularies that ontology and questions are written in, which have no labels in the graph.
_WORDS = {
    str(OWL.Class): "class",
    str(OWL.ObjectProperty): "property",
    str(OWL.DatatypeProperty): "property with a value",
    str(OWL.AnnotationProperty): "property for notes",
    str(OWL.Ontology): "ontology",
    str(SH.SPARQLExecutable): "stored question",
}


class Kinds:
    """Tells the most specific classes of entities; remembers those of each set of types."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._narrow = lru_cache(1_000)(self._read_narrow)

    def of(self, entity: Node) -> list[ox.NamedNode]:
        """Give the classes of ours that an entity is in, without those that follow from others; sorted."""
        types = frozenset(iri for iri in self._reader.types(entity) if iri.startswith(str(CG)))
        return self._narrow(types)

    def words(self, entity: Node) -> str:
        """Say what an entity is: the label of its class; empty if nothing is known."""
        if named := self.of(entity):
            return ", ".join(self._reader.label(each) for each in named)
        types = self._reader.types(entity)
        return next((word for iri, word in _WORDS.items() if iri in types), "")

    def _read_narrow(self, types: frozenset[str]) -> list[ox.NamedNode]:
        nodes = sorted((ox.NamedNode(iri) for iri in types), key=str)
        wider = {
            above
            for each in nodes
            for above in self._reader.nodes(each, SUBCLASS)
            # Equivalent classes are above each other.
            if above != each and each not in self._reader.nodes(above, SUBCLASS)
        }
        return [each for each in nodes if each not in wider]
