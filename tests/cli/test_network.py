"""`graphkit network` on the sample case, as a user runs it."""

import csv
from pathlib import Path

from tests.cli.command import answer, graphkit

DAY = ("--as-of", "2018-09-01")


def test_the_network_around_gudzon_tells_the_address_and_the_single_ship_companies(sample_case: Path) -> None:
    found = answer("network", "gudzon", *DAY, case=sample_case)
    assert (found["around"]["id"], found["as_of"], found["to"], found["truncated"]) == (
        "company-imo-5753988",
        "2018-09-01",
        "sanctioned",
        False,
    )
    (address,) = found["shared"]
    assert (address["what"], address["value"], address["parties"], address["linked"]) == (
        "address",
        "ul Tigorovaya 20A, Vladivostok 690091",
        2,
        True,
    )
    assert [(each["company"]["name"], each["vessel"]["name"], each["shares"]) for each in found["single_ship"]] == [
        ("GUDZON SHIPPING CO LLC", "PATRIOT", ["address with PRIMORYE MARITIME LOGISTICS CO LTD"]),
        ("PRIMORYE MARITIME LOGISTICS CO LTD", "PATRIOT", ["address with GUDZON SHIPPING CO LLC"]),
    ]
    assert found["communities"][0]["behind"]["sources"] == ["ofac-sdn", "offshore-energy-2018", "tradewinds-2018"]


def test_around_all_listed_parties_each_finding_says_why_in_text_and_in_rows(sample_case: Path) -> None:
    told = graphkit("network", *DAY, "--case", sample_case)
    assert (told.code, told.err) == (0, "")
    assert "What is told here are leads" in told.out
    ran = graphkit("network", *DAY, "--format", "csv", "--case", sample_case)
    rows = list(csv.DictReader(ran.out.splitlines()))
    assert {row["finding"] for row in rows} == {
        "community",
        "hub",
        "broker",
        "shared address",
        "shared manager",
        "single-ship company",
    }
    assert all(row["why"] and row["sources"] for row in rows)


def test_a_trace_goes_over_a_shared_manager_as_association_and_says_who_it_is(sample_case: Path) -> None:
    found = answer("trace", "HAO FAN 6", "--mode", "association", *DAY, case=sample_case)
    links = [link for chain in found["chains"] for step in chain["steps"] for link in step["links"]]
    assert ("SHARED_MANAGER", "SHEN ZHONG INTERNATIONAL SHIPPING", "likely") in {
        (link["type"], link["role"], link["certainty"]) for link in links
    }


def test_a_server_is_not_asked_and_an_authority_without_listings_is_told(sample_case: Path) -> None:
    ran = graphkit("network", "--neo4j", "bolt://localhost:7687", "--case", sample_case)
    assert (ran.code, ran.out) == (2, "")
    assert "asked of a case" in ran.err
    ran = graphkit("network", "--to", "UK", "--case", sample_case)
    assert ran.code == 1
    assert "no listing of that authority" in ran.err
