"""The UN's consolidated list as it was generated on 27 February 2026: every role on a ship, and no other."""

import re
from pathlib import Path
from typing import Final

import pytest

from graphkit.model.records import Link, Listing, LoadReport, Record, Source, Statement
from graphkit.model.vocabulary import Kind, Standing, Validity
from graphkit.sources import un_consolidated
from graphkit.sources.base import SourceFiles

Read = tuple[list[Statement], LoadReport]

# Read by hand from the comments of the list: (reference, role, vessel).
ROLES: Final = {
    ("KPe.020", "operator", "CHONG CHON GANG"),
    ("KPe.020", "ship_manager", "CHONG CHON GANG"),
    ("KPe.055", "commercial_manager", "HUA FU"),
    ("KPe.055", "registered_owner", "HUA FU"),
    ("KPe.055", "ship_manager", "HUA FU"),
    ("KPe.056", "registered_owner", "CHON MYONG 1"),
    ("KPe.057", "owner", "PAEK MA"),
    ("KPe.058", "owner", "HAP JANG GANG 6"),
    ("KPe.058", "registered_owner", "NAM SAN 8"),
    ("KPe.059", "commercial_manager", "ASIA BRIDGE 1"),
    ("KPe.059", "ship_manager", "ASIA BRIDGE 1"),
    ("KPe.061", "registered_owner", "CHON MA SAN"),
    ("KPe.062", "registered_owner", "AN SAN 1"),
    ("KPe.063", "registered_owner", "YU PHYONG 5"),
    ("KPe.064", "registered_owner", "SAM JONG 1"),
    ("KPe.064", "registered_owner", "SAM JONG 2"),
    ("KPe.065", "owner", "SAM MA 2"),
    ("KPe.066", "registered_owner", "YU JONG 2"),
    ("KPe.067", "commercial_manager", "KOTI"),
    ("KPe.067", "ship_manager", "KOTI"),
    ("KPe.068", "ship_manager", "YU SON"),
    ("KPe.069", "registered_owner", "PAEK MA"),
    ("KPe.070", "owner", "JI SONG 8"),
    ("KPe.070", "owner", "WOORY STAR"),
    ("KPe.070", "registered_owner", "JI SONG 6"),
    ("KPe.072", "commercial_manager", "DONG FENG 6"),
    ("KPe.072", "registered_owner", "DONG FENG 6"),
    ("KPe.072", "ship_manager", "DONG FENG 6"),
    ("KPe.073", "commercial_manager", "HAO FAN 2"),
    ("KPe.073", "commercial_manager", "HAO FAN 6"),
    ("KPe.073", "ship_manager", "HAO FAN 2"),
    ("KPe.073", "ship_manager", "HAO FAN 6"),
    ("KPe.074", "commercial_manager", "XIN GUANG HAI"),
    ("KPe.074", "ship_manager", "XIN GUANG HAI"),
    ("KPe.075", "commercial_manager", "YUK TUNG"),
    ("KPe.075", "ship_manager", "YUK TUNG"),
}


@pytest.fixture(scope="module")
def path(lists: Path) -> Path:
    return lists / "un" / "un_consolidated.xml"


@pytest.fixture(scope="module")
def read(path: Path) -> Read:
    report = LoadReport("un-sc")
    source = SourceFiles("un-sc", "un-sc", {"main": path}, {"main": path.name})
    return list(un_consolidated.read(source, report)), report


def records(read: Read, standing: Standing) -> list[Record]:
    return [row for row in read[0] if isinstance(row, Record) and row.standing is standing]


def test_the_roles_on_ships_are_those_that_a_person_reads(read: Read) -> None:
    vessels = {record.id: record.name.upper() for record in records(read, Standing.MENTION)}
    found = [(row.provenance.reference, row.role, vessels[row.to_id]) for row in read[0] if isinstance(row, Link)]
    assert (len(ROLES), len(found)) == (36, 36)
    assert set(found) == ROLES


def test_every_entry_is_kept_and_stands_on_its_line(path: Path, read: Read) -> None:
    text = path.read_text(encoding="utf-8")
    begins = [
        number for number, line in enumerate(text.splitlines(), start=1) if re.search("<(INDIVIDUAL|ENTITY)>", line)
    ]
    _, report = read
    assert (report.rows, report.kept, report.set_aside_rows) == (len(begins), 1003, 0)
    entries = records(read, Standing.ENTRY)
    assert [entry.provenance.line for entry in entries] == begins
    assert sum(entry.kind is Kind.PERSON for entry in entries) == 730
    assert sum(entry.kind is Kind.ORGANIZATION for entry in entries) == 273
    assert len({entry.id for entry in entries}) == 1003


def test_the_company_numbers_of_sixteen_entries_pass_their_check(read: Read) -> None:
    numbers = [
        (number.value, number.valid)
        for entry in records(read, Standing.ENTRY)
        for number in entry.identifiers
        if number.scheme == "company_imo"
    ]
    assert len(numbers) == 16
    assert {valid for _, valid in numbers} == {Validity.OK}
    assert {"5676084", "1790183", "5342883", "5434358"} <= {value for value, _ in numbers}


def test_the_list_is_of_its_day_and_every_listing_is_dated(read: Read) -> None:
    assert isinstance(read[0][0], Source)
    assert read[0][0].published == "2026-02-27"
    listings = [row for row in read[0] if isinstance(row, Listing)]
    assert {row.listed is not None for row in listings} == {True}
    assert sum(row.list == "UN 1718" and row.measure == "asset_freeze" for row in listings) == 155
    assert {row.measure.value for row in listings if row.list == "UN GB"} == {"travel_ban"}
    assert {row.measure.value for row in listings if row.list == "UN Iraq"} == {"asset_freeze"}
