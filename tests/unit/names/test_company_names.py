"""Companies' names taken apart: legal form, trade words, numbers, and the other names printed inside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.names.company_names import company_form, company_forms
from graphkit.names.forms import NameForm

WORDS = (
    "KOREA ANSAN SHPG SHIPPING CO LTD OOO S.A. NO. 7 FIRST ELEVEN OCEAN LLC (FTB) A/K/A III THE & GMBH DUBAI".split()
)
names = st.text(max_size=30) | st.lists(st.sampled_from([*WORDS, "Гудзон", "大连海运有限公司"]), max_size=6).map(
    " ".join
)


@pytest.mark.parametrize(
    ("printed", "core", "numerals", "code"),
    [
        ("Korea Ansan Shipping Company", "KOREA ANSAN SHIPPING", "", "CO"),
        ("KOREA ANSAN SHPG CO.,LTD", "KOREA ANSAN SHIPPING", "", "LTD"),
        ("The Korea Ansan Shipping", "KOREA ANSAN SHIPPING", "", ""),
        ("ООО «Гудзон»", "GUDZON", "", "LLC"),
        ("大连海运有限公司", "DALIAN SHIPPING", "", "LTD"),
        ("ONE MARITIME LTD", "MARITIME", "1", "LTD"),
        ("ONE MARITIME 2 LTD", "MARITIME", "1 2", "LTD"),
        ("ELEVENTH OCEAN SHIPPING CO", "OCEAN SHIPPING", "11", "CO"),
        ("SEVENTH OCEAN SHIPPING CO", "OCEAN SHIPPING", "7", "CO"),
        ("21ST CENTURY LTD", "CENTURY", "21", "LTD"),
        ("TWENTY FIRST CENTURY LTD", "CENTURY", "21", "LTD"),
        ("11420 CORP.", "", "11420", "CORP"),
        ("FLEET V LTD", "FLEET V", "", "LTD"),
        ("GOLD FLEET III LTD", "GOLD FLEET", "3", "LTD"),
        ("FOREIGN TRADE BANK (FTB)", "FOREIGN TRADING BANK", "", ""),
        ("KOTI GEMS (HK) CO. LIMITED", "KOTI GEMS HK", "", "LTD"),  # a place and no acronym
        ("KOTI (DUBAI) LLC", "KOTI DUBAI", "", "LLC"),
        ("ALPHA LLC A/K/A BETA LLC", "ALPHA", "", "LLC"),
        ("ALPHA LLC (f/k/a BETA LLC)", "ALPHA", "", "LLC"),
        ("RAJ IMP EX PVT LTD", "RAJ IMPORT AND EXPORT", "", "LTD"),  # no former name
        ("LTD", "LTD", "", ""),
        ("CO LTD", "CO", "", "LTD"),
        ("", "", "", ""),
    ],
)
def test_a_companys_name_is_core_numbers_and_legal_form(printed: str, core: str, numerals: str, code: str) -> None:
    assert company_form(printed) == NameForm(tuple(core.split()), tuple(numerals.split()), code)
    assert company_forms(printed)[0] == company_form(printed)


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("KOREA ANSAN SHPG CO.,LTD", ["KOREAANSANSHIPPING"]),
        ("FOREIGN TRADE BANK (FTB)", ["FOREIGNTRADINGBANK", "FTB"]),
        ("KOREAN NATIONAL INSURANCE COMPANY (KNIC)", ["KOREANATIONALINSURANCE", "KNIC"]),
        ("NAFTIRAN INTERTRADE CO. (NICO) LIMITED", ["NAFTIRANINTERTRADE", "NICO"]),
        ("ALPHA LLC A/K/A BETA LLC", ["ALPHA", "BETA"]),
        ("ALPHA LLC (T/A BETA)", ["ALPHA", "BETA"]),
        ("ALPHA LLC d/b/a BETA, a.k.a. GAMMA INC", ["ALPHA", "BETA", "GAMMA"]),
        ("ALPHA LLC FORMERLY BETA LLC", ["ALPHA"]),
        ("ALPHA LLC A/K/A BETA F/K/A GAMMA A/K/A DELTA", ["ALPHA", "BETA"]),  # whose name DELTA is, nobody can tell
    ],
)
def test_names_printed_inside_are_forms_of_their_own(printed: str, keys: list[str]) -> None:
    assert [form.key for form in company_forms(printed)] == keys


@given(names)
def test_nothing_a_name_may_hold_breaks_it(name: str) -> None:
    forms = company_forms(name)
    assert forms
    assert len(forms) == len(set(forms))
    assert forms[0] == company_form(name)


def test_a_cell_of_ten_thousand_names_is_read() -> None:
    assert [form.key for form in company_forms("ALPHA A/K/A " * 10_000 + "BETA")] == ["ALPHA", "BETA"]


PARTS = st.sampled_from([*"KOREA ANSAN SHPG CO LTD OOO S.A. FIRST OCEAN LLC THE & DUBAI".split(), "NO. 7", "CO., LTD."])


@given(st.lists(PARTS, unique=True, max_size=6))
def test_reading_the_words_or_the_key_of_a_form_again_gives_its_key(parts: list[str]) -> None:
    form = company_form(" ".join(parts))
    assert company_form(" ".join((*form.core, *form.numerals))).key == form.key
    assert company_form(form.key).key == form.key
