"""Which statements a row of the graph is made of, so that nothing internal shows where anybody may look.

A thing that any public statement tells of is described by its public statements alone. One that only internal
statements tell of is described by those, and is internal itself.
"""

import pandas as pd

from graphkit.model.vocabulary import Visibility


def public_things(rows: pd.DataFrame, key: str) -> set[str]:
    """What at least one public row tells of."""
    return set(rows[rows["visibility"].eq(Visibility.PUBLIC)][key])


def told(rows: pd.DataFrame, key: str, public: set[str]) -> pd.DataFrame:
    """The rows that may describe what they tell of. public: the things that anybody may see."""
    return rows[rows["visibility"].eq(Visibility.PUBLIC) | ~rows[key].isin(public)]


def visibility(things: pd.Series | pd.Index, public: set[str]) -> list[Visibility]:
    """How public each thing is."""
    return [Visibility.PUBLIC if thing in public else Visibility.INTERNAL for thing in things]
