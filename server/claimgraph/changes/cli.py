"""The commands ``fmt`` and ``diff``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.options import Graph


def add_to(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("fmt")(fmt)


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
