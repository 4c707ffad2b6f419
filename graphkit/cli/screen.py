"""The command `screen`: a name, or a table of names and numbers, against the case."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import HIT, AsOfOption, CaseOption, Format, FormatOption, InternalOption, case_folder, write
from graphkit.cli.progress import status_line
from graphkit.errors import WrongUse


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(screen)


def screen(
    what: Annotated[
        str, typer.Argument(metavar="TEXT|FILE", help="A name, a number, or a table: .csv, .tsv, .parquet.")
    ],
    only: Annotated[
        str, typer.Option(help="listed; exposed: or owned or controlled by listed ones, and claimed names; all.")
    ] = "exposed",
    min_score: Annotated[
        float | None,
        typer.Option(min=0.0, max=1.0, help="Lowest score of a hit; 0.5 is even odds.", show_default="0.11"),
    ] = None,
    chains: Annotated[int, typer.Option(min=0, help="Most chains told of each party.")] = 3,
    measure: Annotated[str | None, typer.Option(help="Listings that count: a measure, or any.")] = None,
    kind: Annotated[str, typer.Option(help="Of rows that state none: vessel, company, organization or person.")] = "",
    column: Annotated[
        list[str] | None, typer.Option(help="How to read a column, as name=CUSTOMER or imo=NO; may be repeated.")
    ] = None,
    fail_on_hit: Annotated[bool, typer.Option("--fail-on-hit", help="Exit with code 10 when there is a hit.")] = False,
    as_of: AsOfOption = None,
    case: CaseOption = None,
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Write to this file; a workbook when it ends in .xlsx.")
    ] = None,
) -> None:
    """A name, or a table of names and numbers against the case: who is hit, why, and what that means.

    Example: graphkit screen "HOPE SEA" --as-of 2018-06-29
    """
    from graphkit.present.safe import for_terminal
    from graphkit.present.screening_text import pieces, summary
    from graphkit.present.text import freshness
    from graphkit.session.screening import Screening, ScreenOptions

    options = ScreenOptions(as_of, only, min_score, chains, measure, kind, _named(column or []))
    with status_line() as tell:
        tell("reading the case")
        screening = Screening(what, case_folder(case), options, internal=internal)
        head, counts = screening.head, screening.counts
        rows = screening.rows(progress=lambda done: tell(f"{done:,} rows screened, {counts.hit:,} with a hit"))
        if output and output.suffix.lower() == ".xlsx":
            from graphkit.present.screening_workbook import write_workbook

            _into(output, lambda part: write_workbook(part, head, rows, counts))
        elif output:
            _into(output, lambda part: _write(part, pieces(head, rows, counts, form.value)))
        else:
            for text in pieces(head, rows, counts, form.value):
                write(text, None)
    if output or form in {Format.CSV, Format.JSONL}:
        for line in (*summary(head, counts), freshness(head.lists)):
            typer.echo(for_terminal(line), err=True)
    if fail_on_hit and counts.hit:
        raise typer.Exit(HIT)


def _named(columns: list[str]) -> dict[str, str]:
    named = {}
    for each in columns:
        field, equals, column = each.partition("=")
        if not (equals and field and column):
            raise WrongUse(f"--column {each!r}: write a field and a column of the table, as name=CUSTOMER.")
        named[field.strip()] = column
    return named


def _into(output: Path, write: Callable[[Path], None]) -> None:
    """Write beside the file and put it in its place when whole: half a screening must not look like one."""
    part = output.with_name(f"{output.name}.part")
    try:
        part.touch()  # better to know before a long screening than after it
        write(part)
        part.replace(output)
    except OSError as error:
        raise WrongUse(f"{output} cannot be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)


def _write(path: Path, texts: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(texts)
