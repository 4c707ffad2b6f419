"""The command that says how good a resolution, a comparison or a blocking is."""

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import Format, FormatOption, OutputOption, write


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(evaluate)


def evaluate(
    result: Annotated[
        Path, typer.Argument(help="A table of id, entity_id; see --pairs, --blocking. CSV, XLSX, Parquet.")
    ],
    truth: Annotated[Path, typer.Option("--truth", help="id, entity_id as they should be; for --pairs: label 1 or 0.")],
    pairs: Annotated[bool, typer.Option("--pairs", help="RESULT is what compare --file wrote.")] = False,
    blocking: Annotated[bool, typer.Option("--blocking", help="RESULT has candidate pairs: left, right.")] = False,
    format: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """How right a resolution is: precision, recall and F1 by pairs and by B-cubed, and the worst clusters.

    Example: graphkit evaluate entities.csv --truth truth.csv
    """
    from graphkit.errors import WrongUse
    from graphkit.present.evaluation import render
    from graphkit.session import evaluating

    if pairs and blocking:
        raise WrongUse("--pairs and --blocking are two questions; ask one at a time.")
    answer = (
        evaluating.evaluate_compared(result, truth)
        if pairs
        else evaluating.evaluate_candidates(result, truth)
        if blocking
        else evaluating.evaluate_clusters(result, truth)
    )
    write(render(answer, format.value), output)
