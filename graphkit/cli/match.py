"""Commands on who is who: a person's judgement on one pair of records."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from graphkit.cli.options import CaseOption, case_folder


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(judge)


def judge(
    left: Annotated[str, typer.Argument(help="A record id, as explain shows it.")],
    right: Annotated[str, typer.Argument(help="The other record id.")],
    judgement: Annotated[str, typer.Argument(help="same or different.")],
    why: Annotated[str, typer.Option("--why", help="The reason, for whoever reads it later.")],
    who: Annotated[str, typer.Option("--who", envvar="GRAPHKIT_WHO", help="Who judges.")] = "",
    case: CaseOption = None,
) -> None:
    """Say that two records are the same party, or different ones; takes effect with the next build.

    Example: graphkit judge own:kumjingang3 eu-oj:32017R1509/XIV.B/imo-8791667 same --why "one IMO number"
    """
    from graphkit.session.judging import judge as judge_pair

    at = datetime.now(UTC).isoformat(timespec="seconds")
    judge_pair(case_folder(case), left, right, judgement, why=why, who=who, at=at)
    folder = case_folder(case)
    typer.echo(f"Noted: {left} and {right} are {judgement}. It takes effect with: graphkit build --add --case {folder}")
