"""A Parquet file as rows of text, a few thousand at a time.

Rows are counted from 1. A column of lists is a cell with several values; a column of records has no place in a table
and is told.
"""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphkit.errors import SourceError
from graphkit.sources.tabular.cell_text import moment_text, number_text
from graphkit.sources.textfiles import PrintedRow

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_ROWS_AT_ONCE = 4096
_INDEX = re.compile(r"__index_level_\d+__")


@dataclass(frozen=True, slots=True)
class ParquetGrid:
    """The one table of a Parquet file; its header comes first, as row 0."""

    path: Path
    label: str
    in_columns: bool = True
    titled: bool = False

    @property
    def remarks(self) -> tuple[str, ...]:
        with self._opened() as file:
            return tuple(
                f"the column {column.name} holds records and not values; it is not read"
                for column in file.schema_arrow
                if not is_plain(column.type)
            )

    def rows(self) -> Generator[PrintedRow]:
        """The names of the columns as row 0, then the rows that hold anything.

        Raises:
            SourceError: the file is damaged.
        """
        with self._opened() as file:
            names = plain_columns(file.schema_arrow)
            yield PrintedRow(0, names, "")
            line = 0
            for batch in self._batches(file, names):
                columns = [texts_of(batch.column(at)) for at in range(batch.num_columns)]
                for cells in zip(*columns, strict=True):
                    line += 1
                    if any(cells):
                        yield PrintedRow(line, list(cells), " | ".join(filter(None, cells)))

    def _opened(self) -> "pq.ParquetFile":
        return opened(self.path, self.label)

    def _batches(self, file: "pq.ParquetFile", names: list[str]) -> Iterator["pa.RecordBatch"]:
        import pyarrow as pa

        try:
            yield from file.iter_batches(_ROWS_AT_ONCE, columns=names)
        except (OSError, ValueError, MemoryError, pa.ArrowException) as error:
            raise damaged(self.label) from error


def opened(path: Path, label: str) -> "pq.ParquetFile":
    """The file, its columns known.

    Raises:
        SourceError: it is no Parquet file, damaged or encrypted.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path, pre_buffer=False)  # else the whole file is held ahead of its rows
        names = file.schema_arrow.names
    except (OSError, ValueError, MemoryError, pa.ArrowException) as error:
        raise damaged(label) from error
    if len(set(names)) < len(names):
        raise SourceError(f"{label} has a column twice.")
    return file


def damaged(label: str) -> SourceError:
    return SourceError(f"{label} cannot be read as Parquet: it is damaged, or locked.")


def plain_columns(schema: "pa.Schema") -> list[str]:
    """The names of the columns whose cells are values, or lists of values; an index that pandas left behind is none."""
    return [column.name for column in schema if is_plain(column.type) and not _INDEX.fullmatch(column.name)]


def is_plain(kind: "pa.DataType") -> bool:
    import pyarrow.types as types

    if types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind):
        return not types.is_nested(kind.value_type)
    return not types.is_nested(kind)


def texts_of(column: "pa.Array | pa.ChunkedArray") -> list[str]:
    """The cells of a column as text; several values of one cell are separated by `;`."""
    import pyarrow.types as types

    if types.is_string(column.type) or types.is_large_string(column.type):
        return [cell or "" for cell in _decoded(column)]
    return [_text(cell) for cell in _values(column)]


def _decoded(column: Any) -> list[str | None]:
    import pyarrow as pa

    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [
            None if cell is None else cell.decode(errors="replace") for cell in column.cast(pa.binary()).to_pylist()
        ]


def _values(column: Any) -> list[Any]:
    import pyarrow as pa
    import pyarrow.types as types

    if types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)  # a datetime holds no more
    return list(column.to_pylist())


def _text(value: object) -> str:
    if value is None or value != value:  # the second for a float that is no number: pandas writes an empty cell so
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value) if value in (float("inf"), float("-inf")) else number_text(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date | time | timedelta):
        return moment_text(value)
    if isinstance(value, bytes):
        return value.decode(errors="replace")
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value)))
    return _of_mapping(value) if isinstance(value, Mapping) else str(value)


def _of_mapping(value: Mapping[object, object]) -> str:
    return "; ".join(f"{key}={_text(cell)}" for key, cell in value.items())
