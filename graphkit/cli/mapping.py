"""The command `map`: which columns of a foreign table are which of ours, as a proposal to read and correct."""

import json
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import Format, write


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("map")(propose)


def propose(
    table: Annotated[Path, typer.Argument(metavar="FILE", help="A foreign table: CSV or TSV.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write the mapping to this file, such as mapping.toml.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="table (the TOML) or json.")] = Format.TABLE,
) -> None:
    """Propose a mapping.toml for a foreign table, by the names of its columns and by their values.

    Read it before you use it: `graphkit build FILE --mapping mapping.toml`, or leave it beside the file.

    Example: graphkit map anteile.csv -o mapping.toml
    """
    from graphkit.present.mapping_text import mapping_text
    from graphkit.present.plain import plain
    from graphkit.present.safe import for_terminal
    from graphkit.session.mapping import propose_mapping, read_without_mapping

    proposed = propose_mapping(table)
    if form is Format.JSON:
        write(json.dumps(plain(proposed), ensure_ascii=False, indent=2) + "\n", output)
    else:
        write(mapping_text(proposed, table.name), output)
    if known := read_without_mapping(table):
        typer.echo(f"note: {for_terminal(table.name)} is also read without a mapping ({known})", err=True)
