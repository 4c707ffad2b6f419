"""How much of a report's list is named, identified and linked: a report of 40 ships may name four of them.

What a report only counts stays a number; no ship is invented to fill it. Identified means a number that passes its
check, linked means joined to another party by a link that a source states or by an event.
"""

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages
from graphkit.errors import NotFound
from graphkit.model.answers import Coverage, Entity, ReportCoverage
from graphkit.model.vocabulary import DERIVED
from graphkit.store.base import Row, Store

_CATEGORIES = ("vessel", "company")


def coverage(store: Store, report: str, on: AsOf) -> ReportCoverage:
    """What the case knows of a report's vessels and companies.

    Raises:
        NotFound: the case holds no report of this id.
    """
    rows = store.rows("expectations", report=report)
    if not rows:
        known = ", ".join(row["report"] for row in store.rows("reports")) or "none"
        raise NotFound(f"The case holds no report {report!r}; its reports: {known}.")
    named = {category: _named(rows, category) for category in _CATEGORIES}
    entities = Evidence(store, on).entities({each for ids in named.values() for each in ids})
    counted = {category: _count(store, rows, category, named[category], entities) for category in _CATEGORIES}
    parties = tuple(sorted(entities.values(), key=lambda entity: (entity.kind, entity.name)))
    return ReportCoverage(report, counted["vessel"], counted["company"], parties, list_ages(store))


def _named(rows: list[Row], category: str) -> set[str]:
    return {row["entity_id"] for row in rows if row["category"] == category and row["entity_id"]}


def _count(store: Store, rows: list[Row], category: str, named: set[str], entities: dict[str, Entity]) -> Coverage:
    stated = [row["expected"] for row in rows if row["category"] == category and row["expected"] is not None]
    return Coverage(
        expected=max(stated) if stated else None,
        named=len(named),
        identified=sum(bool(_numbers(entities[each])) for each in named),
        linked=sum(_is_linked(store, each) for each in named),
    )


def _numbers(entity: Entity) -> set[str]:
    return {"imo", "company_imo", "lei"} & set(entity.identifiers)


def _is_linked(store: Store, entity_id: str) -> bool:
    links = store.rows("links_of_entity", entity_id=entity_id)
    if any(row["from_id"] != row["to_id"] and row["type"] not in DERIVED for row in links):
        return True
    events = [row["event_id"] for row in store.rows("events_of_entity", entity_id=entity_id)]
    return any(row["entity_id"] != entity_id for row in store.rows("participants", event_ids=events))
