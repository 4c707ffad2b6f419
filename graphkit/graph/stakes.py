"""What the statements about ownership come to on a day: one stake for every two parties.

Several statements about one holding are all kept. On a day one rule says which of them count, in this order:

1. those that hold on that day (NOT_THEN: the others);
2. not those without a share that another statement gives (NO_SHARE); one that surely holds gives way only to one that
   surely holds: a rumour of 10 % does not bound what a source states without a share;
3. not those that a later statement of the same holder replaces, one that surely holds then and surely began later
   (REPLACED). An undated statement is neither earlier nor later;
4. not those that a surer statement sets aside (LESS_SURE). One that only possibly holds then sets nothing aside that
   surely does.

What is left counts together: statements that agree narrow the range down to what all of them allow; statements that
contradict each other leave the range from the smallest to the largest, marked `contradictory`. A holding that only
possibly exists on that day, or that no source is surer of than `likely`, has a lower end of 0.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np

from graphkit.graph.adjacency import Bools, Ints, runs
from graphkit.graph.holdings import Holdings
from graphkit.graph.link_numbers import EARLY, WHOLE


class Counts(IntEnum):
    """Whether a statement counts on a day, and if not, why."""

    YES = 0
    NOT_THEN = 1
    NO_SHARE = 2
    REPLACED = 3
    LESS_SURE = 4


@dataclass(frozen=True)
class Stakes:
    """What every two parties come to on a day, one place for each pair, whether it holds then or not.

    low, high: UNITS to a percent; 0 and 0 where nothing holds. low_open, high_open: the end itself is left out.
    there: it holds on that day, at least possibly. sure: surely so. dated: no statement that counts lacks a date.
    low_if_there: the lower end that is stated, whether the holding surely exists or not. joint: the number of the joint
    holding that it belongs to, 0 for none. counts: of each statement, a Counts.
    """

    holdings: Holdings
    low: Ints
    high: Ints
    low_if_there: Ints
    low_open: Bools
    high_open: Bools
    there: Bools
    sure: Bools
    dated: Bools
    contradictory: Bools
    joint: Ints
    counts: Ints

    @property
    def holder(self) -> Ints:
        """The party that holds, by its number."""
        return self.holdings.pair_holder

    @property
    def held(self) -> Ints:
        """The party that is held."""
        return self.holdings.pair_held

    @property
    def parties(self) -> int:
        """How many parties there are."""
        return self.holdings.parties

    @cached_property
    def exact(self) -> bool:
        """Whether every stake that holds is known exactly."""
        return bool((self.low == self.high).all())

    @cached_property
    def least_held(self) -> Ints:
        """The sum of the lower ends of all stakes in each party."""
        ends = np.concatenate([[0], np.cumsum(self.low)])[self.holdings.up]
        return np.diff(ends)

    @cached_property
    def open_lows(self) -> Ints:
        """How many of the stakes in each party have a lower end that is left out."""
        ends = np.concatenate([[0], np.cumsum(self.low_open.astype(np.int64))])[self.holdings.up]
        return np.diff(ends)

    def below(self, parties: Ints) -> tuple[Ints, Ints]:
        """The pairs by which parties hold others on that day, and for each of them its place among the parties."""
        offsets, order = self.holdings.down
        sizes = offsets[parties + 1] - offsets[parties]
        of = np.repeat(np.arange(len(parties)), sizes)
        pairs = order[runs(offsets[parties], sizes)]
        there = self.there[pairs]
        return pairs[there], of[there]


def stakes_on(holdings: Holdings, day: int | None) -> Stakes:
    """What holds on a day; None: whatever the dates."""
    there, surely = holdings.in_force(day)
    first = holdings.first
    stakes = Stakes(
        holdings,
        low=np.where(surely[first], holdings.low[first], 0),
        high=np.where(there[first], holdings.high[first], 0),
        low_if_there=np.where(there[first], holdings.low[first], 0),
        low_open=surely[first] & holdings.low_open[first],
        high_open=there[first] & holdings.high_open[first],
        there=there[first].copy(),
        sure=surely[first].copy(),
        dated=holdings.dated[first].copy(),
        contradictory=np.zeros(len(first), dtype=bool),
        joint=np.where(there[first], holdings.joint[first], 0),
        counts=np.where(there, Counts.YES, Counts.NOT_THEN).astype(np.int8),
    )
    sizes = np.diff(holdings.ends)
    several = np.flatnonzero(sizes > 1)
    if len(several):
        _settle(stakes, several, sizes[several], there, surely)
    return stakes


def _settle(stakes: Stakes, pairs: Ints, sizes: Ints, there: Bools, surely: Bools) -> None:
    """Write into `stakes` what several statements about one holding come to; see the head of this module."""
    holdings = stakes.holdings
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    of = np.repeat(np.arange(len(pairs)), sizes)
    rows = runs(holdings.first[pairs], sizes)
    counts = stakes.counts[rows].copy()

    def drop(which: Bools, why: Counts) -> None:
        counts[which & (counts == Counts.YES)] = why

    def any_of(which: Bools) -> Bools:
        return np.logical_or.reduceat(which, starts)

    there, surely = there[rows], surely[rows]
    stated, begun = holdings.stated[rows], holdings.begun[rows]
    drop(~stated & any_of(stated & surely)[of], Counts.NO_SHARE)
    drop(~stated & ~surely & any_of(stated & there)[of], Counts.NO_SHARE)
    replacing = np.where((counts == Counts.YES) & surely & begun, holdings.start_min[rows], EARLY)
    latest = np.maximum.reduceat(replacing, starts)[of]
    drop(begun & (holdings.start_max[rows] < latest), Counts.REPLACED)
    alive = counts == Counts.YES
    telling = alive & (surely | ~any_of(alive & surely)[of])
    certainty = holdings.certainty[rows].astype(np.int64)  # as few bits as hold it would not hold what stands for none
    rank = np.where(telling, certainty, np.iinfo(np.int64).max)
    drop(certainty > np.minimum.reduceat(rank, starts)[of], Counts.LESS_SURE)
    stakes.counts[rows] = counts

    alive = counts == Counts.YES
    certain = any_of(alive & surely)
    base = alive & (surely | ~certain[of])
    low, high = holdings.low[rows], holdings.high[rows]
    low_open, high_open = holdings.low_open[rows], holdings.high_open[rows]
    meet_low = np.maximum.reduceat(np.where(base, low, -1), starts)
    meet_high = np.minimum.reduceat(np.where(base, high, WHOLE + 1), starts)
    at_low, at_high = base & (low == meet_low[of]), base & (high == meet_high[of])
    meet_low_open, meet_high_open = any_of(at_low & low_open), any_of(at_high & high_open)
    apart = (meet_low > meet_high) | ((meet_low == meet_high) & (meet_low_open | meet_high_open))
    # From the smallest to the largest: of those that contradict, and of those that possibly hold beside a sure one.
    wide = (base & apart[of]) | (alive & ~base)
    spread = any_of(wide)
    far_low = np.minimum(
        np.where(apart, WHOLE + 1, meet_low), np.minimum.reduceat(np.where(wide, low, WHOLE + 1), starts)
    )
    far_high = np.maximum(np.where(apart, -1, meet_high), np.maximum.reduceat(np.where(wide, high, -1), starts))
    closed_low = any_of(wide & (low == far_low[of]) & ~low_open) | (~apart & (meet_low == far_low) & ~meet_low_open)
    closed_high = any_of(wide & (high == far_high[of]) & ~high_open) | (
        ~apart & (meet_high == far_high) & ~meet_high_open
    )
    some = any_of(alive)
    stakes.there[pairs] = some
    stakes.sure[pairs] = certain
    stakes.low_if_there[pairs] = np.where(some, np.where(spread, far_low, meet_low), 0)
    stakes.low[pairs] = np.where(certain, stakes.low_if_there[pairs], 0)
    stakes.high[pairs] = np.where(some, np.where(spread, far_high, meet_high), 0)
    stakes.low_open[pairs] = certain & np.where(spread, ~closed_low, meet_low_open)
    stakes.high_open[pairs] = some & np.where(spread, ~closed_high, meet_high_open)
    stakes.dated[pairs] = ~any_of(base & ~holdings.dated[rows])
    stakes.contradictory[pairs] = some & apart
    stakes.joint[pairs] = np.maximum.reduceat(np.where(alive, holdings.joint[rows], 0), starts)
