"""The steps together: what resolve hands on, with its evidence, for a build and for explain."""

from dataclasses import replace

import pytest

from graphkit.model.records import Event, IdentityClaim
from graphkit.model.tables import RESOLUTION_TABLES
from graphkit.model.vocabulary import LinkType
from graphkit.resolve.pipeline import resolve
from graphkit.resolve.weights import default_weights
from tests.case_tables import (
    cell,
    company,
    crowd,
    entity_of,
    evidence,
    link,
    listing,
    mention,
    partition,
    place,
    resolved,
    tables,
    verdicts,
    vessel,
)


def test_an_san_1_is_one_ship_and_its_owner_one_company_on_three_lists() -> None:
    owner, dprk = "KOREA ANSAN SHIPPING COMPANY", {"country": "KP", "regime": "KP"}
    resolution = resolved(
        vessel("ofac:23730", "AN SAN 1", imo="7303803", flag="KP", regime="KP"),
        vessel("eu:XIV.A-2", "AN SAN 1", imo="7303803", regime="KP"),
        mention("un:KPe.062/vessel", "AN SAN 1", scope=None),
        company("ofac:23708", owner, company_imo="5676084", said=dprk),
        company("eu:XIII.B-62", owner, said=dprk),
        company("un:KPe.062", "KOREA ANSAN SHPG CO", company_imo="5676084", said=dprk),
        mention("ofac:23730/linked-1", owner),
        listing("ofac:23708", "OFAC", "23708"),
        listing("un:KPe.062", "UN", "KPe.062"),
        link(LinkType.LINKED_TO, "ofac:23730/linked-1", "ofac:23730"),
        *crowd(),
    )
    assert partition(resolution) == {
        frozenset({"ofac:23730", "eu:XIV.A-2"}),
        frozenset({"ofac:23708", "eu:XIII.B-62", "un:KPe.062", "ofac:23730/linked-1"}),
        frozenset({"un:KPe.062/vessel"}),
    }
    assert entity_of(resolution)["ofac:23730/linked-1"] == "company-imo-5676084"
    assert entity_of(resolution)["eu:XIV.A-2"] == "vessel-imo-7303803"


def test_a_row_of_ones_own_is_the_entry_whose_number_its_listing_gives() -> None:
    resolution = resolved(
        company("un:KPe.055", "CHANG AN SHIPPING & TECHNOLOGY"),
        listing("un:KPe.055", "UN", "KPe.055"),
        company("own:chang-an", "CHANG AN SHIPPING AND TECHNOLOGY"),
        cell("chang-an"),
        listing("own:ref/chang-an", "UN", "KPe.055"),
    )
    assert partition(resolution) == {frozenset({"un:KPe.055", "own:chang-an", "own:ref/chang-an"})}
    assert ("own:chang-an", "un:KPe.055", "merge", "the same checked number or list entry") in verdicts(resolution)


def test_sister_ships_listed_under_their_owners_number_stay_two() -> None:
    ships = [vessel(f"own:{n}", f"SAM JONG {n}") for n in "12"]
    under_owner = [listing(f"own:ref/{n}", "UN", "KPe.064") for n in "12"]
    assert partition(resolved(*ships, cell("1"), cell("2"), *under_owner)) == {
        frozenset({"own:1", "own:ref/1"}),
        frozenset({"own:2", "own:ref/2"}),
    }


def test_a_merge_is_explained_by_what_agreed_and_what_contradicted() -> None:
    resolution = resolved(
        vessel("a", "WAN HENG 11", imo="8791667", flag="BZ", call_sign="V3AB"),
        vessel("b", "KUM JIN GANG 3", imo="8791667", flag="KP", former=["WAN HENG NO. 11"], call_sign="V3 AB"),
    )
    assert verdicts(resolution) == {("a", "b", "merge", "the same checked number or list entry")}
    told = evidence(resolution)
    assert {row for row in told if row[0] != "name"} == {
        ("imo", "agrees", 30.0, "8791667"),
        ("call_sign", "agrees", 8.0, "V3AB"),
        ("flag", "contradicts", default_weights().pieces["flag"].contradicts, "BZ / KP"),
    }
    ((_, state, _, names),) = (row for row in told if row[0] == "name")
    assert (state, names) == ("agrees", "WAN HENG 11 / WAN HENG NO. 11")
    assert resolution.pairs["match_weight"].tolist() == [pytest.approx(sum(row[2] for row in told))]


def test_every_table_has_its_declared_columns_also_without_a_row() -> None:
    for resolution in (resolved(), resolved(vessel("a", "ZEUS")), resolved(mention("a", "ZEUS"))):
        for name in ("pairs", "pair_evidence", "unresolved", "compared_pairs", "record_marks"):
            assert list(getattr(resolution, name).columns) == list(RESOLUTION_TABLES[name])
        assert list(resolution.record_entities.columns) == ["record_id", "entity_id", "kind"]


def test_what_is_too_far_apart_is_not_kept_among_the_pairs() -> None:
    resolution = resolved(vessel("a", "ZEUS", imo="7303803"), vessel("b", "ZEUS", imo="9003550"))
    assert (len(resolution.pairs), len(resolution.pair_evidence)) == (0, 0)
    assert resolution.compared_pairs[["left", "right", "verdict", "reason"]].to_numpy().tolist() == [
        ["a", "b", "apart", "two valid ship IMO numbers are two ships"]
    ]


def test_a_painted_name_is_nobodys_name() -> None:
    # HOPE SEA was painted over AN SAN 1: an event tells of it, and a ship truly called HOPE SEA stays another ship.
    painted = Event(
        "e1",
        "identity_claim",
        (("own:ref/an-san-1", "subject"),),
        place("own"),
        claim=IdentityClaim("HOPE SEA", flag="SL"),
    )
    resolution = resolved(
        vessel("own:an-san-1", "AN SAN 1", imo="7303803"),
        vessel("own:hope-sea", "HOPE SEA", flag="SL"),
        cell("an-san-1"),
        cell("HOPE SEA"),
        painted,
    )
    assert partition(resolution) == {
        frozenset({"own:an-san-1", "own:ref/an-san-1"}),
        frozenset({"own:hope-sea", "own:ref/HOPE SEA"}),
    }


def test_the_weights_may_be_others() -> None:
    strict = replace(default_weights(), merge_at=50.0)
    same = {"country": "KP", "regime": "KP", "address": "12 Tongil Street, Pyongyang"}
    said = tables(*(company(each, "TANGUN HYOKSIN", said=same) for each in "ab"), *crowd())
    assert len(partition(resolve(said))) == 1
    assert len(partition(resolve(said, weights=strict))) == 2


def test_the_tables_that_were_handed_in_are_not_changed() -> None:
    said = tables(vessel("a", "ZEUS", imo="7303803"), vessel("b", "ZEUS", imo="7303803"), mention("c", "ZEUS"))
    before = {name: table.copy() for name, table in said.items()}
    resolve(said)
    assert all(table.equals(before[name]) for name, table in said.items())
