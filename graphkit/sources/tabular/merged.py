"""Merged cells of a sheet: a value that stands beside several rows counts for each of them.

A sheet lists its merged ranges behind all of its rows, so they are searched for first, without reading the cells. Of
ranges that lie in one row nothing needs to be known: their value stands in the first cell.
"""

import re
import zipfile
from dataclasses import dataclass, field

from openpyxl.utils.cell import column_index_from_string

from graphkit.errors import SourceError

_RANGE = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]{0,200}?ref=[\"']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})[\"']")
_LONGEST = 300  # letters of such an element
_BLOCK = 1 << 16
_MOST = 100_000


Ranges = dict[int, list[tuple[int, int]]]
"""Ranges of several rows, as column and last row, by the row they begin in."""


@dataclass(slots=True)
class Merged:
    """The ranges of a sheet, and as its rows are gone through those that are passed.

    open: column -> the last row and the value.
    """

    first_row: Ranges
    open: dict[int, tuple[int, str]] = field(default_factory=dict)

    def fill(self, line: int, texts: dict[int, str], remarks: list[tuple[str, str]]) -> None:
        """Write the values of merged cells into a row that says something of its own."""
        if self.open and any(texts.values()):
            for column, (last, text) in list(self.open.items()):
                if line > last:
                    del self.open[column]
                elif not texts.get(column):
                    texts[column] = text
        for column, last in self.first_row.get(line, ()):
            if text := texts.get(column, ""):
                self.open[column] = (last, text)
                remarks.append((f"cells are merged down to row {last}; the value counts for each of these rows", text))


def merged_in(archive: zipfile.ZipFile, part: str) -> Ranges:
    """The ranges of a sheet that reach over several rows.

    Raises:
        SourceError: there are so many that the sheet is no table.
    """
    found: Ranges = {}
    count = 0
    with archive.open(part) as file:
        rest = b""
        while block := file.read(_BLOCK):
            text = rest + block
            end = 0
            for match in _RANGE.finditer(text):
                end = match.end()
                first, last = int(match[2]), int(match[3])
                if last > first:
                    found.setdefault(first, []).append((column_index_from_string(match[1].decode()), last))
                count += 1
            if count > _MOST:
                raise SourceError(f"{part} has more than {_MOST:,} merged cells and is no table.")
            rest = text[max(end, len(text) - _LONGEST) :]
    return found
