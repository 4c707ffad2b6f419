"""The chains from a company up to its owners: how many there are, the strongest of them, and their weakest links."""

import heapq
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from graphkit.graph.adjacency import Ints
from graphkit.graph.link_numbers import WHOLE
from graphkit.graph.stakes import Stakes

_MOST_STEPS = 20_000


@dataclass(slots=True)
class Ways:
    """Chains by owner. found: tuples of the pairs from the target up, the strongest first. counted: how many were seen.

    complete: whether all chains were seen; else the counts are lower bounds.
    """

    found: dict[int, list[tuple[int, ...]]] = field(default_factory=lambda: defaultdict(list))
    counted: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    complete: bool = True


def strongest_ways(stakes: Stakes, above: "Above", target: int, *, keep: int = 3) -> Ways:
    """Chains without a party twice, in the order of the product of their upper ends, lower ends breaking ties."""
    ways = Ways()
    waiting: list[tuple[float, float, int, int, tuple[int, ...], frozenset[int]]] = [
        (-1.0, -1.0, 0, target, (), frozenset({target}))
    ]
    seen = 0
    while waiting:
        if seen > _MOST_STEPS:
            ways.complete = False
            break
        most, least, _, party, pairs, passed = heapq.heappop(waiting)
        if pairs:
            ways.counted[party] += 1
            if len(ways.found[party]) < keep:
                ways.found[party].append(pairs)
        for pair in above.strongest_of(party, stakes, _MOST_STEPS):
            holder = int(stakes.holder[pair])
            if holder in passed or not stakes.high[pair]:
                continue
            seen += 1
            step = (most * stakes.high[pair] / WHOLE, least * stakes.low[pair] / WHOLE)
            heapq.heappush(waiting, (*step, seen, holder, (*pairs, int(pair)), passed | {holder}))
    return ways


@dataclass(frozen=True, slots=True)
class Above:
    """The pairs by which each party is held on the day, one step up."""

    pairs: Ints
    offsets: Ints

    @classmethod
    def on_the_day(cls, stakes: Stakes) -> "Above":
        """The stakes that hold on the day."""
        there = np.flatnonzero(stakes.there)
        counts = np.bincount(stakes.held[there], minlength=stakes.parties)
        return cls(there, np.concatenate([[0], np.cumsum(counts)]))

    def of(self, party: int) -> Iterator[int]:
        """The pairs of one party."""
        yield from self.pairs[self.offsets[party] : self.offsets[party + 1]].tolist()

    def strongest_of(self, party: int, stakes: Stakes, most: int) -> list[int]:
        """The pairs of one party; of very many only those with the largest stakes."""
        pairs = self.pairs[self.offsets[party] : self.offsets[party + 1]]
        if len(pairs) > most:
            pairs = pairs[np.lexsort((-stakes.low[pairs], -stakes.high[pairs]))[:most]]
        strongest: list[int] = pairs.tolist()
        return strongest


def weakest_links(stakes: Stakes, above: Above, target: int, ends: Ints) -> dict[int, int]:
    """For each owner the smallest stake on its strongest chain to the target, in units; the chain whose smallest is the
    largest. ends: the ends of the stakes that count, lower or upper.
    """
    best: dict[int, int] = {}
    waiting = [(-WHOLE, target)]
    while waiting:
        least, party = heapq.heappop(waiting)
        if party in best:
            continue
        best[party] = -least
        for pair in above.of(party):
            holder = int(stakes.holder[pair])
            if holder not in best:
                heapq.heappush(waiting, (-min(-least, int(ends[pair])), holder))
    return best


def surely_more(stakes: Stakes, above: Above, target: int) -> set[int]:
    """Owners whose least share is left out itself: a sure chain of theirs has a stake with an open lower end."""
    seen = {(target, False)}
    waiting = [(target, False)]
    while waiting:
        party, is_open = waiting.pop()
        for pair in above.of(party):
            if not (stakes.low[pair] or stakes.low_open[pair]):
                continue
            after = (int(stakes.holder[pair]), is_open or bool(stakes.low_open[pair]))
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return {party for party, is_open in seen if is_open}
