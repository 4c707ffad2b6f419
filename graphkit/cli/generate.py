"""The command `generate`: a synthetic fleet of any size with its truth."""

import json
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli.options import Format, write
from graphkit.cli.progress import status_line


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(generate)


def generate(
    vessels: Annotated[int | None, typer.Option(help="How many vessels.", show_default="40")] = None,
    companies: Annotated[int | None, typer.Option(help="How many companies.", show_default="130")] = None,
    people: Annotated[int | None, typer.Option(help="How many people.", show_default="60")] = None,
    records: Annotated[
        int | None, typer.Option(help="How many records in all, one to four for each.", show_default="2.2 for each")
    ] = None,
    listed: Annotated[int | None, typer.Option(help="How many are listed.", show_default="one in 20")] = None,
    damage: Annotated[str, typer.Option(help="How freely sources write: light, usual or heavy.")] = "usual",
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.")] = 0,
    folder: Annotated[Path | None, typer.Option("-o", "--output", help="Folder for the tables of a case.")] = None,
    table: Annotated[Path | None, typer.Option(help="File for one flat table of the records.")] = None,
    form: Annotated[Format, typer.Option("--format", help="table or json.")] = Format.TABLE,
) -> None:
    """Make up a fleet: vessels, companies and people that do not exist, what sources say of them, and the truth.

    What is not asked for is in proportion to 40 vessels, 130 companies and 60 people.

    Example: graphkit generate --vessels 40 --companies 130 --seed 7 -o synthetic
    """
    from graphkit import synthetic
    from graphkit.errors import WrongUse
    from graphkit.present.safe import for_terminal

    if not (folder or table):
        raise WrongUse("Nowhere to write to; name a folder with -o FOLDER, or a file with --table FILE.csv.")
    if damage not in set(synthetic.Damage):
        raise WrongUse(f"There is no damage {damage!r}; it is light, usual or heavy.")
    plan = synthetic.Plan(vessels, companies, people, records, listed, seed, synthetic.Damage(damage))
    fleet = synthetic.generate(plan)
    written = []
    with status_line() as tell:
        if folder:
            synthetic.write(fleet, folder, progress=tell)
            written += [folder, folder / "truth.csv"]
        if table:
            written += [table, synthetic.write_table(fleet, table, progress=tell)]
    sizes = fleet.sizes
    if form is Format.JSON:
        counts = {name: getattr(sizes, name) for name in ("vessels", "companies", "people", "records", "listed")}
        answer = {
            "synthetic": True,
            "seed": seed,
            "damage": damage,
            **counts,
            "written": [str(path) for path in written],
        }
        write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n", None)
        return
    lines = [
        f"Synthetic: {sizes.vessels:,} vessels, {sizes.companies:,} companies, {sizes.people:,} people in "
        f"{sizes.records:,} records; {sizes.listed:,} listed. Seed {seed}, damage {damage}.",
        *(f"{place}, and the truth in {truth}" for place, truth in zip(written[::2], written[1::2], strict=True)),
    ]
    write("".join(f"{for_terminal(line)}\n" for line in lines), None)
