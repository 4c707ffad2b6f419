"""Shares as tables print them: `51`, `33,3 %`, `25-50`, `>50`, or a smallest and a largest in columns of their own.

Percent, 0 to 100. What contradicts itself or cannot be read leaves the share unknown, which is never 0.
"""

import re

from graphkit.model.records import Share
from graphkit.sources.plain_tables.cells import word
from graphkit.sources.plain_tables.rows import Row

_NUMBER = r"([0-9]{1,3}(?:[.,][0-9]{1,20})?)\s*%?"
_EXACT = re.compile(_NUMBER)
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|–|—|\.\.|to)\s*{_NUMBER}", re.IGNORECASE)
_BOUND = re.compile(rf"(>=|<=|>|<|≥|≤)\s*{_NUMBER}")
_YES = frozenset({"true", "yes", "y", "1", "x"})
_NO = frozenset({"", "false", "no", "n", "0"})
_CELLS = ("share", "share_min", "share_max")


def share_of(row: Row) -> Share | None:
    """The share that a row states; None when it states none or, with a note, when it cannot be one."""
    if not any(row[column] for column in _CELLS):
        return None
    try:
        return _stated(row)
    except ValueError as problem:
        printed = " | ".join(row[column] for column in _CELLS if row[column])
        row.note(f"the share {problem} and is left unknown", printed)
        return None


def _stated(row: Row) -> Share:
    share = _from_cell(row["share"]) if row["share"] else None
    minimum, maximum = (_number(row[column]) if row[column] else None for column in ("share_min", "share_max"))
    if share is None:
        share = Share(minimum if minimum is not None else 0.0, maximum if maximum is not None else 100.0)
    elif (minimum is not None and minimum != share.minimum) or (maximum is not None and maximum != share.maximum):
        raise ValueError("differs from share_min or share_max")
    minimum_open = share.minimum_open or _flag(row, "share_min_exclusive")
    maximum_open = share.maximum_open or _flag(row, "share_max_exclusive")
    return _checked(Share(share.minimum, share.maximum, minimum_open, maximum_open))


def _from_cell(text: str) -> Share:
    if found := _EXACT.fullmatch(text):
        return Share(_number(found[1]), _number(found[1]))
    if found := _RANGE.fullmatch(text):
        return Share(_number(found[1]), _number(found[2]))
    if found := _BOUND.fullmatch(text):
        bound, is_open = _number(found[2]), found[1] in {">", "<"}
        if found[1] in {">", ">=", "≥"}:
            return Share(bound, 100.0, minimum_open=is_open)
        return Share(0.0, bound, maximum_open=is_open)
    raise ValueError("cannot be read")


def _number(text: str) -> float:
    found = _EXACT.fullmatch(text)
    if not found:
        raise ValueError("cannot be read")
    return float(found[1].replace(",", "."))


def _checked(share: Share) -> Share:
    if not (0 <= share.minimum <= 100 and 0 <= share.maximum <= 100):
        raise ValueError("is not between 0 and 100 percent")
    if share.minimum > share.maximum:
        raise ValueError("ends below where it begins")
    if share.minimum == share.maximum and (share.minimum_open or share.maximum_open):
        raise ValueError("leaves out its only value")
    return share


def _flag(row: Row, column: str) -> bool:
    text = word(row[column])
    if text not in _YES | _NO:
        row.note(f"{column} is neither true nor false and counts as false", row[column])
    return text in _YES
