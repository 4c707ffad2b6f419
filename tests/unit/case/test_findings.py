"""The table of findings: written by graphkit and by people, and read whatever they did to it."""

import csv
from pathlib import Path

import pytest

from graphkit.case.findings import COLUMNS, Finding, add_finding, plain_cell, read_findings
from graphkit.errors import CaseError

HEAD = ",".join(COLUMNS) + "\n"
ONE = Finding("a claim", 'verdict "A, B Ltd"', "2024-01-01", "b0001", "entity=a", "me", "2024-01-02")


def test_a_finding_is_read_back_as_it_was_added(tmp_path: Path) -> None:
    table = tmp_path / "findings.csv"
    assert read_findings(table) == []
    hostile = Finding("=cmd|' /C calc'!A0", "-trace x", "", "", "@x", "+me")
    for each in (ONE, hostile):
        add_finding(table, each)
    assert [(row.line, row.finding, row.problem) for row in read_findings(table)] == [(2, ONE, ""), (3, hostile, "")]
    with table.open(encoding="utf-8", newline="") as file:
        cells = list(csv.reader(file))[2]
    # A spreadsheet that opens the table calculates none of them.
    assert [cell[:2] for cell in cells if cell] == ["'=", "'-", "'@", "'+"]
    assert list(tmp_path.iterdir()) == [table]


def test_what_a_person_wrote_stays_byte_by_byte(tmp_path: Path) -> None:
    table = tmp_path / "findings.csv"
    written = b"\xef\xbb\xbfquestion;claim;as_of;build;evidence;who;at;my own\r\nowners x;c;;;;;;kept\r\nbroken row"
    table.write_bytes(written)
    add_finding(table, ONE)
    assert table.read_bytes().startswith(written + b"\n")
    rows = read_findings(table)
    assert [(row.line, row.finding.question, bool(row.problem)) for row in rows] == [
        (2, "owners x", False),
        (3, "broken row", True),
        (4, 'verdict "A, B Ltd"', False),
    ]
    assert rows[2].finding == ONE


def test_wrong_rows_are_told_with_line_and_reason_and_the_others_are_read(tmp_path: Path) -> None:
    table = tmp_path / "findings.csv"
    table.write_text(
        HEAD
        + "c,owners a,,,,,\n"
        + "\n"
        + "c,owners b\n"
        + "c,,,,,,\n"
        + 'c,"owners c,,,,,\n'
        + "c,owners d,,,,,\n"
        + f"c,owners e,,,{'x' * 100_001},,\n"
        + '"two\nlines",owners f,,,,,\n',
        encoding="utf-8",
    )
    rows = read_findings(table)
    assert [(row.line, row.finding.question) for row in rows if not row.problem] == [
        (2, "owners a"),
        (7, "owners d"),
        (9, "owners f"),
    ]
    assert {row.line: row.problem for row in rows if row.problem} == {
        4: "it has 2 cells and the header 7; a cell that holds a comma stands in quotes",
        5: "it asks no question",
        6: "the row cannot be read: ',' expected after '\"'",
        8: "a cell holds more than 100,000 letters; a quotation mark may not be closed",
    }


def test_a_table_of_another_form_is_told_in_one_sentence_and_not_written(tmp_path: Path) -> None:
    table = tmp_path / "findings.csv"
    for content, reason in (
        (b"claim,as_of\nx,y\n", "findings.csv has no column question"),
        (b"\xff\xfe\x00a", "findings.csv is no table in UTF-8"),
    ):
        table.write_bytes(content)
        with pytest.raises(CaseError, match=reason):
            read_findings(table)
        with pytest.raises(CaseError, match=reason):
            add_finding(table, ONE)
        assert table.read_bytes() == content
    table.write_text("claim,question\nx,owners y\n", encoding="utf-8")
    assert [row.finding.question for row in read_findings(table)] == ["owners y"]
    with pytest.raises(CaseError, match="findings.csv has no column as_of; add it to the first line"):
        add_finding(table, ONE)


def test_a_claim_becomes_one_line_of_signs_that_can_be_seen() -> None:
    assert plain_cell(" a\r\nb\u202ec\x00 d\u200b ") == "a bc d"
