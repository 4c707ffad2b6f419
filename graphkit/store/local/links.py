"""Links of a build as arrays, and the searches over them: up to who stands behind, down to what is held, and between
two.

Going up follows the arrow backwards, from the thing held to the party with power; for an agent, nominee or member it
follows the arrow. A step without a side of power (family, shared address) is taken at most once. A placeholder is never
walked through. Dates are tested at every step, so that a short way that has ended does not hide a longer one that
holds.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.graph.adjacency import Adjacency, Bools, Ints, adjacency
from graphkit.graph.link_numbers import LINK_TYPES
from graphkit.model.vocabulary import HOLDING, MODE_OF_TYPE, OWNING, POWER_AT_END, UNDIRECTED, LinkType, Visibility

_NONE = np.zeros(0, dtype=np.int64)
_FEW = 2_000  # ids that are looked up one by one
_ENDS = ("from_number", "to_number")


@dataclass(frozen=True, slots=True)
class Between:
    """Links and events (id and its two parties) on the shortest connections of two entities."""

    links: Ints
    events: list[tuple[str, str, str]]


class LinkArrays:
    """Numbers for nodes and links, and adjacency upwards, downwards and without direction."""

    def __init__(self, numbers: pa.Table, entities: pa.Table, *, internal: bool) -> None:
        """numbers: the table link_numbers. entities: all; one that may not be shown has a number and no links."""
        self.ids: pa.Array = entities["entity_id"].combine_chunks()
        self._unknown: Bools = np.asarray(entities["unknown"].to_numpy(), dtype=bool)
        self._count = numbers.num_rows
        types = numbers["type"].to_numpy()
        from_end, to_end = (np.asarray(numbers[name].to_numpy(), dtype=np.int64) for name in _ENDS)
        self._from, self._to = from_end, to_end
        along = _is_one_of(types, POWER_AT_END)
        self._holder = np.where(along, to_end, from_end)
        self._held = np.where(along, from_end, to_end)
        # A link to a party that only internal statements know is no longer there once those are left out.
        present = (from_end >= 0) & (to_end >= 0) & (internal | numbers["public"].to_numpy())
        public = pc.not_equal(entities["visibility"], str(Visibility.INTERNAL)).to_numpy()
        self.shown: Bools = public | internal
        present &= self.shown[from_end] & self.shown[to_end]
        self._directed = present & _is_one_of(types, set(MODE_OF_TYPE) - UNDIRECTED)
        self._undirected = present & _is_one_of(types, UNDIRECTED)
        self._holding = present & _is_one_of(types, HOLDING)
        self._associating = present & _is_one_of(types, {LinkType.LINKED_TO})
        self._owning = present & _is_one_of(types, OWNING)
        self._present = present
        self._start_min, self._end_max = numbers["start_min"].to_numpy(), numbers["end_max"].to_numpy()

    @cached_property
    def _up(self) -> Adjacency:
        return self._adjacency(self._held, self._holder, self._directed)

    @cached_property
    def _sideways(self) -> Adjacency:
        (starts, numbers), ends = self._both_ends(self._undirected)
        return adjacency(len(self.ids), starts, ends, numbers)

    @cached_property
    def _down(self) -> Adjacency:
        return self._adjacency(self._holder, self._held, self._holding)

    @cached_property
    def _linked(self) -> Adjacency:
        return self._adjacency(self._holder, self._held, self._associating)

    @cached_property
    def _owners(self) -> Adjacency:
        return self._adjacency(self._held, self._holder, self._owning)

    @cached_property
    def shown_ids(self) -> pa.Array:
        """The ids of the parties that may be part of an answer."""
        return self.ids if self.shown.all() else self.ids.filter(pa.array(self.shown))

    def numbers(self, entity_ids: list[str]) -> Ints:
        """The numbers of those parties that there are, each once."""
        if len(entity_ids) <= _FEW:
            found = np.array([self.number(each) for each in entity_ids], dtype=np.int64)
            return np.unique(found[found >= 0])
        places = pc.index_in(pa.array(entity_ids, pa.string()), value_set=self.ids)
        return np.unique(places.drop_null().to_numpy()).astype(np.int64)

    def number(self, entity_id: str) -> int:
        """The number of a party, -1 when there is none of this id. Ids stand in order: few of them are looked at."""
        place = bisect_left(range(len(self.ids)), entity_id, key=self._id)
        return place if place < len(self.ids) and self._id(place) == entity_id else -1

    def _id(self, number: int) -> str:
        return str(self.ids[number])

    def holdings_of(self, entity_ids: list[str]) -> Ints:
        """Numbers of the links by which parties are owned and controlled, on any day."""
        links: Ints = np.unique(self._owners.links_of(self.numbers(entity_ids))[0])
        return links

    def upstream(self, entity_id: str, day: int | None, max_hops: int) -> Ints:
        """Numbers of the links that chains of at most max_hops steps may use, and of those just beyond them."""
        if (start := self.number(entity_id)) < 0:
            return _NONE
        possible = self._possible(day)
        plain = self._closure(self._up, np.array([start]), max_hops, possible)
        sideways, others = self._sideways.links_of(plain)
        found = [self._up.links_of(plain)[0], sideways]
        beside = np.unique(others[possible[sideways]])
        beside = beside[~self._unknown[beside]]
        if len(beside):
            found.append(self._up.links_of(self._closure(self._up, beside, max_hops - 1, possible))[0])
        links: Ints = np.unique(np.concatenate(found))
        holding: Ints = links[possible[links]]
        return holding

    def below(self, entity_ids: list[str], day: int | None) -> Ints:
        """Numbers of the links by which parties hold others, and of their untyped links."""
        holders = self.numbers(entity_ids)
        links: Ints = np.unique(np.concatenate([self._down.links_of(holders)[0], self._linked.links_of(holders)[0]]))
        holding: Ints = links[self._possible(day)[links]]
        return holding

    def between(self, from_id: str, to_id: str, day: int | None, max_hops: int, participants: pa.Table) -> Between:
        """Links of any type, in any direction, and events, on the shortest connections."""
        events = _Events(participants, self.ids)
        link_count = self._count
        starts, ends = self._both_ends(self._present & self._possible(day))
        numbers = np.concatenate([starts[1], link_count + events.number])
        graph = adjacency(
            len(self.ids), np.concatenate([starts[0], events.left]), np.concatenate([ends, events.right]), numbers
        )
        first, last = self.number(from_id), self.number(to_id)
        closed = self._unknown.copy()
        closed[[first, last]] = False
        near = self._distances(graph, first, max_hops, closed)
        far = self._distances(graph, last, max_hops, closed)
        length = near[last]
        if length < 0 or length > max_hops:
            return Between(_NONE, [])
        left = np.repeat(np.arange(len(self.ids)), np.diff(graph.offsets))
        on_way = (near[left] >= 0) & (far[graph.ends] >= 0) & (near[left] + 1 + far[graph.ends] == length)
        used = np.unique(graph.links[on_way])
        pairs = sorted(
            {
                (events.ids[number - link_count], self.ids[int(a)].as_py(), self.ids[int(b)].as_py())
                for number, a, b in zip(graph.links[on_way], left[on_way], graph.ends[on_way], strict=True)
                if number >= link_count
            }
        )
        return Between(used[used < link_count], pairs)

    def _possible(self, day: int | None) -> Bools:
        """Links that hold on the day for at least one of the days their dates may mean."""
        if day is None:
            return np.ones(self._count, dtype=bool)
        possible: Bools = (self._start_min <= day) & (self._end_max > day)
        return possible

    def _adjacency(self, starts: Ints, ends: Ints, mask: Bools) -> Adjacency:
        kept = np.flatnonzero(mask)
        return adjacency(len(self.ids), starts[kept], ends[kept], kept)

    def _both_ends(self, mask: Bools) -> tuple[tuple[Ints, Ints], Ints]:
        kept = np.flatnonzero(mask)
        starts = np.concatenate([self._from[kept], self._to[kept]])
        return (starts, np.concatenate([kept, kept])), np.concatenate([self._to[kept], self._from[kept]])

    def _closure(self, graph: Adjacency, start: Ints, max_hops: int, possible: Bools) -> Ints:
        """Nodes within max_hops steps over possible links, the start among them; no placeholder is walked through."""
        seen = np.zeros(len(self.ids), dtype=bool)
        seen[start] = True
        frontier = start
        for _ in range(max_hops):
            links, ends = graph.links_of(frontier)
            frontier = np.unique(ends[possible[links] & ~seen[ends] & ~self._unknown[ends]])
            if not len(frontier):
                break
            seen[frontier] = True
        return np.flatnonzero(seen)

    def _distances(self, graph: Adjacency, start: int, max_hops: int, closed: Bools) -> Ints:
        """Steps from the start to each node, -1 where there is no way; closed nodes are not entered."""
        distance = np.full(len(self.ids), -1, dtype=np.int64)
        distance[start] = 0
        frontier = np.array([start])
        for hop in range(1, max_hops + 1):
            _, ends = graph.links_of(frontier)
            frontier = np.unique(ends[(distance[ends] < 0) & ~closed[ends]])
            if not len(frontier):
                break
            distance[frontier] = hop
        return distance


class _Events:
    """Pairs of parties that took part in one event, both ways."""

    def __init__(self, participants: pa.Table, ids: pa.Array) -> None:
        of_event: dict[str, list[int]] = {}
        numbers = pc.index_in(participants["entity_id"], value_set=ids).to_pylist()
        for event_id, number in zip(participants["event_id"].to_pylist(), numbers, strict=True):
            if number is not None:
                of_event.setdefault(event_id, []).append(number)
        self.ids = sorted(of_event)
        pairs = [
            (a, b, index)
            for index, event in enumerate(self.ids)
            for a in of_event[event]
            for b in of_event[event]
            if a != b
        ]
        columns = np.array(pairs, dtype=np.int64).reshape(-1, 3)
        self.left, self.right, self.number = columns[:, 0], columns[:, 1], columns[:, 2]


def _is_one_of(types: "np.ndarray[Any, Any]", wanted: "set[LinkType] | frozenset[LinkType]") -> Bools:
    return np.isin(types, [LINK_TYPES.index(each) for each in wanted])
