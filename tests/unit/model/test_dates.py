"""Dates as sources print them: the first and the last day they may mean."""

from datetime import date

import pytest

from graphkit.errors import DateError
from graphkit.model.dates import When, from_day, parse_when, to_day


def bounds(text: str) -> tuple[str, str]:
    """Both ends as ISO days, `-` for an open one."""
    when = parse_when(text)
    assert when is not None
    return (
        when.earliest.isoformat() if when.earliest else "-",
        when.latest.isoformat() if when.latest else "-",
    )


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-06", "2018-06-01", "2018-06-30"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2018-06-29", "2018-06-29", "2018-06-29"),
        ("before 2018", "-", "2017-12-31"),
        ("before 2018-06", "-", "2018-05-31"),
        ("before 2018-06-29", "-", "2018-06-28"),
        ("during 2016", "2016-01-01", "2016-12-31"),
        ("since 2018-06", "2018-06-01", "2018-06-30"),
        ("~2018", "2017-01-01", "2019-12-31"),
        ("~2018-06", "2018-05-01", "2018-07-31"),
        ("~2018-01", "2017-12-01", "2018-02-28"),
        ("~2018-06-29", "2018-06-22", "2018-07-06"),
        ("2018..2019", "2018-01-01", "2019-12-31"),
        ("2018-03-01..2018-05", "2018-03-01", "2018-05-31"),
        ("2018-06..2018", "2018-06-01", "2018-12-31"),
        ("2018..", "2018-01-01", "-"),
        ("..2018", "-", "2018-12-31"),
    ],
)
def test_the_forms_of_the_contract_have_these_bounds(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("30.3.2018", "2018-03-30", "2018-03-30"),  # the EU's annexes
        ("12 Mar 2010", "2010-03-12", "2010-03-12"),  # OFAC's remarks
        ("DECEMBER 2017", "2017-12-01", "2017-12-31"),
        ("May 18, 2018", "2018-05-18", "2018-05-18"),
        ("Sept. 2018", "2018-09-01", "2018-09-30"),
        ("10/2018", "2018-10-01", "2018-10-31"),
        ("before 06/2015", "-", "2015-05-31"),
        ("since 01/10/2018", "2018-10-01", "2018-10-01"),  # Equasis prints the day first
        ("circa 1951", "1950-01-01", "1952-12-31"),
        ("early March 2018", "2018-03-01", "2018-03-10"),
        ("mid-2018-02", "2018-02-11", "2018-02-20"),
        ("late January 2018", "2018-01-21", "2018-01-31"),
        ("late Feb 2018", "2018-02-21", "2018-02-28"),
        ("after 2018", "2019-01-01", "-"),
        ("until 2018-06", "2018-06-01", "2018-06-30"),  # when it ended, and not the month before
        ("2026-02-27T00:00:09.554Z", "2026-02-27", "2026-02-27"),  # the UN's list
        ("2018-03-30+02:00", "2018-03-30", "2018-03-30"),
        ("2018-06-29 16:05", "2018-06-29", "2018-06-29"),
        (" on \n 2018-06-29 ", "2018-06-29", "2018-06-29"),
    ],
)
def test_the_forms_of_lists_and_registers_have_these_bounds(text: str, earliest: str, latest: str) -> None:
    assert bounds(text) == (earliest, latest)


@pytest.mark.parametrize("text", [None, "", "   ", "\n\t"])
def test_an_empty_cell_is_no_date_and_no_error(text: str | None) -> None:
    assert parse_when(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "29 June",
        "2018-02-30",
        "30.2.2018",
        "13/31/2018",
        "2018-13",
        "0000",
        "18",
        "2018-6-",
        "2019..2018",
        "2018..2019..2020",
        "..",
        " .. ",
        "before",
        "before before 2018",
        "before 0001",
        "~9999-12",
        "early 2018",  # nobody says which months
        "late 2018-06-29",  # the late part of a day
        "2018-06-29 to 2018-07-03",  # neither the first day nor the second
        "2018-06-29 or later",
        "24/06/1402 (Hijri Calendar)",
        "none 2018",
        "2018" * 100,
        "before " * 16 + "2018",
        "'; DROP TABLE",
    ],
)
def test_what_is_no_date_is_refused_and_not_rounded_to_one(text: str) -> None:
    with pytest.raises(DateError):
        parse_when(text)


def test_the_message_names_the_text_and_the_forms() -> None:
    with pytest.raises(DateError) as caught:
        parse_when("next spring")
    assert str(caught.value) == (
        "'next spring' is not a date graphkit knows; write 2018, 2018-06, 2018-06-29 or 2018..2019"
    )


def test_a_date_keeps_its_words_with_blanks_made_single() -> None:
    assert parse_when("  late   January 2018 ") == When("late January 2018", date(2018, 1, 21), date(2018, 1, 31))


def test_days_are_counted_from_1970() -> None:
    when = parse_when("1970-01-01..1970-01-02")
    assert when is not None
    assert (when.day_min, when.day_max) == (0, 1)
    assert to_day(date(2018, 6, 29)) == 17711
    assert from_day(17711) == date(2018, 6, 29)
    assert (to_day(None), from_day(None)) == (None, None)


def test_an_open_end_has_no_day() -> None:
    when = parse_when("before 1970")
    assert when is not None
    assert (when.day_min, when.day_max) == (None, -1)
