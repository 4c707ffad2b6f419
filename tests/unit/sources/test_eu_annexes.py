"""EU annexes as tables: what a row becomes, what is set aside, and ids that outlive a new row on top."""

import csv
import io
import random
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import SourceError
from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier
from graphkit.model.records import (
    Fact,
    Listing,
    LoadReport,
    Name,
    Provenance,
    Record,
    Remark,
    Source,
    Statement,
)
from graphkit.model.vocabulary import Kind, Measure, NameKind, Validity
from graphkit.sources import eu_annexes
from graphkit.sources.base import SourceFiles
from graphkit.sources.textfiles import head_of

DATA = Path(__file__).parents[2] / "data" / "eu"
FREEZE = "32017R1509/XIV.A"


def load(path: Path) -> tuple[list[Statement], LoadReport]:
    report = LoadReport("eu-oj")
    source = SourceFiles(name="eu-oj", format="eu-oj", files={"main": path}, labels={"main": path.name})
    return list(eu_annexes.read(source, report)), report


def records(path: Path) -> dict[str, Record]:
    return {one.id: one for one in load(path)[0] if isinstance(one, Record)}


def listings(path: Path) -> dict[str, Listing]:
    return {one.record_id: one for one in load(path)[0] if isinstance(one, Listing)}


def table(
    folder: Path, *rows: str, header: str = "celex,recordId,annex,measure,startDate,schema,name,imoNumber"
) -> Path:
    path = folder / "table.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def ship(number: str, name: str = "CHON MYONG 1", imo: str = "8712362", day: str = "30.3.2018") -> str:
    return f"32017R1509,{number},XIV.A,Asset freeze,{day},Vessel,{name},{imo}"


def test_a_table_is_recognised_by_its_columns_and_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text((DATA / "amendment.csv").read_text(encoding="utf-8"), encoding="utf-8")
    assert [eu_annexes.recognise(path, head_of(one)) for one in (path, DATA / "ships.csv")] == ["main", "main"]


@pytest.mark.parametrize(
    "head",
    [
        "",
        "\n\n",
        "id,kind,name,imo\n1,vessel,AN SAN 1,7303803\n",
        "recordId,annex,measure,schema,name\n",  # of which act?
        '<?xml version="1.0"?><export/>',
        '"celex,recordId,annex,measure,schema,name',
    ],
)
def test_other_files_are_not_recognised(head: str) -> None:
    assert eu_annexes.recognise(DATA / "ships.csv", head) is None


def test_a_source_is_called_by_the_act_it_was_read_from() -> None:
    assert eu_annexes.dataset_name(head_of(DATA / "ships.csv")) == "eu-oj-32017R1509"
    # A table of amendments and the table of the act they amend are two sources of one case.
    assert eu_annexes.dataset_name(head_of(DATA / "amendment.csv")) == "eu-oj-32026R1965"


@pytest.mark.parametrize(
    "first_row", ["", ",1,XIV.A,Asset freeze,Vessel,AN SAN 1", "../../etc,1,XIV.A,,Vessel,AN SAN 1"]
)
def test_without_an_act_in_its_first_row_a_source_has_the_plain_name(first_row: str) -> None:
    assert eu_annexes.dataset_name(f"celex,recordId,annex,measure,schema,name\n{first_row}\n") == "eu-oj"


def test_the_document_comes_first_with_the_number_of_its_act(tmp_path: Path) -> None:
    statements, _ = load(table(tmp_path, ship("1")))
    assert statements[0] == Source(
        id="eu-oj",
        title="Official Journal of the European Union, annexes: 32017R1509",
        publisher="Publications Office of the European Union",
        url="https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017R1509",
        kind="list",
        file="table.csv",
    )


def test_a_ship_is_a_record_and_its_row_a_listing() -> None:
    wording = "M/V AN SAN 1 was involved in a ship-to-ship transfer, likely for oil, in late January 2018."
    place = Provenance("eu-oj", "ships.csv", 2, "32017R1509 XIV.A-2", "XIV.A-2")
    record_id = f"eu-oj:{FREEZE}/imo-7303803"
    assert load(DATA / "ships.csv")[0][1:3] == [
        Record(
            record_id,
            Kind.VESSEL,
            "AN SAN 1",
            place,
            identifiers=(Identifier("imo", "7303803", "7303803", Validity.OK),),
            facts=(Fact("regime", "EU-PRK", "KP"), Fact("note", wording)),
        ),
        Listing(
            record_id,
            "EU",
            "32017R1509",
            Measure.ASSET_FREEZE,
            replace(place, wording=wording),
            programs=("EU-PRK",),
            listed=parse_when("30.3.2018"),
            reference="XIV.A-2",
        ),
    ]


def test_a_ship_in_two_annexes_is_two_records_with_two_measures() -> None:
    # An San 1 was frozen (annex XIV.A) and banned from ports (XIV.B) on the same day.
    found = listings(DATA / "ships.csv")
    assert found[f"eu-oj:{FREEZE}/imo-7303803"].measure is Measure.ASSET_FREEZE
    assert found["eu-oj:32017R1509/XIV.B/imo-7303803"].measure is Measure.PORT_BAN


def test_the_present_name_and_flag_of_a_renamed_ship_are_read_from_its_notes() -> None:
    wan_heng = records(DATA / "ships.csv")["eu-oj:32017R1509/XIV.B/imo-8791667"]
    assert wan_heng.names == (Name("KUMJINGANG3"), Name("Kum Jin Gang 3"))
    assert wan_heng.facts == (
        Fact("regime", "EU-PRK", "KP"),
        Fact("note", "M/V WAN HENG 11 met M/V RYE SONG GANG 1."),
        Fact(
            "note",
            "Wan Heng 11, formerly a Belize-flagged vessel, is now operating as a DPRK-flagged vessel "
            "named the KUMJINGANG3 or Kum Jin Gang 3.",
        ),
        Fact("flag", "DPRK", "KP"),
        Fact("former_flag", "Belize", "BZ"),
    )


def test_words_in_place_of_an_imo_number_are_kept_and_noted() -> None:
    # MIN NING DE YOU 078 is the one ship of the annex without a number.
    boat = records(DATA / "ships.csv")["eu-oj:32017R1509/XIV.B/min-ning-de-you-078"]
    assert boat.identifiers == (Identifier("imo", "Does not exist", "", Validity.BAD_FORMAT),)
    assert load(DATA / "ships.csv")[1].remarks == [
        Remark("ships.csv", 5, "imo number with a wrong form, kept and not used", "Does not exist", set_aside=False)
    ]


def test_names_in_brackets_of_a_ship_are_former_and_the_printed_form_is_kept() -> None:
    record = records(DATA / "ships.csv")["eu-oj:32017R1509/XIII.B/imo-8909575"]
    assert record.name == "Chong Bong"
    assert record.names == (Name("Greenlight", NameKind.FORMER), Name("Blue Nouvelle", NameKind.FORMER))
    assert record.provenance == Provenance(
        "eu-oj", "ships.csv", 6, "32017R1509 XIII.B", "XIII.B", "Chong Bong (Greenlight) (Blue Nouvelle)"
    )


def test_the_reason_is_the_wording_of_the_listing() -> None:
    record_id = "eu-oj:32014R0833/XLII/imo-9074729"
    assert listings(DATA / "ships.csv")[record_id] == Listing(
        record_id,
        "EU",
        "32014R0833",
        Measure.PORT_BAN,
        Provenance("eu-oj", "ships.csv", 7, "32014R0833 XLII-7", "XLII-7", "Article 3s(2), point (b)"),
        programs=("EU-RUS",),
        listed=parse_when("25.6.2024"),
        reference="XLII-7",
    )


def test_previous_names_flag_and_mmsi_of_a_ship_are_read() -> None:
    record = records(DATA / "ships.csv")["eu-oj:32014R0833/XLII/imo-9074729"]
    assert record.names == (Name("OLD EXAMPLE", NameKind.FORMER), Name("FIRST EXAMPLE", NameKind.FORMER))
    assert record.identifiers == (
        Identifier("imo", "9074729", "9074729", Validity.OK),
        Identifier("mmsi", "620233000", "620233000", Validity.OK),
    )
    assert record.facts == (Fact("regime", "EU-RUS", "RU"), Fact("flag", "Gabon", "GA"))


def test_a_person_has_names_documents_and_either_year_of_birth() -> None:
    assert records(DATA / "parties.csv")["eu-oj:32017R1509/XIII.A/tsang-yung-yuan-1954-or-1955"] == Record(
        "eu-oj:32017R1509/XIII.A/tsang-yung-yuan-1954-or-1955",
        Kind.PERSON,
        "Tsang Yung Yuan",
        Provenance("eu-oj", "parties.csv", 2, "32017R1509 XIII.A-80", "XIII.A-80"),
        names=(Name("Neil Tsang"), Name("Yun Yuan Tsang"), Name("Neil", NameKind.WEAK)),
        identifiers=(
            Identifier("passport", "302001581 (issued by the DPRK)", "302001581", Validity.UNCHECKED, "KP"),
            Identifier("passport", "836110034 (diplomatic)", "836110034", Validity.UNCHECKED),
        ),
        facts=(
            Fact("regime", "EU-PRK", "KP"),
            Fact("nationality", "DPRK.", "KP"),
            Fact("birth_date", "1954", when=parse_when("1954")),
            Fact("birth_date", "1955", when=parse_when("1955")),
            Fact("birth_place", "Pyongyang, DPRK"),
            Fact("position", "Broker"),
            Fact("gender", "male"),
        ),
    )


def test_a_company_has_acronym_former_name_original_script_and_imo_numbers() -> None:
    record_id = "eu-oj:32017R1509/XIII.B/ocean-maritime-management-company-limited-omm"
    assert records(DATA / "parties.csv")[record_id] == Record(
        record_id,
        Kind.ORGANIZATION,
        "Ocean Maritime Management Company, Limited",
        Provenance(
            "eu-oj",
            "parties.csv",
            3,
            "32017R1509 XIII.B-20",
            "XIII.B-20",
            "Ocean Maritime Management Company, Limited (OMM)",
        ),
        names=(
            Name("OMM"),
            Name("EAST SEA"),
            Name("Korea Mirae Shipping Co., Ltd"),
            Name("Haeyang", NameKind.FORMER),
            Name("HCM", NameKind.FORMER),
            Name("조선해운", NameKind.ORIGINAL),
        ),
        identifiers=(
            Identifier("company_imo", "1790183", "1790183", Validity.OK),
            Identifier("company_imo", "5434358", "5434358", Validity.OK),
        ),
        facts=(
            Fact("regime", "EU-PRK", "KP"),
            Fact("address", "Donghung Dong, Pyongyang, DPRK", "KP"),
            Fact("phone", "+850-2-18111"),
            Fact("phone", "+850-2-381"),
            Fact("email", "a@example.kp"),
            Fact("email", "b@example.kp"),
            Fact("note", "sector: shipping"),
        ),
    )


def test_a_listed_port_is_of_no_stated_kind_and_its_traffic_is_banned() -> None:
    record_id = "eu-oj:32014R0833/XLVII.A/primorsk"
    port = records(DATA / "parties.csv")[record_id]
    assert (port.kind, port.facts) == (Kind.NOT_STATED, (Fact("regime", "EU-RUS", "RU"), Fact("type", "Asset")))
    assert listings(DATA / "parties.csv")[record_id].measure is Measure.TRANSPORT_BAN


def test_an_amendment_lists_under_the_act_it_amends_and_is_cited_by_its_own() -> None:
    # Its cells run over two lines, and its values are lettered.
    record_id = "eu-oj:32002R0881/I/example-person-a-4-4-1964-b-1966"
    place = Provenance("eu-oj", "amendment.csv", 2, "32026R1965 I", "I")
    assert load(DATA / "amendment.csv")[0][1:] == [
        Record(
            record_id,
            Kind.PERSON,
            "Example Person",
            place,
            names=(Name("Example"), Name("Person, Example")),
            facts=(
                Fact("regime", "EU-TAQA-EUAQ"),
                Fact("nationality", "Indonesian"),
                Fact("nationality", "Russian", "RU"),
                Fact("birth_date", "4.4.1964", when=parse_when("4.4.1964")),
                Fact("birth_date", "1966", when=parse_when("1966")),
            ),
        ),
        Listing(
            record_id,
            "EU",
            "32002R0881",
            Measure.ASSET_FREEZE,
            place,
            programs=("EU-TAQA-EUAQ",),
            listed=parse_when("28.1.2003"),
            reference="I",
        ),
    ]


def test_faulty_rows_are_set_aside_or_noted_with_their_lines_and_never_lost() -> None:
    statements, report = load(DATA / "faulty.csv")
    assert (report.rows, report.kept, report.set_aside_rows) == (8, 4, 4)
    file = "faulty.csv"
    assert report.remarks == [
        Remark(
            file,
            3,
            "8 columns where 10 were expected",
            "32017R1509,2,EU-PRK,XIV.A,Asset freeze,30.3.2018,,Vessel",
            set_aside=True,
        ),
        Remark(file, 4, "no name", "32017R1509,3,EU-PRK,XIV.A,Asset freeze,30.3.2018,,Vessel,,7303803", set_aside=True),
        Remark(
            file,
            5,
            "no CELEX number of the act",
            "see the note,4,EU-PRK,XIV.A,Asset freeze,30.3.2018,,Vessel,SAM JONG 1,8405311",
            set_aside=True,
        ),
        Remark(file, 6, "the same row again as in line 2", "CHON MYONG 1", set_aside=True),
        Remark(file, 7, "a measure that is not known, so no listing", "Keelhauling", set_aside=False),
        Remark(file, 8, "a schema that is not known; the kind is not stated", "Spaceship", set_aside=False),
        Remark(
            file,
            8,
            "the date of the listing cannot be read and is left open",
            "'31.2.2018' is not a date graphkit knows; write 2018, 2018-06, 2018-06-29 or 2018..2019",
            set_aside=False,
        ),
        Remark(file, 9, "imo number with a wrong check digit, kept and not used", "8604918", set_aside=False),
    ]
    assert [(one.name, one.kind) for one in statements if isinstance(one, Record)] == [
        ("CHON MYONG 1", Kind.VESSEL),
        ("SAM JONG 2", Kind.VESSEL),
        ("SAM MA 2", Kind.NOT_STATED),
        ("YU JONG \"2\" =cmd|' /C calc'!A0", Kind.VESSEL),
    ]
    assert [one.listed for one in statements if isinstance(one, Listing)] == [
        parse_when("30.3.2018"),
        None,
        parse_when("30.3.2018"),
    ]


def test_a_row_inserted_on_top_changes_no_id(tmp_path: Path) -> None:
    before = records(table(tmp_path, ship("1"), ship("2", "SAM JONG 1", "8405311"), ship("", "금강산", "")))
    after = records(
        table(
            tmp_path,
            ship("1", "NEW SHIP", "9074729"),
            ship("2"),
            ship("3", "SAM JONG 1", "8405311"),
            ship("", "금강산", ""),
        )
    )
    assert set(before) < set(after)
    assert set(after) - set(before) == {f"eu-oj:{FREEZE}/imo-9074729"}


def test_one_ship_twice_in_one_annex_has_two_ids_whatever_the_order(tmp_path: Path) -> None:
    # MIKHAIL ULYANOV stands twice in annex XLII, with two dates.
    rows = [ship("586", day="19.12.2025"), ship("616", day="24.4.2026"), ship("1", "SAM JONG 1", "8405311")]
    expected = set(records(table(tmp_path, *rows)))
    assert len(expected) == 3
    assert f"eu-oj:{FREEZE}/imo-8405311" in expected
    assert f"eu-oj:{FREEZE}/imo-8712362" not in expected
    random.Random(7).shuffle(rows)
    assert set(records(table(tmp_path, *reversed(rows)))) == expected


def test_the_order_of_columns_changes_no_id(tmp_path: Path) -> None:
    usual = records(table(tmp_path, ship("586", day="19.12.2025"), ship("616", day="24.4.2026")))
    other = table(
        tmp_path,
        "CHON MYONG 1,8712362,32017R1509,586,XIV.A,Asset freeze,19.12.2025,Vessel,",
        "CHON MYONG 1,8712362,32017R1509,616,XIV.A,Asset freeze,24.4.2026,Vessel,",
        header="name,imoNumber,celex,recordId,annex,measure,startDate,schema,flag",
    )
    assert set(records(other)) == set(usual)


@pytest.mark.parametrize("text", ["", "id,name\n1,AN SAN 1\n", "<export/>\n"])
def test_a_file_of_another_form_stops_the_run_with_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match="^other.csv is no table of an EU annex: a first row with the columns"):
        load(path)


def test_a_table_without_rows_is_an_act_that_lists_nobody(tmp_path: Path) -> None:
    statements, report = load(table(tmp_path))
    assert [type(one) for one in statements] == [Source]
    assert (report.rows, report.remarks) == (0, [])


COLUMNS = (
    "celex recordId programKey annex measure startDate reason schema name alias weakAlias previousName country flag "
    "nationality birthDate passportNumber idNumber registrationNumber imoNumber mmsi address phone email notes more"
).split()
CELLS = st.text(st.sampled_from("32017R1509 KPae(),;:'\"‘’«»./-\n\t金ЖÉ\u202c"), max_size=20) | st.sampled_from(
    [
        "32017R1509",
        "Vessel",
        "Person",
        "LegalEntity",
        "Asset freeze",
        "a) 1 b) 2",
        "(",
        "f.k.a.: ",
        "and ",
        "IMO",
        '"',
        "1 or 2",
    ]
)


ROWS = st.builds(
    lambda act, cells: [act, *cells],
    st.sampled_from(["32017R1509", "32014R0833", "no act"]),
    st.lists(CELLS, min_size=len(COLUMNS) - 2, max_size=len(COLUMNS) - 1),
)


@given(st.lists(ROWS, max_size=6))
def test_whatever_stands_in_its_cells_a_row_is_kept_or_set_aside(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([COLUMNS, *rows])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(text.getvalue(), encoding="utf-8", newline="")
        statements, report = load(path)
    found = [one for one in statements if isinstance(one, Record)]
    assert report.rows == len(rows) == report.kept + report.set_aside_rows
    assert len(found) == len({one.id for one in found}) == report.kept
    assert all(one.name and all(name.text for name in one.names) for one in found)


def test_a_quote_that_is_never_closed_takes_only_its_own_row_with_it(tmp_path: Path) -> None:
    path = table(tmp_path, ship("1"), '32017R1509,2,XIV.A,Asset freeze,30.3.2018,Vessel,"SAM JONG 1,8405311')
    statements, report = load(path)
    assert [one.name for one in statements if isinstance(one, Record)] == ["CHON MYONG 1"]
    assert [(one.line, one.reason) for one in report.remarks] == [(3, "a quote in the row never closes")]
