"""A sum of tables: which bin a value falls into, and what the shipped tables must hold to."""

import numpy as np
import pytest

from graphkit.resolve.name_features import FEATURES
from graphkit.resolve.ragged import Floats
from graphkit.resolve.scorecard import Scorecard, Term, probability, scorecard


def row(**values: float) -> Floats:
    return np.array([[values.get(name, 0.0) for name in FEATURES]])


EDITS = Term(("edits",), (np.array([0.0, 2.0]),), np.array([3.0, 1.0, -2.0]))
NUMBERS = Term(
    ("covered_less", "numerals"),
    (np.array([0.5]), np.array([0.5, 1.5])),
    np.array([[-1.0, 0.5, -4.0], [1.0, 2.0, -8.0]]),
)


@pytest.mark.parametrize(("edits", "bits"), [(0, 3.0), (1, 1.0), (2, 1.0), (3, -2.0), (8, -2.0)])
def test_an_edge_belongs_to_the_bin_below_it(edits: float, bits: float) -> None:
    assert EDITS.of(row(edits=edits)).tolist() == [bits]


def test_a_term_of_two_features_is_a_table_and_the_card_is_the_sum() -> None:
    card = Scorecard(-0.5, (EDITS, NUMBERS))
    assert card.bits(row(edits=1, covered_less=1.0, numerals=4)).tolist() == [-0.5 + 1.0 - 8.0]
    assert card.bits(np.vstack([row(edits=0), row(covered_less=0.6, numerals=1, edits=9)])).tolist() == [1.5, -0.5]


def test_odds_in_bits_are_a_probability() -> None:
    assert probability(np.array([0.0, 1.0, -1.0, 2.0])).tolist() == pytest.approx([1 / 2, 2 / 3, 1 / 3, 4 / 5])


@pytest.mark.parametrize("name_class", ["vessel", "legal"])
def test_the_shipped_tables_name_known_features_and_have_a_cell_for_every_value(name_class: str) -> None:
    card = scorecard(name_class)
    for term in card.terms:
        assert set(term.features) <= set(FEATURES)
        assert term.bits.shape == tuple(len(edges) + 1 for edges in term.edges)
        assert all((np.diff(edges) > 0).all() for edges in term.edges)
    extremes = np.array([[-1e9] * len(FEATURES), [1e9] * len(FEATURES)])
    assert np.isfinite(card.bits(extremes)).all()
