"""What holds on a day: links with dates that are bounds, and listings, whose missing date is no date at all."""

from dataclasses import dataclass
from datetime import date

from graphkit.errors import DateError, WrongUse
from graphkit.model.answers import Holds
from graphkit.model.dates import parse_when, to_day
from graphkit.model.vocabulary import Status
from graphkit.store.base import Row

ANY = "any"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day a question asks about; `day` is None when dates are to be ignored."""

    text: str
    day: int | None


def as_of(text: str | None, *, today: date | None = None) -> AsOf:
    """The day of `--as-of`: an ISO date, or `any`; without it, today.

    Raises:
        WrongUse: not one single day. A month or a year would leave open which day is meant.
    """
    if text is None:
        day = today or date.today()
        return AsOf(day.isoformat(), to_day(day))
    if text.strip().lower() == ANY:
        return AsOf(ANY, None)
    try:
        when = parse_when(text)
    except DateError as error:
        raise WrongUse(f"--as-of {text!r}: {error}.") from error
    if when is None or when.earliest is None or when.earliest != when.latest:
        raise WrongUse(f"--as-of {text!r} is not one day; write it as 2018-06-29, or 'any' to ignore dates.")
    return AsOf(when.earliest.isoformat(), when.day_min)


def link_holds(link: Row, day: int | None) -> Holds | None:
    """Whether a link holds on a day: on every day its dates may mean, on some of them, or (None) on none.

    An undated link counts as holding; so does any day when the day is None. A date that is printed with an open side
    ("after 2018", "before 2018") may lie any distance to that side, so that nothing beyond it is certain.
    """
    if day is None:
        return "certain"
    start_min, start_max = link["start_min"], link["start_max"]
    end_min, end_max = link["end_min"], link["end_max"]
    if (start_min is not None and start_min > day) or (end_max is not None and end_max <= day):
        return None
    begun = not link["start"] or (start_max is not None and start_max <= day)
    open_still = not link["end"] or (end_min is not None and end_min > day)
    return "certain" if begun and open_still else "possible"


def is_dated(link: Row) -> bool:
    """Whether any source gives the link a date."""
    return bool(link["start"] or link["end"])


def listing_status(listing: Row, day: int | None) -> Status:
    """Whether a listing was in force on a day.

    A listing without a date proves only the day its list was published or read: for any earlier day the answer is
    unknown.
    """
    if day is None:
        return Status.YES
    ended = _ended(listing, day)
    if ended is Status.YES:
        return Status.NO
    begun = _begun(listing, day)
    if begun is Status.NO:
        return Status.NO
    return Status.UNKNOWN if Status.UNKNOWN in {begun, ended} else Status.YES


def _begun(listing: Row, day: int) -> Status:
    if not listing["listed"]:
        return Status.YES if day >= listing["known_day"] else Status.UNKNOWN
    if listing["listed_min"] is not None and listing["listed_min"] > day:
        return Status.NO
    certain = listing["listed_max"] is not None and listing["listed_max"] <= day
    return Status.YES if certain else Status.UNKNOWN


def _ended(listing: Row, day: int) -> Status:
    if not listing["delisted"]:
        return Status.NO
    if listing["delisted_max"] is not None and listing["delisted_max"] <= day:
        return Status.YES
    still_listed = listing["delisted_min"] is not None and listing["delisted_min"] > day
    return Status.NO if still_listed else Status.UNKNOWN


def any_status(statuses: list[Status]) -> Status:
    """Yes when one is yes, else unknown when one is unknown, else no."""
    if Status.YES in statuses:
        return Status.YES
    return Status.UNKNOWN if Status.UNKNOWN in statuses else Status.NO
