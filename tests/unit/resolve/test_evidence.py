"""What two records agree on, what contradicts, and what is merely not stated."""

import math
from typing import Any

import pandas as pd
import pytest

from graphkit.model.records import Listing, Record
from graphkit.model.vocabulary import Kind
from graphkit.resolve.evidence import COMPARED, compare
from graphkit.resolve.prepare import prepare
from tests.case_tables import company, crowd, listing, person, tables, vessel


def compared(left: Record, right: Record, *listings: Listing) -> dict[str, Any]:
    """The one compared pair of two records, as a row."""
    pairs = pd.DataFrame({"left": [left.id], "right": [right.id]})
    return dict(compare(prepare(tables(left, right, *listings)), pairs).iloc[0])


def states(row: dict[str, Any]) -> dict[str, tuple[int, str]]:
    """State and detail of everything that agrees or contradicts."""
    return {piece: (int(row[piece]), row[f"{piece}_detail"]) for piece in COMPARED if row[piece]}


def test_what_one_side_does_not_state_neither_agrees_nor_contradicts() -> None:
    row = compared(vessel("a", "ZEUS", imo="7303803", flag="KP", mmsi="445123456"), vessel("b", "FREEDOM"))
    assert states(row) == {}


def test_one_common_value_of_several_is_agreement_and_none_is_contradiction() -> None:
    row = compared(
        vessel("a", "AN SAN 1", imo="7303803", flag="KP; SL", call_sign="HMZF2"),
        vessel("b", "AN SAN 1", imo="9003550", flag="SL; PA", call_sign="HM ZF2"),
    )
    assert states(row) == {
        "imo": (-1, "7303803 / 9003550"),
        "flag": (1, "SL"),
        "call_sign": (1, "HMZF2"),
    }


def test_a_contradiction_shows_all_that_both_sides_say() -> None:
    row = compared(person("a", "KIM", country="CN; KP", birth_date="1965-08-07"), person("b", "KIM", country="RU"))
    assert states(row) == {"country": (-1, "CN; KP / RU")}


def test_hong_kong_beside_china_says_nothing_and_beside_panama_contradicts() -> None:
    alpha = company("a", "ALPHA", country="HK")
    assert states(compared(alpha, company("b", "ALPHA", country="CN"))) == {}
    assert states(compared(alpha, company("b", "ALPHA", country="PA"))) == {"country": (-1, "HK / PA")}


def test_birth_dates_agree_in_the_year_though_not_in_the_day() -> None:
    row = compared(person("a", "KIM", birth_date="1965-08-07"), person("b", "KIM", birth_date="1965-02-01"))
    assert states(row) == {"birth_day": (-1, "1965-08-07 / 1965-02-01"), "birth_year": (1, "1965")}


@pytest.mark.parametrize(
    ("left", "right", "state"),
    [
        ("ALPHA CO LTD", "ALPHA LIMITED", (1, "LTD")),
        ("ALPHA GMBH", "ALPHA LTD", (-1, "LLC / LTD")),
        ("ALPHA CO", "ALPHA LTD", None),  # CO is said of every company
        ("ALPHA", "ALPHA LTD", None),
        ("ALPHA CO", "ALPHA COMPANY", (1, "CO")),
    ],
)
def test_a_legal_form_contradicts_another_unless_one_is_missing_or_co(
    left: str, right: str, state: tuple[int, str] | None
) -> None:
    assert states(compared(company("a", left), company("b", right))).get("legal_form") == state


def test_two_numbers_of_one_list_contradict_and_numbers_of_two_lists_say_nothing() -> None:
    ofac, un = listing("a", "OFAC", "23708"), listing("b", "UN", "KPe.062")
    alpha, beta = company("a", "ALPHA"), company("b", "BETA")
    assert states(compared(alpha, beta, ofac, un)) == {}
    assert states(compared(alpha, beta, ofac, un, listing("b", "OFAC", "17068"))) == {
        "entry": (-1, "OFAC 23708 / OFAC 17068; UN KPe.062")
    }
    assert states(compared(alpha, beta, ofac, un, listing("a", "UN", "KPe.062"))) == {"entry": (1, "UN KPe.062")}


def test_the_rarest_common_name_counts_less_what_aliases_and_former_names_are_worth_less() -> None:
    # Sixteen names. AN and SAN stand in two of them: 3 bits each, less 1.5 for an alias. HOPE and SEA stand in one:
    # 4 bits each, less 4 for a former name.
    ships = [vessel("a", "AN SAN", former=["HOPE SEA"]), vessel("b", "HOPE SEA", aliases=["AN-SAN"])]
    pairs = pd.DataFrame({"left": ["a"], "right": ["b"]})
    row = compare(prepare(tables(*ships, *crowd(Kind.VESSEL, 13))), pairs).iloc[0]
    assert (row["name_bits"], row["name_kinds"], row["name_detail"]) == (4.5, "primary/alias", "AN SAN / AN-SAN")


def test_a_common_name_never_speaks_against_a_pair() -> None:
    assert compared(vessel("a", "ZEUS", former=["HOPE"]), vessel("b", "HOPE"))["name_bits"] == 0.0


def test_names_that_are_not_the_same_are_compared_letter_by_letter() -> None:
    row = compared(vessel("a", "SABRINA"), vessel("b", "SARINA"))
    # Jaro: six letters match, none out of place: (6/7 + 6/6 + 6/6) / 3; Winkler adds two common first letters.
    jaro = (6 / 7 + 2) / 3
    assert math.isnan(row["name_bits"])
    assert row["similarity"] == pytest.approx(jaro + 2 * 0.1 * (1 - jaro))


def test_a_missing_name_is_not_a_different_name() -> None:
    row = compared(company("a", "", company_imo="5676084"), company("b", "KOREA ANSAN", company_imo="5676084"))
    assert math.isnan(row["name_bits"])
    assert math.isnan(row["similarity"])


def test_the_pairs_keep_their_order_and_number() -> None:
    prepared = prepare(tables(*(vessel(name, f"SHIP {name}", flag="PA; KP") for name in "abc")))
    pairs = pd.DataFrame({"left": ["b", "a", "a"], "right": ["c", "c", "b"]})
    assert compare(prepared, pairs)[["left", "right"]].to_numpy().tolist() == [["b", "c"], ["a", "c"], ["a", "b"]]
