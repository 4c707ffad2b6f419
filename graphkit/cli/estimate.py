"""The command that estimates weights of evidence from a table of one's own, without labels."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import Format, write
from graphkit.cli.progress import note, status_line

_HEADER = ("piece", "agrees was", "agrees", "contradicts was", "contradicts", "m: one party", "u: two parties")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(estimate)


def estimate(
    table: Annotated[Path, typer.Argument(help="Records: the columns of an entities table, the first one the key.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Write the table of weights to this file.")],
    kind: Annotated[str, typer.Option("--kind", help="Kind of the rows that state none.")] = "",
    form: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """What evidence weighs among your own records, estimated without labels; for `graphkit resolve --weights`.

    Checked numbers and names keep their weights, and so does what too few pairs state. The estimate may serve you worse
    than the weights that are shipped; with some labelled rows `graphkit evaluate` tells.

    Example: graphkit estimate fleet.csv -o weights.toml
    """
    from graphkit.present.columns import table as in_columns
    from graphkit.present.safe import for_terminal
    from graphkit.session.estimating import estimate_weights

    with status_line() as tell:
        tell("reading")
        found = estimate_weights(
            table, kind=kind, tell=note, progress=lambda done, whole: tell(f"{done:,} of {whole:,} pairs compared")
        )
    write(found.text(datetime.now(UTC).date()), output)
    answer = found.answer()
    if form is Format.JSON:
        write(json.dumps({**answer, "written": str(output)}, ensure_ascii=False, indent=2) + "\n", None)
        return
    lines = [
        f"{answer['records']:,} records; {answer['compared']:,} of {answer['candidates']:,} candidate pairs compared, "
        f"{answer['matches']:.1%} of them one party's as estimated.",
        "",
        *in_columns(_HEADER, found.rows()),
        "",
        "Bits, or for pieces whose rarer values weigh more how often one party agrees / two do.",
        f"Use them with: graphkit resolve {table} --weights {output}",
    ]
    write("".join(f"{for_terminal(line).rstrip()}\n" for line in lines), None)
