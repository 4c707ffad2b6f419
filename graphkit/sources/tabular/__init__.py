"""Tables of one's own in whatever holds them: a text, the sheets of an Excel workbook, a Parquet file.

Each of them is a grid: printed rows, each with the line that a person would look for. Which grid is which table, and
what its cells mean, is no business of this package; every cell is text when it leaves it.
"""

from collections.abc import Generator
from typing import Protocol

from graphkit.sources.textfiles import PrintedRow


class Grid(Protocol):
    """Rows of cells, read anew with each call of `rows`, never held as a whole by the reader of a sheet or of Parquet.

    label: the file as the user knows it, and its sheet: `fleet.xlsx [Owners]`. remarks: what is odd about the whole.
    in_columns: every cell knows its column, so that a row with fewer cells than the header has lost none.
    titled: lines of text may stand above the header.
    """

    @property
    def label(self) -> str: ...

    @property
    def remarks(self) -> tuple[str, ...]: ...

    @property
    def in_columns(self) -> bool: ...

    @property
    def titled(self) -> bool: ...

    def rows(self) -> Generator[PrintedRow]:
        """The rows that hold anything, in order.

        Raises:
            SourceError: the file is damaged.
        """
        ...
