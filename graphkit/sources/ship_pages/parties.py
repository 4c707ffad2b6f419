"""Ships and companies of a copied page as records: with what the row says of them, or as mentions by name alone.

`c/o` belongs to an address: ABC LTD c/o XYZ MANAGEMENT is ABC LTD, reached at XYZ MANAGEMENT. A placeholder such as
UNKNOWN is an unknown party of its own for each link.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graphkit.model.identifiers import identifier
from graphkit.model.placeholders import is_placeholder
from graphkit.model.records import Record
from graphkit.model.vocabulary import Kind, Validity
from graphkit.sources.plain_tables import entities
from graphkit.sources.plain_tables.mentions import mention, unknown_party
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources, leading

_CARE_OF = re.compile(
    r"(?:^|(?<![\s,;(-])[\s,;(-]+)(?P<at>(?:c/o|c\.o\.|care\s+of)(?=[\s:.]).*)", re.IGNORECASE | re.DOTALL
)
_SAID = ("source", "visibility", "wording")


@dataclass(frozen=True, slots=True)
class Party:
    """A party of a row: the id of its record, and the records that say what the row says of it."""

    id: str
    records: tuple[Record, ...]


def derived(row: Row, cells: Mapping[str, str], further: Sequence[tuple[str, str]] = ()) -> Row:
    """A row of another table with the place, the sources and the remarks of this one."""
    said = {column: row[column] for column in _SAID if row[column]}
    return Row(
        row.file, row.line, {**{key: text for key, text in cells.items() if text}, **said}, tuple(further), row.remarks
    )


def ship(row: Row, sources: Sources, cells: Mapping[str, str], further: Sequence[tuple[str, str]] = ()) -> Party:
    """The ship of a row. cells: by the columns of the entities table.

    Raises:
        Unusable: its number is no ship's number and no name stands beside it.
    """
    printed, name = cells.get("imo", ""), cells.get("name", "")
    number = identifier("imo", printed)
    if number.valid is not Validity.OK:
        if identifier("company_imo", printed).valid is Validity.OK:
            row.note("the ship's number passes the check of a company's and not of a ship's", printed)
        if not name or is_placeholder(name):
            raise Unusable("the row names no ship: no number that passes its check, and no name beside it")
    if is_placeholder(name):
        cells = {**cells, "name": ""}
    records = entities.records(derived(row, {"kind": "vessel", **cells}, further), sources)
    return Party(records[0].id, tuple(records))


def party(row: Row, sources: Sources, text: str, details: Mapping[str, str], *, column: str, kind: str = "") -> Party:
    """A holder, manager or officer. text: its cell; details: what else the row says of it, by columns of entities.

    With details it is a record of its own; a name alone is a mention, and `resolve` looks for whom it means. kind: a
    kind of the model; empty where the page does not say, for owners may be people too.
    """
    name, care_of = name_and_care_of(text)
    described = {key: value for key, value in details.items() if value and not is_placeholder(value)}
    if care_of:
        address = described.get("address", "")
        described["address"] = ", ".join(filter(None, (care_of, address)))
    if described.get("address"):
        described["address"] = described["address"].replace(";", ",")  # one address, not several
    if is_placeholder(name) or not name:
        if not (described.get("company_imo") or described.get("registration_number")):
            if not name:
                row.note("the cell holds an address and no name, and the party counts as unknown", text)
            return _unknown(row, sources, name or "UNKNOWN", column)
        name = ""
    if not described:
        where = leading(sources.provenances(row))
        record = mention(row, name, where)
        if kind:
            record = replace(record, id=f"{record.id}/{kind}", kind=Kind(kind))
        return Party(record.id, (record,))
    number = identifier("company_imo", described.get("company_imo", ""))
    if number.valid is Validity.BAD_CHECKSUM and identifier("imo", number.raw).valid is Validity.OK:
        row.note("the company's number passes the check of a ship's and not of a company's", number.raw)
    stated = kind or ("company" if described.get("company_imo") else "")
    records = entities.records(derived(row, {"kind": stated, "name": name, **described}), sources)
    return Party(records[0].id, tuple(records))


def _unknown(row: Row, sources: Sources, name: str, column: str) -> Party:
    cells = {**row.cells, "party": name}
    record = unknown_party(
        Row(row.file, row.line, cells, row.further, row.remarks), "party", leading(sources.provenances(row))
    )
    key = f"{record.id}-{column}"
    return Party(key, (Record(key, record.kind, record.name, record.provenance, standing=record.standing),))


def name_and_care_of(text: str) -> tuple[str, str]:
    """`ABC LTD c/o XYZ MANAGEMENT` as name and the beginning of an address."""
    found = _CARE_OF.search(text)
    return (text[: found.start()].strip(), found["at"].rstrip(") ").strip()) if found else (text.strip(), "")
