"""What a graph calls its actors and places, in all spellings it knows, and where a text does so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rdflib import Graph, URIRef
from rdflib.term import Node

from claimgraph.load import Loaded
from claimgraph.namespaces import CG, RDF, RDFS, SKOS
from claimgraph.stretches import Stretch

_NAMED = (CG.Place, CG.MediaItem)
_UNNAMED = (CG.Voice,)
_WORD = re.compile(r"[^\W_]+")
_REMARK = re.compile(r"\s*\([^()]*\)")
# What may lie between two words of one name: a blank, a hyphen, an apostrophe, a point and a blank.
_JOIN = re.compile(r"(?:\s+|[-‐‑–’'ʼ]|\.\s*){1}\Z")


@dataclass(frozen=True)
class Mention:
    """Where a text uses a form that the graph knows, and what that may stand for."""

    stretch: Stretch
    meant: tuple[URIRef, ...]


class KnownNames:
    """All names in a graph of what has one: labels, other labels, forms that articles use, toponyms."""

    def __init__(self, loaded: Loaded) -> None:
        data = loaded.data()
        self._forms: dict[tuple[str, ...], dict[URIRef, bool]] = {}
        for thing in sorted(_things(loaded, data), key=str):
            for form in _names(data, thing):
                self._add(form, thing)
            if (thing, RDF.type, CG.Person) in data:
                for form in _names(data, thing):
                    if len(words := form.split()) > 1:
                        self._add(words[-1], thing)
        self._longest = max(map(len, self._forms), default=0)

    def mentions(self, text: str, around: Stretch) -> Iterator[Mention]:
        """Find the known names in a stretch of a text, the longest where several begin at one word."""
        words = list(_WORD.finditer(text, *around))
        number = 0
        while number < len(words):
            length = next(
                (
                    n
                    for n in range(min(self._longest, len(words) - number), 0, -1)
                    if self._fits(text, words[number : number + n])
                ),
                0,
            )
            if length:
                run = words[number : number + length]
                key = tuple(word.group().casefold() for word in run)
                yield Mention(Stretch(run[0].start(), run[-1].end()), tuple(self._forms[key]))
            number += length or 1

    def _add(self, form: str, thing: URIRef) -> None:
        words = _WORD.findall(form)
        if words and (len(words) > 1 or len(words[0]) > 2):
            key = tuple(word.casefold() for word in words)
            self._forms.setdefault(key, {})[thing] = words[0][0].isupper()

    def _fits(self, text: str, run: list[re.Match[str]]) -> bool:
        meant = self._forms.get(tuple(word.group().casefold() for word in run))
        if meant is None or (any(meant.values()) and run[0].group()[0].islower()):
            return False
        return all(_JOIN.match(text, a.end(), b.start()) for a, b in pairwise(run))


def _things(loaded: Loaded, data: Graph) -> set[URIRef]:
    kinds = {*_NAMED, CG.Actor, *loaded.ontology().transitive_subjects(RDFS.subClassOf, CG.Actor)}
    found = {thing for kind in kinds - {*_UNNAMED} for thing in data.subjects(RDF.type, kind)}
    return {thing for thing in found if isinstance(thing, URIRef)}


def _names(data: Graph, thing: Node) -> Iterator[str]:
    values = [*data.objects(thing, RDFS.label), *data.objects(thing, SKOS.altLabel)]
    for use in data.subjects(CG.names, thing):
        values += data.objects(use, CG.form)
    for toponyms in data.subjects(CG.toponymsOf, thing):
        values += data.objects(toponyms, SKOS.altLabel)
    for value in sorted(set(map(str, values))):
        yield value
        if (plain := _REMARK.sub("", value)) != value:
            yield plain
