"""What the case of 2018 must show, through the commands that a reader of its README would run."""

from pathlib import Path
from typing import Any

from tests.cli.command import answer, graphkit

PATRIOT, GUDZON = "9003550", "Gudzon Shipping Co LLC"


def told(chains: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The mode of each chain with steps, and the name of the party it leads to."""
    return [(chain["mode"], chain["entities"][-1]["name"]) for chain in chains if chain["steps"]]


def test_wan_heng_11_and_its_two_later_names_are_one_ship(sample_case: Path) -> None:
    for name in ("WAN HENG 11", "KUMJINGANG3", "KUM JIN GANG 3", "8791667"):
        (found,) = answer("find", name, case=sample_case)["entities"][:1]
        assert (found["id"], found["identifiers"]["imo"]) == ("vessel-imo-8791667", "8791667")


def test_wan_heng_11_is_not_sanctioned_in_february_and_sanctioned_in_april_2018(sample_case: Path) -> None:
    # The UN and the EU listed the ship on 30 March 2018.
    before, after = (
        answer("trace", "8791667", "--as-of", day, case=sample_case) for day in ("2018-02-01", "2018-04-10")
    )
    assert (before["as_of"], before["from"]["sanctioned"], before["from"]["listed"]) == ("2018-02-01", "no", [])
    assert (after["as_of"], after["from"]["sanctioned"]) == ("2018-04-10", "yes")
    assert {
        (each["authority"], each["measure"], each["listed"]) for each in after["chains"][0]["entities"][0]["listed"]
    } == {
        ("EU", "port_ban", "2018-03-30"),
        ("UN", "port_ban", "2018-03-30"),
        ("UN", "deflag", "2018-03-30"),
    }


def test_an_san_1_leads_to_its_registered_owner_by_ownership_with_the_looser_link_beside_it(sample_case: Path) -> None:
    chains = answer("trace", "AN SAN 1", "--as-of", "2018-06-29", case=sample_case)["chains"]
    assert told(chains) == [("ownership", "KOREA ANSAN SHIPPING COMPANY")]
    (step,) = chains[1]["steps"]
    assert [(link["type"], link["role"], link["sources"][0]["source"]) for link in step["links"]] == [
        ("OWNS", "registered_owner", "un-sc"),
        ("LINKED_TO", "linked to", "ofac-sdn"),
    ]
    assert {each["authority"] for each in chains[1]["entities"][1]["listed"]} == {"UN", "EU", "OFAC"}


def test_patriot_has_two_registered_owners_and_a_trace_by_association_alone_admits_them_too(sample_case: Path) -> None:
    both = ["GUDZON SHIPPING CO LLC", "PRIMORYE MARITIME LOGISTICS CO LTD"]
    for mode in ((), ("--mode", "ownership"), ("--mode", "association")):
        chains = answer("trace", PATRIOT, *mode, case=sample_case)["chains"]
        assert told(chains) == [("ownership", name) for name in both]
    links = answer("trace", PATRIOT, case=sample_case)["chains"][1]["steps"][0]["links"]
    assert [(link["type"], link["role"]) for link in links] == [
        ("OWNS", "registered_owner"),
        ("MANAGES", "ship_manager"),
        ("LINKED_TO", "linked to"),
    ]
    owned = answer("trace", PATRIOT, "--mode", "ownership", case=sample_case)["chains"][1]["steps"][0]["links"]
    assert [link["type"] for link in owned] == ["OWNS"]


def test_the_fleet_of_gudzon_is_six_ships_of_which_one_is_owned_and_five_are_only_linked(sample_case: Path) -> None:
    vessels = answer("fleet", GUDZON, case=sample_case)["vessels"]
    assert [(each["name"], each["imo"], each["basis"], each["mode"]) for each in vessels] == [
        ("PATRIOT", "9003550", "registered_owner", "ownership"),
        ("BELLA", "8808264", "linked to", "association"),
        ("BOGATYR", "9085730", "linked to", "association"),
        ("NEPTUN", "8404991", "linked to", "association"),
        ("PARTIZAN", "9113020", "linked to", "association"),
        ("SEVASTOPOL", "9235127", "linked to", "association"),
    ]


def test_hope_sea_is_nobodys_alias_and_is_found_as_a_claim_of_an_san_1(sample_case: Path) -> None:
    claims = answer("find", "hope sea", case=sample_case)["entities"]
    assert {(each["kind"], each["id"], each["matched_as"], each["date"]) for each in claims} == {
        ("claim", "vessel-imo-7303803", "identity_claim", "2018-06-20..2018-06-30"),
        ("claim", "vessel-imo-7303803", "physical_alteration", "2018-06"),
    }
    assert {ref["source"] for each in claims for ref in each["sources"]} == {"wp-2018"}
    names = answer("show", "AN SAN 1", case=sample_case)["names"]
    assert "HOPE SEA" not in {each["name"] for each in names}
    nobody = graphkit("trace", "HOPE SEA", "--case", sample_case)
    assert (nobody.code, nobody.out) == (1, "")


def test_the_report_of_2018_names_4_of_40_vessels_identifies_3_and_names_no_company(sample_case: Path) -> None:
    counted = answer("coverage", "un-poe-2018", case=sample_case)
    assert counted["vessels"] == {"expected": 40, "named": 4, "identified": 3, "linked": 3}
    assert counted["companies"] == {"expected": 130, "named": 0, "identified": 0, "linked": 0}


def test_patriot_and_wan_heng_11_are_connected_by_one_alleged_meeting(sample_case: Path) -> None:
    (path,) = answer("path", PATRIOT, "8791667", case=sample_case)["paths"]
    assert [entity["name"] for entity in path["parties"]] == ["PATRIOT", "WAN HENG 11"]
    assert path["entities"] == ["vessel-imo-9003550", "vessel-imo-8791667"]
    (step,) = path["steps"]
    assert (step["type"], step["date"], step["certainty"]) == ("STS_TRANSFER", "since 2018-04-10", "alleged")


def test_explain_says_that_one_imo_number_joined_three_names(sample_case: Path) -> None:
    explained = answer("explain", "8791667", case=sample_case)
    assert {name for _, name, _ in explained["records"]} >= {"WAN HENG 11", "KUMJINGANG3", "KUM JIN GANG 3"}
    joined = {tuple(sorted((pair["left"], pair["right"]))) for pair in explained["merges"]}
    assert {("own:kum-jin-gang-3", "own:wan-heng-11"), ("own:kumjingang3", "own:wan-heng-11")} & joined
    evidence = {(name, state) for pair in explained["merges"] for name, state, _, _ in pair["evidence"]}
    assert ("imo", "agrees") in evidence


def test_nothing_of_the_sample_case_was_set_aside(sample_case: Path) -> None:
    (source,) = answer("sources", case=sample_case)["sources"]
    assert (source["name"], source["set_aside"], source["unresolved"]) == ("sample_data", 0, 0)
    assert source["rows"] == source["kept"]


def test_the_timeline_of_an_san_1_puts_the_transfers_around_the_listing_and_proves_nothing_of_ofacs_day(
    sample_case: Path,
) -> None:
    told = answer("timeline", "7303803", "--as-of", "2020-01-01", case=sample_case)
    assert [(each["kind"], each["date"]) for each in told["entries"]] == [
        ("sts_transfer", "2018-01-21..2018-01-31"),
        ("listing", "2018-03-30"),
        ("listing", "2018-03-30"),
        ("listing_of_holder", "2018-03-30"),
        ("listing_of_holder", "2018-03-30"),
        ("physical_alteration", "2018-06"),
        ("identity_claim", "2018-06-20..2018-06-30"),
        ("port_call", "2018-06-20..2018-06-30"),
        ("sts_transfer", "2018-06-29"),
        ("listing", "2019-03"),
        ("sighting", "2019-05-13"),
    ]
    # OFAC's file prints no day of listing, so that the action of February 2018 has no place in the order.
    assert [each["text"] for each in told["undated"] if each["kind"] == "listing"] == [
        "OFAC 23730 asset freeze, without a date; on its list by 2021-07-31"
    ]
    own = [each for each in told["near_listings"] if each["hops"] == 0]
    assert [(each["date"], each["near"]) for each in own] == [("2018-03-30", "certain"), (None, "unknown")]
    (active,) = own[0]["indicators"]
    assert (active["pattern"], active["certainty"]) == ("activity_after_listing", "suspected")
    assert "sts transfer, South China Sea, 91 days after the listing" in active["text"]
    assert own[1]["indicators"] == []


def test_the_timeline_stops_at_the_day_asked_about_and_says_how_much_is_later(sample_case: Path) -> None:
    told = answer("timeline", "7303803", "--as-of", "2018-03-30", case=sample_case)
    assert (told["as_of"], [each["kind"] for each in told["entries"]], told["after_as_of"]) == (
        "2018-03-30",
        ["sts_transfer", *["listing"] * 2, *["listing_of_holder"] * 2],
        6,
    )


def test_wan_heng_11_changed_flag_and_name_near_its_listing_on_a_day_that_nobody_gives(sample_case: Path) -> None:
    (near,) = answer("timeline", "8791667", case=sample_case)["near_listings"]
    assert [
        (each["entry"]["kind"], each["days_min"], each["days_max"], each["within"]) for each in near["changes"]
    ] == [
        ("flag_change", -45, None, "possible"),
        ("name_change", -45, None, "possible"),
    ]
    assert [(each["pattern"], each["within"]) for each in near["indicators"]] == [
        ("renamed", "possible"),
        ("reflagged", "possible"),
        ("activity_after_listing", "certain"),
    ]


def test_a_timeline_asked_wrongly_is_told_in_one_sentence(sample_case: Path) -> None:
    for arguments in (
        ("AN SAN 1", "--measure", "everything"),
        ("AN SAN 1", "--days", "-1"),
        ("AN SAN 1", "--reach", "0"),
    ):
        ran = graphkit("timeline", *arguments, "--case", sample_case)
        assert (ran.code, ran.out) == (2, "")
    assert graphkit("timeline", "NO SUCH SHIP", "--case", sample_case).code == 1
