"""The rows of a table of one's own: cells by column, the line, and what was odd about them.

Nothing is ever shifted: a row that has more or fewer cells than the header is set aside, because a lost comma and an
omitted last cell look the same; cells of a sheet know their column and lose none. A quote that is opened and never
closed costs its own line and no other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from graphkit.model.records import LoadReport
from graphkit.sources.plain_tables.columns import WITH_NOTES
from graphkit.sources.tabular import Grid
from graphkit.sources.tabular.fitting import misfit, padded
from graphkit.sources.textfiles import PrintedRow


class Unusable(Exception):
    """A row that has to be set aside; the message is the reason. It never leaves the reader of the tables."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    cells: text by the contract's column, empty cells left out. further: unknown columns and their text.
    """

    file: str
    line: int
    cells: Mapping[str, str]
    further: tuple[tuple[str, str], ...] = ()
    remarks: list[tuple[str, str]] = field(default_factory=list, compare=False)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def values(self, column: str) -> tuple[str, ...]:
        """The values of a cell that may hold several, separated by `;`."""
        return tuple(filter(None, (value.strip() for value in self[column].split(";"))))

    def note(self, reason: str, text: str) -> None:
        """Say what is odd about a row that is kept all the same."""
        if (reason, text) not in self.remarks:
            self.remarks.append((reason, text))

    @property
    def is_internal(self) -> bool:
        """Whether the row may not be shown: anything but an empty cell or `public` counts as internal."""
        return self["visibility"].casefold() not in {"", "public"}

    @property
    def content(self) -> tuple[str, ...]:
        """Everything the row says, whatever the order of its columns."""
        return tuple(sorted(f"{column}={text}" for column, text in (*self.cells.items(), *self.further)))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that were recognised: which table they are and how its columns are called. line: the last of the header."""

    part: str
    header: tuple[str, ...]
    columns: tuple[str, ...]
    line: int
    grid: Grid = field(repr=False)

    @property
    def file(self) -> str:
        """The file, and the sheet within it, as the user knows it."""
        return self.grid.label

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """The names of columns that the contract does not have."""
        return tuple(printed for printed, name in zip(self.header, self.columns, strict=True) if printed and not name)


def rows_of(table: Table, report: LoadReport) -> Iterator[Row]:
    """The rows that fit the header; the others are set aside with their lines. Lines without any text are no rows."""
    for row in table.grid.rows():
        if row.line <= table.line:
            continue
        width = len(table.header)
        if reason := misfit(row, width, in_columns=table.grid.in_columns):
            _set_aside(table, report, row.line, reason, row.printed)
            continue
        cells = padded(row, width)
        if [cell.strip() for cell in cells] == list(table.header):
            _set_aside(table, report, row.line, "the header once more", row.printed)
        else:
            yield _row(table, row, cells)


def keep(row: Row, report: LoadReport, *, secret: bool) -> None:
    """Count a row as read, with its notes. Of a row that may not be shown, only place and reason are told."""
    report.keep()
    for reason, text in row.remarks:
        report.note(row.file, row.line, reason, "" if secret else text)


def set_aside(row: Row, report: LoadReport, reason: str, *, secret: bool) -> None:
    """Count a row as set aside."""
    text = " | ".join((*row.cells.values(), *(text for _, text in row.further)))
    report.set_aside(row.file, row.line, reason, "" if secret else text)


def _set_aside(table: Table, report: LoadReport, line: int, reason: str, printed: str) -> None:
    """Count a row whose cells cannot be told apart; it is not shown where it might be one that is marked internal."""
    report.set_aside(table.file, line, reason, "" if "visibility" in table.columns else printed.strip())


def _row(table: Table, printed_row: PrintedRow, cells: Sequence[str]) -> Row:
    known: dict[str, str] = {}
    further: list[tuple[str, str]] = []
    nameless = False
    columns = zip_longest(table.columns, table.header, cells, fillvalue="")  # a sheet may go on beside its header
    for number, (name, printed, cell) in enumerate(columns, start=1):
        if not (text := cell.strip()):
            continue
        if name:
            known[name] = text
        else:
            nameless |= not printed
            further.append((printed or f"column {number}", text))
    row = Row(table.file, printed_row.line, known, tuple(further))
    for reason, text in printed_row.remarks:
        row.note(reason, text)
    if nameless and table.part not in WITH_NOTES:
        text = " | ".join(cell for column, cell in further if column not in table.header)
        row.note("a cell stands in a column without a name and is not read", text)
    return row
