"""Rows of one's own tables: nothing is shifted, nothing is lost unseen, and whatever a cell holds stays text."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import SourceError
from graphkit.model.records import Event, Link, Listing, Record, Source
from tests.unit.sources.plain_folder import only, read_files, read_texts, remarks, without_place

HEADERS = (
    "id,title,kind,published,visibility",
    "id,kind,name,aliases,imo,company_imo,mmsi,flag,birth_date,visibility,source,further",
    "from,to,type,share,share_min,share_max_exclusive,start,end,role,certainty,source",
    "entity,authority,measure,listed,delisted,source",
    "id,type,vessel,counterpart,start,lat,lon,claimed_imo,claimed_flag,draught_before,source",
    "report,category,expected,entity,source",
)
WORDS = ["OWNS", "registered owner", "vessel", "company", "sts_transfer", "asset_freeze", "UNKNOWN", "-", "internal"]
NUMBERS = ["7303803", "5993381", ">50", "25-50", "200", "1e400", "9" * 400, "2018-06", "~9999-12"]
LONG = ["since since 2018", "in " * 400 + "2018", ".." * 400, "a#1;b#2;;#"]
TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
CELLS = st.one_of(st.sampled_from(WORDS + NUMBERS + LONG), TEXTS)


def test_a_row_of_another_width_is_set_aside_and_never_shifted(tmp_path: Path) -> None:
    # The second row has lost a comma and the third has one too many: nobody can tell where.
    statements, report = read_texts(
        tmp_path,
        {"e.csv": "id,name,imo\n1,AN SAN 1,7303803\n2,PATRIOT\n3,KOREA ANSAN, SHIPPING,\n\n,,\n4,,\nid,name,imo\n"},
    )
    assert [record.id for record in only(Record, statements)] == ["own:1", "own:4"]
    assert remarks(report) == [
        (3, "the row has fewer cells than the header", "2,PATRIOT", True),
        (4, "the row has more cells than the header", "3,KOREA ANSAN, SHIPPING,", True),
        (8, "the header once more", "id,name,imo", True),
    ]
    assert (report.rows, report.kept) == (5, 2)


def test_a_quote_that_is_never_closed_costs_its_own_line_and_no_other(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path, {"e.csv": 'id,name\n1,"AN SAN 1\n2,PATRIOT\n3,"KAL MA"X\n4,"A ""B"" C"\n'}
    )
    assert [(record.id, record.name) for record in only(Record, statements)] == [
        ("own:2", "PATRIOT"),
        ("own:4", 'A "B" C'),
    ]
    broken = "the row cannot be split into cells: a quote does not close"
    assert remarks(report) == [(2, broken, '1,"AN SAN 1', True), (4, broken, '3,"KAL MA"X', True)]


def test_hostile_cells_are_kept_as_text_and_only_ids_lose_what_cannot_be_seen(tmp_path: Path) -> None:
    huge = "A" * 1_000_000
    cells = [
        ("a\x07b\u202ec", '=HYPERLINK("http://x","y")'),
        ("2", "LINE\nBREAK\r\nAND \u2028 SEPARATOR"),
        ("3", "\u202eGNIP\x1b[31m"),
        ("4", huge),
        ("5", "'; MATCH (n) DETACH DELETE n //"),
    ]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("id", "name"), *cells])
    statements, report = read_texts(tmp_path, {"e.csv": out.getvalue()})
    assert [(record.id, record.name) for record in only(Record, statements)] == [
        ("own:abc", '=HYPERLINK("http://x","y")'),
        ("own:2", "LINE\nBREAK\r\nAND \u2028 SEPARATOR"),
        ("own:3", "\u202eGNIP\x1b[31m"),
        ("own:4", huge),
        ("own:5", "'; MATCH (n) DETACH DELETE n //"),
    ]
    assert report.kept == 5
    # The name of row 2 is printed on two further lines.
    assert [record.provenance.line for record in only(Record, statements)] == [2, 3, 6, 7, 8]


@given(st.data(), st.sampled_from(HEADERS))
def test_whatever_the_cells_hold_every_row_is_kept_or_set_aside(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, header: str
) -> None:
    columns = header.split(",")
    table = data.draw(st.lists(st.lists(CELLS, min_size=len(columns) - 1, max_size=len(columns) + 1), max_size=5))
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([columns, *table])
    path = tmp_path_factory.mktemp("own") / "table.csv"
    path.write_bytes(out.getvalue().encode("utf-8"))
    statements, report = read_files([path])
    rows = [row for row in table if any(cell.strip() for cell in row)]
    assert report.rows == len(rows) == report.kept + report.set_aside_rows
    known = {record.id for record in only(Record, statements)}
    ends = {end for link in only(Link, statements) for end in (link.from_id, link.to_id)}
    ends |= {listing.record_id for listing in only(Listing, statements)}
    ends |= {party for event in only(Event, statements) for party, _ in event.participants}
    assert ends <= known
    sources = {source.id for source in only(Source, statements)}
    assert {s.provenance.source_id for s in statements if not isinstance(s, Source)} <= sources


@given(st.sampled_from(HEADERS), st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_whatever_stands_below_a_header_only_a_source_error_is_raised(
    tmp_path_factory: pytest.TempPathFactory, header: str, text: str
) -> None:
    path = tmp_path_factory.mktemp("own") / "table.csv"
    path.write_bytes(f"{header}\n{text}".encode())
    try:
        _, report = read_files([path])
    except SourceError:
        return
    assert report.rows == report.kept + report.set_aside_rows


@given(st.data(), st.sampled_from(HEADERS[1:]))
def test_rows_in_any_order_name_the_same_parties_and_state_the_same(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, header: str
) -> None:
    columns = header.split(",")
    table = data.draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=5))
    folder = tmp_path_factory.mktemp("own")
    told = []
    for name, rows in (("as-written", table), ("shuffled", data.draw(st.permutations(table)))):
        out = io.StringIO()
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows([columns, *rows])
        (folder / name).write_bytes(out.getvalue().encode("utf-8"))
        statements, _ = read_files([folder / name])
        told.append({without_place(statement) for statement in statements if not isinstance(statement, Source)})
    assert told[0] == told[1]
