"""Cells of a workbook: what a person reads in Excel is what the row says, and what cannot be read is told."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from graphkit.sources.tabular.cell_text import moment_text, number_text, written_text
from graphkit.sources.textfiles import PrintedRow
from tests.unit.sources.workbook_files import Rows, rewritten, sheet_rows, with_shared_texts, workbook

SHEET = "xl/worksheets/sheet1.xml"
NOT_STORED = "a formula whose value is not stored is left empty; open the workbook in Excel and save it"
ERROR = "the cell holds an error and is left empty"


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (7303803.0, "General", "7303803"),
        (7303803, "0", "7303803"),
        (0.5, "0%", "50%"),
        (0.07, "0.0%", "7%"),
        (1 / 3, "0%", "33.3333333333%"),
        (50, "0\\%", "50"),  # the sign is printed beside the number and no part of it
        (50, '0"%"', "50"),
        (0.1 + 0.2, "General", "0.3"),
        (33.333333333333336, "General", "33.3333333333333"),
        (1e21, "General", "1000000000000000000000"),
        (1e-7, "General", "0.0000001"),
        (-0.0, "General", "0"),
        (42, "00000", "00042"),  # a register number that is shown with its zeros
        (1234567.5, "#,##0.00", "1234567.5"),
        (12345678901234567890, "General", "12345678901234567890"),
    ],
)
def test_a_number_is_printed_as_a_person_reads_it(value: float, number_format: str, text: str) -> None:
    assert number_text(value, number_format) == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_not_printed_as_one(value: float) -> None:
    with pytest.raises(ValueError, match="nan|inf"):
        number_text(value)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (datetime(2018, 6, 29), "yyyy-mm-dd", "2018-06-29"),
        (date(2018, 6, 29), "", "2018-06-29"),
        (datetime(2018, 6, 29, 13, 5), "yyyy-mm-dd h:mm", "2018-06-29 13:05:00"),
        # Excel turns "Jun 2018" into 1 June and shows the month: nobody has said which day it was.
        (datetime(2018, 6, 1), "mmm-yy", "2018-06"),
        (datetime(2018, 1, 1), "yyyy", "2018"),
        (datetime(2018, 6, 1), '[$-409]mmmm yyyy;"day unknown"', "2018-06"),
        (time(13, 5), "h:mm", "13:05:00"),
        (timedelta(hours=49, minutes=2), "[h]:mm", "49:02:00"),
    ],
)
def test_a_date_is_as_precise_as_its_format_shows_it(
    value: date | time | timedelta, number_format: str, text: str
) -> None:
    assert moment_text(value, number_format) == text


def test_characters_that_excel_escapes_are_themselves_again_unless_no_text_can_hold_them() -> None:
    assert written_text("A_x000D_\nB_x0007_") == "A\r\nB\x07"
    assert written_text("_x0000_ _xD800_ _xyz_") == "_x0000_ _xD800_ _xyz_"


def test_rows_of_a_sheet_have_their_numbers_and_cells_their_columns(tmp_path: Path) -> None:
    rows: Rows = [
        ["id", "name"],
        [],
        [None, "PATRIOT"],
        [" ", None],
        [True, False, datetime(2018, 6, 29)],
    ]
    assert sheet_rows(workbook(tmp_path / "a.xlsx", {"S": rows})) == [
        PrintedRow(1, ["id", "name"], "id | name"),
        PrintedRow(3, ["", "PATRIOT"], "PATRIOT"),
        PrintedRow(5, ["true", "false", "2018-06-29"], "true | false | 2018-06-29"),
    ]


def test_texts_that_all_sheets_share_are_read_and_one_that_is_not_there_costs_its_cell(tmp_path: Path) -> None:
    path = with_shared_texts(workbook(tmp_path / "a.xlsx", {"S": [["id", "name"], ["1", "ОБЩЕСТВО <A&B>"]]}))
    assert [row.cells for row in sheet_rows(path)] == [["id", "name"], ["1", "ОБЩЕСТВО <A&B>"]]
    rewritten(path, SHEET, lambda xml: xml.replace("<v>3</v>", "<v>7</v>"))
    assert sheet_rows(path)[1] == PrintedRow(2, ["1"], "1", ((ERROR, "B2: 7"),))


def test_formats_travel_from_the_sheet_to_the_text(tmp_path: Path) -> None:
    def formats(book: Workbook) -> None:
        for cell, number_format in (("A1", "0%"), ("B1", "mmm-yy"), ("C1", "0000000"), ("D1", '0.0"kn"')):
            book["S"][cell].number_format = number_format

    path = workbook(tmp_path / "a.xlsx", {"S": [[0.25, datetime(2018, 6, 1), 42, 12.5]]}, formats)
    assert sheet_rows(path)[0].cells == ["25%", "2018-06", "0000042", "12.5"]


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    def from_1904(book: Workbook) -> None:
        book.epoch = datetime(1904, 1, 1)

    path = workbook(tmp_path / "a.xlsx", {"S": [[datetime(2018, 6, 29)]]}, from_1904)
    assert sheet_rows(path)[0].cells == ["2018-06-29"]


def test_a_formula_without_its_value_and_an_error_are_empty_and_told(tmp_path: Path) -> None:
    # openpyxl writes no values of formulas; Excel and LibreOffice do.
    path = workbook(tmp_path / "a.xlsx", {"S": [["=A2", "x"], ["#REF!", "y"], ["#N/A", "#N/A YET"]]})
    assert sheet_rows(path) == [
        PrintedRow(1, ["", "x"], "x", ((NOT_STORED, "A1"),)),
        PrintedRow(2, ["", "y"], "y", ((ERROR, "A2: #REF!"),)),
        PrintedRow(3, ["", "#N/A YET"], "#N/A YET", ((ERROR, "A3: #N/A"),)),
    ]


def test_the_stored_value_of_a_formula_counts_an_empty_text_too(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [["=1+1", "=B2", "x"]]})
    rewritten(
        path,
        SHEET,
        lambda xml: xml.replace("<f>1+1</f><v />", "<f>1+1</f><v>2</v>").replace(
            '<c r="B1"><f>B2</f><v />', '<c r="B1" t="str"><f>B2</f><v></v>'
        ),
    )
    assert sheet_rows(path) == [PrintedRow(1, ["2", "", "x"], "2 | x")]


def test_a_number_that_is_none_costs_its_cell_and_no_other(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"S": [[7303803, "AN SAN 1"], [2958466, "x"]]})
    rewritten(path, SHEET, lambda xml: xml.replace("<v>7303803</v>", "<v>7,303,803</v>").replace("2958466", "1e999"))
    assert sheet_rows(path) == [
        PrintedRow(1, ["", "AN SAN 1"], "AN SAN 1", ((ERROR, "A1: 7,303,803"),)),
        PrintedRow(2, ["", "x"], "x", ((ERROR, "A2: inf"),)),
    ]


def test_a_day_beyond_the_calendar_is_an_error_of_its_cell(tmp_path: Path) -> None:
    def as_days(book: Workbook) -> None:
        book["S"]["A1"].number_format = "yyyy-mm-dd"

    path = workbook(tmp_path / "a.xlsx", {"S": [[99999999, "x"]]}, as_days)
    assert sheet_rows(path) == [PrintedRow(1, ["", "x"], "x", ((ERROR, "A1: 99999999"),))]


def test_a_value_merged_down_counts_for_each_row_that_says_something(tmp_path: Path) -> None:
    # One owner beside three ships; the fourth row of the merged cells is empty and is no row.
    def merge(book: Workbook) -> None:
        book["S"].merge_cells("A2:A5")
        book["S"].merge_cells("A7:C7")

    rows: Rows = [
        ["owner", "ship"],
        ["KOREA ANSAN", "1"],
        [None, "2"],
        [None, "3"],
        [],
        [None, "4"],
        ["END", None, None],
    ]
    path = workbook(tmp_path / "a.xlsx", {"S": rows}, merge)
    told = ("cells are merged down to row 5; the value counts for each of these rows", "KOREA ANSAN")
    assert sheet_rows(path) == [
        PrintedRow(1, ["owner", "ship"], "owner | ship"),
        PrintedRow(2, ["KOREA ANSAN", "1"], "KOREA ANSAN | 1", (told,)),
        PrintedRow(3, ["KOREA ANSAN", "2"], "KOREA ANSAN | 2"),
        PrintedRow(4, ["KOREA ANSAN", "3"], "KOREA ANSAN | 3"),
        PrintedRow(6, ["", "4"], "4"),
        PrintedRow(7, ["END"], "END"),
    ]
