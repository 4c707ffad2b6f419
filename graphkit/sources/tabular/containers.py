"""What kind of file holds a table, by its first bytes, and the grids in those that are no text.

Old and locked workbooks are refused in one sentence: read as text they would only be called unknown.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from graphkit.errors import SourceError
from graphkit.sources.tabular import Grid

_ZIP = "PK\x03\x04"
_COMPOUND = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Excel 97 to 2003, and of anything with a password
_PARQUET = re.compile(r"PAR1[\x00-\x08\x0e-\x1f]")  # a CSV file may begin with the letters alone
_OLD = frozenset({".xls", ".xlt", ".xlw"})
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
PARQUETS = frozenset({".parquet", ".pq"})


class Container(Enum):
    """What a table lies in. OTHER is a binary file that holds no table."""

    TEXT = auto()
    WORKBOOK = auto()
    PARQUET = auto()
    OTHER = auto()


def container_of(path: Path, head: str) -> Container:
    """What a file is. head: its beginning, as head_of gives it.

    Raises:
        SourceError: a spreadsheet that has to be saved in another form first.
    """
    if head.startswith(_COMPOUND):
        return _compound(path)
    if head.startswith(_ZIP):
        from graphkit.sources.tabular.archives import is_workbook

        return Container.WORKBOOK if is_workbook(path, path.suffix.lower() in WORKBOOKS) else Container.OTHER
    return Container.PARQUET if _PARQUET.match(head) else Container.TEXT


def _compound(path: Path) -> Container:
    suffix = path.suffix.lower()
    if suffix in _OLD:
        raise SourceError(f"{path.name} is a workbook of Excel 97 to 2003; save it as .xlsx or CSV.")
    if suffix in WORKBOOKS:
        raise SourceError(f"{path.name} is locked by a password; save it as .xlsx or CSV without one.")
    return Container.OTHER


def grids_of(path: Path, container: Container, label: str) -> Sequence[Grid]:
    """The sheets of a workbook in their order, or the one table of a Parquet file.

    Raises:
        SourceError: it is damaged, or unpacks to more than can be read. MissingPart: openpyxl is not installed.
    """
    if container is Container.WORKBOOK:
        from graphkit.sources.tabular.workbooks import sheets_of

        return sheets_of(path, label)
    if container is Container.PARQUET:
        from graphkit.sources.tabular.parquet_files import ParquetGrid

        return [ParquetGrid(path, label)]
    return []
