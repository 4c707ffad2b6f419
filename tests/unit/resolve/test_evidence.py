"""What two records agree on, what contradicts, and what is merely not stated."""

import math
from dataclasses import dataclass

import numpy as np
import pytest

from graphkit.model.records import Record
from graphkit.model.vocabulary import Kind, LinkType, NameKind
from graphkit.resolve.classes import LEGAL, MERGING_NAMES, PERSON, VESSEL
from graphkit.resolve.evidence import Compared, Comparison
from graphkit.resolve.prepare import Tables, prepare
from graphkit.resolve.weights import default_weights
from tests.case_tables import company, link, listing, person, record, tables, vessel


@dataclass(frozen=True, slots=True)
class One:
    """The comparison of one pair of records."""

    comparison: Comparison
    compared: Compared

    def states(self) -> dict[str, int]:
        """Everything that agrees (1) or contradicts (-1)."""
        return {piece: int(state[0]) for piece, state in self.compared.state.items() if state[0]}

    def bits(self, piece: str) -> float:
        return float(self.compared.bits[piece][0])

    def names(self) -> tuple[str, str]:
        """The two names that were compared, as printed."""
        names = self.comparison.prepared.names[str(self.compared.classes[0])]
        at = (self.compared.names.left[0], self.compared.names.right[0])
        one, other = (str(names.names[names.printed[place]]) for place in at)
        return one, other


def of_tables(said: Tables, left: str = "a", right: str = "b") -> One:
    comparison = Comparison.of(prepare(said).prepared, default_weights())
    row = comparison.prepared.row_of()
    return One(comparison, comparison.pairs(np.array([row[left]]), np.array([row[right]])))


def compared(left: Record, right: Record) -> One:
    return of_tables(tables(left, right), left.id, right.id)


def test_what_one_side_does_not_state_neither_agrees_nor_contradicts() -> None:
    left = vessel("a", "ZEUS", imo="7303803", flag="KP", mmsi="445123456", type="Tanker", dwt="9000", built="1989")
    assert compared(left, vessel("b", "FREEDOM")).states() == {}


def test_one_common_value_of_several_is_agreement_and_none_is_contradiction() -> None:
    found = compared(
        vessel("a", "AN SAN 1", imo="7303803", flag="KP; SL", call_sign="HMZF2"),
        vessel("b", "AN SAN 1", imo="9003550", flag="SL; PA", call_sign="HM ZF2"),
    )
    assert found.states() == {"imo": -1, "flag": 1, "call_sign": 1}
    assert (found.bits("imo"), found.bits("call_sign")) == (-40.0, 8.0)


def test_hong_kong_beside_china_says_nothing_and_beside_panama_contradicts() -> None:
    alpha = company("a", "ALPHA", country="HK")
    assert compared(alpha, company("b", "ALPHA", country="CN")).states() == {}
    assert compared(alpha, company("b", "ALPHA", country="PA")).states() == {"country": -1}


def test_birth_dates_agree_in_the_year_though_not_in_the_day() -> None:
    found = compared(person("a", "KIM", birth_date="1965-08-07"), person("b", "KIM", birth_date="1965-02-01"))
    assert found.states() == {"birth_day": -1, "birth_year": 1}
    assert (found.bits("birth_day"), found.bits("birth_year")) == (-4.0, 3.0)


def test_what_says_one_thing_twice_counts_once() -> None:
    day = {"birth_date": "1965-08-07"}
    same = compared(person("a", "KIM", said=day), person("b", "KIM", said=day))
    assert (same.bits("birth_day"), same.bits("birth_year")) == (8.0, 0.0)
    size = {"dwt": "9000", "gt": "5000"}
    ships = compared(vessel("a", "ZEUS", said=size), vessel("b", "ZEUS", dwt="9050", gt="5010"))
    assert (ships.bits("dwt"), ships.bits("gt")) == (5.0, 0.0)


def test_numbers_of_registers_addresses_regimes_and_partners_never_contradict() -> None:
    found = compared(
        company("a", "ALPHA", registration_number="784702", regime="KP", address="80 Broad Street"),
        company("b", "ALPHA", registration_number="784703", regime="SY", address="5 Harbour Road"),
    )
    assert found.states() == {}


def test_two_numbers_of_one_list_contradict_and_numbers_of_two_lists_say_nothing() -> None:
    ofac, un = listing("a", "OFAC", "23708"), listing("b", "UN", "KPe.062")
    alpha, beta = company("a", "ALPHA"), company("b", "BETA")
    assert of_tables(tables(alpha, beta, ofac, un)).states() == {}
    assert of_tables(tables(alpha, beta, ofac, un, listing("b", "OFAC", "17068"))).states() == {"entry OFAC": -1}
    assert of_tables(tables(alpha, beta, ofac, un, listing("a", "UN", "KPe.062"))).states() == {"entry UN": 1}


def test_a_common_owner_is_evidence_for_two_companies() -> None:
    owners = [company(each, "KOREA ANSAN CO") for each in "xy"]
    links = [link(LinkType.OWNS, owner, held) for owner, held in (("x", "a"), ("y", "b"))]
    found = of_tables(tables(company("a", "ALPHA"), company("b", "ALPHA SHIPPING"), *owners, *links))
    assert found.states() == {"partner": 1}
    # 0.6 against (2 + 50 * 0.1) / (4 + 50): log2(4.63) = 2.2, rounded to halves.
    assert found.bits("partner") == 2.0


def test_of_several_names_the_nearest_pair_counts_less_what_further_names_are_worth_less() -> None:
    primary = compared(vessel("a", "HOPE SEA"), vessel("b", "HOPE SEA"))
    alias = compared(vessel("a", "JANUS", aliases=["HOPE SEA"]), vessel("b", "HOPE-SEA"))
    former = compared(vessel("a", "JANUS", former=["HOPE SEA"]), vessel("b", "HOPE SEA"))
    assert alias.names() == ("HOPE SEA", "HOPE-SEA")
    kinds = [MERGING_NAMES[each.compared.names.kind[0]] for each in (primary, alias, former)]
    assert kinds == [NameKind.PRIMARY, NameKind.ALIAS, NameKind.FORMER]
    assert alias.bits("name") == pytest.approx(primary.bits("name") - 0.5, abs=0.2)
    assert former.bits("name") == pytest.approx(primary.bits("name") - 2.0, abs=0.2)


def test_a_missing_name_is_not_a_different_name() -> None:
    found = compared(company("a", "", company_imo="5676084"), company("b", "KOREA ANSAN", company_imo="5676084"))
    assert math.isnan(found.compared.names.bits[0])
    assert (found.bits("name"), float(found.compared.match_weight[0])) == (0.0, 20.0)


def test_a_ship_that_keeps_its_radio_numbers_may_have_been_renamed() -> None:
    # Names that plainly differ take 5 bits at most from a ship whose MMSI agrees, and more from one without.
    bare = compared(vessel("a", "WAN HENG 11"), vessel("b", "BICENTENARIO 4"))
    radio = compared(vessel("a", "WAN HENG 11", mmsi="445123456"), vessel("b", "BICENTENARIO 4", mmsi="445123456"))
    assert bare.bits("name") < -5.0 == radio.bits("name")


def test_the_match_weight_is_the_sum_and_the_pairs_keep_their_order() -> None:
    said = tables(*(vessel(name, f"SHIP {name}", flag="PA; KP", mmsi="445123456") for name in "abc"))
    comparison = Comparison.of(prepare(said).prepared, default_weights())
    found = comparison.pairs(np.array([1, 0, 0]), np.array([2, 2, 1]))
    assert (found.left.tolist(), found.right.tolist()) == ([1, 0, 0], [2, 2, 1])
    assert found.match_weight.tolist() == pytest.approx(sum(found.bits.values()).tolist())  # type: ignore[union-attr]


def test_a_record_without_a_stated_kind_is_compared_as_the_other_is() -> None:
    unstated = record("b", "KOTI", kind=Kind.NOT_STATED)
    others = (vessel("a", "KOTI"), company("a", "KOTI"), person("a", "KOTI"))
    assert [compared(other, unstated).compared.classes[0] for other in others] == [VESSEL, LEGAL, PERSON]
