"""Which of the tables of one's own a file is, judged by the names of its columns and never by its own name.

A column that is known under no spelling is an unknown column: kept as a note, never evidence.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graphkit.sources.plain_tables.spellings import SPELLINGS

DELIMITERS: Final = (",", "\t", ";")
PARTS: Final = tuple(SPELLINGS)
WITH_NOTES: Final = frozenset({"entities", "events"})
"""The tables that have a place for the cells of unknown columns."""


def column_key(printed: str) -> str:
    """A column's name as it is compared: `Call Sign`, `call_sign` and `callSign` are one."""
    return re.sub(r"[\W_]+", "", printed.casefold())


_COLUMN_OF: Final[Mapping[str, Mapping[str, str]]] = {
    part: {column_key(spelling): name for name, others in columns.items() for spelling in (*others.split(), name)}
    for part, columns in SPELLINGS.items()
}


@dataclass(frozen=True, slots=True)
class _Signature:
    """What a header must have: every column of `all_of`, one of `any_of`; with `surely` nothing else in it matters."""

    part: str
    all_of: frozenset[str]
    any_of: frozenset[str]
    surely: frozenset[str]


def _signature(part: str, *, all_of: str, any_of: str, surely: str) -> _Signature:
    return _Signature(part, frozenset(all_of.split()), frozenset(any_of.split()), frozenset(surely.split()))


_NUMBERS: Final = "imo company_imo mmsi call_sign lei registration_number"
_DESCRIPTION: Final = "aliases former_names flag country birth_date address built gt dwt dissolved"
_DOCUMENT: Final = "title publisher url archive_url published retrieved reliability"
_ENTRY: Final = "authority list measure program listed delisted"
_SHIP: Final = "vessel vessel_imo vessel_name vessel_mmsi"

_SIGNATURES: Final = (
    _signature("links", all_of="from to", any_of="from", surely="from to type"),
    _signature("reports", all_of="report", any_of="category expected entity", surely="report category"),
    _signature("listings", all_of="entity", any_of=_ENTRY, surely="entity authority"),
    _signature("events", all_of="type", any_of=_SHIP, surely="type vessel start"),
    _signature("entities", all_of="", any_of=f"name {_NUMBERS}", surely="id name"),
    _signature("entities", all_of="id", any_of=_DESCRIPTION, surely="id kind"),
    _signature("sources", all_of="id", any_of=_DOCUMENT, surely="id title"),
)
_HAPPENING: Final = frozenset(
    {"start", "counterpart", "lat", "lon", "area", "claimed_name", "draught_before", "draught_after"}
)
_FOREIGN: Final = (
    {"mmsi", "lat", "lon"},  # positions of AIS receivers, in either spelling
    {"mmsi", "latitude", "longitude"},
    {"celex"},  # annexes of the European Union
    {"namea", "nameb"},  # pairs of names to compare
    {"imo", "role"},  # a ship's register, one row a role: the number is the ship's and the name a company's
    {"imo", "companyname"},
)


def columns_of(header: Sequence[str], part: str) -> tuple[str, ...]:
    """For each printed column its name in the contract, empty where it has none.

    Of two columns that mean the same, the one under its own name counts, else the first; the other is unknown.
    """
    return assigned(header, _COLUMN_OF[part])


def assigned(header: Sequence[str], name_of: Mapping[str, str]) -> tuple[str, ...]:
    """The same for other columns than the contract's. name_of: name by the key of each spelling."""
    keys = [column_key(printed) for printed in header]
    names = [name_of.get(key, "") for key in keys]
    chosen: dict[str, int] = {}
    for position in sorted(range(len(keys)), key=lambda at: keys[at] != column_key(names[at])):
        chosen.setdefault(names[position], position)
    return tuple(name if chosen[name] == position else "" for position, name in enumerate(names))


def part_of(header: Sequence[str]) -> str | None:
    """The table that has these columns; None when it is none of one's own.

    Where the columns do not settle it, half of them have to be known: foreign exports share a few names with us.
    """
    keys = {column_key(printed) for printed in header}
    if any(marks <= keys for marks in _FOREIGN):
        return None
    return next(_fitting(header, keys), None)


def _fitting(header: Sequence[str], keys: set[str]) -> Iterator[str]:
    for signature in _SIGNATURES:
        columns = columns_of(header, signature.part)
        known = set(columns) - {""}
        if not (signature.all_of <= known and signature.any_of & known):
            continue
        if signature.part == "events" and not ({"eventtype", "vessel"} & keys or known & _HAPPENING):
            continue  # vessel_name and type alone describe a ship, not what happened to it
        unknown = sum(not column and bool(printed.strip()) for column, printed in zip(columns, header, strict=True))
        if signature.surely <= known or unknown <= len(known):
            yield signature.part
