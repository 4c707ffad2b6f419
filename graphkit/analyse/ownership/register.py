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
from graphkit.graph.holdings import Holdings, holdings
from graphkit.graph.link_numbers import BY_BOARD, BY_VOTES, COLUMNS, EARLY, LATE, LEAST_SURE, link_numbers
from graphkit.graph.stakes import Stakes, stakes_on
from graphkit.model.vocabulary import Kind, Measure, Status
from graphkit.store.base import Row, Store

_FEW = 100_000  # parties; of more their ids stay where they are, and are read one by one
_ENDS = ("from_number", "to_number")
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

    ids: sorted; the place of an id is its number. votes: as holdings. controls: the rows of link_numbers that state
    control, with the number of each in `row`. unknown: placeholders. ends: the days between which each party was
    dissolved. listings: rows of listings.
    """

    ids: Sequence[str]
    holdings: Holdings
    votes: Holdings
    controls: pa.Table
    unknown: Bools
    ends: tuple[Ints, Ints]
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
        links = self.control_links
        holder, held = (self.controls[name].to_numpy()[links].astype(np.int64) for name in _ENDS)
        kind = self.controls["control"].to_numpy()[links]
        whole = kind != BY_VOTES
        _, surely = self._in_force
        sure = surely[links] & (kind == BY_BOARD)
        votes = stakes_on(self.votes, self.day) if len(self.votes.holder) else None
        return Grants(holder[whole], held[whole], sure[whole], votes)

    @cached_property
    def control_links(self) -> Ints:
        """The rows of `controls` that hold on the day."""
        there, _ = self._in_force
        return np.flatnonzero(there)

    @cached_property
    def _in_force(self) -> tuple[Bools, Bools]:
        """Whether each link holds on the day at all, and surely so."""
        dates = ("start_min", "start_max", "end_min", "end_max")
        start_min, start_max, end_min, end_max = (self.controls[name].to_numpy() for name in dates)
        sure_enough = self.controls["certainty"].to_numpy() <= LEAST_SURE
        if self.day is None:
            return np.ones(len(self.controls), dtype=bool), sure_enough
        for end in _ENDS:
            party = self.controls[end].to_numpy()
            end_min, end_max = np.minimum(end_min, self.ends[0][party]), np.minimum(end_max, self.ends[1][party])
        there = (start_min <= self.day) & (end_max > self.day)
        return there, there & (start_max <= self.day) & (end_min > self.day) & sure_enough


def register_above(store: Store, entity_id: str, day: int | None) -> tuple[Register, list[Row]]:
    """Everybody who may stand above an entity by ownership or control, however far up; and the rows of the links."""
    rows = holdings_above(store, entity_id)
    ids = sorted({entity_id, *(row["from_id"] for row in rows), *(row["to_id"] for row in rows)})
    entities = store.rows("entities", ids=ids)
    known = [row["entity_id"] for row in entities]
    numbers = link_numbers(links_table(rows), pa.array(known, pa.string()))
    return register(numbers, parties_table(entities), store.rows("listings", entity_ids=known), day), rows


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
    shares, votes = (holdings(numbers, len(parties), votes=each) for each in (False, True))
    return Register(
        ids=parties["entity_id"].to_pylist() if len(parties) < _FEW else parties["entity_id"].combine_chunks(),
        holdings=_open(shares, closed).cut(*ends),
        votes=_open(votes, closed).cut(*ends),
        controls=_controls(numbers, closed),
        unknown=unknown,
        ends=ends,
        listings=listings,
        day=day,
    )


def _open(found: Holdings, closed: Bools) -> Holdings:
    """Without the holdings in parties through which nobody is reached."""
    reached = ~closed[found.held]
    return found if reached.all() else found.only(reached)


def _controls(numbers: pa.Table, closed: Bools) -> pa.Table:
    """The links of control between parties at hand, each with its row."""
    rows = np.flatnonzero(pc.greater(numbers["control"], 0).to_numpy())
    found = numbers.take(pa.array(rows)).append_column("row", pa.array(rows))
    holder, held = (found[name].to_numpy() for name in _ENDS)
    return found.filter(pa.array((holder >= 0) & (held >= 0) & ~closed[held]))


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
