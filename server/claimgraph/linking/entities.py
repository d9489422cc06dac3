"""Our side of a link: what an entity is called, what it is, where it lies, what was decided of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.errors import UsageError
from claimgraph.linking.items import Point, as_point, folded
from claimgraph.linking.kinds import FITTING
from claimgraph.load import Loaded
from claimgraph.namespaces import CG, RDF, RDFS, SKOS, compact, is_local

_GEONAMES = "geonames"
_ABOUT = (SKOS.definition, SKOS.scopeNote)
_NEAR = (CG.topicPlace, CG.onBehalfOfAsInstitution, CG.onBehalfOfByOffice)


@dataclass(frozen=True, order=True)
class Name:
    """A form of a name, its language ("" where none is said), and who gives it."""

    form: str
    language: str
    source: str


@dataclass(frozen=True)
class Entity:
    """An entity of the graph; ``kind`` is the class of ours that decides which items fit, None if none does.

    ``words`` are the folded words that the graph uses of it and that are not its name.
    """

    iri: URIRef
    name: str
    label: str
    kind: str | None
    names: tuple[Name, ...] = ()
    point: Point | None = None
    geonames: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()

    @property
    def is_topic(self) -> bool:
        """Whether no item can be exactly it: an event here is a topic, a state is not its land."""
        return self.kind in ("Event", "State", "SelfProclaimedEntity")


class Entities:
    """The entities of a loaded graph that can be linked."""

    def __init__(self, loaded: Loaded) -> None:
        self._data = loaded.data()
        self._ontology = loaded.ontology()
        self._prefixes = loaded.prefixes
        self._types = {
            node: {each for each in self._data.objects(node, RDF.type) if isinstance(each, URIRef)}
            for node in set(self._data.subjects(RDF.type))
            if isinstance(node, URIRef) and is_local(node)
        }

    def languages(self) -> set[str]:
        """The languages in which the graph has names."""
        literals = [*self._data.objects(None, RDFS.label), *self._data.objects(None, SKOS.altLabel)]
        return {each.language for each in literals if isinstance(each, Literal) and each.language}

    def all(self) -> list[Entity]:
        """Every actor but voices, every place and every event, in the order of their names."""
        wanted = [node for node, types in self._types.items() if self._kind(types)]
        return sorted((self.entity(node) for node in wanted), key=lambda entity: entity.name)

    def named(self, given: Sequence[str]) -> list[Entity]:
        """Give the entities of these names (prefix:name or IRI); UsageError for one that is not described."""
        described = [*self._ontology.subjects(RDF.type), *self._types]
        known = {
            compact(node, self._prefixes): node
            for node in described
            if isinstance(node, URIRef) and is_local(node)
        }
        found = []
        for each in given:
            node = known.get(each) or known.get(compact(URIRef(each.strip("<>")), self._prefixes))
            if node is None:
                near = difflib.get_close_matches(each, known, n=1)
                hint = f"Did you mean {near[0]}?" if near else "Write it as prefix:name, such as place:ganja."
                raise UsageError(f"{each} is not described in the graph. {hint}")
            found.append(self.entity(node))
        return list({entity.iri: entity for entity in found}.values())

    def entity(self, node: URIRef) -> Entity:
        """Gather what the graph says of one entity."""
        label = self._label(node) or str(node).rpartition("/")[2].replace("-", " ")
        names = tuple(sorted(set(self._names(node, label))))
        positions = sorted(self._data.subjects(CG.positionOf, node), key=str)
        points = [point for each in positions if (point := self._point(each))]
        keys = [
            str(key)
            for record in {*positions, *self._data.subjects(CG.toponymsOf, node)}
            if _GEONAMES in str(self._data.value(record, CG.takenFrom)).rpartition("/")[2]
            and (key := self._data.value(record, CG.recordKey))
        ]
        own = {word for name in names for word in folded(name.form).split()}
        return Entity(
            iri=node,
            name=compact(node, self._prefixes).strip("<>"),
            label=label,
            kind=self._kind(self._types.get(node, set())),
            names=names,
            point=points[0] if points else None,
            geonames=tuple(sorted(set(keys))),
            words=frozenset(word for word in self._words(node, label) if len(word) > 3 and word not in own),
        )

    def _kind(self, types: set[URIRef]) -> str | None:
        """The class of ours, of those with a list of fitting items, that is nearest to the types."""
        level, seen = sorted(types), set(types)
        if CG.Voice in seen:
            return None
        while level:
            for each in level:
                if (short := str(each).removeprefix(CG)) in FITTING:
                    return short
            above = {up for each in level for up in _classes(self._ontology, each)} - seen
            seen |= above
            level = sorted(above)
        return None

    def _label(self, node: URIRef) -> str:
        graphs = (self._data, self._ontology)
        labels = [each for graph in graphs for each in graph.objects(node, RDFS.label)]
        literals = sorted((each for each in labels if isinstance(each, Literal)), key=_english_first)
        return str(literals[0]) if literals else ""

    def _names(self, node: URIRef, label: str) -> Iterator[Name]:
        yield Name(bare(label), "en", "label")
        for predicate in (RDFS.label, SKOS.altLabel, SKOS.prefLabel):
            for graph in (self._data, self._ontology):
                for each in graph.objects(node, predicate):
                    yield Name(bare(str(each)), _language(each), "label")
        for use in self._data.subjects(CG.names, node):
            for form in self._data.objects(use, CG.form):
                yield Name(str(form), "", "name use")
        for record in self._data.subjects(CG.toponymsOf, node):
            source = self._data.value(record, CG.takenFrom)
            given_by = self._label(source) if isinstance(source, URIRef) else ""
            for form in self._data.objects(record, SKOS.altLabel):
                yield Name(str(form), _language(form), given_by or "gazetteer")

    def _words(self, node: URIRef, label: str) -> Iterator[str]:
        texts = [label, *(str(text) for each in _ABOUT for text in self._data.objects(node, each))]
        for predicate in _NEAR:
            for other in self._data.objects(node, predicate):
                if isinstance(other, URIRef):
                    texts.append(self._label(other))
        for text in texts:
            yield from folded(text).split()

    def _point(self, position: Node) -> Point | None:
        numbers = []
        for predicate in (CG.latitude, CG.longitude):
            value = self._data.value(position, predicate)
            try:
                numbers.append(float(str(value)))
            except ValueError:
                return None
        return as_point(*numbers)


def bare(label: str) -> str:
    """Take off what a label of ours adds in brackets to tell two things of one name apart."""
    head, bracket, _ = label.partition(" (")
    return head if bracket and label.endswith(")") else label


def _classes(ontology: Graph, node: URIRef) -> Iterator[URIRef]:
    for each in ontology.objects(node, RDFS.subClassOf):
        if isinstance(each, URIRef):
            yield each


def _language(term: Node) -> str:
    return (term.language or "") if isinstance(term, Literal) else ""


def _english_first(literal: Literal) -> tuple[bool, str, str]:
    return literal.language != "en", literal.language or "", str(literal)
