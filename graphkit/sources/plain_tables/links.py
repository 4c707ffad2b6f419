"""The links table: who owns, manages, operates or is linked to whom, one statement for each source of a row."""

from graphkit.model.placeholders import is_placeholder
from graphkit.model.records import Link, Provenance, Record
from graphkit.model.vocabulary import LinkType
from graphkit.sources.plain_tables.cells import certainty, span
from graphkit.sources.plain_tables.mentions import mention, unknown_party
from graphkit.sources.plain_tables.roles import REVERSED, link_type, type_and_role
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.shares import share_of
from graphkit.sources.plain_tables.sources import Sources, leading


def statements(row: Row, sources: Sources) -> list[Record | Link]:
    """The two parties of the row and a link for each of its sources.

    Raises:
        Unusable: an end is empty, or the type is no word that graphkit knows.
    """
    if not (row["from"] and row["to"]):
        raise Unusable("the row names only one party" if row["from"] or row["to"] else "the row names no parties")
    kind, role, is_turned = _type_and_role(row)
    provenances = sources.provenances(row)
    holder, held = (_party(row, column, leading(provenances)) for column in ("from", "to"))
    first, second = (held, holder) if is_turned else (holder, held)
    share, (start, end), sureness = share_of(row), span(row), certainty(row)
    links = [
        Link(
            kind,
            first.id,
            second.id,
            provenance,
            role=role,
            share=share,
            start=start,
            end=end,
            certainty=sureness,
            joint=row["joint"],
        )
        for provenance in provenances
    ]
    return [holder, held, *links]


def _party(row: Row, column: str, provenance: Provenance) -> Record:
    text = row[column]
    return unknown_party(row, column, provenance) if is_placeholder(text) else mention(row, text, provenance)


def _type_and_role(row: Row) -> tuple[LinkType, str, bool]:
    """Type, role, and whether the ends change places.

    A row without a type takes the one that its role implies, else LINKED_TO, which claims least.
    """
    by_role = type_and_role(row["role"])
    role = by_role[1] if by_role else row["role"]
    if not row["type"]:
        if by_role:
            return by_role[0], role, by_role[0] in REVERSED
        row.note("the row has no type and is read as LINKED_TO", row["role"])
        return LinkType.LINKED_TO, role, False
    stated, by_word = link_type(row["type"]), type_and_role(row["type"])
    kind = stated or (by_word[0] if by_word else None)
    if kind is None:
        raise Unusable("type is no relationship type and no role that graphkit knows")
    if by_role and by_role[0] is not kind:
        row.note("the role belongs to another type of link; both are kept", f"{row['type']} {row['role']}")
    return kind, role or (by_word[1] if by_word else ""), stated is None and kind in REVERSED
