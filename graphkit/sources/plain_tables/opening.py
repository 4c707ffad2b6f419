"""Files of one's own tables opened: which tables are in them, and what in them is none.

A text and a Parquet file hold one table, a workbook one in each of its sheets. In a sheet, lines of text may stand
above the header; they are told, as is a sheet that is no table.
"""

from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport
from graphkit.sources.plain_tables.columns import DELIMITERS, PARTS, columns_of, part_of
from graphkit.sources.plain_tables.rows import Table
from graphkit.sources.tabular import Grid
from graphkit.sources.tabular.containers import Container, container_of, grids_of
from graphkit.sources.tabular.texts import TextGrid
from graphkit.sources.textfiles import PrintedRow, head_of, text_of

WORKBOOK: Final = "workbook"
"""The part that a workbook is: its sheets are of different tables."""

_HEADER_WITHIN = 65_536  # letters of a text
_HEADER_AMONG = 10  # rows of a sheet


def part_in(path: Path, head: str) -> str | None:
    """The table that a file is, or WORKBOOK when one of its sheets is a table; None when there is none in it.

    Raises:
        SourceError: it is damaged, or a spreadsheet of another form. MissingPart: openpyxl is not installed.
    """
    container = container_of(path, head)
    if container is Container.TEXT:
        found = recognised(head)
        return found[0] if found else None
    tables = [table for grid in grids_of(path, container, path.name) if (table := _table_of(grid))]
    return WORKBOOK if tables and container is Container.WORKBOOK else next((table.part for table in tables), None)


def recognised(text: str) -> tuple[str, str] | None:
    """The table that a text is, and its delimiter, by its first row; None when it is no table of one's own."""
    for delimiter in DELIMITERS:
        _, header = _header(text, delimiter)
        if part := part_of(header):
            return part, delimiter
    return None


def open_tables(path: Path, file: str, key: str, report: LoadReport) -> list[Table]:
    """The tables in a file; what in a workbook is none is noted.

    key: the part a text was announced as (`links`, `links-2`), used when its columns do not settle it.

    Raises:
        SourceError: there is no table in it, or it cannot be read. MissingPart: openpyxl is not installed.
    """
    container = container_of(path, head_of(path))
    if container is Container.TEXT:
        return [_text_table(path, file, key)]
    tables = [table for grid in grids_of(path, container, file) if (table := _told_table(grid, report))]
    if not tables:
        raise _no_table(file)
    return tables


def _text_table(path: Path, file: str, key: str) -> Table:
    text = text_of(path)
    part, delimiter = recognised(text) or (key.partition("-")[0], None)
    if part not in PARTS:
        raise _no_table(file)
    delimiter = delimiter or max(DELIMITERS, key=lambda sign: _known(text, sign, part))
    line, header = _header(text, delimiter)
    columns = columns_of(header, part)
    if not any(columns):
        raise SourceError(f"{file} has no column of the table {part}.")
    return Table(part, tuple(header), columns, line, TextGrid(file, text, delimiter))


def _no_table(file: str) -> SourceError:
    return SourceError(f"{file} has the columns of none of the tables {', '.join(PARTS)}.")


def _told_table(grid: Grid, report: LoadReport) -> Table | None:
    """A sheet's table. What is odd about the sheet is noted, so is a sheet with text that is no table."""
    table = _table_of(grid)
    if table is None:
        if any(_first_rows(grid)):
            report.note(grid.label, 0, "the sheet has the columns of no table and is not read")
        return None
    for remark in grid.remarks:
        report.note(grid.label, 0, remark)
    for row in _first_rows(grid):
        if row.line < table.line:
            shown = "" if "visibility" in table.columns else row.printed
            report.note(grid.label, row.line, "the row stands above the header and is not read", shown)
    return table


def _table_of(grid: Grid) -> Table | None:
    for row in _first_rows(grid):
        header = _names(row)
        if part := part_of(header):
            return Table(part, tuple(header), columns_of(header, part), row.line, grid)
    return None


def _first_rows(grid: Grid) -> Iterator[PrintedRow]:
    """The rows among which the header is searched for."""
    with closing(grid.rows()) as rows:
        yield from islice(rows, _HEADER_AMONG if grid.titled else 1)


def _names(row: PrintedRow) -> list[str]:
    return [cell.strip().lstrip("\ufeff") for cell in row.cells or []]


def _header(text: str, delimiter: str) -> tuple[int, list[str]]:
    """The first row with any text in it, and its last line."""
    for row in TextGrid("", text[:_HEADER_WITHIN], delimiter).rows():
        return row.line + row.printed.rstrip("\r\n").count("\n"), _names(row)
    return 0, []


def _known(text: str, delimiter: str, part: str) -> int:
    return sum(map(bool, columns_of(_header(text, delimiter)[1], part)))
