"""Links, listings and events of a build as rows for the files in cypher/load."""

import re
from collections.abc import Iterator
from typing import Final

from graphkit.model.vocabulary import LinkType
from graphkit.store.base import Row
from graphkit.store.neo4j_shape import STATED, PublicRows, grouped, hashed, lists, split, without

_LINK_STATED: Final = {**STATED, "statement_id": "statement_ids", "certainty": "certainties"}
_LISTING_STATED: Final = {**STATED, "statement_id": "statement_ids"}
_EVENT_LABELS: Final = {"ais_gap": "AISGap", "sts_transfer": "STSTransfer", "ais_spoofing": "PositionSpoof"}


def links(tables: PublicRows) -> list[Row]:
    stated = grouped(tables.of("link_sources"), "link_id")
    return [
        {
            **{"id": row["link_id"], "type": row["type"], "from_id": row["from_id"], "to_id": row["to_id"]},
            "properties": {
                **without(row, "link_id", "type", "from_id", "to_id", "visibility"),
                **_shown_share(row),
                **lists(stated.get((row["link_id"],), []), _LINK_STATED),
            },
        }
        for row in tables.of("links")
    ]


def listings(tables: PublicRows) -> list[Row]:
    stated = grouped(tables.of("listing_sources"), "listing_id")
    return [
        {
            "id": row["listing_id"],
            "entity_id": row["entity_id"],
            "properties": {
                **without(row, "listing_id", "entity_id", "visibility"),
                "programs": split(row["programs"]),
                "caption": f"{row['authority']} {row['reference'] or row['list']}",
                **lists(stated.get((row["listing_id"],), []), _LISTING_STATED),
            },
        }
        for row in tables.of("listings")
    ]


def events(tables: PublicRows) -> list[Row]:
    first = {row["event_id"]: row for row in reversed(tables.of("events"))}
    return [
        {
            "id": event_id,
            "labels": [event_label(row["type"])],
            "properties": {
                **without(row, "event_id", "visibility", *STATED),
                "caption": " ".join(filter(None, (row["type"].replace("_", " "), row["start"]))),
            },
        }
        for event_id, row in sorted(first.items())
    ]


def event_statements(tables: PublicRows) -> list[Row]:
    return [
        {
            "id": f"{event_id}#{number}",
            "event_id": event_id,
            "properties": {
                **without(row, "event_id", "visibility"),
                "caption": row["source_id"],
                "position": position,
            },
        }
        for (event_id,), stated in grouped(_numbered(tables.of("events")), "event_id").items()
        for number, (position, row) in enumerate(((each.pop("position"), each) for each in stated), start=1)
    ]


def participants(tables: PublicRows) -> list[Row]:
    return [
        {**row, "id": hashed("participant", *row.values()), "properties": {"role": row["role"]}}
        for row in tables.of("event_entities")
    ]


def event_label(event_type: str) -> str:
    """The second label of an event: `identity_claim` is IdentityClaim; what is no type in words is Other."""
    if not re.fullmatch(r"[a-z]+(_[a-z]+)*", event_type):
        return "Other"
    return _EVENT_LABELS.get(event_type) or "".join(word.capitalize() for word in event_type.split("_"))


def share_text(minimum: float | None, maximum: float | None, *, minimum_open: bool, maximum_open: bool) -> str:
    """A share as a picture shows it: `51%`, `25-50%`, `more than 50%`, `share unknown`."""
    if minimum is not None and maximum is not None:
        return f"{minimum:g}%" if minimum == maximum else f"{minimum:g}-{maximum:g}%"
    if minimum is not None:
        return f"more than {minimum:g}%" if minimum_open else f"{minimum:g}% or more"
    if maximum is not None:
        return f"less than {maximum:g}%" if maximum_open else f"up to {maximum:g}%"
    return "share unknown"


def _shown_share(row: Row) -> Row:
    """The exact share, and on OWNS the text of it."""
    minimum, maximum = row["share_min"], row["share_max"]
    openness = {"minimum_open": row["share_min_exclusive"], "maximum_open": row["share_max_exclusive"]}
    shown = share_text(minimum, maximum, **openness) if row["type"] == LinkType.OWNS else None
    return {"share": minimum if minimum == maximum else None, "share_text": shown, "caption": shown or row["type"]}


def _numbered(rows: list[Row]) -> Iterator[Row]:
    return ({**row, "position": number} for number, row in enumerate(rows))
