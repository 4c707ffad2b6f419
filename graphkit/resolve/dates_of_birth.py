"""Dates of birth as they can be compared: the day where it is stated, and every year that a vague date allows."""

from typing import Any

import numpy as np
import pandas as pd

_MOST_YEARS = 5  # a birth date that allows more years says next to nothing


def birth_days(facts: pd.DataFrame) -> pd.DataFrame:
    """Facts with one day, `day` as ISO text. facts: start_min and start_max as days since 1970."""
    exact = facts[facts["start_min"].eq(facts["start_max"])]
    return exact.assign(day=pd.Series(_dates(exact["start_min"]).astype(str), index=exact.index, dtype=object))


def birth_years(facts: pd.DataFrame) -> pd.DataFrame:
    """A row with `year` for every year that a stated birth date allows, when it allows but a few."""
    rows = facts[facts["start_max"].notna()]
    first, last = (
        _dates(rows[bound]).astype("datetime64[Y]").astype("int64") + 1970 for bound in ("start_min", "start_max")
    )
    spans = [
        [str(year) for year in range(a, b + 1)] if b - a < _MOST_YEARS else []
        for a, b in zip(first.tolist(), last.tolist(), strict=True)
    ]
    return rows.assign(year=pd.Series(spans, index=rows.index, dtype=object)).explode("year").dropna(subset="year")


def _dates(days: pd.Series) -> "np.ndarray[Any, np.dtype[np.datetime64]]":
    return days.to_numpy(dtype="int64").astype("datetime64[D]")
