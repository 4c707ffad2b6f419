"""Commands on who is who: why records are one, and a person's judgements on them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.options import (
    AsOfOption,
    CaseOption,
    Format,
    FormatOption,
    InternalOption,
    OutputOption,
    WhoArgument,
    case_folder,
    show,
    write,
)
from graphkit.errors import WrongUse

if TYPE_CHECKING:
    from graphkit.model.answers.review import JudgementsNoted
    from graphkit.session.judging import Signature

WhyOption = Annotated[str, typer.Option("--why", help="The reason, for whoever reads it later.")]
JudgeOption = Annotated[str, typer.Option("--who", envvar="GRAPHKIT_WHO", help="Who judges.")]
UndoOption = Annotated[bool, typer.Option("--undo", help="Take it back.")]
JsonOption = Annotated[Format, typer.Option("--format", help="table or json.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (explain, judge, unmerge):
        app.command()(command)


def explain(
    who: WhoArgument,
    pair: Annotated[
        tuple[str, str] | None, typer.Option(help="Only how these two records came together.", show_default=False)
    ] = None,
    as_of: AsOfOption = None,
    case: CaseOption = None,
    internal: InternalOption = False,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Why an entity's records are one: each merge, what agreed, what contradicted, what nobody states, who decided.

    Example: graphkit explain 8791667
    """
    from graphkit.analyse.day import as_of as day_of
    from graphkit.session.explaining import explain as tell

    show(tell(case_folder(case), who, day_of(as_of), pair=pair, internal=internal), form, output)


def judge(
    left: Annotated[str, typer.Argument(help="A record id, as explain shows it.", show_default=False)] = "",
    right: Annotated[str, typer.Argument(help="The other record, or an entity.", show_default=False)] = "",
    judgement: Annotated[str, typer.Argument(help="same or different.", show_default=False)] = "",
    why: WhyOption = "",
    who: JudgeOption = "",
    undo: UndoOption = False,
    file: Annotated[Path | None, typer.Option("--file", help="A table: left, right, judgement, why.")] = None,
    case: CaseOption = None,
    form: JsonOption = Format.TABLE,
) -> None:
    """Say that two records are the same party, or different ones; takes effect with the next build.

    An entity in place of a record: different from each of its records, the same as it. With --undo the last judgement
    on the two is taken back. Rows of a --file that cannot be taken are told, the others are noted; exit code 1 then.

    Example: graphkit judge own:kumjingang3 eu-oj:32017R1509/XIV.B/imo-8791667 same --why "one IMO number"
    """
    from graphkit.session.judging import judge as judge_pair
    from graphkit.session.judging import judge_table, take_back

    folder, signed = case_folder(case), _signed(why, who)
    if file:
        if left or undo:
            raise WrongUse("--file takes the records from the table; leave out LEFT, RIGHT, JUDGEMENT and --undo.")
        noted = judge_table(folder, file, signed)
    elif undo:
        if not right:
            raise WrongUse("Name the two records whose judgement is taken back: judge LEFT RIGHT --undo.")
        noted = take_back(folder, left, right)
    else:
        if not judgement:
            raise WrongUse("Name two records and a judgement: judge LEFT RIGHT same|different --why REASON.")
        _need_reason(why)
        noted = judge_pair(folder, left, right, judgement, signed)
    _show(noted, form)


def unmerge(
    record: Annotated[str, typer.Argument(help="The record that does not belong, as explain shows it.")],
    why: WhyOption = "",
    who: JudgeOption = "",
    undo: UndoOption = False,
    case: CaseOption = None,
    form: JsonOption = Format.TABLE,
) -> None:
    """Take a record out of its entity: it is judged different from each of its other records.

    It leaves whole, with its links and listings. It may join another party that fits; records that came in through it
    stay; a record that a later source adds is not judged. Takes effect with the next build.

    Example: graphkit unmerge own:kumjingang3 --why "another hull, see the survey"
    """
    from graphkit.session.judging import take_back_unmerge
    from graphkit.session.judging import unmerge as take_out

    if undo:
        noted = take_back_unmerge(case_folder(case), record)
    else:
        _need_reason(why)
        noted = take_out(case_folder(case), record, _signed(why, who))
    _show(noted, form)


def _signed(why: str, who: str) -> "Signature":
    from graphkit.session.judging import Signature

    return Signature(why.strip(), who.strip(), datetime.now(UTC).isoformat(timespec="seconds"))


def _need_reason(why: str) -> None:
    if not why.strip():
        raise WrongUse("A judgement needs a reason for whoever reads it later: --why REASON.")


def _show(noted: "JudgementsNoted", form: Format) -> None:
    import json

    from graphkit.present.plain import plain
    from graphkit.present.review_text import noted_lines
    from graphkit.present.safe import for_terminal

    if form is Format.JSON:
        write(json.dumps(plain(noted), ensure_ascii=False, indent=2) + "\n", None)
    else:
        write("".join(f"{for_terminal(line)}\n" for line in noted_lines(noted)), None)
    if noted.set_aside:
        raise typer.Exit(1)
