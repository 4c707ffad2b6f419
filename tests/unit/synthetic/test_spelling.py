"""How names are spelt: every way is one that the words allow, and numbers survive."""

from random import Random

import pytest

from graphkit.synthetic.slips import misread, mistyped
from graphkit.synthetic.spelling import notations, roman, spell
from graphkit.synthetic.words import Name, Role, Word

NEVER = dict.fromkeys("variant abbreviate drop legal numeral join prefix typo scan script".split(), 0.0)
HAI_FENG_8 = Name((Word("HAI", native="海"), Word("FENG", native="丰", also=("FUNG",)), Word("8", Role.NUMBER)), "han")
LEGAL = Word("CO LTD", Role.LEGAL, "有限公司", ("CO., LTD.",))
HAIFENG_SHIPPING = Name(
    (
        Word("HAI", native="海"),
        Word("FENG", native="丰", glued=True),
        Word("SHIPPING", Role.BUSINESS, "海运", ("SHPG",)),
        LEGAL,
    ),
    "han",
)
VOLGAMOR = Name(
    (
        Word("OOO", Role.LEGAL, "ООО", ("LLC",)),
        Word("VOL", native="ВОЛ"),
        Word("MOR", native="МОР", glued=True),
        Word("SHIPPING", Role.BUSINESS, "ШИППИНГ"),
    ),
    "cyrillic",
)
YURI = Name((Word("YURI", Role.GIVEN), Word("VOL", Role.FAMILY), Word("OV", Role.FAMILY, glued=True)), "cyrillic")


def spelt(name: Name, *certain: str, is_vessel: bool = False, seed: int = 1) -> tuple[str, tuple[str, ...]]:
    found = spell(name, NEVER | dict.fromkeys(certain, 1.0), Random(seed), is_vessel=is_vessel)
    return found.text, found.damage


@pytest.mark.parametrize(
    ("name", "chance", "text", "damage"),
    [
        (HAI_FENG_8, "", "HAI FENG 8", ()),
        (HAI_FENG_8, "script", "海丰8", ("script",)),
        (HAI_FENG_8, "variant", "HAI FUNG 8", ("variant",)),
        (HAIFENG_SHIPPING, "", "HAIFENG SHIPPING CO LTD", ()),
        (HAIFENG_SHIPPING, "script", "海丰海运有限公司", ("script",)),
        (HAIFENG_SHIPPING, "abbreviate", "HAIFENG SHPG CO LTD", ("abbreviated",)),
        (HAIFENG_SHIPPING, "legal", "HAIFENG SHIPPING CO., LTD.", ("legal form",)),
        (HAIFENG_SHIPPING, "join", "HAI FENG SHIPPING CO LTD", ("joined or split",)),
        (VOLGAMOR, "script", "ООО ВОЛМОР ШИППИНГ", ("script",)),
        (VOLGAMOR, "legal", "VOLMOR SHIPPING LLC", ("legal form",)),
        (YURI, "legal", "VOLOV, YURI", ("order",)),
        # One word has no Cyrillic form, so that the name has none.
        (YURI, "script", "YURI VOLOV", ()),
    ],
)
def test_one_kind_of_damage_at_a_time(name: Name, chance: str, text: str, damage: tuple[str, ...]) -> None:
    assert spelt(name, chance) == (text, damage)


def test_a_number_is_written_in_another_notation_and_never_left_out() -> None:
    found = {spelt(HAI_FENG_8, "numeral", "drop", seed=seed)[0] for seed in range(30)}
    assert found == {"HAI FENG NO. 8", "HAI FENG NO 8", "HAI FENG VIII"}


def test_a_prefix_stands_before_ships_alone() -> None:
    assert spelt(HAI_FENG_8, "prefix", is_vessel=True)[0].endswith(" HAI FENG 8")
    assert spelt(HAI_FENG_8, "prefix")[0] == "HAI FENG 8"


def test_slips_never_touch_the_number() -> None:
    found = {spelt(HAI_FENG_8, "typo", "scan", seed=seed)[0] for seed in range(50)}
    assert len(found) > 10
    assert all(text.endswith(" 8") for text in found)


@pytest.mark.parametrize(("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX")])
def test_roman_figures(number: int, text: str) -> None:
    assert roman(number) == text


def test_a_number_word_has_figures_and_an_ordinal_keeps_its_kind() -> None:
    assert set(notations("TWO")) == {"2", "NO. 2", "NO 2", "II"}
    assert [notations(word) for word in ("FIRST", "SECOND", "THIRD", "ELEVENTH")] == [
        ("1ST",),
        ("2ND",),
        ("3RD",),
        ("11TH",),
    ]
    assert set(notations("118")) == {"NO. 118", "NO 118"}


def test_a_typing_slip_is_a_neighbouring_key_or_a_letter_lost_doubled_or_exchanged() -> None:
    # Beside K: J and L, above it I and O. Beside O: I and P. Beside A: S, above it Q and W. Beside T: R and Y.
    keys = {"K": "JLIO", "O": "IP", "T": "RY", "A": "SQW"}
    word = "KOTA"
    allowed = {word[:at] + key + word[at + 1 :] for at, letter in enumerate(word) for key in keys[letter]}
    allowed |= {"OTA", "KTA", "KOA", "KOT", "KKOTA", "KOOTA", "KOTTA", "KOTAA", "OKTA", "KTOA", "KOAT"}
    found = {mistyped(word, Random(seed)) for seed in range(300)}
    assert found <= allowed
    assert len(found) > len(allowed) / 2


def test_a_misread_letter_has_the_shape_of_the_true_one() -> None:
    assert {misread("KOT", Random(seed)) for seed in range(20)} == {"K0T"}
    assert misread("XYX", Random(1)) == "XYX"
