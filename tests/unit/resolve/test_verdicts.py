"""Every rule that no sum of evidence can break, each by an example from the field."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from graphkit.model.records import Listing, Record
from graphkit.resolve.evidence import Comparison
from graphkit.resolve.prepare import prepare
from graphkit.resolve.verdicts import VERDICTS, Rules, judge
from graphkit.resolve.weights import default_weights
from tests.case_tables import company, listing, person, tables, vessel

DPRK = {"flag": "KP", "regime": "KP"}
HULL = {**DPRK, "type": "Tanker", "dwt": "9102", "built": "1989"}
RADIO = {"mmsi": "445123456", "call_sign": "HMZF2"}
FIRM = {"country": "KP", "regime": "KP", "address": "12 Tongil Street, Pyongyang"}
LEI = "213800KUD8LAJWSQ9D15"
BORN = {"birth_date": "1965-08-07"}


def judged(left: Record, right: Record, *more: Listing, rules: Rules = Rules.BUILD) -> tuple[str, str]:
    """Verdict and reason of a pair, the same from both sides."""
    weights = default_weights()
    comparison = Comparison.of(prepare(tables(left, right, *more)).prepared, weights)
    found = judge(comparison.pairs(np.array([0, 1]), np.array([1, 0])), weights, rules)
    assert found.verdict[0] == found.verdict[1]
    assert found.reason[0] == found.reason[1]
    return VERDICTS[found.verdict[0]], found.reasons[found.reason[0]]


def two(of: Callable[..., Record], one: str, other: str, said: dict[str, str]) -> tuple[Record, Record]:
    """Two records that say the same under two names."""
    return of("a", one, said=said), of("b", other, said=said)


def test_two_valid_imo_numbers_are_two_ships_whatever_agrees() -> None:
    left, right = (
        vessel(each, "AN SAN 1", imo=imo, said={**HULL, **RADIO}) for each, imo in (("a", "7303803"), ("b", "9003550"))
    )
    for rules in Rules:
        assert judged(left, right, rules=rules) == ("apart", "two valid ship IMO numbers are two ships")


def test_two_entries_of_one_list_are_two_parties_unless_they_are_one_hull() -> None:
    two_entries = [listing("a", "OFAC", "23708"), listing("b", "OFAC", "17068")]
    assert judged(*two(company, "KOREA ANSAN", "KOREA ANSAN", FIRM), *two_entries) == (
        "apart",
        "one list has two entries for them",
    )
    assert judged(*two(vessel, "AN SAN 1", "AN SAN 1", {"imo": "7303803"}), *two_entries)[0] == "merge"


@pytest.mark.parametrize("rules", list(Rules))
def test_a_checked_number_or_a_list_entry_is_proof(rules: Rules) -> None:
    proof = ("merge", "the same checked number or list entry")
    assert judged(*two(vessel, "WAN HENG 11", "KUMJINGANG3", {"imo": "8791667"}), rules=rules) == proof
    assert judged(*two(company, "GUDZON SHIPPING", "GUDZON SHIPPING CO LLC", {"lei": LEI}), rules=rules) == proof
    entry = [listing(each, "UN", "KPe.062") for each in "ab"]
    assert judged(*two(company, "KOREA ANSAN", "KOREA ANSAN CO", {}), *entry, rules=rules) == proof


@pytest.mark.parametrize(("number", "value"), [("lei", LEI), ("company_imo", "1790183")])
def test_a_missing_name_is_no_name_that_differs(number: str, value: str) -> None:
    assert judged(*two(company, "GUDZON SHIPPING", "", {number: value}))[0] == "merge"


def test_one_number_under_names_that_differ_is_a_question() -> None:
    assert judged(*two(company, "OCEAN MARITIME MANAGEMENT", "EAST SEA", {"lei": LEI})) == (
        "review",
        "the same number under names that differ",
    )
    assert judged(*two(company, "OCEAN MARITIME MANAGEMENT", "EAST SEA", {"company_imo": "1790183"})) == (
        "review",
        "the same company number under names that differ",
    )


@pytest.mark.parametrize("rules", list(Rules))
def test_a_number_in_the_name_is_a_field_of_its_own(rules: Rules) -> None:
    ships = two(vessel, "WAN HENG 11", "WAN HENG 12", {**HULL, "mmsi": "445123456"})
    assert judged(*ships, rules=rules) == ("review", "another number in the ship's name")
    firms = two(company, "OCEAN STAR MARITIME 11 LTD", "OCEAN STAR MARITIME 12 LTD", FIRM)
    assert judged(*firms, rules=rules)[0] != "merge"


def test_both_radio_numbers_outweigh_a_number_in_the_name() -> None:
    assert judged(*two(vessel, "WAN HENG", "WAN HENG 12", RADIO), rules=Rules.LIKELY)[0] == "merge"


@pytest.mark.parametrize(
    ("left", "right", "verdict", "reason"),
    [
        (
            vessel("a", "JANUS GOOD", said=HULL),
            vessel("b", "HORSE BLACK", said=HULL),
            "apart",
            "ships without a common number or name",
        ),
        (
            vessel("a", "JANUS GOOD", said={**HULL, **RADIO}),
            vessel("b", "HORSE BLACK", said={**HULL, **RADIO}),
            "review",
            "an MMSI or a call sign does not prove a hull",
        ),
        (  # HORSE is what JANUS was called before; another ship may be HORSE today.
            vessel("a", "JANUS GOOD", former=["HORSE BLACK"], said=HULL),
            vessel("b", "HORSE BLACK", said={**HULL, **RADIO}),
            "review",
            "a former name may have passed to another ship",
        ),
        (
            vessel("a", "JANUS GOOD", aliases=["HORSE BLACK"], said=HULL),
            vessel("b", "HORSE BLACK", said=HULL),
            "review",
            "a further name of a ship is often a former one",
        ),
        (  # Of the ships called ZEUS, FREEDOM, SABRINA and GARDENIA one list has two each.
            vessel("a", "AN SAN 1", flag="KP", type="Tanker"),
            vessel("b", "AN SAN 1", flag="KP", type="Tanker"),
            "review",
            "a ship's name and flag do not prove a hull",
        ),
        (
            person("a", "KIM, Chol Sam", said=FIRM),
            person("b", "Kim Chol Sam", said=FIRM),
            "review",
            "a person's name without birth date or number",
        ),
        (
            company("a", "KOREA ANSAN GMBH", said=FIRM),
            company("b", "KOREA ANSAN AG", said=FIRM),
            "review",
            "the same name with another legal form",
        ),
        (
            company("a", "IRISL", said=FIRM),
            company("b", "IRISL INVESTMENT COMPANY", said=FIRM),
            "review",
            "names that are only alike",
        ),
    ],
)
def test_what_a_build_asks_for_beyond_the_sum(left: Record, right: Record, verdict: str, reason: str) -> None:
    assert judged(left, right) == (verdict, reason)


def test_much_in_common_under_names_that_differ_is_a_question_for_a_person() -> None:
    same = {**BORN, "passport": "563410081", "country": "KP", "regime": "KP"}
    question = ("review", "much in common under names that differ")
    assert judged(*two(person, "RYU, Jin", "KIL Jong Hun", same)) == question


@pytest.mark.parametrize("proof", [BORN, {"passport": "836420186"}])
def test_a_birth_date_or_a_passport_proves_a_person_of_one_name(proof: dict[str, str]) -> None:
    assert judged(*two(person, "KIM, Chol Sam", "Kim Chol Sam", proof)) == ("merge", "evidence adds up")


def test_in_a_table_of_ones_own_names_may_decide() -> None:
    for rules in (Rules.SURE, Rules.LIKELY):
        assert judged(*two(vessel, "WAN HENG 11", "WANHENG NO. 11", {}), rules=rules) == ("merge", "evidence adds up")
        assert judged(*two(company, "GUDZON VOSTOK LLC", "OOO Gudzon Vostok", {}), rules=Rules.LIKELY)[0] == "merge"


def test_one_letter_in_a_short_name_is_likely_a_slip_and_never_sure() -> None:
    sarina = two(vessel, "SARINA", "SABRINA", {"flag": "TZ", "type": "Tanker"})
    assert judged(*sarina, rules=Rules.SURE) == ("review", "one letter makes another ship of a short name")
    assert judged(*sarina, rules=Rules.LIKELY)[0] == "merge"
    radio = two(vessel, "SARINA", "SABRINA", {"flag": "TZ", **RADIO})
    assert judged(*radio, rules=Rules.SURE)[0] == "merge"


def test_without_a_name_or_a_number_nothing_is_sure() -> None:
    assert judged(*two(vessel, "", "", HULL), rules=Rules.LIKELY) == ("review", "no name and no number in common")
    assert judged(*two(vessel, "JANUS GOOD", "HORSE BLACK", HULL), rules=Rules.LIKELY) == (
        "review",
        "much in common under names that differ",
    )


def test_the_weights_say_when_evidence_suffices_and_when_nobody_needs_to_look() -> None:
    firms = two(company, "KOREA ANSAN", "KOREA ANSAN", {})
    assert judged(*firms) == ("review", "evidence does not suffice")
    assert judged(company("a", "KOREA ANSAN"), company("b", "GUDZON")) == ("apart", "too little in common")
    easy = replace(default_weights(), merge_at=-4.0)
    comparison = Comparison.of(prepare(tables(*firms)).prepared, easy)
    found = judge(comparison.pairs(np.array([0]), np.array([1])), easy, Rules.BUILD)
    assert VERDICTS[found.verdict[0]] == "merge"
