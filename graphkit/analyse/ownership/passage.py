"""Effective shares of every owner of one company, all at once where the stakes allow it.

Walking up from the company, each step to a holder with the holder's stake as its chance, an owner's effective share is
the chance of ever passing through it. Where no company's stakes are contested, one system gives the expected number of
visits to everybody, and for an owner outside every ring that is its share. The others are asked one by one.
"""

import numpy as np

from graphkit.analyse.ownership.effective import Floats, capped, shares_of, solved
from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.link_numbers import WHOLE
from graphkit.graph.stakes import Stakes

_ROUNDS = 200
_SETTLED = 1e-13
_MOST_ALONE = 2_000
"""Owners that are asked one by one; for more of them in contested companies the most is told as up to everything."""


def owners_shares(stakes: Stakes, target: int, owners: Ints, ring: Bools) -> tuple[Floats, Floats]:
    """The least and the most that each owner has of the target, 0 to 1. ring: parties that hold each other in rings."""
    return _of_all(stakes, target, owners, ring, most=False), _of_all(stakes, target, owners, ring, most=True)


def _of_all(stakes: Stakes, target: int, owners: Ints, ring: Bools, *, most: bool) -> Floats:
    pairs = np.arange(len(stakes.low))
    weight: Floats = (capped(stakes, pairs) if most else stakes.low) / WHOLE
    sums = np.bincount(stakes.held, weights=weight, minlength=stakes.parties)
    contested = sums > 1 + 1e-12
    visits = None if contested.any() else _visits(stakes, weight, target)
    own = np.zeros(stakes.parties)
    itself = stakes.holder == stakes.held
    own[stakes.held[itself]] = weight[itself]
    if visits is not None:
        shares = np.minimum(visits[owners] * (1.0 - own[owners]), 1.0)
        alone = ring[owners]
    else:
        shares = np.zeros(len(owners))
        alone = np.ones(len(owners), dtype=bool)
        direct = only_direct(stakes, target, owners) & ~ring[target] & (own[target] == 0)
        held = np.flatnonzero(stakes.held == target)
        of_holder = np.zeros(stakes.parties)
        of_holder[stakes.holder[held]] = weight[held]
        shares[direct] = np.minimum(of_holder[owners[direct]], 1.0)
        alone[direct] = False
    asked = np.flatnonzero(alone)
    for place in asked[:_MOST_ALONE]:
        found = shares_of(stakes, owners[place : place + 1])
        shares[place] = (found.most if most else found.least)[target]
    if most:
        shares[asked[_MOST_ALONE:]] = 1.0
    return shares


def _visits(stakes: Stakes, weight: Floats, target: int) -> Floats | None:
    """Expected visits to each party on the way up from the target; None where a ring never lets go."""
    from scipy.sparse import csr_matrix, identity

    shape = (stakes.parties, stakes.parties)
    up = csr_matrix((weight, (stakes.holder, stakes.held)), shape=shape)
    start = np.zeros(stakes.parties)
    start[target] = 1.0
    visits = start
    for _ in range(_ROUNDS):
        after = start + up @ visits
        if np.abs(after - visits).max() < _SETTLED:
            return np.asarray(after)
        visits = after
    found = solved(identity(stakes.parties) - up, start)
    usable = np.isfinite(found).all() and found.min() > -1e-9 and found.max() < 1e6
    return found if usable else None


def only_direct(stakes: Stakes, target: int, owners: Ints) -> Bools:
    """Owners that hold nobody but the target."""
    others = np.bincount(stakes.holder[stakes.there & (stakes.held != target)], minlength=stakes.parties)
    only: Bools = others[owners] == 0
    return only
