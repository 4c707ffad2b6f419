"""A table of one's own resolved: every row comes back, vetoes hold, and the order of the rows does not matter."""

from random import Random

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from graphkit.resolve.own_table import resolve_table
from graphkit.resolve.verdicts import Rules

NAMES = ("AN SAN 1", "M/V ANSAN NO. 1", "AN SAN 2", "AN SAN", "HOPE SEA", "KOREA ANSAN CO LTD", "UNKNOWN", "")
COLUMNS = {
    "name": NAMES,
    "imo": ("", "", "7303803", "9003550", "7303804"),
    "mmsi": ("", "", "445123456"),
    "flag": ("", "KP", "PA"),
    "kind": ("", "vessel", "company"),
}
rows = st.lists(st.tuples(*(st.sampled_from(values) for values in COLUMNS.values())), min_size=1, max_size=9)


def table(**columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(columns, dtype="str")


def groups(frame: pd.DataFrame, rules: Rules = Rules.LIKELY, kind: str = "") -> list[int]:
    """For each row the first row of its entity."""
    return [int(row) for row in resolve_table(frame, rules=rules, kind=kind).label]


def test_every_row_comes_back_in_its_order_with_the_first_row_of_its_entity() -> None:
    found = resolve_table(
        table(name=["WAN HENG 11", "KOTI", "WANHENG NO. 11", "", "KOTI"], flag=["", "PA", "", "", "PA"])
    )
    assert found.entity_ids().tolist() == ["e1", "e2", "e1", "e4", "e2"]


def test_sisters_stay_two_also_through_the_ship_without_a_number() -> None:
    label = groups(table(name=["WAN HENG 11", "WAN HENG", "WAN HENG 12"], mmsi=["412000001"] * 3), kind="vessel")
    assert label[0] != label[2]


def test_two_hulls_stay_two_through_a_third_record() -> None:
    # The name and the flag of a scrapped ship are handed on; its hull number is not.
    label = groups(table(name=["MORNING STAR"] * 3, imo=["9074729", "", "7303803"], flag=["KP"] * 3))
    assert label[0] != label[2]


def test_firms_are_not_chained_by_the_words_they_share() -> None:
    words = ("KWANGSONG", "PUGANG", "RYONGWANG", "TANGUN", "KUMSAN", "TAESONG", "HYOKSIN")
    label = groups(table(name=[f"KOREA {word} TRADING CORPORATION" for word in words]))
    assert label == list(range(len(words)))


def test_a_hull_keeps_its_number_under_any_name() -> None:
    assert groups(table(name=["WAN HENG 11", "KUM JIN GANG 3"], imo=["8791667", "IMO8791667"])) == [0, 0]


@pytest.mark.parametrize(("rules", "label"), [(Rules.LIKELY, [0, 0]), (Rules.SURE, [0, 0]), (Rules.BUILD, [0, 1])])
def test_the_rules_say_whether_a_name_may_decide(rules: Rules, label: list[int]) -> None:
    assert groups(table(name=["WAN HENG 11", "WANHENG NO. 11"]), rules, "vessel") == label


def test_placeholders_and_empty_names_are_nobody() -> None:
    assert groups(table(name=["UNKNOWN", "UNKNOWN", "", "", "N/A", "N/A"])) == [0, 1, 2, 3, 4, 5]


def test_the_pairs_are_those_that_are_not_apart() -> None:
    found = resolve_table(table(name=["WAN HENG 11", "WANHENG NO. 11", "GARDENIA"]), kind="vessel")
    assert (found.pairs.left.tolist(), found.pairs.right.tolist(), found.candidates) == ([0], [1], 1)


def test_progress_counts_the_pairs() -> None:
    told: list[tuple[int, int]] = []
    resolve_table(table(name=["KOTI"] * 4), progress=lambda done, whole: told.append((done, whole)))
    assert told == [(6, 6)]


def test_a_table_without_a_row_has_no_entities() -> None:
    assert groups(table(name=[])) == []


@settings(max_examples=20, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(rows, st.sampled_from(list(Rules)), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(said: list[tuple[str, ...]], rules: Rules, random: Random) -> None:
    order = list(range(len(said)))
    random.shuffle(order)
    parts = []
    for places in (list(range(len(said))), order):
        label = groups(pd.DataFrame([said[place] for place in places], columns=list(COLUMNS)), rules)
        parts.append(
            {frozenset(places[row] for row, mine in enumerate(label) if mine == first) for first in set(label)}
        )
    assert parts[0] == parts[1]


@settings(max_examples=20, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(rows, st.sampled_from(list(Rules)))
def test_no_entity_has_two_hulls_or_two_kinds(said: list[tuple[str, ...]], rules: Rules) -> None:
    frame = pd.DataFrame(said, columns=list(COLUMNS))
    frame["entity"] = groups(frame, rules)
    for _, part in frame.groupby("entity"):
        assert len(set(part["kind"]) - {""}) <= 1
        if "company" not in set(part["kind"]):
            assert len(set(part["imo"]) & {"7303803", "9003550"}) <= 1
