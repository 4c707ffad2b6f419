"""OFAC's list as its four files: every entry, alias, address and link, with its own line."""

from collections import Counter
from pathlib import Path

from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier
from graphkit.model.records import Fact, Link, Listing, LoadReport, Name, Provenance, Record, Source, Statement
from graphkit.model.vocabulary import Kind, LinkType, Measure, NameKind, Scope, Standing, Validity
from graphkit.sources import ofac_sdn
from graphkit.sources.base import SourceFiles

DATA = Path(__file__).parents[2] / "data" / "ofac"
PARTS = {"sdn": "sdn.csv", "alt": "alt.csv", "add": "add.csv", "comments": "sdn_comments.csv"}


def load(*parts: str) -> tuple[list[Statement], LoadReport]:
    """The hand-written list, read from some of its files; without an argument from all four."""
    files = {part: DATA / name for part, name in PARTS.items() if not parts or part in parts}
    report = LoadReport("ofac-sdn")
    source = SourceFiles("ofac-sdn", "ofac-sdn", files, {part: path.name for part, path in files.items()})
    return list(ofac_sdn.read(source, report)), report


def at(file: str, line: int, number: str, wording: str = "") -> Provenance:
    return Provenance("ofac-sdn", file, line, place=number, reference=number, wording=wording)


def record(statements: list[Statement], record_id: str) -> Record:
    (found,) = (one for one in statements if isinstance(one, Record) and one.id == record_id)
    return found


def last_word(text: str) -> str:
    """What a cut in the middle of a remark leaves whole."""
    return text.split()[-1]


def test_a_vessel_is_read_whole() -> None:
    where = at("sdn.csv", 1, "101")
    assert record(load()[0], "ofac-sdn:101") == Record(
        "ofac-sdn:101",
        Kind.VESSEL,
        "EXAMPLE STAR 1",
        where,
        names=(
            Name("EXAMPLE STAR", NameKind.FORMER, at("alt.csv", 1, "101")),
            Name("OLD STAR; THE FIRST", NameKind.FORMER),
        ),
        identifiers=(
            Identifier("ofac_uid", "101", "101", Validity.UNCHECKED),
            Identifier("imo", "IMO 9074729", "9074729", Validity.OK),
            Identifier("mmsi", "677049000", "677049000", Validity.OK),
            Identifier("call_sign", "5IM 592", "5IM592", Validity.OK),
        ),
        facts=(
            Fact("flag", "Panama", "PA"),
            Fact("type", "Crude Oil Tanker"),
            Fact("dwt", "159,711"),
            Fact("gt", "81,479"),
            Fact("former_flag", "Malta", "MT"),
            Fact("former_flag", "None Identified"),
            Fact("regime", "DPRK4", "KP"),
        ),
    )


def test_a_company_has_company_numbers_also_under_the_vessels_label() -> None:
    assert record(load()[0], "ofac-sdn:102") == Record(
        "ofac-sdn:102",
        Kind.ORGANIZATION,
        "EXAMPLE SHIPPING CO., LTD",
        at("sdn.csv", 2, "102"),
        names=(Name('EXAMPLE "STAR" SHPG CO', NameKind.ALIAS, at("alt.csv", 2, "102")),),
        identifiers=(
            Identifier("ofac_uid", "102", "102", Validity.UNCHECKED),
            Identifier("company_imo", "IMO 1000021", "1000021", Validity.OK),
            Identifier("company_imo", "543400", "", Validity.BAD_FORMAT),
            Identifier("registration_number", "1448837 (Hong Kong)", "1448837", Validity.UNCHECKED, "HK"),
        ),
        facts=(
            Fact("address", "1 Example Road, Floor 2, Nampo, Korea, North", "KP", where=at("add.csv", 2, "102")),
            Fact("note", "Additional Sanctions Information - Subject to Secondary Sanctions"),
            Fact("incorporated", "12 Mar 2010", when=parse_when("12 Mar 2010")),
            Fact("website", "www.example.org"),
            Fact("regime", "IRAN", "IR"),
            Fact("regime", "NPWMD"),
            Fact("regime", "IFSR", "IR"),
        ),
    )


def test_remarks_that_were_cut_go_on_in_the_comments_without_a_gap() -> None:
    person = record(load()[0], "ofac-sdn:103")
    comment = at("sdn_comments.csv", 1, "103")
    assert person.names == (Name("PERSON THE RUN", NameKind.WEAK, comment),)
    assert person.identifiers[1:] == (
        Identifier("passport", "654410025 (Korea, North) expires 14 Oct 2019", "654410025", Validity.UNCHECKED, "KP"),
    )
    assert person.facts == (
        Fact("title", "Director"),
        Fact("birth_date", "circa 1951", when=parse_when("circa 1951")),
        Fact("nationality", "Korea, North", "KP"),
        Fact("phone", "850 2 000 0000", where=comment),
        Fact("regime", "SDGT"),
    )


def test_every_party_linked_to_is_a_mention_with_the_power_over_the_entry() -> None:
    statements, _ = load()
    wording = "Linked To: EXAMPLE SHIPPING CO., LTD"
    assert record(statements, "ofac-sdn:101/linked-1") == Record(
        "ofac-sdn:101/linked-1",
        Kind.NOT_STATED,
        "EXAMPLE SHIPPING CO., LTD",
        at("sdn.csv", 1, "101", wording),
        standing=Standing.MENTION,
        scope=Scope.LIST,
    )
    links = [one for one in statements if isinstance(one, Link)]
    assert links[0] == Link(
        LinkType.LINKED_TO,
        "ofac-sdn:101/linked-1",
        "ofac-sdn:101",
        at("sdn.csv", 1, "101", wording),
        role="linked to",
    )
    assert [(link.from_id, link.to_id) for link in links] == [
        ("ofac-sdn:101/linked-1", "ofac-sdn:101"),
        ("ofac-sdn:101/linked-2", "ofac-sdn:101"),
        ("ofac-sdn:103/linked-1", "ofac-sdn:103"),
        ("ofac-sdn:105/linked-1", "ofac-sdn:105"),
    ]


def test_the_stop_at_the_end_of_the_remarks_may_belong_to_the_name() -> None:
    statements, _ = load()
    spelt = {
        one.id.removeprefix("ofac-sdn:"): (one.name, *(name.text for name in one.names))
        for one in statements
        if isinstance(one, Record) and one.standing is Standing.MENTION
    }
    assert spelt == {
        "101/linked-1": ("EXAMPLE SHIPPING CO., LTD",),
        "101/linked-2": ("EXAMPLE HOLDER S.A", "EXAMPLE HOLDER S.A."),
        "103/linked-1": ("EXAMPLE SHIPPING CO., LTD", "EXAMPLE SHIPPING CO., LTD."),
        "105/linked-1": ("EXAMPLE HOLDER S.A.", "EXAMPLE HOLDER S.A.."),
    }


def test_a_listing_has_its_programmes_and_no_date_that_nobody_printed() -> None:
    listings = [one for one in load()[0] if isinstance(one, Listing)]
    assert listings[1] == Listing(
        "ofac-sdn:102",
        "OFAC",
        "SDN",
        Measure.ASSET_FREEZE,
        at("sdn.csv", 2, "102"),
        programs=("IRAN", "NPWMD", "IFSR"),
        reference="102",
    )
    assert [(one.record_id, one.programs, one.listed, one.delisted) for one in listings if one.reference != "102"] == [
        ("ofac-sdn:101", ("DPRK4",), None, None),
        ("ofac-sdn:103", ("SDGT",), None, None),
        ("ofac-sdn:104", ("CUBA",), None, None),
        ("ofac-sdn:105", ("IRAN",), None, None),
    ]


def test_an_alias_is_former_or_not_and_what_is_said_of_it_stays() -> None:
    holder = record(load()[0], "ofac-sdn:104")
    assert holder.names == (Name("EXAMPLE TODAY S.A.", NameKind.ALIAS, at("alt.csv", 3, "104")),)
    assert holder.facts == (
        Fact("note", "EXAMPLE TODAY S.A.: now in liquidation", where=at("alt.csv", 3, "104")),
        Fact("address", "Havana, Cuba", "CU", where=at("add.csv", 3, "104")),
        Fact("regime", "CUBA", "CU"),
    )


def test_the_list_is_the_first_statement_and_nothing_is_dropped() -> None:
    statements, report = load()
    assert statements[0] == Source(
        "ofac-sdn",
        "OFAC list of Specially Designated Nationals and Blocked Persons",
        "U.S. Department of the Treasury, Office of Foreign Assets Control",
        kind="list",
        file="sdn.csv",
    )
    assert Counter(type(one).__name__ for one in statements) == {"Source": 1, "Record": 9, "Listing": 5, "Link": 4}
    # 5 entries, 3 aliases, 3 addresses and 1 comment; the vessel's address is nulls only.
    assert (report.rows, report.kept, report.set_aside_rows) == (12, 11, 1)
    assert [(one.file, one.line, one.reason, one.text) for one in report.remarks] == [
        ("add.csv", 1, "an address of -0- only says nothing", ""),
        ("sdn.csv", 2, "company_imo number with a wrong form, kept and not used", "543400"),
    ]


def test_every_statement_leads_back_to_the_line_that_makes_it() -> None:
    lines = {name: (DATA / name).read_text(encoding="ascii").splitlines() for name in PARTS.values()}
    for one in load()[0]:
        if isinstance(one, Record) and one.standing is Standing.ENTRY:
            begins = f'{one.provenance.reference},"{one.name}'
            assert lines[one.provenance.file][one.provenance.line - 1].startswith(begins)
            said = [(each.where, each.text) for each in one.names] + [(each.where, each.value) for each in one.facts]
            for where, text in said:
                assert last_word(text) in lines[(where or one.provenance).file][(where or one.provenance).line - 1]
        elif isinstance(one, Link | Listing):
            assert one.provenance.wording in lines[one.provenance.file][one.provenance.line - 1]


def test_without_its_smaller_files_the_list_is_read_and_the_gap_is_told() -> None:
    statements, report = load("sdn")
    assert [one.names for one in statements if isinstance(one, Record) and one.id == "ofac-sdn:104"] == [()]
    assert [(one.file, one.line, one.reason) for one in report.remarks][:3] == [
        ("sdn.csv", 0, f"no {part} file of the list was given; its names, addresses or remarks are missing")
        for part in ("alt", "add", "comments")
    ]
    assert (report.rows, report.kept) == (5, 5)
