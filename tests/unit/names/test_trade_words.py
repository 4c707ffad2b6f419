"""The words of a trade: one English word for each meaning, whatever the abbreviation, number or language."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from graphkit.names.normalise import comparison_form
from graphkit.names.trade_words import generic_words, place_words, written_out


def listed() -> dict[str, Any]:
    path = resources.files("graphkit.names").joinpath("data", "trade_words.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("KOREA ANSAN SHPG", "KOREA ANSAN SHIPPING"),
        ("NAVIERA KOTI", "SHIPPING KOTI"),
        ("KOTI DENIZCILIK SANAYI VE DIS TICARET", "KOTI SHIPPING INDUSTRY AND FOREIGN TRADING"),
        ("KOTI SAN VE TIC", "KOTI INDUSTRY AND TRADING"),
        ("AN SAN", "AN SAN"),  # the ship's name and no Turkish industry
        ("VAN TAI BIEN DONG A", "MARITIME TRANSPORT DONG A"),
        ("MURMANSK MORSKOE PAROKHODSTVO", "MURMANSK MARITIME SHIPPING"),
        ("PERKAPALAN KOTI", "SHIPPING KOTI"),
        ("KOTI KAIUN", "KOTI SHIPPING"),
        ("KOTI SERVICES LINES HOLDINGS", "KOTI SERVICE LINE HOLDING"),
        ("KOTI TRADE CENTRE", "KOTI TRADING CENTER"),
        ("KOTI ORGANISATION", "KOTI ORGANIZATION"),
        ("KOTI INT L", "KOTI INTERNATIONAL"),
        ("KOTI IMPEX", "KOTI IMPORT AND EXPORT"),
        ("IND KOTI", "IND KOTI"),  # in front as often a name
        ("KOTI IND", "KOTI INDUSTRY"),
        ("KOTI DEL MAR", "KOTI DEL MAR"),  # the sea, and no abbreviation
        ("KOTI MAR", "KOTI MARITIME"),
        ("", ""),
    ],
)
def test_a_trade_word_has_one_spelling(name: str, written: str) -> None:
    assert written_out(tuple(name.split())) == tuple(written.split())


def test_what_is_written_out_stays_as_it_is() -> None:
    for word in (*listed()["words"], *listed()["generic"]):
        assert written_out(("KOTI", word)) == ("KOTI", word)
    for written in listed()["phrases"].values():
        parts = ("KOTI", *written.split())
        assert written_out(parts) == parts


def test_each_spelling_is_a_comparison_form_and_has_one_meaning() -> None:
    words, phrases = listed()["words"], listed()["phrases"]
    spellings = [*(spelling for of_word in words.values() for spelling in of_word), *phrases]
    assert spellings == [comparison_form(spelling) for spelling in spellings]
    assert len(spellings) == len(set(spellings))
    assert not set(words) & set(spellings)
    assert set(listed()["not_first"]) <= set(spellings)


def test_generic_words_count_in_every_spelling_and_names_and_places_never() -> None:
    assert {"SHIPPING", "SHPG", "NAVIERA", "SERVICES", "TRADE", "OF"} <= generic_words()
    assert not {"KOREA", "ANSAN", "GUDZON", "SHANGHAI"} & generic_words()
    assert not generic_words() & place_words()


def test_places_are_countries_and_larger_towns() -> None:
    assert {"KOREA", "IRAN", "SHANGHAI", "DUBAI", "HONG", "KONG", "CHINA", "RUSSIA", "UKHTA"} <= place_words()
    assert not {"ANSAN", "GUDZON", "UNITED", "REPUBLIC"} & place_words()
