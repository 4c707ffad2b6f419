"""A fleet as files: the same bytes for the same seed, read without a row set aside, and nobody's files overwritten."""

import csv
from pathlib import Path

import pytest

from graphkit.errors import WrongUse
from graphkit.model.records import Listing, LoadReport, Record
from graphkit.sources import plain_tables
from graphkit.sources.recognition import gather
from graphkit.synthetic import Plan, generate, records_table, write, write_table
from graphkit.synthetic.writing import TABLE_COLUMNS

PLAN = Plan(vessels=8, companies=26, people=12, seed=7)
FILES = [
    "README.txt",
    "entities.csv",
    "events.csv",
    "links.csv",
    "listings.csv",
    "reports.csv",
    "sources.csv",
    "truth.csv",
]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(generate(PLAN), tmp_path / name)
        write_table(generate(PLAN), tmp_path / f"{name}.csv")
    for file in (*(f"one/{name}" for name in FILES), "one.csv", "one.truth.csv"):
        assert (tmp_path / file).read_bytes() == (tmp_path / file.replace("one", "two")).read_bytes()
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == FILES


def test_a_build_reads_every_row_and_passes_over_readme_and_truth(tmp_path: Path) -> None:
    write(generate(PLAN), tmp_path / "fleet")
    gathered = gather([str(tmp_path / "fleet")])
    (source,) = gathered.sources
    report = LoadReport(source.name)
    statements = list(plain_tables.read(source, report))
    assert (gathered.problems, report.set_aside_rows) == ([], 0)
    assert gathered.passed_over == [
        f"{name} is of no format that graphkit reads" for name in ("README.txt", "truth.csv")
    ]
    entries = [found for found in statements if isinstance(found, Record) and found.standing == "entry"]
    assert len(entries) == len(rows_of(tmp_path / "fleet" / "truth.csv"))
    assert any(isinstance(found, Listing) for found in statements)


def test_remarks_of_a_build_are_on_wrong_numbers_alone(tmp_path: Path) -> None:
    write(generate(Plan(records=3_000, seed=1)), tmp_path / "fleet")
    (source,) = gather([str(tmp_path / "fleet")]).sources
    report = LoadReport(source.name)
    for _ in plain_tables.read(source, report):
        pass
    assert {remark.reason for remark in report.remarks} == {
        "imo number with a wrong check digit, kept and not used",
        "company_imo number with a wrong check digit, kept and not used",
    }


def test_every_file_says_that_it_is_synthetic(tmp_path: Path) -> None:
    write(generate(PLAN), tmp_path)
    write_table(generate(PLAN), tmp_path / "flat.csv")
    assert (
        (tmp_path / "README.txt").read_text(encoding="utf-8").startswith("SYNTHETIC: nothing in this folder is about")
    )
    for name in (*FILES[1:], "flat.csv", "flat.truth.csv"):
        rows = rows_of(tmp_path / name)
        assert rows
        assert all(says_synthetic(row) for row in rows), name


def says_synthetic(row: dict[str, str]) -> bool:
    """A mark of its own, a source that is synthetic, a synthetic title, or in the truth a party that is."""
    said = (row.get(column, "").lower() for column in ("source", "title", "entity_id"))
    return row.get("synthetic") == "yes" or any(text.startswith("synthetic") for text in said)


def test_the_report_counts_all_and_names_some(tmp_path: Path) -> None:
    write(generate(PLAN), tmp_path)
    reports = rows_of(tmp_path / "reports.csv")
    assert [(row["category"], row["expected"]) for row in reports if row["expected"]] == [
        ("vessel", "8"),
        ("company", "26"),
    ]
    assert 0 < sum(bool(row["entity"]) for row in reports) < 8 + 26


def test_the_flat_table_has_the_records_of_the_folder(tmp_path: Path) -> None:
    fleet = generate(PLAN)
    truth = write_table(fleet, tmp_path / "flat.csv")
    assert truth == tmp_path / "flat.truth.csv"
    rows = rows_of(tmp_path / "flat.csv")
    assert rows == list(records_table(fleet))
    assert tuple(rows[0]) == TABLE_COLUMNS
    assert [row["id"] for row in rows] == [row["id"] for row in rows_of(truth)]
    assert any(row["owner"] for row in rows)


def test_a_fleet_may_be_written_anew_over_an_older_one(tmp_path: Path) -> None:
    write(generate(Plan(vessels=20)), tmp_path)
    write(generate(PLAN), tmp_path)
    assert len(rows_of(tmp_path / "truth.csv")) == generate(PLAN).sizes.records


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "entities.csv"
    own.write_text("id,name\na,MY OWN SHIP\n", encoding="utf-8")
    with pytest.raises(WrongUse, match="name a new folder"):
        write(generate(PLAN), tmp_path)
    with pytest.raises(WrongUse, match="name a new file"):
        write_table(generate(PLAN), own)
    assert own.read_text(encoding="utf-8") == "id,name\na,MY OWN SHIP\n"
    assert [path.name for path in tmp_path.iterdir()] == ["entities.csv"]


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WrongUse, match="cannot be written"):
        write(generate(PLAN), tmp_path / "file" / "inside")


def test_a_fleet_that_was_interrupted_says_so(tmp_path: Path) -> None:
    def stop(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(generate(PLAN), tmp_path, progress=stop)
    assert "not complete" in (tmp_path / "README.txt").read_text(encoding="utf-8")
