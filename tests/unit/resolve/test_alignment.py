"""Which words of two names stand for each other, worked out by hand.

A word found wholly counts 1, one below a similarity of 0.72 counts 0, and 0.95 is as good as the same. Words of one
sound have a similarity of 0.9 at least: (0.9 - 0.72) / (0.95 - 0.72) = 0.783.
"""

from collections.abc import Mapping

import numpy as np
import pytest

from graphkit.resolve.alignment import Side, aligned, word_similarity
from graphkit.resolve.classes import FORMS, LEGAL, VESSEL
from graphkit.resolve.form_table import FormTable, spelt
from graphkit.resolve.ragged import Ints

SAME_SOUND = (0.9 - 0.72) / (0.95 - 0.72)


def one_pair(left: str, right: str, name_class: str) -> tuple[FormTable, Ints, Ints]:
    """The usual readings of two names."""
    spelling = spelt([left, right], name_class, FORMS[name_class])
    first = spelling.of_name.values[spelling.of_name.start[:-1]]
    return spelling.table, first[:1], first[1:]


def found(left: str, right: str, name_class: str = VESSEL) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """How well each word of either side found a partner."""
    table, one, other = one_pair(left, right, name_class)
    sides = aligned(table, one, other)
    return _of_words(table, sides[0]), _of_words(table, sides[1])


def _of_words(table: FormTable, side: Side) -> Mapping[str, float]:
    return {
        table.vocabulary.text[word]: round(float(part), 3) for word, part in zip(side.words, side.found, strict=True)
    }


def test_the_same_word_finds_itself_wherever_it_stands() -> None:
    assert found("SUN STAR", "STAR OF SEA")[0] == {"SUN": 0.0, "STAR": 1.0}


def test_two_neighbours_that_together_make_a_word_are_its_partners() -> None:
    assert found("KUM SONG STAR", "KUMSONG BLUE") == (
        {"KUM": 1.0, "SONG": 1.0, "STAR": 0.0},
        {"KUMSONG": 1.0, "BLUE": 0.0},
    )


def test_words_that_do_not_stand_beside_each_other_are_not_joined() -> None:
    left, right = found("KUM STAR SONG", "KUMSONG BLUE")
    assert (left["KUM"], left["STAR"], right["KUMSONG"]) == (0.0, 0.0, 0.0)


def test_names_that_are_one_when_joined_are_the_same_words() -> None:
    assert found("WAN HENG 11", "WANHENG NO. 11") == ({"WAN": 1.0, "HENG": 1.0}, {"WANHENG": 1.0})


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ZOMOROD", "ZOMORROUD"),  # romanisations of one Persian word
        ("MHMD", "MOHAMMED"),  # Arabic is written without vowels
        ("MARTHA", "MARHTA"),
    ],
)
def test_words_of_one_sound_or_one_slip_are_partners_but_not_the_same(left: str, right: str) -> None:
    table, one, other = one_pair(left, right, VESSEL)
    for side in aligned(table, one, other):
        assert (side.exact.tolist(), side.akin.tolist()) == ([0.0], [1.0])
        assert side.found.tolist() == pytest.approx([SAME_SOUND])


def test_short_words_of_the_same_consonants_are_not_one() -> None:
    # LAN and LIN: one edit in three letters (0.667); Jaro (2/3 + 2/3 + 1) / 3 = 0.778, a tenth of the way nearer for
    # the first letter = 0.8. The mean is 0.733: 0.058 of the way from 0.72 to 0.95.
    assert found("LAN", "LIN") == ({"LAN": 0.058}, {"LIN": 0.058})


@pytest.mark.parametrize(("left", "right"), [("DONGFENG", "DONGFANG"), ("ZHONGHAI", "ZHONGHUI")])
def test_pinyin_words_that_differ_in_a_syllable_are_two_words(left: str, right: str) -> None:
    assert found(f"SHANGHAI {left} SHIPPING", f"SHANGHAI {right} SHIPPING", LEGAL) == (
        {"SHANGHAI": 1.0, left: 0.0, "SHIPPING": 1.0},
        {"SHANGHAI": 1.0, right: 0.0, "SHIPPING": 1.0},
    )


def test_words_that_share_no_letters_are_not_compared() -> None:
    assert found("KOTI", "BLUE") == ({"KOTI": 0.0}, {"BLUE": 0.0})


def test_the_similarity_of_two_words_is_the_mean_of_two_measures() -> None:
    # SARINA / SABRINA: one letter put in: 1 - 1/7; Jaro (6/6 + 6/7 + 1) / 3 and two first letters.
    table, _, _ = one_pair("SARINA", "SABRINA", VESSEL)
    jaro = (2 + 6 / 7) / 3
    numbers = {str(text): place for place, text in enumerate(table.vocabulary.text)}
    words = (np.array([numbers[text]], dtype=np.int64) for text in ("SARINA", "SABRINA"))
    assert word_similarity(table.vocabulary, *words).tolist() == pytest.approx([(6 / 7 + jaro + 0.2 * (1 - jaro)) / 2])


def test_a_name_of_numbers_alone_has_no_words_to_align() -> None:
    assert found("11", "KOTI") == ({}, {"KOTI": 0.0})
