"""Foreign tables under a mapping: their columns renamed, what is fixed put in, each row with its line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from graphkit.errors import SourceError
from graphkit.model.records import LoadReport
from graphkit.sources.mapped.mapping_file import TableMapping
from graphkit.sources.mapped.parts import WITH_NOTES
from graphkit.sources.plain_tables.columns import DELIMITERS, column_key
from graphkit.sources.plain_tables.rows import Row, Table, rows_of
from graphkit.sources.ship_pages.tables import header_of
from graphkit.sources.tabular.texts import TextGrid
from graphkit.sources.textfiles import text_of

FOREIGN_DELIMITERS: Final = (*DELIMITERS, "|")
_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class MappedTable:
    """A file's table under one mapping."""

    table: Table
    mapping: TableMapping

    def rows(self, report: LoadReport) -> list[Row]:
        """The rows, with what is fixed where they say nothing themselves. What cannot be split is set aside."""
        read = LoadReport(report.source)
        fixed = {column: text for column, text in self.mapping.fixed.items() if text}
        found = [replace(row, cells={**fixed, **row.cells}) for row in rows_of(self.table, read)]
        is_internal = fixed.get("visibility", "public").casefold() != "public"
        for remark in read.remarks:
            report.set_aside(remark.file, remark.line, remark.reason, "" if is_internal else remark.text)
        return found

    def tell_columns_left_out(self, report: LoadReport) -> None:
        """Say which columns are not read, for the parts that have no place for notes."""
        if self.table.part not in WITH_NOTES:
            for column in self.table.unknown_columns:
                report.note(self.table.file, self.table.line, "the mapping leaves this column out", column)


def open_mapped(path: Path, file: str, mapping: TableMapping) -> MappedTable:
    """A file's table under a mapping.

    Raises:
        SourceError: it is no text, or lacks a column that the mapping names.
    """
    text = text_of(path)
    delimiter = max(FOREIGN_DELIMITERS, key=lambda sign: _fitting(header_of(text, sign)[1], mapping))
    line, header = header_of(text, delimiter)
    places = {_place(header, printed, file, mapping): column for printed, column in mapping.columns.items()}
    columns = tuple(places.get(at, "") for at in range(len(header)))
    return MappedTable(Table(mapping.part, tuple(header), columns, line, TextGrid(file, text, delimiter)), mapping)


def _fitting(header: Sequence[str], mapping: TableMapping) -> tuple[int, int]:
    keys = {column_key(printed) for printed in header}
    return sum(column_key(printed) in keys for printed in mapping.columns), len(header)


def _place(header: Sequence[str], printed: str, file: str, mapping: TableMapping) -> int:
    """Where a column stands: under exactly this name, else under one that differs in capitals and blanks alone."""
    if printed.strip() in header:
        return list(header).index(printed.strip())
    keys = [column_key(name) for name in header]
    if column_key(printed) and column_key(printed) in keys:
        return keys.index(column_key(printed))
    shown = ", ".join(repr(name) for name in header[:_SHOWN] if name)
    raise SourceError(
        f"{mapping.place}: {file} has no column {printed!r}, which goes to {mapping.columns[printed]}; it has {shown}."
    )
