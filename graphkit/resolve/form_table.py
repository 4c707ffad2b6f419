"""Distinct forms of names of one class, taken apart into arrays: everything that depends on one name, worked out once.

Names that differ only in prefix, case or script share a form, so there are fewer forms than names. Words are numbered;
a word's weight, length and letters are columns of the word table.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from graphkit.names.acronyms import acronyms
from graphkit.names.forms import NameForm
from graphkit.names.pinyin import is_pinyin
from graphkit.names.skeleton import skeletons
from graphkit.names.trade_words import generic_words
from graphkit.resolve.ragged import Flags, Floats, Ints, Ragged, Texts, starts
from graphkit.resolve.words import word_bits

_VOWELS = frozenset("AEIOUY")
_NO_WORD = -1
_LEAST_CONSONANTS = 3  # of a skeleton that tells
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
    heard: Ints  # equal for one word, and for words of one skeleton that is long enough to tell
    anagram: Ints  # equal for words of the same letters in any order
    vowelless: Flags  # written without vowels, as Arabic is
    pinyin: Flags  # reads as Chinese of two syllables or more
    frequency: Ints  # forms that bear it


@dataclass(frozen=True, slots=True)
class FormTable:
    """n forms as columns.

    words, pairs: numbers of the words and of each two neighbours written as one word, _NO_WORD where that is no word of
    any form. joined, ordered, sound: the core without blanks, its words in alphabetical order, its consonant skeleton.
    letters: of the joined core; bag: a bit for each letter and figure that it has and for each it has twice. bits: of
    all words. numerals: a number per distinct row of numerals, 0 for none; only_one: the numeral is a 1. legal_form:
    index into `legal_forms`. short: numbers of the texts that its acronyms are.
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
    bag: np.ndarray[Any, np.dtype[np.uint64]]
    bits: Floats
    numerals: Ints
    only_one: np.ndarray[Any, np.dtype[np.bool_]]
    legal_form: Ints
    legal_forms: tuple[str, ...]
    short: Ragged

    def __len__(self) -> int:
        return len(self.forms)


@dataclass(frozen=True, slots=True)
class WordCounts:
    """In how many of `names` distinct names each word stands."""

    of_word: Mapping[str, int]
    names: int

    @classmethod
    def of(cls, table: "FormTable") -> "WordCounts":
        """As a table counts them."""
        words = table.vocabulary
        return cls(dict(zip(words.text.tolist(), words.frequency.tolist(), strict=True)), len(table))


def form_table(forms: Sequence[NameForm], name_class: str, counts: WordCounts | None = None) -> FormTable:
    """The columns of distinct forms. counts: how often words stand in other names, where those say how rare a word is;
    then a pair of names weighs the same in whatever table it stands.
    """
    numbers: dict[str, int] = {}

    def number(text: str) -> int:
        return numbers.setdefault(text, len(numbers))

    cores = [form.core[:_MOST_WORDS] for form in forms]
    words = Ragged.of([number(word) for word in core] for core in cores)
    pairs = Ragged.of([numbers.get(a + b, _NO_WORD) for a, b in pairwise(core)] for core in cores)
    frequency = np.bincount(words.values, minlength=len(numbers))
    joined = ["".join(form.core) for form in forms]
    texts = {text: index for index, text in enumerate(dict.fromkeys(joined))}
    no_text = len(texts)
    short = Ragged.of(
        [texts.get(text, no_text) for text in acronyms(form)] if len(form.core) > 1 else () for form in forms
    )
    names = len(forms)
    if counts:
        frequency = np.array([counts.of_word.get(word, 0) for word in numbers], dtype=np.int64)
        names = counts.names
    vocabulary = _vocabulary(list(numbers), frequency, names, name_class)
    numerals: dict[tuple[str, ...], int] = {(): 0}
    legal_forms: dict[str, int] = {"": 0}
    return FormTable(
        name_class=name_class,
        forms=tuple(forms),
        vocabulary=vocabulary,
        words=words,
        pairs=pairs,
        joined=_texts(joined),
        joined_number=np.array([texts[text] for text in joined], dtype=np.int64),
        ordered=_texts(_in_order(form.core, text) for form, text in zip(forms, joined, strict=True)),
        sound=_texts(map(sys.intern, skeletons(joined))),
        letters=np.array([len(text) for text in joined], dtype=np.int64),
        bag=_bags(joined),
        bits=_bits(words, vocabulary),
        numerals=np.array([numerals.setdefault(form.numerals, len(numerals)) for form in forms], dtype=np.int64),
        only_one=np.array([form.numerals == ("1",) for form in forms], dtype=bool),
        legal_form=np.array([legal_forms.setdefault(form.legal_form, len(legal_forms)) for form in forms]),
        legal_forms=tuple(legal_forms),
        short=short,
    )


def _in_order(core: tuple[str, ...], joined: str) -> str:
    """The words of a core in alphabetical order; the same text where they stand so."""
    ordered = sorted(core)
    return joined if ordered == list(core) else "".join(ordered)


def _vocabulary(words: list[str], frequency: Ints, names: int, name_class: str) -> Words:
    sounds = skeletons(words)
    length = np.array([len(word) for word in words], dtype=np.int64)
    sound, consonants = numbered(sounds), np.array([len(each) for each in sounds], dtype=np.int64)
    alone = len(words) + np.arange(len(words))
    trade = generic_words()
    return Words(
        text=_texts(words),
        bits=word_bits(words, frequency, names, name_class),
        generic=np.array([word in trade for word in words], dtype=bool),
        length=length,
        first=np.array([ord(word[0]) for word in words], dtype=np.int64),
        letters=_letters(words, length),
        sound=sound,
        anagram=numbered("".join(sorted(word)) for word in words),
        consonants=consonants,
        heard=np.where(consonants >= _LEAST_CONSONANTS, sound, alone),
        vowelless=np.array([_VOWELS.isdisjoint(word) for word in words], dtype=bool),
        pinyin=np.array([is_pinyin(word) for word in words], dtype=bool),
        frequency=frequency,
    )


def numbered(texts: Iterable[str]) -> Ints:
    """A number per distinct text."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(text, len(numbers)) for text in texts], dtype=np.int64)


def _bits(words: Ragged, vocabulary: Words) -> Floats:
    """The bits of all words of each form."""
    whole = np.bincount(words.owners(), vocabulary.bits[words.values], minlength=len(words.start) - 1)
    return whole.astype(np.float64, copy=False)


def _codes(texts: list[str]) -> Ints:
    """The codes of all letters and figures, one text after the other."""
    return np.frombuffer("".join(texts).encode("utf-32-le"), dtype=np.uint32).astype(np.int64)


def _letters(words: list[str], length: Ints) -> "np.ndarray[Any, np.dtype[np.uint64]]":
    """A bit per letter of each word; no word is empty."""
    bits = np.uint64(1) << (_codes(words) % 64).astype(np.uint64)
    return np.bitwise_or.reduceat(bits, starts(length)) if words else bits


def _bags(texts: list[str]) -> "np.ndarray[Any, np.dtype[np.uint64]]":
    """A bit for each letter and figure of a text, and for each that it has twice or more; some figures share one."""
    letters = _codes(texts)
    kind = np.where(letters >= ord("A"), letters - ord("A"), 26 + (letters - ord("0")) % 6) % 32
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    counts = np.bincount(owner * 32 + kind, minlength=len(texts) * 32).reshape(len(texts), 32)
    bits = np.uint64(1) << np.arange(32, dtype=np.uint64)
    once, twice = ((counts > times).astype(np.uint64) @ bits for times in (0, 1))
    found: np.ndarray[Any, np.dtype[np.uint64]] = once | twice << np.uint64(32)
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


def spelt(
    names: Sequence[str],
    name_class: str,
    forms_of: Callable[[str], tuple[NameForm, ...]],
    counts: WordCounts | None = None,
) -> Spelt:
    """The forms of distinct names and the table of distinct forms; a name without any word has none."""
    numbers: dict[NameForm, int] = {}
    words: dict[str, str] = {}
    found: list[int] = []
    start = np.zeros(len(names) + 1, dtype=np.int64)
    for place, name in enumerate(names, start=1):
        found += [
            numbers.setdefault(_sharing(form, words), len(numbers))
            for form in forms_of(name)
            if form.core or form.numerals
        ]
        start[place] = len(found)
    of_name = Ragged(start, np.array(found, dtype=np.int64))
    del found, words
    return Spelt(form_table(list(numbers), name_class, counts), of_name)


def _sharing(form: NameForm, words: dict[str, str]) -> NameForm:
    """The same form; its words are one object each however often they occur, which saves half of the memory."""
    return NameForm(tuple([words.setdefault(word, word) for word in form.core]), form.numerals, form.legal_form)
