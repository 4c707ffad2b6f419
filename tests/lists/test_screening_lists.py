"""Damaged sightings of listed ships, screened against the full lists: how many are found, and by how many strangers."""

import csv
from pathlib import Path

import pytest

from graphkit.session.building import build
from graphkit.session.screening import Screening, ScreenOptions

SEEN = ("name", "imo", "mmsi", "call_sign", "flag", "vessel_type", "dwt")


@pytest.fixture(scope="module")
def case(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("screening") / "case"
    build([lists], folder)
    return folder


@pytest.mark.parametrize(
    ("columns", "least"),
    [(SEEN, 0.975), (("name",), 0.96)],  # 98.1 and 96.8 of 100 on 2026-11-24
)
def test_nearly_all_damaged_sightings_of_listed_ships_are_hits(
    lists: Path, case: Path, tmp_path: Path, columns: tuple[str, ...], least: float
) -> None:
    with (lists.parent / "labelled" / "vessel_sightings.csv").open(encoding="utf-8", newline="") as file:
        seen = list(csv.DictReader(file))
    with (tmp_path / "seen.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(seen)
    screening = Screening(str(tmp_path / "seen.csv"), case, ScreenOptions(kind="vessel"))
    found = [{listed.reference for hit in row.hits for listed in hit.listed} for row in screening.rows()]
    right = sum(row["entity"] in references for row, references in zip(seen, found, strict=True))
    assert right >= least * len(seen)
    assert screening.counts.hits < 1.5 * len(seen)
