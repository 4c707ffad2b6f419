"""Builds drawn at random: what is told of two of them is what a slow comparison, row by row, finds."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.analyse.changes import changed_rows
from graphkit.analyse.changes.builds import Pair
from graphkit.store.local import LocalStore
from tests.graph_tables import entity, link, write_case

PARTIES = [f"company-{letter}" for letter in "abcde"]
LINKS = st.lists(
    st.tuples(
        st.sampled_from(PARTIES),
        st.sampled_from(PARTIES),
        st.sampled_from(["OWNS", "MANAGES", "ACTS_FOR"]),
        st.sampled_from([None, 25.0, 60.0]),
        st.sampled_from(["stated", "alleged"]),
    ),
    max_size=8,
)
FLAGS = st.lists(st.sampled_from(["", "PA", "KP"]), min_size=5, max_size=5)
BUILDS = st.tuples(LINKS, FLAGS, st.sets(st.sampled_from(PARTIES), min_size=1))
Build = tuple[list[tuple[Any, ...]], list[str], set[str]]


def stored(path: Any, build: Build) -> LocalStore:
    """A build of the parties that are there, and of the links between them."""
    links, flags, there = build
    # A link's id says what it states; its certainty is that of the surest statement.
    stated: dict[str, tuple[Any, ...]] = {}
    for each in links:
        if each[0] in there and each[1] in there:
            stated[f"link-{each[:4]}"] = each
    rows = {
        "entities": [
            entity(
                each,
                flag=flag,
                blocked_as_of="2024-01-01",
                effective_listed_share_min=0.0,
                effective_listed_share_max=0.0,
            )
            for each, flag in zip(PARTIES, flags, strict=True)
            if each in there
        ],
        "links": [
            link(key, kind, one, other, share_min=share, share_max=share, certainty=certainty)
            for key, (one, other, kind, share, certainty) in stated.items()
        ],
        "records": [],
    }
    return LocalStore(write_case(path, "drawn", rows))


def slowly(before: Build, after: Build) -> set[tuple[str, ...]]:
    """What changed, worked out with plain sets."""
    found: set[tuple[str, ...]] = {("entities", "new", each, "", "") for each in after[2] - before[2]}
    found |= {("entities", "gone", each, "", "") for each in before[2] - after[2]}
    for party, flag, flag_now in zip(PARTIES, before[1], after[1], strict=True):
        if party in before[2] & after[2] and flag != flag_now:
            found.add(("names", "changed", party, "", "flag"))
    one, other = (_held(build) for build in (before, after))
    for key in one.keys() | other.keys():
        if one.get(key) != other.get(key):
            holder, held, kind = key
            change = "new" if key not in one else "gone" if key not in other else "changed"
            if kind == "ACTS_FOR":  # the agent is told of its client
                holder, held = held, holder
            found.add(("owners" if kind == "OWNS" else "links", change, held, holder, kind))
    return found


def _held(build: Build) -> dict[tuple[str, str, str], set[tuple[Any, ...]]]:
    links, _, there = build
    last = {
        (one, other, kind, share): certainty for one, other, kind, share, certainty in links if {one, other} <= there
    }
    found: dict[tuple[str, str, str], set[tuple[Any, ...]]] = {}
    for (one, other, kind, share), certainty in last.items():
        # The share of a link that is no holding is not told.
        found.setdefault((one, other, kind), set()).add((share if kind == "OWNS" else None, certainty))
    return found


def told(old: LocalStore, new: LocalStore) -> list[tuple[str, ...]]:
    rows = changed_rows(Pair(old, new), ("entities", "owners", "links", "names"))
    return list(rows[["matter", "change", "id", "other_id", "what"]].itertuples(index=False, name=None))


def swapped(changes: Iterable[tuple[str, ...]]) -> set[tuple[str, ...]]:
    other_way = {"new": "gone", "gone": "new"}
    return {(matter, other_way.get(change, change), *rest) for matter, change, *rest in changes}


@given(before=BUILDS, after=BUILDS)
@settings(max_examples=30)
def test_the_changes_are_those_of_a_slow_comparison_and_the_other_way_round_they_are_swapped(
    tmp_path_factory: pytest.TempPathFactory, before: Build, after: Build
) -> None:
    path = tmp_path_factory.mktemp("drawn")
    old, new = stored(path / "old", before), stored(path / "new", after)
    found = told(old, new)
    assert len(found) == len(set(found))
    assert set(found) == slowly(before, after)
    assert set(told(new, old)) == swapped(found)
    assert told(new, new) == []
