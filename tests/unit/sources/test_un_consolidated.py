from datetime import date
from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.model.dates import When
from graphkit.model.identifiers import Identifier
from graphkit.model.records import (
    Fact,
    Link,
    Listing,
    LoadReport,
    Name,
    Provenance,
    Record,
    Remark,
    Source,
    Statement,
)
from graphkit.model.vocabulary import (
    Kind,
    LinkType,
    Measure,
    NameKind,
    Scope,
    Standing,
    Validity,
)
from graphkit.sources import un_consolidated
from graphkit.sources.base import SourceFiles

DATA = Path(__file__).parents[2] / "data" / "un"
KOREA = "Democratic People's Republic of Korea"
REGIME = Fact("regime", "DPRK", "KP")


def load(path: Path) -> tuple[list[Statement], LoadReport]:
    report = LoadReport("un-sc")
    source = SourceFiles(name="un-sc", format="un-sc", files={"main": path}, labels={"main": path.name})
    return list(un_consolidated.read(source, report)), report


def written(folder: Path, content: str) -> Path:
    path = folder / "list.xml"
    path.write_text(content, encoding="utf-8")
    return path


def ids(statements: list[Statement]) -> list[str]:
    return [statement.id for statement in statements if isinstance(statement, Record)]


def test_the_list_is_dated_by_the_day_it_was_generated() -> None:
    statements, report = load(DATA / "small.xml")
    assert statements[0] == Source(
        "un-sc",
        "United Nations Security Council Consolidated List",
        "United Nations Security Council",
        published="2026-02-27",
        kind="list",
        file="small.xml",
    )
    assert (report.rows, report.kept, report.remarks) == (3, 3, [])


def test_an_entity_becomes_an_organization_with_its_listing_and_its_ship() -> None:
    wording = (
        "Registered owner of DPRK tanker AN SAN 1 believed to have been involved in "
        "ship-to-ship transfer operations for oil."
    )
    comment = f"{wording} IMO number: 5676084"
    here = Provenance("un-sc", "small.xml", 29, place="KPe.062", reference="KPe.062")
    stated = Provenance("un-sc", "small.xml", 29, "KPe.062", "KPe.062", wording)
    statements, _ = load(DATA / "small.xml")
    first = next(at for at, row in enumerate(statements) if isinstance(row, Record) and row.id == "un-sc:KPe.062")
    assert statements[first : first + 4] == [
        Record(
            "un-sc:KPe.062",
            Kind.ORGANIZATION,
            "KOREA ANSAN SHIPPING COMPANY",
            here,
            names=(Name("KOREA ANSAN SHPG COMPANY"), Name("Ansan Marine", NameKind.FORMER)),
            identifiers=(
                Identifier("un_ref", "KPe.062", "KPe.062", Validity.UNCHECKED),
                Identifier("company_imo", "5676084", "5676084", Validity.OK),
            ),
            facts=(
                Fact("address", f"Pyongchon 1-dong, Pyongchon-guyok, Pyongyang, {KOREA}", "KP"),
                Fact("note", comment),
                REGIME,
            ),
        ),
        Listing(
            "un-sc:KPe.062",
            "UN",
            "UN 1718",
            Measure.ASSET_FREEZE,
            Provenance("un-sc", "small.xml", 29, "KPe.062", "KPe.062", comment),
            ("DPRK",),
            When("2018-03-30", date(2018, 3, 30), date(2018, 3, 30)),
            reference="KPe.062",
        ),
        Record(
            "un-sc:KPe.062/vessel-an-san-1",
            Kind.VESSEL,
            "AN SAN 1",
            stated,
            Standing.MENTION,
            Scope.PROSE,
            facts=(Fact("country", "DPRK", "KP"), REGIME),
        ),
        Link(LinkType.OWNS, "un-sc:KPe.062", "un-sc:KPe.062/vessel-an-san-1", stated, role="registered_owner"),
    ]


def test_several_roles_on_one_ship_are_one_mention_and_several_links() -> None:
    statements, _ = load(DATA / "small.xml")
    ship = "un-sc:KPe.055/vessel-hua-fu"
    assert ids(statements).count(ship) == 1
    assert [(row.type, row.role) for row in statements if isinstance(row, Link) and row.to_id == ship] == [
        (LinkType.OWNS, "registered_owner"),
        (LinkType.MANAGES, "ship_manager"),
        (LinkType.MANAGES, "commercial_manager"),
    ]
    mention = next(row for row in statements if isinstance(row, Record) and row.id == ship)
    assert mention.facts == (Fact("flag", "Panama", "PA"), REGIME)


def test_a_day_with_a_time_zone_is_that_day_and_the_other_script_is_a_name() -> None:
    statements, _ = load(DATA / "small.xml")
    company = next(row for row in statements if isinstance(row, Record) and row.id == "un-sc:KPe.055")
    assert company.names == (Name("長安海連技術有限公司", NameKind.ORIGINAL),)
    listed = [row.listed for row in statements if isinstance(row, Listing) and row.reference == "KPe.055"]
    assert listed == [When("2018-03-30", date(2018, 3, 30), date(2018, 3, 30))]


def test_a_person_has_names_by_quality_documents_and_both_measures() -> None:
    statements, _ = load(DATA / "small.xml")
    assert statements[1] == Record(
        "un-sc:KPi.901",
        Kind.PERSON,
        "KIM EXAMPLE",
        Provenance("un-sc", "small.xml", 4, place="KPi.901", reference="KPi.901"),
        names=(Name("Kim Exampel"), Name("Big Kim", NameKind.WEAK), Name("Boss", NameKind.WEAK)),
        identifiers=(
            Identifier("un_ref", "KPi.901", "KPi.901", Validity.UNCHECKED),
            Identifier("passport", "PS 472330208", "PS472330208", Validity.UNCHECKED, "KP"),
        ),
        facts=(
            Fact("country", "Syrian Arab Republic", "SY"),
            Fact("note", "INDIVIDUAL_ADDRESS Syrian Arab Republic: NOTE as of June 2016"),
            Fact("birth_date", "~1960", when=When("~1960", date(1959, 1, 1), date(1961, 12, 31))),
            Fact("birth_place", f"Nampo, {KOREA}", "KP"),
            Fact("nationality", KOREA, "KP"),
            Fact("title", "Colonel"),
            Fact("position", "Representative in Syria"),
            Fact("gender", "Male"),
            Fact("note", "INDIVIDUAL_DOCUMENT PS 472330208: NOTE Expires 4 Jul. 2017"),
            Fact("note", "INDIVIDUAL_ALIAS Kim Exampel: DATE_OF_BIRTH 1961"),
            Fact("note", "Represents Korea Ansan Shipping Company."),
            REGIME,
        ),
    )
    measures = [row.measure for row in statements if isinstance(row, Listing) and row.record_id == "un-sc:KPi.901"]
    assert measures == [Measure.ASSET_FREEZE, Measure.TRAVEL_BAN]


def test_odd_rows_are_counted_and_the_rest_is_read() -> None:
    statements, report = load(DATA / "odd.xml")
    assert ids(statements) == [
        "un-sc:KPe.901",
        "un-sc:KPe.901",
        "un-sc:atlantis/hyperlink-http-example-org",
    ]
    assert (report.rows, report.kept) == (5, 3)
    assert report.remarks == [
        Remark("odd.xml", 1, "the list does not say when it was generated", "", False),
        Remark("odd.xml", 4, "the entry has no name", "KPi.902", True),
        Remark("odd.xml", 10, "VESSEL is neither a person nor an entity", "AN SAN 1", True),
        Remark("odd.xml", 11, "company_imo does not pass its check and is not used", "5676085", False),
        Remark(
            "odd.xml",
            11,
            "'2018-02-31' is not a date graphkit knows; write 2018, 2018-06, 2018-06-29 or 2018..2019",
            "2018-02-31",
            False,
        ),
        Remark("odd.xml", 19, "an earlier entry has the same reference number; both are read", "KPe.901", False),
        Remark("odd.xml", 24, "the reference number is not of the UN's form", "", False),
        Remark(
            "odd.xml",
            24,
            "a regime that graphkit does not know; an asset freeze is taken for granted",
            "Atlantis",
            False,
        ),
        Remark("odd.xml", 27, "an alias of unknown quality is read as a plain alias", "maybe", False),
        Remark("odd.xml", 28, "no country of this name is known; its words are kept", "Atlantis", False),
    ]


def test_a_wrong_number_and_an_unknown_element_are_kept_in_the_record() -> None:
    statements, _ = load(DATA / "odd.xml")
    company = next(row for row in statements if isinstance(row, Record))
    assert company.identifiers == (
        Identifier("un_ref", "KPe.901", "KPe.901", Validity.UNCHECKED),
        Identifier("company_imo", "5676085", "", Validity.BAD_CHECKSUM),
    )
    assert company.facts == (Fact("note", "WEBSITE: example.org"), Fact("note", "IMO number: 5676085."), REGIME)
    assert [row.listed for row in statements if isinstance(row, Listing)] == [None, None, None]


def test_hostile_cells_stay_text() -> None:
    statements, _ = load(DATA / "odd.xml")
    company = next(row for row in reversed(statements) if isinstance(row, Record))
    assert (company.name, company.names) == ('=HYPERLINK("http://example.org")', (Name("<script>"),))
    assert company.facts == (Fact("address", "Poseidonis, Atlantis"), Fact("regime", "Atlantis"))


def test_a_file_that_breaks_off_gives_the_entries_before_the_break() -> None:
    statements, report = load(DATA / "truncated.xml")
    assert ids(statements) == ["un-sc:KPe.903"]
    assert (report.rows, report.kept) == (2, 1)
    assert report.remarks == [
        Remark(
            "truncated.xml",
            13,
            "the XML breaks off in the entry that begins in line 10 (no element found); nothing after it was read",
            "CUT SHIPPING",
            True,
        )
    ]


def test_an_ampersand_that_is_none_breaks_the_file_at_its_line(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "<CONSOLIDATED_LIST dateGenerated='2026-02-27'><ENTITIES>\n"
        "<ENTITY><FIRST_NAME>WHOLE</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE>"
        "<REFERENCE_NUMBER>KPe.904</REFERENCE_NUMBER></ENTITY>\n"
        "<ENTITY><FIRST_NAME>SMITH & SONS</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>",
    )
    statements, report = load(path)
    assert ids(statements) == ["un-sc:KPe.904"]
    assert [(remark.line, remark.set_aside) for remark in report.remarks] == [(3, True)]


@pytest.mark.parametrize("name", ["bomb.xml", "external.xml"])
def test_a_file_that_declares_entities_is_refused_whole(name: str) -> None:
    with pytest.raises(
        SourceError, match=rf"^{name}, line 2: the file declares a document type or entities"
    ) as refused:
        load(DATA / name)
    assert str(refused.value).count(". ") == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<sdnList/>", "list.xml begins with sdnList, CONSOLIDATED_LIST was expected: it is not the UN's list in XML."),
        ("", "list.xml begins with no element, CONSOLIDATED_LIST was expected: it is not the UN's list in XML."),
        (
            "ent_num,name",
            "list.xml, line 1 is not XML that can be read (syntax error); the UN's list begins with CONSOLIDATED_LIST.",
        ),
    ],
)
def test_a_file_of_another_form_is_refused_with_one_sentence(content: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        load(written(tmp_path, content))
    assert str(refused.value) == message


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^gone.xml cannot be opened: No such file or directory.$"):
        load(tmp_path / "gone.xml")


def test_a_list_without_entries_is_read_as_empty(tmp_path: Path) -> None:
    statements, report = load(written(tmp_path, "<CONSOLIDATED_LIST dateGenerated='2026-02-27'/>"))
    assert (len(statements), report.rows, report.remarks) == (1, 0, [])


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ('<?xml version="1.0"?>\n<CONSOLIDATED_LIST dateGenerated="2026-02-27">', "main"),
        ("\ufeff<un:CONSOLIDATED_LIST xmlns:un='urn:un'>", "main"),
        ("<sdnList><publshInformation/></sdnList>", None),
        ("id,note\n1,a file that begins with <CONSOLIDATED_LIST>", None),
        ("<CONSOLIDATED_LISTING/>", None),
        ("", None),
    ],
)
def test_the_list_is_recognised_by_its_first_element(head: str, part: str | None) -> None:
    assert un_consolidated.recognise(Path("any.txt"), head) == part


def test_a_row_inserted_above_changes_no_record_id(tmp_path: Path) -> None:
    before = (DATA / "small.xml").read_text(encoding="utf-8")
    entry = "<ENTITY><FIRST_NAME>NEW</FIRST_NAME><REFERENCE_NUMBER>KPe.999</REFERENCE_NUMBER></ENTITY>"
    after, _ = load(written(tmp_path, before.replace("<ENTITIES>", f"<ENTITIES>{entry}")))
    assert set(ids(after)) == {*ids(load(DATA / "small.xml")[0]), "un-sc:KPe.999"}
