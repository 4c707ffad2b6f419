"""A merge that rests on names must hold for the clusters as wholes."""

import numpy as np
import pytest

from graphkit.resolve.cohesion import Cohesion
from graphkit.resolve.scoring import Scored

# A TRADING (0), A B TRADING (1), B TRADING (2): 0-1 and 1-2 are alike, 0-2 was never compared and counts as -4.


def cohesion(*pairs: tuple[int, int, float], bound: float = 0.25) -> Cohesion:
    left, right, weight = zip(*pairs, strict=True)
    codes = np.zeros(len(pairs), dtype=np.int8)
    by_rule = np.zeros(len(pairs), dtype=bool)
    return Cohesion(Scored(np.array(left), np.array(right), np.array(weight), codes, codes, by_rule, ()), 9, bound)


@pytest.mark.parametrize(
    ("weight", "holds"),
    [
        (4.0, False),  # (4 - 4) / 2 = 0
        (4.5, True),  # (4.5 - 4) / 2 = 0.25
        (40.0, True),  # counts as 6: (6 - 4) / 2 = 1
    ],
)
def test_a_chain_holds_when_the_mean_of_all_pairs_does(weight: float, holds: bool) -> None:
    chain = cohesion((0, 1, 5.0), (1, 2, weight))
    assert chain.hold([0, 1], [2]) is holds


def test_one_proof_does_not_carry_a_long_chain() -> None:
    # Four records against one: 6 - 3 * 4 = -6, over four.
    assert not cohesion((0, 4, 30.0)).hold([0, 1, 2, 3], [4])


def test_two_records_need_no_company() -> None:
    assert cohesion((0, 1, -3.0)).hold([0], [1])


def test_pairs_are_known_from_either_side() -> None:
    assert cohesion((0, 2, 3.0), (1, 2, 3.0)).hold([2], [1, 0])
