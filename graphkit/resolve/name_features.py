"""What two names have in common and what sets them apart, as a column per feature: the input of the scorecards.

A word that only one side has is an omission (`left_out`); a rare word on each side that finds no partner is a
contradiction (`opposed`). Both are in bits of the word's rarity. A number is compared as a number: equal, different, or
on one side only.
"""

from collections.abc import Callable

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler, Postfix, Prefix

from graphkit.names.legal_forms import forms_contradict
from graphkit.resolve.alignment import Side, aligned
from graphkit.resolve.form_table import FormTable
from graphkit.resolve.ragged import Crossed, Flags, Floats, Ints, Texts, largest, starts

FEATURES = (
    "covered_less",  # the smaller share of a name's bits that found a partner, 0 to 1
    "covered_more",  # the larger share
    "exact",  # the smaller share of a name's bits whose words stand in the other as they are
    "other_word",  # the same, of words that are not even akin in sound or letters
    "near_word",  # letters of the shortest word whose partner is spelt otherwise; 20 when there is none
    "opposed",  # bits of the rarest word without partner, on the side that has less of it
    "left_out",  # the same on the side that has more
    "trade_opposed",  # trade words without partner, on the side that has fewer of them
    "trade_left_out",  # the same on the side that has more
    "common_bits",  # bits of all words that found a partner, the smaller sum
    "rarest_common",  # bits of the rarest word that found one
    "first_words",  # how well both first words found a partner, 0 to 1
    "joined",  # similarity of the cores without blanks, optimal string alignment
    "joined_start",  # the same, Jaro-Winkler, which trusts the start
    "edits",  # edits between them, at most 8
    "ordered",  # similarity with the words in alphabetical order
    "sound",  # similarity of their consonant skeletons
    "within",  # 1 when one joined core begins or ends with the other
    "acronym",  # letters of the acronym of one that the other is, 0 for none
    "numerals",  # NUMERALS
    "legal_form",  # LEGAL_FORMS
    "shorter",  # letters of the shorter core
    "longer",
    "fewest_words",
    "most_words",
    "bits",  # of the name that has fewer
)
NO_NUMBER, SAME_NUMBER, ONE_HAS_FIRST, ONE_HAS, OTHER_NUMBER = range(5)
NO_FORM, SAME_FORM, NEAR_FORM, ONE_HAS_FORM, OTHER_FORM = range(5)
_MOST_EDITS = 8.0
_NO_NEAR_WORD = 20.0


def other_number(numerals: Ints, vessel: bool | Flags) -> Flags:
    """Where the numbers in two names forbid to take them for one: a ship with a number is not the ship without."""
    one_sided = (numerals == ONE_HAS) | (numerals == ONE_HAS_FIRST)
    found: Flags = (numerals == OTHER_NUMBER) | (one_sided & vessel)
    return found


def name_features(table: FormTable, left: Ints, right: Ints) -> Floats:
    """m rows of FEATURES for m pairs of forms; independent of which side is left."""
    one, other = aligned(table, left, right)
    columns = [
        *_word_features(table, one, other),
        *_text_features(table, left, right),
        _numerals(table, left, right),
        _legal_forms(table, left, right),
        *_sizes(table, one, other, left, right),
    ]
    return np.column_stack(columns).astype(np.float64, copy=False)


def _word_features(table: FormTable, one: Side, other: Side) -> list[Floats]:
    pairs = len(one.lengths)
    bits = [table.vocabulary.bits[side.words] for side in (one, other)]
    common = [_sum(weight * side.found, side, pairs) for weight, side in zip(bits, (one, other), strict=True)]
    whole = [np.maximum(_sum(weight, side, pairs), 1e-9) for weight, side in zip(bits, (one, other), strict=True)]
    covered = [common[0] / whole[0], common[1] / whole[1]]
    alone = [largest(bits[0] * (1 - one.found), one.lengths), largest(bits[1] * (1 - other.found), other.lengths)]
    shared = [largest(bits[0] * one.found, one.lengths), largest(bits[1] * other.found, other.lengths)]
    exact = [
        _sum(weight * side.exact, side, pairs) / total
        for weight, side, total in zip(bits, (one, other), whole, strict=True)
    ]
    near = [_shortest(table, (one, other), akin=akin) for akin in (False, True)]
    trade = [_sum(table.vocabulary.generic[side.words] * (side.found == 0), side, pairs) for side in (one, other)]
    return [
        np.minimum(*covered),
        np.maximum(*covered),
        np.minimum(*exact),
        near[0],
        near[1],
        np.minimum(*alone),
        np.maximum(*alone),
        np.minimum(*trade),
        np.maximum(*trade),
        np.minimum(*common),
        np.maximum(*shared),
        np.minimum(_first(one), _first(other)),
    ]


def _shortest(table: FormTable, sides: tuple[Side, Side], *, akin: bool) -> Floats:
    """Letters of the shortest word of each pair whose partner is spelt otherwise; akin: also where both are akin."""
    missing = []
    for side in sides:
        near = (side.found > 0) & (side.exact == 0) & (akin | (side.akin == 0))
        letters = np.minimum(table.vocabulary.length[side.words], _NO_NEAR_WORD)
        missing.append(largest(np.where(near, _NO_NEAR_WORD - letters, 0.0), side.lengths))
    return _NO_NEAR_WORD - np.maximum(*missing)


def _sum(values: Floats, side: Side, pairs: int) -> Floats:
    found: Floats = np.bincount(side.owner, values, minlength=pairs).astype(np.float64, copy=False)
    return found


def _first(side: Side) -> Floats:
    found = np.zeros(len(side.lengths))
    filled = side.lengths > 0
    found[filled] = side.found[starts(side.lengths)[filled]]
    return found


def _text_features(table: FormTable, left: Ints, right: Ints) -> list[Floats]:
    joined = table.joined[left], table.joined[right]
    edits = _each(joined, OSA.distance)
    longest = np.maximum(table.letters[left], table.letters[right])
    return [
        1.0 - edits / np.maximum(longest, 1),
        _each(joined, JaroWinkler.similarity),
        np.minimum(edits, _MOST_EDITS),
        _each((table.ordered[left], table.ordered[right]), OSA.normalized_similarity),
        _each((table.sound[left], table.sound[right]), OSA.normalized_similarity),
        _within(table, left, right),
        np.maximum(_acronym(table, left, right), _acronym(table, right, left)),
    ]


def _each(texts: tuple[Texts, Texts], scorer: Callable[..., float]) -> Floats:
    found: Floats = process.cpdist(*texts, scorer=scorer, dtype=np.float32).astype(np.float64)
    return found


def _within(table: FormTable, left: Ints, right: Ints) -> Floats:
    texts = table.joined[left], table.joined[right]
    common = np.maximum(_each(texts, Prefix.similarity), _each(texts, Postfix.similarity))
    found: Floats = (common == np.minimum(table.letters[left], table.letters[right])).astype(np.float64)
    return found


def _acronym(table: FormTable, long: Ints, short: Ints) -> Floats:
    """Letters of `short` where it is an acronym of `long`."""
    crossed = Crossed.of(table.short.lengths(long), np.ones(len(long), dtype=np.int64))
    texts = table.short.values[table.short.start[long][crossed.pair] + crossed.left]
    hit = crossed.pair[texts == table.joined_number[short][crossed.pair]]
    found = np.zeros(len(long))
    found[hit] = table.letters[short[hit]]
    return found


def _numerals(table: FormTable, left: Ints, right: Ints) -> Floats:
    one, other = table.numerals[left], table.numerals[right]
    first = np.where(one == 0, table.only_one[right], table.only_one[left])
    conditions = [
        (one == 0) & (other == 0),
        one == other,
        ((one == 0) | (other == 0)) & first,
        (one == 0) | (other == 0),
    ]
    found: Floats = np.select(conditions, [NO_NUMBER, SAME_NUMBER, ONE_HAS_FIRST, ONE_HAS], OTHER_NUMBER).astype(float)
    return found


def _legal_forms(table: FormTable, left: Ints, right: Ints) -> Floats:
    found: Floats = _form_states(table.legal_forms)[table.legal_form[left], table.legal_form[right]]
    return found


def _form_states(codes: tuple[str, ...]) -> Floats:
    def state(left: str, right: str) -> int:
        if not left and not right:
            return NO_FORM
        if not left or not right:
            return ONE_HAS_FORM
        if left == right:
            return SAME_FORM
        if forms_contradict(left, right):
            return OTHER_FORM
        return NEAR_FORM

    return np.array([[state(left, right) for right in codes] for left in codes], dtype=np.float64)


def _sizes(table: FormTable, one: Side, other: Side, left: Ints, right: Ints) -> list[Floats]:
    letters = table.letters[left], table.letters[right]
    return [
        np.minimum(*letters).astype(float),
        np.maximum(*letters).astype(float),
        np.minimum(one.lengths, other.lengths).astype(float),
        np.maximum(one.lengths, other.lengths).astype(float),
        np.minimum(table.bits[left], table.bits[right]),
    ]
