"""What the groups of a test hold in each party so far: exact sums of lower and upper ends, kept from round to round."""

import numpy as np

from graphkit.analyse.ownership.rules import Test
from graphkit.graph.adjacency import Bools, Ints, runs
from graphkit.graph.link_numbers import WHOLE
from graphkit.graph.stakes import Stakes

_SUMS = ("low", "high", "low_if_there", "lows_open", "highs_open")


class Tally:
    """Sums by key: the number of a group times the number of parties, plus the party.

    dense: how many keys there are, when one group makes an array of all of them worth while; else only the keys that
    were met are kept.
    """

    def __init__(self, stakes: Stakes, dense: int | None) -> None:
        self._stakes = stakes
        self._dense = dense is not None
        size = dense or 0
        self._keys: Ints = np.zeros(0, dtype=np.int64)
        self._entered: Bools = np.zeros(size, dtype=bool)
        for name in _SUMS:
            setattr(self, name, np.zeros(size, dtype=np.int64))
        self.low: Ints
        self.high: Ints
        self.low_if_there: Ints
        self.lows_open: Ints
        self.highs_open: Ints

    def enter(self, keys: Ints) -> None:
        """Note that these parties are in their groups' sets: nothing is added up for them any more."""
        places = self._places(keys)  # which may make room first
        self._entered[places] = True

    def missing(self, keys: Ints) -> Ints:
        """Those of the keys that are not in their set yet."""
        places = self._places(keys)
        return keys[~self._entered[places]]

    def add(self, keys: Ints, pairs: Ints) -> Ints:
        """Add the stakes of pairs to the sums of their keys; returns the keys that are not in their set yet."""
        stakes = self._stakes
        places = self._places(keys)
        waiting = ~self._entered[places]
        keys, pairs, places = keys[waiting], pairs[waiting], places[waiting]
        np.add.at(self.low, places, stakes.low[pairs])
        np.add.at(self.high, places, stakes.high[pairs])
        np.add.at(self.low_if_there, places, stakes.low_if_there[pairs])
        np.add.at(self.lows_open, places, stakes.low_open[pairs].astype(np.int64))
        np.add.at(self.highs_open, places, stakes.high_open[pairs].astype(np.int64))
        return distinct(keys)

    def meets(self, keys: Ints, test: Test, *, possible: bool) -> Bools:
        """Whether what is held by now meets a test, for each key: surely, or at most."""
        bound, is_open = self.at_most(keys) if possible else self.at_least(keys)
        return test.possibly(bound, is_open) if possible else test.surely(bound, is_open)

    def at_least(self, keys: Ints) -> tuple[Ints, Bools]:
        """The least that is held in each party, and whether that end is left out."""
        places = self._places(keys)
        return self.low[places], self.lows_open[places] > 0

    def at_most(self, keys: Ints) -> tuple[Ints, Bools]:
        """The most that can be held in each party, and whether that end is left out.

        Stakes that come to over 100 % count as stated. That is so as well when one of them only possibly exists: the
        row of a new holder does not prove when an earlier one ended.
        """
        places, party = self._places(keys), keys % max(self._stakes.parties, 1)
        total, opens = self._stakes.least_held[party], self._stakes.open_lows[party]
        left = WHOLE - (total - self.low[places])
        left_open = opens > self.lows_open[places]
        stated, stated_open = self.high[places], self.highs_open[places] > 0
        at_least = total - self.low[places] + self.low_if_there[places]
        contradicted = (at_least > WHOLE) | ((at_least == WHOLE) & (opens > 0))
        bound = np.where(contradicted, stated, np.minimum(stated, left))
        is_open = np.where(
            contradicted | (stated < left), stated_open, np.where(left < stated, left_open, stated_open | left_open)
        )
        return np.minimum(bound, WHOLE), is_open & (bound <= WHOLE)

    def _places(self, keys: Ints) -> Ints:
        """Where the sums of the keys stand; a key that was never met gets its place."""
        if self._dense:
            return keys
        if not self._known(keys):
            known = distinct(np.concatenate([self._keys, keys]))
            before = np.searchsorted(known, self._keys)
            for name in ("_entered", *_SUMS):
                old = getattr(self, name)
                grown = np.zeros(len(known), dtype=old.dtype)
                grown[before] = old
                setattr(self, name, grown)
            self._keys = known
        return np.searchsorted(self._keys, keys)

    def _known(self, keys: Ints) -> bool:
        if not len(self._keys):
            return not len(keys)
        at = np.minimum(np.searchsorted(self._keys, keys), len(self._keys) - 1)
        return bool((self._keys[at] == keys).all())


def distinct(keys: Ints) -> Ints:
    """Each key once, in order: for large numbers many times faster than numpy's own, which hashes."""
    ordered = np.sort(keys)
    once: Ints = ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0]
    return once


class Joint:
    """Holders who act together in one party: when one of them is in a set, the stakes of all of them count, once."""

    def __init__(self, stakes: Stakes, *, possible: bool) -> None:
        """possible: whether a part that only possibly exists brings in the others."""
        self._pairs = len(stakes.joint)
        self._joint = stakes.joint if possible else np.where(stakes.sure, stakes.joint, 0)
        members = np.flatnonzero((self._joint > 0) & stakes.there)
        names = stakes.held[members].astype(np.int64) * (int(stakes.joint.max()) + 1) + self._joint[members]
        order = np.argsort(names, kind="stable")
        self._members = members[order]
        _, starts, self._sizes = np.unique(names[order], return_index=True, return_counts=True)
        self._starts = starts
        self._of = np.zeros(self._pairs, dtype=np.int64)
        self._of[self._members] = np.repeat(np.arange(len(starts)), self._sizes)
        self._counted: Ints = np.zeros(0, dtype=np.int64)

    def all_of(self, pairs: Ints, group: Ints) -> tuple[Ints, Ints]:
        """The pairs with the others of their joint holdings, each pair once for a group, and the groups."""
        shared = self._joint[pairs] > 0
        which = self._of[pairs[shared]]
        sizes = self._sizes[which]
        widened = self._members[runs(self._starts[which], sizes)]
        keys = distinct(np.repeat(group[shared], sizes) * self._pairs + widened)
        keys = np.setdiff1d(keys, self._counted, assume_unique=True)
        self._counted = np.union1d(self._counted, keys)
        groups, widened = np.divmod(keys, max(self._pairs, 1))
        return np.concatenate([pairs[~shared], widened]), np.concatenate([group[~shared], groups])
