"""ships: one row for each ship, its particulars and its roles in columns of their own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from graphkit.model.dates import When
from graphkit.model.records import Fact, Record, Statement
from graphkit.model.vocabulary import Kind
from graphkit.sources.plain_tables.cells import date_value
from graphkit.sources.plain_tables.rows import Row
from graphkit.sources.plain_tables.sources import Sources
from graphkit.sources.plain_tables.telling import Reader
from graphkit.sources.ship_pages.effect import span
from graphkit.sources.ship_pages.holdings import links, meaning
from graphkit.sources.ship_pages.parties import party, ship
from graphkit.sources.ship_pages.spellings import ROLES

_PLAIN: Final = ("imo", "former_names", "call_sign", "mmsi", "gt", "dwt", "built")
_DATED: Final = ("flag", "type", "status")
_SINCE: Final = re.compile(r"(?P<value>.*?)[\s,;(]+(?P<when>(?:since|during|before)\s+[^()]+)\)?", re.IGNORECASE)


_LONGEST: Final = 200


def reader(rows: Sequence[Row]) -> Reader:  # noqa: ARG001  # the form of the others; each ship has one row here
    """Reads one row."""
    return statements


def statements(row: Row, sources: Sources) -> list[Statement]:
    """The ship of the row, and a link for each role that names somebody."""
    dated = {column: _dated(row, column) for column in _DATED if row[column]}
    cells = {column: row[column] for column in _PLAIN} | {"name": row["ship_name"]}
    cells |= {column: value for column, (value, _) in dated.items() if column != "status"}
    described = ship(row, sources, cells, row.further)
    found: list[Statement] = [_with_dates(record, dated) for record in described.records]
    for role in ROLES:
        named, number = row[role], row[f"{role}_imo"]
        known = meaning(role)
        if not (named or number) or known is None:
            continue
        details = {
            "company_imo": number,
            "country": row[f"{role}_country"],
            "address": row[f"{role}_address"],
        }
        holder = party(row, sources, named, details, column=role)
        found += holder.records
        dates = span(row, f"{role}_since", f"{role}_until")
        found += links(row, sources, known, holder.id, described.id, dates)
    return list(dict.fromkeys(found))


def _dated(row: Row, column: str) -> tuple[str, When | None]:
    """`Panama (since 01/02/2008)` as what it says and from when."""
    found = _SINCE.fullmatch(row[column]) if len(row[column]) <= _LONGEST else None
    return (found["value"].strip(), date_value(row, column, found["when"])) if found else (row[column], None)


def _with_dates(record: Record, dated: Mapping[str, tuple[str, When | None]]) -> Record:
    if record.kind is not Kind.VESSEL:
        return record
    facts = [replace(fact, when=dated[fact.property][1]) if fact.property in dated else fact for fact in record.facts]
    if "status" in dated:
        value, when = dated["status"]
        facts.append(Fact("status", value, when=when))
    return replace(record, facts=tuple(facts))
