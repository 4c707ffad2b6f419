"""The rows of one sheet, one at a time: cells as text, merged cells filled in, and what could not be read.

A full sheet has 1,048,576 rows; openpyxl's own loop keeps a rest of each of them until the end, this one keeps none.
"""

import zipfile
from collections.abc import Generator, Iterator, Mapping
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any, Final
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter
from openpyxl.utils.datetime import from_excel
from openpyxl.worksheet._reader import DATA_TAG, FORMULA_TAG, ROW_TAG, VALUE_TAG, WorkSheetParser

from graphkit.errors import SourceError
from graphkit.sources.tabular.cell_text import moment_text, number_text, written_text
from graphkit.sources.tabular.merged import Merged, merged_in
from graphkit.sources.tabular.workbooks import Book
from graphkit.sources.textfiles import PrintedRow

_LAST_ROW: Final = 1_048_576
_NOT_STORED: Final = "a formula whose value is not stored is left empty; open the workbook in Excel and save it"
_ERROR: Final = "the cell holds an error and is left empty"
LOST: Final = frozenset({_NOT_STORED, _ERROR})
"""The remarks that tell of a cell which says nothing though something stands in it."""

Remarks = list[tuple[str, str]]


class _Parser(WorkSheetParser):
    """Cells as they are stored; one that cannot be read is an error of its own and not of the sheet."""

    def parse_cell(self, element: Element) -> dict[str, Any]:
        try:
            cell: dict[str, Any] = super().parse_cell(element)
        except (ValueError, IndexError, TypeError):
            _, column = coordinate_to_tuple(element.get("r", ""))
            return {"column": column, "value": element.findtext(VALUE_TAG), "data_type": "e", "style_id": 0}
        if cell["value"] is None and element.find(FORMULA_TAG) is not None:
            is_empty_text = element.get("t") == "str" and element.find(VALUE_TAG) is not None
            cell["data_type"] = "s" if is_empty_text else "f"
        return cell


def rows_of_sheet(book: Book, part: str, label: str) -> Generator[PrintedRow]:
    """The rows that hold anything. label: the sheet, for the sentence when it is damaged.

    Raises:
        SourceError: the sheet is damaged.
    """
    try:
        with zipfile.ZipFile(book.path) as archive:
            if part not in book.merged:
                book.merged[part] = merged_in(archive, part)
            merged = Merged(book.merged[part])
            for line, cells in _stored_rows(book, archive, part):
                row = _printed(line, cells, book, merged)
                if row.remarks or any(cell.strip() for cell in row.cells or ()):
                    yield row
    except SourceError:
        raise
    except Exception as error:  # a hostile sheet makes the XML, zip and workbook readers raise nearly everything
        raise SourceError(f"{label} cannot be read: the sheet is damaged; save it as CSV.") from error


def _stored_rows(book: Book, archive: zipfile.ZipFile, part: str) -> Iterator[tuple[int, list[dict[str, Any]]]]:
    with archive.open(part) as file:
        parser = _Parser(file, book.strings, data_only=True, epoch=book.epoch)
        rows: Element | None = None
        for event, element in iterparse(file, events=("start", "end")):
            if element.tag == DATA_TAG:
                if event == "end":
                    return
                rows = element
            elif event == "end" and element.tag == ROW_TAG:
                line, cells = parser.parse_row(element)
                if not 1 <= line <= _LAST_ROW:
                    raise ValueError(line)
                yield line, cells
                parser.row_dimensions.clear()
                if rows is not None:
                    rows.clear()  # an empty element for each row would outgrow the cells


def _printed(line: int, stored: list[dict[str, Any]], book: Book, merged: Merged) -> PrintedRow:
    remarks: Remarks = []
    texts = {cell["column"]: _text(cell, line, book, remarks) for cell in stored}
    merged.fill(line, texts, remarks)
    cells = _in_order(texts)
    return PrintedRow(line, cells, " | ".join(filter(None, cells)), tuple(remarks))


def _in_order(texts: Mapping[int, str]) -> list[str]:
    last = max((column for column, text in texts.items() if text), default=0)
    return [texts.get(column, "") for column in range(1, last + 1)]


def _text(cell: Mapping[str, Any], line: int, book: Book, remarks: Remarks) -> str:
    """A cell's text; empty, with a remark, for an error or a formula without its value."""
    value, kind = cell["value"], cell["data_type"]
    if kind == "f":
        remarks.append((_NOT_STORED, f"{get_column_letter(cell['column'])}{line}"))
        return ""
    if value is None:
        return ""
    style = cell["style_id"]
    number_format = book.formats[style] if 0 <= style < len(book.formats) else "General"
    try:
        if kind == "e" or (isinstance(value, str) and value in ERROR_CODES):
            raise ValueError(value)
        return _readable(value, number_format, book)
    except (ValueError, OverflowError):
        remarks.append((_ERROR, f"{get_column_letter(cell['column'])}{line}: {value}"))
        return ""


def _readable(value: object, number_format: str, book: Book) -> str:
    if isinstance(value, str):
        return written_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float) and _is_moment(number_format):
        value = from_excel(value, book.epoch, timedelta=is_timedelta_format(number_format))
    if isinstance(value, int | float):
        return number_text(value, number_format)
    if isinstance(value, date | time | timedelta):
        return moment_text(value, number_format)
    raise ValueError(value)


@lru_cache(maxsize=1024)
def _is_moment(number_format: str) -> bool:
    return bool(is_date_format(number_format))
