"""The tables of a build, read when a question first needs them, and the plain look-ups in them.

Statements marked internal are left out here, before any answer is made of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.case.arrow import opened_table, read_rows
from graphkit.case.folder import CaseFolder, Manifest
from graphkit.errors import CaseError
from graphkit.graph.adjacency import Ints
from graphkit.model.tables import GRAPH_TABLES, RESOLUTION_TABLES, STATEMENT_TABLES, Columns
from graphkit.model.vocabulary import Visibility
from graphkit.store.base import Row
from graphkit.store.local.links import LinkArrays

_WHOLE = 100_000  # rows; a smaller table is read whole
_COLUMNS = {**STATEMENT_TABLES, **RESOLUTION_TABLES, **GRAPH_TABLES}
# What a row names in another table, by column. It goes with it: a party that only internal statements know is no end of
# a link, and tables without a visibility of their own take that of the rows they name.
_GOES_WITH: dict[str, tuple[tuple[str, str, str], ...]] = {
    "event_entities": (("event_id", "events", "event_id"), ("entity_id", "entities", "entity_id")),
    "record_entities": (("record_id", "records", "record_id"), ("entity_id", "entities", "entity_id")),
    "pairs": (("left", "records", "record_id"), ("right", "records", "record_id")),
    "pair_evidence": (("left", "records", "record_id"), ("right", "records", "record_id")),
    "old_ids": (("entity_id", "entities", "entity_id"),),
    "links": (("from_id", "entities", "entity_id"), ("to_id", "entities", "entity_id")),
    "listings": (("entity_id", "entities", "entity_id"),),
}


class BuildTables:
    """The build that was in force when the case was opened. One that another process makes meanwhile is not mixed in.

    internal: whether internal statements are part of the answers.
    """

    def __init__(self, folder: CaseFolder, *, internal: bool) -> None:
        self._folder = folder
        self._internal = internal
        self._tables: dict[str, pa.Table] = {}
        self._whole: dict[str, pa.Table] = {}
        self._files: dict[str, Any] = {}
        self.manifest = _manifest(folder)

    def table(self, name: str) -> pa.Table:
        """One table, read once, internal rows left out unless asked for."""
        if name not in self._tables:
            table = self._raw(name)
            self._tables[name] = table if self._internal else self._public(name, table)
        return self._tables[name]

    @property
    def _path(self) -> Path:
        return self._folder.path / "builds" / self.manifest.build

    def _read(self, name: str, columns: Columns | None = None) -> pa.Table:
        with self._readable(name):
            return self._file(name).read(columns=list(columns or _COLUMNS[name]))

    @contextmanager
    def _readable(self, name: str) -> Iterator[None]:
        """Say of a table that cannot be read what to do."""
        try:
            yield
        except (OSError, pa.ArrowException) as error:
            raise _damaged(self._folder, f"{name}.parquet") from error

    def _public(self, name: str, table: pa.Table) -> pa.Table:
        """The rows that may be shown to anybody."""
        if "visibility" in table.column_names:
            table = table.filter(pc.not_equal(table["visibility"], str(Visibility.INTERNAL)))
        for column, other, key in _GOES_WITH.get(name, ()):
            shown = self.links.shown_ids if other == "entities" else self.table(other)[key].combine_chunks()
            table = table.filter(pc.is_in(table[column], shown))
        return table

    @cached_property
    def links(self) -> LinkArrays:
        """The links as arrays, upwards and downwards."""
        parties = {name: _COLUMNS["entities"][name] for name in ("entity_id", "unknown", "visibility")}
        return LinkArrays(self._read("link_numbers"), self._read("entities", parties), internal=self._internal)

    def where(self, table: str, column: str, values: list[str]) -> list[Row]:
        """Rows whose column holds one of the values, in the order of the table."""
        rows = self.table(table)
        return plain_rows(rows.filter(pc.is_in(rows[column], pa.array(values, pa.string()))))

    def ids(self, table: str, column: str, value: str, wanted: str) -> list[Row]:
        """The distinct values of another column in the rows whose column holds the value, sorted."""
        rows = self.table(table)
        found = rows.filter(pc.equal(rows[column], value))[wanted]
        return [{wanted: each} for each in sorted(set(found.to_pylist()))]

    def link_rows(self, numbers: Ints) -> list[Row]:
        """Links by their place in the table, sorted by id."""
        if not len(numbers):
            return []
        return sorted(plain_rows(self._rows_at("links", numbers)), key=lambda row: str(row["link_id"]))

    def parties(self, entity_ids: list[str]) -> list[Row]:
        """The rows of entities by id, sorted by id."""
        numbers = self.links.numbers(entity_ids)
        rows = plain_rows(self._rows_at("entities", numbers[self.links.shown[numbers]]))
        return sorted(rows, key=lambda row: str(row["entity_id"]))

    def _rows_at(self, name: str, numbers: Ints) -> pa.Table:
        """Rows of a table by their place in it, internal ones among them; of a large table no more is read."""
        if self._is_small(name):
            return self._raw(name).take(pa.array(numbers))
        with self._readable(name):
            return read_rows(self._file(name), _COLUMNS[name], np.unique(numbers).tolist())

    def _raw(self, name: str) -> pa.Table:
        """A whole table, internal rows among them; of a small one no row is read twice."""
        if name not in self._whole:
            table = self._read(name)
            if not self._is_small(name):
                return table
            self._whole[name] = table
        return self._whole[name]

    def _is_small(self, name: str) -> bool:
        with self._readable(name):
            return bool(self._file(name).metadata.num_rows < _WHOLE)

    def _file(self, name: str) -> Any:
        if name not in self._files:
            self._files[name] = opened_table(self._path, name)
        return self._files[name]


def _manifest(folder: CaseFolder) -> Manifest:
    try:
        return folder.manifest()
    except (LookupError, TypeError, ValueError) as error:
        raise _damaged(folder, "manifest.json") from error


def _damaged(folder: CaseFolder, name: str) -> CaseError:
    return CaseError(f"{name} of the case {folder.path} cannot be read; build the case again.")


def plain_rows(table: pa.Table) -> list[Row]:
    """A table as rows of plain values."""
    rows: list[Row] = table.to_pylist()
    return rows


def ids_of(column: pa.ChunkedArray) -> list[Row]:
    """Distinct entity ids, sorted."""
    return [{"entity_id": entity_id} for entity_id in sorted(set(column.to_pylist()))]


def name_rows(names: pa.Table) -> list[Row]:
    """Names with the entity that bears each."""
    return plain_rows(names.select(["entity_id", "name", "name_kind", "search_key"]))
