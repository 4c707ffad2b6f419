"""Foreign tables that a mapping.toml reads: its columns are renamed, and the table is one of the contract or a page.

The mapping is a file of the source like any other and lies in the case beside the tables, so that a later build reads
them the same way. A file may stand under several mappings, such as ships to one table and their owners to another.
"""

from collections.abc import Iterator
from pathlib import Path

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport, Statement
from graphkit.sources import ship_pages
from graphkit.sources.base import SourceFiles
from graphkit.sources.mapped.mapping_file import read_mapping
from graphkit.sources.mapped.parts import COLUMNS, reader
from graphkit.sources.mapped.tables import MappedTable, open_mapped

NAME = "mapped"
TITLE = "Tables read by a mapping.toml"
PUBLISHER = ""
KIND = "analyst"

MAPPING_PART = "mapping"
TABLE_PART = "table"


def recognise(path: Path, head: str) -> str | None:  # noqa: ARG001  # only a mapping says what these files are
    """None: what a file is stands in the mapping, not in the file."""
    return None


def read(source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
    """What the tables state, entities and ships first.

    Raises:
        SourceError: the mapping is wrong, or does not fit a table.
    """
    tables = sorted(_tables(source), key=lambda mapped: list(COLUMNS).index(mapped.table.part))
    if not tables:
        raise SourceError(f"The mapping of {source.name} is for none of its files.")
    for mapped in tables:
        mapped.tell_columns_left_out(report)
    rows = [(mapped.table.part, mapped.rows(report)) for mapped in tables]
    yield from ship_pages.statements([(reader(part, each), each) for part, each in rows], source, report)


def _tables(source: SourceFiles) -> Iterator[MappedTable]:
    mappings = read_mapping(source.files[MAPPING_PART], source.labels[MAPPING_PART])
    for key, path in sorted(source.files.items()):
        if key.partition("-")[0] == TABLE_PART:
            for mapping in mappings:
                if mapping.fits(source.labels[key]):
                    yield open_mapped(path, source.labels[key], mapping)
