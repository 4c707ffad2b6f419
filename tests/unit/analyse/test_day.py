"""Days are worked out by hand: 17711 is 29 June 2018, 17532 is 1 January 2018, 17896 is 31 December 2018."""

from datetime import date

import pytest

from graphkit.analyse.day import AsOf, any_status, as_of, is_dated, link_holds, listing_status
from graphkit.errors import WrongUse
from graphkit.model.dates import parse_when, to_day
from graphkit.model.vocabulary import Status
from graphkit.store.base import Row

READ_ON = to_day(date(2020, 1, 1))


def day(text: str) -> int:
    """Whole days since 1970."""
    return (date.fromisoformat(text) - date(1970, 1, 1)).days


def link(start: str = "", end: str = "") -> Row:
    """The dates of a link as the table keeps them."""
    begun, ended = parse_when(start), parse_when(end)
    return {
        "start": begun.text if begun else None,
        "start_min": begun.day_min if begun else None,
        "start_max": begun.day_max if begun else None,
        "end": ended.text if ended else None,
        "end_min": ended.day_min if ended else None,
        "end_max": ended.day_max if ended else None,
    }


def listing(listed: str = "", delisted: str = "", known_day: int | None = READ_ON) -> Row:
    """The dates of a listing as the table keeps them."""
    dates = link(listed, delisted)
    return {
        "listed": dates["start"],
        "listed_min": dates["start_min"],
        "listed_max": dates["start_max"],
        "delisted": dates["end"],
        "delisted_min": dates["end_min"],
        "delisted_max": dates["end_max"],
        "known_day": known_day,
    }


@pytest.mark.parametrize(
    ("start", "end", "on", "holds"),
    [
        # It starts on its first day and has ended on its last: start <= day < end.
        ("2018-06-29", "", "2018-06-28", None),
        ("2018-06-29", "", "2018-06-29", "certain"),
        ("", "2018-06-29", "2018-06-28", "certain"),
        ("", "2018-06-29", "2018-06-29", None),
        # A year is one of its days, and nobody knows which.
        ("2018", "", "2017-12-31", None),
        ("2018", "", "2018-01-01", "possible"),
        ("2018", "", "2018-12-30", "possible"),
        ("2018", "", "2018-12-31", "certain"),
        ("", "2018", "2017-12-31", "certain"),
        ("", "2018", "2018-01-01", "possible"),
        ("", "2018", "2018-12-30", "possible"),
        ("", "2018", "2018-12-31", None),
        # It may have begun and ended within one year, on any two of its days.
        ("2018", "2018", "2018-06-29", "possible"),
        ("2016", "2020", "2018-06-29", "certain"),
        # An open side has no last day: what began "after June" may begin tomorrow, what ended "before" long ago.
        ("after 2018-06", "", "2018-06-30", None),
        ("after 2018-06", "", "2018-07-01", "possible"),
        ("after 2018-06", "", "2030-01-01", "possible"),
        ("before 2018-06", "", "1990-01-01", "possible"),
        ("before 2018-06", "", "2018-05-31", "certain"),
        ("", "before 2018-06", "2010-01-01", "possible"),
        ("", "before 2018-06", "2018-05-31", None),
        ("", "after 2018-06", "2018-06-30", "certain"),
        ("", "after 2018-06", "2018-07-01", "possible"),
        # Nobody gives a date: it counts.
        ("", "", "1990-01-01", "certain"),
    ],
)
def test_a_link_holds_from_its_start_until_before_its_end(start: str, end: str, on: str, holds: str | None) -> None:
    assert link_holds(link(start, end), day(on)) == holds


def test_dates_are_ignored_when_no_day_is_asked_for() -> None:
    assert link_holds(link("2018", "2019"), None) == "certain"
    assert listing_status(listing("2018", "2019"), None) is Status.YES


def test_a_link_is_dated_when_one_end_is() -> None:
    assert (is_dated(link()), is_dated(link("2018")), is_dated(link("", "2018"))) == (False, True, True)


@pytest.mark.parametrize(
    ("listed", "delisted", "on", "status"),
    [
        ("2018-03-30", "", "2018-03-29", Status.NO),
        ("2018-03-30", "", "2018-03-30", Status.YES),
        ("2018-03-30", "2019-02-01", "2019-01-31", Status.YES),
        ("2018-03-30", "2019-02-01", "2019-02-01", Status.NO),
        # In March, on a day that is not printed.
        ("2018-03", "", "2018-02-28", Status.NO),
        ("2018-03", "", "2018-03-15", Status.UNKNOWN),
        ("2018-03", "", "2018-03-31", Status.YES),
        ("2018-03", "2018-03", "2018-03-15", Status.UNKNOWN),
        ("2016", "2018-03", "2018-03-15", Status.UNKNOWN),
        ("2016", "2018-03", "2018-03-31", Status.NO),
        # Without a date: the file that was read on 1 January 2020 proves that day, and none before it.
        ("", "", "2015-01-01", Status.UNKNOWN),
        ("", "", "2019-12-31", Status.UNKNOWN),
        ("", "", "2020-01-01", Status.YES),
        ("", "2018-06-29", "2018-06-28", Status.UNKNOWN),
        ("", "2018-06-29", "2018-06-29", Status.NO),
        # Open sides.
        ("before 2018-03", "", "2017-06-01", Status.UNKNOWN),
        ("before 2018-03", "", "2018-02-28", Status.YES),
        ("after 2018-03", "", "2018-03-31", Status.NO),
        ("after 2018-03", "", "2025-01-01", Status.UNKNOWN),
        ("2018-03-30", "before 2019", "2018-06-01", Status.UNKNOWN),
        ("2018-03-30", "before 2019", "2018-12-31", Status.NO),
    ],
)
def test_a_listing_is_in_force_not_in_force_or_unknown(listed: str, delisted: str, on: str, status: Status) -> None:
    assert listing_status(listing(listed, delisted), day(on)) is status


def test_one_yes_among_listings_is_yes_and_one_unknown_is_never_no() -> None:
    assert any_status([Status.NO, Status.UNKNOWN, Status.YES]) is Status.YES
    assert any_status([Status.NO, Status.UNKNOWN]) is Status.UNKNOWN
    assert any_status([Status.NO]) is Status.NO
    assert any_status([]) is Status.NO


def test_the_day_asked_about_is_today_unless_named() -> None:
    assert as_of(None, today=date(2018, 6, 29)) == AsOf("2018-06-29", 17711)
    assert as_of("2018-06-29") == AsOf("2018-06-29", 17711)
    assert as_of("29.6.2018") == AsOf("2018-06-29", 17711)
    assert as_of(" ANY ") == AsOf("any", None)


@pytest.mark.parametrize("text", ["2018", "2018-06", "before 2018-06-29", "", "2018-06-31", "yesterday", "2018..2019"])
def test_what_is_not_one_day_is_refused(text: str) -> None:
    with pytest.raises(WrongUse, match="--as-of"):
        as_of(text)
