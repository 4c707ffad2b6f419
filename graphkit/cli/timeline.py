"""The command that tells what happened in order: timeline."""

from typing import Annotated

import typer

from graphkit.cli.options import (
    AsOfOption,
    CaseOption,
    Format,
    FormatOption,
    InternalOption,
    Neo4jOption,
    OutputOption,
    WhoArgument,
    open_store,
    show,
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(timeline)


def timeline(
    who: WhoArgument,
    days: Annotated[
        int, typer.Option(min=0, max=3650, help="How many days before and after a listing are near.")
    ] = 180,
    reach: Annotated[int, typer.Option(min=1, max=12, help="Steps up to the holders whose listings count.")] = 1,
    measure: Annotated[str | None, typer.Option(help="Listings that count: a measure, or any.")] = None,
    as_of: AsOfOption = None,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Names, flags, owners, listings and events in order, and what changed near a listing.

    Example: graphkit timeline 7303803
    """
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.evidence import measures_named
    from graphkit.analyse.timeline.timeline import TimelineOptions
    from graphkit.analyse.timeline.timeline import timeline as tell

    options = TimelineOptions(days=days, reach=reach, measures=measures_named(measure))
    with open_store(case, neo4j, internal) as store:
        show(tell(store, who, day_of(as_of), options), form, output)
