"""Distinct forms of names of one class, taken apart into arrays: everything that depends on one name, worked out once.

Names that differ only in prefix, case or script share a form, so there are fewer forms than names. Words are numbered;
a word's weight, length and letters are columns of the word table.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from graphkit.names.acronyms import acronyms
from graphkit.names.forms import NameForm
from graphkit.names.pinyin import syllables
from graphkit.names.skeleton import skeleton
from graphkit.names.trade_words import generic_words
from graphkit.resolve.ragged import Flags, Floats, Ints, Ragged, Texts
from graphkit.resolve.words import word_bits

_VOWELS = frozenset("AEIOUY")
_MOST_WORDS = 12  # of a name that are compared one by one; the joined forms compare the rest


@dataclass(frozen=True, slots=True)
class Words:
    """The distinct words of the forms. letters: a bit per letter or figure that occurs in the word."""

    text: Texts
    bits: Floats
    generic: Flags  # a trade word, of next to no weight
    length: Ints
    first: Ints  # the code of the first letter
    letters: np.ndarray[Any, np.dtype[np.uint64]]
    sound: Ints  # equal for words of one consonant skeleton
    consonants: Ints  # of that skeleton
    anagram: Ints  # equal for words of the same letters in any order
    vowelless: Flags  # written without vowels, as Arabic is
    pinyin: Flags  # reads as Chinese of two syllables or more
    frequency: Ints  # forms that bear it


@dataclass(frozen=True, slots=True)
class FormTable:
    """n forms as columns.

    words, pairs: numbers of the words and of each two neighbours written as one word. joined, ordered, sound: the core
    without blanks, its words in alphabetical order, its consonant skeleton. letters: of the
    joined core. numerals: a number per distinct row of
    numerals, 0 for none; only_one: the numeral is a 1. legal_form: index into `legal_forms`. short: numbers of the
    texts that its acronyms are.
    """

    name_class: str
    forms: tuple[NameForm, ...]
    vocabulary: Words
    words: Ragged
    pairs: Ragged
    joined: Texts
    joined_number: Ints
    ordered: Texts
    sound: Texts
    letters: Ints
    numerals: Ints
    only_one: np.ndarray[Any, np.dtype[np.bool_]]
    legal_form: Ints
    legal_forms: tuple[str, ...]
    short: Ragged

    def __len__(self) -> int:
        return len(self.forms)


def form_table(forms: Sequence[NameForm], name_class: str) -> FormTable:
    """The columns of distinct forms."""
    numbers: dict[str, int] = {}

    def number(text: str) -> int:
        return numbers.setdefault(text, len(numbers))

    cores = [form.core[:_MOST_WORDS] for form in forms]
    words = Ragged.of([number(word) for word in core] for core in cores)
    pairs = Ragged.of([number(a + b) for a, b in pairwise(core)] for core in cores)
    frequency = np.bincount(words.values, minlength=len(numbers))
    joined = ["".join(form.core) for form in forms]
    texts = {text: index for index, text in enumerate(dict.fromkeys(joined))}
    no_text = len(texts)
    short = Ragged.of(
        [texts.get(text, no_text) for text in acronyms(form)] if len(form.core) > 1 else () for form in forms
    )
    numerals: dict[tuple[str, ...], int] = {(): 0}
    legal_forms: dict[str, int] = {"": 0}
    return FormTable(
        name_class=name_class,
        forms=tuple(forms),
        vocabulary=_vocabulary(list(numbers), frequency, len(forms), name_class),
        words=words,
        pairs=pairs,
        joined=_texts(joined),
        joined_number=np.array([texts[text] for text in joined], dtype=np.int64),
        ordered=_texts(
            "".join(sorted(form.core)) if len(form.core) > 1 else text for form, text in zip(forms, joined, strict=True)
        ),
        sound=_texts(skeleton(text) for text in joined),
        letters=np.array([len(text) for text in joined], dtype=np.int64),
        numerals=np.array([numerals.setdefault(form.numerals, len(numerals)) for form in forms], dtype=np.int64),
        only_one=np.array([form.numerals == ("1",) for form in forms], dtype=bool),
        legal_form=np.array([legal_forms.setdefault(form.legal_form, len(legal_forms)) for form in forms]),
        legal_forms=tuple(legal_forms),
        short=short,
    )


def _vocabulary(words: list[str], frequency: Ints, names: int, name_class: str) -> Words:
    skeletons = [skeleton(word) for word in words]
    trade = generic_words()
    return Words(
        text=_texts(words),
        bits=word_bits(words, frequency, names, name_class),
        generic=np.array([word in trade for word in words], dtype=bool),
        length=np.array([len(word) for word in words], dtype=np.int64),
        first=np.array([ord(word[0]) for word in words], dtype=np.int64),
        letters=np.array([_letters(word) for word in words], dtype=np.uint64),
        sound=numbered(skeletons),
        anagram=numbered("".join(sorted(word)) for word in words),
        consonants=np.array([len(each) for each in skeletons], dtype=np.int64),
        vowelless=np.array([_VOWELS.isdisjoint(word) for word in words], dtype=bool),
        pinyin=np.array([bool(syllables(word)) for word in words], dtype=bool),
        frequency=frequency,
    )


def numbered(texts: Iterable[str]) -> Ints:
    """A number per distinct text."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)


def _letters(word: str) -> int:
    found = 0
    for letter in set(word):
        found |= 1 << ord(letter) % 64
    return found


def _texts(texts: Iterable[str]) -> Texts:
    listed = list(texts)
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found


@dataclass(frozen=True, slots=True)
class Spelt:
    """Names and their forms: `of_name` has a row of form numbers for each distinct name, the usual reading first."""

    table: FormTable
    of_name: Ragged


def spelt(names: Sequence[str], name_class: str, forms_of: Callable[[str], tuple[NameForm, ...]]) -> Spelt:
    """The forms of distinct names and the table of distinct forms; a name without any word has none."""
    numbers: dict[NameForm, int] = {}
    rows = [
        [numbers.setdefault(form, len(numbers)) for form in forms_of(name) if form.core or form.numerals]
        for name in names
    ]
    return Spelt(form_table(list(numbers), name_class), Ragged.of(rows))
