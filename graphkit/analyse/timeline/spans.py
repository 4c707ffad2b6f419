"""The days that a printed date may mean, their order, and how many days lie between two of them."""

from dataclasses import dataclass

from graphkit.errors import DateError
from graphkit.model.answers.timeline import Nearness
from graphkit.model.dates import from_day, parse_when
from graphkit.store.base import Row


@dataclass(frozen=True, slots=True)
class Span:
    """A date as printed, and its first and last day since 1970; None is an open side, or a date nobody can read."""

    text: str
    first: int | None
    last: int | None

    @property
    def dated(self) -> bool:
        """Whether any day is known."""
        return self.first is not None or self.last is not None


UNDATED = Span("", None, None)


def span_of(row: Row, name: str) -> Span:
    """The span of a row's `start`, `end`, `listed` or `delisted`."""
    first, last = row[f"{name}_min"], row[f"{name}_max"]
    return Span(row[name] or _in_words(first, last), first, last)


def _in_words(first: int | None, last: int | None) -> str:
    if first is None and last is None:
        return ""
    return f"{from_day(first)}" if first == last else f"{from_day(first) or ''}..{from_day(last) or ''}"


def printed_span(text: str | None) -> Span:
    """The span of a date that is kept as text alone; words that are no date stay and date nothing."""
    try:
        when = parse_when(text)
    except DateError:
        when = None
    return Span((text or "").strip(), when.day_min if when else None, when.day_max if when else None)


def at_earliest(span: Span) -> Span:
    """A moment "since X" is known to lie on X or later: whoever says so of an event has seen the state after it."""
    return Span(span.text, span.first, None) if span.text.casefold().startswith("since ") else span


def same_moment(left: Span, right: Span) -> Span | None:
    """The one moment that both dates may mean, none when they cannot; a day's gap counts as none.

    "Until 30 June" and "from 1 July" speak of one change. An open side proves no moment.
    """
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    text = left.text if left.text == right.text else f"{left.text} / {right.text}"
    first, last = max(left.first, right.first), min(left.last, right.last)
    if first <= last:
        return Span(text, first, last)
    return Span(text, last, first) if first - last == 1 else None


def in_order(span: Span) -> tuple[float, float]:
    """Where a date stands in a list: by its first day, by its last where the first is open."""
    first = span.first if span.first is not None else span.last
    return (float("inf") if first is None else first, float("inf") if span.last is None else span.last)


def days_from(listing: Span, change: Span) -> tuple[int | None, int | None]:
    """The fewest and the most days from a listing to a change, below zero before it; None where there is no bound."""
    fewest = None if change.first is None or listing.last is None else change.first - listing.last
    most = None if change.last is None or listing.first is None else change.last - listing.first
    return fewest, most


def within(bounds: tuple[int | None, int | None], least: int, most: int) -> Nearness | None:
    """Whether a number of days between two bounds lies between two others: certainly, possibly, or (None) not."""
    low, high = bounds
    if (low is not None and low > most) or (high is not None and high < least):
        return None
    sure = low is not None and high is not None and low >= least and high <= most
    return "certain" if sure else "possible"


def days_in_words(bounds: tuple[int | None, int | None]) -> str:
    """A number of days from a listing in words: `11 days after the listing`, `12 to 31 days before the listing`."""
    low, high = bounds
    if low is None or high is None:
        return _open(low, high)
    if low == high:
        return f"{_side(low)} the listing" if low else "on the day of the listing"
    if low >= 0:
        return f"{low} to {high} days after the listing"
    return f"{-high} to {-low} days before the listing" if high <= 0 else f"{_side(low)} to {_side(high)} the listing"


def _open(low: int | None, high: int | None) -> str:
    if low is not None:
        return f"at least {_side(low)} the listing" if low > 0 else f"{_side(low)} the listing or later"
    if high is not None:
        return f"at least {_side(high)} the listing" if high < 0 else f"{_side(high)} the listing or earlier"
    return "an unknown number of days from the listing"


def _side(days: int) -> str:
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'after' if days > 0 else 'before'}"
