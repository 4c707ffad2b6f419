"""How much a word tells: bits of rarity, learned from the names at hand and a background table.

SHIPPING says next to nothing about which company it is, KWANGSONG much. The background (data/words.tsv) keeps a small
table of names from taking a common word for a rare one; the names at hand add what the background does not know. Bits
are rounded to halves, so that a few new records change the weight of few words.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np

from graphkit.names.trade_words import generic_words
from graphkit.resolve.ragged import Floats, Ints

_MOST_BITS, _LEAST_BITS = 12.0, 0.5
_GENERIC_PART, _GENERIC_MOST = 0.2, 1.0  # of its rarity, and at most so many bits, counts a generic word
_SHORT_MOST = {1: 2.0, 2: 4.0}  # bits of a word of one or two letters
_STEP = 0.5


@cache
def background(name_class: str) -> tuple[dict[str, int], int]:
    """Word counts among the names of the background table, and how many names there were."""
    counts: dict[str, int] = {}
    names = 0
    for line in resources.files("graphkit.resolve").joinpath("data", "words.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        of_class, word, count = line.split("\t")
        if of_class == name_class:
            if word == "*":
                names = int(count)
            else:
                counts[word] = int(count)
    return counts, names


def word_bits(words: Sequence[str], counts: Ints, names: int, name_class: str) -> Floats:
    """Bits of each distinct word. counts: in how many of the `names` distinct names at hand it stands."""
    known, background_names = background(name_class)
    total = counts + np.array([known.get(word, 0) for word in words], dtype=np.int64)
    bits = np.clip(-np.log2((total + 0.5) / (names + background_names + 1)), _LEAST_BITS, _MOST_BITS)
    generic = generic_words()
    is_generic = np.array([word in generic for word in words], dtype=bool)
    bits = np.where(is_generic, np.minimum(bits * _GENERIC_PART, _GENERIC_MOST), bits)
    lengths = np.array([len(word) for word in words], dtype=np.int64)
    for length, most in _SHORT_MOST.items():
        bits = np.where(lengths == length, np.minimum(bits, most), bits)
    rounded: Floats = np.round(bits / _STEP) * _STEP
    return rounded
