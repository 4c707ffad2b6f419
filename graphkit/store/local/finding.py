"""How entities are found: by id, number, list reference, name and pattern."""

import pyarrow.compute as pc

from graphkit.store.base import Row
from graphkit.store.local.tables import BuildTables, ids_of, name_rows


def entities(build: BuildTables, ids: list[str]) -> list[Row]:
    """Entities by id, in the order of their ids."""
    return build.parties(ids)


def listed_entities(build: BuildTables) -> list[Row]:
    """Every entity with a listing, in force or not, by any authority and with any measure."""
    return ids_of(build.table("listings")["entity_id"])


def entities_by_id(build: BuildTables, text: str) -> list[Row]:
    """The entity with this id, with this old id, or holding the record with this id."""
    number = build.links.number(text)
    if number >= 0 and build.links.shown[number]:
        return [{"entity_id": text}]
    return build.ids("old_ids", "old_id", text, "entity_id") or build.ids(
        "record_entities", "record_id", text, "entity_id"
    )


def entities_by_number(build: BuildTables, scheme: str, number: str) -> list[Row]:
    """Entities that bear a number of a scheme, whatever its check said; a fact such as a country is no number."""
    facts = build.table("entity_facts")
    facts = facts.filter(pc.not_equal(facts["valid"], ""))
    mask = pc.and_(pc.equal(facts["property"], scheme), pc.equal(facts["code"], number))
    return ids_of(facts.filter(mask)["entity_id"])


def entities_by_reference(build: BuildTables, reference: str) -> list[Row]:
    """Entities with a listing of this reference on any list."""
    return build.ids("listings", "reference", reference, "entity_id")


def entities_by_name(build: BuildTables, joined: str) -> list[Row]:
    """Entities with a name of this joined form."""
    names = build.table("entity_names")
    keys = pc.replace_substring(names["search_key"], " ", "")
    return ids_of(names.filter(pc.equal(keys, joined))["entity_id"])


def names_with_words(build: BuildTables, words: list[str]) -> list[Row]:
    """Names that contain all of these words or parts of words, in comparison form."""
    names = build.table("entity_names")
    for word in words:
        names = names.filter(pc.match_substring(names["search_key"], word))
    return name_rows(names)


def names_matching(build: BuildTables, pattern: str) -> list[Row]:
    """Names whose whole comparison form matches a regular expression."""
    names = build.table("entity_names")
    return name_rows(names.filter(pc.match_substring_regex(names["search_key"], f"^(?:{pattern})$")))


def search_keys(build: BuildTables) -> list[Row]:
    """Every distinct comparison form of a name."""
    keys = pc.unique(build.table("entity_names")["search_key"].combine_chunks())
    return [{"search_key": key} for key in sorted(keys.to_pylist())]
