"""The quick look at names that share a word: what passes is compared, what does not is plainly another name."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from graphkit.resolve.classes import FORMS, LEGAL, PERSON, VESSEL
from graphkit.resolve.form_table import spelt
from graphkit.resolve.name_screen import may_be_one


def passes(left: str, right: str, name_class: str) -> bool:
    table = spelt([left, right], name_class, FORMS[name_class])
    one, other = (np.array([table.of_name.values[table.of_name.start[place]]]) for place in (0, 1))
    found = may_be_one(table.table, one, other)
    assert found.tolist() == may_be_one(table.table, other, one).tolist()
    return bool(found[0])


@pytest.mark.parametrize(
    ("left", "right", "name_class", "passing"),
    [
        ("KUM JIN GANG", "KUMJINGANG", VESSEL, True),
        ("OCEAN STAR 1", "OCEAN STAR", VESSEL, False),  # a ship with a number is another one than the ship without
        ("KHIKY SEVEN CORP", "KHIKY EIGHT CORP", LEGAL, False),  # two numbers
        ("KHIKY SEVEN CORP", "KHIKY CORP", LEGAL, True),
        ("TIDE WATER MIDDLE EAST MARINE SERVICE", "TIDE WATER COMPANY", LEGAL, True),  # all words of one in the other
        ("RAJAH SOLAIMAN GROUP", "RAJAH SOLAIMAN REVOLUTIONARY MOVEMENT (RSRM)", LEGAL, True),
        ("AVALON RYNRADO WINDHOEK", "RYNRADO GUDZON BALTIKUM", LEGAL, False),  # one word in three
        ("KIM, Chol Sam", "Chol-Sam KIM", PERSON, True),
        ("ZHU Luqiao", "LI Luqiao", PERSON, True),  # letters agree for the most part: what a full comparison is for
        ("Mohammed Rahim", "Rahim Bakhshali-Zadeh", PERSON, False),
    ],
)
def test_what_may_be_one(left: str, right: str, name_class: str, *, passing: bool) -> None:
    assert passes(left, right, name_class) is passing


NAMES = st.text("ABC D", min_size=1, max_size=14).filter(lambda name: bool(name.strip()))


@given(NAMES, NAMES)
def test_names_whose_letters_agree_pass_whatever_the_bound_by_their_number_says(left: str, right: str) -> None:
    table = spelt([left, right], VESSEL, FORMS[VESSEL]).table
    one, other = np.array([0]), np.array([len(table) - 1])
    texts = table.ordered[0], table.ordered[-1]
    alike = OSA.normalized_similarity(*texts) >= 0.65
    if alike and table.numerals[0] == table.numerals[-1]:
        assert may_be_one(table, one, other).all()
