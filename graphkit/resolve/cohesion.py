"""Whether two clusters hold together as wholes: on average their records must not speak against being one.

Companies share words, and best pair first alone would chain A TRADING, A B TRADING and B TRADING into one. So a merge
that rests on names must leave the mean weight of all pairs between both clusters above a bound. A pair that was never
compared, or was found plainly apart, counts as `_APART`.
"""

import numpy as np

from graphkit.resolve.evidence import Flags
from graphkit.resolve.scoring import Scored

_APART = -4.0
_MOST = 6.0  # bits that one pair may bring, so that one proof does not carry a chain


class Cohesion:
    """The weights of judged pairs, asked for by clusters. bound: bits that the mean must reach."""

    def __init__(self, pairs: Scored, needing: Flags, bound: float) -> None:
        weights = np.minimum(pairs.match_weight, _MOST).tolist()
        self._weight = dict(zip(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True), weights, strict=True))
        chosen = zip(pairs.left[needing].tolist(), pairs.right[needing].tolist(), strict=True)
        self._needing = set(chosen)
        self._bound = bound

    def hold(self, left: int, right: int, lefts: list[int], rights: list[int]) -> bool:
        """Whether the clusters of a pair, with these members, may be joined because of that pair."""
        size = len(lefts) * len(rights)
        if size == 1 or (left, right) not in self._needing:
            return True
        whole = sum(self._weight.get((min(a, b), max(a, b)), _APART) for a in lefts for b in rights)
        return bool(whole / size >= self._bound)
