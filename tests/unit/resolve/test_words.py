"""How much a word tells: bits of rarity, rounded to halves. There is no background of people's names."""

import numpy as np
import pytest

from graphkit.resolve.words import word_bits


def bits(word: str, count: int, names: int, name_class: str = "person") -> float:
    (found,) = word_bits([word], np.array([count]), names, name_class).tolist()
    return float(found)


@pytest.mark.parametrize(
    ("count", "names", "expected"),
    [
        (1, 8, 2.5),  # log2(9 / 1.5) = 2.58
        (3, 27, 3.0),  # log2(28 / 3.5)
        (8, 8, 0.5),  # nearly 0; no word is worth nothing
        (1, 1_000_000, 12.0),
    ],
)
def test_the_rarer_the_word_the_more_bits(count: int, names: int, expected: float) -> None:
    assert bits("CHOL", count, names) == expected


def test_words_of_one_or_two_letters_and_generic_words_tell_little() -> None:
    assert (bits("Q", 1, 1_000_000), bits("QX", 1, 1_000_000)) == (2.0, 4.0)
    assert bits("SHIPPING", 1, 1_000_000, "legal") == 1.0


def test_the_background_keeps_a_small_table_from_taking_a_common_word_for_a_rare_one() -> None:
    # Among two names each stands once; in the background OCEAN stands in many ships' names and the other in none.
    assert bits("OCEAN", 1, 2, "vessel") < 9.0 < bits("VEXLIM", 1, 2, "vessel") == 12.0


def test_a_few_more_names_change_no_weight() -> None:
    before, after = (word_bits(["STAR", "KUMSONG"], np.array([3, 1]), names, "vessel") for names in (100, 110))
    assert before.tolist() == after.tolist()
