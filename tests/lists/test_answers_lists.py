"""What the full lists answer about AN SAN 1, PATRIOT and Gudzon, and what the sample case adds to it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphkit.model.vocabulary import DERIVED
from graphkit.present.plain import plain
from graphkit.session.building import build, sample_data
from graphkit.session.opening import Case, open_case

READ_ON = date(2026, 3, 1)
BOTH_OWNERS = ["GUDZON SHIPPING CO LLC", "PRIMORYE MARITIME LOGISTICS CO LTD"]


def opened(sources: list[Path], folder: Path) -> Case:
    """A case of these sources, read on a day of its own so that undated listings do not depend on today."""
    build(list(sources), folder, today=READ_ON)
    return open_case(folder)


@pytest.fixture(scope="module")
def official(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The lists of OFAC, the UN and the EU."""
    sources = [lists / "ofac", lists / "un", lists / "eu" / "32017R1509.csv"]
    return opened(sources, tmp_path_factory.mktemp("official"))


@pytest.fixture(scope="module")
def ofac(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """OFAC's list alone."""
    return opened([lists / "ofac"], tmp_path_factory.mktemp("ofac"))


@pytest.fixture(scope="module")
def ofac_and_sample(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """OFAC's list and the case of 2018."""
    return opened([lists / "ofac", sample_data()], tmp_path_factory.mktemp("both"))


def told(case: Case, who: str, *, on: str | None = None, mode: str | None = None) -> list[tuple[str, str]]:
    """The mode of each chain with steps, and the name of the party it leads to."""
    chains = case.trace(who, on=on, mode=mode).answer.chains
    return [(chain.mode.value, chain.entities[-1].name) for chain in chains if chain.steps]


def test_an_san_1_shows_its_own_listings_then_its_registered_owner_listed_by_un_eu_and_ofac(official: Case) -> None:
    own, chain = official.trace("7303803", on="2026-03-01").answer.chains
    assert [(each.authority, each.reference, each.measure.value) for each in own.entities[0].listed] == [
        ("EU", "XIV.A-2", "asset_freeze"),
        ("EU", "XIV.B-10", "port_ban"),
        ("OFAC", "23730", "asset_freeze"),
    ]
    assert (chain.mode.value, chain.entities[-1].name) == ("ownership", "KOREA ANSAN SHIPPING COMPANY")
    assert {(each.authority, each.reference) for each in chain.entities[-1].listed} == {
        ("EU", "XIII.B-62"),
        ("OFAC", "23708"),
        ("UN", "KPe.062"),
    }
    assert [
        (link.type.value, link.role, [(ref.source, ref.reference) for ref in link.sources])
        for link in chain.steps[0].links
    ] == [
        ("OWNS", "registered_owner", [("un-sc", "KPe.062")]),
        ("LINKED_TO", "linked to", [("ofac-sdn", "23730")]),
    ]


def test_an_san_1_is_one_entity_with_its_entries_of_ofac_and_the_eu(official: Case) -> None:
    ids = {official.find_one(text).id for text in ("AN SAN 1", "7303803", "23730", "XIV.A-2", "ofac-sdn:23730")}
    assert ids == {"vessel-imo-7303803"}
    assert {row[0].split(":")[0] for row in official.explain("7303803").records} >= {"ofac-sdn", "eu-oj"}


def test_on_ofac_alone_its_listing_is_unknown_before_the_file_was_read(ofac: Case) -> None:
    for day, status in (("2015-01-01", "unknown"), ("2026-02-28", "unknown"), ("2026-03-01", "yes")):
        answer = ofac.trace("7303803", on=day).answer
        assert (answer.from_entity.sanctioned.value, [each.status.value for each in answer.from_entity.listed]) == (
            status,
            [status],
        )
        assert told(ofac, "7303803", on=day) == [("association", "KOREA ANSAN SHIPPING COMPANY")]


def test_patriot_is_only_linked_to_two_companies_by_ofac_and_owned_once_the_press_is_added(
    ofac: Case, ofac_and_sample: Case
) -> None:
    assert told(ofac, "9003550") == [("association", name) for name in BOTH_OWNERS]
    assert told(ofac, "9003550", mode="control") == []
    assert told(ofac_and_sample, "9003550") == [("ownership", name) for name in BOTH_OWNERS]
    for chain in ofac_and_sample.trace("9003550").answer.chains[1:]:
        assert {(link.type.value, link.role) for link in chain.steps[0].links} == {
            ("OWNS", "registered_owner"),
            ("MANAGES", "ship_manager"),
            ("LINKED_TO", "linked to"),
        }


def fleet(case: Case) -> list[tuple[str, str | None, str, str]]:
    """Name, number, basis and mode of each ship of Gudzon."""
    return [(each.name, each.imo, each.basis, each.mode.value) for each in case.fleet("Gudzon Shipping Co LLC").vessels]


def test_the_fleet_of_gudzon_is_six_ships_with_their_basis(ofac: Case, ofac_and_sample: Case) -> None:
    others = [
        ("BELLA", "8808264", "linked to", "association"),
        ("BOGATYR", "9085730", "linked to", "association"),
        ("NEPTUN", "8404991", "linked to", "association"),
        ("PARTIZAN", "9113020", "linked to", "association"),
        ("SEVASTOPOL", "9235127", "linked to", "association"),
    ]
    by_name = sorted([*others, ("PATRIOT", "9003550", "linked to", "association")])
    assert fleet(ofac) == by_name
    assert fleet(ofac_and_sample) == [("PATRIOT", "9003550", "registered_owner", "ownership"), *others]


def test_each_list_says_how_old_it_is_as_far_as_it_knows(official: Case) -> None:
    ages: list[dict[str, Any]] = plain(official.trace("7303803").answer)["lists"]
    assert {each["source"]: (each["published"], each["read"]) for each in ages} == {
        "ofac-sdn": (None, "2026-03-01"),
        "un-sc": ("2026-02-27", "2026-03-01"),
        "eu-oj-32017R1509": (None, "2026-03-01"),
    }


def test_every_chain_of_every_ship_of_ofac_leads_to_a_listed_party_over_links_with_a_source(ofac: Case) -> None:
    ships = [row["entity_id"] for row in ofac.store.rows("names_matching", pattern=".*")]
    vessels = sorted({each for each in ships if each.startswith("vessel-")})
    assert len(vessels) == 406
    for vessel in vessels[::20]:
        for chain in ofac.trace(vessel, on="any").answer.chains:
            assert chain.entities[-1].listed
            assert all(link.sources for step in chain.steps for link in step.links)


def test_no_chain_of_ofac_claims_more_than_association(ofac: Case) -> None:
    links = ofac.to_pandas("links")
    derived = links["type"].isin(list(DERIVED))
    assert set(links[~derived]["type"]) == {"LINKED_TO"}
    assert len(links[~derived]) == 3408
    assert set(links[derived]["type"]) == {"SHARED_ADDRESS", "SHARED_CONTACT"}
    assert set(links[derived]["certainty"]) == {"likely"}


def test_gudzon_and_primorye_share_an_address_that_ofac_prints_in_two_ways(ofac: Case) -> None:
    gudzon = ofac.network("Gudzon Shipping Co LLC", on="2026-03-01", hops=1)
    address = next(each for each in gudzon.shared if each.what == "address")
    assert (address.value, [member.name for member in address.members]) == (
        "01 ul Tigorovaya 20A, Vladivostok, Primorskiy kray 690091, Russia",
        ["GUDZON SHIPPING CO LLC", "PRIMORYE MARITIME LOGISTICS CO LTD"],
    )


def test_no_address_of_the_lists_joins_more_than_a_group(official: Case) -> None:
    links = official.to_pandas("links")
    addresses = links[links["type"].eq("SHARED_ADDRESS")]
    assert 1_000 < len(addresses) < 1_500
    unlinked = [each for each in official.network(on="2026-03-01").shared if not each.linked]
    assert [(each.parties, each.value.partition(",")[0]) for each in unlinked] == [
        (30, "East Shahid Atefi Street 35"),
        (28, "43 Moskovska Str."),
    ]
