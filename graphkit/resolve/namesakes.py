"""Namesakes: the more names there are, the more strangers bear words as rare as those that two records share.

Two ships called HARMONY in a list of a hundred are likely one, in a list of a million they are not. A name of b bits is
borne by one in 2**b, so that among n names n / 2**b strangers are to be expected; the scorecards have learned from
lists of a few thousand names, where these are few.
"""

import numpy as np

from graphkit.resolve.ragged import Floats

_LEARNED_AMONG = 5_000  # names
_NEAR = 8.0  # for each stranger of the same words there are so many of words that could be taken for them
# Both chosen on the tables of `graphkit generate --seed 5` with 10,000 and 100,000 records.


def namesake_bits(common_bits: Floats, names: int) -> Floats:
    """Bits that pairs of names weigh less among so many names. common_bits: the rarity of what each pair shares."""
    if names <= _LEARNED_AMONG:
        return np.zeros(len(common_bits))
    strangers = _NEAR * np.exp2(-common_bits)
    found: Floats = np.log2((1 + names * strangers) / (1 + _LEARNED_AMONG * strangers))
    return found
