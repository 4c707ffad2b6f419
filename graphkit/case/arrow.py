"""Declared columns to Arrow tables and Parquet files, and back."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from graphkit.model.tables import Columns

_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int8": pa.int8(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
}


def schema(columns: Columns) -> pa.Schema:
    """The Arrow schema of declared columns."""
    return pa.schema([(name, _TYPES[type_]) for name, type_ in columns.items()])


def from_rows(columns: Columns, rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """A table from rows of values in the order of the columns; None is null."""
    values: Iterable[Sequence[Any]] = zip(*rows, strict=True) if rows else [()] * len(columns)
    arrays = [pa.array(column, type=type_.type) for column, type_ in zip(values, schema(columns), strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema(columns))


AT_ONCE = 1 << 13
"""Rows of one part of a file: a question that wants a few of millions reads the parts that hold them."""


def write_tables(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """One Parquet file per table; zstd halves the size at no cost in reading speed that a case would notice."""
    for name, table in tables.items():
        pq.write_table(table, folder / f"{name}.parquet", compression="zstd", row_group_size=AT_ONCE)


def read_table(folder: Path, name: str, columns: Columns) -> pa.Table:
    """One table of a build, with the declared columns in their order."""
    return opened_table(folder, name).read(columns=list(columns))


def opened_table(folder: Path, name: str) -> pq.ParquetFile:
    """A table of a build, to be read whole or in parts."""
    # read_table would bring in pyarrow's datasets, which take longer to load than a case to read.
    return pq.ParquetFile(folder / f"{name}.parquet")


def read_rows(file: pq.ParquetFile, columns: Columns, numbers: Sequence[int]) -> pa.Table:
    """Some rows of a table of a build by their numbers, in the order of the numbers, which are sorted."""
    parts: dict[int, list[int]] = {}
    for number in numbers:
        parts.setdefault(number // AT_ONCE, []).append(number % AT_ONCE)
    found = [file.read_row_group(part, columns=list(columns)).take(rows) for part, rows in parts.items()]
    return pa.concat_tables(found) if found else schema(columns).empty_table()
