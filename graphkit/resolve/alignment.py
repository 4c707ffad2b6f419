"""Which words of two names stand for each other, and how much of each name that covers.

Each word looks for its best partner in the other name: the same word, a spelling near it, one of the same consonants,
or two neighbours that together make it (KUM SONG, KUMSONG). What finds no partner is what contradicts or what one side
leaves out, weighed by how rare it is.
"""

from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from graphkit.names import pinyin
from graphkit.resolve.classes import PERSON
from graphkit.resolve.form_table import FormTable, Words
from graphkit.resolve.ragged import Crossed, Flags, Floats, Ints, largest, starts, within

_NOT_ALIKE, _ALIKE = 0.72, 0.95  # similarities of two words below which they differ, and from which they are one
_SAME_SOUND = 0.9
_INITIAL = 0.85
_SHORTEST_SOUND = 4  # letters of a word whose consonants alone may speak for it, unless the script has no vowels
_OTHER_SYLLABLE = 0.6  # two pinyin words that differ in a syllable are two words


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side of m pairs: how many each, their numbers, the pair of each, how well each found a partner
    (0 to 1), whether that is the same word (1) or one spelt otherwise (0), and whether the words are akin: the same
    consonants or the same letters in another order.
    """

    lengths: Ints
    words: Ints
    owner: Ints
    found: Floats
    exact: Floats
    akin: Floats


def aligned(table: FormTable, left: Ints, right: Ints) -> tuple[Side, Side]:
    """Both sides of m pairs of forms with the partners of their words."""
    lefts, rights = table.words.lengths(left), table.words.lengths(right)
    crossed = Crossed.of(lefts, rights)
    words_left, owner_left = table.words.taken(left)
    words_right, owner_right = table.words.taken(right)
    at_left, at_right = starts(lefts), starts(rights)
    vocabulary = table.vocabulary
    words = words_left[at_left[crossed.pair] + crossed.left], words_right[at_right[crossed.pair] + crossed.right]
    alike = word_similarity(vocabulary, *words)
    if table.name_class == PERSON:
        alike = np.where(_initials(vocabulary, *words), _INITIAL, alike)
    match = np.clip((alike - _NOT_ALIKE) / (_ALIKE - _NOT_ALIKE), 0.0, 1.0)
    same = (alike == 1.0).astype(np.float64)
    kin = [number[words[0]] == number[words[1]] for number in (vocabulary.sound, vocabulary.anagram)]
    akin = (kin[0] | kin[1]).astype(np.float64)
    # The same combinations in the order of the right side's words.
    turned = np.repeat(crossed.start[:-1][owner_right] + within(rights), lefts[owner_right])
    turned = turned + within(lefts[owner_right]) * np.repeat(rights[owner_right], lefts[owner_right])
    one = Side(lefts, words_left, owner_left, *(largest(each, rights[owner_left]) for each in (match, same, akin)))
    other = Side(
        rights, words_right, owner_right, *(largest(each[turned], lefts[owner_right]) for each in (match, same, akin))
    )
    _join_neighbours(table, one, other, right)
    _join_neighbours(table, other, one, left)
    joined = (table.joined_number[left] == table.joined_number[right]) & (lefts > 0)
    for side in (one, other):
        side.found[joined[side.owner]] = 1.0
        side.exact[joined[side.owner]] = 1.0
        side.akin[joined[side.owner]] = 1.0
    return one, other


def _initials(vocabulary: Words, left: Ints, right: Ints) -> Flags:
    """Where one is a letter and the other a name that begins with it: V. PUTIN, VLADIMIR PUTIN."""
    one = (vocabulary.length[left] == 1) ^ (vocabulary.length[right] == 1)
    found: Flags = one & (vocabulary.first[left] == vocabulary.first[right])
    return found


def word_similarity(vocabulary: Words, left: Ints, right: Ints) -> Floats:
    """How alike words are, 0 to 1: the mean of optimal string alignment and Jaro-Winkler, each distinct pair once.

    Words whose letters overlap too little to come near are not compared; two words of the same consonants are alike,
    also short ones where one was written without vowels, as Arabic is.
    """
    found: Floats = (left == right).astype(np.float64)
    shorter = np.minimum(vocabulary.length[left], vocabulary.length[right])
    longer = np.maximum(vocabulary.length[left], vocabulary.length[right])
    common = np.bitwise_count(vocabulary.letters[left] & vocabulary.letters[right])
    letters = np.maximum(np.bitwise_count(vocabulary.letters[left]), np.bitwise_count(vocabulary.letters[right]))
    near = np.flatnonzero((left != right) & (shorter > 1) & (2 * shorter >= longer) & (2 * common >= letters))
    if not len(near):
        return found
    size = len(vocabulary.text)
    key = np.minimum(left[near], right[near]) * size + np.maximum(left[near], right[near])
    distinct, back = np.unique(key, return_inverse=True)
    one, other = vocabulary.text[distinct // size], vocabulary.text[distinct % size]
    alike = process.cpdist(one, other, scorer=OSA.normalized_similarity, dtype=np.float64)
    alike = (alike + process.cpdist(one, other, scorer=JaroWinkler.similarity, dtype=np.float64)) / 2
    chinese = vocabulary.pinyin[distinct // size] & vocabulary.pinyin[distinct % size]
    pairs = zip(one, other, chinese, strict=True)
    apart = np.array([both and pinyin.differ(word, partner) for word, partner, both in pairs], dtype=bool)
    found[near] = np.where(apart, np.minimum(alike, _OTHER_SYLLABLE), alike)[back]
    unvoiced = (vocabulary.vowelless[left] | vocabulary.vowelless[right]) & (vocabulary.consonants[left] > 1)
    sound = (
        (left != right)
        & (vocabulary.sound[left] == vocabulary.sound[right])
        & ((shorter >= _SHORTEST_SOUND) | unvoiced)
    )
    sound[near] &= ~apart[back]
    return np.where(sound, np.maximum(found, _SAME_SOUND), found)


def _join_neighbours(table: FormTable, one: Side, other: Side, forms: Ints) -> None:
    """Mark a word of one side and two neighbours of the other that together are that word. forms: of the other side."""
    crossed = Crossed.of(one.lengths, table.pairs.lengths(forms))
    if not len(crossed.pair):
        return
    neighbours = table.pairs.values[table.pairs.start[forms][crossed.pair] + crossed.right]
    words = starts(one.lengths)[crossed.pair] + crossed.left
    hit = np.flatnonzero(one.words[words] == neighbours)
    first = starts(other.lengths)[crossed.pair[hit]] + crossed.right[hit]
    for side, places in ((one, words[hit]), (other, first), (other, first + 1)):
        side.found[places] = 1.0
        side.exact[places] = 1.0
