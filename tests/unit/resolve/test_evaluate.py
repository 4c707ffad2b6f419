"""Evaluation against counts worked out by hand, and against the obvious version that looks at every pair."""

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import WrongUse
from graphkit.model.evaluation import Evaluation, Mixture, Quality, RecallAt
from graphkit.resolve.evaluate import evaluate
from graphkit.resolve.evaluate_pairs import evaluate_blocking, evaluate_pairs, recall_at_precision


def assigned(**entity_of: str) -> pd.DataFrame:
    """A table of record ids and entities."""
    return pd.DataFrame({"id": list(entity_of), "entity_id": list(entity_of.values())}, dtype="str")


# Four sightings of one ship and two of another; the resolution puts one of the four with the two.
FOUND = assigned(a="1", b="1", c="1", d="2", e="2", f="2")
TRUE = assigned(a="X", b="X", c="X", d="X", e="Y", f="Y")

clusterings = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)
ranked_pairs = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=15)


def test_pairs_and_b_cubed_are_those_of_the_hand_calculation() -> None:
    answer = evaluate(FOUND, TRUE)
    # Joined: 3 + 3 pairs; true: 6 + 1; both: abc gives 3, ef gives 1.
    assert answer.pairs == Quality(claimed=6, true=7, both=4)
    assert answer.pairs.f1 == pytest.approx(8 / 13)
    # Precision: a, b, c have 1; d has 1/3; e, f have 2/3. Recall: a, b, c have 3/4; d has 1/4; e, f have 1.
    assert answer.b_cubed.precision == pytest.approx((3 + 1 / 3 + 4 / 3) / 6)
    assert answer.b_cubed.recall == pytest.approx((9 / 4 + 1 / 4 + 2) / 6)
    assert (answer.result_sizes, answer.truth_sizes) == ({3: 2}, {2: 1, 4: 1})


def test_the_worst_clusters_and_entities_are_named_with_what_they_cost() -> None:
    answer = evaluate(FOUND, TRUE)
    assert answer.wrong == (Mixture("2", records=3, parts=2, pairs=2, record_ids=("d", "e", "f")),)
    assert answer.split == (Mixture("X", records=4, parts=2, pairs=3, record_ids=("a", "b", "c", "d")),)


def test_records_of_one_side_alone_are_counted_and_count_nowhere() -> None:
    found = assigned(a="1", b="1", new="1", nobody="")
    answer = evaluate(found, assigned(a="X", b="X", old="X", older="Y"))
    assert (answer.records, answer.only_in_result, answer.only_in_truth) == (2, 1, 2)
    assert answer.pairs == Quality(1, 1, 1)


def test_where_there_is_nothing_to_count_there_is_no_ratio() -> None:
    nothing = evaluate(assigned(a="1"), assigned(b="1"))
    assert (nothing.pairs.precision, nothing.pairs.recall, nothing.pairs.f1) == (None, None, None)
    assert nothing.b_cubed.f1 is None


def test_a_record_in_two_entities_is_refused_and_a_repeated_row_is_not() -> None:
    twice = pd.concat([FOUND, FOUND])
    assert evaluate(twice, TRUE) == evaluate(FOUND, TRUE)
    with pytest.raises(WrongUse, match="The truth puts record 'a' in two entities"):
        evaluate(FOUND, pd.concat([TRUE, assigned(a="Y")]))
    with pytest.raises(WrongUse, match="The result has no column 'entity_id'; it has id, entity."):
        evaluate(FOUND.rename(columns={"entity_id": "entity"}), TRUE)


@given(clusterings)
def test_clusters_are_measured_as_by_looking_at_every_pair(members: list[tuple[int, int]]) -> None:
    answer = evaluate(*tables_of(members))
    together = [(a == c, b == d) for (a, b), (c, d) in combinations(members, 2)]
    assert answer.pairs == Quality(
        sum(found for found, _ in together), sum(true for _, true in together), sum(map(all, together))
    )
    if members:
        assert answer.b_cubed.precision == pytest.approx(slow_b_cubed(members, 0))
        assert answer.b_cubed.recall == pytest.approx(slow_b_cubed(members, 1))


@given(clusterings)
def test_result_and_truth_change_places_as_precision_and_recall_do(members: list[tuple[int, int]]) -> None:
    found, true = tables_of(members)
    one, other = evaluate(found, true), evaluate(true, found)
    assert one.pairs.precision == other.pairs.recall
    assert one.b_cubed.precision == (pytest.approx(other.b_cubed.recall) if members else None)
    assert ([each.pairs for each in one.wrong]) == [each.pairs for each in other.split]


def tables_of(members: list[tuple[int, int]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Record n is in cluster members[n][0] and truly in entity members[n][1]."""
    found, true = (assigned(**{str(n): str(pair[side]) for n, pair in enumerate(members)}) for side in (0, 1))
    return found, true


def slow_b_cubed(members: list[tuple[int, int]], side: int) -> float:
    """The mean over records of how many of its cluster (side 0) or entity (side 1) share both with it."""
    shares = [
        sum(other == one for other in members) / sum(other[side] == one[side] for other in members) for one in members
    ]
    return sum(shares) / len(shares)


@given(clusterings, st.sets(st.tuples(st.integers(0, 13), st.integers(0, 13))))
def test_candidates_are_measured_as_by_looking_at_every_pair(
    members: list[tuple[int, int]], candidates: set[tuple[int, int]]
) -> None:
    _, truth = tables_of(members)
    answer = evaluate_blocking(pd.DataFrame(sorted(candidates), columns=["left", "right"]), truth)
    known = {frozenset(pair) for pair in candidates if max(pair) < len(members) and pair[0] != pair[1]}
    true = {frozenset((a, b)) for a, b in combinations(range(len(members)), 2) if members[a][1] == members[b][1]}
    assert answer.candidates == Quality(len(known), len(true), len(known & true))
    assert answer.unknown == sum(max(pair) >= len(members) for pair in candidates)


def test_what_blocking_loses_is_told_per_entity() -> None:
    candidates = pd.DataFrame({"left": ["b", "a", "e", "a", "zz"], "right": ["a", "b", "d", "a", "a"]})
    answer = evaluate_blocking(candidates, TRUE)
    assert answer.candidates == Quality(claimed=2, true=7, both=1)
    assert (answer.unknown, answer.pairs_per_record) == (1, 2 / 6)
    assert [(each.id, each.pairs) for each in answer.missed] == [("X", 5), ("Y", 1)]


def compared(rows: list[tuple[str, str, object]], column: str) -> pd.DataFrame:
    """A table of pairs with one more column."""
    return pd.DataFrame(rows, columns=["left", "right", column])


COMPARED = compared(
    [("WAN HENG 11", "WANHENG NO. 11", 0.97), ("MI RIM", "MI RIM 2", 0.97), ("DOVE", "DOVER", 0.4), ("A", "B", 0.1)],
    "similarity",
).assign(screen=[True, True, True, False], merge=[True, False, False, False])
LABELLED = compared(
    [("WANHENG NO. 11", "WAN HENG 11", 1), ("MI RIM", "MI RIM 2", 0), ("DOVE", "DOVER", 0), ("B", "A", 1)], "label"
)


def test_verdicts_and_even_odds_are_judged_apart() -> None:
    answer = evaluate_pairs(COMPARED, LABELLED)
    assert (answer.pairs, answer.only_in_result, answer.only_in_truth) == (4, 0, 0)
    assert answer.even_odds == Quality(claimed=2, true=2, both=1)
    assert answer.screen == Quality(claimed=3, true=2, both=1)
    assert answer.merge == Quality(claimed=1, true=2, both=1)
    assert [(each.left, each.right) for each in answer.missed] == [("A", "B")]
    # MI RIM stands in a tie with the right pair: no threshold takes one without the other.
    assert answer.recall_at == RecallAt(0.98, 0.0, None)


def test_a_pair_that_stands_twice_meets_its_labels_in_the_order_of_the_rows() -> None:
    # The same two names were once found for one party and once for two.
    result = compared([("SARINA", "SABRINA", 0.9), ("SABRINA", "SARINA", 0.2), ("X", "Y", 0.3)], "similarity")
    truth = compared([("SARINA", "SABRINA", 1), ("SARINA", "SABRINA", 0), ("U", "V", 1)], "label")
    answer = evaluate_pairs(result, truth)
    assert (answer.pairs, answer.only_in_result, answer.only_in_truth) == (2, 1, 1)
    assert answer.even_odds == Quality(1, 1, 1)
    assert (answer.screen, answer.merge) == (None, None)


def test_values_that_are_no_similarity_and_no_label_are_refused() -> None:
    with pytest.raises(WrongUse, match="A similarity is 97.0; each pair needs one between 0 and 1."):
        evaluate_pairs(COMPARED.assign(similarity=[97.0, 1, 1, 1]), LABELLED)
    with pytest.raises(WrongUse, match="A label is 'maybe'; 1 and 0, or true and false, are understood."):
        evaluate_pairs(COMPARED, LABELLED.assign(label=["1", "0", "maybe", "1"]))


def test_98_right_of_100_is_98_percent() -> None:
    labels = np.array([True] * 98 + [False] * 2 + [True] * 2)
    similarity = np.array([1.0] * 100 + [0.5, 0.4])
    assert recall_at_precision(similarity, labels, 0.98) == RecallAt(0.98, 1.0, 0.4)
    # One right pair fewer in the tie at the top and there is no such threshold: 97 of 100, 98 of 101, 99 of 102.
    labels[0] = False
    assert recall_at_precision(similarity, labels, 0.98) == RecallAt(0.98, 0.0, None)


@given(ranked_pairs, st.sampled_from([0.5, 0.75, 0.98]))
def test_recall_at_a_precision_is_the_best_of_all_thresholds(ranked: list[tuple[int, bool]], precision: float) -> None:
    labels = np.array([label for _, label in ranked])
    similarity = np.array([step / 4 for step, _ in ranked])
    recalls = [0.0]
    for threshold in set(similarity):
        taken = labels[similarity >= threshold]
        if taken.sum() >= precision * len(taken):
            recalls.append(taken.sum() / max(labels.sum(), 1))
    found = recall_at_precision(similarity, labels, precision)
    assert found.recall == (pytest.approx(max(recalls)) if labels.any() else None)


def test_a_million_records_take_no_list_of_pairs() -> None:
    # One cluster of a million records has half a trillion pairs, and none of them is written down.
    ids = pd.Series(range(1_000_000)).astype("str")
    found = pd.DataFrame({"id": ids, "entity_id": "one"})
    true = pd.DataFrame({"id": ids, "entity_id": ids.str[:-1] + "x"})
    answer: Evaluation = evaluate(found, true)
    assert answer.pairs == Quality(claimed=499_999_500_000, true=4_500_000, both=4_500_000)
    assert answer.b_cubed.recall == 1
