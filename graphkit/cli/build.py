"""The command `build`: sources in, a case out, and a report on every row that could not be used."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import CaseOption, Format, case_folder, write
from graphkit.cli.progress import status_line

if TYPE_CHECKING:
    from graphkit.session.building import BuildReport

_SHOWN = 12


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(build)


def build(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files or folders; FORMAT=PATH forces the format.", show_default=False)
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Keep the case's earlier sources.")] = False,
    remove: Annotated[list[str] | None, typer.Option("--remove", help="Drop the source of this name.")] = None,
    published: Annotated[str, typer.Option(help="The day the lists were published, for lists that do not say.")] = "",
    mapping: Annotated[
        Path | None, typer.Option("--mapping", help="A mapping.toml for foreign tables; else the one beside them.")
    ] = None,
    case: CaseOption = None,
    form: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """Read sources, decide who is who, build the graph. Formats: ofac-sdn, un-sc, eu-oj, pages, tables, mapped.

    Exit code 1 when a source could not be read; the others are loaded all the same.

    Example: graphkit build sample_data --case case
    """
    from graphkit.present.safe import for_terminal
    from graphkit.session.building import build as build_case

    with status_line() as tell:
        report = build_case(
            sources or [],
            case_folder(case),
            add=add,
            remove=remove or [],
            published=published,
            mapping=mapping,
            progress=tell,
        )
    if form is Format.JSON:
        _show_json(report)
    else:
        _show(report, case_folder(case))
    for problem in report.problems:
        typer.echo(f"graphkit: {for_terminal(problem)}", err=True)
    if report.problems:
        raise typer.Exit(1)


def _show(report: "BuildReport", case: Path) -> None:
    from graphkit.present.load_report import report_lines
    from graphkit.present.safe import for_terminal

    lines = [
        *report_lines(report.manifest.sources, report.loads, report.manifest.counts, report.unresolved, shown=_SHOWN),
        f"Build {report.manifest.build} in {case}. Every remark: graphkit sources --remarks --case {case}",
    ]
    write("".join(f"{for_terminal(line).rstrip()}\n" for line in lines), None)
    for line in (*report.passed_over, *report.alarms):
        typer.echo(f"note: {for_terminal(line)}", err=True)


def _show_json(report: "BuildReport") -> None:
    import json

    from graphkit.present.plain import plain

    unresolved = [
        dict(zip(("record_id", "name", "source", "line", "reason"), row, strict=True)) for row in report.unresolved
    ]
    answer = {
        "build": report.manifest.build,
        "sources": report.manifest.sources,
        "counts": report.manifest.counts,
        "loads": report.loads,
        "unresolved": unresolved,
        "problems": report.problems,
        "passed_over": report.passed_over,
        "alarms": report.alarms,
    }
    write(json.dumps(plain(answer), ensure_ascii=False, indent=2) + "\n", None)
