"""The tables of listings and of reports: closed lists of words, and parties that are counted or named."""

from pathlib import Path

from graphkit.model.dates import parse_when
from graphkit.model.records import Expectation, Listing, Provenance
from graphkit.model.vocabulary import Measure
from tests.unit.sources.plain_folder import only, read_texts, remarks


def test_a_listing_is_a_freeze_unless_it_says_otherwise_and_an_unknown_measure_is_set_aside(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path,
        {
            "l.csv": "entity,authority,list,programs,measure,listed,delisted,reference,source\n"
            "A,UN,UN 1718,DPRK; NPWMD,,2018-03-30,2020,KPe.062,un-sc#KPe.062;paper\n"
            "A,EU,,,Port ban; deflag,some day,,,eu-oj\n"
            "A,EU,,,asset_freeze;shame,,,,eu-oj\n"
            "UNKNOWN,EU,,,,,,,eu-oj\n"
            "A,,,,travel_ban,,,,eu-oj\n"
        },
    )
    un, paper, *eu = only(Listing, statements)
    assert un == Listing(
        "own:ref/A",
        "UN",
        "UN 1718",
        Measure.ASSET_FREEZE,
        Provenance("un-sc", "l.csv", 2, "KPe.062", "KPe.062"),
        programs=("DPRK", "NPWMD"),
        listed=parse_when("2018-03-30"),
        delisted=parse_when("2020"),
        reference="KPe.062",
    )
    assert paper.provenance == Provenance("paper", "l.csv", 2, "", "KPe.062")
    assert [(listing.authority, listing.measure, listing.listed) for listing in eu] == [
        ("EU", Measure.PORT_BAN, None),
        ("EU", Measure.DEFLAG, None),
        ("", Measure.TRAVEL_BAN, None),
    ]
    assert remarks(report) == [
        (2, "a source that no sources table describes", "paper", False),
        (3, "listed is not a date graphkit knows", "some day", False),
        (4, "measure is no word of the contract", "A | EU | asset_freeze;shame | eu-oj", True),
        (5, "the row names no listed party", "UNKNOWN | EU | eu-oj", True),
        (6, "the row names no authority, so that no verdict rests on it", "", False),
    ]


def test_a_report_counts_parties_and_names_some(tmp_path: Path) -> None:
    statements, report = read_texts(
        tmp_path,
        {
            "r.csv": "report,category,expected,entity,paragraph,source\n"
            "poe,Vessels,40,,,un-sc\npoe,company,130,N/A,,un-sc\npoe,vessel,few,7303803,82,un-sc#p33\n"
            "poe,vessel,,,,un-sc\npoe,aircraft,1,,,un-sc\n,vessel,1,,,un-sc\npoe,vessel,4e1,,,un-sc\n"
        },
    )
    assert only(Expectation, statements) == [
        Expectation("poe", "vessel", Provenance("un-sc", "r.csv", 2), expected=40),
        Expectation("poe", "company", Provenance("un-sc", "r.csv", 3), expected=130),
        Expectation(
            "poe",
            "vessel",
            Provenance("un-sc", "r.csv", 4, "p33"),
            record_id="own:ref/7303803",
            paragraph="82",
        ),
    ]
    assert remarks(report) == [
        (4, "expected is no whole number and is left out", "few", False),
        (5, "the row gives neither a party nor a whole number", "poe | vessel | un-sc", True),
        (6, "category is neither vessel nor company", "poe | aircraft | 1 | un-sc", True),
        (7, "the row names no report", "vessel | 1 | un-sc", True),
        (8, "the row gives neither a party nor a whole number", "poe | vessel | 4e1 | un-sc", True),
    ]
