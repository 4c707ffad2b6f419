"""The questions of `graphkit network`: many parties at once, and what they have in common."""

import pyarrow as pa
import pyarrow.compute as pc

from graphkit.store.base import Row
from graphkit.store.local.tables import BuildTables, plain_rows


def all_listings(build: BuildTables) -> list[Row]:
    """Every listing of the build."""
    return plain_rows(build.table("listings"))


def links_of_entities(build: BuildTables, entity_ids: list[str], most: int) -> list[Row]:
    """The links of these parties, both ways, whatever their dates; at most so many, the first by id."""
    return _first(build.table("links"), ("from_id", "to_id"), entity_ids, most)


def holdings_of_entities(build: BuildTables, entity_ids: list[str], most: int) -> list[Row]:
    """The links that begin at these parties, whatever their dates; at most so many, the first by id."""
    return _first(build.table("links"), ("from_id",), entity_ids, most)


def shared_facts_of_entities(build: BuildTables, entity_ids: list[str]) -> list[Row]:
    """The statements of each address or contact that one of these parties has in common with another, of whomever."""
    facts = build.table("shared_facts")
    groups = facts.filter(pc.is_in(facts["entity_id"], pa.array(entity_ids, pa.string())))["group_id"]
    return plain_rows(facts.filter(pc.is_in(facts["group_id"], groups.combine_chunks())))


def _first(links: pa.Table, ends: tuple[str, ...], entity_ids: list[str], most: int) -> list[Row]:
    wanted = pa.array(entity_ids, pa.string())
    mask = pc.is_in(links[ends[0]], wanted)
    for end in ends[1:]:
        mask = pc.or_(mask, pc.is_in(links[end], wanted))
    return plain_rows(links.filter(mask).sort_by("link_id").slice(0, most))
