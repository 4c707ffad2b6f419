"""Owners by hand: tables as an analyst copies them from the pages of a ship's register or a register of companies.

Four tables, told apart by their columns: the companies of a ship, ships with their roles, the history of a ship, and an
extract of a register of companies. Ship and company numbers share a form and are told apart by their columns, never by
their digits. Which page says what is in the neighbours of this module.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport, Statement
from graphkit.model.vocabulary import Visibility
from graphkit.sources.base import SourceFiles
from graphkit.sources.plain_tables.opening import open_tables
from graphkit.sources.plain_tables.rows import Row, Table, rows_of
from graphkit.sources.plain_tables.sources import Sources, described, undescribed
from graphkit.sources.plain_tables.telling import Reader, tell_unknown_columns, told
from graphkit.sources.ship_pages import companies, history, register, ships
from graphkit.sources.ship_pages.tables import open_page, recognised

NAME = "pages"
TITLE = "Pages of registers, copied by hand"
PUBLISHER = ""
KIND = "analyst"

READERS: Final[Mapping[str, Callable[[Sequence[Row]], Reader]]] = {
    "ships": ships.reader,
    "ship_companies": companies.reader,
    "ship_history": history.reader,
    "company_register": register.reader,
}
WITH_NOTES: Final = frozenset({"ships"})
SOURCES_PART: Final = "sources"
"""The table of sources that lies in the same folder: it says which of them are internal, and is read as a table."""


def recognise(path: Path, head: str) -> str | None:  # noqa: ARG001  # the name of a file says nothing
    """Which page a table was copied from, by its columns; None when it is none."""
    found = recognised(head)
    return found[0] if found else None


def read(source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
    """Ships first, then their companies and history, then registers of companies.

    Raises:
        SourceError: no files, or one that is none of the pages or no text.
    """
    tables = [
        open_page(path, source.labels[key], key)
        for key, path in sorted(source.files.items())
        if key.partition("-")[0] != SOURCES_PART
    ]
    if not tables:
        raise SourceError(f"{source.name} has no files.")
    by_part = [table for part in READERS for table in tables if table.part == part]
    for table in by_part:
        if table.part not in WITH_NOTES:
            tell_unknown_columns(table, report)
    read_rows = [(table, list(rows_of(table, report))) for table in by_part]
    yield from statements([(READERS[table.part](rows), rows) for table, rows in read_rows], source, report)


def statements(
    tables: Sequence[tuple[Reader, Sequence[Row]]], source: SourceFiles, report: LoadReport
) -> Iterator[Statement]:
    """What rows state, the sources that they name first."""
    known = described(_tables_of_sources(source, report), LoadReport(source.name))
    yield from undescribed((row for _, rows in tables for row in rows), source.name, known, report)
    internal = frozenset(found.id for found in known.values() if found.visibility is Visibility.INTERNAL)
    pairs = ((reader, row) for reader, rows in tables for row in rows)
    yield from told(pairs, Sources(source.name, internal), report)


def _tables_of_sources(source: SourceFiles, report: LoadReport) -> list[Table]:
    return [
        table
        for key, path in sorted(source.files.items())
        if key.partition("-")[0] == SOURCES_PART
        for table in open_tables(path, source.labels[key], SOURCES_PART, report)
    ]
