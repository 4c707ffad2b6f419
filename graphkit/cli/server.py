"""The commands `neo4j start | stop | status | load`: a real local server, and the case in it."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import CaseOption, Neo4jOption, case_folder

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", envvar="GRAPHKIT_NEO4J_HOME", help="Folder of the local server.", show_default=False),
]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(
        help="A real local Neo4j from Python packages alone, and loading the case into a server.", no_args_is_help=True
    )
    for command in (start, stop, status, load):
        group.command()(command)
    app.add_typer(group, name="neo4j")


def start(
    home: HomeOption = None,
    bolt_port: Annotated[int, typer.Option(help="Port for drivers; 0 takes a free one.")] = 7687,
    http_port: Annotated[int, typer.Option(help="Port for Neo4j Browser; 0 takes a free one.")] = 7474,
) -> None:
    """Start a local Neo4j; the first time it fetches the server's packages.

    Example: graphkit neo4j start
    """
    from graphkit import server

    info = server.start(
        home or server.default_home(),
        bolt_port=bolt_port,
        http_port=http_port,
        say=lambda line: typer.echo(line, err=True),
    )
    typer.echo(f"Neo4j {info.version} runs at {info.uri}, Neo4j Browser at {info.http_url}, user {info.user}.")
    typer.echo(f"Its password is in {info.home / 'password'}.", err=True)


def stop(home: HomeOption = None) -> None:
    """Stop the local Neo4j.

    Example: graphkit neo4j stop
    """
    from graphkit import server

    typer.echo(f"Stopped the Neo4j at {server.stop(home or server.default_home()).uri}.")


def status(home: HomeOption = None) -> None:
    """Say whether the local Neo4j runs, and where.

    Example: graphkit neo4j status
    """
    from graphkit import server

    typer.echo(str(server.status(home or server.default_home())))


def load(case: CaseOption = None, neo4j: Neo4jOption = "") -> None:
    """Load the case into the server; repeating it changes nothing and completes a load that was cut short.

    Example: graphkit neo4j load --case case
    """
    from graphkit.cli.connection import connect
    from graphkit.cli.progress import status_line
    from graphkit.session.loading import load_into

    store = connect(neo4j)
    try:
        with status_line() as tell:
            report = load_into(case_folder(case), store, on=date.today(), progress=tell)
    finally:
        store.close()
    typer.echo(
        f"Loaded {report.nodes:,} nodes and {report.relationships:,} relationships in {report.seconds:.1f} s; "
        f"{report.removed:,} of an earlier load were removed."
    )
