"""Best pair first, and never across a veto, also not through a third record."""

import numpy as np
import pytest

from graphkit.model.records import Listing, Record
from graphkit.model.vocabulary import Kind, Scope
from graphkit.resolve.cluster import Clusters, cluster
from graphkit.resolve.prepare import prepare
from tests.case_tables import (
    company,
    crowd,
    listing,
    mention,
    partition,
    person,
    record,
    resolved,
    tables,
    verdicts,
    vessel,
)

LEI, OTHER_LEI = "213800KUD8LAJWSQ9D15", "5493001KJTIIGC8Y1R12"


def clusters(*statements: Record | Listing, different: tuple[tuple[str, str], ...] = ()) -> Clusters:
    return Clusters(prepare(tables(*statements)).prepared, list(different))


@pytest.mark.parametrize(
    ("left", "right", "veto"),
    [
        (
            vessel("a", "MORNING STAR", imo="9074729"),
            vessel("b", "MORNING STAR", imo="7303803"),
            "would make one ship of IMO 7303803 and 9074729",
        ),
        (
            company("a", "ALPHA", company_imo="5676084"),
            company("b", "ALPHA", company_imo="1790183"),
            "would make one company of the IMO company numbers 1790183 and 5676084",
        ),
        (
            company("a", "ALPHA", lei=LEI),
            company("b", "ALPHA", lei=OTHER_LEI),
            f"would make one company of the LEIs {LEI} and {OTHER_LEI}",
        ),
        (vessel("a", "KOTI"), company("b", "KOTI"), "would make one of a company or organization and a vessel"),
        (person("a", "KOTI"), vessel("b", "KOTI"), "would make one of a person and a vessel"),
        (vessel("a", "ZEUS", imo="7303803"), vessel("b", "HOPE SEA", imo="7303803"), ""),
        (vessel("a", "ZEUS", imo="7303803"), vessel("b", "ZEUS", imo="9074728"), ""),  # wrong check digit: no number
        (record("a", "KOTI", kind=Kind.NOT_STATED), company("b", "KOTI"), ""),
        # One company may have several numbers; one in common is enough.
        (company("a", "ALPHA", company_imo="5676084"), company("b", "ALPHA", company_imo="5676084; 1790183"), ""),
        (company("a", "A", company_imo="5676084", lei=LEI), company("b", "A", company_imo="1790183", lei=LEI), ""),
        (
            vessel("a", "WAN HENG 11"),
            vessel("b", "WANHENG NO. 12"),
            "would make one of the names with the numbers 11 and 12",
        ),
        (vessel("a", "WAN HENG 11"), vessel("b", "WAN HENG"), ""),
        (vessel("a", "WAN HENG 11"), vessel("b", "JI SONG 12"), ""),
        (vessel("a", "WAN HENG 11", imo="7303803"), vessel("b", "WAN HENG 12", imo="7303803"), ""),
        (vessel("a", "WAN HENG 11"), vessel("b", "JI SONG 8", former=["WAN HENG 12"]), ""),  # not borne today
        # Seven digits in a cell that pass both checks are a company's number here, not a second hull.
        (
            company("a", "ALPHA", company_imo="5676084"),
            mention("b", "ALPHA", scope=Scope.BUILD, imo="7303803", company_imo="5676084"),
            "",
        ),
    ],
)
def test_what_forbids_that_two_records_are_one(left: Record, right: Record, veto: str) -> None:
    assert clusters(left, right).veto("a", "b") == clusters(left, right).veto("b", "a") == veto


def test_two_entries_of_one_list_are_two_parties_unless_they_share_a_hull() -> None:
    numbers = [listing("a", "OFAC", "23708"), listing("b", "OFAC", "17068"), listing("c", "UN", "KPe.062")]
    companies = [company(each, "ALPHA") for each in "abc"]
    found = clusters(*companies, *numbers)
    assert found.veto("a", "b") == "would make one of the OFAC entries 17068 and 23708"
    assert found.veto("a", "c") == ""
    found.merge("a", "c")
    assert found.veto("c", "b") == "would make one of the OFAC entries 17068 and 23708"
    ships = [vessel(each, "ALPHA", imo="7303803") for each in "ab"]
    assert clusters(*ships, *numbers[:2]).veto("a", "b") == ""


def test_a_veto_holds_between_all_members() -> None:
    found = clusters(
        vessel("a", "Z", imo="7303803"), vessel("b", "Z"), vessel("c", "Z"), vessel("d", "Z", imo="9003550")
    )
    found.merge("a", "b")
    found.merge("c", "d")
    assert found.veto("b", "c") == "would make one ship of IMO 7303803 and 9003550"
    assert found.all() == [["a", "b"], ["c", "d"]]
    assert (found.together("a", "b"), found.together("b", "c")) == (True, False)


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
def test_what_a_person_judged_different_stays_apart_through_a_third_record_too(first: str, second: str) -> None:
    found = clusters(*(vessel(each, "Z") for each in "abc"), different=(("c", "a"),))
    found.merge(first, second)
    assert found.veto("b", "c") == found.veto("c", "b") == "would join what a person judged different"


def test_two_hulls_are_not_joined_through_a_third_record_and_the_best_pair_comes_first() -> None:
    # The name and the flag of a scrapped ship are handed on; its hull number is not.
    ships = [
        vessel("a", "MORNING STAR", imo="9074729", flag="KP", regime="KP"),
        vessel("b", "MORNING STAR", flag="KP", regime="KP", mmsi="445123456"),
        vessel("c", "MORNING STAR", imo="7303803", flag="KP", regime="KP", mmsi="445123456"),
    ]
    resolution = resolved(*ships, *crowd(Kind.VESSEL))
    assert partition(resolution) == {frozenset({"a"}), frozenset({"b", "c"})}
    assert verdicts(resolution) == {("b", "c", "merge", "evidence adds up")}


def test_a_merge_that_would_join_two_entries_of_a_list_is_put_up_for_review() -> None:
    # OFAC writes of one that it is also called what the other is called; the UN lists both of them.
    same = {"country": "KP", "regime": "KP", "address": "12 Tongil Street, Pyongyang"}
    resolution = resolved(
        company("ofac", "TANGUN HYOKSIN", aliases=["KUMRYONG NAMGANG"], said=same),
        company("un-1", "TANGUN HYOKSIN", said=same),
        company("un-2", "KUMRYONG NAMGANG", said=same),
        listing("un-1", "UN", "KPe.001"),
        listing("un-2", "UN", "KPe.014"),
        *crowd(),
    )
    assert partition(resolution) == {frozenset({"ofac", "un-1"}), frozenset({"un-2"})}
    assert {row for row in verdicts(resolution) if "crowd" not in row[0]} == {
        ("ofac", "un-1", "merge", "evidence adds up"),
        ("ofac", "un-2", "review", "would make one of the UN entries KPe.001 and KPe.014"),
    }


def test_a_chain_of_companies_with_two_company_numbers_breaks() -> None:
    same = {"country": "KP", "regime": "KP", "address": "12 Tongil Street, Pyongyang"}
    chain = [
        company("a", "TANGUN HYOKSIN", said=same, company_imo="5676084"),
        company("b", "TANGUN HYOKSIN", said=same),
        company("c", "TANGUN HYOKSIN", said=same, company_imo="1790183"),
    ]
    assert partition(resolved(*chain, *crowd())) == {frozenset({"a", "b"}), frozenset({"c"})}


@pytest.mark.parametrize("order", [("a", "b", "c"), ("c", "b", "a"), ("b", "c", "a")])
def test_a_ship_without_a_number_joins_one_of_two_sisters_and_never_both(order: tuple[str, ...]) -> None:
    # Both sisters broadcast their name without the number; only one of them can be the ship that was seen.
    names = {"a": "WAN HENG 11", "b": "WAN HENG", "c": "WAN HENG 12"}
    found = clusters(*(vessel(each, names[each]) for each in order))
    found.merge("a", "b")
    assert found.veto("b", "c") == "would make one of the names with the numbers 11 and 12"
    rows = [found.row_of[each] for each in ("a", "b", "c")]
    pairs = np.array([(rows[0], rows[1]), (rows[1], rows[2])])
    anew = clusters(*(vessel(each, names[each]) for each in order))
    (stopped,) = cluster(pairs[:, 0], pairs[:, 1], np.array([5.0, 6.0]), anew)
    assert (stopped.place, stopped.apart, stopped.by_hand) == (0, False, False)
    assert anew.all() == [["a"], ["b", "c"]]


def test_a_cluster_of_odd_size_and_a_record_of_two_hulls_raise_an_alarm() -> None:
    many = [vessel(f"{n:02}", "ZEUS", imo="7303803") for n in range(13)]
    assert resolved(*many[:12]).alarms == ()
    assert resolved(*many).alarms == ("13 entries were joined with 00; graphkit explain shows why.",)
    assert resolved(vessel("a", "ZEUS", imo="7303803; 9003550")).alarms == (
        "a states two ship IMO numbers, 7303803 and 9003550; one hull has one number.",
    )
