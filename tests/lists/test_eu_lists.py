"""The EU's real annexes on North Korea and Russia, counted apart from the reader."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from graphkit.model.records import Listing, LoadReport, Record, Statement
from graphkit.model.vocabulary import Kind, Measure, NameKind, Validity
from graphkit.sources import eu_annexes
from graphkit.sources.base import SourceFiles
from graphkit.sources.textfiles import head_of

NORTH_KOREA, RUSSIA = "32017R1509", "32014R0833"


def load(path: Path) -> tuple[list[Statement], LoadReport]:
    name = eu_annexes.dataset_name(head_of(path))
    report = LoadReport(name)
    source = SourceFiles(name=name, format="eu-oj", files={"main": path}, labels={"main": path.name})
    return list(eu_annexes.read(source, report)), report


@cache
def act(lists: Path, celex: str) -> tuple[list[Record], list[Listing], LoadReport]:
    statements, report = load(lists / "eu" / f"{celex}.csv")
    return (
        [one for one in statements if isinstance(one, Record)],
        [one for one in statements if isinstance(one, Listing)],
        report,
    )


def rows_in(lists: Path, celex: str) -> list[dict[str, str]]:
    with (lists / "eu" / f"{celex}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ships(records: list[Record]) -> list[Record]:
    return [record for record in records if record.kind is Kind.VESSEL]


@pytest.mark.parametrize(("celex", "expected"), [(NORTH_KOREA, 326), (RUSSIA, 1746)])
def test_every_row_is_kept_or_set_aside(lists: Path, celex: str, expected: int) -> None:
    records, listings, report = act(lists, celex)
    assert len(rows_in(lists, celex)) == expected == report.rows == report.kept + report.set_aside_rows
    assert len(records) == len(listings) == len({record.id for record in records}) == report.kept
    assert report.source == f"eu-oj-{celex}"


def test_every_record_names_the_line_of_its_row(lists: Path) -> None:
    # No cell of this file runs over several lines, so that row n stands in line n + 2.
    records, _, _ = act(lists, NORTH_KOREA)
    rows = rows_in(lists, NORTH_KOREA)
    assert [record.provenance.line for record in records] == list(range(2, len(rows) + 2))
    assert all(
        rows[record.provenance.line - 2]["name"] in {record.name, record.provenance.wording} for record in records
    )


def test_seventy_five_ship_rows_are_sixty_one_ships_one_of_them_without_a_number(lists: Path) -> None:
    records, _, report = act(lists, NORTH_KOREA)
    imos = [(ship.name, n) for ship in ships(records) for n in ship.identifiers if n.scheme == "imo"]
    assert len(ships(records)) == len(imos) == 75
    assert len({number.value for _, number in imos if number.valid is Validity.OK}) == 60
    assert [name for name, number in imos if number.valid is not Validity.OK] == ["MIN NING DE YOU 078"]
    assert [(remark.reason, remark.text) for remark in report.remarks] == [
        ("imo number with a wrong form, kept and not used", "Does not exist")
    ]


def test_an_san_1_is_frozen_and_banned_from_ports_as_two_records_of_one_number(lists: Path) -> None:
    records, listings, _ = act(lists, NORTH_KOREA)
    found = {ship.id: ship.identifiers[0].value for ship in ships(records) if ship.name == "AN SAN 1"}
    assert found == {
        "eu-oj:32017R1509/XIV.A/imo-7303803": "7303803",
        "eu-oj:32017R1509/XIV.B/imo-7303803": "7303803",
    }
    assert [
        (one.measure, one.reference, one.listed and one.listed.text) for one in listings if one.record_id in found
    ] == [(Measure.ASSET_FREEZE, "XIV.A-2", "30.3.2018"), (Measure.PORT_BAN, "XIV.B-10", "30.3.2018")]


def test_the_measures_are_those_of_the_annexes(lists: Path) -> None:
    counted = {celex: Counter(one.measure for one in act(lists, celex)[1]) for celex in (NORTH_KOREA, RUSSIA)}
    assert counted[NORTH_KOREA] == {Measure.ASSET_FREEZE: 290, Measure.PORT_BAN: 36}
    assert counted[RUSSIA] == {
        Measure.EXPORT_CONTROL: 921,
        Measure.PORT_BAN: 633,
        Measure.FINANCIAL_RESTRICTION: 135,
        Measure.SERVICES_BAN: 32,
        Measure.TRANSPORT_BAN: 14,
        Measure.INVESTMENT_BAN: 11,
    }


def test_the_only_listing_without_a_date_has_none_printed(lists: Path) -> None:
    _, listings, _ = act(lists, NORTH_KOREA)
    undated = [one.record_id for one in listings if one.listed is None]
    assert undated == ["eu-oj:32017R1509/XIII.A/ri-yong-mu-25-1-1925"]
    assert sum(not row["startDate"] for row in rows_in(lists, NORTH_KOREA)) == 1


def test_sixteen_companies_of_north_korea_have_an_imo_number_and_all_pass(lists: Path) -> None:
    # Fifteen in registrationNumber, the one of Korea Yujong Shipping among its addresses.
    records, _, _ = act(lists, NORTH_KOREA)
    found = {
        record.name: number.value
        for record in records
        for number in record.identifiers
        if number.scheme == "company_imo" and number.valid is Validity.OK
    }
    assert len(found) == 16
    assert found["KOREA ANSAN SHIPPING COMPANY"] == "5676084"
    assert found["KOREA YUJONG SHIPPING CO LTD"] == "5434358"
    assert found["Ocean Maritime Management Company, Limited"] == "1790183"


def test_fourteen_former_names_of_ships_stand_in_brackets(lists: Path) -> None:
    former = {
        ship.name: ship.names for ship in ships(act(lists, NORTH_KOREA)[0]) if ship.name != "WAN HENG 11" and ship.names
    }
    assert sum(name.kind is NameKind.FORMER for names in former.values() for name in names) == 14
    assert len(former) == 13
    assert not any("(" in ship.name for ship in ships(act(lists, NORTH_KOREA)[0]))


def test_wan_heng_11_is_now_kumjingang_3_of_north_korea(lists: Path) -> None:
    (ship,) = (record for record in act(lists, NORTH_KOREA)[0] if record.name == "WAN HENG 11")
    assert [name.text for name in ship.names] == ["KUMJINGANG3", "Kum Jin Gang 3"]
    assert [(fact.property, fact.code) for fact in ship.facts if "flag" in fact.property] == [
        ("flag", "KP"),
        ("former_flag", "BZ"),
    ]


def test_the_shadow_fleet_has_633_rows_and_632_numbers(lists: Path) -> None:
    records, listings, _ = act(lists, RUSSIA)
    fleet = ships(records)
    assert len(fleet) == 633
    assert len({number.value for ship in fleet for number in ship.identifiers if number.valid is Validity.OK}) == 632
    # MIKHAIL ULYANOV was listed twice, on two days.
    twice = [one for one in listings if one.record_id.startswith("eu-oj:32014R0833/XLII/imo-9333670-")]
    assert sorted(one.listed.text for one in twice if one.listed) == ["19.12.2025", "24.4.2026"]
    assert sum(len(ship.names) for ship in fleet) == 47
    assert {name.kind for ship in fleet for name in ship.names} == {NameKind.FORMER}


def test_russian_tax_numbers_pass_their_check_and_others_are_not_taken_for_russian(lists: Path) -> None:
    records, _, report = act(lists, RUSSIA)
    schemes = Counter((number.scheme, number.valid) for record in records for number in record.identifiers)
    assert schemes[("ru_inn", Validity.OK)] == 695
    assert schemes[("ru_inn", Validity.BAD_FORMAT)] == 0
    assert schemes[("tax_id", Validity.UNCHECKED)] == 19
    assert [(remark.reason, remark.text) for remark in report.remarks] == [
        ("cn_uscc number with a wrong form, kept and not used", "69392858 (USCC)")
    ]


@pytest.mark.parametrize("celex", [NORTH_KOREA, RUSSIA])
def test_a_row_inserted_on_top_changes_no_id(lists: Path, tmp_path: Path, celex: str) -> None:
    header, rest = (lists / "eu" / f"{celex}.csv").read_text(encoding="utf-8").split("\n", 1)
    columns = header.strip().split(",")
    new = {
        "celex": celex,
        "annex": "XLII",
        "measure": "Asset freeze",
        "schema": "Vessel",
        "name": "NEW",
        "recordId": "1",
    }
    path = tmp_path / "longer.csv"
    path.write_text("\n".join((header, ",".join(new.get(column, "") for column in columns), rest)), encoding="utf-8")
    before = {record.id for record in act(lists, celex)[0]}
    after = {one.id for one in load(path)[0] if isinstance(one, Record)}
    assert after - before == {f"eu-oj:{celex}/XLII/new"}
    assert before < after
