"""The legal form of a company, apart from the words that make it this company."""

import re
import tomllib
from importlib import resources
from itertools import chain
from typing import Any

import pytest

from graphkit.names.affixes import spelt_out
from graphkit.names.legal_forms import forms_contradict, generic_words, letters, near, split_legal_form
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
        ("PETROLEOS DE VENEZUELA, S.A.", "PETROLEUM DE VENEZUELA", "JSC"),
        ("PETROLEOS DE VENEZUELA, S.A", "PETROLEUM DE VENEZUELA", "JSC"),
        ("GRUPO MUNDO S. DE R.L. DE C.V.", "GROUP WORLD", "LLC"),
        ("Example Denizcilik A.Ş.", "EXAMPLE SHIPPING", "JSC"),
        ("Example Denizcilik Limited Şirketi", "EXAMPLE SHIPPING", "LTD"),
        ("Muster GmbH & Co. KG", "MUSTER", "LP"),
        ("安山船务有限公司", "ANSHANCHUANWU", "LTD"),
        ("華信船務(香港)有限公司", "HUAXINCHUANWU XIANGGANG", "LTD"),
        ("安山股份有限公司", "ANSHAN", "STOCK"),
        ("주식회사안산", "ANSAN", "STOCK"),
        ("안산 유한회사", "ANSAN", "LTD"),
        ("KOTI CORP", "KOTI", "CORP"),
        ("Koti (Pte) Ltd", "KOTI", "LTD"),
        ("Koti (Pvt.) Ltd.", "KOTI", "LTD"),
        ("KOTI SDN. BHD.", "KOTI", "LTD"),
        ("PT Koti (Persero) Tbk", "KOTI", "JSC"),
        ("KOTI KABUSHIKI KAISHA", "KOTI", "STOCK"),
        ("KOTI JUSIK HOESA", "KOTI", "STOCK"),
        ("Koti Youxian Gongsi", "KOTI", "LTD"),
        ("Cong ty TNHH Koti", "KOTI", "LLC"),
        ("Cong ty Co phan Koti", "KOTI", "JSC"),
        ("Koti Sp. z o.o.", "KOTI", "LLC"),
        ("Koti spol. s r.o.", "KOTI", "LLC"),
        ("Koti d.o.o.", "KOTI", "LLC"),
        ("Koti A/S", "KOTI", "JSC"),
        ("Koti Oyj", "KOTI", "JSC"),
        ("UAB Koti", "KOTI", "LLC"),
        ("Koti Kft.", "KOTI", "LLC"),
        ("KOTI S.A.O.G.", "KOTI", "JSC"),
        ("KOTI W.L.L.", "KOTI", "LLC"),
        ("KOTI FZCO", "KOTI", "FZE"),
        ("KOTI (PJS)", "KOTI", "JSC"),
        ("FGUP KOTI", "KOTI", "STATE"),
        ("Federal State Unitary Enterprise Koti", "KOTI", "STATE"),
        ("COMPANIA NAVIERA KOTI S.A.", "SHIPPING KOTI", "JSC"),
        ("KOTI LTD, DUBAI BRANCH", "KOTI DUBAI BRANCH", "LTD"),  # before a place
        ("AS-SALAM SHIPPING", "AS SALAM SHIPPING", ""),  # the Arabic article and no Norwegian form
        ("STICHTING KOTI", "FOUNDATION KOTI", "FOUNDATION"),  # the word tells it from an association
        ("KOTI ASSOCIATION", "KOTI ASSOCIATION", "ASSOCIATION"),
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
        ("LLC", "JSC", True),
        ("LTD", "LLC", False),  # ООО is printed as either
        ("CORP", "INC", False),
        ("STOCK", "LTD", False),  # 株式会社 is CO LTD in English
        ("STOCK", "LP", True),
        ("LTD", "", False),  # not printed is no contradiction
        ("CO", "JSC", False),  # a company may be of any form
        ("", "", False),
    ],
)
def test_two_forms_contradict_only_when_both_are_stated(left: str, right: str, contradict: bool) -> None:
    assert forms_contradict(left, right) is contradict
    assert forms_contradict(right, left) is contradict


def test_near_is_symmetric_and_never_said_of_one_code() -> None:
    codes = listed("legal_forms.toml")["forms"]
    assert {code for form in codes.values() for code in form["near"]} <= set(codes)
    assert near("LLC", "LTD")
    assert near("LTD", "LLC")
    assert not any(near(code, code) for code in codes)
    assert not near("LTD", "")
    assert not near("no such code", "LTD")


def test_an_acronym_may_take_the_letters_of_a_form() -> None:
    assert letters("CO") == ("C",)
    assert "SA" in letters("JSC")
    assert letters("") == ()


def listed(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("graphkit.names").joinpath("data", name).read_text(encoding="utf-8"))


def test_the_word_lists_say_where_they_come_from() -> None:
    for name in ("legal_forms.toml", "trade_words.toml", "vessel_words.toml", "number_words.toml"):
        text = resources.files("graphkit.names").joinpath("data", name).read_text(encoding="utf-8")
        assert re.search(r"\bWritten for graphkit from\b", text)
        assert max(map(len, text.splitlines())) <= 120


def test_each_legal_form_is_a_comparison_form_with_one_code_and_a_meaning() -> None:
    forms = listed("legal_forms.toml")
    assert all(form["meaning"] for form in forms["forms"].values())
    for place in ("first", "last"):
        spellings = [
            " ".join(words)
            for form in forms["forms"].values()
            for spelling in chain(form.get("spellings", ()), form.get(place, ()))
            for words in spelt_out(spelling)
        ]
        assert spellings == [comparison_form(spelling) for spelling in spellings]
        assert len(spellings) == len(set(spellings))
        assert set(forms["glued"]) <= set(spellings)
    assert forms["glued"] == sorted(forms["glued"], key=len, reverse=True)


def test_the_words_of_a_trade_are_generic_and_the_words_of_a_name_are_not() -> None:
    assert {"SHIPPING", "TRADING", "GENERAL", "OF"} <= generic_words()
    assert not {"KOREA", "ANSAN", "GUDZON"} & generic_words()
