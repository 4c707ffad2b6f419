"""What records say, as plain columns over record rows: the one shape that every kind of input is brought into.

The statement tables of a build and a single table of one's own both become this; from here on nothing knows which.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from graphkit.model.vocabulary import NameKind
from graphkit.resolve.ragged import Floats, Ints, Texts

SHORTEST_NUMBER = 6  # shorter national numbers are shared by registers of many countries


@dataclass(frozen=True, slots=True)
class Column:
    """Values of any number of records: rows are positions in Said.ids."""

    rows: Ints
    texts: Texts

    @classmethod
    def of(cls, rows: Iterable[int], texts: Iterable[str]) -> "Column":
        """From anything iterable, of one length."""
        return cls(np.asarray(rows, dtype=np.int64), np.asarray(texts, dtype=object))

    @classmethod
    def joined(cls, columns: "Iterable[Column]") -> "Column":
        """Several columns one after the other."""
        kept = [column for column in columns if len(column.rows)]
        if not kept:
            return cls.of((), ())
        return cls(np.concatenate([each.rows for each in kept]), np.concatenate([each.texts for each in kept]))


@dataclass(frozen=True, slots=True)
class Said:
    """ids: the n record ids, in a build in alphabetical order; name_class: of each; names: by kind of name.

    values: exact evidence by piece (`imo`, `flag`, `birth_day`, ...). measures: numbers by piece, n long, NaN where
    not stated.
    """

    ids: Texts
    name_class: Texts
    names: dict[NameKind, Column]
    values: dict[str, Column] = field(default_factory=dict)
    measures: dict[str, Floats] = field(default_factory=dict)

    def in_order(self, order: Ints) -> "Said":
        """The same records in another order; order: the present row of each."""
        place = np.empty(len(order), dtype=np.int64)
        place[order] = np.arange(len(order))
        return Said(
            self.ids[order],
            self.name_class[order],
            {kind: Column(place[column.rows], column.texts) for kind, column in self.names.items()},
            {piece: Column(place[column.rows], column.texts) for piece, column in self.values.items()},
            {piece: values[order] for piece, values in self.measures.items()},
        )


def numbers_of(texts: pd.Series) -> Floats:
    """Figures as printed (`298,731`, `99 144`) as numbers; NaN for what is none or not above 0."""
    distinct = pd.Series(texts.unique())
    plain = distinct.astype("str").str.replace(r"[,\s']", "", regex=True).str.extract(r"^(\d+(?:\.\d+)?)", expand=False)
    read = pd.to_numeric(plain, errors="coerce").astype("float64")
    known = dict(zip(distinct, read.where(read > 0), strict=True))
    return texts.map(known).to_numpy(dtype=np.float64)
