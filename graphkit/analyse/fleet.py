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
from graphkit.model.answers import Entity, Fleet, FleetVessel, Holds, LinkEvidence
from graphkit.model.vocabulary import MODE_OF_TYPE, MODES, POWER_AT_END, Kind, LinkType, Mode
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


def fleet(store: Store, who: str, on: AsOf, *, max_hops: int = 12) -> Fleet:
    """The vessels of an entity on a day, ownership first, then by name.

    Raises:
        NotFound, Ambiguous: `who` is not exactly one entity.
    """
    start = one_entity(store, who)
    evidence = Evidence(store, on)
    rows = store.rows("downstream_links", entity_id=start, day=on.day, max_hops=max_hops)
    entities = evidence.entities({start, *(row["from_id"] for row in rows), *(row["to_id"] for row in rows)})
    ways, cut_off = _Down(rows, evidence.links(rows), entities, max_hops).ways(start)
    vessels = [_vessel(entities[held], way) for held, way in ways.items() if entities[held].kind is Kind.VESSEL]
    ordered = sorted(vessels, key=lambda vessel: (MODES.index(vessel.mode), vessel.name, vessel.id))
    return Fleet(entities[start], on.text, tuple(ordered), truncated=cut_off, lists=list_ages(store))


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

    def ways(self, start: str) -> tuple[dict[str, _Way], bool]:
        """For each party below the start the shortest way in the narrowest mode, and whether max_hops cut any off."""
        owned, more_owned = self._walk(start, _OWNING)
        held, more_held = self._walk(start, _HOLDING)
        linked, more_linked = self._linked(held)
        found = linked | held | owned
        del found[start]
        return found, more_owned or more_held or more_linked

    def _walk(self, start: str, modes: frozenset[Mode]) -> tuple[dict[str, _Way], bool]:
        """Breadth first from the start, never through a placeholder."""
        found = {start: _Way((start,), (), Mode.OWNERSHIP, "certain")}
        frontier = [found[start]]
        for _ in range(self._max_hops):
            reached = [
                found.setdefault(held, _longer(way, held, links))
                for way in frontier
                for held, links in self._below(way, modes)
                if held not in found
            ]
            frontier = [way for way in reached if not self._entities[way.ids[-1]].unknown]
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
