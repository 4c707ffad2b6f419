"""The tables of one's own: sources, entities, links, listings, events and reports, in texts, workbooks or Parquet.

A folder of such tables is one source. A file, or a sheet of a workbook, is recognised by its columns, whatever it is
called, and several may be of one table. Ids are shared by all tables of a build; every cell that names a party is a
mention, and only `resolve` decides whom it means. Which words a cell may hold is said in the neighbours of this module,
one for each table.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport, Statement
from graphkit.model.vocabulary import Visibility
from graphkit.sources.base import SourceFiles
from graphkit.sources.plain_tables import entities, events, links, listings, reports
from graphkit.sources.plain_tables.columns import WITH_NOTES
from graphkit.sources.plain_tables.opening import open_tables, part_in
from graphkit.sources.plain_tables.rows import rows_of
from graphkit.sources.plain_tables.sources import Sources, described, undescribed
from graphkit.sources.plain_tables.telling import Reader, tell_unknown_columns, told

NAME = "tables"
TITLE = "Tables of one's own"
PUBLISHER = ""
KIND = "analyst"

READERS: Final[Mapping[str, Reader]] = {
    "entities": entities.records,
    "links": links.statements,
    "listings": listings.statements,
    "events": events.statements,
    "reports": reports.statements,
}


def recognise(path: Path, head: str) -> str | None:
    """Which table a file is, by its columns: entities, links, listings, events, reports or sources; else None.

    A workbook with a table in one of its sheets is a workbook.

    Raises:
        SourceError: it is damaged, or a spreadsheet of another form. MissingPart: openpyxl is not installed.
    """
    return part_in(path, head)


def read(source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
    """Sources first, then entities, links, listings, events and reports.

    A party that rows merely name comes once, before the first statement about it, and a second time when both internal
    and public rows name it.

    Raises:
        SourceError: no files, or one that is none of the tables or cannot be read. MissingPart: openpyxl is missing.
    """
    if not source.files:
        raise SourceError(f"{source.name} has no files.")
    tables = [
        table
        for key, path in sorted(source.files.items())
        for table in open_tables(path, source.labels[key], key, report)
    ]
    known = described([table for table in tables if table.part == "sources"], report)
    yield from known.values()
    others = [table for part in READERS for table in tables if table.part == part]
    # For the sources only; rows are counted when they are used.
    naming = (row for table in others for row in rows_of(table, LoadReport(source.name)))
    yield from undescribed(naming, source.name, known, report)
    internal = frozenset(found.id for found in known.values() if found.visibility is Visibility.INTERNAL)
    sources = Sources(source.name, internal)
    for table in tables:
        if table.part not in WITH_NOTES:
            tell_unknown_columns(table, report)
    yield from told(((READERS[table.part], row) for table in others for row in rows_of(table, report)), sources, report)
