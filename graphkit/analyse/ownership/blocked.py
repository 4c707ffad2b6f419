"""One rule on a register: whom it reaches surely, whom possibly, and where mutual holdings call for a person's eye."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graphkit.analyse.ownership.effective import Shares, shares_of
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
    def shares(self) -> Shares:
        """The effective share of the listed parties together; a ranking figure, never the test."""
        return shares_of(self.register.stakes, self.listed, self.possibly_listed)

    @cached_property
    def review(self) -> Bools:
        """Companies that the rule does not surely reach, and would if each ring of mutual holdings were one company.

        In a ring nobody comes before the others, so that the least fixed point stops in front of it, though the listed
        parties may own all of it in effect.
        """
        register = self.register
        in_question = np.flatnonzero((self.shares.most > 0) & (self.rounds < 0))
        ring = in_rings(register, in_question)
        owned = np.array([self._meets(share) for share in self.shares.most[ring]], dtype=bool)
        ring = ring[owned]
        flagged = np.zeros(len(register.ids), dtype=bool)
        if len(ring):
            start = np.union1d(self.possibly_listed, ring)
            found = reach(register.stakes, Start.together(start), self.rule.test, possible=True, joint=self.rule.joint)
            also = reach(register.stakes, Start.together(self.possibly_listed), self.rule.test, possible=True)
            flagged[np.setdiff1d(found.party, also.party)] = True
            flagged[ring] = True
            flagged[self.rounds >= 0] = False
        return flagged

    def _meets(self, share: float) -> bool:
        units, test = round(float(share) * WHOLE), self.rule.test
        return units >= test.threshold if test.inclusive else units > test.threshold


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
