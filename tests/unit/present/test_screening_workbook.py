"""The workbook of a screening: nothing in it is calculated, and every row is in it."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

from graphkit.model.answers import ListAge
from graphkit.model.answers.screening import (
    Exposure,
    Match,
    Result,
    ScreenCounts,
    ScreenedRow,
    ScreenHead,
    ScreenHit,
)
from graphkit.present.screening_workbook import write_workbook

FORMULA = '=HYPERLINK("http://x","y")'
HIT = ScreenHit(
    id="v1", name=FORMULA, kind="vessel", match=Match.CLOSE_NAME, score=0.42, matched="@x", column="name",
    exposure=Exposure.LISTED, listed=(), verdicts={"un": "listed"}, chains=("A <-OWNS- B",), reasons=("a name",),
)  # fmt: skip
ROWS = (
    ScreenedRow(2, {"=name": FORMULA}, Result.HIT, hits=(HIT,)),
    ScreenedRow(3, {"=name": "a\x07b\u202ec"}, Result.CLEAR, ruled_out=(HIT,)),
    ScreenedRow(4, {"=name": "x" * 40_000}, Result.CLEAR),
    ScreenedRow(5, {}, Result.SET_ASIDE, notes=("the row is empty",)),
)


def written(path: Path) -> Path:
    counts = ScreenCounts()

    def counted() -> Iterator[ScreenedRow]:
        for row in ROWS:
            counts.count(row)
            yield row

    head = ScreenHead("=t.csv", "case", "2018-06-29", "exposed", 0.1111, ("=name",), {"=name": "name"},
                      (ListAge("un-sc", "2026-02-27", "2026-11-24"),))  # fmt: skip
    write_workbook(path, head, counted(), counts)
    return path


def test_every_row_and_every_hit_is_in_its_sheet(tmp_path: Path) -> None:
    book = load_workbook(written(tmp_path / "r.xlsx"))
    assert book.sheetnames == ["Summary", "Hits", "All rows", "Set aside"]
    assert [row[:2] for row in book["All rows"].iter_rows(min_row=2, values_only=True)] == [
        (2, "hit"),
        (3, "clear"),
        (4, "clear"),
        (5, "set_aside"),
    ]
    assert [row[0] for row in book["Hits"].iter_rows(min_row=2, values_only=True)] == [2]
    assert list(book["Set aside"].iter_rows(min_row=2, values_only=True)) == [(5, "the row is empty", None)]
    about = {row[0]: row[1] for row in book["Summary"].iter_rows(values_only=True)}
    counted = {name: about[name] for name in ("Rows", "  with a hit", "  clear", "  set aside")}
    assert counted == {"Rows": 4, "  with a hit": 1, "  clear": 2, "  set aside": 1}
    assert about["  un-sc"] == "published 2026-02-27, read 2026-11-24"
    assert (book["Hits"].freeze_panes, book["All rows"].freeze_panes) == ("A2", "A2")


def test_no_cell_is_a_formula_and_unseen_signs_are_written_out(tmp_path: Path) -> None:
    path = written(tmp_path / "r.xlsx")
    with ZipFile(path) as archive:
        sheets = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 4
    assert not any("<f>" in sheet for sheet in sheets)
    book = load_workbook(path)
    assert book["Hits"]["F2"].value == f"'{FORMULA}"
    assert book["All rows"]["G1"].value == "'=name"
    assert book["All rows"]["G3"].value == "a\\u0007b\\u202ec"
    assert len(book["All rows"]["G4"].value) == 32_000
