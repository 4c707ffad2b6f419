"""The legal form of a company, apart from the words that make it this company."""

import re
import tomllib
from importlib import resources

import pytest

from graphkit.names.legal_forms import forms_contradict, generic_words, split_legal_form
from graphkit.names.normalise import comparison_form, words


def split(name: str) -> tuple[str, str]:
    core, code = split_legal_form(words(name))
    return " ".join(core), code


@pytest.mark.parametrize(
    ("name", "core", "code"),
    [
        ("KOREA ANSAN SHIPPING COMPANY", "KOREA ANSAN SHIPPING", "CO"),
        ("KOREA ANSAN SHPG CO", "KOREA ANSAN SHIPPING", "CO"),
        ("KOREA YUJONG SHIPPING CO LTD", "KOREA YUJONG SHIPPING", "LTD"),
        ("Korea Yujong Shipping Co., Ltd.", "KOREA YUJONG SHIPPING", "LTD"),
        ("Ocean Maritime Management Company, Limited", "OCEAN MARITIME MANAGEMENT", "LTD"),
        ("GUDZON SHIPPING CO LLC", "GUDZON SHIPPING", "LLC"),
        ("OOO GUDZON", "GUDZON", "LLC"),
        ("ООО «Гудзон»", "GUDZON", "LLC"),
        ("Общество с ограниченной ответственностью «Гудзон»", "GUDZON", "LLC"),
        ("Limited Liability Company Gudzon", "GUDZON", "LLC"),
        ("OOO Gudzon Co", "GUDZON", "LLC"),  # on both sides: the more telling one
        ("PETROLEOS DE VENEZUELA, S.A.", "PETROLEOS DE VENEZUELA", "JSC"),
        ("PETROLEOS DE VENEZUELA, S.A", "PETROLEOS DE VENEZUELA", "JSC"),
        ("GRUPO MUNDO S. DE R.L. DE C.V.", "GRUPO MUNDO", "LLC"),
        ("Example Denizcilik A.Ş.", "EXAMPLE DENIZCILIK", "JSC"),
        ("Example Denizcilik Limited Şirketi", "EXAMPLE DENIZCILIK", "LTD"),
        ("Muster GmbH & Co. KG", "MUSTER", "LP"),
        ("安山船务有限公司", "ANSHANCHUANWU", "LTD"),
        ("華信船務(香港)有限公司", "HUAXINCHUANWU XIANGGANG", "LTD"),
        ("安山股份有限公司", "ANSHAN", "JSC"),
        ("주식회사안산", "ANSAN", "JSC"),
        ("안산 유한회사", "ANSAN", "LTD"),
        ("KOTI CORP", "KOTI", "CORP"),
        ("TRDG SHPG GEN", "TRADING SHIPPING GENERAL", ""),
        ("AN SAN", "AN SAN", ""),
        ("CO LTD", "CO", "LTD"),  # a name that is nothing else keeps a word
        ("LTD", "LTD", ""),
        ("有限公司", "YOUXIANGONGSI", ""),
        ("", "", ""),
    ],
)
def test_the_form_is_split_from_the_core(name: str, core: str, code: str) -> None:
    assert split(name) == (core, code)


@pytest.mark.parametrize(
    ("left", "right", "contradict"),
    [
        ("LTD", "LTD", False),
        ("LTD", "JSC", True),
        ("LTD", "", False),  # not printed is no contradiction
        ("CO", "JSC", False),  # a company may be of any form
        ("", "", False),
    ],
)
def test_two_forms_contradict_only_when_both_are_stated(left: str, right: str, contradict: bool) -> None:
    assert forms_contradict(left, right) is contradict
    assert forms_contradict(right, left) is contradict


def test_the_word_lists_say_where_they_come_from_and_hold_comparison_forms() -> None:
    for name in ("legal_forms.toml", "trade_words.toml"):
        text = resources.files("graphkit.names").joinpath("data", name).read_text(encoding="utf-8")
        assert re.search(r"^# .*\bWritten for graphkit from\b", text, re.MULTILINE)
        assert max(map(len, text.splitlines())) <= 120
    forms = tomllib.loads(
        resources.files("graphkit.names").joinpath("data", "legal_forms.toml").read_text(encoding="utf-8")
    )
    spellings = [spelling for of_code in forms["forms"].values() for spelling in of_code]
    assert spellings == [comparison_form(spelling) for spelling in spellings]
    assert len(spellings) == len(set(spellings))
    assert set(forms["glued"]) <= set(spellings)
    assert forms["glued"] == sorted(forms["glued"], key=len, reverse=True)


def test_the_words_of_a_trade_are_generic_and_the_words_of_a_name_are_not() -> None:
    assert {"SHIPPING", "TRADING", "GENERAL", "OF"} <= generic_words()
    assert not {"KOREA", "ANSAN", "GUDZON"} & generic_words()
