"""Which companies and people are one in a build, on names that public tools join wrongly or miss."""

import pytest

from graphkit.model.vocabulary import Kind
from tests.case_tables import company, crowd, listing, pair, partition, person, record, resolved

FIRM = {"country": "KP", "regime": "KP", "address": "12 Tongil Street, Pyongyang"}


@pytest.mark.parametrize(
    "names",
    [
        ("ONE MARITIME LTD", "ONE MARITIME 2 LTD"),
        ("ELEVENTH OCEAN GMBH & CO KG", "SEVENTH OCEAN GMBH & CO KG"),
        ("SHANGHAI DONGFENG SHIPPING CO LTD", "SHANGHAI DONGFANG SHIPPING CO LTD"),
        tuple(f"BANDAR IMAM {word} PETROCHEMICAL COMPANY" for word in ("KIMIYA", "FARAVARESH", "BESPARAN")),
        tuple(
            f"KOREA {word} TRADING CORPORATION"
            for word in ("KWANGSONG", "PUGANG", "RYONGWANG", "TANGUN", "KUMSAN", "TAESONG", "HYOKSIN")
        ),
        tuple(f"GAZPROM TRANSGAZ {place}, OOO" for place in ("KRASNODAR", "KAZAN", "UKHTA")),
        ("AL-HARAMAIN ALBANIA BRANCH", "AL-HARAMAIN BRANCH"),
        ("IRISL", "IRISL INVESTMENT COMPANY"),
    ],
)
def test_relatives_by_name_stay_the_companies_they_are(names: tuple[str, ...]) -> None:
    related = [company(name, name, country="KP", regime="KP") for name in names]
    assert partition(resolved(*related, *crowd())) == {frozenset({name}) for name in names}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("KOREA ANSAN SHIPPING COMPANY", "KOREA ANSAN SHPG CO"),
        ("OOO Gudzon Vostok", "GUDZON VOSTOK LLC"),
        ("HESONG KOREA TRADING COMPANY", "HESONG KOREA TRADING CORPORATION"),
    ],
)
def test_a_rare_name_a_country_and_a_building_join_companies(left: str, right: str) -> None:
    same = {"country": "KP", "regime": "KP", "address": "12 Tongil Street, Pyongyang"}
    assert pair(company("a", left, said=same), company("b", right, said=same)) == ("merge", "evidence adds up")


def test_a_name_alone_or_one_of_generic_words_joins_no_companies() -> None:
    assert pair(company("a", "KOREA ANSAN"), company("b", "KOREA ANSAN")) == ("review", "evidence does not suffice")
    generic = "GENERAL INTERNATIONAL TRADING"
    assert pair(company("a", generic, country="KP"), company("b", generic, country="KP")) == (
        "review",
        "evidence does not suffice",
    )


def test_another_legal_form_makes_a_company_doubtful() -> None:
    left, right = (company(name, f"KOREA ANSAN {form}", said=FIRM) for name, form in (("a", "GMBH"), ("b", "AG")))
    assert pair(left, right) == ("review", "the same name with another legal form")


def test_a_company_number_joins_names_that_are_alike_or_missing_and_no_others() -> None:
    number = {"company_imo": "1790183"}
    omm = company("a", "OCEAN MARITIME MANAGEMENT", said=number)
    assert pair(omm, company("b", "OCEAN MARITIME MANAGEMENT CO", said=number)) == ("merge", "evidence adds up")
    assert pair(omm, company("b", "", said=number)) == ("merge", "evidence adds up")
    assert pair(omm, company("b", "EAST SEA", said=number)) == (
        "review",
        "the same company number under names that differ",
    )


def test_an_entry_number_of_ofac_or_the_un_is_proof_and_two_of_one_list_keep_apart() -> None:
    left, right = company("a", "KOREA ANSAN"), company("b", "KOREA ANSAN CO")
    same = [listing(each, "UN", "KPe.062") for each in "ab"]
    assert pair(left, right, *same) == ("merge", "the same checked number or list entry")
    two = [listing("a", "OFAC", "23708"), listing("b", "OFAC", "17068")]
    left, right = (company(each, "KOREA ANSAN", country="KP", regime="KP") for each in "ab")
    assert pair(left, right, *two) == ("apart", "")


def test_a_person_is_joined_by_birth_or_number_and_never_by_name_alone() -> None:
    name, same = "KIM, Chol Sam", {"country": "KP", "regime": "KP"}
    assert pair(person("a", name, said=same), person("b", "Kim Chol Sam", said=same)) == (
        "review",
        "a person's name without birth date or number",
    )
    for proof in ({"birth_date": "1971-03-11"}, {"passport": "836420186"}):
        assert pair(person("a", name, said=proof), person("b", "Kim Chol Sam", said=proof))[0] == "merge"
    assert pair(person("a", name, said=same, birth_date="1971"), person("b", name, birth_date="1955", said=same)) == (
        "review",
        "evidence does not suffice",
    )


def test_strong_evidence_under_names_that_differ_is_a_question_for_a_person() -> None:
    same = {"birth_date": "1965-08-07", "passport": "563410081", "country": "KP", "regime": "KP"}
    assert pair(person("a", "RYU, Jin", said=same), person("b", "KIL Jong Hun", said=same)) == (
        "review",
        "much in common under names that differ",
    )


def test_records_without_a_stated_kind_join_by_the_number_of_a_hull() -> None:
    left, right = (record(each, "AN SAN 1", kind=Kind.NOT_STATED, imo="7303803") for each in "ab")
    assert pair(left, right) == ("merge", "the same checked number or list entry")
