"""Values that agree when one is common, and numbers that agree when they are near."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.feature import AGREES, CONTRADICTS, MISSING, Feature, Measure
from graphkit.resolve.ragged import Ints

STATED = st.lists(st.tuples(st.integers(0, 3), st.sampled_from("ABCD")), max_size=10)


def rows(*numbers: int) -> Ints:
    return np.array(numbers, dtype=np.int64)


def feature(*stated: tuple[int, str], size: int = 4) -> Feature:
    texts = np.array([text for _, text in stated], dtype=object)
    return Feature.of(rows(*(row for row, _ in stated)), texts, size)


def test_a_value_said_twice_counts_once_and_values_are_in_alphabetical_order() -> None:
    flags = feature((0, "PA"), (0, "KP"), (0, "PA"), (2, "KP"))
    assert flags.values.tolist() == ["KP", "PA"]
    assert flags.bearers.tolist() == [2, 1]
    assert (flags.texts(0), flags.texts(1)) == (["KP", "PA"], [])
    assert flags.stated.tolist() == [True, False, True, False]
    assert flags.sets(np.array(list("abcd"), dtype=object)) == {"a": {"KP", "PA"}, "c": {"KP"}}


def test_of_several_common_values_the_most_telling_one_counts() -> None:
    flags = feature((0, "KP"), (0, "PA"), (1, "KP"), (1, "PA"), (2, "PA"))
    worth = np.array([2.0, 3.0])  # KP, PA
    common = flags.common(rows(0, 0, 0), rows(1, 2, 3), worth)
    assert [flags.values[code] if code >= 0 else "" for code in common] == ["PA", "PA", ""]
    assert flags.values[flags.common(rows(0), rows(1), worth[::-1])[0]] == "KP"
    assert flags.both(rows(0, 0), rows(2, 3)).tolist() == [True, False]


@given(STATED, st.integers(0, 3), st.integers(0, 3))
def test_there_is_a_common_value_exactly_when_both_sets_meet(
    stated: list[tuple[int, str]], left: int, right: int
) -> None:
    found = feature(*stated)
    both = {text for row, text in stated if row == left} & {text for row, text in stated if row == right}
    code = found.common(rows(left), rows(right), np.zeros(len(found.values)))[0]
    assert (found.values[code] if code >= 0 else "") == min(both, default="")  # of equal worth the first


@pytest.mark.parametrize(
    ("left", "right", "state"),
    [
        (10_000.0, 10_000.0, AGREES),
        (10_000.0, 9_900.0, AGREES),  # 1 % of the larger
        (10_000.0, 9_600.0, MISSING),
        (10_000.0, 9_400.0, CONTRADICTS),  # 6 %
        (10_000.0, np.nan, MISSING),
        (np.nan, np.nan, MISSING),
    ],
)
def test_tonnages_agree_within_1_percent_and_contradict_beyond_5(left: float, right: float, state: int) -> None:
    dwt = Measure(np.array([left, right]), 0.01, 0.05)
    assert dwt.states(rows(0, 1), rows(1, 0)).tolist() == [state, state]


@pytest.mark.parametrize(("other", "state"), [(1989, AGREES), (1990, AGREES), (1991, MISSING), (1992, CONTRADICTS)])
def test_a_year_of_build_has_a_tolerance_of_one_year(other: int, state: int) -> None:
    built = Measure(np.array([1989.0, float(other)]), 0.0, 0.0, 1.0)
    assert built.states(rows(0), rows(1)).tolist() == [state]
