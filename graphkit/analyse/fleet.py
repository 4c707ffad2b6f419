"""The vessels of a party: owned, managed or operated, directly or through companies; and those only linked to it.

One row per vessel, by the narrowest mode that joins them and the shortest chain of it. An untyped link counts only as
the last step, straight to the vessel, and is marked association: what is linked to a company is not thereby anybody's
ship.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from graphkit.analyse.day import AsOf
from graphkit.analyse.evidence import Evidence, list_ages, ordered, surest
from graphkit.analyse.find import one_entity
from graphkit.analyse.upward import AUTHORITIES, SANCTIONED
from graphkit.model.answers import Entity, Fleet, FleetVessel, Holds, LinkEvidence
from graphkit.model.vocabulary import MODE_OF_TYPE, MODES, POWER_AT_END, PROPERTY_KINDS, Kind, LinkType, Mode, Status
from graphkit.store.base import Row, Store

_OWNING = frozenset({Mode.OWNERSHIP})
_HOLDING = frozenset({Mode.OWNERSHIP, Mode.CONTROL})
_LINKING = frozenset({Mode.ASSOCIATION})


@dataclass(frozen=True, slots=True)
class _Way:
    """A way down to a party: entity ids from the top, and the links of the last step."""

    ids: tuple[str, ...]
    last: tuple[LinkEvidence, ...]
    mode: Mode
    holds: Holds


def fleet(store: Store, who: str, on: AsOf, *, max_hops: int | None = None) -> Fleet:
    """The vessels of an entity on a day, ownership first, then by name. max_hops: None goes down without a limit.

    who: an entity; or `sanctioned` or an authority, for the vessels of all parties that it lists on that day.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity.
    """
    evidence = Evidence(store, on)
    subject, starts = _starts(store, evidence, who)
    rows = _links_below(store, starts, on.day, max_hops)
    ids = {*starts, *(row["from_id"] for row in rows), *(row["to_id"] for row in rows)}
    entities = evidence.entities(ids)
    ways, cut_off = _Down(rows, evidence.links(rows), entities, max_hops or len(entities)).ways(starts)
    vessels = [_vessel(entities[held], way) for held, way in ways.items() if entities[held].kind is Kind.VESSEL]
    ordered = sorted(vessels, key=lambda vessel: (MODES.index(vessel.mode), vessel.name, vessel.id))
    return Fleet(subject or entities[starts[0]], on.text, tuple(ordered), truncated=cut_off, lists=list_ages(store))


def _starts(store: Store, evidence: Evidence, who: str) -> tuple[Entity | None, list[str]]:
    """Where the ways down begin: at one entity, or at every listed party ashore, told as one subject."""
    authority = who.upper() if who.upper() in AUTHORITIES else None
    if who != SANCTIONED and not authority:
        return None, [one_entity(store, who)]
    listed = evidence.entities((row["entity_id"] for row in store.rows("listed_entities")), authority=authority)
    starts = [
        each.id for each in listed.values() if each.sanctioned is not Status.NO and each.kind not in PROPERTY_KINDS
    ]
    name = f"All parties listed by {authority}" if authority else "All sanctioned parties"
    return Entity(id=authority or SANCTIONED, kind=Kind.NOT_STATED, name=name), sorted(starts)


def _links_below(store: Store, starts: list[str], day: int | None, max_hops: int | None) -> list[Row]:
    """The links from the starts down, one step of all parties at a time, and those just beyond max_hops."""
    found: dict[str, Row] = {}
    seen, frontier, steps = set(starts), starts, 0
    while frontier and (max_hops is None or steps <= max_hops):
        rows = store.rows("links_below", entity_ids=frontier, day=day)
        found |= {row["link_id"]: row for row in rows}
        holding = [row for row in rows if MODE_OF_TYPE[LinkType(row["type"])] in _HOLDING]
        held = {row["from_id"] if LinkType(row["type"]) in POWER_AT_END else row["to_id"] for row in holding}
        new = store.rows("entities", ids=sorted(held - seen))
        frontier = [row["entity_id"] for row in new if not row["unknown"]]
        seen |= held
        steps += 1
    return [found[link_id] for link_id in sorted(found)]


class _Down:
    """The links at hand as steps down: party with power to the party held, with all links between the two."""

    def __init__(
        self, rows: list[Row], links: dict[str, LinkEvidence], entities: dict[str, Entity], max_hops: int
    ) -> None:
        self._entities = entities
        self._max_hops = max_hops
        self._steps: dict[str, dict[str, list[LinkEvidence]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            if link := links.get(row["link_id"]):
                ends = (row["from_id"], row["to_id"])
                holder, held = reversed(ends) if link.type in POWER_AT_END else ends
                self._steps[holder][held].append(link)

    def ways(self, starts: list[str]) -> tuple[dict[str, _Way], bool]:
        """For each party below the starts the shortest way in the narrowest mode, and whether max_hops cut any off."""
        owned, more_owned = self._walk(starts, _OWNING)
        held, more_held = self._walk(starts, _HOLDING)
        linked, more_linked = self._linked(held)
        found = linked | held | owned
        for start in starts:
            del found[start]
        return found, more_owned or more_held or more_linked

    def _walk(self, starts: list[str], modes: frozenset[Mode]) -> tuple[dict[str, _Way], bool]:
        """Breadth first from the starts, never through a placeholder."""
        found = {start: _Way((start,), (), Mode.OWNERSHIP, "certain") for start in starts}
        frontier = list(found.values())
        for _ in range(self._max_hops):
            reached = [
                found.setdefault(held, _longer(way, held, links))
                for way in frontier
                for held, links in self._below(way, modes)
                if held not in found
            ]
            frontier = [way for way in reached if not self._entities[way.ids[-1]].unknown]
            if not frontier:
                break
        return found, any(held not in found for way in frontier for held, _ in self._below(way, modes))

    def _linked(self, held: dict[str, _Way]) -> tuple[dict[str, _Way], bool]:
        """One untyped link further from each party that is held."""
        found: dict[str, _Way] = {}
        cut_off = False
        for way in held.values():
            if len(way.ids) > 1 and self._entities[way.ids[-1]].unknown:
                continue
            for party, links in self._below(way, _LINKING):
                if party in held or party in found:
                    continue
                if len(way.ids) > self._max_hops:
                    cut_off = True
                else:
                    found[party] = _longer(way, party, links)
        return found, cut_off

    def _below(self, way: _Way, modes: frozenset[Mode]) -> Iterator[tuple[str, list[LinkEvidence]]]:
        """The parties one step down, in the order of their ids, with the links that the modes admit."""
        for held, links in sorted(self._steps.get(way.ids[-1], {}).items()):
            if admitted := [link for link in links if MODE_OF_TYPE[link.type] in modes]:
                yield held, admitted


def _longer(way: _Way, held: str, links: list[LinkEvidence]) -> _Way:
    narrowest = min((MODE_OF_TYPE[link.type] for link in links), key=MODES.index)
    holds: Holds = (
        "certain" if any(link.holds == "certain" for link in links) and way.holds == "certain" else "possible"
    )
    return _Way((*way.ids, held), tuple(links), max(way.mode, narrowest, key=MODES.index), holds)


def _vessel(entity: Entity, way: _Way) -> FleetVessel:
    typed = tuple(link for link in way.last if link.type is not LinkType.LINKED_TO) or way.last
    basis = sorted({link.role or str(link.type).lower().replace("_", " ") for link in typed})
    return FleetVessel(
        id=entity.id,
        name=entity.name,
        imo=entity.identifiers.get("imo"),
        basis="; ".join(basis),
        mode=way.mode,
        chain=way.ids,
        holds=way.holds,
        certainty=surest(typed),
        sources=ordered(ref for link in way.last for ref in link.sources),
        sanctioned=entity.sanctioned,
    )
