"""One rule on a register: whom it reaches surely, whom possibly, and where mutual holdings call for a person's eye."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graphkit.analyse.ownership.effective import most_of
from graphkit.analyse.ownership.fixed_point import Grants, Reached, Start, reach
from graphkit.analyse.ownership.register import Register
from graphkit.analyse.ownership.rules import Rule
from graphkit.graph.adjacency import Bools, Ints
from graphkit.graph.link_numbers import WHOLE


@dataclass(frozen=True)
class Blocked:
    """What a rule makes of every party of a register."""

    register: Register
    rule: Rule

    @cached_property
    def listed(self) -> Ints:
        """Parties that the authority surely lists on the day."""
        return self.register.listed(self.rule.authority)

    @cached_property
    def possibly_listed(self) -> Ints:
        """And those of whom nothing proves that it does or does not."""
        return self.register.listed(self.rule.authority, possible=True)

    @cached_property
    def surely(self) -> Reached:
        """Whom the rule reaches whatever is open."""
        return self._reach(self.listed, possible=False)

    @cached_property
    def possibly(self) -> Reached:
        """Whom it reaches when everything open falls that way."""
        return self._reach(self.possibly_listed, possible=True)

    @property
    def grants(self) -> Grants | None:
        """Control that counts like a majority under this rule."""
        return self.register.grants if self.rule.control else None

    def _reach(self, listed: Ints, *, possible: bool) -> Reached:
        start = Start.together(listed) if self.rule.together else Start.each(listed)
        return reach(
            self.register.stakes, start, self.rule.test, possible=possible, joint=self.rule.joint, grants=self.grants
        )

    @cached_property
    def rounds(self) -> Ints:
        """The round in which each party is surely reached; 0 for a listed one, -1 for none."""
        return self.surely.rounds(len(self.register.ids))

    @cached_property
    def possible_rounds(self) -> Ints:
        """The same for what is possible."""
        return self.possibly.rounds(len(self.register.ids))

    @cached_property
    def review(self) -> Bools:
        """Companies that the rule does not surely reach, and would if each ring of mutual holdings were one company.

        In a ring nobody comes before the others, so that the least fixed point stops in front of it, though parties
        that are blocked, by a listing or by the test, may own all of it in effect.
        """
        stakes = self.register.stakes
        reached = np.flatnonzero((self.rounds >= 0) | (self.possible_rounds >= 0))
        in_question = np.flatnonzero((most_of(stakes, reached) > 0) & (self.rounds < 0))
        rings = in_rings(self.register, in_question)
        flagged = np.zeros(len(self.register.ids), dtype=bool)
        if not len(rings):
            return flagged
        also = self._together(self.possibly_listed)
        outside = np.setdiff1d(reached, rings)
        while len(rings):
            units = np.rint(most_of(stakes, outside)[rings] * WHOLE)
            owned = rings[self.rule.test.surely(units, np.zeros(len(rings), dtype=bool))]
            if not len(owned):
                break
            flagged[owned] = True
            outside = self._together(np.union1d(outside, owned))
            rings = np.setdiff1d(rings, outside)
        flagged[np.setdiff1d(outside, also)] = True
        flagged[self.rounds >= 0] = False
        return flagged

    def _together(self, start: Ints) -> Ints:
        """Whom parties reach together, at most."""
        rule, stakes = self.rule, self.register.stakes
        found = reach(stakes, Start.together(start), rule.test, possible=True, joint=rule.joint, grants=self.grants)
        return np.unique(found.party)


def in_rings(register: Register, parties: Ints) -> Ints:
    """Those of the parties that hold each other in a ring; a company that only holds itself is none."""
    if not len(parties):
        return parties
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    stakes = register.stakes
    pairs, of = stakes.below(parties)
    place = np.searchsorted(parties, stakes.held[pairs])
    place = np.minimum(place, len(parties) - 1)
    inside = (parties[place] == stakes.held[pairs]) & (stakes.high[pairs] > 0)
    links = coo_matrix((np.ones(int(inside.sum())), (of[inside], place[inside])), shape=(len(parties), len(parties)))
    _, label = connected_components(links, directed=True, connection="strong")
    sizes = np.bincount(label)
    ring: Ints = parties[sizes[label] > 1]
    return ring
