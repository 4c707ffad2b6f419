"""Dates as sources print them, kept as an earliest and a latest day and never rounded to a false one.

`2018` is some day of that year, `before 2018-06` is any day up to 31 May, `~2018-06` one month to either side. A date
in none of the known forms raises, so that the reader can set the cell aside with its line.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from graphkit.errors import DateError

EPOCH = date(1970, 1, 1)
_LONGEST = 120
_MONTHS = {
    name: number
    for number, names in enumerate(
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|"
        "sep sept september|oct october|nov november|dec december".split("|"),
        start=1,
    )
    for name in names.split()
}
_ROUGHLY = re.compile(r"^(?:~|circa|approximately|about|c\.)\s*(.+)$", re.IGNORECASE)
_RELATIVE = re.compile(r"^(before|until|during|in|since|from|after|on)\s+(.+)$", re.IGNORECASE)
_PART = re.compile(r"^(early|mid|late)[- ]+(.+)$", re.IGNORECASE)
_TIME_OF_DAY = r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?"
_PART_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}


@dataclass(frozen=True, slots=True)
class When:
    """A date as printed, with the first and the last day it may mean; None is an open end."""

    text: str
    earliest: date | None
    latest: date | None

    @property
    def day_min(self) -> int | None:
        """The earliest day as days since 1970."""
        return to_day(self.earliest)

    @property
    def day_max(self) -> int | None:
        """The latest day as days since 1970."""
        return to_day(self.latest)


def to_day(value: date | None) -> int | None:
    """Whole days since 1970, the form in which tables and Neo4j compare dates."""
    return None if value is None else (value - EPOCH).days


def from_day(day: int | None) -> date | None:
    """The date of a number of days since 1970."""
    return None if day is None else EPOCH + timedelta(days=int(day))


def parse_when(text: str | None) -> When | None:
    """The bounds of a date; None for an empty cell.

    Accepts `2018`, `2018-06`, `2018-06-29`, `before X`, `during X`, `since X`, `~X`, `X..Y`, and the forms of the
    lists: `30.3.2018`, `12 Mar 2010`, `May 18, 2018`, `01/10/2018` (day first), `10/2018`, `late January 2018`, `circa
    1951`.
    "Since X" says when a holding began and "until X" when it ended, to the precision of X. "~X" reaches one unit of its
    precision to either side, a week for a day. A time of day after a day is passed over.

    Raises:
        DateError: none of these forms, or a day that does not exist.
    """
    printed = " ".join((text or "").split())
    if not printed:
        return None
    if len(printed) > _LONGEST:
        raise DateError(f"{printed[:_LONGEST]!r}... is too long for a date")
    try:
        earliest, latest = _bounds(printed)
    except (ValueError, OverflowError) as error:
        raise DateError(
            f"{printed!r} is not a date graphkit knows; write 2018, 2018-06, 2018-06-29 or 2018..2019"
        ) from error
    if earliest and latest and earliest > latest:
        raise DateError(f"{printed!r} ends before it begins")
    return When(printed, earliest, latest)


def _bounds(text: str) -> tuple[date | None, date | None]:
    if ".." in text:
        return _between(*(part.strip() for part in text.split("..")))
    if found := _ROUGHLY.match(text):
        return _widened(found[1])
    if found := _RELATIVE.match(text):
        return _relative(found[1].lower(), found[2])
    if found := _PART.match(text):
        first_of_month, last_of_month = _calendar(found[2])
        if first_of_month == last_of_month or first_of_month.month != last_of_month.month:
            raise ValueError(text)  # the early part of a day or of a year: nobody says which days these are
        start, end = _PART_DAYS[found[1].lower()]
        return first_of_month.replace(day=start), last_of_month.replace(day=min(end, last_of_month.day))
    return _calendar(text)


def _between(first: str, last: str, *more: str) -> tuple[date | None, date | None]:
    if more or not (first or last):
        raise ValueError("more than two ends, or none")
    return _bounds(first)[0] if first else None, _bounds(last)[1] if last else None


def _relative(word: str, rest: str) -> tuple[date | None, date | None]:
    earliest, latest = _bounds(rest)
    if earliest is None or latest is None:
        raise ValueError(rest)
    if word == "before":
        return None, earliest - timedelta(days=1)
    if word == "after":
        return latest + timedelta(days=1), None
    return earliest, latest


def _widened(text: str) -> tuple[date, date]:
    earliest, latest = _calendar(text)
    if earliest == latest:
        return earliest - timedelta(days=7), latest + timedelta(days=7)
    if earliest.month == latest.month:
        before = earliest - timedelta(days=1)
        after = latest + timedelta(days=1)
        return before.replace(day=1), after.replace(day=monthrange(after.year, after.month)[1])
    return date(earliest.year - 1, 1, 1), date(latest.year + 1, 12, 31)


def _calendar(text: str) -> tuple[date, date]:
    """The first and last day of a plain year, month or day; ValueError when it is none of them."""
    for pattern, take in _FORMS:
        if found := pattern.fullmatch(text):
            return _span(*take(found))
    raise ValueError(text)


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _month(name: str) -> int:
    try:
        return _MONTHS[name.lower().rstrip(".")]
    except KeyError as error:
        raise ValueError(name) from error


_Parts = tuple[int, int | None, int | None]
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Parts]], ...] = (
    (re.compile(r"(\d{4})"), lambda m: (int(m[1]), None, None)),
    (re.compile(r"(\d{4})-(\d{1,2})"), lambda m: (int(m[1]), int(m[2]), None)),
    (re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){_TIME_OF_DAY}"), lambda m: (int(m[1]), int(m[2]), int(m[3]))),
    (re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})"), lambda m: (int(m[3]), int(m[2]), int(m[1]))),
    (re.compile(r"(\d{1,2})/(\d{4})"), lambda m: (int(m[2]), int(m[1]), None)),
    (re.compile(r"(\d{1,2}) ([A-Za-z]+\.?),? (\d{4})"), lambda m: (int(m[3]), _month(m[2]), int(m[1]))),
    (re.compile(r"([A-Za-z]+\.?) (\d{1,2}),? (\d{4})"), lambda m: (int(m[3]), _month(m[1]), int(m[2]))),
    (re.compile(r"([A-Za-z]+\.?),? (\d{4})"), lambda m: (int(m[2]), _month(m[1]), None)),
)
