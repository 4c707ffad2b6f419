"""Dates: the bounds are ordered, hold what was meant, and do not depend on how a day is printed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import DateError
from graphkit.model.dates import from_day, parse_when, to_day

days = st.dates(date(1800, 1, 1), date(2200, 12, 31))
PRINTED = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %b %Y", "%B %d, %Y", "%Y-%m-%dT09:30:00Z", "since %Y-%m-%d")
words = st.sampled_from(
    "before until during in since from after on early mid late ~ circa .. - / . , 2018 06 29 Mar".split()
)


def bounds(text: str) -> tuple[date | None, date | None]:
    when = parse_when(text)
    assert when is not None
    return when.earliest, when.latest


@given(days, st.sampled_from(PRINTED))
def test_a_day_is_that_day_in_every_form(day: date, form: str) -> None:
    assert bounds(day.strftime(form)) == (day, day)


@given(days)
def test_a_month_and_a_year_hold_each_of_their_days_and_no_other(day: date) -> None:
    first, last = bounds(f"{day:%Y-%m}")
    assert first is not None
    assert last is not None
    assert (first.year, first.month, first.day) == (last.year, last.month, 1) == (day.year, day.month, 1)
    assert first <= day <= last
    assert (last + timedelta(days=1)).day == 1
    assert bounds(f"{day:%Y}") == (date(day.year, 1, 1), date(day.year, 12, 31))


@given(days, st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_before_during_and_after_share_no_day_and_leave_none_out(day: date, form: str) -> None:
    text = day.strftime(form)
    _, before = bounds(f"before {text}")
    first, last = bounds(f"during {text}")
    after, _ = bounds(f"after {text}")
    assert (before, last) == (first and first - timedelta(days=1), after and after - timedelta(days=1))


@given(days, st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_about_a_date_is_wider_on_both_sides(day: date, form: str) -> None:
    text = day.strftime(form)
    (first, last), (earlier, later) = bounds(text), bounds(f"~{text}")
    assert earlier < first <= last < later  # type: ignore[operator]  # neither end is open


@given(days, days)
def test_a_span_reaches_from_its_first_to_its_last_day(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert bounds(f"{first}..{last}") == (first, last)
    assert bounds(f"{first}..") == (first, None)
    assert bounds(f"..{last}") == (None, last)


@given(days)
def test_days_since_1970_lead_back_to_the_day(day: date) -> None:
    assert from_day(to_day(day)) == day


@given(st.text(max_size=40) | st.lists(words, max_size=8).map(" ".join) | st.lists(words, max_size=8).map("".join))
def test_any_text_is_a_date_with_ordered_bounds_or_is_refused(text: str) -> None:
    try:
        when = parse_when(text)
    except DateError:
        return
    if when is None:
        assert not text.strip()
        return
    assert when.earliest or when.latest
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest
    assert parse_when(when.text) == when
