"""Commands for what changes: diff, watch, note and recheck."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import (
    HIT,
    AsOfOption,
    CaseOption,
    Format,
    FormatOption,
    InternalOption,
    OutputOption,
    case_folder,
    show,
    write,
)
from graphkit.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphkit.model.answers.changes import WrongRow

_SHOWN = 20  # changes of a kind in a table for people

OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only", help="Only these: entities, listings, owners, links, verdicts, names, sources; may be repeated."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands in the order in which help shows them."""
    for command in (diff, watch, note, recheck):
        app.command()(command)


def diff(
    old: Annotated[str, typer.Argument(help="A build such as b0001, previous, or the folder of another case.")] = (
        "previous"
    ),
    new: Annotated[str, typer.Argument(help="A build, current, or the folder of another case.")] = "current",
    only: OnlyOption = None,
    entity: Annotated[str | None, typer.Option(help="Only changes of this entity: an id, a number or a name.")] = None,
    limit: Annotated[
        int | None, typer.Option(min=0, help="Most changes of one kind; 0 for all. 20 in a table, else all.")
    ] = None,
    fail_on_change: Annotated[bool, typer.Option("--fail-on-change", help="Exit code 10 when anything changed.")] = (
        False
    ),
    case: CaseOption = None,
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """What changed between two builds: listings, owners, links, verdicts, names, numbers and sources, per entity.

    Example: graphkit diff previous current --only listings
    """
    from graphkit.analyse.changes import DiffOptions
    from graphkit.session.changes import diff as compare_builds

    if limit is None and form is Format.TABLE:
        limit = _SHOWN
    options = DiffOptions(_matters(only), entity, limit or None)
    found = compare_builds(case_folder(case), old, new, options, internal=internal)
    show(found, form, output)
    if fail_on_change and found.counts:
        raise typer.Exit(HIT)


def watch(
    listed: Annotated[
        Path, typer.Argument(help="Names or numbers, one party a row: .txt, .csv, .tsv, .xlsx, .parquet.")
    ],
    since: Annotated[str, typer.Option(help="The build to compare with: an id such as b0001, or previous.")] = (
        "previous"
    ),
    only: OnlyOption = None,
    case: CaseOption = None,
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """For a scheduler: what changed of the parties on a list of one's own and of those above them, a line a change.

    Exit code 0: no change; 10: changes. Rows that name nobody, or several, are told.

    Example: graphkit watch fleet.txt
    """
    from graphkit.session.changes import watch as watch_list

    found = watch_list(case_folder(case), listed, since=since, only=_matters(only), internal=internal)
    show(found, form, output)
    _tell(found.unresolved, "not watched", form)
    if found.changes:
        raise typer.Exit(HIT)


def note(
    claim: Annotated[str, typer.Argument(help="What is claimed, in your words.")],
    question: Annotated[
        str, typer.Option("--question", help="What shows it: verdict, trace, owners or fleet, as typed after graphkit.")
    ],
    as_of: AsOfOption = None,
    who: Annotated[str, typer.Option("--who", envvar="GRAPHKIT_WHO", help="Who claims it.")] = "",
    case: CaseOption = None,
    internal: InternalOption = False,
    form: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """Note a finding in the case, with what the build in force answers to its question; recheck asks it again.

    Example: graphkit note "AN SAN 1 is Korea Ansan's" --question "trace 7303803 --mode ownership" --as-of 2018-06-29
    """
    import json

    from graphkit.present.changes_text import noted_lines
    from graphkit.present.plain import plain
    from graphkit.present.safe import for_terminal
    from graphkit.session.findings import note as note_finding

    at = datetime.now(UTC).isoformat(timespec="seconds")
    noted = note_finding(case_folder(case), claim, question, on=as_of, who=who, at=at, internal=internal)
    if form is Format.JSON:
        write(json.dumps(plain(noted), ensure_ascii=False, indent=2) + "\n", None)
    else:
        write("".join(f"{for_terminal(line)}\n" for line in noted_lines(noted)), None)


def recheck(
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="Ask all of this day, such as today; each of its own unless named.")
    ] = None,
    fail_on_weaker: Annotated[bool, typer.Option("--fail-on-weaker", help="Exit code 10 also when one is weaker.")] = (
        False
    ),
    case: CaseOption = None,
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Ask the findings of the case again: holds, weaker, gone, or new counter-evidence, and what changed.

    Exit code 10 when one is gone or has new counter-evidence; 1 when a row of findings.csv cannot be asked.

    Example: graphkit recheck --as-of today
    """
    from graphkit.session.findings import recheck as ask_again

    found = ask_again(case_folder(case), on=as_of, internal=internal)
    show(found, form, output)
    _tell(found.wrong, "not asked", form)
    if any(each.falls or (fail_on_weaker and each.state == "weaker") for each in found.findings):
        raise typer.Exit(HIT)
    if found.wrong:
        raise typer.Exit(1)


def _tell(rows: "Sequence[WrongRow]", why: str, form: Format) -> None:
    """Rows that could not be used, beside an answer that has no place for them."""
    from graphkit.present.changes_text import wrong_lines
    from graphkit.present.safe import for_terminal

    if form in {Format.CSV, Format.JSONL}:
        for line in wrong_lines(rows, why):
            typer.echo(for_terminal(line), err=True)


def _matters(only: list[str] | None) -> tuple[str, ...]:
    """The matters of --only, also several of them with commas between."""
    named = tuple(part.strip() for each in only or () for part in each.split(",") if part.strip())
    if only and not named:
        raise WrongUse("--only names nothing; leave it out to be told everything.")
    return named
