"""The part of the graph that a question about ownership is asked of: who holds whom, who is listed, on one day.

The same for the companies above one entity, as a store gives them, and for a whole build: the rules are computed by one
piece of code, so that an answer and what stands on the entities agree.

Nobody is reached through a placeholder, and nobody owns a person: what their holders are said to be is dropped. A party
that was dissolved holds nothing and is held by nobody from then on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.analyse.day import listing_status
from graphkit.analyse.ownership.fixed_point import Grants
from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.holdings import Holdings, holdings, owning
from graphkit.graph.link_numbers import BY_BOARD, BY_VOTES, COLUMNS, EARLY, LATE, link_numbers
from graphkit.graph.stakes import Stakes, stakes_on
from graphkit.model.vocabulary import Kind, Measure, Status
from graphkit.store.base import Row, Store

_FEW = 100_000  # parties; of more their ids stay where they are, and are read one by one
_TYPES = {"share_min": pa.float64(), "share_max": pa.float64()} | {
    name: pa.int32() for name in ("start_min", "start_max", "end_min", "end_max")
}
_PARTY = {
    **{"entity_id": pa.string(), "kind": pa.string(), "unknown": pa.bool_()},
    **{"dissolved": pa.string(), "dissolved_min": pa.int32(), "dissolved_max": pa.int32()},
}
_FLAGS = ("share_min_exclusive", "share_max_exclusive")


@dataclass(frozen=True)
class Register:
    """Parties by number, what they hold of each other, and the listings of each.

    ids: sorted; the place of an id is its number. controls: links of control, in the form of holdings. control_kind:
    how each of them is one. unknown: placeholders. listings: rows of listings.
    """

    ids: Sequence[str]
    holdings: Holdings
    controls: Holdings
    control_kind: Ints
    unknown: Bools
    listings: Sequence[Row]
    day: int | None

    @cached_property
    def stakes(self) -> Stakes:
        """What every two parties come to on the day."""
        return stakes_on(self.holdings, self.day)

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each party by its id."""
        return {str(entity_id): number for number, entity_id in enumerate(self.ids)}

    @cached_property
    def _frozen(self) -> Sequence[tuple[str, int, Status]]:
        """Authority, number of the party and status on the day of every asset freeze that is not surely over."""
        rows = [row for row in self.listings if row["measure"] == Measure.ASSET_FREEZE]
        named = pa.array([row["entity_id"] for row in rows], pa.string())
        numbers = pc.index_in(named, value_set=pa.array(self.ids, pa.string())).to_pylist()
        told = [
            (row["authority"], number, listing_status(row, self.day)) for row, number in zip(rows, numbers, strict=True)
        ]
        return [each for each in told if each[1] is not None and each[2] is not Status.NO]

    def listed(self, authority: str | None, *, possible: bool = False) -> Ints:
        """Parties with an asset freeze of the authority (None: of any) in force on the day.

        possible: also those of whom nothing proves that it was or was not.
        """
        counted = {Status.YES, Status.UNKNOWN} if possible else {Status.YES}
        found = {number for by, number, status in self._frozen if authority in {None, by} and status in counted}
        return np.array(sorted(found), dtype=np.int64)

    @cached_property
    def grants(self) -> Grants:
        """Control that is stated: the right to appoint the board surely gives it, and so does a majority of the votes;
        what a source merely calls control does so possibly.
        """
        links, kind = self.control_links, self.control_kind[self.control_links]
        _, surely = self.controls.in_force(self.day)
        whole = links[kind != BY_VOTES]
        sure = surely[whole] & (self.control_kind[whole] == BY_BOARD)
        votes = self.controls.only(self.control_kind == BY_VOTES)
        counted = stakes_on(votes, self.day) if len(votes.holder) else None
        return Grants(self.controls.holder[whole], self.controls.held[whole], sure, counted)

    @cached_property
    def control_links(self) -> Ints:
        """Those of `controls` that hold on the day."""
        there, _ = self.controls.in_force(self.day)
        return np.flatnonzero(there)


def register_above(store: Store, entity_id: str, day: int | None) -> tuple[Register, list[Row]]:
    """Everybody who may stand above an entity by ownership or control, however far up; and the rows of the links."""
    rows = holdings_above(store, entity_id)
    return register_of(store, entity_id, rows, day), rows


def register_of(store: Store, entity_id: str, rows: Sequence[Row], day: int | None) -> Register:
    """The register of an entity and of everybody in the links above it."""
    ids = sorted({entity_id, *(row["from_id"] for row in rows), *(row["to_id"] for row in rows)})
    entities = store.rows("entities", ids=ids)
    known = [row["entity_id"] for row in entities]
    numbers = link_numbers(links_table(rows), pa.array(known, pa.string()))
    return register(numbers, parties_table(entities), store.rows("listings", entity_ids=known), day)


def holdings_above(store: Store, entity_id: str) -> list[Row]:
    """The links of ownership and control to an entity and to everybody above it, one step of all of them at a time."""
    rows: list[Row] = []
    seen, frontier = {entity_id}, [entity_id]
    while frontier:
        found = store.rows("holdings_of", entity_ids=frontier)
        rows += found
        frontier = sorted({row["from_id"] for row in found} - seen)
        seen |= set(frontier)
    return sorted(rows, key=lambda row: str(row["link_id"]))


def parties_table(entities: Sequence[Row]) -> pa.Table:
    """Rows of entities as the columns that a register is made of."""
    return pa.table({name: pa.array([row[name] for row in entities], type_) for name, type_ in _PARTY.items()})


def register(numbers: pa.Table, parties: pa.Table, listings: Sequence[Row], day: int | None) -> Register:
    """A register of links and parties. parties: the columns of _PARTY, sorted by id, as numbered in `numbers`."""
    unknown = np.asarray(parties["unknown"].to_numpy(), dtype=bool)
    closed = unknown | pc.equal(parties["kind"], str(Kind.PERSON)).to_numpy()
    ends = _ends(parties)
    control = pc.greater(numbers["control"], 0)
    shares, controls = (
        _reached(holdings(numbers, len(parties), which), closed).cut(*ends) for which in (owning(numbers), control)
    )
    return Register(
        ids=parties["entity_id"].to_pylist() if len(parties) < _FEW else parties["entity_id"].combine_chunks(),
        holdings=shares,
        controls=controls,
        control_kind=numbers["control"].to_numpy()[controls.link],
        unknown=unknown,
        listings=listings,
        day=day,
    )


def _reached(found: Holdings, closed: Bools) -> Holdings:
    """Without the holdings in parties through which nobody is reached."""
    reached = ~closed[found.held]
    return found if reached.all() else found.only(reached)


def _ends(parties: pa.Table) -> tuple[Ints, Ints]:
    """The days between which each party was dissolved; LATE where nobody says so."""
    dissolved = pc.not_equal(pc.fill_null(parties["dissolved"], ""), "")
    earliest, latest = (
        pc.if_else(dissolved, pc.fill_null(parties[name], open_end), LATE)
        for name, open_end in (("dissolved_min", EARLY), ("dissolved_max", LATE))
    )
    return np.asarray(earliest.to_numpy(), dtype=np.int64), np.asarray(latest.to_numpy(), dtype=np.int64)


def links_table(rows: Sequence[Row]) -> pa.Table:
    """Rows of links as the columns that the numbers are made of."""
    types = {name: pa.bool_() if name in _FLAGS else _TYPES.get(name, pa.string()) for name in COLUMNS}
    return pa.table({name: pa.array([row[name] for row in rows], type_) for name, type_ in types.items()})
