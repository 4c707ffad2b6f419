"""The tables of a build as rows for the files in cypher/load, in the order in which they have to be sent.

Statements marked internal are left out before anything is sent. Who says a thing is kept in parallel lists on the node
or the relationship: the same place in `sources`, `places`, `references`, `wordings`, `files`, `lines` is one statement.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import pyarrow as pa

from graphkit.model.vocabulary import Kind, LinkType
from graphkit.store.base import Row
from graphkit.store.neo4j_shape import PublicRows, grouped, hashed, lists, split, without
from graphkit.store.neo4j_statements import event_statements, events, links, listings, participants

_DISSOLVED: Final = ("dissolved", "dissolved_min", "dissolved_max")


def load_rows(tables: Mapping[str, pa.Table]) -> Iterator[tuple[str, list[Row]]]:
    """File of cypher/load and the rows for it.

    tables: the graph tables; `records`, `record_entities`, `pairs` and `sources` too where they are at hand. A link
    with an end that is not among the entities finds nothing to join and is not loaded.
    """
    public = PublicRows(tables)
    for file, rows in _FILES.items():
        yield file, rows(public)
    of_type = grouped(links(public), "type")
    for link_type in LinkType:
        yield f"links/{link_type.lower()}", of_type.get((link_type,), [])


def _entities(tables: PublicRows) -> list[Row]:
    spelt: dict[str, set[str]] = {}
    for row in tables.of("entity_names"):
        spelt.setdefault(row["entity_id"], set()).add(row["name"])
    return [_entity(row, sorted(spelt.get(row["entity_id"], ()))) for row in tables.of("entities")]


def _entity(row: Row, names: list[str]) -> Row:
    numbers = {
        column: row[column] or None for column in ("imo", "company_imo", "mmsi", "call_sign", "lei", "flag", "type")
    }
    properties = {
        "caption": row["name"] or row["entity_id"],
        "name": row["name"],
        "names": names,
        "kind": row["kind"],
        **numbers,
        "countries": split(row["countries"]),
        "unknown": row["unknown"],
        **{column: row[column] for column in _DISSOLVED},
        **{column: row[column] or None for column in row if column.startswith("blocked_")},
        **{column: row[column] for column in row if column.startswith("effective_")},
        "record_count": row["records"],
    }
    stated = row["kind"] in set(Kind) - {Kind.NOT_STATED}
    return {"id": row["entity_id"], "labels": [row["kind"].capitalize()] if stated else [], "properties": properties}


def _records(tables: PublicRows) -> list[Row]:
    """Ids of public records. Without the table of records nothing says which are public, and none is loaded."""
    entity_of = _entity_of(tables)
    return [{"id": record_id, "entity_id": entity_of[record_id]} for record_id in sorted(entity_of)]


def _possible_matches(tables: PublicRows) -> list[Row]:
    """Doubtful pairs of entities, each with the highest weight of the pairs of their records."""
    entity_of = _entity_of(tables)
    weights: dict[tuple[str, str], float] = {}
    for row in tables.of("pairs"):
        if row["verdict"] != "review" or row["left"] not in entity_of or row["right"] not in entity_of:
            continue
        left, right = sorted((entity_of[row["left"]], entity_of[row["right"]]))
        if left != right:
            weights[left, right] = max(row["match_weight"], weights.get((left, right), row["match_weight"]))
    return [
        {"id": hashed("match", left, right), "left": left, "right": right, "properties": {"match_weight": weight}}
        for (left, right), weight in sorted(weights.items())
    ]


def _entity_of(tables: PublicRows) -> dict[str, str]:
    """The entity of every public record."""
    shown = {row["record_id"] for row in tables.of("records")}
    rows = tables.of("record_entities")
    return {row["record_id"]: row["entity_id"] for row in rows if row["record_id"] in shown}


def _old_ids(tables: PublicRows) -> list[Row]:
    return [{"id": row["old_id"], "entity_id": row["entity_id"]} for row in tables.of("old_ids")]


def _names(tables: PublicRows) -> list[Row]:
    groups = grouped(tables.of("entity_names"), "entity_id", "name", "name_kind", "search_key")
    return [
        {
            "id": hashed("name", entity_id, name, kind, key),
            "entity_id": entity_id,
            "joined": key.replace(" ", ""),
            "properties": {"name": name, "kind": kind, "search_key": key, **lists(stated)},
        }
        for (entity_id, name, kind, key), stated in groups.items()
    ]


def _identifiers(tables: PublicRows) -> list[Row]:
    numbers = (row for row in tables.of("entity_facts") if row["valid"])
    groups = grouped(numbers, "entity_id", "property", "value", "code", "valid", "start")
    return [
        {
            "id": hashed("identifier", entity_id, scheme, raw, number, valid, start),
            "entity_id": entity_id,
            "number_id": f"{scheme}:{number}",
            "number": {"scheme": scheme, "value": number, "caption": f"{scheme} {number}"},
            "properties": {"raw": raw, "valid": valid, "start": start, **lists(stated)},
        }
        for (entity_id, scheme, raw, number, valid, start), stated in groups.items()
    ]


def _facts(tables: PublicRows) -> list[Row]:
    facts = (row for row in tables.of("entity_facts") if not row["valid"])
    groups = grouped(facts, "entity_id", "property", "value", "code", "start")
    return [
        {
            "id": hashed("fact", entity_id, name, value, code, start),
            "entity_id": entity_id,
            "properties": {
                "caption": f"{name}: {value}",
                **{"property": name, "value": value, "code": code, "start": start},
                **lists(stated),
            },
        }
        for (entity_id, name, value, code, start), stated in groups.items()
    ]


def _sources(tables: PublicRows) -> list[Row]:
    return [
        {"id": row["id"], "properties": {**without(row, "id", "visibility"), "caption": row["title"] or row["id"]}}
        for row in tables.of("sources")
    ]


_FILES: Final[Mapping[str, Callable[[PublicRows], list[Row]]]] = {
    "sources": _sources,
    "entities": _entities,
    "records": _records,
    "possible_matches": _possible_matches,
    "old_ids": _old_ids,
    "names": _names,
    "identifiers": _identifiers,
    "facts": _facts,
    "listings": listings,
    "events": events,
    "event_statements": event_statements,
    "participants": participants,
}
