"""The command `network`: what lies around listed parties, or around one party."""

from typing import Annotated

import typer

from graphkit.cli.options import (
    AsOfOption,
    CaseOption,
    Format,
    FormatOption,
    InternalOption,
    OutputOption,
    open_store,
    show,
)
from graphkit.errors import WrongUse


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(network)


def network(
    who: Annotated[
        str | None, typer.Argument(help="A party to look around: an id, a number or a name. Unless named, all listed.")
    ] = None,
    to: Annotated[
        str, typer.Option(help="Whose listings count: sanctioned, or an authority such as OFAC.")
    ] = "sanctioned",
    as_of: AsOfOption = None,
    hops: Annotated[int, typer.Option("--hops", min=1, max=6, help="How many steps to look around.")] = 2,
    limit: Annotated[int, typer.Option(min=1, help="Most results of each kind.")] = 10,
    case: CaseOption = None,
    neo4j: Annotated[str, typer.Option("--neo4j", hidden=True)] = "",
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Communities, hubs, brokers, shared addresses and managers, and single-ship companies around listed parties.

    Example: graphkit network "Gudzon Shipping Co LLC" --as-of 2018-09-01
    """
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.network import network as look_around

    if neo4j:
        raise WrongUse(
            "network is asked of a case and not of a server; leave --neo4j out and name the case: --case DIR."
        )
    with open_store(case, "", internal) as store:
        show(look_around(store, day_of(as_of), who, to=to, hops=hops, limit=limit), form, output)
