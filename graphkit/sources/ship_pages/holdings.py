"""What a role makes of a ship and a party: a link of the right type, kept apart from every other role.

A group owner is the group behind a fleet as the register sees it: OWNS as beneficial owner, with no share. A ship is
INSURED_BY its insurer and CLASSED_BY its class society, so that these two run from the ship.
"""

from collections.abc import Mapping
from typing import Final

from graphkit.model.records import Link, Share
from graphkit.model.vocabulary import LinkType
from graphkit.sources.plain_tables.cells import word
from graphkit.sources.plain_tables.roles import REVERSED, type_and_role
from graphkit.sources.plain_tables.rows import Row
from graphkit.sources.plain_tables.sources import Sources
from graphkit.sources.ship_pages.effect import Span

_FURTHER: Final[Mapping[str, str]] = {
    "company_doc": "ism_manager",
    "doc": "ism_manager",
    "ism": "ism_manager",
    "reg_owner": "registered_owner",
    "ship_owner": "owner",
    "ultimate_owner": "beneficial_owner",
    "ship_operator": "operator",
    "tech_manager": "technical_manager",
    "group_beneficial_owner_gbo": "beneficial_owner",
}


def meaning(role: str) -> tuple[LinkType, str] | None:
    """Type and role of a register's word; None when graphkit does not know it."""
    return type_and_role(_FURTHER.get(word(role), role))


def links(
    row: Row,
    sources: Sources,
    found: tuple[LinkType, str],
    party: str,
    held: str,
    span: Span,
    share: Share | None = None,
) -> list[Link]:
    """A link for each source of the row. party, held: record ids."""
    kind, role = found
    first, second = (held, party) if kind in REVERSED else (party, held)
    start, end = span
    return [
        Link(kind, first, second, where, role=role, share=share, start=start, end=end)
        for where in sources.provenances(row)
    ]
