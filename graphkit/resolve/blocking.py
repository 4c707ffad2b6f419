"""Which pairs of records are worth comparing.

Comparing everything with everything is n(n - 1) / 2 pairs: half a million million for a million records. Blocking
keeps the pairs that share a checked number, the form of a name, a rare word, the sound of a name, an acronym, the
start or end of a name, or a link partner. A pair that is missed here is lost for good, so the keys lean towards too
many; `graphkit evaluate --blocking` shows what was missed and at what price.

No block is dropped for its size. A large one is divided by further keys of its records; what no key divides is compared
with its nearest neighbours by name. So the work grows with the number of records and not with its square.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from graphkit.names.skeleton import skeleton
from graphkit.names.trade_words import generic_words
from graphkit.resolve.classes import ANY, LEGAL, PERSON, VESSEL
from graphkit.resolve.form_table import FormTable, numbered
from graphkit.resolve.prepared import NUMBERS, Prepared
from graphkit.resolve.ragged import Flags, Ints, Ragged, new_runs, within
from graphkit.resolve.record_names import RecordNames

_DIVIDING = ("flag", "country", "address", "place", "birth_day", "type", "partner")
"""Features that divide large blocks, with the keys of names."""
_LARGEST_BLOCK = 16  # records that share one key and are compared each with each
_NEIGHBOURS = 3  # of the records of a block that nothing divides each is compared with so many that follow it
_RAREST_WORDS = 2  # of a name that are keys
_ENDS = ((10, 5), (7, 4), (0, 3))  # letters at the start and at the end that are keys, by length of the name
_SHORTEST = 3  # letters of a word or sound that is a key
_LEAST_BITS = 4.0  # of a word that is a key; commoner ones only together with another


@dataclass(frozen=True, slots=True)
class Keys:
    """What records are blocked by: a number per key and the record row that has it, in the order of both."""

    key: Ints
    row: Ints

    @classmethod
    def of(cls, parts: list[tuple[Ints, Ints]]) -> "Keys":
        """Several kinds of keys, numbered apart; each pair of key and row once."""
        first, keys, rows = 0, [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for key, row in parts:
            if len(key):
                keys.append(key + first)
                rows.append(row)
                first += int(key.max()) + 1
        key, row = np.concatenate(keys), np.concatenate(rows)
        order = np.lexsort((row, key))
        key, row = key[order], row[order]
        new = new_runs(key, row)
        return cls(key[new], row[new])

    def sizes(self) -> Ints:
        """How many records share each key, key by key."""
        return np.diff(np.append(np.flatnonzero(new_runs(self.key)), len(self.key)))

    def taken(self, chosen: Flags) -> "Keys":
        """Only these pairs of key and row."""
        return Keys(self.key[chosen], self.row[chosen])


def candidate_pairs(prepared: Prepared, taking_part: Flags | None = None) -> tuple[Ints, Ints]:
    """m pairs of rows, left < right, in order; only of records that take part and whose classes fit."""
    named = [key for name_class in (VESSEL, LEGAL, PERSON) for key in _name_keys(prepared.names[name_class])]
    numbered = [_feature_keys(prepared, piece) for piece in (*NUMBERS, "partner")]
    further = Keys.of([*named, *(_feature_keys(prepared, piece) for piece in _DIVIDING)])
    dividing = Ragged.by_row(further.row, further.key, len(prepared.ids))
    place, size = _name_order(prepared), np.int64(max(len(prepared.ids), 1))
    found = []
    # One kind of key after the other: the blocks of a million records and all kinds at once would not fit.
    for kind in (*named, *numbered):
        keys = Keys.of([kind])
        keys = keys if taking_part is None else keys.taken(taking_part[keys.row])
        left, right = _pairs(keys, dividing, place)
        found.append(_distinct(np.minimum(left, right) * size + np.maximum(left, right)))
    both = _distinct(np.concatenate(found))
    left, right = both // size, both % size
    one, other = prepared.name_class[left], prepared.name_class[right]
    fitting = (one == other) | (one == ANY) | (other == ANY)
    return left[fitting], right[fitting]


def _distinct(numbers: Ints) -> Ints:
    """Each number once, in order."""
    ordered = np.sort(numbers)
    return ordered[new_runs(ordered)]


def _feature_keys(prepared: Prepared, piece: str) -> tuple[Ints, Ints]:
    codes = prepared.features[piece].codes
    return codes.values, codes.owners()


def _name_keys(names: RecordNames) -> list[tuple[Ints, Ints]]:
    """Keys of forms, given to each record that has the form."""
    table = names.spelling.table
    of_form = Ragged.by_row(names.form, names.entries.owners(), len(table))
    given = []
    for form, key in (_joined_keys(table), _rare_word_keys(table), *_part_keys(table)):
        row, owner = of_form.taken(form)
        given.append((key[owner], row))
    return given


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
    word, form = word[chosen], form[chosen]
    sounds = int(table.vocabulary.sound.max(initial=-1)) + 1
    return form, np.where(table.vocabulary.consonants[word] >= _SHORTEST, table.vocabulary.sound[word], sounds + word)


def _part_keys(table: FormTable) -> list[tuple[Ints, Ints]]:
    """Form and key: the sound, the start and the end of what is the name's own. A person's names stand in no order and
    are joined and split (LI LIAN FENG, LI LIANFENG): for them all letters in alphabetical order.
    """
    own = _own_texts(table)
    sounds = [skeleton(text) for text in own]
    sounding = np.flatnonzero([len(sound) >= _SHORTEST for sound in sounds])
    keys = [(sounding, numbered([sounds[form] for form in sounding]))]
    if table.name_class == PERSON:
        filled = np.flatnonzero(table.letters > 0)
        return [*keys, (filled, numbered(["".join(sorted(text)) for text in table.joined[filled]]))]
    long = np.flatnonzero([len(text) > _SHORTEST for text in own])
    parts = [(own[form], _end_letters(own[form])) for form in long]
    return [
        *keys,
        (long, numbered([text[:letters] for text, letters in parts])),
        (long, numbered([text[-letters:] for text, letters in parts])),
    ]


def _end_letters(text: str) -> int:
    """Letters at either end that are a key: about half of a short name, so that one slip leaves one end whole."""
    return next(letters for least, letters in _ENDS if len(text) >= least)


def _own_texts(table: FormTable) -> list[str]:
    """The core of each form without the words that say next to nothing; all of it where there are no others."""
    generic = generic_words()
    return [
        "".join([word for word in form.core if word not in generic]) or joined
        for form, joined in zip(table.forms, table.joined.tolist(), strict=True)
    ]


def _name_order(prepared: Prepared) -> Ints:
    """The place of each record when all are put in the order of their first names."""
    first = np.full(len(prepared.ids), "", dtype=object)
    for names in prepared.names.values():
        has = np.flatnonzero(np.diff(names.entries.start) > 0)
        first[has] = names.spelling.table.joined[names.form[names.entries.start[has]]]
    order = np.lexsort((np.arange(len(first)), pd.factorize(first, sort=True)[0]))
    place = np.empty(len(first), dtype=np.int64)
    place[order] = np.arange(len(first))
    return place


def _pairs(keys: Keys, dividing: Ragged, place: Ints) -> tuple[Ints, Ints]:
    """All pairs of the small blocks, of the parts of the large ones, and neighbours in what stays large."""
    small, large = _by_size(keys)
    parts, undivided = _by_size(_divided(large, dividing))
    # A record that no further key divides from a large block still meets its neighbours there.
    found = [_each_with_each(small), _each_with_each(parts), _neighbours(large, place), _neighbours(undivided, place)]
    return np.concatenate([left for left, _ in found]), np.concatenate([right for _, right in found])


def _by_size(keys: Keys) -> tuple[Keys, Keys]:
    """The blocks that are compared in full, and those that are too large for it."""
    sizes = keys.sizes()
    size = np.repeat(sizes, sizes)
    return keys.taken((size > 1) & (size <= _LARGEST_BLOCK)), keys.taken(size > _LARGEST_BLOCK)


def _divided(large: Keys, dividing: Ragged) -> Keys:
    """Large blocks divided by every further key of their records."""
    if not len(large.key):
        return large
    key, owner = dividing.taken(large.row)
    part = large.key[owner] * (int(dividing.values.max(initial=0)) + 1) + key
    return Keys.of([(pd.factorize(part)[0].astype(np.int64), large.row[owner])])


def _each_with_each(keys: Keys) -> tuple[Ints, Ints]:
    sizes = keys.sizes()
    following = np.repeat(sizes, sizes) - within(sizes) - 1
    first = np.repeat(np.arange(len(keys.row)), following)
    return keys.row[first], keys.row[first + 1 + within(following)]


def _neighbours(keys: Keys, place: Ints) -> tuple[Ints, Ints]:
    """Records of one block that stand next to each other by name."""
    order = np.lexsort((place[keys.row], keys.key))
    key, row = keys.key[order], keys.row[order]
    lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for distance in range(1, min(_NEIGHBOURS, len(row) - 1) + 1):
        same = key[:-distance] == key[distance:]
        lefts.append(row[:-distance][same])
        rights.append(row[distance:][same])
    return np.concatenate(lefts), np.concatenate(rights)
