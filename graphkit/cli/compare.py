"""Commands on names and tables without a case: compare two names or a table of pairs, resolve a table of records."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import Format, write
from graphkit.cli.progress import note, status_line

if TYPE_CHECKING:
    import pandas as pd

KindOption = Annotated[str, typer.Option("--kind", help="vessel, company, organization or person.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(compare)
    app.command()(resolve)


def compare(
    left: Annotated[str, typer.Argument(help="A name.", show_default=False)] = "",
    right: Annotated[str, typer.Argument(help="Another name.", show_default=False)] = "",
    kind: KindOption = "company",
    file: Annotated[Path | None, typer.Option("--file", help="A table of pairs: left, right[, kind].")] = None,
    format: Annotated[
        Format | None, typer.Option("--format", help="table unless named; csv for a table of pairs.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write the answer to this file.")] = None,
) -> None:
    """How likely two names are one party's: similarity, screen, merge, and the sum of the evidence.

    Example: graphkit compare "WAN HENG 11" "WANHENG NO. 11" --kind vessel
    """
    from graphkit.errors import WrongUse
    from graphkit.present.comparison import render
    from graphkit.session import matching

    if bool(file) == bool(left or right):
        raise WrongUse("Name two names, or a table of pairs with --file.")
    if not file:
        if not (left and right):
            raise WrongUse("Two names are compared; only one was given.")
        write(render(matching.compare(left, right, kind), (format or Format.TABLE).value), output)
        return
    with status_line() as tell:
        answer = matching.compare_table(
            file, kind=kind, tell=note, progress=lambda done, whole: tell(f"{done:,} of {whole:,} pairs")
        )
    _write_table(answer, format or Format.CSV, output)


def resolve(
    table: Annotated[Path, typer.Argument(help="Records: the columns of an entities table, the first one the key.")],
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Write id, entity_id to this file.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="Kind of the rows that state none.")] = "",
    rules: Annotated[
        str, typer.Option("--rules", help="likely, sure (98 in 100), or build (never by a name alone).")
    ] = "likely",
    pairs: Annotated[Path | None, typer.Option("--pairs", help="Write the judged pairs to this file as well.")] = None,
    candidates: Annotated[
        Path | None, typer.Option("--candidates", help="Write every pair that was compared, for evaluate --blocking.")
    ] = None,
    weights: Annotated[
        Path | None, typer.Option("--weights", help="Weights of your own instead of those shipped.")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="csv, json, jsonl or table.")] = Format.CSV,
) -> None:
    """Which rows of a table are the same vessel, company or person; every row comes back, in its order.

    Example: graphkit resolve fleet.csv -o entities.csv
    """
    from graphkit.session import matching

    with status_line() as tell:
        tell("reading")
        found = matching.resolve_table(
            table,
            kind=kind,
            rules=rules,
            weights=weights,
            with_compared=candidates is not None,
            tell=note,
            progress=lambda done, whole: tell(f"{done:,} of {whole:,} pairs compared"),
        )
    entities = found.entities()
    _write_table(entities, format, output)
    if pairs:
        _write_table(found.pairs(), Format.CSV, pairs)
    if candidates:
        _write_table(found.compared(), Format.CSV, candidates)
    for alarm in found.found.alarms:
        note(alarm)
    distinct = entities["entity_id"].nunique()
    typer.echo(
        f"{len(entities):,} rows are {distinct:,} entities; {found.found.candidates:,} pairs were compared.", err=True
    )


def _write_table(frame: "pd.DataFrame", form: Format, output: Path | None) -> None:
    from graphkit.present.comparison import table_text

    write(table_text(frame, form.value), output)
