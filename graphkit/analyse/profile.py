"""Everything that is stated about one entity, each statement with its sources: the answer of `show`."""

from collections import defaultdict

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages, ordered, source_ref
from graphkit.analyse.find import one_entity
from graphkit.model.answers import Entity, Held, KnownEvent, KnownFact, KnownName, Profile, SourceRef
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, POWER_AT_END, UNDIRECTED, Certainty, LinkType, NameKind
from graphkit.store.base import Row, Store

_NAME_ORDER = {kind: place for place, kind in enumerate(NameKind)}


def profile(store: Store, who: str, on: AsOf) -> Profile:
    """Names, numbers, flags, holders, holdings, listings and events of an entity.

    Links are shown whatever their dates, with `holds` for the day asked for.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity.
    """
    entity_id = one_entity(store, who)
    evidence = Evidence(store, on)
    links = store.rows("links_of_entity", entity_id=entity_id)
    events = store.rows("events_of_entity", entity_id=entity_id)
    participants = store.rows("participants", event_ids=sorted({row["event_id"] for row in events}))
    others = {row["from_id"] for row in links} | {row["to_id"] for row in links}
    entities = evidence.entities({entity_id, *others, *(row["entity_id"] for row in participants)})
    beside = [row for row in links if LinkType(row["type"]) in UNDIRECTED]
    directed = [row for row in links if LinkType(row["type"]) not in UNDIRECTED]
    holders = [row for row in directed if _held_end(row) == entity_id]
    holdings = [row for row in directed if _held_end(row) != entity_id]
    return Profile(
        entity=entities[entity_id],
        as_of=on.text,
        names=_names(store.rows("names_of_entity", entity_id=entity_id)),
        facts=_facts(store.rows("facts_of_entity", entity_id=entity_id)),
        listings=evidence.all_listings(entity_id),
        holders=_parties(holders, entity_id, entities, evidence),
        holdings=_parties(holdings, entity_id, entities, evidence),
        beside=_parties(beside, entity_id, entities, evidence),
        events=known_events(events, participants, entity_id, entities),
        lists=list_ages(store),
    )


def _held_end(row: Row) -> str:
    """The party held by a link; an agent, nominee or member stands at its beginning."""
    end: str = row["from_id"] if LinkType(row["type"]) in POWER_AT_END else row["to_id"]
    return end


def _names(rows: list[Row]) -> tuple[KnownName, ...]:
    found: dict[tuple[str, str], set[SourceRef]] = defaultdict(set)
    for row in rows:
        found[(row["name"], row["name_kind"])].add(source_ref(row))
    names = [KnownName(name, NameKind(kind), ordered(refs)) for (name, kind), refs in found.items()]
    return tuple(sorted(names, key=lambda each: (_NAME_ORDER[each.kind], each.name)))


def _facts(rows: list[Row]) -> tuple[KnownFact, ...]:
    found: dict[tuple[str, str, str, str], set[SourceRef]] = defaultdict(set)
    for row in rows:
        found[(row["property"], row["value"], row["valid"] or "", row["start"] or "")].add(source_ref(row))
    facts = [
        KnownFact(prop, value, ordered(refs), valid or None, start or None)
        for (prop, value, valid, start), refs in found.items()
    ]
    return tuple(
        sorted(
            facts, key=lambda each: (each.valid is None, each.property, each.value, each.start or "", each.valid or "")
        )
    )


def _parties(rows: list[Row], entity_id: str, entities: dict[str, Entity], evidence: Evidence) -> tuple[Held, ...]:
    links = evidence.all_links(rows)
    held = []
    for row in rows:
        other = row["to_id"] if row["from_id"] == entity_id else row["from_id"]
        if other in entities:
            held.append(Held(entities[other], links[row["link_id"]]))
    return tuple(sorted(held, key=lambda each: (each.entity.name, str(each.link.type), each.link.role, each.link.id)))


def known_events(
    rows: list[Row], participants: list[Row], entity_id: str, entities: dict[str, Entity]
) -> tuple[KnownEvent, ...]:
    """Events as an entity took part in them, earliest first; several statements about one event are one, with their
    sources.
    """
    of_event: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_event[row["event_id"]].append(row)
    return tuple(
        _event(event_id, statements, participants, entity_id, entities) for event_id, statements in of_event.items()
    )


def _event(
    event_id: str, statements: list[Row], participants: list[Row], entity_id: str, entities: dict[str, Entity]
) -> KnownEvent:
    """The surest statement speaks, all sources stand beside it."""
    surest = max(statements, key=lambda row: CERTAINTY_WEIGHT[Certainty(row["certainty"])])
    taking_part = [row for row in participants if row["event_id"] == event_id]
    claim = {name: surest[f"claimed_{name}"] for name in ("name", "imo", "flag") if surest[f"claimed_{name}"]}
    return KnownEvent(
        id=event_id,
        type=surest["type"],
        start=surest["start"] or None,
        end=surest["end"] or None,
        area=surest["area"],
        role=next((row["role"] for row in taking_part if row["entity_id"] == entity_id), ""),
        others=tuple(
            entities[row["entity_id"]]
            for row in taking_part
            if row["entity_id"] != entity_id and row["entity_id"] in entities
        ),
        claim=claim,
        certainty=Certainty(surest["certainty"]),
        note=surest["note"] or "",
        sources=ordered(source_ref(row) for row in statements),
    )
