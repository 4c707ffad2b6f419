"""Files of tables that were copied from pages: recognised, opened, and their rows with the line they came from."""

from pathlib import Path

from graphkit.errors import SourceError
from graphkit.sources.plain_tables.columns import DELIMITERS
from graphkit.sources.plain_tables.rows import Table
from graphkit.sources.ship_pages.columns import PARTS, columns_of, part_of
from graphkit.sources.tabular.texts import TextGrid
from graphkit.sources.textfiles import csv_rows, text_of

_HEADER_WITHIN = 65_536


def recognised(text: str) -> tuple[str, str] | None:
    """The page that a text was copied from, and its delimiter, by its first row; None when it is none."""
    for delimiter in DELIMITERS:
        if part := part_of(header_of(text, delimiter)[1]):
            return part, delimiter
    return None


def open_page(path: Path, file: str, key: str) -> Table:
    """A file's table. key: the part it was announced as, used when its columns do not settle it.

    Raises:
        SourceError: neither its columns nor the key say which page it is, or it cannot be read as text.
    """
    text = text_of(path)
    part, delimiter = recognised(text) or (key.partition("-")[0], ",")
    line, header = header_of(text, delimiter)
    if part not in PARTS or not any(columns_of(header, part)):
        raise SourceError(f"{file} has the columns of none of the pages {', '.join(PARTS)}.")
    return Table(part, tuple(header), columns_of(header, part), line, TextGrid(file, text, delimiter))


def header_of(text: str, delimiter: str) -> tuple[int, list[str]]:
    """The last line of the first row with any text in it, and its cells."""
    for row in csv_rows(text[:_HEADER_WITHIN], delimiter=delimiter):
        last = row.line + row.printed.rstrip("\r\n").count("\n")
        return last, [cell.strip().lstrip("\ufeff") for cell in row.cells or []]
    return 0, []
