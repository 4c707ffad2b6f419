"""Ships' names taken apart: prefixes, numbers, figures typed for letters, former names in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.names.forms import NameForm
from graphkit.names.vessel_names import vessel_form, vessel_forms

WORDS = (
    "WAN HENG KUM SONG STAR HOPE SEA M/V MT NS K0TI MAXIM0 SUN1 NO. 11 XI III FIRST ELEVEN (EX 3RD т/х Гудзон".split()
)
names = st.text(max_size=30) | st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("WAN HENG 11", "WANHENG#11"),
        ("WANHENG NO.11", "WANHENG#11"),
        ("WANHENG NO11", "WANHENG#11"),
        ("WAN HENG #11", "WANHENG#11"),
        ("Wan Heng N° 11", "WANHENG#11"),
        ("M/V Wan-Heng XI", "WANHENG#11"),
        ("M.T. WAN HENG ELEVENTH", "WANHENG#11"),
        ("JISONG8", "JISONG#8"),
        ("MV.JI SONG 8", "JISONG#8"),
        ("LPG/C CAMELLIA", "CAMELLIA"),
        ("MOTOR VESSEL ANSAN", "ANSAN"),
        ("THE VESSEL ANSAN", "ANSAN"),
        ("MV MT ANSAN", "ANSAN"),
        ("KOTI, M/T", "KOTI"),
        ("т/х Гудзон", "GUDZON"),
        ("TANKER ANSAN", "ANSAN"),
        ("TANKER 1", "TANKER#1"),  # a name, since no other is left
        ("MV 11", "MV#11"),
        ("M/V", "MV"),
        ("K0TI", "KOTI"),
        ("MAXIM0", "MAXIMO"),
        ("BAMB00", "BAMBOO"),
        ("M0TION", "MOTION"),
        ("0CEAN", "OCEAN"),
        ("H0PE SEA", "HOPESEA"),
        ("VLAD1SLAV STRIZHOV", "VLADISLAVSTRIZHOV"),
        ("MAR1E DE LOURDES I", "MARIEDELOURDES#1"),
        ("RO5E", "ROSE"),
        ("SEA10", "SEA#10"),
        ("WAN HENG 0", "WANHENG#0"),
        ("STAR 5", "STAR#5"),
        ("A1", "A#1"),
        ("K2", "K#2"),
        ("B2B", "BB#2"),
        ("3RD STAR", "STAR#3"),
        ("HOPE SEA (EX AN SAN 1)", "HOPESEA"),
        ("HOPE SEA (ex-An San 1", "HOPESEA"),
        ("HOPE SEA EX AN SAN 1", "HOPESEA"),
        ("HOPE SEA [FORMERLY: AN SAN 1] 2", "HOPESEA#2"),
        ("HOPE SEA (A.K.A. AN SAN 1)", "HOPESEA"),
        ("EX AN SAN", "EXANSAN"),  # nothing before it: its name
        ("(EX AN SAN)", "EXANSAN"),
        ("", ""),
        (" ?! ", ""),
    ],
)
def test_the_likeliest_form_of_a_ships_name(printed: str, key: str) -> None:
    assert vessel_form(printed).key == key
    assert vessel_forms(printed)[0] == vessel_form(printed)


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("AN SAN 1", ["ANSAN#1"]),
        ("SUN1", ["SUN#1", "SUNI"]),
        ("ANGE1", ["ANGE#1", "ANGEL"]),
        ("1RAN ARAK", ["RANARAK#1", "IRANARAK"]),
        ("MAR1E", ["MARIE", "MARLE"]),
        ("MTGOLBON", ["MTGOLBON", "GOLBON"]),
        ("MTSEA", ["MTSEA"]),  # too short to tell
        ("NS CHAMPION", ["NSCHAMPION", "CHAMPION"]),
        ("HOPE SEA (A.K.A. AN SAN 1)", ["HOPESEA", "ANSAN#1"]),
        ("HOPE SEA A/K/A AN SAN 1", ["HOPESEA", "ANSAN#1"]),
        ("HOPE SEA (EX AN SAN 1)", ["HOPESEA"]),  # a former name is none of today's
    ],
)
def test_a_doubtful_name_has_a_form_for_each_meaning(printed: str, keys: list[str]) -> None:
    assert [form.key for form in vessel_forms(printed)] == keys


def test_sister_ships_never_share_a_form() -> None:
    sisters = ("WAN HENG 11", "WAN HENG 12", "WAN HENG 1", "WAN HENG", "BICENTENARIO III", "BICENTENARIO XIII")
    forms = [form for name in sisters for form in vessel_forms(name)]
    assert len(forms) == len({form.key for form in forms}) == len(sisters)


def test_the_words_and_the_numbers_stand_apart() -> None:
    assert vessel_form("M/V Wan Heng No. 011") == NameForm(("WAN", "HENG"), ("11",))


@given(names)
def test_nothing_a_name_may_hold_breaks_it(name: str) -> None:
    forms = vessel_forms(name)
    assert forms
    assert len(forms) == len(set(forms))
    assert all(form.legal_form == "" for form in forms)


@given(
    st.sampled_from(["", "M/V ", "MT ", "M.T. "]),
    st.lists(st.sampled_from("WAN HENG STAR K0TI MAXIM0 SUN1 FIRST MAR1E".split()), min_size=1, max_size=4),
    st.sampled_from(["", " NO. 11", " XI", " III A", " ELEVEN", " (EX AN SAN)", " 3RD"]),
)
def test_reading_the_words_or_the_key_of_a_form_again_gives_that_form(before: str, words: list[str], end: str) -> None:
    form = vessel_form(before + " ".join(words) + end)
    assert vessel_form(" ".join((*form.core, *form.numerals))) == form
    assert vessel_form(form.key).key == form.key
