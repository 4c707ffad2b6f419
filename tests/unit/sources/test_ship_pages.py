"""Pages of ships' registers: companies by role, roles in columns, names and flags over time."""

from datetime import date
from pathlib import Path

import pytest

from graphkit.model.records import Event
from graphkit.model.vocabulary import Kind, LinkType, NameKind, Standing, Validity
from graphkit.sources import ship_pages
from tests.unit.sources.page_folder import DATA, page, read_pages
from tests.unit.sources.plain_folder import only, remarks

HEADER = "IMO,Ship name,Role,Company,Company IMO,Address,Date of effect"
ASTER = "9990014,EXAMPLE ASTER"


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("imo,role,company_name,company_imo,company_country,address,since,until,source,url", "ship_companies"),
        ("Ship IMO;Role;Name of company;Date of effect", "ship_companies"),
        ("imo,ship_name,flag,ship_type,registered_owner,registered_owner_imo,p_and_i,class", "ships"),
        ("IMO number\tShip name\tRegistered owner\tOwner company number\tCompany (DOC)", "ships"),
        ("IMO,Name of ship,Flag,Status", "ships"),
        ("IMO,Name of ship,Date of effect", "ship_history"),
        ("IMO,Flag,Date of effect", "ship_history"),
        ("IMO,Classification society,Date of effect", "ship_history"),
        ("company name,registration number,shareholder name,percentage", "company_register"),
        ("Company,Director,Appointed", "company_register"),
        ("id,kind,name,imo,flag,registered_owner", None),  # a table of the contract with a column that it lacks
        ("IMO,Name,Flag,MMSI", None),
        ("from,to,type,role,company", None),
        ("company,registration number,country", None),
        ("IMO,Name of company", None),  # nobody says in which role
    ],
)
def test_a_page_is_known_by_its_columns_and_a_table_of_the_contract_stays_one(header: str, part: str | None) -> None:
    assert ship_pages.recognise(Path("any.txt"), f"{header}\n") == part


def test_each_role_of_a_page_becomes_a_link_of_its_own_kind() -> None:
    found = read_pages(DATA / "ships" / "management.csv")
    assert found.links == [
        ("ASTER EXAMPLE SHIPPING LTD", "OWNS", "registered_owner", "EXAMPLE ASTER"),
        ("HARBOUR EXAMPLE MANAGEMENT", "MANAGES", "ship_manager", "EXAMPLE ASTER"),
        ("HARBOUR EXAMPLE MANAGEMENT", "MANAGES", "ism_manager", "EXAMPLE ASTER"),
        ("UNKNOWN", "OWNS", "beneficial_owner", "EXAMPLE ASTER"),
        ("BIRCH EXAMPLE LTD", "OWNS", "registered_owner", "EXAMPLE BIRCH"),
        ("UNKNOWN", "OWNS", "beneficial_owner", "EXAMPLE BIRCH"),
        ("CEDAR EXAMPLE TECHNICAL LTD", "MANAGES", "technical_manager", "EXAMPLE BIRCH"),
    ]
    assert {link.share for link in found.all_links} == {None}
    assert (found.report.rows, found.report.kept) == (9, 7)


def test_ship_numbers_and_company_numbers_are_told_apart_by_their_column_and_checked() -> None:
    found = read_pages(DATA / "ships" / "management.csv")
    numbers = {
        (record.name, each.scheme, each.raw, each.valid) for record in found.records for each in record.identifiers
    }
    assert ("EXAMPLE ASTER", "imo", "9990014", Validity.OK) in numbers
    assert ("ASTER EXAMPLE SHIPPING LTD", "company_imo", "6990019", Validity.OK) in numbers
    assert ("CEDAR EXAMPLE TECHNICAL LTD", "company_imo", "9990038", Validity.BAD_CHECKSUM) in numbers
    assert remarks(found.report) == [
        (8, "the company's number passes the check of a ship's and not of a company's", "9990038", False),
        (8, "company_imo number with a wrong check digit, kept and not used", "9990038", False),
        (
            9,
            "the row names no ship: no number that passes its check, and no name beside it",
            "6990040 | 6990053 | Registered owner | NOBODY EXAMPLE LTD | since 2016",
            True,
        ),
        (
            10,
            "the role is none that graphkit knows",
            "9990014 | EXAMPLE ASTER | 6990040 | Ship's dentist | DENTAL EXAMPLE LTD | since 2016",
            True,
        ),
    ]


def test_care_of_is_an_address_and_never_an_owner() -> None:
    found = read_pages(DATA / "ships" / "management.csv")
    addresses = {record.name: fact.value for record in found.records for fact in record.facts}
    assert addresses["ASTER EXAMPLE SHIPPING LTD"] == ("c/o Harbour Example Management, 1 Pier Road, Valletta, Malta")
    assert addresses["BIRCH EXAMPLE LTD"] == "c/o HARBOUR EXAMPLE MANAGEMENT, Valletta, Malta"


def test_a_cell_with_an_address_alone_names_nobody(tmp_path: Path) -> None:
    found = page(tmp_path, HEADER, f"{ASTER},Operator,c/o HARBOUR EXAMPLE MANAGEMENT,,,2018")
    assert found.links == [("UNKNOWN", "OPERATES", "operator", "EXAMPLE ASTER")]
    assert remarks(found.report) == [
        (
            2,
            "the cell holds an address and no name, and the party counts as unknown",
            "c/o HARBOUR EXAMPLE MANAGEMENT",
            False,
        )
    ]


def test_a_placeholder_with_a_company_number_is_the_company_of_that_number(tmp_path: Path) -> None:
    found = page(tmp_path, HEADER, f"{ASTER},Operator,UNKNOWN,6990022,,2018")
    assert [link.from_id for link in found.all_links] == ["own:company_imo-6990022"]


def test_huge_cells_of_blanks_and_figures_are_read_in_time_that_grows_with_their_length(tmp_path: Path) -> None:
    huge = "A" + " " * 300_000 + "B"
    found = page(
        tmp_path,
        "company,shareholder,shares held,total shares,date of appointment",
        f"{huge},{huge},{'1,000' * 1},3000,{huge}".replace("1,000", '"1' + ",000" * 50_000 + '"'),
    )
    assert [link.share for link in found.all_links] == [None]
    ships = page(tmp_path, "IMO,Name,Flag,Status,Operator,Operator since", f"{ASTER},PA,{huge},{huge},{huge}")
    assert [link.start for link in ships.all_links] == [None]


def test_of_many_owners_over_time_only_the_last_is_certain(tmp_path: Path) -> None:
    rows = [f"{ASTER},Registered owner,OWNER {year} LTD,,,since {year}" for year in range(1001, 3001)]
    found = page(tmp_path, HEADER, *rows)
    assert [link.end is None for link in found.all_links] == [False] * 1999 + [True]


def test_an_owner_that_nobody_knows_is_a_party_of_its_own_for_each_link() -> None:
    found = read_pages(DATA / "ships" / "management.csv")
    assert found.link("beneficial_owner").from_id != found.link("beneficial_owner", 1).from_id


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("since 01/01/2018", (date(2018, 1, 1), date(2018, 1, 1)), None),
        ("12/03/2018", (date(2018, 3, 12), date(2018, 3, 12)), None),
        # Seen in that year: it began then or earlier pages did not say; whether it outlasted the year nobody states.
        ("during 2017", (date(2017, 1, 1), date(2017, 12, 31)), (date(2017, 1, 1), None)),
        ("before 06/2015", (None, date(2015, 5, 31)), (None, None)),
        ("2016-04-01 - 2018-09-30", (date(2016, 4, 1), date(2016, 4, 1)), (date(2018, 9, 30), date(2018, 9, 30))),
        ("from 2016 to 05/2018", (date(2016, 1, 1), date(2016, 12, 31)), (date(2018, 5, 1), date(2018, 5, 31))),
        ("until 2018", None, (date(2018, 1, 1), date(2018, 12, 31))),
    ],
)
def test_a_date_of_effect_gives_bounds_and_no_false_day(
    printed: str, start: tuple[date, date] | None, end: tuple[date, date] | None, tmp_path: Path
) -> None:
    (link,) = page(tmp_path, HEADER, f"{ASTER},Operator,ANY EXAMPLE LTD,,,{printed}").all_links
    assert (link.start and (link.start.earliest, link.start.latest)) == start
    assert (link.end and (link.end.earliest, link.end.latest)) == end


def test_a_later_owner_leaves_the_end_of_the_one_above_open_and_not_stated(tmp_path: Path) -> None:
    found = read_pages(DATA / "ships" / "owners-over-time.csv")
    before, after = found.all_links
    assert (before.end and (before.end.text, before.end.earliest, before.end.latest)) == (
        "not stated",
        date(2010, 3, 1),
        None,
    )
    assert after.end is None
    both = page(
        tmp_path,
        HEADER,
        *(f"{ASTER},{role},A LTD,,,since {year}" for role, year in (("Operator", 2010), ("ISM Manager", 2018))),
    )
    assert [link.end for link in both.all_links] == [None, None]  # another role says nothing about this one


def test_a_ship_with_its_roles_in_columns() -> None:
    found = read_pages(DATA / "ships" / "fleet.csv")
    assert found.links == [
        ("CEDAR EXAMPLE SA", "OWNS", "registered_owner", "EXAMPLE CEDAR"),
        ("EXAMPLE GROUP", "OWNS", "beneficial_owner", "EXAMPLE CEDAR"),
        ("HARBOUR EXAMPLE MANAGEMENT", "MANAGES", "ism_manager", "EXAMPLE CEDAR"),
        ("REPORTED SOLD UNDISCLOSED INTEREST", "OPERATES", "operator", "EXAMPLE CEDAR"),
    ]
    owner = found.link("registered_owner")
    assert owner.from_id == "own:company_imo-6990040"
    assert owner.start
    assert owner.start.earliest == date(2016, 6, 1)
    ship = found.records[0]
    assert (ship.id, ship.kind, ship.standing) == ("own:imo-9990038", Kind.VESSEL, Standing.ENTRY)
    facts = {fact.property: (fact.value, fact.code, fact.when and fact.when.earliest) for fact in ship.facts}
    assert facts["flag"] == ("Panama", "PA", date(2008, 2, 1))
    assert facts["status"] == ("Broken up", "", date(2019, 12, 1))
    assert facts["note"] == ("Port of registry: Panama City", "", None)


def test_an_insurer_and_a_class_society_are_held_to_by_the_ship(tmp_path: Path) -> None:
    found = page(tmp_path, "IMO,Name,Registered owner,P&I club,Class", f"{ASTER},A LTD,EXAMPLE CLUB,EXAMPLE REGISTER")
    assert found.links == [
        ("A LTD", "OWNS", "registered_owner", "EXAMPLE ASTER"),
        ("EXAMPLE ASTER", "CLASSED_BY", "class_society", "EXAMPLE REGISTER"),
        ("EXAMPLE ASTER", "INSURED_BY", "insurer", "EXAMPLE CLUB"),
    ]


def test_of_names_over_time_the_newest_is_the_ships_and_the_others_are_former() -> None:
    found = read_pages(DATA / "ships" / "names.csv")
    assert [(record.name, [(name.text, name.kind) for name in record.names]) for record in found.records] == [
        ("", [("EXAMPLE ROSE", NameKind.FORMER)]),
        ("", [("EXAMPLE TULIP", NameKind.FORMER)]),
        ("EXAMPLE ASTER", []),
    ]
    changes = only(Event, found.statements)
    assert [(event.type, event.start and (event.start.earliest, event.start.latest)) for event in changes] == [
        ("name_change", (None, date(2012, 5, 31))),
        ("name_change", (date(2012, 6, 1), date(2012, 6, 1))),
        ("name_change", (date(2018, 1, 1), date(2018, 1, 1))),
    ]


def test_of_flags_over_time_the_newest_is_the_ships_and_the_others_are_former() -> None:
    found = read_pages(DATA / "ships" / "flags.csv")
    assert [(fact.property, fact.value, fact.code) for record in found.records for fact in record.facts] == [
        ("former_flag", "Malta", "MT"),
        ("flag", "Panama", "PA"),
    ]


def test_a_class_over_time_is_a_link_from_the_ship(tmp_path: Path) -> None:
    found = page(
        tmp_path,
        "IMO,Ship name,Classification society,Date of effect",
        f"{ASTER},FIRST EXAMPLE REGISTER,since 2010",
        f"{ASTER},SECOND EXAMPLE REGISTER,since 2015",
    )
    assert [(link.type, link.end is not None) for link in found.all_links] == [
        (LinkType.CLASSED_BY, True),
        (LinkType.CLASSED_BY, False),
    ]


def test_pages_of_a_folder_learn_from_its_table_of_sources_what_is_internal(tmp_path: Path) -> None:
    folder = tmp_path / "case-y"
    folder.mkdir()
    (folder / "sources.csv").write_text("id,title,visibility\nsecret-1,Notes,internal\n", encoding="utf-8")
    (folder / "page.csv").write_text(f"{HEADER},Source\n{ASTER},Operator,A LTD,,,2018,secret-1\n", encoding="utf-8")
    from graphkit.model.records import LoadReport
    from graphkit.sources.recognition import gather

    pages, tables = gather([str(folder)]).sources
    assert (pages.name, tables.name) == ("case-y-pages", "case-y")
    statements = list(ship_pages.read(pages, LoadReport(pages.name)))
    assert {each.provenance.visibility for each in statements if hasattr(each, "provenance")} == {"internal"}
