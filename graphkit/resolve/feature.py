"""What records state of one thing, as columns: a feature has any number of values per record, a measure at most one.

Comparing is exact for features (one common value is agreement) and by distance for measures (tonnage, year of build).
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import pandas as pd

from graphkit.resolve.ragged import Crossed, Floats, Ints, Ragged, Texts

AGREES, MISSING, CONTRADICTS = 1, 0, -1


@dataclass(frozen=True, slots=True)
class Feature:
    """codes: the numbers of the values of each of n records; first: the first of them, -1 for none; values: the text of
    each number, in alphabetical order.
    """

    codes: Ragged
    first: Ints
    values: Texts

    @classmethod
    def of(cls, rows: Ints, texts: "pd.Series | Texts", size: int) -> "Feature":
        """From pairs of record row and value; a value said twice counts once."""
        numbers, values = pd.factorize(np.asarray(texts, dtype=object), sort=True)
        keys = np.unique(rows * max(len(values), 1) + numbers) if len(rows) else np.zeros(0, dtype=np.int64)
        width = max(len(values), 1)
        # A million records have two dozen of these: half of the width is half of the memory.
        codes = Ragged.by_row(keys // width, keys % width, size).narrow()
        first = np.full(size, -1, dtype=np.int32)
        stated = np.diff(codes.start) > 0
        first[stated] = codes.values[codes.start[:-1][stated]]
        return cls(codes, first, np.asarray(values, dtype=object))

    @property
    def bearers(self) -> Ints:
        """How many records state each value."""
        found: Ints = np.bincount(self.codes.values, minlength=len(self.values))
        return found

    @property
    def stated(self) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Which records state anything."""
        stated: np.ndarray[tuple[int], np.dtype[np.bool_]] = self.first >= 0
        return stated

    def texts(self, row: int) -> list[str]:
        """The values of one record."""
        return [str(self.values[code]) for code in self.codes.values[self.codes.start[row] : self.codes.start[row + 1]]]

    def sets(self, ids: Texts) -> dict[str, set[str]]:
        """The values of each record that has any, by record id."""
        found: dict[str, set[str]] = defaultdict(set)
        for row, code in zip(self.codes.owners().tolist(), self.codes.values.tolist(), strict=True):
            found[ids[row]].add(self.values[code])
        return dict(found)

    def common(self, left: Ints, right: Ints, worth: Floats) -> Ints:
        """The most telling value that both records of each pair state, by `worth` of each value; -1 for none."""
        one, other = self.first[left], self.first[right]
        found: Ints = np.where(one == other, one, -1)
        # Most records state one value at most; the others are compared value by value.
        if len(self.codes.values) == np.count_nonzero(self.stated):
            return found
        several = np.flatnonzero((self.codes.lengths(left) > 1) | (self.codes.lengths(right) > 1))
        if len(several):
            found[several] = self._of_several(left[several], right[several], worth)
        return found

    def _of_several(self, left: Ints, right: Ints, worth: Floats) -> Ints:
        crossed = Crossed.of(self.codes.lengths(left), self.codes.lengths(right))
        one = self.codes.values[self.codes.start[left][crossed.pair] + crossed.left]
        other = self.codes.values[self.codes.start[right][crossed.pair] + crossed.right]
        hit = np.flatnonzero(one == other)
        hit = hit[np.lexsort((-one[hit], worth[one[hit]]))]
        found = np.full(len(left), -1, dtype=np.int64)
        found[crossed.pair[hit]] = one[hit]  # the last of a pair stays: the most telling one
        return found

    def both(self, left: Ints, right: Ints) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
        """Pairs of which both records state something."""
        found: np.ndarray[tuple[int], np.dtype[np.bool_]] = (self.first[left] >= 0) & (self.first[right] >= 0)
        return found


@dataclass(frozen=True, slots=True)
class Measure:
    """A number per record, NaN where none is stated. near, far: relative differences that agree and that contradict;
    a difference in between says nothing. unit: tolerance in the measure's own unit, as a year of build has.
    """

    values: Floats
    near: float
    far: float
    unit: float = 0.0

    def states(self, left: Ints, right: Ints) -> Ints:
        """AGREES, MISSING or CONTRADICTS for each pair."""
        one, other = self.values[left], self.values[right]
        apart = np.abs(one - other)
        size = np.maximum(np.abs(one), np.abs(other))
        agrees = apart <= size * self.near + self.unit
        opposed = apart > size * self.far + 2 * self.unit
        found: Ints = np.where(agrees, AGREES, np.where(opposed, CONTRADICTS, MISSING))
        return found
