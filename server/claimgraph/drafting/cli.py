"""The commands for those who add articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimgraph.options import AsJson, Graph, PlainChoice, PlainFormat


def add_to(app: typer.Typer) -> None:
    """Give an application the commands of this package."""
    app.command()(init)
    app.command()(draft)
    app.command()(passage)
    app.command()(mint)


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is new, or empty.")],
    output: PlainChoice = PlainFormat.text,
    as_json: AsJson = False,
) -> None:
    """Make a new graph directory, which is valid and can be served as it is, with one invented article."""
    from claimgraph.drafting import commands

    raise typer.Exit(commands.init(folder, "json" if as_json else output.value))


def draft(  # noqa: PLR0917
    text: Annotated[
        Path, typer.Argument(metavar="TEXT", help="The article as plain text, UTF-8, as you keep it.")
    ],
    key: Annotated[
        str | None,
        typer.Option(
            help="With what all its names begin; else the first letter that is free.", show_default=False
        ),
    ] = None,
    slug: Annotated[
        str | None,
        typer.Option(
            help="The name of its file in data/articles/; else that of the text.", show_default=False
        ),
    ] = None,
    label: Annotated[
        str | None, typer.Option(help="What to call it, in words of your own.", show_default=False)
    ] = None,
    language: Annotated[str, typer.Option(help="The language of the text.")] = "en",
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="When it was published.", show_default=False)
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where it was found.", show_default=False)] = None,
    outlet: Annotated[
        str | None, typer.Option(help="Whose it is: a cg:Outlet of the graph.", show_default=False)
    ] = None,
    dateline: Annotated[
        str | None, typer.Option(help="The cg:Place that its dateline names.", show_default=False)
    ] = None,
    encoder: Annotated[
        str | None, typer.Option(help="Who encodes it; else who publishes the dataset.", show_default=False)
    ] = None,
    output: PlainChoice = PlainFormat.text,
    as_json: AsJson = False,
    graph: Graph = None,
) -> None:
    """Write data/articles/SLUG.ttl from a text: metadata, its sentences, and suggestions for each.

    Suggestions are comments that begin with "# draft:". They are no part of the graph, and claimgraph check
    fails until the last one is gone.
    """
    from datetime import date as calendar

    from claimgraph.drafting import commands

    wanted = commands.Wanted(key, slug, label, language, date, url, outlet, dateline, encoder)
    raise typer.Exit(
        commands.draft(graph, text, wanted, calendar.today(), "json" if as_json else output.value)
    )


def passage(  # noqa: PLR0917
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Its name, key or file.")],
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...", help='All words of the passage, or "first words … last words" (or ...).'
        ),
    ],
    sources: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="The folder of the article texts (*.txt); else the one that CLAIMGRAPH_SOURCES names.",
            show_default=False,
        ),
    ] = None,
    sentence: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", help="Look in this sentence only.", show_default=False),
    ] = None,
    output: PlainChoice = PlainFormat.text,
    as_json: AsJson = False,
    graph: Graph = None,
) -> None:
    """Print the Turtle of passages, with their offsets, digests and the next free names.

    Append it to the file of the article. Quotation marks and hyphens may be typed plainly.
    """
    from claimgraph.drafting import commands

    raise typer.Exit(
        commands.passage(graph, article, words, sources, sentence, "json" if as_json else output.value)
    )


def mint(  # noqa: PLR0917
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="What it is: person, place, event, claim, agency proposition …"),
    ],
    label: Annotated[
        str, typer.Argument(metavar="LABEL", help="What to call it; for a name use, the form itself.")
    ],
    name: Annotated[
        str | None,
        typer.Option(help="The name after the prefix; else made from the label.", show_default=False),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="The article in whose file it stands.", show_default=False),
    ] = None,
    sentence: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="The sentence it is read from.", show_default=False)
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="place:NAME", help="Where an event is placed.", show_default=False)
    ] = None,
    reported: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="When an event was first reported.", show_default=False),
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="TURTLE",
            help="A property and its values, such as 'cg:claimant actor:mira-oss'. Repeatable.",
            show_default=False,
        ),
    ] = None,
    output: PlainChoice = PlainFormat.text,
    as_json: AsJson = False,
    graph: Graph = None,
) -> None:
    """Describe a new thing: a block in the right file, in its order, under the name that the rule gives.

    What is described already is refused, and what has a name like it is told.
    """
    from claimgraph.drafting import commands
    from claimgraph.drafting.mint import Wish

    wish = Wish(kind, label, name, article, sentence, place, reported, tuple(values or ()))
    raise typer.Exit(commands.mint(graph, wish, "json" if as_json else output.value))
