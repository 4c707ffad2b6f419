"""Rows turned into statements, each counted as kept or set aside; a party that rows merely name comes once."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from graphkit.model.records import LoadReport, Record, Statement
from graphkit.model.vocabulary import Standing, Visibility
from graphkit.sources.plain_tables.rows import Row, Table, Unusable, keep, set_aside
from graphkit.sources.plain_tables.sources import Sources

Reader = Callable[[Row, Sources], Sequence[Statement]]
"""What one row states. It raises Unusable for a row that has to be set aside."""


def told(rows: Iterable[tuple[Reader, Row]], sources: Sources, report: LoadReport) -> Iterator[Statement]:
    """What the rows state, each read by the reader beside it.

    A mention comes once, before the first statement about it, and a second time when both internal and public rows name
    it.
    """
    named: set[tuple[str, Visibility]] = set()
    for reader, row in rows:
        for statement in _statements(reader, row, sources, report):
            if isinstance(statement, Record) and statement.standing is Standing.MENTION:
                key = (statement.id, statement.provenance.visibility)
                if key in named:
                    continue
                named.add(key)
            yield statement


def _statements(reader: Reader, row: Row, sources: Sources, report: LoadReport) -> Sequence[Statement]:
    """What a row says, counted as kept; nothing when it has to be set aside."""
    secret = sources.is_secret(row)
    try:
        found = reader(row, sources)
    except Unusable as problem:
        set_aside(row, report, str(problem), secret=secret)
        return ()
    keep(row, report, secret=secret)
    return found


def tell_unknown_columns(table: Table, report: LoadReport) -> None:
    """Say which columns are not read, for the tables that have no place for their cells."""
    for column in table.unknown_columns:
        report.note(table.file, table.line, f"the table {table.part} has no such column; it is not read", column)
