"""The commands ``fmt`` and ``diff``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claimgraph.options import AsJson, Graph


class DiffFormat(StrEnum):
    """How a comparison is written."""

    text = "text"
    markdown = "markdown"
    json = "json"


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("fmt")(fmt)
    app.command("diff")(diff)


def fmt(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Turtle files, or folders of them; without any, those of the graph.",
            show_default=False,
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; only tell which files are in another form.")
    ] = False,
    graph: Graph = None,
) -> None:
    """Bring Turtle files into the form that is kept: layout, prefix lines, order of what is numbered.

    Comments and content stay. Exit code 0: all are in that form now; 1: with --check, some are not; 2: some
    could not be read.
    """
    from claimgraph.changes import commands

    raise typer.Exit(commands.fmt(paths or [], graph, check=check))


def diff(  # noqa: PLR0917
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help="A git revision, a graph folder, or a release (a folder that build wrote)."
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[NEW]", help="The same; without it, the files as they are now.", show_default=False
        ),
    ] = None,
    output: Annotated[
        DiffFormat, typer.Option("--format", help="How to write it; markdown is for a pull request.")
    ] = DiffFormat.text,
    as_json: AsJson = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Cut no list. Otherwise the terminal and Markdown show twenty each.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="End with 1 if there is any difference, as git does.")
    ] = False,
    graph: Graph = None,
) -> None:
    """Tell what a change does to the graph: claims, contests, figures, links, answers of stored questions.

    The work tree is not touched. Exit code 0: compared; 1: different, with --exit-code; 2: not compared.
    """
    from claimgraph.changes import commands

    chosen = "json" if as_json else output.value
    raise typer.Exit(commands.diff(old, new, graph, chosen, everything=everything, exit_code=exit_code))
