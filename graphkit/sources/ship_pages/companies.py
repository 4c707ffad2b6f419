"""ship_companies: the companies of a ship, one row for each role, as the pages on a ship's management print them."""

from collections.abc import Sequence

from graphkit.model.records import Statement
from graphkit.sources.plain_tables.cells import word
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources
from graphkit.sources.plain_tables.telling import Reader
from graphkit.sources.ship_pages.effect import Later, open_end, span
from graphkit.sources.ship_pages.holdings import links, meaning
from graphkit.sources.ship_pages.parties import party, ship

_FORMER_NAME = frozenset({"former_name", "previous_name", "ex_name"})


def reader(rows: Sequence[Row]) -> Reader:
    """Reads one row, knowing the others: an owner that a later one follows is no longer certain."""
    later = Later.of([row for row in rows if row["role"]], lambda row: ((row["imo"], word(row["role"])), _who(row)))

    def statements(row: Row, sources: Sources) -> list[Statement]:
        roles = row.values("role")
        if not roles:
            raise Unusable("the row names no role")
        if word(row["role"]) in _FORMER_NAME:
            cells = {"imo": row["imo"], "name": row["ship_name"], "former_names": row["company"]}
            return list(ship(row, sources, cells).records)
        meanings = {role: known for role in roles if (known := meaning(role))}
        if len(meanings) < len(set(roles)):
            raise Unusable("the role is none that graphkit knows")
        if not (row["company"] or row["company_imo"]):
            raise Unusable("the row names no company")
        held = ship(row, sources, {"imo": row["imo"], "name": row["ship_name"]})
        start, end = span(row, "since", "until")
        if end is None and start and later.follows((row["imo"], word(row["role"])), _who(row), start):
            end = open_end(start)
        details = {column: row[column] for column in ("company_imo", "country", "address")}
        found: list[Statement] = list(held.records)
        for role, known in meanings.items():
            holder = party(row, sources, row["company"], details, column=word(role), kind="company")
            found += holder.records
            found += links(row, sources, known, holder.id, held.id, (start, end))
        return list(dict.fromkeys(found))

    return statements


def _who(row: Row) -> str:
    return row["company_imo"] or " ".join(row["company"].casefold().split())
