"""Effective shares: what somebody owns of a company through all chains, cycles included, from the least to the most.

The share of a set of owners in a company is the sum over its holders: 1 for an owner of the set, else the holder's own
share, weighted by its stake. This is Brioschi's integrated ownership with what leads INTO the owners cut; for a
corporate owner that lies on a cycle it is the corrected form (Baldone, Brioschi, Paleari 1998), and a listed parent and
its listed subsidiary do not count twice.

The least uses the lower ends. The most gives each company's holders what leads to the owners best: every lower end, and
what is left of 100 % to the best holder first, up to its upper end. Where stakes are stated that come to over 100 %,
also with one that only possibly exists, they count as stated and no company counts as held more than entirely.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from graphkit.analyse.ownership.tally import distinct
from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.link_numbers import WHOLE
from graphkit.graph.stakes import Stakes

Floats = np.ndarray[Any, np.dtype[np.float64]]
_ROUNDS = 200
_SETTLED = 1e-13


@dataclass(frozen=True)
class Shares:
    """Least and most share of a set of owners in each party, 0 to 1."""

    least: Floats
    most: Floats


def shares_of(stakes: Stakes, owners: Ints, possible_owners: Ints | None = None) -> Shares:
    """What owners together own of every party. possible_owners: those who count for the most, at least all owners."""
    most = possible_owners if possible_owners is not None else owners
    least = _share(stakes, owners, most=False)
    if np.array_equal(owners, most) and stakes.exact:
        return Shares(least, least)
    return Shares(least, most_of(stakes, most))


def most_of(stakes: Stakes, owners: Ints) -> Floats:
    """The most that owners together may own of every party, 0 to 1."""
    return _share(stakes, owners, most=True)


def _share(stakes: Stakes, owners: Ints, *, most: bool) -> Floats:
    share = np.zeros(stakes.parties)
    share[owners] = 1.0
    pairs = _leading_from(stakes, owners, most=most)
    if not len(pairs):
        return share
    inner = Inner(stakes, pairs, most=most)
    share[inner.parties] = inner.solve()
    return share


def _leading_from(stakes: Stakes, owners: Ints, *, most: bool) -> Ints:
    """The pairs that lie below the owners, without those into owners."""
    seen = np.zeros(stakes.parties, dtype=bool)
    seen[owners] = True
    counted = stakes.high > 0 if most else stakes.low > 0
    is_owner = seen.copy()
    found, frontier = [], owners
    while len(frontier):
        pairs, _ = stakes.below(frontier)
        pairs = pairs[counted[pairs] & ~is_owner[stakes.held[pairs]]]
        found.append(pairs)
        held = distinct(stakes.held[pairs])
        frontier = held[~seen[held]]
        seen[frontier] = True
    return distinct(np.concatenate(found)) if found else np.zeros(0, dtype=np.int64)


class Inner:
    """The companies below a set of owners, as one system of equations."""

    def __init__(self, stakes: Stakes, pairs: Ints, *, most: bool) -> None:
        self.parties: Ints = distinct(stakes.held[pairs])
        self._row = np.searchsorted(self.parties, stakes.held[pairs])
        place = np.searchsorted(self.parties, stakes.holder[pairs])
        place = np.minimum(place, len(self.parties) - 1)
        inside = self.parties[place] == stakes.holder[pairs]
        # A holder that is none of these companies is one of the owners: whatever it holds, the owners hold.
        self._column = np.where(inside, place, -1)
        self._most = most
        self._weight = (stakes.low[pairs] / WHOLE) if not most else capped(stakes, pairs) / WHOLE
        self._least = np.where(most & _over(stakes, pairs), self._weight, stakes.low[pairs] / WHOLE)
        self._left, self._contested = self._room(stakes)

    def _room(self, stakes: Stakes) -> tuple[Floats, Bools]:
        """What the lower ends of all holders leave in each company, and where upper ends want more than that."""
        total = stakes.least_held[self.parties]
        spare = self._weight - self._least
        wanted = np.bincount(self._row, weights=spare, minlength=len(self.parties))
        left = (WHOLE - total) / WHOLE
        return left, self._most & (left >= 0) & (wanted > left + 1e-15)

    def solve(self) -> Floats:
        """The share in each of the parties."""
        share = np.zeros(len(self.parties))
        weight, sums = self._weight, self._sums_of(self._weight)
        for _ in range(_ROUNDS):
            if self._contested.any():
                weight = self._weights(share)
                sums = self._sums_of(weight)
            after = np.minimum(sums(share), 1.0)
            if np.abs(after - share).max() < _SETTLED:
                return after
            share = after
        return self._solved(weight, share)

    def _sums_of(self, weight: Floats) -> Callable[[Floats], Floats]:
        """What the holders of each company own of it together, as a function of what is owned of the holders."""
        matrix, outer = self._system(weight)
        return lambda share: np.asarray(matrix @ share + outer)

    def _system(self, weight: Floats) -> tuple[Any, Floats]:
        """The stakes among the companies as a matrix, and what the owners hold of each themselves."""
        from scipy.sparse import csr_matrix

        size, inner = len(self.parties), self._column >= 0
        offsets = np.concatenate([[0], np.cumsum(np.bincount(self._row[inner], minlength=size))])
        matrix = csr_matrix((weight[inner], self._column[inner], offsets), shape=(size, size))
        outer = np.bincount(self._row[~inner], weights=weight[~inner], minlength=size)
        return matrix, np.asarray(outer, dtype=np.float64)

    def _weights(self, share: Floats) -> Floats:
        """The stakes, contested ones given to the holders with the highest shares first."""
        contested = self._contested[self._row]
        if not contested.any():
            return self._weight
        pairs = np.flatnonzero(contested)
        of_holder = np.where(self._column[pairs] < 0, 1.0, share[self._column[pairs]])
        order = pairs[np.lexsort((-of_holder, self._row[pairs]))]
        spare = (self._weight - self._least)[order]
        before = np.cumsum(spare) - spare
        rows = self._row[order]
        starts = np.concatenate([[True], np.diff(rows) != 0])
        before -= np.maximum.accumulate(np.where(starts, before, 0.0))
        given = np.clip(self._left[rows] - before, 0.0, spare)
        weight = self._weight.copy()
        weight[order] = self._least[order] + given
        return weight

    def _solved(self, weight: Floats, share: Floats) -> Floats:
        """Cycles that hold nearly all of themselves settle slowly: there the equations are solved at once."""
        from scipy.sparse import identity

        for _ in range(20):
            matrix, outer = self._system(weight)
            solution = solved(identity(len(self.parties)) - matrix, outer)
            if not np.isfinite(solution).all() or solution.min() < -1e-9 or solution.max() > 1 + 1e-9:
                # Stakes that come to over 100 % on a cycle: no more than everything, and no less than what was reached.
                still_growing = matrix @ share + outer > share + _SETTLED
                bounded: Floats = np.where(still_growing & self._most, 1.0, share)
                return bounded
            found: Floats = np.clip(solution, 0.0, 1.0)
            again = self._weights(found)
            if np.allclose(again, weight, rtol=0, atol=1e-15):
                return found
            weight, share = again, found
        return share


def solved(matrix: Any, right: Floats) -> Floats:
    """The solution of a system of sparse equations; not finite where there is none, as in a ring that never lets go."""
    from scipy.sparse.linalg import MatrixRankWarning, spsolve

    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", MatrixRankWarning)
        return np.asarray(spsolve(matrix.tocsc(), right), dtype=np.float64)


def capped(stakes: Stakes, pairs: Ints) -> Ints:
    """The upper end of each stake, no more than what the lower ends of the other holders leave."""
    left = WHOLE - (stakes.least_held[stakes.held[pairs]] - stakes.low[pairs])
    capped: Ints = np.where(_over(stakes, pairs), stakes.high[pairs], np.minimum(stakes.high[pairs], left))
    return capped


def _over(stakes: Stakes, pairs: Ints) -> Bools:
    """Stakes that come to over 100 % with those of the other holders, if they exist: they count as stated."""
    over: Bools = stakes.least_held[stakes.held[pairs]] - stakes.low[pairs] + stakes.low_if_there[pairs] > WHOLE
    return over
