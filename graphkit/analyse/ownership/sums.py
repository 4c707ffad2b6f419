"""What blocked parties hold of a company: sums of stakes, from the least to the most that they can come to."""

import numpy as np

from graphkit.analyse.ownership.blocked import Blocked
from graphkit.analyse.ownership.fixed_point import Reached
from graphkit.analyse.ownership.tally import Joint, Tally
from graphkit.graph.adjacency import Ints
from graphkit.graph.holdings import percent
from graphkit.graph.link_numbers import WHOLE
from graphkit.graph.stakes import Stakes
from graphkit.model.answers.ownership import ShareRange


def held_by_blocked(blocked: Blocked, party: int) -> ShareRange:
    """What blocked parties hold of a party: the least by those that surely are, the most by all that may be; where each
    designated person counts alone, the largest of them.
    """
    low, low_open = _largest(blocked, party, blocked.surely, possible=False)
    high, high_open = _largest(blocked, party, blocked.possibly, possible=True)
    return ShareRange(low, max(high, low), low_open, high_open and high > low)


def _largest(blocked: Blocked, party: int, found: Reached, *, possible: bool) -> tuple[float, bool]:
    """The most that one group of the rule holds of a party, and whether this end is left out."""
    stakes = blocked.register.stakes
    pairs = held_then(stakes, party)
    pair_of = np.full(stakes.parties, -1)
    pair_of[stakes.holder[pairs]] = pairs
    pair_of[party] = -1
    members = pair_of[found.party] >= 0
    chosen, group = pair_of[found.party[members]], found.group[members]
    if blocked.rule.joint and stakes.joint.any():
        chosen, group = Joint(stakes, possible=possible).all_of(chosen, group)
    tally = Tally(stakes, None)
    keys = tally.add(group * stakes.parties + party, chosen)
    if not len(keys):
        return 0.0, False
    ends, left_out = tally.at_most(keys) if possible else tally.at_least(keys)
    best = np.lexsort((left_out if not possible else ~left_out, ends))[-1]
    return percent(ends[best]), bool(left_out[best])


def interests(blocked: Blocked, party: int) -> tuple[Ints, Ints]:
    """The pairs by which blocked parties surely, and those by which such parties perhaps, hold anything of a ship."""
    stakes = blocked.register.stakes
    pairs = held_then(stakes, party)
    pairs = pairs[stakes.high[pairs] > 0]
    holders = stakes.holder[pairs]
    sure = (blocked.rounds[holders] >= 0) & stakes.sure[pairs]
    return pairs[sure], pairs[(blocked.possible_rounds[holders] >= 0) & ~sure]


def sum_of(stakes: Stakes, party: int, pairs: Ints) -> ShareRange:
    """The sum of stakes in a party: their lower ends, and the most that they can come to."""
    tally = Tally(stakes, stakes.parties)
    tally.add(np.full(len(pairs), party), pairs)
    key = np.array([party])
    most, is_open = tally.at_most(key)
    least = int(tally.low[party])
    return ShareRange(percent(least), percent(max(int(most[0]), least)), bool(tally.lows_open[party]), bool(is_open[0]))


def without_treasury(stakes: Stakes, party: int, held: ShareRange) -> ShareRange | None:
    """The same figure when what the company holds of itself is taken out of the whole."""
    pairs = held_then(stakes, party)
    own = pairs[stakes.holder[pairs] == party]
    if not len(own) or stakes.low[own[0]] >= WHOLE:
        return None
    least_own, most_own = percent(stakes.low[own[0]]), percent(stakes.high[own[0]])
    low = 100.0 * held.min / (100.0 - least_own)
    high = 100.0 * held.max / (100.0 - most_own) if most_own < 100.0 else 100.0 * bool(held.max)
    return ShareRange(round(min(low, 100.0), 9), round(min(max(high, low), 100.0), 9))


def held_then(stakes: Stakes, party: int) -> Ints:
    """The pairs by which a party is held on the day."""
    up = stakes.holdings.up
    pairs = np.arange(up[party], up[party + 1])
    held: Ints = pairs[stakes.there[pairs]]
    return held
