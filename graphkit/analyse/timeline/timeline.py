"""What happened to an entity in order, and what changed near a listing: the answer of `timeline`."""

from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages, ordered, source_ref
from graphkit.analyse.find import one_entity
from graphkit.analyse.timeline import stated
from graphkit.analyse.timeline.happenings import Happening, entries_of, split
from graphkit.analyse.timeline.held import Links
from graphkit.analyse.timeline.listing_patterns import Patterns
from graphkit.analyse.timeline.near_listings import NearListings, occasions
from graphkit.analyse.timeline.spans import span_of
from graphkit.model.answers import Entity, SourceRef
from graphkit.model.answers.timeline import Timeline
from graphkit.model.vocabulary import OWNING, SANCTIONING_MEASURES, Measure
from graphkit.store.base import Row, Store

DAYS = 180
"""How near a change is told by default; ours, as half a year is the time a sale takes to be registered."""


@dataclass(frozen=True, slots=True)
class TimelineOptions:
    """How a timeline is asked. days: how far from a listing a change is near it. reach: steps up to the holders whose
    listings count. measures: the listings that count.
    """

    days: int = DAYS
    reach: int = 1
    measures: frozenset[Measure] = SANCTIONING_MEASURES


def timeline(store: Store, who: str, on: AsOf, options: TimelineOptions | None = None) -> Timeline:
    """Everything stated of an entity in the order of its days, up to the day asked about.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity.
    """
    options = options or TimelineOptions()
    entity_id = one_entity(store, who)
    evidence = Evidence(store, on)
    links = store.rows("links_of_entity", entity_id=entity_id)
    hops, above = _holders(store, entity_id, links, options.reach)
    events = store.rows("events_of_entity", entity_id=entity_id)
    parts = store.rows("participants", event_ids=sorted({row["event_id"] for row in events}))
    entities = evidence.entities(
        {entity_id, *hops, *(row["entity_id"] for row in parts)}
        | {row[end] for row in (*links, *above) for end in ("from_id", "to_id")}
    )
    listings = store.rows("listings", entity_ids=sorted(hops))
    sources = _listing_sources(store, listings)
    told = Links(evidence, entities)
    happenings = [
        *stated.of_names(store.rows("names_of_entity", entity_id=entity_id)),
        *stated.of_facts(store.rows("facts_of_entity", entity_id=entity_id)),
        *told.happenings(links, entity_id),
        *_listed(listings, sources, entity_id),
        *stated.of_events(events, parts, entity_id),
    ]
    dated, undated, after = split(happenings, on.day)
    further, _, _ = split(_above(told, above, entities), on.day)
    counted = [row for row in listings if Measure(row["measure"]) in options.measures and not _later(row, on.day)]
    own = any(row["entity_id"] == entity_id for row in counted)
    beside, _, _ = split(_beside(store, evidence, dated, entity_id) if own else (), on.day)
    changing = [*dated, *further]
    patterns = Patterns(store, changing, options.days, beside=beside, holding=_holding(links, entity_id))
    near = NearListings(entities, sources, changing, patterns, options.days)
    return Timeline(
        entity=entities[entity_id],
        as_of=on.text,
        days=options.days,
        reach=options.reach,
        entries=entries_of(dated, entities),
        undated=entries_of(undated, entities),
        near_listings=tuple(near.near(each) for each in occasions(counted, hops)),
        after_as_of=after,
        undated_changes=sum(each.change is not None for each in undated),
        lists=list_ages(store),
    )


def _holders(store: Store, entity_id: str, links: list[Row], reach: int) -> tuple[dict[str, int], list[Row]]:
    """Who holds the entity or held it, with the steps up to each, and the links by which holders are held in turn.

    Never through a placeholder, which stands for nobody that is known.
    """
    hops, above = {entity_id: 0}, []
    rows = links
    for step in range(1, reach + 1):
        held = {each for each, steps in hops.items() if steps == step - 1}
        holders = {row["from_id"] for row in rows if row["type"] in OWNING and row["to_id"] in held} - set(hops)
        known = {row["entity_id"] for row in store.rows("entities", ids=sorted(holders)) if not row["unknown"]}
        hops |= dict.fromkeys(sorted(known), step)
        rows = _links_up(store, known) if step < reach else []
        above += rows
    return hops, above


def _links_up(store: Store, parties: Iterable[str]) -> list[Row]:
    return [
        row
        for party in sorted(parties)
        for row in store.rows("links_of_entity", entity_id=party)
        if row["type"] in OWNING and row["to_id"] == party and row["from_id"] != party
    ]


def _above(told: Links, rows: list[Row], entities: dict[str, Entity]) -> list[Happening]:
    """Changes among the holders: not entries of the entity, and near a listing all the same."""
    held = sorted({row["to_id"] for row in rows})
    return [
        each
        for party in held
        for each in told.happenings(
            (row for row in rows if row["to_id"] == party), party, onto=f", in {entities[party].name}"
        )
    ]


def _beside(store: Store, evidence: Evidence, dated: list[Happening], entity_id: str) -> list[Happening]:
    """What others hold of the parties that the entity gave up: whoever takes a stake up is told there alone."""
    given_up = {
        each.change.held for each in dated if each.change and each.change.gives_up and each.change.holder == entity_id
    }
    rows = [row for row in _links_up(store, given_up) if row["from_id"] != entity_id]
    entities = evidence.entities({row[end] for row in rows for end in ("from_id", "to_id")})
    return _above(Links(evidence, entities), rows, entities)


def _holding(links: list[Row], entity_id: str) -> dict[str, list[Row]]:
    """The links by which each party holds the entity; the entity holds itself without one."""
    found: dict[str, list[Row]] = {entity_id: []}
    for row in links:
        if row["type"] in OWNING and row["to_id"] == entity_id:
            found.setdefault(row["from_id"], []).append(row)
    return found


def _listed(listings: list[Row], sources: dict[str, tuple[SourceRef, ...]], entity_id: str) -> list[Happening]:
    """The entity's own listings, and those of its holders as what they are."""
    own = [row for row in listings if row["entity_id"] == entity_id]
    parties = sorted({row["entity_id"] for row in listings} - {entity_id})
    found = stated.of_listings(own, sources)
    for party in parties:
        rows = [row for row in listings if row["entity_id"] == party]
        found += stated.of_listings(rows, sources, holder=party)
    return found


def _listing_sources(store: Store, listings: list[Row]) -> dict[str, tuple[SourceRef, ...]]:
    found: dict[str, list[SourceRef]] = {row["listing_id"]: [] for row in listings}
    for row in store.rows("listing_sources", listing_ids=sorted(found)):
        found[row["listing_id"]].append(source_ref(row))
    return {listing_id: ordered(refs) for listing_id, refs in found.items()}


def _later(listing: Row, day: int | None) -> bool:
    first = span_of(listing, "listed").first
    return day is not None and first is not None and first > day
