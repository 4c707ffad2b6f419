"""A quick look at pairs of names that share a word and little else: which may be one name at all.

The full comparison of names (name_features) costs ten times as much, and of the names that share a rare word nine in
ten are plainly others.
"""

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from graphkit.resolve.classes import LEGAL, VESSEL
from graphkit.resolve.form_table import FormTable
from graphkit.resolve.ragged import Crossed, Flags, Floats, Ints

_LEAST_ALIKE = 0.65  # letters, with the words in alphabetical order
_LEAST_SHARE = {LEGAL: 0.6}
_WHOLE = 0.95  # people's and ships' names must contain each other


def may_be_one(table: FormTable, left: Ints, right: Ints) -> Flags:
    """For m pairs of forms whether to compare them: their numbers do not differ, and their letters agree for the most
    part, or one has the words of the other.

    A ship with a number is another one than the ship without; of companies only two numbers differ.
    """
    one, other = table.numerals[left], table.numerals[right]
    found: Flags = (one == other) if table.name_class == VESSEL else (one == other) | (one == 0) | (other == 0)
    at = np.flatnonzero(found)
    size = np.int64(len(table))
    low, high = np.minimum(left[at], right[at]), np.maximum(left[at], right[at])
    pairs, back = np.unique(low * size + high, return_inverse=True)
    left, right = pairs // size, pairs % size
    near = (table.joined_number[left] == table.joined_number[right]) | _letters_agree(table, left, right)
    rest = np.flatnonzero(~near)
    near[rest] = _shared(table, left[rest], right[rest]) >= _LEAST_SHARE.get(table.name_class, _WHOLE)
    found[at] = near[back]
    return found


def _letters_agree(table: FormTable, left: Ints, right: Ints) -> Flags:
    # What one name has too much of must be edited away: a bound that needs no look at the order of the letters.
    one, other = table.bag[left], table.bag[right]
    edits = np.maximum(np.bitwise_count(one & ~other), np.bitwise_count(other & ~one))
    found: Flags = edits <= (1 - _LEAST_ALIKE) * np.maximum(table.letters[left], table.letters[right])
    at = np.flatnonzero(found)
    texts = table.ordered[left[at]], table.ordered[right[at]]
    alike = process.cpdist(*texts, scorer=OSA.normalized_similarity, score_cutoff=_LEAST_ALIKE, dtype=np.float32)
    found[at] = alike > 0
    return found


def _shared(table: FormTable, left: Ints, right: Ints) -> Floats:
    """The share of the bits of the less telling name that words of the same consonants in the other have."""
    crossed = Crossed.of(table.words.lengths(left), table.words.lengths(right))
    one = table.words.values[table.words.start[left][crossed.pair] + crossed.left]
    other = table.words.values[table.words.start[right][crossed.pair] + crossed.right]
    words = table.vocabulary
    hit = np.flatnonzero(words.heard[one] == words.heard[other])
    common = np.bincount(crossed.pair[hit], words.bits[one[hit]], minlength=len(left))
    share: Floats = common / np.maximum(np.minimum(table.bits[left], table.bits[right]), 1e-9)
    return share
