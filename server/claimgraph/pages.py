"""The page for people: a form that works without scripts and without a network, and answers as a table.

Where scripts run, ``editor.js`` puts YASGUI in the place of the empty form. Answers and problems are pages
without scripts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

import pyoxigraph as ox
from jinja2 import Environment, PackageLoader, StrictUndefined

from claimgraph import snippets
from claimgraph.answers import Excerpt, Term
from claimgraph.assets import YASGUI
from claimgraph.namespaces import BASE, compact
from claimgraph.problems import Problem
from claimgraph.protocol import Parameters
from claimgraph.questions import Question
from claimgraph.settings import DEFAULTS
from claimgraph.site.addresses import Addresses
from claimgraph.site.menu import MENU
from claimgraph.terms import NUMBERS, to_rdflib

_FORMATS = (
    ("json", "JSON"),
    ("csv", "CSV (rows)"),
    ("tsv", "TSV (rows)"),
    ("xml", "XML"),
    ("turtle", "Turtle (triples)"),
    ("ntriples", "N-Triples (triples)"),
)
# Whatever a proxy puts before the path: all that this page leads to lies beside it.
_HERE = Addresses(".")
_LABELS = {
    "csv": "CSV",
    "json": "JSON",
    "xml": "XML",
    "turtle": "Turtle",
    "rdfxml": "RDF/XML",
    "jsonld": "JSON-LD",
}
_FIRST = """\
SELECT ?type (COUNT(?thing) AS ?things)
WHERE { ?thing a ?type }
GROUP BY ?type
ORDER BY DESC(?things)"""


@dataclass(frozen=True)
class Cell:
    """One cell: its text, the full IRI or datatype behind it, its language, and its kind (a CSS class).

    A name of ours has a page at ``href``, and perhaps a ``label``.
    """

    text: str
    title: str = ""
    language: str = ""
    kind: str = ""
    href: str = ""
    label: str = ""


@dataclass(frozen=True)
class Result:
    """An answer as the page shows it; ``links`` lead to the whole of it."""

    sentence: str
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Cell]] = ()
    text: str = ""
    links: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Bounds:
    """What the page says of limits: rows of a table on it, seconds of a query, megabytes of an answer."""

    rows: int
    seconds: float = DEFAULTS.query_seconds
    megabytes: int = DEFAULTS.result_megabytes


class Pages:
    """Writes the page; made once, used by every request. Only :meth:`form` gives one with scripts.

    ``prefixes`` shorten IRIs and are listed on the page, ``vocabulary`` is what the empty form begins with.
    With a ``site``, names of ours have pages, and this page has the same top as they.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        prefixes: Mapping[str, str],
        vocabulary: Mapping[str, str],
        *,
        bounds: Bounds,
        release: str = "",
        site: bool = False,
    ) -> None:
        environment = Environment(
            loader=PackageLoader("claimgraph"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.globals["menu"] = MENU
        self._template = environment.get_template("page.html")
        self._questions = {question.slug: question for question in sorted(questions, key=_by_topic)}
        self._prefixes = prefixes
        self._vocabulary = vocabulary
        self._bounds = bounds
        self._release = release
        self._site = site

    def knows(self, slug: str) -> bool:
        """Tell whether a stored question has this name."""
        return slug in self._questions

    def form(self, endpoint: str, slug: str | None = None, query: str = "") -> str:
        """Write the form, with a stored question in it if ``slug`` names one, else with a query if given."""
        question = self._questions.get(slug or "")
        text = question.text if question else query or f"{_declared(self._vocabulary)}\n{_FIRST}\n"
        problem = None
        if slug and question is None:
            problem = Problem(404, f"There is no stored question named {slug}.", "Choose one of the list.")
        editor = {
            "base": str(BASE),
            "site": self._site,
            "snippets": snippets.templates(endpoint),
            "prefixes": dict(self._prefixes),
            "questions": {
                each.slug: {"summary": each.summary, "text": each.text} for each in self._questions.values()
            },
            "question": question.summary if question else "",
            # The editor declares prefixes as they are used.
            "query": text if question or query else f"{_FIRST}\n",
            "shared": bool(query) and not question,
        }
        return self._page(endpoint, text, question=question, problem=problem, editor=editor)

    def answer(self, endpoint: str, parameters: Parameters, result: Result) -> str:
        """Write the form with the query that was asked, and its answer below."""
        return self._page(endpoint, parameters.query or "", dataset=parameters.dataset, result=result)

    def problem(self, endpoint: str, query: str, problem: Problem) -> str:
        """Write the form with the query that was asked, and why it has no answer."""
        return self._page(endpoint, query, problem=problem)

    def result(self, excerpt: Excerpt, parameters: Parameters) -> Result:
        """Make of the beginning of an answer what the page shows, and say how much there is."""
        if excerpt.form == "ask":
            return Result(f"The answer is {'yes' if excerpt.truth else 'no'}.")
        names = ("turtle", "rdfxml", "jsonld") if excerpt.form == "construct" else ("csv", "json", "xml")
        links = [(f"sparql?{_again(parameters, name)}", _LABELS[name]) for name in names]
        if excerpt.form == "construct":
            sentence = self._counted(excerpt.total, "triple", whole=True)
            return Result(sentence, text=excerpt.text, links=links)
        cells = [[self._cell(term, excerpt.labels) for term in row] for row in excerpt.rows]
        return Result(self._counted(excerpt.total, "row"), columns=excerpt.variables, rows=cells, links=links)

    def _counted(self, found: int, what: str, *, whole: bool = False) -> str:
        limit = self._bounds.rows
        if found > limit:
            total = f"{found:,}" if whole else f"more than {limit:,}"
            return f"The answer has {total} {what}s; this page shows the first {limit:,} only."
        return f"{found:,} {what}{'' if found == 1 else 's'}."

    def _cell(self, term: Term | None, labels: Mapping[str, str]) -> Cell:
        if term is None:
            return Cell("")
        if isinstance(term, ox.NamedNode):
            short, iri = compact(to_rdflib(term), self._prefixes), term.value
            if not self._site or not iri.startswith(BASE):
                return Cell(short, title=iri, kind="iri")
            return Cell(short, title=iri, kind="iri", href=_HERE.of(iri), label=labels.get(iri, ""))
        if isinstance(term, ox.Literal):
            datatype = term.datatype.value
            number = "number" if datatype in NUMBERS else ""
            return Cell(
                term.value, title="" if term.language else datatype, language=term.language or "", kind=number
            )
        return Cell(str(term), kind="iri")

    def _page(
        self,
        endpoint: str,
        query: str,
        *,
        question: Question | None = None,
        dataset: Sequence[tuple[str, str]] = (),
        result: Result | None = None,
        problem: Problem | None = None,
        editor: Mapping[str, object] | None = None,
    ) -> str:
        return self._template.render(
            at=_HERE,
            site=self._site,
            bounds=self._bounds,
            snippets=snippets.written(endpoint, query, dataset),
            question=question,
            editor=editor,
            yasgui=YASGUI,
            heading=question.summary if question else "Ask",
            summary=question.summary if question else "",
            query=query,
            rows=min(max(query.count("\n") + 2, 12), 30),
            dataset=dataset,
            formats=_FORMATS,
            result=result,
            problem=problem,
            topics=[(topic, [*found]) for topic, found in groupby(self._questions.values(), _topic)],
            declarations=_declared(self._prefixes),
            endpoint=endpoint,
            release=self._release,
        )


def _topic(question: Question) -> str:
    return question.topic


def _by_topic(question: Question) -> tuple[bool, str]:
    return not question.topic, question.topic


def _declared(prefixes: Mapping[str, str]) -> str:
    return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(prefixes.items()))


def _again(parameters: Parameters, name: str) -> str:
    return urlencode([("query", parameters.query or ""), *parameters.dataset, ("format", name)])
