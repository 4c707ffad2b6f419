"""Rows of different lengths in flat arrays, against lists of lists."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.ragged import Crossed, Ints, Ragged, largest, starts, within

ROWS = st.lists(st.lists(st.integers(0, 9), max_size=4), max_size=6)


def ints(values: list[int]) -> Ints:
    return np.array(values, dtype=np.int64)


@given(ROWS, st.data())
def test_rows_come_back_as_they_were_put_in(rows: list[list[int]], data: st.DataObject) -> None:
    ragged = Ragged.of(rows)
    chosen = data.draw(st.lists(st.sampled_from(range(len(rows))), max_size=6)) if rows else []
    values, owner = ragged.taken(ints(chosen))
    assert ragged.lengths(ints(chosen)).tolist() == [len(rows[row]) for row in chosen]
    assert values.tolist() == [value for row in chosen for value in rows[row]]
    assert owner.tolist() == [place for place, row in enumerate(chosen) for _ in rows[row]]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=12))
def test_pairs_of_row_and_value_become_rows_in_the_order_given(pairs: list[tuple[int, int]]) -> None:
    ragged = Ragged.by_row(ints([row for row, _ in pairs]), ints([value for _, value in pairs]), 5)
    rows = [ragged.values[ragged.start[row] : ragged.start[row + 1]].tolist() for row in range(5)]
    assert rows == [[value for at, value in pairs if at == row] for row in range(5)]


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=6))
def test_two_rows_are_crossed_as_two_loops_would(lengths: list[tuple[int, int]]) -> None:
    crossed = Crossed.of(ints([left for left, _ in lengths]), ints([right for _, right in lengths]))
    expected = [
        (pair, *places) for pair, (left, right) in enumerate(lengths) for places in product(range(left), range(right))
    ]
    found = zip(crossed.pair.tolist(), crossed.left.tolist(), crossed.right.tolist(), strict=True)
    assert list(found) == expected
    assert crossed.start.tolist() == [sum(a * b for a, b in lengths[:place]) for place in range(len(lengths) + 1)]


@given(st.lists(st.integers(0, 4), max_size=6))
def test_places_and_beginnings_of_rows(lengths: list[int]) -> None:
    assert within(ints(lengths)).tolist() == [place for length in lengths for place in range(length)]
    assert starts(ints(lengths)).tolist() == [sum(lengths[:row]) for row in range(len(lengths))]


@given(st.lists(st.lists(st.floats(0, 1), max_size=4), max_size=6))
def test_the_largest_of_a_row_is_0_where_the_row_is_empty(rows: list[list[float]]) -> None:
    values = np.array([value for row in rows for value in row], dtype=np.float64)
    assert largest(values, ints([len(row) for row in rows])).tolist() == [max(row, default=0.0) for row in rows]


def test_rows_of_nothing_are_nothing() -> None:
    ragged = Ragged.of([])
    assert (ragged.start.tolist(), ragged.values.tolist()) == ([0], [])
    assert Crossed.of(ints([]), ints([])).pair.tolist() == within(ints([])).tolist() == []
