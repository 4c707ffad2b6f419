"""Everything that is stated of one record, for a person who must say which records are one.

Reads the tables of a build and takes nothing from what was derived, but for the party that the record belongs to today
and that party's links.
"""

from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc

from graphkit.analyse.evidence import ordered, source_ref
from graphkit.model.answers.review import Party, RecordCard, RecordFact, RecordLink, RecordName
from graphkit.model.vocabulary import DERIVED
from graphkit.store.base import Row

_NAME_ORDER = ("primary", "original_script", "alias", "former", "weak", "spelling")


class Tables(Protocol):
    """A store that hands out whole tables of its build."""

    def table(self, name: str) -> Any:
        """One table as Arrow columns."""
        ...


class RecordCards:
    """The cards of records, each looked up when it is asked for."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def card(self, record_id: str) -> RecordCard:
        """What the sources state of a record. The record must be in the build."""
        rows = self._where("records", "record_id", record_id)
        entity_id = self._where("record_entities", "record_id", record_id)[0]["entity_id"]
        links = self._links(entity_id)
        return RecordCard(
            id=record_id,
            name=rows[0]["name"],
            kind=rows[0]["kind"],
            standing=rows[0]["standing"],
            names=self.names(record_id),
            numbers=self._numbers(record_id),
            facts=self._facts(record_id),
            listings=self._listings(record_id),
            links=links,
            sources=ordered(source_ref(row) for row in rows),
            party=self._party(entity_id, len(links)),
        )

    def names(self, record_id: str) -> tuple[RecordName, ...]:
        """The names of a record, each spelling and kind once, primary ones first."""
        found = {(row["name_kind"], row["name"]) for row in self._where("record_names", "record_id", record_id)}
        ranked = sorted(found, key=lambda each: (_name_rank(each[0]), each[1]))
        return tuple(RecordName(name, kind) for kind, name in ranked)

    def stated(self, record_id: str) -> set[str]:
        """The schemes and properties that a record states anything of."""
        return {each.property for each in (*self._numbers(record_id), *self._facts(record_id))}

    def _numbers(self, record_id: str) -> tuple[RecordFact, ...]:
        rows = self._where("record_identifiers", "record_id", record_id)
        found = {(row["scheme"], row["raw"], row["value"] or "", row["valid"] or "") for row in rows}
        return tuple(RecordFact(scheme, raw, value, valid) for scheme, raw, value, valid in sorted(found))

    def _facts(self, record_id: str) -> tuple[RecordFact, ...]:
        rows = self._where("record_facts", "record_id", record_id)
        found = {(row["property"], row["value"], row["code"] or "") for row in rows}
        return tuple(RecordFact(*each) for each in sorted(found))

    def _listings(self, record_id: str) -> tuple[str, ...]:
        found = set()
        for row in self._where("listing_statements", "record_id", record_id):
            when = f"since {row['listed']}" if row["listed"] else "undated"
            told = (row["authority"], row["reference"] or row["list"], row["measure"].replace("_", " "), when)
            found.add(" ".join(each for each in told if each))
        return tuple(sorted(found))

    def _party(self, entity_id: str, links: int) -> Party:
        entity = self._where("entities", "entity_id", entity_id)
        return Party(
            id=entity_id,
            name=entity[0]["name"] if entity else "",
            records=len(self._where("record_entities", "entity_id", entity_id)),
            links=links,
            listed=bool(self._where("listings", "entity_id", entity_id)),
        )

    def _links(self, entity_id: str) -> tuple[RecordLink, ...]:
        rows = [
            (row, row[far], holds)
            for near, far, holds in (("to_id", "from_id", False), ("from_id", "to_id", True))
            for row in self._where("links", near, entity_id)
            if row["type"] not in DERIVED
        ]
        others = self._where("entities", "entity_id", *{other for _, other, _ in rows})
        names: dict[str, str] = {row["entity_id"]: row["name"] for row in others}
        found = {
            RecordLink(row["type"], row["role"] or "", holds, names.get(other) or other, other)
            for row, other, holds in rows
        }
        return tuple(sorted(found, key=lambda link: (link.holds, link.type, link.role, link.other, link.other_id)))

    def _where(self, table: str, column: str, *values: str) -> list[Row]:
        rows = self._tables.table(table)
        found: list[Row] = rows.filter(pc.is_in(rows[column], pa.array(values, pa.string()))).to_pylist()
        return found


def _name_rank(kind: str) -> int:
    return _NAME_ORDER.index(kind) if kind in _NAME_ORDER else len(_NAME_ORDER)
