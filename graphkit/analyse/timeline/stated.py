"""Happenings of a timeline from what is stated of one entity: its names, numbers and facts, events and listings."""

from collections import defaultdict
from collections.abc import Iterable

from graphkit.analyse.evidence import ordered, source_ref
from graphkit.analyse.timeline.happenings import Change, Happening, Matter
from graphkit.analyse.timeline.spans import UNDATED, Span, at_earliest, printed_span, span_of
from graphkit.model.answers import SourceRef
from graphkit.model.dates import from_day
from graphkit.model.vocabulary import CERTAINTY_WEIGHT, Certainty
from graphkit.store.base import Row

_DATES_THEMSELVES = frozenset({"built", "birth_date", "incorporated", "dissolved"})
_MATTER_OF_FACT: dict[str, Matter] = {"flag": "flag", "mmsi": "mmsi"}
_MATTER_OF_EVENT: dict[str, Matter] = {
    "name_change": "name",
    "flag_change": "flag",
    "owner_change": "owner",
    "manager_change": "manager",
    "mmsi_change": "mmsi",
}
_DONE_TO_SHIPS = frozenset({"inspection", "detention", "seizure"})


def of_names(rows: Iterable[Row]) -> list[Happening]:
    """Names: no source dates one, only the change of a name."""
    found: dict[tuple[str, str], list[SourceRef]] = defaultdict(list)
    for row in rows:
        found[(row["name"], row["name_kind"])].append(source_ref(row))
    return [
        Happening(UNDATED, "name", f"{name} ({_words(kind)})", ordered(refs)) for (name, kind), refs in found.items()
    ]


def of_facts(rows: Iterable[Row]) -> list[Happening]:
    """Numbers and facts: dated where the source dates them, or where they are a date themselves."""
    found: dict[tuple[str, str, str, str], list[SourceRef]] = defaultdict(list)
    for row in rows:
        found[(row["property"], row["value"], row["valid"] or "", row["start"] or "")].append(source_ref(row))
    return [_fact(*key, ordered(refs)) for key, refs in found.items()]


def _fact(prop: str, value: str, valid: str, start: str, sources: tuple[SourceRef, ...]) -> Happening:
    amiss = "" if valid in {"", "ok", "unchecked"} else f" [{_words(valid)}, not used]"
    span = printed_span(start or (value if prop in _DATES_THEMSELVES else None))
    since = f", from {span.text}" if start and prop not in _DATES_THEMSELVES else ""
    matter = _MATTER_OF_FACT.get(prop)
    change = Change(matter) if matter and not amiss else None
    return Happening(span, prop, f"{_words(prop)} {value}{amiss}{since}", sources, change=change)


def of_events(rows: Iterable[Row], participants: Iterable[Row], entity_id: str) -> list[Happening]:
    """Events with all who took part. Accounts that give one event different days are entries of their own."""
    accounts: dict[str, dict[tuple[Span, Span], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        accounts[row["event_id"]][(span_of(row, "start"), span_of(row, "end"))].append(row)
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in participants:
        parts[row["event_id"]].append(row)
    return [
        _event(event_id, span, told, parts[event_id], entity_id, differ=len(dated) > 1)
        for event_id, of_days in accounts.items()
        for dated in [_dated_accounts(of_days)]
        for span, told in dated.items()
    ]


def _dated_accounts(of_days: dict[tuple[Span, Span], list[Row]]) -> dict[tuple[Span, Span], list[Row]]:
    """An account without a day stands beside the only one that has one."""
    dated = {spans: list(rows) for spans, rows in of_days.items() if spans[0].dated or spans[1].dated}
    undated = [row for spans, rows in of_days.items() if spans not in dated for row in rows]
    if undated and len(dated) == 1:
        next(iter(dated.values())).extend(undated)
        return dated
    return {**dated, **({(UNDATED, UNDATED): undated} if undated else {})}


def _event(
    event_id: str, spans: tuple[Span, Span], accounts: list[Row], parts: list[Row], entity_id: str, *, differ: bool
) -> Happening:
    surest = max(accounts, key=lambda row: CERTAINTY_WEIGHT[Certainty(row["certainty"])])
    start, end = spans
    claim = [f"{key} {surest[f'claimed_{key}']}" for key in ("name", "imo", "flag") if surest[f"claimed_{key}"]]
    role = next((row["role"] for row in parts if row["entity_id"] == entity_id), "")
    told = [
        _words(surest["type"]),
        f"as {', '.join(claim)}" if claim else "",
        f"({_words(role)})" if role not in {"", "subject"} else "",
        f"until {end.text}" if start.dated and end.text not in {"", start.text} else "",
        f"ended {end.text}, its beginning is not dated" if end.dated and not start.dated else "",
        "(accounts differ on the day)" if differ else "",
    ]
    matter = _MATTER_OF_EVENT.get(surest["type"])
    return Happening(
        span=at_earliest(start) if start.dated else end,
        kind=surest["type"],
        text=" ".join(part for part in told if part) + (f", {surest['area']}" if surest["area"] else ""),
        sources=ordered(source_ref(row) for row in accounts),
        others=tuple(sorted({row["entity_id"] for row in parts} - {entity_id})),
        certainty=Certainty(surest["certainty"]),
        ids=(event_id,),
        note=surest["note"] or "",
        change=Change(matter) if matter else None,
        activity=matter is None and surest["type"] not in _DONE_TO_SHIPS,
    )


def of_listings(
    rows: Iterable[Row], sources: dict[str, tuple[SourceRef, ...]], *, holder: str | None = None
) -> list[Happening]:
    """Listings and delistings, of the entity or of a holder. One without a date is told as such."""
    suffix, others = ("_of_holder", (holder,)) if holder else ("", ())
    found = []
    for row in rows:
        told, refs = listing_words(row), sources.get(row["listing_id"], ())
        ids = (row["listing_id"],)
        for name, kind in (("listed", "listing"), ("delisted", "delisting")):
            span = span_of(row, name)
            if span.dated or name == "listed":
                unsaid = "" if span.dated else f", {known_by(row)}"
                found.append(Happening(span, f"{kind}{suffix}", f"{told}{unsaid}", refs, others, ids=ids))
    return found


def listing_words(row: Row) -> str:
    """A listing for people: authority, reference, measure."""
    entry = row["reference"] or row["list"]
    authority = "" if entry.startswith(f"{row['authority']} ") else row["authority"]  # UN 1718 says whose it is
    return " ".join(part for part in (authority, entry, _words(row["measure"])) if part)


def known_by(row: Row) -> str:
    """What a listing without a date proves: the day its list was published or read, and nothing before it."""
    return f"without a date; on its list by {from_day(row['known_day'])}"


def _words(text: str) -> str:
    return text.replace("_", " ")
