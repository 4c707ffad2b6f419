"""OFAC's real list of July 2021: counted apart from the reader, and each statement looked up again in its line."""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from graphkit.model.records import Link, Listing, LoadReport, Provenance, Record, Statement
from graphkit.model.vocabulary import Kind, NameKind, Standing, Validity
from graphkit.sources import ofac_sdn
from graphkit.sources.recognition import gather

Read = tuple[list[Statement], LoadReport]
PARTS = {"sdn": "sdn.csv", "alt": "alt.csv", "add": "add.csv", "comments": "sdn_comments.csv"}


@cache
def loaded(path: Path) -> Read:
    gathered = gather([str(path)])
    assert (gathered.problems, gathered.passed_over) == ([], [])
    (source,) = gathered.sources
    assert dict(source.labels) == PARTS
    report = LoadReport("ofac-sdn")
    return list(ofac_sdn.read(source, report)), report


@pytest.fixture(scope="module")
def folder(lists: Path) -> Path:
    return lists / "ofac"


@pytest.fixture(scope="module")
def read(folder: Path) -> Read:
    return loaded(folder / "sdn.csv")


@pytest.fixture(scope="module")
def rows(folder: Path) -> dict[str, list[list[str]]]:
    """The rows of each file as Python's own reader gives them, without the Ctrl-Z on a line of its own."""
    found = {}
    for name in PARTS.values():
        with (folder / name).open(encoding="ascii", newline="") as file:
            found[name] = [row for row in csv.reader(file) if row != ["\x1a"]]
    return found


def entries(read: Read) -> list[Record]:
    return [one for one in read[0] if isinstance(one, Record) and one.standing is Standing.ENTRY]


def remarks_of(rows: dict[str, list[list[str]]], kind: str) -> list[str]:
    """The remarks of the entries of a kind, made whole."""
    rest = dict(rows["sdn_comments.csv"])
    return [row[11] + rest.get(row[0], "") for row in rows["sdn.csv"] if row[2].strip() == kind]


def test_every_row_of_the_four_files_is_kept_or_set_aside(read: Read, rows: dict[str, list[list[str]]]) -> None:
    _, report = read
    assert {name: len(found) for name, found in rows.items()} == {
        "sdn.csv": 8976,
        "alt.csv": 11910,
        "add.csv": 13837,
        "sdn_comments.csv": 5,
    }
    assert report.rows == 8976 + 11910 + 13837 + 5 == report.kept + report.set_aside_rows
    nulls = [
        number for number, row in enumerate(rows["add.csv"], start=1) if {cell.strip() for cell in row[2:]} == {"-0-"}
    ]
    assert [(one.file, one.line) for one in report.remarks if one.set_aside] == [("add.csv", line) for line in nulls]
    assert [(one.file, one.line, one.text) for one in report.remarks if not one.set_aside] == [
        ("sdn.csv", 6028, "IMO 15411"),
        ("sdn.csv", 6073, "543400"),
    ]


def test_the_entries_are_those_of_the_list_in_its_order(read: Read, rows: dict[str, list[list[str]]]) -> None:
    assert [(one.id, one.provenance.line) for one in entries(read)] == [
        (f"ofac-sdn:{row[0]}", line) for line, row in enumerate(rows["sdn.csv"], start=1)
    ]
    assert Counter(one.kind for one in entries(read)) == {
        Kind.PERSON: 4620,
        Kind.ORGANIZATION: 3673,
        Kind.VESSEL: 406,
        Kind.AIRCRAFT: 277,
    }
    listings = [one for one in read[0] if isinstance(one, Listing)]
    assert len({one.record_id for one in listings}) == len(listings) == 8976
    assert {one.listed for one in listings} == {None}
    assert sum("DPRK4" in one.programs for one in listings) == 160


def test_the_ships_have_their_numbers(read: Read, rows: dict[str, list[list[str]]]) -> None:
    ships = [one for one in entries(read) if one.kind is Kind.VESSEL]
    numbers = [number for ship in ships for number in ship.identifiers]
    schemes = Counter((number.scheme, number.valid) for number in numbers)
    # 400 labels with IMO and one without; one of them is printed with five figures.
    assert sum("Vessel Registration Identification IMO " in text for text in remarks_of(rows, "vessel")) == 400
    assert (schemes[("imo", Validity.OK)], schemes[("imo", Validity.BAD_FORMAT)]) == (400, 1)
    assert schemes[("imo", Validity.BAD_CHECKSUM)] == 0
    assert [number.raw for number in numbers if number.scheme == "imo" and not number.raw.startswith("IMO")] == [
        "8606173"
    ]
    assert schemes[("mmsi", Validity.OK)] == sum("MMSI" in text for text in remarks_of(rows, "vessel")) == 51
    assert sum(any(fact.property == "former_flag" for fact in ship.facts) for ship in ships) == 58
    assert Counter(fact.property for ship in ships for fact in ship.facts)["former_flag"] == 121
    assert Counter(fact.property for ship in ships for fact in ship.facts)["flag"] == 392


def test_the_companies_have_theirs_under_three_labels(read: Read) -> None:
    companies = [one for one in entries(read) if one.kind is Kind.ORGANIZATION]
    numbers = [number for one in companies for number in one.identifiers if number.scheme == "company_imo"]
    assert Counter(number.valid for number in numbers) == {Validity.OK: 81, Validity.BAD_FORMAT: 1}
    assert not any(number.scheme == "imo" for one in companies for number in one.identifiers)


def test_every_linked_to_is_a_link_from_a_mention(read: Read, rows: dict[str, list[list[str]]]) -> None:
    links = [one for one in read[0] if isinstance(one, Link)]
    mentions = {one.id for one in read[0] if isinstance(one, Record) and one.standing is Standing.MENTION}
    printed = sum(
        text.count("Linked To: ")
        for kind in ("individual", "-0-", "vessel", "aircraft")
        for text in remarks_of(rows, kind)
    )
    assert len(links) == len(mentions) == printed == 3408
    assert {link.from_id for link in links} == mentions
    ships = {one.id for one in entries(read) if one.kind is Kind.VESSEL}
    on_ships = Counter(link.to_id for link in links if link.to_id in ships)
    assert (sum(on_ships.values()), len(on_ships)) == (393, 376)
    assert Counter(on_ships.values()) == {1: 362, 2: 13, 5: 1}


def test_all_but_seven_links_name_a_party_of_the_list(read: Read) -> None:
    known = {name.upper() for one in entries(read) for name in (one.name, *(each.text for each in one.names))}
    missing = [
        one.name
        for one in read[0]
        if isinstance(one, Record)
        and one.standing is Standing.MENTION
        and not {one.name.upper(), *(name.text.upper() for name in one.names)} & known
    ]
    assert Counter(missing) == {
        "PRESIDENCY OF DEFENSE INDUSTRIES": 4,
        "OPEN JOINT-STOCK COMPANY ROSNEFT OIL COMPANY": 2,
        "ROSTEC": 1,
    }


def test_the_aliases_are_former_or_not_as_their_type_says(read: Read) -> None:
    kinds = Counter(name.kind for one in entries(read) for name in one.names if name.where and "alt" in name.where.file)
    assert kinds == {NameKind.ALIAS: 11523 + 18, NameKind.FORMER: 369}


def test_every_name_and_every_fact_stands_in_the_line_it_names(read: Read, folder: Path) -> None:
    lines = {name: (folder / name).read_bytes().decode("ascii").split("\r\n") for name in PARTS.values()}
    cut_in_two = []
    for entry in entries(read):
        assert line_of(lines, entry.provenance).startswith(f'{entry.provenance.reference},"{entry.name}"')
        said = [(name.text, name.where) for name in entry.names] + [(fact.value, fact.where) for fact in entry.facts]
        for text, where in said:
            line = line_of(lines, where or entry.provenance)
            parts = text.split(", ") if where and where.file == "add.csv" else [text]
            if not all(part in line for part in parts):
                cut_in_two.append(entry.provenance.reference)
    cut_links = [
        link.provenance.reference
        for link in read[0]
        if isinstance(link, Link) and link.provenance.wording not in line_of(lines, link.provenance)
    ]
    # Of the five remarks that go on in the comments one was cut after a label; the others in a name, a code, a link.
    assert (cut_in_two, cut_links) == (["28263", "29703", "30518"], ["12300"])


def line_of(lines: dict[str, list[str]], where: Provenance) -> str:
    """A line of a file with its quotes undone and its blanks made single, as they are in every cell."""
    return re.sub(r"\s+", " ", lines[where.file][where.line - 1].replace('""', '"'))
