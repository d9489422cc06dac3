"""The command ``claimgraph``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from claimgraph import __version__, options
from claimgraph.changes import cli as changes
from claimgraph.console import note
from claimgraph.drafting import cli as drafting
from claimgraph.errors import ClaimgraphError
from claimgraph.linking import cli as linking
from claimgraph.options import (
    AnswerFormat,
    AsJson,
    Engine,
    EngineChoice,
    Graph,
    PlainChoice,
    PlainFormat,
    ReportFormat,
)
from claimgraph.settings import DEFAULTS, SERVED

app = typer.Typer(
    name="claimgraph",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Who said what, on whose behalf, who denies it, and where in the article that stands.",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimgraph {__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the whole trace when claimgraph itself fails.")
    ] = False,
) -> None:
    """Take the options that come before the command."""


@app.command()
def check(  # noqa: PLR0917
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Show only what concerns these files or folders of the graph; all of it is read anyway.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        ReportFormat, typer.Option("--format", help="How to write what was found.")
    ] = ReportFormat.text,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    require_targets: Annotated[
        bool, typer.Option("--require-targets", help="Let a shape fail that finds nothing to look at.")
    ] = False,
    changed_since: options.ChangedSince = None,
    fix: options.Fix = False,
    sources: options.Sources = None,
    as_json: AsJson = False,
    engine: EngineChoice = Engine.reference,
    graph: Graph = None,
) -> None:
    """Read the graph, validate it, close it, validate what follows, and run the stored questions.

    Exit code 0: valid; 1: there are violations; 2: it could not be checked.
    """
    from claimgraph import commands

    if fix:
        from claimgraph.changes.commands import fix as mend

        mend(graph, paths or [], sources)
    raise typer.Exit(
        commands.check(
            graph,
            paths or [],
            "json" if as_json else output.value,
            strict=strict,
            require_targets=require_targets,
            changed_since=changed_since,
        )
    )


@app.command()
def build(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where to write the release.")],
    engine: EngineChoice = Engine.reference,
    graph: Graph = None,
) -> None:
    """Check the graph and write its release: the same bytes for the same input."""
    from claimgraph import commands

    raise typer.Exit(commands.build(graph, out))


@app.command()
def query(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A file with a SPARQL query, or - for standard input.")
    ],
    output: Annotated[
        AnswerFormat | None,
        typer.Option(
            "--format", help="Table by default, Turtle for CONSTRUCT and DESCRIBE.", show_default=False
        ),
    ] = None,
    engine: EngineChoice = Engine.reference,
    graph: Graph = None,
) -> None:
    """Ask the graph a SPARQL query, with everything that follows from it; nothing is validated first."""
    from claimgraph import commands

    raise typer.Exit(commands.query(graph, file, output.value if output else None))


@app.command()
def serve(  # noqa: PLR0917
    host: options.Host = DEFAULTS.host,
    port: options.Port = DEFAULTS.port,
    quads: options.QuadsFile = None,
    release: options.ReleaseFolder = None,
    query_timeout: options.QueryTimeout = DEFAULTS.query_seconds,
    memory_limit: options.MemoryLimit = DEFAULTS.memory_megabytes,
    result_limit: options.ResultLimit = DEFAULTS.result_megabytes,
    workers: options.Workers = DEFAULTS.workers,
    allow_service: options.AllowService = None,
    root_path: options.RootPath = "",
    trust_proxy: options.TrustProxy = None,
    log_queries: options.LogQueries = False,
    sources: options.ArticleTexts = None,
    publish_texts: options.PublishTexts = False,
    engine: EngineChoice = Engine.reference,
    graph: Graph = None,
) -> None:
    """Check the graph and serve it as a SPARQL endpoint, with a page for browsers, until Ctrl-C."""
    from claimgraph.serve import Front, Given, Shown, serve

    settings = replace(
        SERVED,
        service_hosts=tuple(allow_service or ()),
        query_seconds=query_timeout,
        memory_megabytes=memory_limit,
        result_megabytes=result_limit,
        workers=workers,
        log_queries=log_queries,
    )
    front = Front(host, port, root_path, trust_proxy or [])
    shown = Shown(sources, publish_texts)
    raise typer.Exit(serve(Given(graph, release, quads), front, settings, shown))


@app.command(context_settings={"ignore_unknown_options": True})
def explain(  # noqa: PLR0917
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="As prefix:name or full IRI.")],
    predicate: Annotated[str, typer.Argument(metavar="PREDICATE", help="The same, or a for the type.")],
    value: Annotated[str, typer.Argument(metavar="OBJECT", help="The same, or a literal in Turtle syntax.")],
    output: PlainChoice = PlainFormat.text,
    as_json: AsJson = False,
    engine: EngineChoice = Engine.reference,
    graph: Graph = None,
) -> None:
    """Say where a triple is asserted, or which rule or axiom gives it, from which triples.

    Exit code 0: the triple is in the graph; 1: it is not; 2: it cannot be read.
    """
    from claimgraph import commands

    raise typer.Exit(
        commands.explain(graph, (subject, predicate, value), "json" if as_json else output.value)
    )


@app.command()
def verify(
    sources: Annotated[
        Path | None,
        typer.Option(
            "--sources",
            metavar="DIR",
            help="The folder of the article texts (*.txt); only --coverage does without.",
            show_default=False,
        ),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option(
            "--coverage",
            help="Show for each sentence the claims that rest on it and what of it no claim covers: in words "
            "if --sources gives the text, else as offsets. Each sentence needs a claim or a right excuse.",
        ),
    ] = False,
    output: PlainChoice = PlainFormat.text,
    as_json: AsJson = False,
    graph: Graph = None,
) -> None:
    """Hold the graph against the article texts: digests, spans, tiling, and no text copied at length.

    Exit code 0: all agrees; 1: there are violations; 2: it could not be verified.
    """
    from claimgraph import commands

    raise typer.Exit(commands.verify(graph, sources, "json" if as_json else output.value, coverage=coverage))


changes.add_to(app)

drafting.add_to(app)
linking.add_to(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; whatever goes wrong ends in a plain sentence and exit code 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        app(args=given, prog_name="claimgraph")
    except ClaimgraphError as error:
        note(str(error))
    except Exception as error:
        if "--debug" in given:
            raise
        note(f"claimgraph itself failed, which is a fault of its own: {type(error).__name__}: {error}")
        note(f"To see where, for a report: claimgraph --debug {' '.join(given)}")
    sys.exit(2)
