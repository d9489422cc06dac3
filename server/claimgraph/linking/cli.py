"""The command ``claimgraph link``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimgraph.options import AsJson, Graph, PlainChoice, PlainFormat


def add_to(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(link)


def link(  # noqa: PLR0917
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY]...",
            help="Entities as prefix:name or IRI; without any, all that have no decision.",
            show_default=False,
        ),
    ] = None,
    audit: Annotated[
        bool,
        typer.Option(
            "--audit",
            help="Look at decided rows again: item deleted or merged, renamed, of another type, elsewhere. "
            "Changes nothing; exit code 1 if something is wrong.",
        ),
    ] = False,
    offline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Take candidates from this file (TSV, or JSON as --json writes it) and ask nobody.",
            show_default=False,
        ),
    ] = None,
    service: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Let this reconciliation service (version 0.2 of the API) find candidates too.",
            show_default=False,
        ),
    ] = None,
    api: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The api.php to ask instead of Wikidata's own, for a mirror with the same items.",
            show_default=False,
        ),
    ] = None,
    author: Annotated[
        str | None,
        typer.Option(
            metavar="WHO",
            help="Who decides: a name or an ORCID iD, several with | between. Without it, git's user.name.",
            show_default=False,
        ),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Where the host that is asked can reach you; goes into the User-Agent.",
            show_default=False,
        ),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=600, metavar="SECONDS", help="How long to wait for an answer.")
    ] = 20.0,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ask anew instead of using answers kept for a day.")
    ] = False,
    shown: Annotated[
        int, typer.Option(min=1, max=50, metavar="NUMBER", help="How many candidates to show for an entity.")
    ] = 5,
    output: PlainChoice = PlainFormat.text,
    as_json: AsJson = False,
    graph: Graph = None,
) -> None:
    """Find Wikidata items for entities, with reasons, and decide at the keyboard; each is saved at once.

    With --format json, or without a terminal, candidates are listed and nothing is decided.
    Exit code 0: done; 1: --audit found something wrong; 2: it could not be done.
    """
    from claimgraph.linking import session
    from claimgraph.linking.deciding import Keyboard

    wants_json = as_json or output is PlainFormat.json
    wishes = session.Wishes(graph, offline, author, fresh, shown, wants_json)
    settings = session.checked_settings(api, service, contact, timeout)
    # A pipe decides nothing: what is decided was seen.
    here = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    world = session.World(keyboard=Keyboard(input, _say) if here else None)
    act = session.audit_links if audit else session.link
    raise typer.Exit(act(entities or [], wishes, settings, world))


def _say(text: str) -> None:
    from claimgraph.console import write

    write(f"{text}\n")
