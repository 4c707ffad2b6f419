"""The least set of parties that a test reaches from where it starts, level by level.

A company that meets the test counts in full from then on, and what it holds is added up in the next round; the set is
the smallest that is closed under this. So a cycle needs no care: two companies that hold 60 % of each other and are
held 40 % by a listed person are not reached, since none of them is before the other.

*Certain* counts the lower ends of stakes. *Possible* counts what the set may hold at most: its upper ends together, and
no more than what the lower ends of the other holders leave. Where the stated stakes come to over 100 % nothing is
certain to be left for anybody, and the upper ends alone count.

Groups: the OFAC and EU tests have one group of all listed parties; the UK's has one for each designated person. Sums
are kept per group and party. Every link is read once.
"""

from dataclasses import dataclass

import numpy as np

from graphkit.analyse.ownership.rules import Test
from graphkit.analyse.ownership.tally import Joint, Tally, distinct
from graphkit.graph.adjacency import Bools, Ints, runs
from graphkit.graph.stakes import Stakes


@dataclass(frozen=True)
class Start:
    """Where a test starts: parties with the number of their group, and how many groups there are."""

    group: Ints
    party: Ints
    groups: int

    @classmethod
    def together(cls, parties: Ints) -> "Start":
        """All parties in one group."""
        return cls(np.zeros(len(parties), dtype=np.int64), parties, 1)

    @classmethod
    def each(cls, parties: Ints) -> "Start":
        """A group for each party."""
        return cls(np.arange(len(parties)), parties, len(parties))


@dataclass(frozen=True)
class Grants:
    """Links of control: those that hand over all of a party at once, such as the right to appoint its board, and votes,
    which are added up as shares are, apart from them.

    sure: a certain set counts it as well; without it only a possible one does. votes: None where nobody states any.
    """

    holder: Ints
    held: Ints
    sure: Bools
    votes: Stakes | None = None

    def held_by(self, parties: Ints, group: Ints, *, possible: bool) -> tuple[Ints, Ints]:
        """Parties handed over by these, and the groups of their holders."""
        counted = np.flatnonzero(self.sure | possible)
        counted = counted[np.argsort(self.holder[counted], kind="stable")]
        first, last = (np.searchsorted(self.holder[counted], parties, side=side) for side in ("left", "right"))
        sizes = last - first
        return self.held[counted[runs(first, sizes)]], np.repeat(group, sizes)


@dataclass(frozen=True)
class _Sums:
    """What the groups hold so far by one kind of stake: shares or votes."""

    stakes: Stakes
    tally: Tally
    joint: Joint | None

    def met(self, above: Ints, group_above: Ints, test: Test, *, possible: bool) -> Ints:
        """Count what these parties hold for their groups; returns the keys of which enough is held now."""
        pairs, of = self.stakes.below(above)
        pairs, group = self.joint.all_of(pairs, group_above[of]) if self.joint else (pairs, group_above[of])
        touched = self.tally.add(group * self.stakes.parties + self.stakes.held[pairs], pairs)
        enough: Ints = touched[self.tally.meets(touched, test, possible=possible)]
        return enough


@dataclass(frozen=True)
class Reached:
    """The parties of each group: those it starts from in round 0, and those that met the test in a later round."""

    group: Ints
    party: Ints
    round: Ints

    def rounds(self, parties: int) -> Ints:
        """The first round in which any group reached each party, -1 where none did."""
        first = np.full(parties, np.iinfo(np.int64).max)
        np.minimum.at(first, self.party, self.round)
        return np.where(first == np.iinfo(np.int64).max, -1, first)


def reach(
    stakes: Stakes,
    start: Start,
    test: Test,
    *,
    possible: bool = False,
    joint: bool = False,
    grants: Grants | None = None,
) -> Reached:
    """Everything that the groups hold by the test.

    possible: what they may hold, where ranges and dates leave it open. joint: whether the holders of one joint holding
    count as one, so that each of them holds all of it. grants: what hands a party over whatever the shares.
    """

    def sums_of(counted: Stakes) -> _Sums:
        jointly = Joint(counted, possible=possible) if joint and counted.joint.any() else None
        return _Sums(counted, Tally(counted, None if start.groups > 1 else counted.parties), jointly)

    shares = sums_of(stakes)
    votes = sums_of(grants.votes) if grants and grants.votes else None
    tally = shares.tally
    keys = distinct(start.group * stakes.parties + start.party)
    seen, rounds = [keys], [np.zeros(len(keys), dtype=np.int64)]
    tally.enter(keys)
    while len(keys):
        group_above, above = np.divmod(keys, stakes.parties)
        keys = shares.met(above, group_above, test, possible=possible)
        if grants:
            given, by = grants.held_by(above, group_above, possible=possible)
            keys = np.union1d(keys, by * stakes.parties + given)
        if votes:
            keys = np.union1d(keys, votes.met(above, group_above, test, possible=possible))
        keys = tally.missing(keys)
        tally.enter(keys)
        seen.append(keys)
        rounds.append(np.full(len(keys), len(rounds)))
    found = np.concatenate(seen)
    group, party = np.divmod(found, max(stakes.parties, 1))
    return Reached(group, party, np.concatenate(rounds))
