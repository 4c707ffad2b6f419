"""Whether two clusters hold together as wholes: on average their records must not speak against being one.

Companies share words, and best pair first alone would chain A TRADING, A B TRADING and B TRADING into one. So a merge
that rests on names must leave the mean weight of all pairs between both clusters above a bound. A pair that was never
compared, or was found plainly apart, counts as `_APART`.
"""

import numpy as np

from graphkit.resolve.ragged import Flags
from graphkit.resolve.scoring import Scored

_APART = -4.0
_MOST = 6.0  # bits that one pair may bring, so that one proof does not carry a chain


class Cohesion:
    """The weights of judged pairs, asked for by clusters.

    pairs: in the order of left and right. needing: which of them may not join clusters that differ on the whole. size:
    how many records there are. bound: bits that the mean must reach.
    """

    def __init__(self, pairs: Scored, needing: Flags, size: int, bound: float) -> None:
        self._size = max(size, 1)
        self._key = pairs.left * self._size + pairs.right
        self._weight = np.minimum(pairs.match_weight, _MOST)
        self._needing = needing
        self._bound = bound

    def hold(self, left: int, right: int, lefts: list[int], rights: list[int]) -> bool:
        """Whether the clusters of a pair, with these members, may be joined because of that pair."""
        if len(lefts) * len(rights) == 1 or not self._needing[np.searchsorted(self._key, left * self._size + right)]:
            return True
        one, other = np.repeat(lefts, len(rights)), np.tile(rights, len(lefts))
        wanted = np.minimum(one, other) * self._size + np.maximum(one, other)
        place = np.minimum(np.searchsorted(self._key, wanted), len(self._key) - 1)
        known = self._key[place] == wanted
        return bool(np.where(known, self._weight[place], _APART).mean() >= self._bound)
