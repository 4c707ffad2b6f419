"""A screening as a workbook to be filed: what was asked, the hits, every row, and what was set aside.

Written row by row, so that a hundred thousand rows need no more memory than ten. Names come from unknown hands: no cell
is calculated, and signs that cannot be seen are written out.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.errors import MissingPart
from graphkit.model.answers.screening import Result, ScreenCounts, ScreenedRow, ScreenHead
from graphkit.present.safe import for_spreadsheet, for_terminal
from graphkit.present.screening_text import DISCLAIMER, HIT_COLUMNS, hit_cells, notes_of, summary
from graphkit.present.text import freshness

if TYPE_CHECKING:
    from openpyxl import Workbook

_LONGEST_CELL = 32_000  # letters; a cell of Excel holds 32,767
_MOST_ROWS = 1_000_000  # of a sheet; Excel's end at 1,048,576
_WIDTHS = {"row": 8, "result": 10, "score": 8, "kind": 12, "column": 14, "match": 16, "exposure": 20}
_WIDE = frozenset({"listed", "chains", "reasons", "contradictions", "notes"})


def write_workbook(path: Path, head: ScreenHead, rows: Iterable[ScreenedRow], counts: ScreenCounts) -> None:
    """Write the workbook; counts are right once all rows are taken.

    Raises:
        MissingPart: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingPart(
            "A workbook needs openpyxl: pip install 'graphkit[xlsx]'; --format csv needs nothing."
        ) from error
    book = Workbook(write_only=True)
    about = _sheet(book, "Summary", (), widths=(24, 110))
    hits = _Sheets(book, "Hits", HIT_COLUMNS)
    every = _Sheets(book, "All rows", ("row", "result", "hits", "best score", "best match", "notes", *head.header))
    aside = _Sheets(book, "Set aside", ("row", "reason", "input"))
    for row in rows:
        for hit in row.hits:
            hits.append(hit_cells(row, hit))
        every.append(_row_cells(row, head.header))
        if row.result is Result.SET_ASIDE:
            aside.append(
                [row.row, "; ".join(row.notes), "; ".join(f"{key}: {text}" for key, text in row.input.items())]
            )
    for line in _about(head, counts):
        about.append([_cell(value) for value in line])
    book.save(path)


def _row_cells(row: ScreenedRow, header: Sequence[str]) -> list[object]:
    best = row.hits[0] if row.hits else None
    notes = "; ".join(notes_of(row))
    found = [len(row.hits), best.score if best else "", best.name if best else ""]
    return [row.row, str(row.result), *found, notes, *(row.input.get(column, "") for column in header)]


def _about(head: ScreenHead, counts: ScreenCounts) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = [
        ("Screened", head.screened),
        ("Against the case", head.case),
        ("As of", head.as_of),
        ("Lists", freshness(head.lists)),
        *(
            (f"  {each.source}", f"published {each.published or 'on no stated day'}, read {each.read}")
            for each in head.lists
        ),
        ("Counted as a hit", summary(head, counts)[1]),
        ("Lowest score", head.min_score),
        *((f"Column {column}", f"read as {what}") for column, what in head.columns.items()),
        ("Rows", counts.rows),
        ("  with a hit", counts.hit),
        ("  clear", counts.clear),
        ("  set aside", counts.set_aside),
        ("Hits", counts.hits),
        ("Ruled out by a number", counts.ruled_out),
        ("Matches not covered", counts.unexposed),
        ("Note", DISCLAIMER),
    ]
    return told


class _Sheets:
    """A table over as many sheets as it needs."""

    def __init__(self, book: "Workbook", title: str, header: Sequence[str]) -> None:
        self._book, self._title, self._header = book, title, header
        self._number, self._rows = 1, 0
        self._sheet = _sheet(book, title, header)

    def append(self, cells: Iterable[object]) -> None:
        """One more row."""
        if self._rows == _MOST_ROWS:
            self._number, self._rows = self._number + 1, 0
            self._sheet = _sheet(self._book, f"{self._title} {self._number}", self._header)
        self._sheet.append([_cell(cell) for cell in cells])
        self._rows += 1


def _sheet(book: "Workbook", title: str, header: Sequence[str], widths: Sequence[int] = ()) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet: Any = book.create_sheet(title)  # its types do not know the widths of columns
    for place, width in enumerate(widths or [_width(name) for name in header], start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    if header:
        sheet.freeze_panes = "A2"
        cells = [WriteOnlyCell(sheet, value=_cell(name)) for name in header]
        for cell in cells:
            cell.font = Font(bold=True)
        sheet.append(cells)
    return sheet


def _width(column: str) -> int:
    return 60 if column in _WIDE else _WIDTHS.get(column, 24)


def _cell(value: object) -> str | float | None:
    """Numbers as numbers, everything else as text that is shown as it is."""
    if isinstance(value, int | float) or value is None:
        return value
    return for_spreadsheet(for_terminal(str(value))[:_LONGEST_CELL])
