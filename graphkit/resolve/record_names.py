"""The names of records of one class: which forms each record has, of which kind, as printed where."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from graphkit.model.placeholders import is_placeholder
from graphkit.resolve.classes import ANY, FORMS, MERGING_NAMES, NAME_COST
from graphkit.resolve.form_table import Spelt, WordCounts, spelt
from graphkit.resolve.ragged import Floats, Ints, Ragged, Texts, new_runs
from graphkit.resolve.said import Said

_MOST_NAMES = 60  # of a record that are compared, primary ones first; no party of the lists at hand needs more
COSTS: Floats = np.array([NAME_COST[kind] for kind in MERGING_NAMES])


@dataclass(frozen=True, slots=True)
class RecordNames:
    """entries: for each record the positions in form, kind and printed, which hold the form's number in
    `spelling.table`, the place of its kind in MERGING_NAMES and the number of the name in `names`.
    """

    spelling: Spelt
    names: Texts
    entries: Ragged
    form: Ints
    kind: Ints
    printed: Ints


def record_names(said: Said, name_class: str, counts: WordCounts | None = None) -> RecordNames:
    """The names that may decide; placeholders (UNKNOWN, TBN) are nobody's. counts: see form_table."""
    size = len(said.ids)
    of_class = (said.name_class == name_class) | (said.name_class == ANY)
    rows, texts, kinds = [], [], []
    for place, kind in enumerate(MERGING_NAMES):
        column = said.names.get(kind)
        if column is None or not len(column.rows):
            continue
        kept = of_class[column.rows]
        rows.append(column.rows[kept])
        texts.append(column.texts[kept])
        kinds.append(np.full(int(kept.sum()), place, dtype=np.int64))
    if not rows:
        rows, texts, kinds = [np.zeros(0, np.int64)], [np.zeros(0, object)], [np.zeros(0, np.int64)]
    printed, names = pd.factorize(np.concatenate(texts))
    usable = ["" if is_placeholder(name) else name for name in names]
    spelling = spelt(usable, name_class, FORMS[name_class], counts)
    return _entries(spelling, names, np.concatenate(rows), printed.astype(np.int64), np.concatenate(kinds), size)


def _entries(spelling: Spelt, names: Texts, rows: Ints, printed: Ints, kinds: Ints, size: int) -> RecordNames:
    """One entry per record and form, of the surest kind, the first readings of the surest names first."""
    form, owner = spelling.of_name.taken(printed)
    reading = np.arange(len(owner)) - np.searchsorted(owner, owner)
    rows, printed, kinds = rows[owner], printed[owner], kinds[owner]
    order = np.lexsort((printed, reading, kinds, form, rows))
    rows, printed, kinds, form, reading = (each[order] for each in (rows, printed, kinds, form, reading))
    first = new_runs(rows, form)
    rows, printed, kinds, form, reading = (each[first] for each in (rows, printed, kinds, form, reading))
    order = np.lexsort((form, kinds, reading, rows))
    rows, printed, kinds, form = (each[order] for each in (rows, printed, kinds, form))
    place = np.arange(len(rows)) - np.searchsorted(rows, rows)
    kept = place < _MOST_NAMES
    rows, printed, kinds, form = (each[kept] for each in (rows, printed, kinds, form))
    entries = Ragged.by_row(rows, np.arange(len(rows)), size)
    return RecordNames(spelling, names, entries, form, kinds, printed)
