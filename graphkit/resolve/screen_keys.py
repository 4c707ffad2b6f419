"""Keys of names that hold across tables: by them a name is looked for among names that were read once.

The same reasons as in name_keys (one joined form, an acronym, one sound, one slip of the pen, a rare word), each as 64
bits that depend on the name alone. Two names that share one by chance cost a comparison and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from graphkit.names.acronyms import acronyms
from graphkit.names.skeleton import skeletons
from graphkit.resolve.classes import PERSON
from graphkit.resolve.form_table import FormTable
from graphkit.resolve.letters_left_out import slip_hashes
from graphkit.resolve.name_keys import own_texts
from graphkit.resolve.ragged import Ints, within

Hashes = np.ndarray[Any, np.dtype[np.uint64]]
Given = tuple[Ints, Hashes]  # forms, and a key of each

_SHORTEST_SOUND = 3  # letters
_RAREST_WORDS = 2  # of a name that are keys
_LEAST_BITS = 5.0  # of a word that is a key
_LEAST_CONSONANTS = 3  # of a word that is known by its consonants
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class KeyIndex:
    """Keys of one kind in their order, with the form that has each."""

    key: Hashes
    form: Ints

    @classmethod
    def of(cls, *given: Given) -> "KeyIndex":
        """From forms and their keys."""
        form = np.concatenate([each[0] for each in given]).astype(np.int64)
        key = np.concatenate([each[1] for each in given])
        order = np.argsort(key, kind="stable")
        return cls(key[order], form[order])

    def found(self, given: Given) -> tuple[Ints, Ints]:
        """The forms that were asked with, and for each one here that has the same key."""
        form, key = given
        first = np.searchsorted(self.key, key, side="left")
        count = np.searchsorted(self.key, key, side="right") - first
        asked = np.repeat(form, count).astype(np.int64)
        return asked, self.form[np.repeat(first, count) + within(count)]


@dataclass(frozen=True, slots=True)
class NameKeys:
    """The keys of the forms of one class. joined, sound, slip: reason enough to compare. word: only beside a quick look
    at both names.
    """

    joined: Given
    sound: Given
    slip: Given
    word: Given

    @classmethod
    def of(cls, table: FormTable) -> "NameKeys":
        """The keys of a table of forms."""
        own = own_texts(table)
        numerals = _hashed(["#".join(form.numerals) for form in table.forms]) * _MIX
        return cls(
            (np.flatnonzero(table.letters > 0), _hashed(table.joined[table.letters > 0].tolist())),
            _sounds(own, numerals),
            _slips(table, own, numerals),
            _words(table),
        )


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Where names are looked for. An acronym is looked for among the names it may stand for; a long name whose
    acronym is another's short name is not: among a hundred thousand names that is chance.
    """

    whole: KeyIndex
    sound: KeyIndex
    slip: KeyIndex
    word: KeyIndex

    @classmethod
    def of(cls, table: FormTable) -> "NameIndex":
        """From the names to be found."""
        keys = NameKeys.of(table)
        return cls(
            KeyIndex.of(keys.joined, _acronyms(table)),
            KeyIndex.of(keys.sound),
            KeyIndex.of(keys.slip),
            KeyIndex.of(keys.word),
        )

    def telling(self, keys: NameKeys) -> Iterator[tuple[Ints, Ints]]:
        """Pairs of a form asked with and one here that may be one name."""
        yield self.whole.found(keys.joined)
        yield self.sound.found(keys.sound)
        yield self.slip.found(keys.slip)


def _hashed(texts: list[str]) -> Hashes:
    if not texts:
        return np.zeros(0, dtype=np.uint64)
    found: Hashes = pd.util.hash_array(np.array(texts, dtype=object), categorize=True)
    return found


def _acronyms(table: FormTable) -> Given:
    found = [(place, text) for place, form in enumerate(table.forms) if len(form.core) > 1 for text in acronyms(form)]
    return np.array([place for place, _ in found], dtype=np.int64), _hashed([text for _, text in found])


def _sounds(own: list[str], numerals: Hashes) -> Given:
    sounds = skeletons(own)
    form = np.flatnonzero([len(sound) >= _SHORTEST_SOUND for sound in sounds])
    return form, _hashed([sounds[place] for place in form.tolist()]) ^ numerals[form]


def _slips(table: FormTable, own: list[str], numerals: Hashes) -> Given:
    """A person's names stand in no order and are joined and split: for them all letters in alphabetical order."""
    if table.name_class == PERSON:
        own = ["".join(sorted(text)) for text in table.joined.tolist()]
    form, hashes = slip_hashes(own)
    return form, hashes ^ numerals[form]


def _words(table: FormTable) -> Given:
    """The rarest words of each form, by their consonants where they have enough; of words as rare the same ones in
    every table.
    """
    words = table.vocabulary
    texts = words.text.tolist()
    heard = [
        sound if consonants >= _LEAST_CONSONANTS else f"={text}"
        for text, sound, consonants in zip(texts, skeletons(texts), words.consonants.tolist(), strict=True)
    ]
    key = _hashed(heard)
    word, form = table.words.taken(np.arange(len(table)))
    bits = words.bits[word]
    order = np.lexsort((key[word], -bits, form))
    place = within(np.bincount(form, minlength=len(table)))
    chosen = order[(place < _RAREST_WORDS) & (bits[order] >= _LEAST_BITS)]
    return form[chosen], key[word[chosen]]
