"""The keys that names give: names that share one may be one name.

The joined form, an acronym, the sound, the letters but for one slip, and the rarest words. A rare word alone is a weak
reason: it has to be borne out by a quick look at both names (name_screen).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graphkit.names.skeleton import skeletons
from graphkit.names.trade_words import generic_words
from graphkit.resolve.classes import PERSON
from graphkit.resolve.form_table import FormTable, numbered
from graphkit.resolve.keys import Keys
from graphkit.resolve.letters_left_out import letters_left_out
from graphkit.resolve.ragged import Ints, Ragged, within
from graphkit.resolve.record_names import RecordNames

_RAREST_WORDS = 2  # of a name that are keys
_SHORTEST = 3  # letters of a sound that is a key
_LEAST_BITS = 4.0  # of a word that is a key; a commoner one finds too many


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of key. table: of the forms that give it, None for what is no name. telling: a shared key is reason
    enough to compare; otherwise the names must look alike as well.
    """

    keys: Keys
    table: FormTable | None = None
    telling: bool = True


def name_kinds(names: RecordNames) -> Iterator[Kind]:
    """Keys of forms, given to each record that has the form; one kind at a time, since each is large."""
    table = names.spelling.table
    of_form = Ragged.by_row(names.form, names.entries.owners(), len(table))

    def kind(form: Ints, key: Ints, *, telling: bool = True) -> Kind:
        row, owner = of_form.taken(form)
        return Kind(Keys(key[owner], row.astype(np.int32), form[owner].astype(np.int32)), table, telling)

    own = own_texts(table)
    yield kind(*_joined_keys(table))
    yield kind(*_sound_keys(table, own))
    yield from (kind(*some) for some in _slip_keys(table, own))
    yield kind(*_rare_word_keys(table), telling=False)


def _joined_keys(table: FormTable) -> tuple[Ints, Ints]:
    """Form and key: the joined core of each form, and where its acronym is the joined core of another."""
    filled = np.flatnonzero(table.letters > 0)
    short, owner = table.short.taken(np.arange(len(table)))
    known = short <= table.joined_number.max(initial=-1)
    return np.concatenate([filled, owner[known]]), np.concatenate([table.joined_number[filled], short[known]])


def _rare_word_keys(table: FormTable) -> tuple[Ints, Ints]:
    """Form and key: the rarest words of each form, by their consonants where they have enough."""
    word, form = table.words.taken(np.arange(len(table)))
    bits = table.vocabulary.bits[word]
    order = np.lexsort((word, -bits, form))
    place = within(np.bincount(form, minlength=len(table)))
    chosen = order[(place < _RAREST_WORDS) & (bits[order] >= _LEAST_BITS)]
    return form[chosen], table.vocabulary.heard[word[chosen]]


def _sound_keys(table: FormTable, own: list[str]) -> tuple[Ints, Ints]:
    """Form and key: the sound of what is the name's own, beside its numbers."""
    sounds = skeletons(own)
    sounding = np.flatnonzero([len(sound) >= _SHORTEST for sound in sounds])
    return sounding, _beside_numbers(table, sounding, numbered([sounds[form] for form in sounding]))


def _slip_keys(table: FormTable, own: list[str]) -> Iterator[tuple[Ints, Ints]]:
    """Form and key: what is the name's own with a letter left out, beside its numbers. A person's names stand in no
    order and are joined and split (LI LIAN FENG, LI LIANFENG): for them all letters in alphabetical order.
    """
    if table.name_class == PERSON:
        own = ["".join(sorted(text)) for text in table.joined.tolist()]
    for form, key in letters_left_out(own):
        yield form, _beside_numbers(table, form, key)


def _beside_numbers(table: FormTable, form: Ints, key: Ints) -> Ints:
    return key * (int(table.numerals.max(initial=0)) + 1) + table.numerals[form]


def own_texts(table: FormTable) -> list[str]:
    """The core of each form without the words that say next to nothing; all of it where there are no others."""
    generic = generic_words()
    return [
        "".join([word for word in form.core if word not in generic]) or joined
        for form, joined in zip(table.forms, table.joined.tolist(), strict=True)
    ]
