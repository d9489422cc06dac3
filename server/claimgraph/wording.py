"""A SHACL result as a finding: where it stands, and what is wrong in plain words."""

from __future__ import annotations

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from claimgraph.findings import Finding, Severity
from claimgraph.load import Loaded, Position
from claimgraph.namespaces import RDF, SH, compact
from claimgraph.settings import DEFAULTS

_SEVERITIES: dict[Node | None, Severity] = {SH.Warning: "warning", SH.Info: "info"}
_OPERATORS = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}
_COUNTS = {SH.MinCountConstraintComponent, SH.MaxCountConstraintComponent}
_LACKS = {SH.MinCountConstraintComponent, SH.QualifiedMinCountConstraintComponent}


class Wording:
    """Turns the results of one run into findings.

    ``graph`` is the graph that was validated; names, paths and positions come from ``loaded``.
    """

    def __init__(self, loaded: Loaded, graph: Graph) -> None:
        self._loaded = loaded
        self._graph = graph

    def finding(self, report: Graph, result: Node) -> Finding:
        """Give one ``sh:ValidationResult`` its place, its sentence and, from ``sh:message``, its remedy."""
        shape = report.value(result, SH.sourceShape)
        component = report.value(result, SH.sourceConstraintComponent)
        focus = report.value(result, SH.focusNode)
        value = report.value(result, SH.value)
        path = report.value(result, SH.resultPath)
        if isinstance(path, BNode):
            # The report copies the path; the shape has the original.
            path = self._taken(self._loaded.shapes.value(shape, SH.path), focus, value)
        messages = sorted(str(message) for message in report.objects(result, SH.resultMessage))
        place = self._place(focus, path, value)
        return Finding(
            _SEVERITIES.get(report.value(result, SH.resultSeverity), "violation"),
            place.file if place else None,
            place.line if place else None,
            self._sentence(shape, component, focus, path, value),
            " ".join(messages),
            focus,
            path if isinstance(path, URIRef) else None,
            value,
            source=str(shape) if isinstance(shape, URIRef) else compact(shape, self._loaded.prefixes),
            component=str(component),
        )

    def _taken(self, path: Node | None, focus: Node | None, value: Node | None) -> Node | None:
        """Of several properties that a path allows, the one that led to the value; else the path itself."""
        shapes = self._loaded.shapes
        if path is not None and (choice := shapes.value(path, SH.alternativePath)) is not None:
            for part in shapes.items(choice):
                if (focus, part, value) in self._graph:
                    return part
        return path

    def _place(self, focus: Node | None, path: Node | None, value: Node | None) -> Position | None:
        """The line of the triple at fault, else of the node at fault, else of the focus node."""
        positions = self._loaded.positions
        if focus is None or (path is None and value == focus):
            return positions.subject(focus)
        if isinstance(path, URIRef):
            found = positions.find(focus, path, value)
            # A query of a shape may find fault with another node than the one that it starts from.
            elsewhere = self._subject(focus, path, value)
            return found if elsewhere == focus else positions.find(elsewhere, path)
        if path is None and (other := positions.subject(value)):
            return other
        return positions.subject(focus)

    def _subject(self, focus: Node | None, path: Node | None, value: Node | None) -> Node | None:
        """What a sentence is about: the focus node, or what a query of the shape found from there."""
        if isinstance(value, URIRef | BNode) and value != focus:
            if path is None:
                return value
            if (focus, path, value) not in self._graph and (value, path, None) in self._graph:
                return value
        return focus

    def _sentence(
        self,
        shape: Node | None,
        component: Node | None,
        focus: Node | None,
        path: Node | None,
        value: Node | None,
    ) -> str:
        subject = self._name(self._subject(focus, path, value))
        title = self._loaded.shapes.value(shape, SH.name) if shape is not None else None
        rule = f"“{title}”" if title else self._name(shape)
        written = self._path(path) if path is not None else ""
        if component == SH.ClosedConstraintComponent:
            return f"{subject} has the property {written} with the value {self._name(value)}."
        if component in _COUNTS and isinstance(path, URIRef) and focus is not None:
            values = sorted(self._name(each) for each in self._graph.objects(focus, path))
            if not values:
                return f"{subject} has no {written}."
            return f"{subject} has {len(values)} of {written}: {', '.join(values)}."
        if component in _LACKS:
            return f"{subject} lacks {rule}."
        if path is not None and value is not None and self._subject(focus, path, value) == focus:
            return f"{subject} has the {written} {self._name(value)}, against {rule}."
        return f"{subject} does not keep to {rule}."

    def _name(self, term: Node | None) -> str:
        written = compact(term, self._loaded.prefixes)
        if isinstance(term, Literal) and len(written) > DEFAULTS.quoted_characters:
            return f"{written[: DEFAULTS.quoted_characters]}…"
        return written

    def _path(self, path: Node) -> str:
        """Write a property path as SPARQL does."""
        shapes = self._loaded.shapes
        if isinstance(path, URIRef):
            return compact(path, self._loaded.prefixes)
        if (path, RDF.first, None) in shapes:
            return "/".join(self._path(part) for part in shapes.items(path))
        if (inner := shapes.value(path, SH.inversePath)) is not None:
            return f"^{self._path(inner)}"
        if (inner := shapes.value(path, SH.alternativePath)) is not None:
            return f"({'|'.join(self._path(part) for part in shapes.items(inner))})"
        for operator, sign in _OPERATORS.items():
            if (inner := shapes.value(path, operator)) is not None:
                return f"({self._path(inner)}){sign}"
        return "path"
