"""What is stated about an entity: listings, names, facts and events."""

import pyarrow.compute as pc

from graphkit.store.base import Row
from graphkit.store.local.tables import BuildTables


def listings(build: BuildTables, entity_ids: list[str]) -> list[Row]:
    """The listings of these entities."""
    return build.where("listings", "entity_id", entity_ids)


def listing_sources(build: BuildTables, listing_ids: list[str]) -> list[Row]:
    """Who states these listings, and where."""
    return build.where("listing_sources", "listing_id", listing_ids)


def names_of_entity(build: BuildTables, entity_id: str) -> list[Row]:
    """Every name of an entity, as stated."""
    return build.where("entity_names", "entity_id", [entity_id])


def facts_of_entity(build: BuildTables, entity_id: str) -> list[Row]:
    """Numbers and facts of an entity, as stated."""
    return build.where("entity_facts", "entity_id", [entity_id])


def events_of_entity(build: BuildTables, entity_id: str) -> list[Row]:
    """The events an entity took part in."""
    taken_part = build.ids("event_entities", "entity_id", entity_id, "event_id")
    return events(build, [row["event_id"] for row in taken_part])


def events(build: BuildTables, event_ids: list[str]) -> list[Row]:
    """Events by id, one row per statement about them, earliest first."""
    rows = build.where("events", "event_id", event_ids)
    return sorted(rows, key=lambda row: (row["start_min"] is None, row["start_min"] or 0, row["event_id"]))


def participants(build: BuildTables, event_ids: list[str]) -> list[Row]:
    """Who took part in these events, and as what."""
    return build.where("event_entities", "event_id", event_ids)


def claims(build: BuildTables) -> list[Row]:
    """Events in which a ship claimed a name, number or flag, with the ship that claimed it."""
    events = build.table("events")
    claimed = events.filter(pc.not_equal(events["claimed_name"], "")).to_pylist()
    ships = {
        row["event_id"]: row["entity_id"]
        for row in build.table("event_entities").to_pylist()
        if row["role"] == "subject"
    }
    return [{**row, "entity_id": ships.get(row["event_id"], "")} for row in claimed]
