"""Rows of different lengths in flat arrays: the values of row i stand at start[i] to start[i + 1]."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

Ints = np.ndarray[Any, np.dtype[np.signedinteger[Any]]]
Floats = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]
Texts = np.ndarray[Any, np.dtype[np.object_]]


@dataclass(frozen=True, slots=True)
class Ragged:
    """n rows of integers. start: n + 1 positions; values: all rows one after the other."""

    start: Ints
    values: Ints

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]]) -> "Ragged":
        """Rows as they come."""
        listed = [tuple(row) for row in rows]
        start = np.zeros(len(listed) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in listed], out=start[1:])
        return cls(start, np.fromiter(chain.from_iterable(listed), dtype=np.int64, count=int(start[-1])))

    @classmethod
    def by_row(cls, rows: Ints, values: Ints, size: int) -> "Ragged":
        """From pairs of row number and value, in the order given within a row."""
        order = np.argsort(rows, kind="stable")
        start = np.zeros(size + 1, dtype=np.int64)
        np.cumsum(np.bincount(rows, minlength=size), out=start[1:])
        return cls(start, values[order])

    def narrow(self) -> "Ragged":
        """The same in half of the memory; for fewer than two thousand million values."""
        return Ragged(self.start.astype(np.int32), self.values.astype(np.int32))

    def owners(self) -> Ints:
        """The row of each value."""
        found: Ints = np.repeat(np.arange(len(self.start) - 1), np.diff(self.start))
        return found

    def lengths(self, rows: Ints) -> Ints:
        """How many values each of these rows has."""
        found: Ints = self.start[rows + 1] - self.start[rows]
        return found

    def taken(self, rows: Ints) -> tuple[Ints, Ints]:
        """The values of these rows one after the other, and for each the position of its row in `rows`."""
        lengths = self.lengths(rows)
        owner = np.repeat(np.arange(len(rows)), lengths)
        return self.values[self.start[rows][owner] + within(lengths)], owner


@dataclass(frozen=True, slots=True)
class Crossed:
    """Every value of one row beside every value of another, for m pairs of rows.

    start: m + 1 positions; pair: which pair each combination belongs to; left, right: positions within the two rows.
    """

    start: Ints
    pair: Ints
    left: Ints
    right: Ints

    @classmethod
    def of(cls, lefts: Ints, rights: Ints) -> "Crossed":
        """lefts, rights: the lengths of the two rows of each pair."""
        counts = lefts * rights
        start = np.zeros(len(counts) + 1, dtype=np.int64)
        np.cumsum(counts, out=start[1:])
        pair = np.repeat(np.arange(len(counts)), counts)
        place = np.arange(int(start[-1])) - start[pair]
        width = rights[pair]
        left = place // np.maximum(width, 1)
        return cls(start, pair, left, place - left * width)


def new_runs(*columns: Ints) -> Flags:
    """Where a row of ordered columns differs from the row before it; the first one does."""
    new = np.zeros(len(columns[0]), dtype=bool)
    new[:1] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return new


def within(lengths: Ints) -> Ints:
    """0, 1, 2, ... for each row anew."""
    ends = np.cumsum(lengths)
    found: Ints = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - lengths, lengths)
    return found


def starts(lengths: Ints) -> Ints:
    """Where each row begins."""
    found: Ints = np.cumsum(lengths) - lengths
    return found


def largest(values: Floats, lengths: Ints) -> Floats:
    """The largest value of each row; 0 for an empty row."""
    found = np.zeros(len(lengths))
    filled = lengths > 0
    if filled.any():
        found[filled] = np.maximum.reduceat(values, starts(lengths)[filled])
    return found
