"""The tables of one's own: sources, entities, links, listings, events and reports, as CSV or TSV.

A folder of such tables is one source. A file is recognised by its columns, whatever it is called, and several files may
be of one table. Ids are shared by all tables of a build; every cell that names a party is a mention, and only `resolve`
decides whom it means. Which words a cell may hold is said in the neighbours of this module, one for each table.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport, Record, Statement
from graphkit.model.vocabulary import Standing, Visibility
from graphkit.sources.base import SourceFiles
from graphkit.sources.plain_tables import entities, events, links, listings, reports
from graphkit.sources.plain_tables.rows import Row, Table, Unusable, keep, open_table, recognised, rows_of, set_aside
from graphkit.sources.plain_tables.sources import Sources, described, undescribed

NAME = "tables"
TITLE = "Tables of one's own"
PUBLISHER = ""
KIND = "analyst"

_READERS: Final[Mapping[str, Callable[[Row, Sources], Sequence[Statement]]]] = {
    "entities": entities.records,
    "links": links.statements,
    "listings": listings.statements,
    "events": events.statements,
    "reports": reports.statements,
}
_WITH_NOTES: Final = frozenset({"entities", "events"})


def recognise(path: Path, head: str) -> str | None:  # noqa: ARG001  # the name of a file says nothing
    """Which table a file is, by its columns: entities, links, listings, events, reports or sources; else None."""
    found = recognised(head)
    return found[0] if found else None


def read(source: SourceFiles, report: LoadReport) -> Iterator[Statement]:
    """Sources first, then entities, links, listings, events and reports.

    A party that rows merely name comes once, before the first statement about it, and a second time when both internal
    and public rows name it.

    Raises:
        SourceError: no files, or one that is none of the tables or no text.
    """
    if not source.files:
        raise SourceError(f"{source.name} has no files.")
    tables = [open_table(path, source.labels[key], key) for key, path in sorted(source.files.items())]
    known = described([table for table in tables if table.part == "sources"], report)
    yield from known.values()
    others = [table for part in _READERS for table in tables if table.part == part]
    yield from undescribed(others, source.name, known, report)
    internal = frozenset(found.id for found in known.values() if found.visibility is Visibility.INTERNAL)
    sources = Sources(source.name, internal)
    named: set[tuple[str, Visibility]] = set()
    for table in tables:
        _tell_unknown_columns(table, report)
    for table in others:
        for row in rows_of(table, report):
            for statement in _statements(table.part, row, sources, report):
                if isinstance(statement, Record) and statement.standing is Standing.MENTION:
                    key = (statement.id, statement.provenance.visibility)
                    if key in named:
                        continue
                    named.add(key)
                yield statement


def _statements(part: str, row: Row, sources: Sources, report: LoadReport) -> Sequence[Statement]:
    """What a row says, counted as kept; nothing when it has to be set aside."""
    secret = sources.is_secret(row)
    try:
        found = _READERS[part](row, sources)
    except Unusable as problem:
        set_aside(row, report, str(problem), secret=secret)
        return ()
    keep(row, report, secret=secret)
    return found


def _tell_unknown_columns(table: Table, report: LoadReport) -> None:
    """Entities and events keep the cells of unknown columns as notes; the other tables have no place for them."""
    if table.part not in _WITH_NOTES:
        for column in table.unknown_columns:
            report.note(table.file, table.line, f"the table {table.part} has no such column; it is not read", column)
