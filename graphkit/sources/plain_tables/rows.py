"""The rows of a table of one's own: cells by column, the line, and what was odd about them.

Nothing is ever shifted: a row that has more or fewer cells than the header is set aside, because a lost comma and an
omitted last cell look the same. A quote that is opened and never closed costs its own line and no other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport
from graphkit.sources.plain_tables.columns import DELIMITERS, PARTS, columns_of, part_of
from graphkit.sources.textfiles import csv_rows, text_of

_HEADER_WITHIN = 65_536


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
    """A file that was recognised: which table it is and how its columns are called."""

    part: str
    file: str
    header: tuple[str, ...]
    columns: tuple[str, ...]
    delimiter: str
    line: int
    text: str = field(repr=False)

    @property
    def unknown_columns(self) -> tuple[str, ...]:
        """The names of columns that the contract does not have."""
        return tuple(printed for printed, name in zip(self.header, self.columns, strict=True) if printed and not name)


def recognised(text: str) -> tuple[str, str] | None:
    """The table that a text is, and its delimiter, by its first row; None when it is no table of one's own."""
    for delimiter in DELIMITERS:
        _, header = _header(text, delimiter)
        if part := part_of(header):
            return part, delimiter
    return None


def open_table(path: Path, file: str, key: str) -> Table:
    """A file's table. key: the part it was announced as (`links`, `links-2`), used when its columns do not settle it.

    Raises:
        SourceError: neither its columns nor the key say which table it is, or it cannot be read as text.
    """
    text = text_of(path)
    part, delimiter = recognised(text) or (key.partition("-")[0], None)
    if part not in PARTS:
        raise SourceError(f"{file} has the columns of none of the tables {', '.join(PARTS)}.")
    delimiter = delimiter or max(DELIMITERS, key=lambda sign: _known(text, sign, part))
    line, header = _header(text, delimiter)
    columns = columns_of(header, part)
    if not any(columns):
        raise SourceError(f"{file} has no column of the table {part}.")
    return Table(part, file, tuple(header), columns, delimiter, line, text)


def rows_of(table: Table, report: LoadReport) -> Iterator[Row]:
    """The rows that fit the header; the others are set aside with their lines. Lines without any text are no rows."""
    for row in csv_rows(table.text, delimiter=table.delimiter):
        line, cells, printed = row.line, row.cells, row.printed
        if line <= table.line:
            continue
        if cells is None:
            _set_aside(table, report, line, "the row cannot be split into cells: a quote does not close", printed)
        elif len(cells) != len(table.header):
            count = "fewer" if len(cells) < len(table.header) else "more"
            _set_aside(table, report, line, f"the row has {count} cells than the header", printed)
        elif [cell.strip() for cell in cells] == list(table.header):
            _set_aside(table, report, line, "the header once more", printed)
        else:
            yield _row(table, line, cells)


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


def _row(table: Table, line: int, cells: Sequence[str]) -> Row:
    known: dict[str, str] = {}
    further: list[tuple[str, str]] = []
    for number, (name, printed, cell) in enumerate(zip(table.columns, table.header, cells, strict=True), start=1):
        if not (text := cell.strip()):
            continue
        if name:
            known[name] = text
        else:
            further.append((printed or f"column {number}", text))
    return Row(table.file, line, known, tuple(further))


def _header(text: str, delimiter: str) -> tuple[int, list[str]]:
    """The first row with any text in it, and its last line."""
    for row in csv_rows(text[:_HEADER_WITHIN], delimiter=delimiter):
        last = row.line + row.printed.rstrip("\r\n").count("\n")
        return last, [cell.strip().lstrip("\ufeff") for cell in row.cells or []]
    return 0, []


def _known(text: str, delimiter: str, part: str) -> int:
    return sum(map(bool, columns_of(_header(text, delimiter)[1], part)))
