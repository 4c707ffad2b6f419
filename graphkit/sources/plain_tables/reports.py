"""The reports table: how many vessels and companies a report counts, and which of them are named."""

import re
from typing import Final

from graphkit.model.placeholders import is_placeholder
from graphkit.model.records import Expectation, Record
from graphkit.sources.plain_tables.cells import word
from graphkit.sources.plain_tables.mentions import mention
from graphkit.sources.plain_tables.rows import Row, Unusable
from graphkit.sources.plain_tables.sources import Sources, leading

_CATEGORIES: Final = {"vessel": "vessel", "vessels": "vessel", "company": "company", "companies": "company"}
_WHOLE = re.compile(r"[0-9]{1,7}")


def statements(row: Row, sources: Sources) -> list[Record | Expectation]:
    """A party that the report names, or the number that it counts; one expectation for each source.

    Raises:
        Unusable: no report, no category, or neither a party nor a number.
    """
    if not row["report"]:
        raise Unusable("the row names no report")
    category = _CATEGORIES.get(word(row["category"]))
    if category is None:
        raise Unusable("category is neither vessel nor company")
    expected = int(row["expected"]) if _WHOLE.fullmatch(row["expected"]) else None
    is_named = bool(row["entity"]) and not is_placeholder(row["entity"])
    if not is_named and expected is None:
        raise Unusable("the row gives neither a party nor a whole number")
    if row["expected"] and expected is None:
        row.note("expected is no whole number and is left out", row["expected"])
    provenances = sources.provenances(row)
    party = mention(row, row["entity"], leading(provenances)) if is_named else None
    expectations = [
        Expectation(
            row["report"],
            category,
            provenance,
            expected=expected,
            record_id=party.id if party else "",
            paragraph=row["paragraph"],
        )
        for provenance in provenances
    ]
    return [*((party,) if party else ()), *expectations]
