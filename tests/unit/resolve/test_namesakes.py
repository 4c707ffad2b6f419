"""Namesakes: what a common name weighs less in a crowd, and that nothing changes where there is none."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.resolve.evidence import Comparison
from graphkit.resolve.flat_table import said_of
from graphkit.resolve.namesakes import namesake_bits
from graphkit.resolve.own_table import resolve_table
from graphkit.resolve.prepared import prepared
from graphkit.resolve.weights import default_weights
from graphkit.session.matching import compare_table


@pytest.mark.parametrize(
    ("common", "names", "expected"),
    [
        (12.0, 5_000, 0.0),  # as many as the weights have learned from
        (13.0, 8_187, 0.612),  # strangers 8 / 8192: (1 + 7.995) / (1 + 4.883) = 1.529
        (0.0, 1_000_000, 7.644),  # next to nothing in common: 1,000,000 / 5,000 = 200 times as many
        (40.0, 1_000_000, 0.0),  # so rare that nobody else is to be expected
    ],
)
def test_bits_by_hand(common: float, names: int, expected: float) -> None:
    assert namesake_bits(np.array([common]), names)[0] == pytest.approx(expected, abs=0.001)


@given(st.floats(0, 60), st.floats(0, 60), st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_commoner_name_and_a_larger_crowd_cost_more(one: float, other: float, few: int, many: int) -> None:
    rare, common = max(one, other), min(one, other)
    small, large = min(few, many), max(few, many)
    cost = namesake_bits(np.array([rare, common]), large)
    assert 0 <= cost[0] <= cost[1] + 1e-9
    assert (namesake_bits(np.array([rare, common]), small) <= cost + 1e-9).all()


def crowd(size: int) -> pd.DataFrame:
    """Two HARMONYs among many ships of one word, each with a name of its own."""
    letters = [chr(ord("A") + each) for each in range(26)]
    names = [
        f"{letters[n % 26]}A{letters[n // 26 % 26]}O{letters[n // 676 % 26]}I{letters[n // 17_576 % 26]}"
        for n in range(size)
    ]
    return pd.DataFrame({"name": ["HARMONY", "HARMONY", *names]})


def test_in_a_table_a_name_weighs_less_among_many_and_a_pair_put_together_by_hand_does_not() -> None:
    weighed = {}
    for size in (100, 20_000):
        found = resolve_table(crowd(size), kind="vessel")
        pairs = found.pairs
        at = np.flatnonzero((pairs.left == 0) & (pairs.right == 1))
        weighed[size] = pairs.match_weight[at[0]] if len(at) else -np.inf
    assert weighed[20_000] < weighed[100]
    names = crowd(20_000)["name"]
    by_hand = pd.DataFrame({"left": names, "right": names})
    alone = compare_table(by_hand.head(1), kind="vessel")["match_weight"].iloc[0]
    assert compare_table(by_hand, kind="vessel")["match_weight"].iloc[0] == pytest.approx(alone, abs=1.0)


def test_the_cost_is_told_as_a_piece_of_its_own() -> None:
    records = prepared(said_of(crowd(20_000), kind="vessel"))
    left, right = np.array([0]), np.array([1])
    among = Comparison.of(records, default_weights(), among=True).pairs(left, right)
    alone = Comparison.of(records, default_weights()).pairs(left, right)
    assert "namesakes" not in alone.bits
    assert among.bits["namesakes"][0] < 0
    assert among.match_weight[0] == pytest.approx(alone.match_weight[0] + among.bits["namesakes"][0])
