"""The derivation rules of ``ontology/rules/``: one SPARQL CONSTRUCT each, explainable by its own patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath

import pyoxigraph as ox
from rdflib import URIRef, Variable
from rdflib.paths import Path
from rdflib.term import Node

from claimgraph.errors import RuleError
from claimgraph.namespaces import RULE, compact
from claimgraph.patterns import Branch, Construct, Pattern, read_construct
from claimgraph.terms import Triple, quad, sort_key, to_oxigraph, to_rdflib
from claimgraph.textfile import read_text

_FIELD = re.compile(r"#\+ ?([A-Za-z-]+):\s*(.*)")
_CONTINUED = re.compile(r"#\+\s+(\S.*)")
_FIELDS = ("summary", "definition", "stratum", "unless")
_REMEDY = "A rule file begins with '#+ summary: …', '#+ definition: …' and, if not 1, '#+ stratum: N'."


@dataclass(frozen=True)
class Rule:
    """One named derivation rule.

    ``definition`` is a sentence that says what the derived triple means; ``unless`` says in words what each
    FILTER NOT EXISTS rules out, in their order, where the file has such lines. A stratum runs to its fixpoint
    before the next begins. ``file`` is the name shown to the user.
    """

    name: str
    iri: URIRef
    summary: str
    definition: str
    stratum: int
    text: str
    file: str
    unless: tuple[str, ...]
    construct: Construct


@dataclass(frozen=True)
class Support:
    """One way in which a rule gives a triple: the triples it rests on, and what it found absent, in words."""

    premises: tuple[Triple, ...]
    absences: tuple[str, ...]


def read_rule(path: FilePath, shown: str) -> Rule:
    """Read a rule file: header comments in grlc style, then one CONSTRUCT.

    ``shown`` is the file name for messages. Raises RuleError with line and remedy for whatever is not a rule.
    """
    text = read_text(path, shown, RuleError)
    header = _header(text, shown)
    return Rule(
        name=path.stem,
        iri=URIRef(RULE + path.stem),
        summary=_required(header, "summary", shown),
        definition=_required(header, "definition", shown),
        stratum=_stratum(header, shown),
        text=text,
        file=shown,
        unless=tuple(value for _, value in header.get("unless", [])),
        construct=read_construct(text, shown),
    )


def derive(rule: Rule, store: ox.Store) -> set[Triple]:
    """Give every triple that the rule derives from the default graph of the store, known or new."""
    found = store.query(rule.construct.text)
    if not isinstance(found, ox.QueryTriples):
        raise TypeError("a rule is a CONSTRUCT query")
    return {
        (to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)) for triple in found
    }


def supports(
    rule: Rule, store: ox.Store, triple: Triple, prefixes: Mapping[str, str] | None = None
) -> list[Support]:
    """Find every way in which the rule gives this triple, each with the triples of the store it rests on.

    The rule's WHERE runs as SELECT * with what the template and the triple fix already filled in. For a UNION
    only a branch whose patterns are all bound and present counts; patterns inside FILTER NOT EXISTS are no
    premises but absences, told by the rule's ``unless`` lines or else by the pattern. Empty if it does not.
    """
    found: dict[tuple[Triple, ...], Support] = {}
    for pattern in rule.construct.template:
        fixed = _match(pattern, triple)
        if fixed is None:
            continue
        for solution in _solutions(rule, store, fixed):
            if _instance(pattern, solution) != triple:
                continue
            for branch in rule.construct.branches:
                premises = _premises(branch, solution, store)
                if premises is not None:
                    absences = _absences(rule, branch, solution, prefixes or {})
                    found.setdefault(premises, Support(premises, absences))
    return [found[premises] for premises in sorted(found, key=lambda key: [sort_key(part) for part in key])]


def _header(text: str, shown: str) -> dict[str, list[tuple[int, str]]]:
    fields: dict[str, list[tuple[int, str]]] = {}
    last = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#+"):
            continue
        field, continued = _FIELD.fullmatch(line.rstrip()), _CONTINUED.fullmatch(line.rstrip())
        if field and field[1] in _FIELDS:
            last = field[1]
            if last in fields and last != "unless":
                raise RuleError(
                    shown, number, None, f"The header gives '{last}' twice.", "Keep one of the two."
                )
            fields.setdefault(last, []).append((number, field[2]))
        elif continued and last and not field:
            start, value = fields[last][-1]
            fields[last][-1] = (start, f"{value} {continued[1]}")
        else:
            raise RuleError(shown, number, None, f"This header line is not understood: {line!r}.", _REMEDY)
    return fields


def _required(header: Mapping[str, list[tuple[int, str]]], field: str, shown: str) -> str:
    value = header.get(field, [(0, "")])[0][1].strip()
    if not value:
        raise RuleError(shown, 1, None, f"The rule has no {field}.", _REMEDY)
    return value


def _stratum(header: Mapping[str, list[tuple[int, str]]], shown: str) -> int:
    line, value = header.get("stratum", [(1, "1")])[0]
    if not re.fullmatch(r"\d{1,3}", value.strip()):
        raise RuleError(shown, line, None, f"The stratum is {value!r}.", "Give a whole number from 0 on.")
    return int(value)


def _match(pattern: Pattern, triple: Triple) -> dict[Variable, Node] | None:
    bindings: dict[Variable, Node] = {}
    for term, value in zip(pattern, triple, strict=True):
        if isinstance(term, Variable):
            if bindings.setdefault(term, value) != value:
                return None
        elif term != value:
            return None
    return bindings


def _solutions(rule: Rule, store: ox.Store, fixed: Mapping[Variable, Node]) -> Iterator[dict[Variable, Node]]:
    given: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(str(variable)): to_oxigraph(value) for variable, value in fixed.items()
    }
    found = store.query(rule.construct.select, substitutions=given)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("a rule's WHERE is a SELECT query")
    names = [variable.value for variable in found.variables]
    for solution in found:
        terms = {Variable(name): solution[name] for name in names}
        yield {variable: to_rdflib(term) for variable, term in terms.items() if term is not None}


def _instance(pattern: Pattern, solution: Mapping[Variable, Node]) -> tuple[object, ...]:
    return tuple(solution.get(term) if isinstance(term, Variable) else term for term in pattern)


def _premises(
    branch: Branch, solution: Mapping[Variable, Node], store: ox.Store
) -> tuple[Triple, ...] | None:
    premises: list[Triple] = []
    for pattern in branch.patterns:
        subject, predicate, value = _instance(pattern, solution)
        if not (isinstance(subject, Node) and isinstance(predicate, Node) and isinstance(value, Node)):
            return None
        if quad((subject, predicate, value), ox.DefaultGraph()) not in store:
            return None
        if (subject, predicate, value) not in premises:
            premises.append((subject, predicate, value))
    return tuple(premises)


def _absences(
    rule: Rule, branch: Branch, solution: Mapping[Variable, Node], prefixes: Mapping[str, str]
) -> tuple[str, ...]:
    if rule.unless:
        return rule.unless if branch.absences else ()
    return tuple(
        " . ".join(_words(pattern, solution, prefixes) for pattern in group) for group in branch.absences
    )


def _words(pattern: Pattern, solution: Mapping[Variable, Node], prefixes: Mapping[str, str]) -> str:
    words = []
    for term in pattern:
        value = solution.get(term, term) if isinstance(term, Variable) else term
        if isinstance(value, Variable):
            words.append(value.n3())
        elif isinstance(value, Path):
            words.append(re.sub(r"<[^>]*>", lambda iri: compact(URIRef(iri[0][1:-1]), prefixes), value.n3()))
        else:
            words.append(compact(value, prefixes))
    return " ".join(words)
