"""The command `diagram`: the chains to listed parties as a picture."""

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import (
    AsOfOption,
    CaseOption,
    InternalOption,
    MaxHopsOption,
    Neo4jOption,
    WhoArgument,
    open_store,
    write,
)
from graphkit.model.vocabulary import Mode


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(diagram)


def diagram(
    who: WhoArgument,
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The file; its suffix says what is drawn: .svg or .html.")
    ],
    mode: Annotated[Mode | None, typer.Option(help="Only chains of this mode; all three unless named.")] = None,
    as_of: AsOfOption = None,
    max_hops: MaxHopsOption = 8,
    case: CaseOption = None,
    neo4j: Neo4jOption = "",
    internal: InternalOption = False,
) -> None:
    """The chains from a vessel or company to listed parties, as a picture that can be published.

    Example: graphkit diagram 7303803 -o an-san-1.svg
    """
    from graphkit.analyse.chains import trace
    from graphkit.analyse.day import as_of as day_of
    from graphkit.analyse.subgraph import of_trace
    from graphkit.analyse.upward import TraceOptions
    from graphkit.present.diagram import render

    with open_store(case, neo4j, internal) as store:
        answer = trace(store, who, day_of(as_of), TraceOptions(mode=mode, max_hops=max_hops))
    write(render(of_trace(answer), output.suffix), output)
    typer.echo(f"Drawn: {output}", err=True)
