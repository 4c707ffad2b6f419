"""Smooth lines between two rows: straight out of a box, one bend between the rows, straight into the next box."""

from collections.abc import Sequence

from graphkit.present.diagram.dot import Point, Rank

Curve = tuple[Point, ...]
"""Bezier points: a start and three for each piece."""

_NEAR = 1.0


def piece(start: Point, end: Point, start_row: float, end_row: float, spline: Curve, ranks: Sequence[Rank]) -> Curve:
    """The line from start down to end.

    Between neighbouring rows it bends in the free space between them. Across further rows it follows the spline of
    Graphviz, which keeps clear of what stands there, with its ends moved to start and end. start_row, end_row: the
    middles of the rows it joins.
    """
    rows = [rank for rank in ranks if start_row - _NEAR <= rank.middle <= end_row + _NEAR]
    if len(rows) == 2:
        return _bend(start, end, max(rows[0].bottom, start[1]), min(rows[1].top, end[1]))
    return moved(moved(spline, start)[::-1], end)[::-1]


def _bend(start: Point, end: Point, top: float, bottom: float) -> Curve:
    """Upright to the end of the upper row, one S to the beginning of the lower one, upright again."""
    if start[0] == end[0]:
        return start, start, end, end
    half, upper, lower = (top + bottom) / 2, (start[0], top), (end[0], bottom)
    curve = (upper, (start[0], half), (end[0], half), lower)
    before = () if start == upper else (start, start, upper)
    after = () if end == lower else (lower, end, end)
    return *before, *curve, *after


def moved(curve: Curve, start: Point) -> Curve:
    """The curve with another first point; the point that steers it there moves along, so that it arrives as it did."""
    dx, dy = start[0] - curve[0][0], start[1] - curve[0][1]
    return start, (curve[1][0] + dx, curve[1][1] + dy), *curve[2:]
