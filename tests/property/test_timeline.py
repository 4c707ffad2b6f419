"""Whatever is stated of an entity stands in its timeline exactly once, dated or not."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.analyse.day import as_of
from graphkit.analyse.timeline.timeline import TimelineOptions, timeline
from graphkit.model.answers import TimelineEntry
from graphkit.model.dates import parse_when
from graphkit.model.vocabulary import LinkType, Measure
from graphkit.store.local import LocalStore
from tests.graph_tables import GraphRows, Row, entity, link, write_case

# Few dates, so that stakes meet, days overlap and some things lie after the day asked about.
DATES = st.sampled_from(
    ["", "2018", "2018-06", "2018-06-29", "2018-06-30", "before 2018-06", "after 2018", "since 2017"]
)
SHARES = st.sampled_from([None, 25.0, 49.0, 50.0, 60.0])
PARTIES = ("vessel-0", "company-1", "company-2", "person-3")


def bounds(name: str, text: str) -> Row:
    when = parse_when(text)
    first, last = (when.day_min, when.day_max) if when else (None, None)
    return {name: text or None, f"{name}_min": first, f"{name}_max": last}


@st.composite
def stated_graphs(draw: st.DrawFn) -> GraphRows:
    links = []
    for number in range(draw(st.integers(0, 7))):
        kind = draw(
            st.sampled_from([LinkType.OWNS, LinkType.OWNS, LinkType.OWNS, LinkType.MANAGES, LinkType.FAMILY_OF])
        )
        share = draw(SHARES)
        dates = bounds("start", draw(DATES)) | bounds("end", draw(DATES))
        ends = draw(st.lists(st.sampled_from(PARTIES), min_size=2, max_size=2))
        links.append(link(f"l-{number}", str(kind), *ends, share_min=share, share_max=share, **dates))
    listings = [
        {
            **{"listing_id": f"g-{number}", "entity_id": draw(st.sampled_from(PARTIES)), "authority": "EU"},
            **{"measure": draw(st.sampled_from(list(Measure))), "known_day": 18000},
            **bounds("listed", draw(DATES)),
            **bounds("delisted", draw(DATES)),
        }
        for number in range(draw(st.integers(0, 4)))
    ]
    facts = [
        {"entity_id": "vessel-0", "property": "flag", "value": f"F{number}", "start": draw(DATES) or None}
        for number in range(draw(st.integers(0, 3)))
    ]
    events = [
        {
            **{"event_id": f"e-{number}", "type": draw(st.sampled_from(["sighting", "flag_change"]))},
            **{"certainty": "stated", **bounds("start", draw(DATES)), **bounds("end", draw(DATES))},
        }
        for number in range(draw(st.integers(0, 4)))
    ]
    return {
        "entities": [entity(each) for each in PARTIES],
        "links": links,
        "listings": listings,
        "entity_facts": facts,
        "events": events,
        "event_entities": [{"event_id": row["event_id"], "entity_id": "vessel-0", "role": "subject"} for row in events],
    }


def edges(entries: Iterable[TimelineEntry]) -> Counter[str]:
    """Which beginning, end, listing, event or fact each entry tells of."""
    found: Counter[str] = Counter()
    for each in entries:
        if each.kind == "stake_change":
            found.update([f"{each.ids[0]} end", f"{each.ids[1]} start"])
        elif each.ids and each.ids[0].startswith("l-"):
            edge = each.kind.rpartition("_")[2]
            found[f"{each.ids[0]} {edge if each.dated else 'undated'}"] += 1
        else:
            found[f"{each.ids[0]} {each.kind.removesuffix('_of_holder')}" if each.ids else each.text] += 1
    return found


def expected(rows: GraphRows) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows["links"]:
        if "vessel-0" in {row["from_id"], row["to_id"]}:
            dated = [edge for edge in ("start", "end") if row[edge]]
            found.update(f"{row['link_id']} {edge}" for edge in dated or ["undated"])
    holders = {row["from_id"] for row in rows["links"] if row["type"] == "OWNS" and row["to_id"] == "vessel-0"}
    for row in rows["listings"]:
        if row["entity_id"] in {"vessel-0", *holders}:
            found[f"{row['listing_id']} listing"] += 1
            found.update([f"{row['listing_id']} delisting"] if row["delisted"] else [])
    found.update(f"{row['event_id']} {row['type']}" for row in rows["events"])
    found.update(
        f"flag {row['value']}{', from ' if row['start'] else ''}{row['start'] or ''}" for row in rows["entity_facts"]
    )
    return found


@given(rows=stated_graphs(), days=st.integers(0, 400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_statement_of_an_entity_stands_in_its_timeline_exactly_once(
    tmp_path_factory: pytest.TempPathFactory, rows: GraphRows, days: int
) -> None:
    store = LocalStore(write_case(tmp_path_factory.mktemp("drawn"), "drawn", rows))
    whenever = timeline(store, "vessel-0", as_of("any"), TimelineOptions(days=days, reach=3))
    one_step = timeline(store, "vessel-0", as_of("any"), TimelineOptions(days=days, reach=1))
    assert edges((*one_step.entries, *one_step.undated)) == expected(rows)
    assert all(each.dated for each in whenever.entries)
    assert not any(each.dated for each in whenever.undated)
    on_a_day = timeline(store, "vessel-0", as_of("2018-06-29"), TimelineOptions(days=days, reach=3))
    assert len(on_a_day.entries) + on_a_day.after_as_of == len(whenever.entries)
    assert [each.text for each in on_a_day.undated] == [each.text for each in whenever.undated]


@given(rows=stated_graphs())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_entry_whose_order_is_called_known_lies_wholly_before_or_after_every_other(
    tmp_path_factory: pytest.TempPathFactory, rows: GraphRows
) -> None:
    store = LocalStore(write_case(tmp_path_factory.mktemp("drawn"), "drawn", rows))
    entries = timeline(store, "vessel-0", as_of("any")).entries
    for place, each in enumerate(entries):
        for later in entries[place + 1 :]:
            if each.order_known and later.order_known:
                assert latest(each) <= earliest(later)
        assert each.order_known or each.earliest != each.latest


def earliest(entry: TimelineEntry) -> Any:
    return float("-inf") if entry.earliest is None else entry.earliest.toordinal()


def latest(entry: TimelineEntry) -> Any:
    return float("inf") if entry.latest is None else entry.latest.toordinal()
