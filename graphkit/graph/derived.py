"""Links that no source states: parties with one address, one contact, one director or one manager.

What two parties have in common is a lead, so that no such link is surer than `likely`. What very many share is an
agent's, a nominee's or a large manager's, and tells nothing of any two of them: ten thousand companies of one formation
agent would be fifty million links. Above a bound no pair is linked; the statements stay, and `graphkit network` tells
of the group.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Final

import pandas as pd

from graphkit.model.tables import GRAPH_TABLES
from graphkit.model.vocabulary import Visibility

_EMPTY: Final[Mapping[str, str | bool | None]] = {"string": "", "int32": None, "float64": None, "bool": False}
_UNDATED: Final = ("start", "end")
Pairs = tuple[pd.DataFrame, pd.DataFrame]
"""Links with a link_id, and beside them the link_id with the `stated` that each rests on."""


def in_both_views(rows: pd.DataFrame, derive: Callable[[pd.DataFrame], Pairs]) -> Pairs:
    """What is derived from the public rows, and marked internal what only all rows together give.

    A public link is described by public statements alone, and its group is counted by them alone.
    """
    public = rows["visibility"].eq(Visibility.PUBLIC)
    links, behind = derive(rows[public])
    links["visibility"] = str(Visibility.PUBLIC)
    if not public.all():
        more, more_behind = derive(rows)
        more["visibility"] = str(Visibility.INTERNAL)
        links = pd.concat([links, more], ignore_index=True).drop_duplicates("link_id")
        behind = pd.concat([behind, more_behind], ignore_index=True).drop_duplicates()
    return links, behind


def members_up_to(most: int, rows: pd.DataFrame, group: str, member: str) -> pd.DataFrame:
    """The rows of groups with at most so many members."""
    return rows[rows.groupby(group)[member].transform("nunique").le(most)]


def pairs_within(rows: pd.DataFrame, group: str, member: str) -> pd.DataFrame:
    """Each two rows of a group with different members, the second with `_other` after its columns, smaller id first."""
    pairs = rows.merge(rows, on=group, suffixes=("", "_other"))
    return pairs[pairs[member].lt(pairs[f"{member}_other"])].reset_index(drop=True)


def behind_of(pairs: pd.DataFrame) -> pd.DataFrame:
    """Each link with both statements that it rests on."""
    one, other = pairs[["link_id", "stated"]], pairs[["link_id", "stated_other"]]
    return pd.concat([one, other.rename(columns={"stated_other": "stated"})], ignore_index=True).drop_duplicates()


def link_table(links: pd.DataFrame) -> pd.DataFrame:
    """The columns of a link, those that are missing empty."""
    links = links.copy()
    for name, kind in GRAPH_TABLES["links"].items():
        if name not in links:
            links[name] = None if name in _UNDATED else _EMPTY[kind]
    return links[list(GRAPH_TABLES["links"])]


def sources_of(behind: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Who states what the links rest on. statements: provenance with the `stated` that it belongs to."""
    rows = behind.merge(statements, on="stated")
    columns = list(GRAPH_TABLES["link_sources"])
    return rows[columns].drop_duplicates().sort_values(["link_id", "statement_id"], ignore_index=True)


def ids(word: str, rows: Iterable[tuple[object, ...]]) -> list[str]:
    """A short hash of what each row says."""
    return [
        f"{word}-{hashlib.blake2b(chr(31).join(map(str, row)).encode(), digest_size=8).hexdigest()}" for row in rows
    ]
