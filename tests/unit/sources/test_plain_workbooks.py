"""One's own tables in the sheets of a workbook: each is known by its columns, and what is no table is told."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from graphkit.errors import SourceError
from graphkit.model.records import Event, Fact, Link, LoadReport, Record, Share, Statement
from graphkit.model.vocabulary import Standing
from graphkit.sources import plain_tables
from graphkit.sources.base import SourceFiles
from tests.unit.sources.plain_folder import only, read_files, remarks
from tests.unit.sources.workbook_files import Rows, workbook

ENTITIES: Rows = [
    ["id", "kind", "name", "imo", "hull colour"],
    ["v1", "vessel", "AN SAN 1", 7303803, "black"],
    ["c1", "company", "KOREA ANSAN SHIPPING", None, None],
]
LINKS: Rows = [["from", "to", "type", "share", "start"], ["c1", "v1", "OWNS", 0.25, None]]


def entries(statements: Sequence[Statement]) -> list[Record]:
    """The rows of entities, without what other rows merely mention."""
    return [record for record in only(Record, statements) if record.standing is Standing.ENTRY]


def hide(book: Workbook) -> None:
    book["Ships"].sheet_state = "hidden"
    book["Owners"]["D2"].number_format = "0%"


def test_each_sheet_is_the_table_that_its_columns_say_and_hidden_or_foreign_sheets_are_told(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"Owners": LINKS, "Ships": ENTITIES, "Notes": [["call Kim on Monday"]], "Sheet4": []}
    statements, report = read_files([workbook(tmp_path / "fleet.xlsx", sheets, hide)], name="own")
    ship, company = entries(statements)
    (link,) = only(Link, statements)
    assert (ship.name, ship.identifiers[0].value) == ("AN SAN 1", "7303803")
    assert company.name == "KOREA ANSAN SHIPPING"
    assert (link.from_id, link.to_id, link.share) == ("own:ref/c1", "own:ref/v1", Share(25.0, 25.0))
    assert (ship.provenance.file, ship.provenance.line) == ("fleet.xlsx [Ships]", 2)
    assert [(remark.file, remark.line, remark.reason) for remark in report.remarks] == [
        ("fleet.xlsx [Ships]", 0, "the sheet is hidden and is read all the same"),
        ("fleet.xlsx [Notes]", 0, "the sheet has the columns of no table and is not read"),
    ]
    assert (report.rows, report.kept) == (3, 3)


def test_the_header_may_stand_below_a_title_and_what_stands_above_is_told(tmp_path: Path) -> None:
    rows: Rows = [["Fleet of 2018"], [], ["as of", "June"], [], *ENTITIES]
    statements, report = read_files([workbook(tmp_path / "a.xlsx", {"S": rows})])
    assert [record.provenance.line for record in only(Record, statements)] == [6, 7]
    above = "the row stands above the header and is not read"
    assert remarks(report) == [(1, above, "Fleet of 2018", False), (3, above, "as of | June", False)]


def test_a_title_over_rows_that_may_be_internal_is_not_shown(tmp_path: Path) -> None:
    rows: Rows = [["Operation X"], ["id", "name", "visibility"], ["1", "AN SAN 1", "internal"]]
    _, report = read_files([workbook(tmp_path / "a.xlsx", {"S": rows})])
    assert remarks(report) == [(1, "the row stands above the header and is not read", "", False)]


def test_a_header_below_the_tenth_row_is_none(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [*([f"line {n}"] for n in range(10)), *ENTITIES]})
    with pytest.raises(SourceError, match=r"^a\.xlsx has the columns of none of the tables sources, entities"):
        list(
            plain_tables.read(SourceFiles("own", "tables", {"workbook": path}, {"workbook": "a.xlsx"}), LoadReport(""))
        )


def test_a_short_row_lacks_nothing_and_a_cell_beside_the_header_is_kept_or_told(tmp_path: Path) -> None:
    # Cells of a sheet know their column: an empty last cell is no lost comma.
    entities: Rows = [["id", "name", "imo"], ["1", "PATRIOT"], ["2", "AN SAN 1", 7303803, "seen in Nampo"]]
    links: Rows = [["from", "to", "type"], ["1", "2", "OWNS", None, "says Kim"], ["from", "to", "type"]]
    statements, report = read_files([workbook(tmp_path / "a.xlsx", {"E": entities, "L": links})])
    first, second = entries(statements)
    assert (first.name, first.facts) == ("PATRIOT", ())
    assert second.facts == (Fact("note", "column 4: seen in Nampo"),)
    assert remarks(report) == [
        (2, "a cell stands in a column without a name and is not read", "says Kim", False),
        (3, "the header once more", "from | to | type", True),
    ]


def test_an_error_in_a_row_that_is_internal_shows_its_place_alone(tmp_path: Path) -> None:
    rows: Rows = [["id", "name", "imo", "visibility"], ["1", "AN SAN 1", "#REF!", "internal"], ["2", "PATRIOT", "#N/A"]]
    _, report = read_files([workbook(tmp_path / "a.xlsx", {"S": rows})])
    reason = "the cell holds an error and is left empty"
    assert remarks(report) == [(2, reason, "", False), (3, reason, "C3: #N/A", False)]


def test_dates_and_positions_of_events_are_read_from_typed_cells(tmp_path: Path) -> None:
    rows: Rows = [
        ["type", "vessel_imo", "start", "lat", "lon"],
        ["sts_transfer", 7303803.0, datetime(2018, 6, 29), 30.5, 126.25],
    ]
    statements, report = read_files([workbook(tmp_path / "a.xlsx", {"S": rows})])
    (event,) = only(Event, statements)
    assert event.start is not None
    assert (event.start.text, event.position) == ("2018-06-29", (30.5, 126.25))
    assert report.remarks == []


def test_two_workbooks_and_a_text_are_one_source(tmp_path: Path) -> None:
    paths = [workbook(tmp_path / "a.xlsx", {"S": ENTITIES}), workbook(tmp_path / "b.xlsx", {"L": LINKS})]
    (tmp_path / "c.csv").write_text("id,name\nv2,PATRIOT\n", encoding="utf-8")
    statements, _ = read_files([*paths, tmp_path / "c.csv"])
    assert [record.name for record in entries(statements)] == ["PATRIOT", "AN SAN 1", "KOREA ANSAN SHIPPING"]
    assert len(only(Link, statements)) == 1
