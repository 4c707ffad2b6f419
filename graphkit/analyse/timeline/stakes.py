"""Stakes of one holder that follow each other: 60 % until a day and 49 % from that day on are one change."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.analyse.timeline.spans import Span, same_moment, span_of
from graphkit.model.vocabulary import LinkType
from graphkit.store.base import Row

HALF = 50.0


@dataclass(frozen=True, slots=True)
class StakeChange:
    """One holder's stake in one party before and after a moment."""

    before: Row
    after: Row
    when: Span


def stake_changes(links: Iterable[Row]) -> list[StakeChange]:
    """The changes of a known share to another one, each end and each beginning used once, in the order of the days.

    Only where both days are stated: that a stake has begun does not prove when the one before it ended.
    """
    of_pair: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in links:
        if row["type"] == LinkType.OWNS and _known(row):
            of_pair[(row["from_id"], row["to_id"], row["role"])].append(row)
    found = [change for rows in of_pair.values() for change in _successive(rows)]
    return sorted(found, key=lambda each: (each.when.first or 0, each.before["link_id"]))


def _successive(rows: list[Row]) -> Iterable[StakeChange]:
    taken: set[str] = set()
    for before in sorted(rows, key=lambda row: row["link_id"]):
        for after in sorted(rows, key=lambda row: row["link_id"]):
            if after["link_id"] in taken or _shares(before) == _shares(after):
                continue
            if moment := same_moment(span_of(before, "end"), span_of(after, "start")):
                taken.add(after["link_id"])
                yield StakeChange(before, after, moment)
                break


def _known(row: Row) -> bool:
    return row["share_min"] is not None or row["share_max"] is not None


def _shares(row: Row) -> tuple[float | None, float | None]:
    return row["share_min"], row["share_max"]


def share_words(row: Row) -> str:
    """A share for people: `60 %`, `25-50 %`, `more than 50 %`; empty when nobody states it."""
    low, high = _shares(row)
    if low is None and high is None:
        return ""
    if low is not None and low == high:
        return f"{low:g} %"
    if high is None or high == 100:
        return f"{'more than' if row['share_min_exclusive'] else 'at least'} {low or 0:g} %"
    if not low:
        return f"{'less than' if row['share_max_exclusive'] else 'at most'} {high:g} %"
    return f"{low:g}-{high:g} %"


def half_left(before: Row, after: Row | None) -> str:
    """How a stake certainly left a half, in words; empty when it did not.

    Tests of ownership start at 50 % or above 50 %, by authority and day, so that both count. after: None when the stake
    ended and none is known to follow.
    """
    if _at_least_half(before) and (after is None or _under_half(after)):
        return "now below 50 %"
    return "now no more than 50 %" if _over_half(before) and after is not None and _half_at_most(after) else ""


def _at_least_half(row: Row) -> bool:
    return row["share_min"] is not None and row["share_min"] >= HALF


def _over_half(row: Row) -> bool:
    low = row["share_min"]
    return low is not None and (low > HALF or (low == HALF and bool(row["share_min_exclusive"])))


def _half_at_most(row: Row) -> bool:
    return row["share_max"] is not None and row["share_max"] <= HALF


def _under_half(row: Row) -> bool:
    high = row["share_max"]
    return high is not None and (high < HALF or (high == HALF and bool(row["share_max_exclusive"])))
