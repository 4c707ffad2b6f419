"""Evidence to verdicts, on names that public tools join wrongly or miss (entity resolution of ships and companies)."""

import pytest

from graphkit.model.resolution import Resolution
from graphkit.model.vocabulary import Kind
from graphkit.resolve.weights import default_weights
from tests.case_tables import company, crowd, listing, pair, partition, person, record, resolved

DPRK = {"flag": "KP", "regime": "KP"}


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
def test_a_rare_name_and_a_country_join_companies(left: str, right: str) -> None:
    assert pair(company("a", left, country="KP"), company("b", right, country="KP")) == ("merge", "evidence adds up")


def test_a_name_alone_or_one_of_generic_words_joins_no_companies() -> None:
    assert pair(company("a", "KOREA ANSAN"), company("b", "KOREA ANSAN")) == ("review", "evidence does not suffice")
    generic = "GENERAL INTERNATIONAL TRADING"
    assert pair(company("a", generic, country="KP"), company("b", generic, country="KP")) == (
        "review",
        "evidence does not suffice",
    )


def test_another_legal_form_makes_a_company_doubtful() -> None:
    left, right = (company(name, f"KOREA ANSAN {form}", said=DPRK) for name, form in (("a", "GMBH"), ("b", "LTD")))
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


def sums(resolution: Resolution) -> dict[tuple[str, str], float]:
    bits = resolution.pair_evidence.groupby(["left", "right"], as_index=False)["weight"].sum()
    return {(left, right): round(total, 2) for left, right, total in bits.itertuples(index=False)}


def test_the_weight_of_a_pair_is_the_sum_of_its_evidence() -> None:
    facts = {"country": "KP", "regime": "KP", "birth_date": "1971-03-11", "passport": "836420186"}
    resolution = resolved(
        person("a", "KIM, Chol Sam", said=facts),
        person("b", "Kim Chol Sam", said={**facts, "country": "CN"}),
        person("c", "Kim Chol Song", said=facts),
        *crowd(Kind.PERSON),
    )
    # Name 12 bits at most, regime 4, day of birth 8 with its year in it, passport 12, country 3 or -4.
    expected = {("a", "b"): 32.0, ("a", "c"): 32.0, ("b", "c"): 25.0}
    found = resolution.pairs.set_index(["left", "right"])["match_weight"].to_dict()
    assert found == expected
    assert sums(resolution) == expected


def test_the_table_of_weights_leans_towards_leaving_records_apart() -> None:
    weights = default_weights()
    assert all(bits > 0 for bits in weights.agrees.values())
    assert all(bits < 0 for bits in weights.contradicts.values())
    # No two weak pieces and no name of common words reach the merge.
    assert weights.merge_at > weights.agrees["country"] + weights.agrees["regime"] + weights.agrees["flag"]
