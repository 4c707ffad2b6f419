"""The sheets of an Excel workbook (.xlsx, .xlsm), hidden ones too, row by row.

openpyxl reads what belongs to the workbook: names of sheets, shared texts, formats. Formulas are never worked out; the
value that was stored with one counts, and one without is told.
"""

import warnings
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import MissingPart, SourceError
from graphkit.sources.tabular.archives import is_workbook
from graphkit.sources.textfiles import PrintedRow

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Book:
    """What the cells of all sheets refer to. formats: the number format of each style; epoch: day 0 of its dates.

    merged: the merged ranges of each sheet that was read so far, by its part; to search for them reads all of a sheet.
    """

    path: Path
    label: str
    strings: Sequence[str] = field(repr=False)
    formats: Sequence[str] = field(repr=False)
    epoch: datetime
    merged: dict[str, dict[int, list[tuple[int, int]]]] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SheetGrid:
    """One sheet. part: its file within the archive."""

    book: Book
    title: str
    part: str
    hidden: bool
    in_columns: bool = True
    titled: bool = True

    @property
    def label(self) -> str:
        return f"{self.book.label} [{self.title}]"

    @property
    def remarks(self) -> tuple[str, ...]:
        return ("the sheet is hidden and is read all the same",) if self.hidden else ()

    def rows(self) -> Generator[PrintedRow]:
        """The rows that hold anything, with their numbers as Excel shows them.

        Raises:
            SourceError: the sheet is damaged.
        """
        from graphkit.sources.tabular.sheet_rows import rows_of_sheet

        return rows_of_sheet(self.book, self.part, self.label)


def sheets_of(path: Path, label: str) -> list[SheetGrid]:
    """The sheets of a workbook in its order. label: the file as the user knows it.

    Raises:
        SourceError: it is no workbook, damaged or too large. MissingPart: openpyxl is not installed.
    """
    if not is_workbook(path, named_so=True):
        raise SourceError(f"{label} is not a workbook of Excel; save it as .xlsx or CSV.")
    try:
        from openpyxl.reader.excel import ExcelReader
        from openpyxl.styles.stylesheet import apply_stylesheet
    except ImportError as error:
        raise MissingPart(
            f"{label} is a workbook, and reading one needs openpyxl. Install: pip install 'graphkit[xlsx]'"
        ) from error
    try:
        # It warns of colours and the like, which say nothing about the cells.
        with path.open("rb") as file, warnings.catch_warnings(action="ignore"):
            # Its steps one by one: the last, which is left out, would go through each sheet that states no dimension.
            reader = ExcelReader(file, read_only=True, data_only=True, keep_links=False)
            reader.read_manifest()
            reader.read_strings()
            reader.read_workbook()
            apply_stylesheet(reader.archive, reader.wb)
            book = Book(path, label, reader.shared_strings, _formats(reader.wb), reader.wb.epoch)
            return [
                SheetGrid(book, sheet.name, link.target, sheet.state != "visible")
                for sheet, link in reader.parser.find_sheets()
                if link.target in reader.valid_files and "chartsheet" not in link.Type
            ]
    except Exception as error:  # a hostile workbook makes openpyxl raise nearly everything there is
        raise SourceError(
            f"{label} cannot be read as a workbook: it is damaged, or not what it says; save it as CSV."
        ) from error


def _formats(workbook: "Workbook") -> list[str]:
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE

    own = workbook._number_formats  # type: ignore[attr-defined]
    numbers = [style.numFmtId for style in workbook._cell_styles]  # type: ignore[attr-defined]
    return [
        own[number - BUILTIN_FORMATS_MAX_SIZE]
        if BUILTIN_FORMATS_MAX_SIZE <= number < BUILTIN_FORMATS_MAX_SIZE + len(own)
        else BUILTIN_FORMATS.get(number, "General")
        for number in numbers
    ]
