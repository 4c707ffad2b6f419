"""A fleet as files: the tables that `graphkit build` reads with truth.csv beside them, or one flat table of records.

Rows are written as groups are made. Nothing of somebody else's is overwritten: a folder or file that was not written
here is refused.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from graphkit.errors import WrongUse
from graphkit.synthetic.fleet import REPORT, Fleet, Group
from graphkit.synthetic.happenings import Row

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    name: tuple(columns.split())
    for name, columns in {
        "sources": "id title publisher published kind reliability visibility",
        "entities": "id kind name aliases former_names imo company_imo mmsi call_sign flag country registration_number "
        "birth_date address type built gt dwt source damage synthetic",
        "links": "from to type share share_min share_max start end role wording source",
        "listings": "entity authority list program measure listed reference source",
        "events": "id type vessel counterpart start area claimed_name claimed_imo claimed_flag certainty note source "
        "synthetic",
        "reports": "report category expected entity source",
        "truth": "id entity_id",
    }.items()
}
TABLE_COLUMNS: Final = tuple(
    "id kind name imo mmsi call_sign flag country company_imo registration_number address type built gt dwt birth_date "
    "owner damage synthetic".split()
)
SOURCES: Final = {
    "registry": ("Synthetic registers of ships and companies", "register"),
    "list": ("Synthetic list of sanctioned parties", "list"),
    "press": ("Synthetic press reports", "press"),
    "sightings": ("Synthetic sightings as ships broadcast themselves", "ais"),
    "filings": ("Synthetic company filings", "register"),
    "report": ("Synthetic report of a panel", "report"),
}
Tell = Callable[[str], None]
_MARK: Final = "SYNTHETIC"
_README: Final = f"""{_MARK}: nothing in this folder is about a real ship, company or person.

Made by `graphkit generate` with {{plan}}.
{{sizes}}.

Names that are somebody's are so by chance. IMO numbers begin with figures with which none of a ship or a company on the
official lists begins; an MMSI may by chance be a real station's. Who holds whom, and how often sources err, are
assumptions and no findings.
The column `damage` says how a record differs from what its party bears; it is for reading and no evidence.
truth.csv (id, entity_id) says which party each record of entities.csv is about.
"""


def _silent(_: str) -> None:
    pass


def write(fleet: Fleet, folder: Path, *, progress: Tell = _silent) -> None:
    """Write sources, entities, links, listings, events, reports and truth as CSV, and README.txt, into a folder.

    The README says that the folder is incomplete until all is written. progress: hears how far it is.

    Raises:
        WrongUse: the folder holds files that are not such a fleet's, or cannot be written.
    """
    readme = folder / "README.txt"
    if folder.is_dir() and any(folder.iterdir()) and not _begins_with(readme, _MARK):
        raise WrongUse(f"{folder} holds files that are no synthetic fleet; name a new folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        readme.write_text(f"{_MARK}, and not complete: it is still being written, or that was interrupted.\n", "utf-8")
        with ExitStack() as files:
            tables = {name: _Table(folder / f"{name}.csv", columns, files) for name, columns in COLUMNS.items()}
            tables["sources"].add(_source_rows())
            tables["reports"].add(_expected_rows(fleet))
            for group in _counted(fleet, progress):
                for name in ("entities", "truth", "links", "listings", "events", "reports"):
                    tables[name].add(getattr(group, name))
        readme.write_text(_README.format(plan=_plan_text(fleet), sizes=_sizes_text(fleet)), "utf-8")
    except OSError as error:
        raise WrongUse(f"{folder} cannot be written ({error.strerror}).") from error


def write_table(fleet: Fleet, path: Path, *, progress: Tell = _silent) -> Path:
    """Write the records as one flat table, and beside it NAME.truth.csv, whose path is returned.

    Raises:
        WrongUse: one of the two files exists and is no synthetic table, or cannot be written.
    """
    truth = path.with_name(f"{path.stem}.truth.csv")
    if path.exists() and not _begins_with(path, ",".join(TABLE_COLUMNS)):
        raise WrongUse(f"{path} exists and is no synthetic table; name a new file.")
    if truth.exists() and not _begins_with(truth, ",".join(COLUMNS["truth"])):
        raise WrongUse(f"{truth} exists and is no truth of a synthetic table; name a new file.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as files:
            table, answers = _Table(path, TABLE_COLUMNS, files), _Table(truth, COLUMNS["truth"], files)
            for group in _counted(fleet, progress):
                table.add(group.entities)
                answers.add(group.truth)
    except OSError as error:
        raise WrongUse(f"{path} cannot be written ({error.strerror}).") from error
    return truth


def records_table(fleet: Fleet) -> Iterator[Row]:
    """The rows of the flat table, each with every column of TABLE_COLUMNS."""
    return ({column: row.get(column, "") for column in TABLE_COLUMNS} for row in fleet.entities())


def _counted(fleet: Fleet, progress: Tell) -> Iterator[Group]:
    """The groups of a fleet, telling after each how many records are made."""
    done = 0
    for group in fleet.groups():
        yield group
        done += len(group.entities)
        progress(f"{done:,} of {fleet.sizes.records:,} records")


class _Table:
    """A CSV file that is open for rows; columns that a row lacks are empty, those that the table lacks are left out."""

    def __init__(self, path: Path, columns: tuple[str, ...], files: ExitStack) -> None:
        file = files.enter_context(path.open("w", encoding="utf-8", newline=""))
        self._writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        self._writer.writeheader()

    def add(self, rows: Iterable[Row]) -> None:
        self._writer.writerows(rows)


def _begins_with(path: Path, text: str) -> bool:
    """Whether a file begins with a text; not when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(len(text)) == text.encode()
    except OSError:
        return False


def _source_rows() -> Iterator[Row]:
    for name, (title, kind) in SOURCES.items():
        yield {
            "id": f"synthetic-{name}",
            "title": title,
            "publisher": "graphkit generate (synthetic)",
            "published": "2020-12-31",
            "kind": kind,
            "visibility": "public",
        }


def _expected_rows(fleet: Fleet) -> Iterator[Row]:
    for category, number in (("vessel", fleet.sizes.vessels), ("company", fleet.sizes.companies)):
        yield {"report": REPORT, "category": category, "expected": str(number), "source": "synthetic-report"}


def _plan_text(fleet: Fleet) -> str:
    return f"seed {fleet.plan.seed} and damage {fleet.plan.damage}"


def _sizes_text(fleet: Fleet) -> str:
    sizes = fleet.sizes
    return (
        f"{sizes.vessels:,} vessels, {sizes.companies:,} companies, {sizes.people:,} people, {sizes.listed:,} of them "
        f"listed; {sizes.records:,} records"
    )
