"""Links to outside items: an SSSOM table of which rows are accepted, rejected, or without an item.

Follows SSSOM 1.x, TSV (https://mapping-commons.github.io/sssom/); an accepted row asserts its triple, and
every row is described by an ``sssom:Mapping`` under the property IRIs that SSSOM's schema gives its columns.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from rdflib import Literal, URIRef

from claimgraph.errors import LinkError
from claimgraph.namespaces import BASE, MAPPING, OWL, PAV, RDF, RDFS, SEMAPV, SKOS, SSSOM, WD, XSD, is_local
from claimgraph.sssom import read_table
from claimgraph.terms import Triple

PREDICATES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
JUSTIFICATIONS = (
    "ManualMappingCuration",
    "MappingReview",
    "LogicalReasoning",
    "LexicalMatching",
    "CompositeMatching",
    "UnspecifiedMatching",
    "SemanticSimilarityThresholdMatching",
    "LexicalSimilarityThresholdMatching",
    "MappingChaining",
    "MappingInversion",
    "StructuralMatching",
    "InstanceBasedMatching",
    "BackgroundKnowledgeBasedMatching",
)
NO_ITEM = SSSOM.NoTermFound
_ITEM = re.compile(r"http://www\.wikidata\.org/entity/Q[1-9][0-9]*")
_CONFIDENCE = re.compile(r"0(\.[0-9]+)?|1(\.0+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IRI = re.compile(r"""https?://[^\s<>"{}|\\^`]+""")


def read_links(path: Path, shown: str, prefixes: Mapping[str, str]) -> list[tuple[Triple, int]]:
    """Read the link table into triples, each with the line of its row; CURIEs are expanded with ``prefixes``.

    Raises :class:`LinkError` at the first thing that is wrong, with its line and what to do.
    """
    found: list[tuple[Triple, int]] = []
    seen: dict[URIRef, int] = {}
    for line, cells in read_table(path, shown, prefixes):
        row = _Row(shown, line, cells, prefixes)
        mapping = row.mapping()
        if mapping in seen:
            raise row.error(
                f"This row links the same subject and object as line {seen[mapping]}.",
                "Keep one row for each pair.",
            )
        seen[mapping] = line
        found += [(triple, line) for triple in row.triples(mapping)]
    return found


@dataclass(frozen=True)
class _Row:
    file: str
    line: int
    cells: dict[str, str]
    prefixes: Mapping[str, str]

    def error(self, problem: str, remedy: str) -> LinkError:
        return LinkError(self.file, self.line, None, problem, remedy)

    def text(self, column: str) -> str:
        """A cell that must not be empty; where there is no item, what is said of the item may be."""
        value = self.cells.get(column, "")
        if not value and not (column in ("object_label", "confidence") and self.object == NO_ITEM):
            raise self.error(f"`{column}` is empty.", "Fill it in.")
        return value

    def iri(self, column: str) -> URIRef:
        written = self.text(column)
        if _IRI.fullmatch(written):
            return URIRef(written)
        prefix, colon, local = written.partition(":")
        if not colon or not re.fullmatch(r"[\w.~%-]*", local):
            raise self.error(f"`{column}` holds {written!r}, which is no name.", "Write it as prefix:name.")
        if prefix not in self.prefixes:
            near = difflib.get_close_matches(prefix, self.prefixes, n=1)
            hint = (
                f"Did you mean `{near[0]}:`?" if near else "Add it to ontology/prefixes.ttl, or correct it."
            )
            raise self.error(
                f"`{column}` uses the prefix `{prefix}:`, which ontology/prefixes.ttl does not have.", hint
            )
        return URIRef(self.prefixes[prefix] + local)

    @property
    def object(self) -> URIRef:
        value = self.iri("object_id")
        if "wikidata.org" in value and not _ITEM.fullmatch(value):
            raise self.error(
                f"{value} is no Wikidata item.",
                "Write it as wd:Q followed by its number (http://www.wikidata.org/entity/Q…).",
            )
        if is_local(value):
            raise self.error(
                "`object_id` names something of this graph.", "Link to an outside item, such as wd:Q8684."
            )
        return value

    def mapping(self) -> URIRef:
        """Name the row after what it links, so that it keeps its name when the table is sorted anew."""
        subject, value = self.iri("subject_id"), self.object
        if not is_local(subject) or subject == BASE:
            raise self.error(
                f"`subject_id` is {subject}, which is not of this graph.",
                "Write a name of this graph, such as place:ganja.",
            )
        target = (
            value.removeprefix(WD)
            if value.startswith(WD)
            else re.sub(r"[^A-Za-z0-9]+", "-", value.split("//")[1])
        )
        return MAPPING[
            f"{subject.removeprefix(BASE).replace('/', '-')}-{'no-item' if value == NO_ITEM else target}"
        ]

    def triples(self, mapping: URIRef) -> Iterator[Triple]:
        """The triples of the row: its description, and the link itself where it is accepted."""
        subject, predicate, value = self.iri("subject_id"), self._predicate(), self.object
        rejected = self._rejected()
        if value != NO_ITEM and not rejected:
            yield subject, predicate, value
        yield mapping, RDF.type, SSSOM.Mapping
        yield mapping, OWL.annotatedSource, subject
        yield mapping, OWL.annotatedProperty, predicate
        yield mapping, OWL.annotatedTarget, value
        if rejected:
            yield mapping, SSSOM.predicate_modifier, SSSOM.NegatedPredicate
        yield mapping, SSSOM.mapping_justification, self._justification()
        yield mapping, SSSOM.subject_label, Literal(self.text("subject_label"))
        if label := self.text("object_label"):
            yield mapping, SSSOM.object_label, Literal(label)
        for author in self.text("author_label").split("|"):
            yield mapping, SSSOM.author_label, Literal(author.strip())
        yield mapping, PAV.authoredOn, self._day()
        if (confidence := self._confidence()) is not None:
            yield mapping, SSSOM.confidence, confidence
        yield mapping, RDFS.comment, Literal(self.text("comment"))

    def _predicate(self) -> URIRef:
        predicate = self.iri("predicate_id")
        if predicate not in [SKOS[name] for name in PREDICATES]:
            allowed = ", ".join(f"skos:{name}" for name in PREDICATES)
            raise self.error(
                f"`predicate_id` is {self.text('predicate_id')}, which is not allowed.",
                f"Use one of {allowed}.",
            )
        return predicate

    def _rejected(self) -> bool:
        modifier = self.cells.get("predicate_modifier", "")
        if modifier not in ("", "Not"):
            raise self.error(
                f"`predicate_modifier` is {modifier!r}.",
                "Write Not for a rejected link, else leave it empty.",
            )
        if modifier and self.object == NO_ITEM:
            raise self.error(
                "A row without an item cannot be rejected too.", "Leave `predicate_modifier` empty."
            )
        return bool(modifier)

    def _justification(self) -> URIRef:
        justification = self.iri("mapping_justification")
        if justification not in [SEMAPV[name] for name in JUSTIFICATIONS]:
            near = difflib.get_close_matches(justification.removeprefix(SEMAPV), JUSTIFICATIONS, n=1)
            raise self.error(
                f"`mapping_justification` is {self.text('mapping_justification')}, unknown to SSSOM.",
                f"Write semapv:{near[0] if near else JUSTIFICATIONS[0]}.",
            )
        return justification

    def _day(self) -> Literal:
        written = self.text("mapping_date")
        try:
            if not _DAY.fullmatch(written):
                raise ValueError(written)
            date.fromisoformat(written)
        except ValueError:
            raise self.error(
                f"`mapping_date` is {written!r}, which is no date.", "Write it as 2020-10-04."
            ) from None
        return Literal(written, datatype=XSD.date, normalize=False)

    def _confidence(self) -> Literal | None:
        written = self.text("confidence")
        if not written:
            return None
        if not _CONFIDENCE.fullmatch(written):
            raise self.error(f"`confidence` is {written!r}.", "Write a number from 0 to 1, such as 0.9.")
        return Literal(f"{Decimal(written).normalize():f}", datatype=XSD.decimal, normalize=False)
