"""Keys of records, and the blocks of records that share one."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from graphkit.resolve.ragged import Flags, Ints, new_runs


@dataclass(frozen=True, slots=True)
class Keys:
    """What records are blocked by: a number per key, the record row that has it, in the order of both, and the form of
    the name that gave it; -1 for what is no name.
    """

    key: Ints
    row: Ints
    form: Ints

    @classmethod
    def of(cls, parts: "list[Keys]") -> "Keys":
        """Several kinds of keys, numbered apart; each pair of key and row once."""
        first, keys = 0, [np.zeros(0, np.int64)]
        for part in parts:
            keys.append(part.key + first)
            first += int(part.key.max(initial=-1)) + 1
        key = np.concatenate(keys)
        row = np.concatenate([np.zeros(0, np.int32), *(part.row for part in parts)])
        form = np.concatenate([np.zeros(0, np.int32), *(part.form for part in parts)])
        order = np.lexsort((form, row, key))
        key, row, form = key[order], row[order], form[order]
        new = new_runs(key, row)
        return cls(key[new], row[new], form[new])

    def sizes(self) -> Ints:
        """How many records share each key, key by key."""
        return np.diff(np.append(np.flatnonzero(new_runs(self.key)), len(self.key)))

    def in_parts(self, size: int) -> "Iterator[Keys]":
        """The blocks in their order, about so many keys and rows at a time; none is cut."""
        ends = np.cumsum(self.sizes())
        start = 0
        while start < len(self.key):
            end = int(ends[np.searchsorted(ends, min(start + size, len(self.key)))])
            yield self.taken(slice(start, end))
            start = end

    def taken(self, chosen: "Flags | Ints | slice") -> "Keys":
        """Only these pairs of key and row."""
        return Keys(self.key[chosen], self.row[chosen], self.form[chosen])
