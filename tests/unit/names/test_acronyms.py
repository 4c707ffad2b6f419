"""Acronyms that companies go by, with and without small words and the legal form."""

import pytest

from graphkit.names.acronyms import acronyms, is_acronym_of
from graphkit.names.company_names import company_form


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("IRAN ADVANCED TECHNOLOGIES COMPANY", "IATC"),
        ("ISLAMIC REPUBLIC OF IRAN SHIPPING LINES", "IRISL"),
        ("PETROLEOS DE VENEZUELA, S.A.", "PDVSA"),
        ("OCEAN MARITIME MANAGEMENT COMPANY LIMITED", "OMMC"),
        ("OCEAN MARITIME MANAGEMENT COMPANY LIMITED", "OMM"),
        ("FOREIGN TRADE BANK", "FTB"),
        ("NATIONAL SHIPMANAGEMENT CO", "NSMC"),
    ],
)
def test_a_company_goes_by_its_initials(name: str, acronym: str) -> None:
    assert acronym in acronyms(company_form(name))


def test_fewer_than_three_letters_are_no_acronym_and_none_is_given_twice() -> None:
    assert acronyms(company_form("GUDZON LLC")) == ()
    assert acronyms(company_form("KOTI SHIPPING")) == ()
    assert acronyms(company_form("KOTI SHIPPING CO")) == ("KSC",)
    found = acronyms(company_form("BANK OF THE WEST AND EAST CO"))
    assert len(found) == len(set(found))
    assert acronyms(company_form("")) == ()


@pytest.mark.parametrize(
    ("acronym", "words", "is_one"),
    [
        ("IRISL", "ISLAMIC REPUBLIC OF IRAN SHIPPING LINES", True),
        ("NICO", "NAFTIRAN INTERTRADE CO", True),
        ("FTB", "FOREIGN TRADE BANK", True),
        ("FBT", "FOREIGN TRADE BANK", False),  # in their order
        ("TBX", "FOREIGN TRADE BANK", False),
        ("HK", "HOUSE OF KOTI", False),
        ("KIM", "", False),
    ],
)
def test_a_bracketed_word_is_an_acronym_when_its_letters_are_initials(acronym: str, words: str, is_one: bool) -> None:
    assert is_acronym_of(acronym, words.split()) is is_one
