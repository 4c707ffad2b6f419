"""A timeline for people: what is dated in order, what is not, and what changed near each listing."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from graphkit.model.answers import SourceRef
from graphkit.model.answers.timeline import NearListing, Timeline, TimelineEntry
from graphkit.present.chains_text import entity_line, short, sources_text

_PATTERN_WORDS = {
    "divestment_below_threshold": "divestment below the threshold",
    "transfer_to_relative_or_associate": "transfer to a relative or associate",
}
_LONGEST = 400  # a cell may hold a whole page; JSON and CSV keep it
_TO_BE_NAMED = {"name", "listing", "delisting", "listing_of_holder", "delisting_of_holder"}
_WITHIN = {"certain": "", "possible": " [possibly, the dates are not single days]", "unknown": " [unknown]"}


def timeline_lines(answer: Timeline) -> list[str]:
    """The entity, its entries, the undated ones, then listing by listing what lies near."""
    lines = [entity_line(answer.entity), f"As of {answer.as_of}", "", "In order"]
    lines += [line for each in answer.entries for line in _entry_lines(each)] or ["  Nothing is dated."]
    if any(not each.order_known for each in answer.entries):
        lines.append("  ? its days overlap those of others: it may stand elsewhere in the order")
    if answer.after_as_of:
        lines.append(f"  Left out as later than {answer.as_of}: {answer.after_as_of}")
    lines += ["", "Undated", *(line for each in answer.undated for line in _entry_lines(each))]
    return [*lines, "", *_near_lines(answer), ""]


def _entry_lines(entry: TimelineEntry) -> list[str]:
    mark = "?" if entry.dated and not entry.order_known else " "
    when = f"{when_text(entry.date, entry.earliest, entry.latest)}  " if entry.dated else ""
    others = [each.name for each in entry.others if each.name not in entry.text]
    beside = f" with {', '.join(others)}" if others and not entry.kind.endswith("_of_holder") else ""
    holder = f" [{others[0]}]" if others and entry.kind.endswith("_of_holder") else ""
    told = f"{entry.kind.replace('_', ' ')}: {entry.text}" if entry.kind in _TO_BE_NAMED else entry.text
    told = short(told, _LONGEST)
    lines = [
        f"{mark} {when}{told}{holder}{beside} ({str(entry.certainty).replace('_', ' ')})  {sources_text(entry.sources)}"
    ]
    return [*lines, *([f"      {short(entry.note, _LONGEST)}"] if entry.note else [])]


def when_text(printed: str | None, earliest: date | None, latest: date | None) -> str:
    """A date as printed, and the days it may mean when that is not one day."""
    if earliest and earliest == latest:
        return earliest.isoformat()
    if earliest and latest:
        bounds = f"between {earliest} and {latest}"
    elif earliest:
        bounds = f"on or after {earliest}"
    elif latest:
        bounds = f"on or before {latest}"
    else:
        return printed or "undated"
    return bounds if not printed or ".." in printed else f"{printed} ({bounds})"


def _near_lines(answer: Timeline) -> list[str]:
    if not answer.near_listings:
        return ["No listing of the entity or of a holder is known by then: nothing is near one."]
    lines = [
        f"Near a listing ({answer.days} days before or after). Indicators, not findings: a sale changes much at once."
    ]
    for each in answer.near_listings:
        lines += _listing_lines(each)
    if answer.undated_changes:
        lines.append(
            f"  Changes without a date, of which nobody can say whether they are near: {answer.undated_changes}"
        )
    return lines


def _listing_lines(near: NearListing) -> list[str]:
    step = "itself" if near.hops == 0 else f"holder, {near.hops} step{'s' if near.hops > 1 else ''} up"
    head = f"  {near.party.name} ({step}): {'; '.join(near.listings)}"
    if near.near == "unknown":
        return [f"{head}, {near.note}  {sources_text(near.sources)}"]
    lines = [f"{head}, {when_text(near.date, near.earliest, near.latest)}  {sources_text(near.sources)}"]
    lines += [
        f"    {each.distance}: {each.entry.text}{_WITHIN[each.within]}  {sources_text(each.entry.sources)}"
        for each in near.changes
    ] or ["    no dated change is near"]
    for each in near.indicators:
        words = _PATTERN_WORDS.get(each.pattern, each.pattern.replace("_", " "))
        lines.append(f"    ! {words}: {each.text}{_WITHIN[each.within]}  {sources_text(each.sources)}")
    return lines


def timeline_rows(answer: Timeline) -> list[dict[str, Any]]:
    """One row per entry, dated or not, then one per change near a listing and one per indicator."""
    rows = [_entry_row("entry" if each.dated else "undated", each) for each in (*answer.entries, *answer.undated)]
    for near in answer.near_listings:
        listed = {"listing_of": near.party.id, "listing": "; ".join(near.listings), "listed": near.date}
        if near.near == "unknown":
            rows.append({**_row("near_unknown", "", near.note, near.sources), **listed})
        for change in near.changes:
            days = {"days_min": change.days_min, "days_max": change.days_max, "within": change.within}
            rows.append({**_entry_row("near", change.entry), **listed, **days})
        for each in near.indicators:
            row = _row("indicator", each.pattern, each.text, each.sources)
            rows.append({**row, **listed, "within": each.within, "certainty": str(each.certainty)})
    return rows


def _entry_row(what: str, entry: TimelineEntry) -> dict[str, Any]:
    return {
        **_row(what, entry.kind, entry.text, entry.sources),
        "date": entry.date,
        "earliest": entry.earliest.isoformat() if entry.earliest else None,
        "latest": entry.latest.isoformat() if entry.latest else None,
        "order_known": entry.order_known,
        "others": "; ".join(each.id for each in entry.others),
        "certainty": str(entry.certainty),
        "note": entry.note,
    }


def _row(what: str, kind: str, text: str, sources: Iterable[SourceRef]) -> dict[str, Any]:
    """Every row has every column, in one order."""
    empty = ("others", "certainty", "note", "listing_of", "listing", "listed", "days_min", "days_max", "within")
    dates = dict.fromkeys(("date", "earliest", "latest", "order_known"))
    return {"what": what, **dates, "kind": kind, "text": text, **dict.fromkeys(empty), "sources": sources_text(sources)}
