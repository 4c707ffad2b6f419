"""`graphkit generate` as a user runs it."""

import csv
from pathlib import Path

import pytest

from tests.cli.command import graphkit


def test_a_fleet_is_written_and_a_build_reads_it_without_setting_a_row_aside(tmp_path: Path) -> None:
    ran = graphkit("generate", "--vessels", "4", "--companies", "13", "--seed", "7", "-o", "fleet", folder=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Synthetic: 4 vessels, 13 companies, 6 people in 51 records; 1 listed. Seed 7, damage usual.",
        f"fleet, and the truth in {Path('fleet', 'truth.csv')}",
    ]
    built = graphkit("build", "fleet", "--case", "case", "--format", "json", folder=tmp_path)
    assert (built.code, built.json["problems"]) == (0, [])
    assert [load["rows"] - load["kept"] for load in built.json["loads"]] == [0]
    assert built.json["passed_over"] == [
        "README.txt is of no format that graphkit reads",
        "truth.csv is of no format that graphkit reads",
    ]


def test_a_flat_table_has_as_many_records_as_asked(tmp_path: Path) -> None:
    ran = graphkit(
        "generate", "--records", "230", "--listed", "3", "--damage", "heavy", "--table", "t.csv", "--format", "json",
        folder=tmp_path,
    )  # fmt: skip
    assert ran.json == {
        "synthetic": True,
        "seed": 0,
        "damage": "heavy",
        "vessels": 18,  # 230 / 2.2 records to a party are 105 parties
        "companies": 60,
        "people": 27,
        "records": 230,
        "listed": 3,
        "written": ["t.csv", "t.truth.csv"],
    }
    for name in ("t.csv", "t.truth.csv"):
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            assert sum(1 for _ in csv.DictReader(file)) == 230


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--vessels", "4"), "Nowhere to write to"),
        (("--damage", "total", "-o", "fleet"), "it is light, usual or heavy"),
        (("--vessels", "-4", "-o", "fleet"), "cannot be made"),
        (("--vessels", "4", "--records", "3", "-o", "fleet"), "23 to 92 records"),
    ],
)
def test_wrong_use_is_one_sentence_and_writes_nothing(options: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ran = graphkit("generate", *options, folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not list(tmp_path.iterdir())


def test_a_folder_of_ones_own_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "entities.csv").write_text("id,name\na,MINE\n", encoding="utf-8")
    ran = graphkit("generate", "-o", tmp_path)
    assert ran.code == 2
    assert "holds files that are no synthetic fleet" in ran.err
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8") == "id,name\na,MINE\n"
