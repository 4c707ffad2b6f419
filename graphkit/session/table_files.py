"""A table of one's own as text: CSV, TSV, Excel and Parquet, every cell as a person reads it.

`read_table` holds the whole table; `stream_rows` gives one row after the other, for files of any length.
"""

import csv
import io
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport, Remark

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Tell = Callable[[str], None]
_LONGEST_HEADER = 1_000_000  # letters


def stream_rows(path: Path, report: LoadReport) -> Iterator[tuple[int, dict[str, str]]]:
    """The line of each row and its cells by column, "" where nothing stands; no more than a few rows are held.

    Of a workbook the first sheet is read, with its rows as Excel numbers them, and the texts that its sheets share are
    held as well; the rows of Parquet are counted from 1. report: rows are counted as kept, or set aside with line and
    reason; what could not be read of a row that is kept is noted.

    Raises:
        SourceError: the file cannot be read, or has no header. WrongUse: its name tells no format that is read.
        MissingPart: openpyxl is not installed.
    """
    from graphkit.sources.tabular.one_table import named_rows, one_grid

    return named_rows(one_grid(path, report), report)


def read_table(path: Path, *, tell: Tell | None = None) -> "pd.DataFrame":
    """The table in a file, cells as text, "" where nothing stands.

    tell: hears what could not be read of a workbook; without it a cell that holds an error is one.

    Raises:
        SourceError: it cannot be read. WrongUse: its name tells no format that is read.
        MissingPart: openpyxl is not installed.
    """
    from graphkit.sources.tabular.containers import Container
    from graphkit.sources.tabular.one_table import container_named
    from graphkit.sources.textfiles import head_of

    head = head_of(path)
    container = container_named(path, head)
    if container is Container.TEXT:
        return _text(path, head)
    return _parquet(path) if container is Container.PARQUET else _sheet(path, tell)


def _sheet(path: Path, tell: Tell | None) -> "pd.DataFrame":
    import pandas as pd

    from graphkit.sources.tabular.sheet_rows import LOST

    report = LoadReport(path.name)
    columns: dict[str, list[str]] = {}
    for count, (_, row) in enumerate(stream_rows(path, report)):
        for name, cell in row.items():
            column = columns.setdefault(name, [])
            column += [""] * (count - len(column))  # a column beside the header begins where it first holds anything
            column.append(cell)
    for remark in report.remarks:
        if tell:
            tell(_sentence(remark))
        elif remark.reason in LOST:
            raise SourceError(f"{_sentence(remark)}.")
    rows = report.kept
    return pd.DataFrame({name: cells + [""] * (rows - len(cells)) for name, cells in columns.items()}, dtype="str")


def _sentence(remark: Remark) -> str:
    place = f"{remark.file}, row {remark.line}" if remark.line else remark.file
    return f"{place}: {remark.reason}" + (f" ({remark.text})" if remark.text else "")


def _parquet(path: Path) -> "pd.DataFrame":
    import pandas as pd
    import pyarrow as pa

    from graphkit.sources.tabular.parquet_files import damaged, opened, plain_columns

    file = opened(path, path.name)
    try:
        table = file.read(columns=plain_columns(file.schema_arrow))
        return pd.DataFrame({name: _text_column(table[name]) for name in table.column_names})
    except (OSError, ValueError, MemoryError, pa.ArrowException) as error:
        raise damaged(path.name) from error


def _text_column(column: "pa.ChunkedArray") -> "pd.Series":
    """A column as text. What is text already is not taken apart: a million rows would become a million objects."""
    import pandas as pd
    import pyarrow as pa

    from graphkit.sources.tabular.parquet_files import texts_of

    try:
        if pa.types.is_string(column.type):
            column.validate(full=True)
            return pd.Series(column.fill_null("").to_pandas(), dtype="str")
    except pa.ArrowInvalid:
        pass  # not in UTF-8
    return pd.Series(texts_of(column), dtype="str")


def _text(path: Path, head: str) -> "pd.DataFrame":
    """Every cell as text as it is written: an id 007 is not 7, and a company named NA is not missing."""
    import pandas as pd

    from graphkit.sources.tabular.texts import delimiter_of
    from graphkit.sources.textfiles import text_of

    delimiter = delimiter_of(path.suffix.lower(), head)
    text = text_of(path)
    try:
        header = next(csv.reader(io.StringIO(text[:_LONGEST_HEADER], newline=""), delimiter=delimiter), [])
        if len(set(header)) < len(header) or not header:
            raise SourceError(f"{path.name} has no header, or a column twice in it.")
        with warnings.catch_warnings(action="error", category=pd.errors.ParserWarning):
            # Without index_col=False a row that is too long would move every cell one column on.
            # As bytes: Python keeps text in memory at up to four bytes a letter.
            return pd.read_csv(
                io.BytesIO(text.encode()), sep=delimiter, dtype=str, keep_default_na=False, index_col=False
            )
    except (pd.errors.ParserError, pd.errors.ParserWarning, pd.errors.EmptyDataError, csv.Error) as error:
        raise SourceError(f"{path.name} cannot be read as a table: {str(error).splitlines()[0]}.") from error
