"""A text of rows and cells: CSV, or the same with tabs or semicolons; held as a whole, or read line by line."""

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from graphkit.sources.textfiles import PrintedRow, csv_rows, lines_of_file, rows_of_lines

DELIMITERS: Final = {".csv": ",", ".txt": ",", ".tsv": "\t", ".tab": "\t"}
"""What parts the cells of a file by its name."""


@dataclass(frozen=True, slots=True)
class TextGrid:
    """The rows of a text that is held as a whole."""

    label: str
    text: str = field(repr=False)
    delimiter: str
    in_columns: bool = False
    titled: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        return ()

    def rows(self) -> Generator[PrintedRow]:
        """The rows with any text in them, a row with an open quote among them."""
        yield from csv_rows(self.text, delimiter=self.delimiter)


@dataclass(frozen=True, slots=True)
class TextFileGrid:
    """The rows of a text file, of which no more than one is held."""

    path: Path
    delimiter: str
    encoding: str
    in_columns: bool = False
    titled: bool = False

    @property
    def label(self) -> str:
        return self.path.name

    @property
    def remarks(self) -> tuple[str, ...]:
        return ()

    def rows(self) -> Generator[PrintedRow]:
        """The rows with any text in them, a row with an open quote among them.

        Raises:
            SourceError: the file is binary.
        """
        yield from rows_of_lines(lines_of_file(self.path, self.encoding), delimiter=self.delimiter)


def delimiter_of(suffix: str, head: str) -> str:
    """What parts the cells: the sign that belongs to the suffix, or the semicolon where the header has only that one.

    Excel writes semicolons wherever the comma is the decimal sign.
    """
    delimiter = DELIMITERS[suffix]
    header = next((line for line in head.splitlines() if line.strip()), "")
    return ";" if delimiter not in header and ";" in header else delimiter
