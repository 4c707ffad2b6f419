"""Which page a table was copied from, judged by the names of its columns.

Where a table could also be one of the contract's (an `id`, a `kind`, `from` and `to`), it is left to those.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from graphkit.sources.plain_tables.columns import assigned, column_key
from graphkit.sources.ship_pages.spellings import DETAILS, ROLES, SPELLINGS

PARTS: Final = tuple(SPELLINGS)
_NAME_OF: Final[Mapping[str, Mapping[str, str]]] = {
    part: {column_key(spelling): name for name, others in columns.items() for spelling in (*others.split(), name)}
    for part, columns in SPELLINGS.items()
}
_CONTRACTS_OWN: Final = frozenset(
    {"id", "kind", "from", "to", "entity", "authority", "celex", "namea", "lat", "latitude"}
)
_PLAIN_NUMBER: Final = frozenset({"imo", "imonumber", "imono"})
_EFFECT_KEYS: Final = frozenset({"dateofeffect", "effectivedate", "dateeffective", "effectdate", "since"})
_HOLDERS: Final = frozenset({"holder", "officer", "director", "secretary"})


def columns_of(header: Sequence[str], part: str) -> tuple[str, ...]:
    """For each printed column its name in the part, empty where it has none."""
    columns = assigned(header, _NAME_OF[part])
    if part == "ship_companies":
        return _second_number(header, columns)
    return _owner_details(columns) if part == "ships" else columns


def _second_number(header: Sequence[str], columns: tuple[str, ...]) -> tuple[str, ...]:
    """Beside `Ship IMO` a plain `IMO number` is the company's, as the pages print it in the row of a company."""
    keys = [column_key(printed) for printed in header]
    plain = [at for at, key in enumerate(keys) if key in _PLAIN_NUMBER]
    of_ship = [at for at, key in enumerate(keys) if _NAME_OF["ship_companies"].get(key) == "imo" and at not in plain]
    if len(plain) != 1 or not of_ship or "company_imo" in columns:
        return columns
    named = {of_ship[0]: "imo", plain[0]: "company_imo"}
    return tuple(named.get(at, name) for at, name in enumerate(columns))


def _owner_details(columns: tuple[str, ...]) -> tuple[str, ...]:
    """`Owner since` beside `Registered owner` tells of the registered owner, where no other owner is named."""
    if "owner" in columns or "registered_owner" not in columns:
        return columns
    better = {f"owner_{detail}": f"registered_owner_{detail}" for detail in DETAILS if detail}
    return tuple(better[name] if name in better and better[name] not in columns else name for name in columns)


def part_of(header: Sequence[str]) -> str | None:
    """The page that has these columns; None when it is none."""
    keys = {column_key(printed) for printed in header}
    if keys & _CONTRACTS_OWN:
        return None
    known = {part: set(columns_of(header, part)) - {""} for part in PARTS}
    if {"imo", "role", "company"} <= known["ship_companies"]:
        return "ship_companies"
    if "imo" in known["ship_companies"]:
        return _about_a_ship(known, keys)
    register = known["company_register"]
    named = bool({"company", "registration_number"} & register)
    return "company_register" if named and _HOLDERS & register else None


def _about_a_ship(known: Mapping[str, set[str]], keys: set[str]) -> str | None:
    over_time = known["ship_history"] & {"ship_name", "flag", "class_society"}
    roles = known["ships"] & set(ROLES) - {"class_society", "insurer"}
    if roles or {"imo", "status", "ship_name"} <= known["ships"]:
        return "ships"
    return "ship_history" if over_time and keys & _EFFECT_KEYS else None
