"""What two names have in common, feature by feature, worked out by hand; which of them is left makes no difference."""

from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graphkit.resolve.classes import FORMS, LEGAL, VESSEL
from graphkit.resolve.form_table import spelt
from graphkit.resolve.name_features import (
    FEATURES,
    NEAR_FORM,
    NO_FORM,
    NO_NUMBER,
    ONE_HAS,
    ONE_HAS_FIRST,
    ONE_HAS_FORM,
    OTHER_FORM,
    OTHER_NUMBER,
    SAME_FORM,
    SAME_NUMBER,
    name_features,
    other_number,
)

WORDS = (
    "KUM SONG KUMSONG ANSAN WAN HENG WANHENG 11 III MARITIME TRADING DONGFENG DONGFANG 安山 Гудзон & LTD GMBH".split()
)
names = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join) | st.text(max_size=20)


def features(left: str, right: str, name_class: str = VESSEL) -> Mapping[str, float]:
    """The features of the usual readings of two names."""
    spelling = spelt([left, right], name_class, FORMS[name_class])
    first = spelling.of_name.values[spelling.of_name.start[:-1]]
    (row,) = name_features(spelling.table, first[:1], first[1:]).tolist()
    return dict(zip(FEATURES, row, strict=True))


def some(found: Mapping[str, float], *wanted: str) -> list[float]:
    return [round(found[name], 3) for name in wanted]


def test_a_sister_ship_has_all_words_in_common_and_another_number() -> None:
    found = features("WAN HENG 11", "WAN HENG 12")
    assert some(found, "covered_less", "exact", "opposed", "left_out", "joined", "edits") == [1, 1, 0, 0, 1, 0]
    assert some(found, "numerals", "shorter", "longer", "fewest_words", "most_words") == [OTHER_NUMBER, 7, 7, 2, 2]


def test_a_word_spelt_otherwise_in_a_short_name() -> None:
    # SARINA / SABRINA: one letter put in, nothing found to the letter, and the word has six letters.
    found = features("SARINA", "SABRINA")
    assert some(found, "exact", "near_word", "other_word", "edits", "within") == [0, 6, 6, 1, 0]
    assert found["joined"] == pytest.approx(1 - 1 / 7)
    assert found["sound"] == pytest.approx(3 / 4)  # SRN / SBRN


def test_words_of_one_sound_are_spelt_otherwise_but_are_no_other_word() -> None:
    found = features("ZOMOROD", "ZOMORROUD")
    assert some(found, "near_word", "other_word", "sound", "edits") == [7, 20, 1, 2]


def test_a_word_on_one_side_is_left_out_and_a_rare_word_on_each_side_is_opposed() -> None:
    # Of the 6,467 names with the background, one has the word VEXLIM and two have QUZZOR: 12 bits, the most, and
    # log2(6468 / 2.5), rounded to 11.5.
    left_out = features("QUZZOR", "QUZZOR VEXLIM", LEGAL)
    assert some(left_out, "covered_less", "covered_more", "opposed", "left_out") == [0.489, 1, 0, 12]  # 11.5 / 23.5
    opposed = features("QUZZOR BANTIP", "QUZZOR VEXLIM", LEGAL)
    assert some(opposed, "opposed", "left_out", "rarest_common", "first_words") == [12, 12, 11.5, 1]


def test_generic_words_weigh_a_bit_at_most() -> None:
    found = features("RYNRADO", "RYNRADO GENERAL TRADING", LEGAL)
    assert found["left_out"] <= 1.0
    assert found["covered_less"] >= 11.5 / 13.5


@pytest.mark.parametrize(
    ("left", "right", "letters"),
    [
        ("IATC", "IRAN ADVANCED TECHNOLOGIES COMPANY", 4),  # with the legal form
        ("IAT", "IRAN ADVANCED TECHNOLOGIES COMPANY", 3),
        ("IRAN", "IRAN ADVANCED TECHNOLOGIES COMPANY", 0),
        ("KOTI", "DOVE", 0),
    ],
)
def test_an_acronym_is_worth_its_letters(left: str, right: str, letters: int) -> None:
    assert features(left, right, LEGAL)["acronym"] == letters


@pytest.mark.parametrize(
    ("left", "right", "state"),
    [
        ("ANSAN", "ANSAN", NO_NUMBER),
        ("KUM SONG III", "KUM SONG 3", SAME_NUMBER),
        ("KUM SONG 7", "KUM SONG III", OTHER_NUMBER),
        ("AN SAN", "AN SAN 1", ONE_HAS_FIRST),
        ("MI RIM", "MI RIM 2", ONE_HAS),
    ],
)
def test_numbers_are_compared_as_numbers(left: str, right: str, state: int) -> None:
    assert features(left, right)["numerals"] == features(right, left)["numerals"] == state


@pytest.mark.parametrize(
    ("left", "right", "state"),
    [
        ("ALPHA", "ALPHA", NO_FORM),
        ("ALPHA LTD", "ALPHA LIMITED", SAME_FORM),
        ("ALPHA GMBH", "ALPHA LTD", NEAR_FORM),  # both with limited liability
        ("ALPHA", "ALPHA LTD", ONE_HAS_FORM),
        ("ALPHA GMBH", "ALPHA AG", OTHER_FORM),
    ],
)
def test_legal_forms_agree_contradict_or_are_missing(left: str, right: str, state: int) -> None:
    assert features(left, right, LEGAL)["legal_form"] == features(right, left, LEGAL)["legal_form"] == state


def test_a_ship_with_a_number_is_not_the_ship_without_but_a_company_may_be() -> None:
    states = np.array([NO_NUMBER, SAME_NUMBER, ONE_HAS_FIRST, ONE_HAS, OTHER_NUMBER])
    assert other_number(states, True).tolist() == [False, False, True, True, True]
    assert other_number(states, False).tolist() == [False, False, False, False, True]


@pytest.mark.parametrize("name_class", [VESSEL, LEGAL])
@given(names, names)
def test_features_are_numbers_and_do_not_depend_on_the_side(name_class: str, left: str, right: str) -> None:
    spelling = spelt([left, right], name_class, FORMS[name_class])
    size = len(spelling.table)
    assume(size)
    one, other = (each.ravel() for each in np.meshgrid(np.arange(size), np.arange(size)))
    found = name_features(spelling.table, one, other)
    assert np.isfinite(found).all()
    np.testing.assert_array_equal(found, name_features(spelling.table, other, one))
