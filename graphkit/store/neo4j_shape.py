"""What the rows for a server are made with: public rows of a table, grouped, with their statements as parallel lists.

A list on a node or a relationship holds no nulls, so that an empty text or 0 stands for them there.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from graphkit.model.vocabulary import Visibility
from graphkit.store.base import Row

STATED: Final = {  # column of a statement -> list on the node or relationship
    "source_id": "sources",
    "place": "places",
    "source_reference": "references",
    "wording": "wordings",
    "file": "files",
    "line": "lines",
}


class PublicRows:
    """The tables of a build without what is internal; each is read once."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = tables
        self._rows: dict[str, list[Row]] = {}

    def of(self, name: str) -> list[Row]:
        """The rows of a table in its order; none when the table is not there."""
        if name not in self._rows:
            self._rows[name] = _public(self._tables[name]) if name in self._tables else []
        return self._rows[name]


def _public(table: pa.Table) -> list[Row]:
    if "visibility" in table.column_names:
        table = table.filter(pc.not_equal(table["visibility"], str(Visibility.INTERNAL)))
    rows: list[Row] = table.to_pylist()
    return rows


def grouped(rows: Iterable[Row], *columns: str) -> dict[tuple[str, ...], list[Row]]:
    """Rows by the values of some columns, groups and rows in their first order."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple([row[column] for column in columns]), []).append(row)
    return groups


def lists(rows: Iterable[Row], columns: Mapping[str, str] = STATED) -> Row:
    """Statements as parallel lists, one for each column."""
    stated = list(rows)
    return {name: [_filled(row[column], column) for row in stated] for column, name in columns.items()}


def _filled(value: str | int | None, column: str) -> str | int:
    if value is not None:
        return value
    return 0 if column == "line" else ""


def without(row: Row, *columns: str) -> Row:
    """A row with some columns left out."""
    return {column: value for column, value in row.items() if column not in columns}


def split(joined: str) -> list[str]:
    """Values that a table keeps in one cell, separated by `; `."""
    return joined.split("; ") if joined else []


def hashed(word: str, *parts: str | None) -> str:
    """A short id for what has none of its own: equal content, equal id."""
    text = "\x1f".join(part or "" for part in parts)
    return f"{word}-{hashlib.blake2b(text.encode(), digest_size=8).hexdigest()}"
