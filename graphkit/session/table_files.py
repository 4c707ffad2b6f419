"""A table of one's own as text: CSV, TSV and Parquet, every cell as it is written."""

import csv
import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import SourceError, WrongUse

if TYPE_CHECKING:
    import pandas as pd

_DELIMITERS = {".csv": ",", ".txt": ",", ".tsv": "\t", ".tab": "\t"}
_LONGEST_HEADER = 1_000_000  # letters
_PARQUET = {".parquet", ".pq"}


def read_table(path: Path) -> "pd.DataFrame":
    """The table in a file, cells as text, "" where nothing stands.

    Raises:
        SourceError: it cannot be read. WrongUse: its name tells no format that is read.
    """
    return _parquet(path) if path.suffix.lower() in _PARQUET else _text(path)


def _parquet(path: Path) -> "pd.DataFrame":
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        frame: pd.DataFrame = pq.ParquetFile(path).read().to_pandas()
    except (OSError, pa.ArrowException) as error:
        raise SourceError(f"{path.name} cannot be read as Parquet.") from error
    return frame.astype("str").where(frame.notna(), "")


def _text(path: Path) -> "pd.DataFrame":
    """Every cell as text as it is written: an id 007 is not 7, and a company named NA is not missing."""
    import pandas as pd

    from graphkit.sources.textfiles import text_of

    delimiter = _DELIMITERS.get(path.suffix.lower())
    if delimiter is None:
        raise WrongUse(
            f"{path.name}: tables are read from .csv, .tsv and .parquet, not {path.suffix or 'a bare name'}."
        )
    text = text_of(path)
    try:
        header = next(csv.reader(io.StringIO(text[:_LONGEST_HEADER]), delimiter=delimiter), [])
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
