"""Links as numbers, one row for each row of the table of links: what the arrays of a search are made of.

Parties are numbered in the order of their ids. Shares are whole numbers, a billionth of a percent each: sums are exact,
and 49.999999 is not 50. A lower end is rounded down, an upper end up. A million holders of everything still fit.

A date is two days between which it lies. Of a printed date with an open side ("after 2018") that side is as far as days
go; of a date that nobody prints, the link has begun long ago and ends long hence.
"""

from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from graphkit.model.vocabulary import Certainty, LinkType, Visibility

UNITS: Final = 10**9  # in one percent
WHOLE: Final = 100 * UNITS
EARLY, LATE = -(2**31), 2**31 - 1
LINK_TYPES: Final = tuple(LinkType)
CERTAINTIES: Final = tuple(Certainty)  # surest first
LEAST_SURE: Final = CERTAINTIES.index(Certainty.ASSESSED)
"""The last certainty of which a source is sure enough for a certain answer."""
# What a float can lose of a share with up to twelve decimals, in units.
_SLIP = 5e-4

BOARD_ROLES: Final = ("appoints_board",)
VOTING_ROLES: Final = ("voting_rights",)
BY_BOARD, BY_VOTES, BY_WORD = 1, 2, 3
COLUMNS: Final = (
    *("type", "from_id", "to_id", "role", "joint", "certainty", "visibility", "start", "end"),
    *("share_min", "share_max", "share_min_exclusive", "share_max_exclusive"),
    *("start_min", "start_max", "end_min", "end_max"),
)
"""The columns of the table of links that the numbers are made of."""

_Floats = np.ndarray[Any, np.dtype[np.float64]]
_Ints = np.ndarray[Any, np.dtype[np.int64]]


def link_numbers(links: pa.Table, ids: pa.Array) -> pa.Table:
    """The table LINK_NUMBERS of a table of links. ids: of all parties, sorted; an end that is none of them is -1."""
    low = pc.fill_null(links["share_min"], 0.0).to_numpy()
    high = pc.fill_null(links["share_max"], 100.0).to_numpy()
    begun, ended = (pc.not_equal(pc.fill_null(links[name], ""), "") for name in ("start", "end"))
    public = pc.not_equal(links["visibility"], str(Visibility.INTERNAL))
    return pa.table(
        {
            "type": _code(links["type"], LINK_TYPES),
            "from_number": _place(links["from_id"], ids),
            "to_number": _place(links["to_id"], ids),
            "certainty": _code(links["certainty"], CERTAINTIES),
            "joint": _joint(links["joint"]),
            "control": _control(links),
            "low": pa.array(units_of(low, up=False)),
            "high": pa.array(units_of(high, up=True)),
            "low_open": links["share_min_exclusive"],
            "high_open": links["share_max_exclusive"],
            "stated": pc.or_(pc.is_valid(links["share_min"]), pc.is_valid(links["share_max"])),
            "start_min": pc.fill_null(links["start_min"], EARLY),
            "start_max": _filled(links["start_max"], begun, LATE, EARLY),
            "end_min": _filled(links["end_min"], ended, EARLY, LATE),
            "end_max": pc.fill_null(links["end_max"], LATE),
            "begun": begun,
            "dated": pc.or_(begun, ended),
            "public": public,
        }
    )


def _control(links: pa.Table) -> pa.ChunkedArray:
    """How a link of CONTROLS is one: by the right to appoint the board, by votes, or otherwise; 0 for the others."""
    board, votes = (pc.is_in(links["role"], value_set=pa.array(words)) for words in (BOARD_ROLES, VOTING_ROLES))
    kind = pc.if_else(board, BY_BOARD, pc.if_else(votes, BY_VOTES, BY_WORD))
    return pc.if_else(pc.equal(links["type"], str(LinkType.CONTROLS)), kind, 0).cast(pa.int8())


def units_of(percent: _Floats, *, up: bool) -> _Ints:
    """Percent as units, a lower end rounded down, an upper end (up) up; what only a float has lost is given back."""
    exact = percent * UNITS
    nearest = np.rint(exact)
    rounded = np.ceil(exact) if up else np.floor(exact)
    units: _Ints = np.where(np.abs(exact - nearest) < _SLIP, nearest, rounded).astype(np.int64)
    return units


def _place(column: pa.ChunkedArray, ids: pa.Array) -> pa.ChunkedArray:
    return pc.fill_null(pc.index_in(column, value_set=ids), -1)


def _code(column: pa.ChunkedArray, words: tuple[str, ...]) -> pa.ChunkedArray:
    return pc.index_in(column, value_set=pa.array([str(word) for word in words])).cast(pa.int8())


def _joint(column: pa.ChunkedArray) -> pa.Array:
    """A number for each word; 0 where there is none."""
    words = pc.unique(column).to_pylist()
    known = pa.array(["", *sorted(word for word in words if word)], pa.string())
    return pc.fill_null(pc.index_in(column, value_set=known), 0)


def _filled(column: pa.ChunkedArray, printed: Any, open_end: int, unstated: int) -> Any:
    return pc.coalesce(column, pc.if_else(printed, pa.scalar(open_end, pa.int32()), pa.scalar(unstated, pa.int32())))
