"""What the comparison reads of each record, as one number: records whose marks are unchanged need no second look.

A mark covers the names, numbers and facts of a record, what each of them weighs among the records at hand, and the
tables of weights. So a build that takes judged pairs from the last one gives what a build anew would give.
"""

import hashlib
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import pandas as pd

from graphkit.resolve.evidence import Comparison
from graphkit.resolve.form_table import FormTable
from graphkit.resolve.record_names import RecordNames

Marks = np.ndarray[Any, np.dtype[np.uint64]]


def record_marks(comparison: Comparison) -> Marks:
    """A mark for each record of a comparison."""
    prepared = comparison.prepared
    marks = _hashed([str(name_class) for name_class in prepared.name_class]) + _tables_mark(repr(comparison.weights))
    for piece, feature in prepared.features.items():
        values = _hashed(
            [f"{piece}|{value}|{worth}" for value, worth in zip(feature.values, comparison.worth[piece], strict=True)]
        )
        np.add.at(marks, feature.codes.owners(), values[feature.codes.values])
    for piece, measure in prepared.measures.items():
        stated = np.flatnonzero(~np.isnan(measure.values))
        np.add.at(marks, stated, _hashed([f"{piece}|{value}" for value in measure.values[stated]]))
    for name_class, names in prepared.names.items():
        np.add.at(marks, names.entries.owners(), _name_marks(name_class, names))
    return marks


def _name_marks(name_class: str, names: RecordNames) -> Marks:
    """For each entry: its form with the weight of its words, its kind, and the name as printed."""
    forms = _hashed(_form_texts(names.spelling.table))
    printed = _hashed([f"{name_class}|{name}" for name in names.names])
    kinds = _hashed([f"{name_class}|kind {kind}" for kind in range(8)])
    mixed: Marks = (
        forms[names.form] * np.uint64(3) + printed[names.printed] * np.uint64(5) + kinds[names.kind] * np.uint64(7)
    )
    return mixed ^ (mixed >> np.uint64(29))


def _form_texts(table: FormTable) -> list[str]:
    bits = table.vocabulary.bits
    texts = []
    for place, form in enumerate(table.forms):
        words = table.words.values[table.words.start[place] : table.words.start[place + 1]]
        texts.append(f"{form.core}|{form.numerals}|{form.legal_form}|{bits[words].tolist()}")
    return texts


@cache
def _tables_mark(weights: str) -> np.uint64:
    """Changes with any table that decides: weights, scorecards, background words."""
    whole = hashlib.blake2b(weights.encode(), digest_size=8)
    for file in sorted(resources.files("graphkit.resolve").joinpath("data").iterdir(), key=lambda each: each.name):
        whole.update(file.read_bytes())
    return np.uint64(int.from_bytes(whole.digest(), "big"))


def _hashed(texts: list[str]) -> Marks:
    found: Marks = pd.util.hash_array(np.array(texts, dtype=object), categorize=False)
    return found
