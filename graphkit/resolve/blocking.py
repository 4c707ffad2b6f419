"""Which pairs of records are worth comparing.

Comparing everything with everything is n(n - 1) / 2 pairs: half a million million for a million records. Blocking
keeps the pairs that share a checked number, a link partner or a key of their names (name_keys). A pair that is missed
here is lost for good, so the keys lean towards too many; `graphkit evaluate --blocking` shows what was missed and at
what price.

No block is dropped for its size. A large one is divided by what else its records state; what nothing divides is
compared with its nearest neighbours by name. So the work grows with the number of records and not with its square.
"""

from itertools import chain

import numpy as np
import pandas as pd

from graphkit.resolve.classes import ANY, LEGAL, PERSON, VESSEL
from graphkit.resolve.keys import Keys
from graphkit.resolve.name_keys import Kind, name_kinds
from graphkit.resolve.name_screen import may_be_one
from graphkit.resolve.prepared import NUMBERS, Prepared
from graphkit.resolve.ragged import Flags, Ints, Ragged, new_runs, within

_DIVIDING = ("flag", "country", "address", "place", "birth_day", "type", "partner")
"""Features that divide large blocks."""
_BESIDE = ("address", "birth_day", "partner")
"""Features of which one beside a rare word is reason enough to compare."""
_LARGEST_BLOCK = 24  # records that share one key and are compared each with each
_AT_ONCE = 200_000  # keys of records whose pairs are found at a time
_NEIGHBOURS = 5  # of the records of a block that nothing divides each is compared with so many that follow it


def candidate_pairs(prepared: Prepared, taking_part: Flags | None = None) -> tuple[Ints, Ints]:
    """m pairs of rows, left < right, in order; only of records that take part and whose classes fit."""
    features = {piece: _feature_keys(prepared, piece) for piece in (*NUMBERS, *_DIVIDING)}
    kinds = chain(
        (Kind(features[piece]) for piece in (*NUMBERS, "partner")),
        *(name_kinds(prepared.names[name_class]) for name_class in (VESSEL, LEGAL, PERSON)),
    )
    dividing = _of_rows([features[piece] for piece in _DIVIDING], prepared)
    beside = _of_rows([features[piece] for piece in _BESIDE], prepared)
    place, size = _name_order(prepared), np.int64(max(len(prepared.ids), 1))
    found = np.zeros(0, np.int64)
    for kind in kinds:
        keys = Keys.of([kind.keys])
        keys = keys if taking_part is None else keys.taken(taking_part[keys.row])
        # The pairs of a million records, each with all the keys that find it, would not fit at once.
        of_kind = [found]
        for some in keys.in_parts(_AT_ONCE):
            left, right = _pairs(some, kind, dividing, beside, place)
            of_kind.append(_distinct(np.minimum(left, right) * size + np.maximum(left, right)))
        found = _distinct(np.concatenate(of_kind))
    return _fitting((found // size).astype(np.int32), (found % size).astype(np.int32), prepared)


def _fitting(left: Ints, right: Ints, prepared: Prepared) -> tuple[Ints, Ints]:
    """The pairs of one class, or of which one side states none."""
    classes, names = pd.factorize(prepared.name_class)
    numbers = classes.astype(np.int8)
    stating = np.array([name != ANY for name in names], dtype=bool)[classes]
    fitting = (numbers[left] == numbers[right]) | ~(stating[left] & stating[right])
    return left[fitting], right[fitting]


def _distinct(numbers: Ints) -> Ints:
    """Each number once, in order; the array is put in order itself, as there are many."""
    numbers.sort()
    return numbers[new_runs(numbers)]


def _feature_keys(prepared: Prepared, piece: str) -> Keys:
    codes = prepared.features[piece].codes
    no_form = np.full(len(codes.values), -1, dtype=np.int32)
    return Keys(codes.values.astype(np.int64), codes.owners().astype(np.int32), no_form)


def _of_rows(kinds: list[Keys], prepared: Prepared) -> Ragged:
    """The keys of each record."""
    keys = Keys.of(kinds)
    return Ragged.by_row(keys.row, keys.key, len(prepared.ids))


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


def _pairs(keys: Keys, kind: Kind, dividing: Ragged, beside: Ragged, place: Ints) -> tuple[Ints, Ints]:
    """All pairs of the small blocks, of the parts of the large ones, and neighbours in what stays large.

    Where a key alone is not reason enough, one beside it is (`beside`), or names that look alike.
    """
    small, large = _by_size(keys)
    parts, undivided = _by_size(_divided(large, dividing))
    found = [
        (small, _each_with_each(small), kind.telling),
        (parts, _each_with_each(parts), kind.telling),
        # A record that no further key divides from a large block still meets its neighbours there.
        (large, _neighbours(large, place), False),
        (undivided, _neighbours(undivided, place), False),
    ]
    if not kind.telling:
        told, _ = _by_size(_divided(keys, beside))
        found.append((told, _each_with_each(told), True))
    lefts, rights = [], []
    for block, (left, right), telling in found:
        if not telling and kind.table is not None:
            near = may_be_one(kind.table, block.form[left], block.form[right])
            left, right = left[near], right[near]
        lefts.append(block.row[left])
        rights.append(block.row[right])
    return np.concatenate(lefts), np.concatenate(rights)


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
    return Keys.of([Keys(pd.factorize(part)[0].astype(np.int64), large.row[owner], large.form[owner])])


def _each_with_each(keys: Keys) -> tuple[Ints, Ints]:
    """Positions of all pairs of one block."""
    sizes = keys.sizes()
    following = np.repeat(sizes, sizes) - within(sizes) - 1
    first = np.repeat(np.arange(len(keys.row)), following)
    return first, first + 1 + within(following)


def _neighbours(keys: Keys, place: Ints) -> tuple[Ints, Ints]:
    """Positions of records of one block that stand next to each other by name."""
    order = np.lexsort((place[keys.row], keys.key))
    key = keys.key[order]
    lefts, rights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for distance in range(1, min(_NEIGHBOURS, len(order) - 1) + 1):
        same = np.flatnonzero(key[:-distance] == key[distance:])
        lefts.append(order[same])
        rights.append(order[same + distance])
    return np.concatenate(lefts), np.concatenate(rights)
