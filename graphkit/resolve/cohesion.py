"""Whether two clusters hold together as wholes: on average their records must not speak against being one.

Companies share words, and best pair first alone would chain A TRADING, A B TRADING and B TRADING into one. So a merge
that rests on names must leave the mean weight of all pairs between both clusters above a bound. A pair that was never
compared, or was found plainly apart, counts as `_APART`.
"""

import numpy as np

from graphkit.resolve.ragged import Ragged
from graphkit.resolve.scoring import Scored

_APART = -4.0
_MOST = 6.0  # bits that one pair may bring, so that one proof does not carry a chain


class Cohesion:
    """The weights of judged pairs, asked for by clusters.

    pairs: each once. size: how many records there are. bound: bits that the mean must reach.
    """

    def __init__(self, pairs: Scored, size: int, bound: float) -> None:
        place = np.arange(len(pairs.left), dtype=np.int32)
        both = Ragged.by_row(np.concatenate([pairs.left, pairs.right]), np.concatenate([place, place]), size)
        self._start, self._place = both.start, both.values
        self._sum = pairs.left + pairs.right
        self._hundredths = np.round(np.minimum(pairs.match_weight, _MOST) * 100).astype(np.int16)
        self._bound = bound

    def hold(self, lefts: list[int], rights: list[int]) -> bool:
        """Whether two clusters with these members may be joined; of two records the pair itself decides."""
        if len(lefts) == len(rights) == 1:
            return True
        few, many = (lefts, set(rights)) if len(lefts) < len(rights) else (rights, set(lefts))
        known = total = 0
        for row in few:
            for other, hundredths in zip(*self._near(row), strict=True):
                if other in many:
                    known += 1
                    total += hundredths
        pairs = len(few) * len(many)
        return bool(total / 100 + (pairs - known) * _APART >= self._bound * pairs)

    def _near(self, row: int) -> tuple[list[int], list[int]]:
        """The records that a record was compared with, and hundredths of bits of each pair."""
        places = self._place[self._start[row] : self._start[row + 1]]
        # Of the two records of a pair, the one that is not this one.
        return (self._sum[places] - row).tolist(), self._hundredths[places].tolist()
