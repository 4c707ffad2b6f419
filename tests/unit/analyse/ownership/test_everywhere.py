"""The tests on a whole build say of every company what they say of each alone."""

from datetime import date
from typing import Any

import pytest

from graphkit.analyse.ownership.everywhere import with_verdicts
from tests.graph_tables import tables_of
from tests.ownership_cases import DAY, told
from tests.unit.analyse.ownership.test_stories import STORIES, Story


def columns(lines: str) -> dict[str, dict[str, Any]]:
    """The row of each party, as a build of the day writes it."""
    found = told(lines)
    tables = tables_of({"entities": found.entities, "links": found.links, "listings": found.listings})
    entities = with_verdicts(tables["entities"], tables["link_numbers"], tables["listings"], date.fromisoformat(DAY))
    return {row["entity_id"]: row for row in entities.to_pylist()}


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
def test_the_columns_of_a_build_are_the_answers(story: Story) -> None:
    rows = columns(story.lines)
    for party, day, expected in story.expected:
        if day == DAY:
            row = rows[party]
            review = [f"review:{name}" for name in row["blocked_review"].split("; ") if name]
            assert " ".join([row["blocked_ofac"], row["blocked_eu"], row["blocked_uk"], *review]) == expected


def test_those_who_were_added_up_are_named_for_each_test() -> None:
    # OFAC and the EU add all three up; no test would name P.
    assert columns("L1 20 A\nL2 20 A\nH 10 A\nL1 60 H\nP 50 A")["A"]["blocked_because"] == "H; L1; L2"


def test_in_the_uk_only_the_person_who_meets_the_test_is_named() -> None:
    lines = "listed L1 UK\nlisted L2 UK\nL1 60 A\nL2 40 A"
    assert columns(lines)["A"]["blocked_because"] == "L1"


def test_a_ship_is_not_blocked_by_its_owners() -> None:
    row = columns("L 100 MV")["MV"]
    assert [row[f"blocked_{name}"] for name in ("ofac", "eu", "uk")] == ["", "", ""]


def test_the_share_of_the_listed_is_that_of_all_lists_together() -> None:
    row = columns("listed L1 OFAC\nlisted L2 EU\nL1 30 A\nL2 20..40 A\nA 50 B")["B"]
    assert (row["effective_listed_share_min"], row["effective_listed_share_max"]) == (25.0, 35.0)
