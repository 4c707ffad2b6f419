"""The command `demo`: the main job on the sample case, without a server."""

from pathlib import Path
from typing import Annotated

import typer

DEMO_DAY = "2018-06-29"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where the demonstration is put.")] = Path("graphkit-demo"),
) -> None:
    """Build the sample case of 2018, trace AN SAN 1, and draw the picture. No server, nothing fetched.

    Example: graphkit demo
    """
    from graphkit.analyse.chains import trace
    from graphkit.analyse.day import as_of
    from graphkit.analyse.subgraph import of_trace
    from graphkit.present.diagram import render
    from graphkit.present.text import render as as_text
    from graphkit.session.building import build, sample_data
    from graphkit.session.stores import local_store

    case, picture = folder / "case", folder / "an-san-1.html"
    report = build([sample_data()], case)
    counts = report.manifest.counts
    typer.echo(
        f"Built the sample case of 2018 in {case}: {counts.get('vessel', 0)} vessels, "
        f"{counts.get('company', 0)} companies, {counts['links']} links, {counts['listings']} listings.\n"
    )
    answer = trace(local_store(case), "AN SAN 1", as_of(DEMO_DAY))
    typer.echo(as_text(answer, "table"))
    picture.write_text(render(of_trace(answer), picture.suffix), encoding="utf-8")
    typer.echo(f"The same as a picture: {picture}\n\nTry next:")
    for line in (
        f"graphkit trace 9003550 --case {case}",
        f"graphkit fleet gudzon --case {case}",
        f"graphkit path 9003550 8791667 --case {case}",
        f"graphkit show 8791667 --case {case}",
        f"graphkit coverage un-poe-2018 --case {case}",
    ):
        typer.echo(f"  {line}")
