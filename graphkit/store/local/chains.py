"""Links on the way up, on the way down and between two entities, and who states them."""

import pyarrow.compute as pc

from graphkit.store.base import Row
from graphkit.store.local.tables import BuildTables, plain_rows


def upstream_links(build: BuildTables, entity_id: str, day: int | None, max_hops: int) -> list[Row]:
    """Links that may lead from an entity up to whoever stands behind it, possibly holding on the day."""
    return build.link_rows(build.links.upstream(entity_id, day, max_hops))


def holdings_of(build: BuildTables, entity_ids: list[str]) -> list[Row]:
    """Links of OWNS and CONTROLS to these entities, one step up, whatever their dates."""
    return build.link_rows(build.links.holdings_of(entity_ids))


def links_below(build: BuildTables, entity_ids: list[str], day: int | None) -> list[Row]:
    """Links by which parties hold others, one step down, possibly holding on the day."""
    return build.link_rows(build.links.below(entity_ids, day))


def links_of_entity(build: BuildTables, entity_id: str) -> list[Row]:
    """All links of an entity, both ways, whatever their dates; none to a party that only internal rows know."""
    links = build.table("links")
    ends = pc.or_(pc.equal(links["from_id"], entity_id), pc.equal(links["to_id"], entity_id))
    return plain_rows(links.filter(ends).sort_by("link_id"))


def shortest_connection(build: BuildTables, from_id: str, to_id: str, day: int | None, max_hops: int) -> list[Row]:
    """The links and events that lie on the shortest connections of two entities."""
    found = build.links.between(from_id, to_id, day, max_hops, build.table("event_entities"))
    links = [{**row, "event_id": None} for row in build.link_rows(found.links)]
    events = [{"event_id": event, "from_id": a, "to_id": b, "link_id": None} for event, a, b in found.events]
    return links + sorted(events, key=lambda row: (row["event_id"], row["from_id"]))


def link_sources(build: BuildTables, link_ids: list[str]) -> list[Row]:
    """Who states these links, where and in which words."""
    return build.where("link_sources", "link_id", link_ids)
