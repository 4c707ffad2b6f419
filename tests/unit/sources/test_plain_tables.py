"""A folder of one's own tables as a whole, its rows in another order, and files that are no tables."""

import random
from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier
from graphkit.model.records import (
    Event,
    Expectation,
    Fact,
    Link,
    Listing,
    LoadReport,
    Name,
    Provenance,
    Record,
    Share,
    Source,
)
from graphkit.model.vocabulary import (
    Certainty,
    Kind,
    LinkType,
    Measure,
    NameKind,
    Scope,
    Standing,
    Validity,
    Visibility,
)
from graphkit.sources import plain_tables
from graphkit.sources.base import SourceFiles
from tests.unit.sources.plain_folder import DATA, only, read_files, read_texts, remarks, without_place

INTERNAL = Visibility.INTERNAL
FOLDER = sorted(path for path in DATA.iterdir() if path.suffix in {".csv", ".tsv"})


def ref(text: str, provenance: Provenance, *numbers: Identifier) -> Record:
    """The mention that a plain cell makes."""
    own = Identifier("own_id", text, text, Validity.UNCHECKED)
    return Record(
        f"own:ref/{text}",
        Kind.NOT_STATED,
        text,
        provenance,
        standing=Standing.MENTION,
        scope=Scope.BUILD,
        identifiers=(own, *numbers),
    )


def test_a_folder_gives_its_sources_first_and_then_what_they_state() -> None:
    statements, report = read_files(FOLDER)
    assert only(Source, statements) == [
        Source("eq-07", "Equasis print-out of the fleet", "Equasis", retrieved="2018-09-20", kind="register",
               reliability="B", file="eq-07.pdf"),
        Source("reg-hk", "Companies register", "Hong Kong", "https://www.icris.cr.gov.hk", published="2018-09",
               retrieved="2018-10-02", kind="register", reliability="A"),
        Source("informant", "Conversation of 3 May", kind="analyst", reliability="C", visibility=INTERNAL),
        Source("case-x", "holdings.tsv", kind="analyst", file="holdings.tsv"),
        Source("ofac-sdn"),
        Source("eu-oj"),
        Source("wp-2018"),
    ]  # fmt: skip
    assert statements[: len(only(Source, statements))] == only(Source, statements)
    assert (report.rows, report.kept, report.set_aside_rows) == (11, 11, 0)
    assert remarks(report) == [(2, "a source that no sources table describes", "wp-2018", False)]


def test_a_row_with_two_sources_is_two_statements_of_one_thing() -> None:
    statements, _ = read_files(FOLDER)
    first, second = (record for record in only(Record, statements) if record.id == "own:sea-example")
    assert first == Record(
        "own:sea-example",
        Kind.VESSEL,
        "SEA EXAMPLE",
        Provenance("eq-07", "parties.csv", 2, "p2"),
        names=(Name("OLD NAME", NameKind.FORMER), Name("OLDER NAME", NameKind.FORMER)),
        identifiers=(Identifier("imo", "9074729", "9074729", Validity.OK),),
        facts=(
            Fact("flag", "Panama", "PA"),
            Fact("type", "Crude Oil Tanker"),
            Fact("built", "1995"),
            Fact("dwt", "99030"),
            Fact("note", "captain: B. Example"),
        ),
    )
    assert second.provenance == Provenance("reg-hk", "parties.csv", 2, "row14")
    assert second == Record(
        first.id,
        first.kind,
        first.name,
        second.provenance,
        names=first.names,
        identifiers=first.identifiers,
        facts=first.facts,
    )


def test_every_cell_that_names_a_party_goes_through_a_mention_and_an_unknown_owner_through_none() -> None:
    statements, _ = read_files(FOLDER)
    printed = Provenance("eq-07", "holdings.tsv", 2, "p2")
    table = Provenance("case-x", "holdings.tsv", 3)
    unknown = next(record for record in only(Record, statements) if record.name == "UNKNOWN")
    assert unknown == Record(unknown.id, Kind.NOT_STATED, "UNKNOWN", table, standing=Standing.MENTION)
    assert unknown.id.startswith("own:unknown/")
    at = statements.index(ref("example-one", printed))
    assert statements[at : at + 5] == [
        ref("example-one", printed),
        ref("sea-example", printed),
        Link(
            LinkType.OWNS,
            "own:ref/example-one",
            "own:ref/sea-example",
            printed,
            role="registered_owner",
            share=Share(100.0, 100.0),
            start=parse_when("since 01/10/2018"),
            certainty=Certainty.ALLEGED,
        ),
        unknown,
        Link(
            LinkType.OWNS, unknown.id, "own:ref/example-one", table, share=Share(25.0, 50.0), start=parse_when("2018")
        ),
    ]


def test_listings_events_and_reports_of_the_folder_are_read_too() -> None:
    statements, _ = read_files(FOLDER)
    sdn = Provenance("ofac-sdn", "measures.csv", 2, "23730", "23730")
    assert ref("7303803", sdn, Identifier("imo", "7303803", "7303803", Validity.OK)) in statements
    assert only(Listing, statements) == [
        Listing("own:ref/7303803", "OFAC", "SDN", Measure.ASSET_FREEZE, sdn, programs=("DPRK4",), reference="23730")
    ]
    (event,) = only(Event, statements)
    wan_heng, rye_song = (next(r for r in only(Record, statements) if r.id == party) for party, _ in event.participants)
    assert (wan_heng.name, rye_song.name) == ("WAN HENG 11", "RYE SONG GANG 1")
    assert event == Event(
        event.id,
        "sts_transfer",
        ((wan_heng.id, "subject"), (rye_song.id, "counterpart")),
        Provenance("eu-oj", "meetings.csv", 2, "XIV.B-32", wording="likely for oil"),
        start=parse_when("2018-02-13"),
        area="East China Sea",
        certainty=Certainty.LIKELY,
        note="cargo: oil",
    )
    assert only(Expectation, statements) == [
        Expectation("un-poe-2018", "vessel", Provenance("wp-2018", "counted.csv", 2), expected=40),
        Expectation(
            "un-poe-2018",
            "vessel",
            Provenance("wp-2018", "counted.csv", 3),
            record_id=next(r.id for r in only(Record, statements) if r.name == "AN SAN 1"),
            paragraph="12",
        ),
    ]


def test_rows_in_another_order_and_in_more_files_are_the_same_statements(tmp_path: Path) -> None:
    whole, _ = read_files(FOLDER)
    paths = []
    for number, path in enumerate(FOLDER):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        random.Random(7).shuffle(rows)
        for half, some in enumerate((rows[::2], rows[1::2])):
            paths.append(tmp_path / f"{9 - number}-{half}.csv")
            paths[-1].write_text("\n".join([header, *some]) + "\n", encoding="utf-8")
    split, report = read_files(paths)
    assert {without_place(s) for s in split if not isinstance(s, Source)} == {
        without_place(s) for s in whole if not isinstance(s, Source)
    }
    assert {s.id for s in only(Source, split)} == {s.id for s in only(Source, whole)}
    assert report.kept == 11


def test_unknown_columns_of_tables_without_notes_are_told_once(tmp_path: Path) -> None:
    _, report = read_texts(tmp_path, {"l.csv": "from,to,type,mood\nA,B,OWNS,good\nC,D,OWNS,bad\n"})
    assert remarks(report) == [(1, "the table links has no such column; it is not read", "mood", False)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has the columns of none of the tables"),
        (b"colour,weather\nred,fair\n", "has the columns of none of the tables"),
        (b"id,name\n1,\x00\n", "is not a text file"),
    ],
)
def test_a_file_that_is_no_table_stops_with_one_sentence(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=message):
        read_files([path])


def test_a_missing_file_and_no_files_at_all_stop_with_one_sentence(tmp_path: Path) -> None:
    missing = SourceFiles("x", "tables", {"links": tmp_path / "gone.csv"}, {"links": "gone.csv"})
    with pytest.raises(SourceError, match="gone.csv cannot be opened"):
        list(plain_tables.read(missing, LoadReport("x")))
    with pytest.raises(SourceError, match="x has no files"):
        list(plain_tables.read(SourceFiles("x", "tables", {}, {}), LoadReport("x")))


def test_a_table_with_a_header_alone_is_empty_and_no_error(tmp_path: Path) -> None:
    statements, report = read_texts(tmp_path, {"l.csv": "from,to,type\n"})
    assert (statements, report.rows) == ([], 0)


def test_a_part_that_was_announced_is_read_even_if_its_columns_do_not_settle_it(tmp_path: Path) -> None:
    path = tmp_path / "e.csv"
    path.write_text("id;kind\nan-san-1;vessel\n", encoding="utf-8")
    source = SourceFiles("x", "tables", {"entities-2": path}, {"entities-2": "e.csv"})
    statements = list(plain_tables.read(source, LoadReport("x")))
    assert statements[1:] == [Record("own:an-san-1", Kind.VESSEL, "", Provenance("x", "e.csv", 2))]
