"""The tables that a mapping may lead to: those of the contract and those copied from pages, with their columns."""

from collections.abc import Mapping, Sequence
from typing import Final

from graphkit.sources import plain_tables, ship_pages
from graphkit.sources.plain_tables.columns import WITH_NOTES as PLAIN_WITH_NOTES
from graphkit.sources.plain_tables.columns import columns_of as plain_columns_of
from graphkit.sources.plain_tables.rows import Row
from graphkit.sources.plain_tables.spellings import SPELLINGS as CONTRACT
from graphkit.sources.plain_tables.telling import Reader
from graphkit.sources.ship_pages.columns import columns_of as page_columns_of
from graphkit.sources.ship_pages.spellings import SPELLINGS as PAGES

COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    **{part: CONTRACT[part] for part in plain_tables.READERS},
    **{part: PAGES[part] for part in ship_pages.READERS},
}
"""Part -> its columns, each with its other spellings."""

WITH_NOTES: Final = PLAIN_WITH_NOTES | ship_pages.WITH_NOTES
NEEDED: Final[Mapping[str, Sequence[Sequence[str]]]] = {
    "entities": (("id", "name", "imo", "company_imo", "mmsi", "call_sign", "lei", "registration_number"),),
    "links": (("from",), ("to",)),
    "listings": (("entity",),),
    "events": (("type",), ("vessel", "vessel_imo", "vessel_name", "vessel_mmsi")),
    "reports": (("report",),),
    "ships": (("imo", "ship_name"),),
    "ship_companies": (("imo", "ship_name"), ("role",), ("company", "company_imo")),
    "ship_history": (("imo", "ship_name"), ("ship_name", "flag", "class_society")),
    "company_register": (("company", "registration_number"), ("holder", "officer", "director", "secretary")),
}
"""Part -> groups of columns, of each of which a table must have at least one."""


def columns_of(header: Sequence[str], part: str) -> tuple[str, ...]:
    """For each printed column its name in the part by the spellings that a build knows itself."""
    if part in ship_pages.READERS:
        return page_columns_of(header, part)
    return plain_columns_of(header, part)


def missing(part: str, columns: set[str]) -> Sequence[str]:
    """The first group of columns of which a table has none; empty when it has one of each."""
    return next((group for group in NEEDED[part] if not columns & set(group)), ())


def reader(part: str, rows: Sequence[Row]) -> Reader:
    """What reads the rows of a part."""
    return ship_pages.READERS[part](rows) if part in ship_pages.READERS else plain_tables.READERS[part]
