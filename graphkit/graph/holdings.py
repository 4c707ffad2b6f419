"""Statements about who owns how much of whom, or has how many of the votes, as arrays."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.link_numbers import LATE, LEAST_SURE, LINK_TYPES, UNITS
from graphkit.model.vocabulary import LinkType


@dataclass(frozen=True)
class Holdings:
    """Statements sorted by the party held, then by its holder: one row each.

    low, high: units; 0 and WHOLE where `stated` is false. certainty: 0 is the surest. joint: a number for each word
    that joint holders share, 0 for none. link: the row of the table of links.
    """

    parties: int
    holder: Ints
    held: Ints
    low: Ints
    high: Ints
    low_open: Bools
    high_open: Bools
    stated: Bools
    start_min: Ints
    start_max: Ints
    end_min: Ints
    end_max: Ints
    begun: Bools  # the source gives a start
    dated: Bools
    certainty: Ints
    joint: Ints
    link: Ints

    @cached_property
    def first(self) -> Ints:
        """Where the statements about each pair begin."""
        if not len(self.holder):
            return np.zeros(0, dtype=np.int64)
        new = (np.diff(self.held) != 0) | (np.diff(self.holder) != 0)
        return np.concatenate([[0], np.flatnonzero(new) + 1])

    @cached_property
    def ends(self) -> Ints:
        """Where the statements about each pair begin, and where the last ends."""
        return np.append(self.first, len(self.holder))

    @cached_property
    def pair_holder(self) -> Ints:
        """The holder of each pair."""
        return self.holder[self.first]

    @cached_property
    def pair_held(self) -> Ints:
        """The party held of each pair."""
        return self.held[self.first]

    @cached_property
    def up(self) -> Ints:
        """Offsets of the pairs by the party held: those of party n are pairs up[n] to up[n + 1]."""
        return _offsets(self.parties, self.pair_held)

    @cached_property
    def down(self) -> tuple[Ints, Ints]:
        """Offsets by holder, and the numbers of the pairs in that order."""
        from scipy.sparse import csr_matrix

        shape = (self.parties, self.parties)
        # The rows of the transposed matrix are a counting sort: many times faster than sorting by comparison.
        by_held = csr_matrix((np.arange(len(self.pair_held)), self.pair_holder, self.up), shape=shape)
        return _offsets(self.parties, self.pair_holder), by_held.tocsc().data

    def in_force(self, day: int | None) -> tuple[Bools, Bools]:
        """Whether each statement holds on a day at all, and surely so; None: whatever the dates."""
        if day is None:
            there = surely = np.ones(len(self.holder), dtype=bool)
        else:
            there = (self.start_min <= day) & (self.end_max > day)
            surely = there & (self.start_max <= day) & (self.end_min > day)
        return there, surely & (self.certainty <= LEAST_SURE)

    def cut(self, ends_min: Ints, ends_max: Ints) -> "Holdings":
        """The same, each ended no later than either of its parties.

        ends_min, ends_max: the earliest and latest day on which each party was dissolved, LATE where it was not.
        """
        if (ends_min == LATE).all() and (ends_max == LATE).all():
            return self
        earliest = np.minimum(ends_min[self.holder], ends_min[self.held])
        latest = np.minimum(ends_max[self.holder], ends_max[self.held])
        return replace(self, end_min=np.minimum(self.end_min, earliest), end_max=np.minimum(self.end_max, latest))

    def only(self, rows: Bools) -> "Holdings":
        """Some of the statements."""
        columns = {name: getattr(self, name)[rows] for name in self.__dataclass_fields__ if name != "parties"}
        return Holdings(self.parties, **columns)


def _offsets(parties: int, sorted_or_not: Ints) -> Ints:
    counts = np.bincount(sorted_or_not, minlength=parties)
    return np.concatenate([[0], np.cumsum(counts)])


_SAME = (
    *("low", "high", "low_open", "high_open", "stated", "begun", "dated", "certainty", "joint"),
    *("start_min", "start_max", "end_min", "end_max"),
)


def percent(units: int) -> float:
    """Units as percent, as people read it."""
    return round(int(units) / UNITS, 9)


def owning(numbers: pa.Table) -> Any:
    """Which links of a table link_numbers are about ownership."""
    return pc.equal(numbers["type"], LINK_TYPES.index(LinkType.OWNS))


def holdings(numbers: pa.Table, parties: int, which: Any) -> Holdings:
    """Statements among the links of a table link_numbers, those with both ends at hand.

    which: for each link, whether it is one of them.
    """
    known = pc.and_(pc.greater_equal(numbers["from_number"], 0), pc.greater_equal(numbers["to_number"], 0))
    mask = pc.and_(which, known).to_numpy()
    rows = np.flatnonzero(mask)
    whole = len(rows) == len(mask)  # a register of millions is not copied once more

    def column(name: str) -> Any:
        return numbers[name].to_numpy() if whole else numbers[name].to_numpy()[rows]

    held, holder = column("to_number"), column("from_number")
    if (np.diff(held) < 0).any() or ((np.diff(held) == 0) & (np.diff(holder) < 0)).any():
        whole, rows = False, rows[np.lexsort((rows, holder, held))]
    return Holdings(
        parties=parties,
        holder=column("from_number"),
        held=column("to_number"),
        **{name: column(name) for name in _SAME},
        link=rows,
    )
