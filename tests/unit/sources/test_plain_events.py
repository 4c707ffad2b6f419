"""The events table: claims that stay claims, positions and draughts in their ranges, ids by what happened."""

from pathlib import Path

import pytest

from graphkit.model.dates import parse_when
from graphkit.model.identifiers import Identifier
from graphkit.model.records import Event, IdentityClaim, Provenance, Record
from graphkit.model.vocabulary import Certainty, Validity
from tests.unit.sources.plain_folder import only, read_texts, remarks


def test_an_event_with_every_column_of_the_contract(tmp_path: Path) -> None:
    # AN SAN 1 as HOPE SEA, June 2018: a claim of that ship, and no name of any record.
    statements, report = read_texts(
        tmp_path,
        {
            "e.csv": "id,type,vessel,counterpart,start,end,lat,lon,area,claimed_name,claimed_imo,claimed_flag,"
            "draught_before,draught_after,certainty,source,note,cargo\n"
            'e-1,STS,an-san-1,small tanker,2018-06-29,2018-06-30,"38,72",-125.5,South China Sea,HOPE SEA,'
            'IMO 9074729,Sierra Leone,4.9 m,"5,6",evidence_that,wp-2018#p1;paper,at night,oil\n'
        },
    )
    assert [record.name for record in only(Record, statements)] == ["an-san-1", "small tanker"]
    small = only(Record, statements)[1].id
    first, second = only(Event, statements)
    assert first == Event(
        "own:event/e-1",
        "sts_transfer",
        (("own:ref/an-san-1", "subject"), (small, "counterpart")),
        Provenance("wp-2018", "e.csv", 2, "p1"),
        start=parse_when("2018-06-29"),
        end=parse_when("2018-06-30"),
        position=(38.72, -125.5),
        area="South China Sea",
        claim=IdentityClaim("HOPE SEA", "9074729", "SL"),
        draught_before_m=4.9,
        draught_after_m=5.6,
        certainty=Certainty.EVIDENCE_THAT,
        note="at night; cargo: oil",
    )
    assert (second.id, second.provenance) == (first.id, Provenance("paper", "e.csv", 2))
    assert report.set_aside_rows == 0


def test_an_event_without_an_id_is_known_by_what_happened_and_not_by_who_says_so(tmp_path: Path) -> None:
    statements, _ = read_texts(
        tmp_path,
        {
            "e.csv": "type,vessel,start,certainty,source,note\n"
            "ais_gap,PATRIOT,2018-04-10,alleged,a,one\n"
            "AIS gap,PATRIOT,2018-04-10,likely,b,two\n"
            "ais_gap,PATRIOT,2018-04-11,alleged,a,one\n"
        },
    )
    first, second, third = (event.id for event in only(Event, statements))
    assert first == second != third
    assert first.startswith("own:event/ais_gap-")


def test_an_unknown_counterpart_takes_no_part_and_an_unknown_type_of_event_is_set_aside(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path,
        {
            "e.csv": "id,type,vessel,counterpart,start\n"
            "1,sts_transfer,AN-SAN-1,,2018\n2,sts_transfer,AN-SAN-1,UNKNOWN,2018\n3,sighting,?,,2018\n"
            "4,party,AN-SAN-1,,2018\n5,,AN-SAN-1,,2018\n"
        },
    )
    assert [event.participants for event in only(Event, statements)] == [
        (("own:ref/AN-SAN-1", "subject"),),
        (("own:ref/AN-SAN-1", "subject"),),
        (),
    ]
    assert [record.id for record in only(Record, statements)] == ["own:ref/AN-SAN-1"]
    assert remarks(report) == [
        (4, "the row names no vessel", "sighting", False),
        (5, "the type of the event is none that graphkit knows", "4 | party | AN-SAN-1 | 2018", True),
        (6, "the type of the event is none that graphkit knows", "5 | AN-SAN-1 | 2018", True),
    ]


def test_a_vessel_in_several_columns_is_one_mention_with_all_its_numbers(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path,
        {
            "e.csv": "event_type,vessel_imo,vessel_name,vessel_mmsi,start\n"
            "ais_gap,9003550,PATRIOT,273316840,2018-04-10\nais_gap,9003551,PATRIOT,,2018\n"
        },
    )
    first, second = only(Record, statements)
    assert (first.name, first.identifiers) == (
        "PATRIOT",
        (
            Identifier("own_id", "9003550", "9003550", Validity.UNCHECKED),
            Identifier("imo", "9003550", "9003550", Validity.OK),
            Identifier("mmsi", "273316840", "273316840", Validity.OK),
        ),
    )
    assert second.identifiers[1] == Identifier("imo", "9003551", "", Validity.BAD_CHECKSUM)
    assert first.id != second.id
    assert remarks(report) == [(3, "imo number with a wrong check digit, kept and not used", "9003551", False)]


@pytest.mark.parametrize(
    ("lat", "lon", "position"),
    [
        ("90", "-180", (90.0, -180.0)),
        ("0", "0", (0.0, 0.0)),
        ("91", "181", None),  # what AIS sends for "not available"
        ("38.7", "", None),
        ("38.7N", "125E", None),
        ("nan", "inf", None),
        ("90.0001", "0", None),
    ],
)
def test_a_position_lies_on_the_earth_or_is_left_out(
    tmp_path: Path, lat: str, lon: str, position: tuple[float, float] | None
) -> None:
    statements, report = read_texts(tmp_path, {"e.csv": f"type,vessel,start,lat,lon\nsighting,A,2018,{lat},{lon}\n"})
    assert [event.position for event in only(Event, statements)] == [position]
    noted = [] if position else [(2, "lat and lon are no position in degrees and are left out", f"{lat} {lon}", False)]
    assert remarks(report) == noted


def test_what_was_claimed_is_kept_even_when_it_cannot_be(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path,
        {
            "e.csv": "type,vessel,start,claimed_imo,claimed_flag,draught_before,draught_after\n"
            "identity_claim,A,2018,9074720,Atlantis,0,deep\n"
        },
    )
    (event,) = only(Event, statements)
    assert event.claim == IdentityClaim("", "9074720", "Atlantis")
    assert (event.draught_before_m, event.draught_after_m) == (None, None)
    assert remarks(report) == [
        (2, "claimed_imo is no ship's IMO number and is kept as claimed", "9074720", False),
        (2, "claimed_flag names no country graphkit knows", "Atlantis", False),
        (2, "draught_before is no draught in metres and is left out", "0", False),
        (2, "draught_after is no draught in metres and is left out", "deep", False),
    ]
