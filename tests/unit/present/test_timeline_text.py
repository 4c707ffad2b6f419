"""Every line of a timeline made by hand, and the rows of it; names from hostile hands do no harm."""

import csv
import io
import json
from datetime import date

from graphkit.model.answers import (
    Entity,
    Indicator,
    ListAge,
    NearChange,
    NearListing,
    SourceRef,
    Timeline,
    TimelineEntry,
)
from graphkit.model.vocabulary import Certainty, Kind
from graphkit.present.text import render

WP, EU = SourceRef("wp-2018"), SourceRef("eu-oj", place="XIV.A-2")
SHIP = Entity("vessel-imo-7303803", Kind.VESSEL, "AN SAN 1", {"imo": "7303803"}, flag="KP")
OWNER = Entity("company-1", Kind.COMPANY, "=HYPERLINK(\u202e<b>)")


def entry(printed: str | None, first: date | None, last: date | None, kind: str, text: str) -> TimelineEntry:
    dated = bool(first or last)
    return TimelineEntry(
        printed, first, last, dated, kind, text, (), Certainty.STATED, (EU,), order_known=first == last
    )


DAY = date(2018, 3, 30)
RENAMED = entry("before 2018-04", None, date(2018, 3, 31), "name_change", "name change")
BY_OWNER = TimelineEntry(
    "2018", date(2018, 1, 1), date(2018, 12, 31), True, "listing_of_holder", "UN asset freeze", (OWNER,),
    Certainty.STATED, (WP,), order_known=False, note="a note\nof two lines",
)  # fmt: skip
NEAR = NearListing(
    party=SHIP,
    hops=0,
    date="2018-03-30",
    earliest=DAY,
    latest=DAY,
    listings=("EU XIV.A-2 asset freeze",),
    near="certain",
    note="",
    changes=(NearChange(RENAMED, None, 1, "possible", "1 day after the listing or earlier"),),
    indicators=(Indicator("renamed", "name change, 1 day after the listing or earlier", "possible", (EU,)),),
    sources=(EU,),
)
UNKNOWN = NearListing(OWNER, 2, None, None, None, ("OFAC 1 asset freeze",), "unknown", "without a date", (), (), (WP,))
ANSWER = Timeline(
    entity=SHIP,
    as_of="2018-06-29",
    days=180,
    reach=2,
    entries=(RENAMED, entry("2018-03-30", DAY, DAY, "listing", "EU XIV.A-2 asset freeze"), BY_OWNER),
    undated=(entry(None, None, None, "flag", "flag KP"),),
    near_listings=(NEAR, UNKNOWN),
    after_as_of=3,
    undated_changes=1,
    lists=(ListAge("own", None, "2026-03-02"),),
)


def test_a_timeline_reads_as_dates_in_order_undated_ones_and_listings() -> None:
    assert render(ANSWER, "table").splitlines() == [
        "AN SAN 1  (vessel, IMO 7303803, flag KP)  [vessel-imo-7303803]",
        "As of 2018-06-29",
        "",
        "In order",
        "? before 2018-04 (on or before 2018-03-31)  name change (stated)  eu-oj XIV.A-2",
        "  2018-03-30  listing: EU XIV.A-2 asset freeze (stated)  eu-oj XIV.A-2",
        "? 2018 (between 2018-01-01 and 2018-12-31)  listing of holder: UN asset freeze [=HYPERLINK(\\u202e<b>)]"
        " (stated)  wp-2018",
        "      a note of two lines",
        "  ? its days overlap those of others: it may stand elsewhere in the order",
        "  Left out as later than 2018-06-29: 3",
        "",
        "Undated",
        "  flag KP (stated)  eu-oj XIV.A-2",
        "",
        "Near a listing (180 days before or after). Indicators, not findings: a sale changes much at once.",
        "  AN SAN 1 (itself): EU XIV.A-2 asset freeze, 2018-03-30  eu-oj XIV.A-2",
        "    1 day after the listing or earlier: name change [possibly, the dates are not single days]  eu-oj XIV.A-2",
        "    ! renamed: name change, 1 day after the listing or earlier [possibly, the dates are not single days]"
        "  eu-oj XIV.A-2",
        "  =HYPERLINK(\\u202e<b>) (holder, 2 steps up): OFAC 1 asset freeze, without a date  wp-2018",
        "  Changes without a date, of which nobody can say whether they are near: 1",
        "",
        "Lists: own (read 2026-03-02).",
    ]


def test_rows_are_entries_then_changes_near_a_listing_and_indicators_all_with_the_same_columns() -> None:
    rows = list(csv.DictReader(io.StringIO(render(ANSWER, "csv"))))
    assert [(row["what"], row["kind"], row["date"], row["days_max"]) for row in rows] == [
        ("entry", "name_change", "before 2018-04", ""),
        ("entry", "listing", "2018-03-30", ""),
        ("entry", "listing_of_holder", "2018", ""),
        ("undated", "flag", "", ""),
        ("near", "name_change", "before 2018-04", "1"),
        ("indicator", "renamed", "", ""),
        ("near_unknown", "", "", ""),
    ]
    assert (rows[0]["earliest"], rows[0]["latest"], rows[5]["certainty"]) == ("", "2018-03-31", "suspected")
    keys = [list(json.loads(line)) for line in render(ANSWER, "jsonl").splitlines()]
    assert all(each == keys[0] for each in keys)


def test_a_cell_that_a_spreadsheet_would_calculate_is_text_and_a_page_in_a_cell_is_cut_for_people_alone() -> None:
    long = entry("2018-03-30", DAY, DAY, "address", "=1+1 " + "x" * 100_000)
    answer = Timeline(SHIP, "any", 180, 1, (long,), (), (), 0, 0)
    (row,) = csv.DictReader(io.StringIO(render(answer, "csv")))
    assert (row["text"][:5], len(row["text"])) == ("'=1+1", 100_006)
    assert max(map(len, render(answer, "table").splitlines())) < 600
    assert json.loads(render(answer, "json"))["entries"][0]["earliest"] == "2018-03-30"
