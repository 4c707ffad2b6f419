"""The one table of a file, for questions that name a file and take its columns as they are called.

Of a workbook it is the first sheet in sight that holds anything. Its rows come one at a time, each cell under its
column's name; what is left out is in the report.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, islice
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError, WrongUse
from graphkit.model.records import LoadReport
from graphkit.sources.tabular import Grid
from graphkit.sources.tabular.containers import PARQUETS, WORKBOOKS, Container, container_of, grids_of
from graphkit.sources.tabular.fitting import misfit, padded
from graphkit.sources.tabular.texts import DELIMITERS, TextFileGrid, delimiter_of
from graphkit.sources.textfiles import GUESSED, PrintedRow, encoding_of_file, head_of

_TITLES_AMONG: Final = 10


def container_named(path: Path, head: str) -> Container:
    """What a table lies in, where its name agrees.

    Raises:
        SourceError: it is damaged, or of another form than its name says.
        WrongUse: the name is of no form that is read.
    """
    container, suffix = container_of(path, head), path.suffix.lower()
    if container in {Container.WORKBOOK, Container.PARQUET}:
        return container
    if suffix in WORKBOOKS | PARQUETS:
        form = "a workbook" if suffix in WORKBOOKS else "Parquet"
        raise SourceError(f"{path.name} cannot be read as {form}: it is damaged, or not what its name says.")
    if suffix not in DELIMITERS:
        raise WrongUse(
            f"{path.name}: tables are read from .csv, .tsv, .xlsx and .parquet, not {path.suffix or 'a bare name'}."
        )
    return Container.TEXT


def one_grid(path: Path, report: LoadReport) -> Grid:
    """The grid of a file's one table; further sheets with anything in them are noted.

    Raises:
        SourceError: it cannot be read. WrongUse: its name is of no form that is read. MissingPart: openpyxl is missing.
    """
    head = head_of(path)
    container = container_named(path, head)
    if container is Container.TEXT:
        encoding = encoding_of_file(path)
        if encoding == "cp1252":
            report.note(path.name, 0, GUESSED)
        return TextFileGrid(path, delimiter_of(path.suffix.lower(), head), encoding)
    grids = [grid for grid in grids_of(path, container, path.name) if _has_rows(grid)]
    if not grids:
        raise SourceError(f"{path.name} has nothing in it.")
    grids.sort(key=lambda grid: bool(grid.remarks))  # hidden sheets last
    for grid in grids[1:]:
        report.note(grid.label, 0, "the sheet is not read; a table of one's own is the first sheet")
    return grids[0]


def named_rows(grid: Grid, report: LoadReport) -> Iterator[tuple[int, dict[str, str]]]:
    """The line of each row and its cells by column, "" where nothing stands.

    Counted as kept; a row that does not fit the header is set aside. A cell without a column has its number as name.

    Raises:
        SourceError: there is no header, a column is twice in it, or the file is damaged.
    """
    for remark in grid.remarks:
        report.note(grid.label, 0, remark)
    with closing(grid.rows()) as rows:
        first = list(islice(rows, _TITLES_AMONG if grid.titled else 1))
        at = _header_at(first)
        names = _names(grid, first[at : at + 1])
        for row in first[:at]:
            report.note(grid.label, row.line, "the row stands above the header and is not read", row.printed)
        for row in chain(first[at + 1 :], rows):
            if reason := misfit(row, len(names), in_columns=grid.in_columns):
                report.set_aside(grid.label, row.line, reason, row.printed.strip())
                continue
            cells = padded(row, len(names))
            for reason, text in row.remarks:
                report.note(grid.label, row.line, reason, text)
            report.keep()
            beside = (f"column {number}" for number in range(len(names) + 1, len(cells) + 1))
            yield row.line, dict(zip(chain(names, beside), cells, strict=True))


def _has_rows(grid: Grid) -> bool:
    with closing(grid.rows()) as rows:
        return next(rows, None) is not None


def _header_at(rows: Sequence[PrintedRow]) -> int:
    """The place of the header: the first row, or the first with several cells where single cells stand above it."""
    for at, row in enumerate(rows):
        if sum(bool(cell.strip()) for cell in row.cells or ()) > 1:
            return at
    return 0


def _names(grid: Grid, header: Sequence[PrintedRow]) -> list[str]:
    cells = [cell.strip() for row in header for cell in row.cells or ()]
    names = [cell or f"column {number}" for number, cell in enumerate(cells, start=1)]
    if not any(cells) or len(set(names)) < len(names):
        raise SourceError(f"{grid.label} has no header, or a column twice in it.")
    return names
