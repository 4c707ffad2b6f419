"""RapidFuzz: one ratio of two names after its default processing, and every pair of records compared.

Identifiers are used as such a script uses them: two records with one ship IMO number are one.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from components import components
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.utils import default_process
from tools import Resolved

_SCORERS: dict[str, tuple[Callable[..., float], float]] = {
    "WRatio": (fuzz.WRatio, 100),
    "token_sort_ratio": (fuzz.token_sort_ratio, 100),
    "token_set_ratio": (fuzz.token_set_ratio, 100),
    "jaro_winkler": (JaroWinkler.similarity, 1),
}
_BLOCK = 500  # rows of the comparison matrix at a time


def scores(variant: str, left: Sequence[str], right: Sequence[str], _kind: str) -> npt.NDArray[np.float64]:
    """0 to 1 for each pair."""
    scorer, most = _SCORERS[variant]
    return process.cpdist(left, right, scorer=scorer, processor=default_process, dtype=np.float64) / most


def resolve(variant: str, table: pd.DataFrame, kind: str, joins_at: float) -> Resolved:
    """Connected components of all pairs that reach the threshold, or share an IMO number."""
    joined = []
    kinds = table["kind"] if "kind" in table else pd.Series(kind, index=table.index)
    for _, rows in pd.Series(np.arange(len(table))).groupby(kinds.to_numpy()):
        joined += _joined_by_name(variant, table["name"].to_numpy()[rows], rows.to_numpy(), joins_at)
    if "imo" in table:
        numbered = np.flatnonzero(table["imo"].to_numpy() != "")
        first = pd.Series(numbered).groupby(table["imo"].to_numpy()[numbered]).transform("first")
        joined.append((numbered, first.to_numpy()))
    left, right = (np.concatenate(ends) for ends in zip(*joined, strict=True))
    return Resolved(components(len(table), left, right))


def _joined_by_name(
    variant: str, written: Iterable[str], rows: npt.NDArray[np.int64], joins_at: float
) -> list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Row numbers left and right of every pair that reaches the threshold, a block of the matrix at a time."""
    scorer, most = _SCORERS[variant]
    names = [default_process(name) for name in written]
    joined = []
    for start in range(0, len(names), _BLOCK):
        matrix = process.cdist(
            names[start : start + _BLOCK], names[start:], scorer=scorer, score_cutoff=joins_at * most, dtype=np.float32
        )
        left, right = np.nonzero(matrix)
        joined.append((rows[left + start], rows[right + start]))
    return joined
