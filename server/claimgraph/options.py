"""The options that commands share, and those of ``serve``, which are many."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class ReportFormat(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"
    github = "github"
    turtle = "turtle"


class PlainFormat(StrEnum):
    """How what a command has to tell is written."""

    text = "text"
    json = "json"


class AnswerFormat(StrEnum):
    """How the answer to a query is written."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    rdfxml = "rdfxml"
    jsonld = "jsonld"


class Engine(StrEnum):
    """Who draws conclusions and validates."""

    reference = "reference"


Graph = Annotated[
    Path | None,
    typer.Option(
        "--graph",
        metavar="DIR",
        help="The graph to read: a folder with ontology/, data/ and shapes/. Without it, the nearest "
        "enclosing one, else the copy that came with claimgraph.",
        show_default=False,
    ),
]
PlainChoice = Annotated[PlainFormat, typer.Option("--format", help="How to write it.")]
AsJson = Annotated[bool, typer.Option("--json", hidden=True, help="The same as --format json.")]
EngineChoice = Annotated[
    Engine,
    typer.Option("--engine", help="Draw conclusions with owlrl and validate with pyshacl (reference)."),
]

ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="Validate only what differs from this git revision and what depends on that; says what it left "
        "out.",
        show_default=False,
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="First mend what a machine may mend: layout, order, prefix lines, and digests and lengths if "
        "--sources gives the texts. Content is never changed.",
    ),
]
Sources = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        metavar="DIR",
        envvar="CLAIMGRAPH_SOURCES",
        help="With --fix: the folder of the article texts (*.txt).",
        show_default=False,
    ),
]

Host = Annotated[str, typer.Option("--host", help="The address to listen on.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")]
AllowService = Annotated[
    list[str] | None,
    typer.Option(
        metavar="HOST",
        help="Ask this host for SERVICE clauses that name it; without, none is asked. Repeatable.",
        show_default=False,
    ),
]
RootPath = Annotated[
    str,
    typer.Option(
        metavar="PATH", help="The path under which a proxy shows the endpoint, and which it takes off."
    ),
]
TrustProxy = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ADDRESS",
        help="Believe X-Forwarded-Proto and X-Forwarded-For from this address or network. Repeatable.",
        show_default=False,
    ),
]
QueryTimeout = Annotated[
    float, typer.Option(min=0.1, max=86_400, metavar="SECONDS", help="How long a query may run.")
]
MemoryLimit = Annotated[
    int, typer.Option(min=16, metavar="MB", help="How much memory a query may take beside the data.")
]
ResultLimit = Annotated[int, typer.Option(min=1, metavar="MB", help="How large an answer may be.")]
Workers = Annotated[
    int,
    typer.Option(
        min=0,
        metavar="NUMBER",
        help=(
            "How many queries are worked on at once, half of them quick ones; 0 is two for each processor. "
            "Half as many again answer small queries over connections that stay open."
        ),
    ),
]
ReleaseFolder = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Serve the release in this folder, and each new one that claimgraph build puts there.",
        show_default=False,
    ),
]
QuadsFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Serve this file of N-Quads with its own graphs, whatever they hold, also after it changed.",
        show_default=False,
    ),
]
ArticleTexts = Annotated[
    Path | None,
    typer.Option(
        "--sources",
        metavar="DIR",
        envvar="CLAIMGRAPH_SOURCES",
        help="Show passages in place, from the article texts (*.txt) in this folder; on this machine only.",
        show_default=False,
    ),
]
PublishTexts = Annotated[
    bool,
    typer.Option(
        "--publish-texts",
        help="Show passages also where others can reach the server: at another --host, or behind a proxy.",
    ),
]
LogQueries = Annotated[
    bool, typer.Option("--log-queries", help="Write the text of each query into the log too.")
]
