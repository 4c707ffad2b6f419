"""The entities table: numbers by the kind of the row, ids where none is given, and what becomes of odd cells."""

from pathlib import Path

import pytest

from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier
from graphkit.model.records import Fact, LoadReport, Name, Provenance, Record
from graphkit.model.vocabulary import Kind, NameKind, Validity
from tests.unit.sources.plain_folder import only, read_texts, remarks


def records(folder: Path, text: str) -> tuple[list[Record], LoadReport]:
    """The records of one entities table."""
    statements, report = read_texts(folder, {"e.csv": text})
    return only(Record, statements), report


def test_every_column_of_the_contract_is_read(tmp_path: Path) -> None:
    found, report = records(
        tmp_path,
        "id,kind,name,aliases,former_names,imo,company_imo,mmsi,call_sign,flag,country,registration_number,lei,"
        "birth_date,address,type,built,gt,dwt,dissolved,visibility,source\n"
        "k,company,KOREA ANSAN SHIPPING COMPANY,KOREA ANSAN SHPG CO; ANSAN,OLD ANSAN,5676084,5993381,,,,DPRK,12-34,"
        "213800KUD8LAJWSQ9D15,,Pyongchon 1-dong; Pyongyang,holding,2001,1,2,2019-03,public,un-sc#KPe.062\n"
        "p,person,KIM,,,,,,,,KP,,,1960,,,,,,,,un-sc\n",
    )
    assert found == [
        Record(
            "own:k",
            Kind.COMPANY,
            "KOREA ANSAN SHIPPING COMPANY",
            Provenance("un-sc", "e.csv", 2, "KPe.062"),
            names=(
                Name("KOREA ANSAN SHPG CO", NameKind.ALIAS),
                Name("ANSAN", NameKind.ALIAS),
                Name("OLD ANSAN", NameKind.FORMER),
            ),
            identifiers=(
                Identifier("company_imo", "5676084", "5676084", Validity.OK),
                Identifier("company_imo", "5993381", "5993381", Validity.OK),
                Identifier("lei", "213800KUD8LAJWSQ9D15", "213800KUD8LAJWSQ9D15", Validity.OK),
                Identifier("registration_number", "12-34", "1234", Validity.UNCHECKED, "KP"),
            ),
            facts=(
                Fact("country", "DPRK", "KP"),
                Fact("dissolved", "2019-03", when=parse_when("2019-03")),
                Fact("address", "Pyongchon 1-dong"),
                Fact("address", "Pyongyang"),
                Fact("type", "holding"),
                Fact("built", "2001"),
                Fact("gt", "1"),
                Fact("dwt", "2"),
            ),
        ),
        Record(
            "own:p",
            Kind.PERSON,
            "KIM",
            Provenance("un-sc", "e.csv", 3),
            facts=(Fact("country", "KP", "KP"), Fact("birth_date", "1960", when=parse_when("1960"))),
        ),
    ]
    assert remarks(report) == []


@pytest.mark.parametrize(
    ("kind", "scheme"),
    [
        ("vessel", "imo"),
        ("", "imo"),
        ("company", "company_imo"),
        ("organization", "company_imo"),
        ("person", "company_imo"),
    ],
)
def test_a_number_under_imo_is_a_ships_or_a_companys_by_the_kind_of_the_row(
    tmp_path: Path, kind: str, scheme: str
) -> None:
    # 5993381 passes both checks: 5*7+9*6+9*5+3*4+3*3+8*2 = 171, and 5*8+9*6+9*4+3*2+3*9+8*7 = 219 = 10 mod 11.
    found, _ = records(tmp_path, f"kind,name,imo\n{kind},PRIMORYE,5993381\n")
    assert found[0].identifiers == (Identifier(scheme, "5993381", "5993381", Validity.OK),)
    assert found[0].id == f"own:{scheme}-5993381"


def test_a_number_that_fails_its_check_is_kept_noted_and_makes_no_id(tmp_path: Path) -> None:
    found, report = records(tmp_path, "kind,name,imo,mmsi\nvessel,AN SAN 1,7303804,12345\n")
    assert found[0].identifiers == (
        Identifier("imo", "7303804", "", Validity.BAD_CHECKSUM),
        Identifier("mmsi", "12345", "", Validity.BAD_FORMAT),
    )
    assert found[0].id.startswith("own:an-san-1-")
    assert remarks(report) == [
        (2, "imo number with a wrong check digit, kept and not used", "7303804", False),
        (2, "mmsi number with a wrong form, kept and not used", "12345", False),
    ]


def test_a_vessel_has_no_company_number(tmp_path: Path) -> None:
    # Exports print the owner's number beside the ship; as the ship's own it would join ship and company.
    found, report = records(tmp_path, "id,kind,imo,company_imo\n1,vessel,7303803,5676084\n")
    assert found[0].identifiers == (Identifier("imo", "7303803", "7303803", Validity.OK),)
    assert found[0].facts == (Fact("note", "company_imo: 5676084"),)
    assert remarks(report) == [
        (2, "a vessel has no company number: company_imo is kept as a note", "5676084", False),
    ]


def test_an_official_number_belongs_to_the_register_of_the_flag(tmp_path: Path) -> None:
    found, _ = records(
        tmp_path,
        "id,kind,flag,country,registration_number\n1,vessel,Panama,,4455\n2,company,,Panama; Liberia,4455\n",
    )
    assert [record.identifiers for record in found] == [
        (Identifier("registration_number", "4455", "4455", Validity.UNCHECKED, "PA"),),
        (Identifier("registration_number", "4455", "4455", Validity.UNCHECKED, ""),),
    ]


def test_without_an_id_a_name_alone_does_not_make_two_parties_one(tmp_path: Path) -> None:
    found, report = records(
        tmp_path,
        "kind,name,country,imo,source\n"
        "vessel,SEA STAR,,,a\n"
        "company,SEA STAR,,,a\n"
        "company,SEA STAR,HK,,a\n"
        "company,SEA STAR,HK,,b\n"
        "vessel,SEA STAR,,7303803,a\n"
        ",Морская звезда,,,a\n",
    )
    ids = [record.id for record in found]
    assert ids[2] == ids[3]
    assert len(set(ids)) == 5
    assert ids[4] == "own:imo-7303803"
    assert all(found_id.startswith("own:sea-star-") for found_id in ids[:4])
    assert [record.name for record in found][-1] == "Морская звезда"
    assert report.kept == 6


def test_placeholders_are_no_ids_and_no_numbers(tmp_path: Path) -> None:
    found, report = records(
        tmp_path, "id,name,imo,mmsi\n-,SHIP A,N/A,\nN/A,SHIP B,-,\nUNKNOWN,UNKNOWN,,1\n,UNKNOWN,,2\n"
    )
    assert len({record.id for record in found}) == 4
    assert [record.identifiers for record in found[:2]] == [(), ()]
    assert [(line, reason) for line, reason, _, _ in remarks(report) if "placeholder" in reason] == [
        (2, "the id is a placeholder and counts as none"),
        (3, "the id is a placeholder and counts as none"),
        (4, "the id is a placeholder and counts as none"),
    ]


def test_a_row_without_id_name_and_number_is_set_aside(tmp_path: Path) -> None:
    found, report = records(tmp_path, "id,name,imo,call_sign,flag\n,,,,Panama\n,,,5IM590,\n,,-,,\n")
    assert [record.identifiers for record in found] == [
        (Identifier("call_sign", "5IM590", "5IM590", Validity.OK),),
    ]
    assert remarks(report) == [
        (2, "the row has neither id nor name nor number", "Panama", True),
        (4, "the row has neither id nor name nor number", "-", True),
    ]


def test_an_unknown_kind_or_country_is_not_guessed(tmp_path: Path) -> None:
    found, report = records(tmp_path, "id,kind,name,flag,birth_date\n1,Ship,A,Atlantis,\n2,trust,B,,some day\n3,,C,,\n")
    assert [record.kind for record in found] == [Kind.VESSEL, Kind.NOT_STATED, Kind.NOT_STATED]
    assert found[0].facts == (Fact("flag", "Atlantis"),)
    assert found[1].facts == (Fact("birth_date", "some day"),)
    assert remarks(report) == [
        (2, "flag names no country graphkit knows", "Atlantis", False),
        (3, "kind is no word of the contract and counts as not stated", "trust", False),
        (3, "birth_date is not a date graphkit knows", "some day", False),
    ]


def test_unknown_columns_are_notes_and_a_column_without_a_name_keeps_its_cells(tmp_path: Path) -> None:
    found, _ = records(tmp_path, "id,name,Colour,,name\n1,AN SAN 1,red,hello,HOPE SEA\n")
    assert found[0].name == "AN SAN 1"
    assert found[0].names == ()
    assert found[0].facts == (
        Fact("note", "Colour: red"),
        Fact("note", "column 4: hello"),
        Fact("note", "name: HOPE SEA"),
    )
