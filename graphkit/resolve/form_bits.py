"""What pairs of forms of names weigh: the scorecards for ships and companies, an alignment of names for people."""

from dataclasses import dataclass

import numpy as np

from graphkit.names.person_names import person_similarity
from graphkit.resolve.alignment import aligned
from graphkit.resolve.classes import PERSON
from graphkit.resolve.form_table import FormTable
from graphkit.resolve.name_features import FEATURES, NO_FORM, NO_NUMBER, SAME_NUMBER, name_features, other_number
from graphkit.resolve.namesakes import namesake_bits
from graphkit.resolve.ragged import Flags, Floats, Ints
from graphkit.resolve.scorecard import scorecard

OTHER_LETTER = "one letter makes another ship of a short name"
OTHER_SPELLING = "people of alike names are often two"
OWN_FIRST = 3.5  # bits that another pair of names must be worth more to be preferred to one and the same name
SURE_PERSON = 6.5  # bits from which two names are one person's name in another order or a usual spelling
NUMERALS, LEGAL_FORM = FEATURES.index("numerals"), FEATURES.index("legal_form")
_BITS, _COMMON = FEATURES.index("bits"), FEATURES.index("common_bits")
_OWN_WORDS = 6.0  # bits of a name that has more than words of its trade
_ACRONYM = FEATURES.index("acronym")
_OTHER_WORD = FEATURES.index("other_word")
_SHORT_WORD = 7  # letters of a word that one edit makes another word
_PERSON_SIMILARITY = (0.0, 0.7, 0.8, 0.88, 0.94, 0.98, 1.0)
_PERSON_BITS = (-12.0, -8.0, -3.0, 2.0, 5.0, 7.0, 9.0)
"""Bits of a similarity of two people's names, set by hand from the pairs in tests/data/resolve/person_pairs.csv."""
_COMMON_PERSON = 4.0  # bits that a person's name of common words is worth less, at most
_RARE_PERSON = 16.0  # bits of rarity from which it is worth all
_LEAST_SHARE = 0.5  # of the names of one that must find a partner before they are looked at closely


@dataclass(frozen=True, slots=True)
class FormBits:
    """For m pairs of forms: bits, the state of their numerals and legal forms, bits as if they had no numbers, and
    whether a short word is spelt otherwise (DOVE and DOVER may be one ship and may be two), and whether both are one
    name but for legal form and blanks, whether one is an acronym of the other, and
    whether both have words of their own beside those of their trade. namesakes: bits that the pair weighs less where
    the forms of the table are all looked through for it.
    """

    bits: Floats
    numerals: Ints
    legal_form: Ints
    unnumbered: Floats
    short_word: Flags
    same_core: Flags
    acronym: Flags
    rare: Flags
    namesakes: Floats


def form_bits(table: FormTable, left: Ints, right: Ints) -> FormBits:
    """What m pairs of forms weigh."""
    if table.name_class == PERSON:
        nothing = np.full(len(left), NO_NUMBER, dtype=np.int64)
        bits = person_bits(table, left, right)
        never = np.zeros(len(left), dtype=bool)
        strangers = namesake_bits(np.minimum(table.bits[left], table.bits[right]), len(table))
        return FormBits(bits, nothing, nothing + NO_FORM, bits, never, left == right, never, ~never, strangers)
    features = name_features(table, left, right)
    card = scorecard(table.name_class)
    bits = card.bits(features)
    numerals, legal_form = features[:, NUMERALS].astype(np.int64), features[:, LEGAL_FORM].astype(np.int64)
    short_word, acronym = features[:, _OTHER_WORD] <= _SHORT_WORD, features[:, _ACRONYM] > 0
    rare = features[:, _BITS] >= _OWN_WORDS
    same_core = (table.joined_number[left] == table.joined_number[right]) & (numerals <= SAME_NUMBER)
    unnumbered = bits.copy()
    numbered = np.flatnonzero(other_number(numerals, True))
    if len(numbered):
        plain = features[numbered]
        plain[:, NUMERALS] = NO_NUMBER
        unnumbered[numbered] = card.bits(plain)
    strangers = namesake_bits(features[:, _COMMON], len(table))
    return FormBits(bits, numerals, legal_form, unnumbered, short_word, same_core, acronym, rare, strangers)


def person_bits(table: FormTable, left: Ints, right: Ints) -> Floats:
    """Bits of people's names: how alike they are, less where the words that they share are common ones.

    Names of which half or less of both finds a partner are not looked at more closely, nor those of equal words.
    """
    one, other = aligned(table, left, right)
    share = [
        np.bincount(side.owner, side.found, minlength=len(left)) / np.maximum(side.lengths, 1) for side in (one, other)
    ]
    alike = (np.minimum(*share) == 1.0) & (np.bincount(other.owner, other.exact == 0, minlength=len(left)) == 0)
    alike = np.where(alike & (one.lengths == other.lengths), 1.0, 0.0)
    near = np.flatnonzero((np.maximum(*share) > _LEAST_SHARE) & (alike < 1.0))
    pairs = zip(left[near].tolist(), right[near].tolist(), strict=True)
    alike[near] = [person_similarity(" ".join(table.forms[a].core), " ".join(table.forms[b].core)) for a, b in pairs]
    bits: Floats = np.interp(alike, _PERSON_SIMILARITY, _PERSON_BITS)
    rare = np.clip(table.bits[left] / _RARE_PERSON, 0.0, 1.0)
    return np.where(bits > 0, bits - _COMMON_PERSON * (1 - rare), bits)
