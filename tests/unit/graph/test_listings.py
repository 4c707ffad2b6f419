"""One listing for each authority, reference and measure, however many sources tell of it and however they date it."""

from typing import Any

import pandas as pd

from graphkit.graph.listings import listing_tables
from graphkit.model.dates import parse_when
from graphkit.model.records import Listing
from graphkit.model.vocabulary import Visibility
from tests.case_tables import READ_DAY, listing, place, tables

DATES = ["listed", "listed_min", "listed_max", "delisted", "delisted_min", "delisted_max"]


def made(*listings: Listing) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The listings of some statements on the records a and b, two entities."""
    return listing_tables(tables(*listings)["listing_statements"], pd.Series({"a": "ship", "b": "firm"}))


def dates(*listings: Listing) -> list[Any]:
    """The dates of the one listing that some statements make; "" for what is not known."""
    ((row),) = made(*listings)[0][DATES].astype("object").to_numpy().tolist()
    return ["" if pd.isna(value) else value for value in row]


def days(text: str) -> list[int | None]:
    when = parse_when(text)
    assert when
    return [when.day_min, when.day_max]


def told(authority: str, listed: str = "", delisted: str = "", source: str = "list") -> Listing:
    return listing("a", authority, "KPe.062", listed, delisted=delisted, where=place(source))


def test_sources_that_tell_of_one_listing_stand_beside_it() -> None:
    listings, sources = made(told("UN", "2018-03-30", source="un"), told("UN", "2018-03-30", source="press"))
    assert len(listings) == 1
    assert set(sources["source_id"]) == {"un", "press"}
    assert set(sources["listing_id"]) == set(listings["listing_id"])


def test_another_authority_reference_or_entity_is_another_listing() -> None:
    listings, _ = made(
        told("UN"), told("EU"), listing("a", "UN", "KPe.063"), listing("b", "UN", "KPe.062"), listing("a", "UN")
    )
    assert len(listings) == 5
    assert listings["listing_id"].nunique() == 5


def test_without_a_reference_the_list_keeps_two_listings_apart() -> None:
    annexes = [
        listing("a", "EU", on="XIV.A"),
        listing("a", "EU", on="XIV.B"),
        listing("a", "EU", on="XIV.B", listed="2018"),
    ]
    assert sorted(made(*annexes)[0]["list"]) == ["XIV.A", "XIV.B"]


def test_a_printed_date_counts_where_another_source_prints_none() -> None:
    assert dates(told("UN"), told("UN", "2018-03-30", source="un")) == ["2018-03-30", *days("2018-03-30"), "", "", ""]


def test_between_two_dates_the_day_is_unknown() -> None:
    assert dates(told("UN", "2018-03-30"), told("UN", "2018-04-10")) == [
        "2018-03-30..2018-04-10",
        *days("2018-03-30..2018-04-10"),
        "",
        "",
        "",
    ]


def test_the_widest_of_the_dates_is_shown_in_its_own_words() -> None:
    assert dates(told("UN", "2018-03"), told("UN", "2018-03-30")) == ["2018-03", *days("2018-03"), "", "", ""]


def test_an_open_end_of_any_source_stays_open() -> None:
    first, last = days("2018-03-30")
    assert dates(told("UN", "before 2018-04-10"), told("UN", "2018-03-30")) == [
        "before 2018-04-10",
        "",
        days("2018-04-09")[1],
        "",
        "",
        "",
    ]
    assert dates(told("UN", "before 2018-03-01"), told("UN", "2018-03-30")) == ["..2018-03-30", "", last, "", "", ""]
    assert dates(told("UN", "2018-03-30.."), told("UN", "2018-04")) == ["2018-03-30..", first, "", "", "", ""]


def test_an_end_that_one_source_knows_ends_the_listing_and_two_ends_are_combined() -> None:
    assert dates(told("UN", "2018-03-30"), told("UN", "2018-03-30", "2019-05-01")) == [
        "2018-03-30",
        *days("2018-03-30"),
        "2019-05-01",
        *days("2019-05-01"),
    ]
    assert dates(told("UN", "", "2019-05-01"), told("UN", "", "2019-06-01"))[3:] == [
        "2019-05-01..2019-06-01",
        *days("2019-05-01..2019-06-01"),
    ]


def test_a_listing_that_nobody_dates_is_known_from_the_first_day_a_source_is() -> None:
    listings, _ = made(told("OFAC"))
    assert listings["known_day"].tolist() == [READ_DAY]
    assert dates(told("OFAC")) == [""] * 6


def test_a_public_listing_shows_nothing_of_an_internal_statement() -> None:
    inside = place("analyst", visibility=Visibility.INTERNAL)
    secret = listing("a", "UN", "KPe.062", "2018-01-01", delisted="2019", where=inside)
    assert dates(told("UN", "2018-03-30"), secret) == ["2018-03-30", *days("2018-03-30"), "", "", ""]
    listings, sources = made(told("UN", "2018-03-30"), secret)
    assert listings["visibility"].tolist() == ["public"]
    assert sorted(sources["visibility"]) == ["internal", "public"]
    assert made(secret)[0]["visibility"].tolist() == ["internal"]


def test_no_statement_makes_no_listing() -> None:
    listings, sources = made()
    assert (len(listings), len(sources)) == (0, 0)
