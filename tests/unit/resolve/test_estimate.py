"""Weights estimated without labels, against tables whose m and u are known because they were drawn."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.estimate import DECISIVE, FARTHEST, Estimate, estimate
from graphkit.resolve.evaluate import evaluate
from graphkit.resolve.evidence import Comparison
from graphkit.resolve.flat_table import said_of
from graphkit.resolve.own_table import resolve_table
from graphkit.resolve.prepared import prepared
from graphkit.resolve.stated_pairs import Rate, StatedPairs, even_odds
from graphkit.resolve.weights import Weights, default_weights, read_weights
from graphkit.resolve.weights_text import estimate_text
from graphkit.synthetic import Plan, generate, records_table

DAY = date(2026, 11, 24)
FLAGS = ("PA", "LR", "MH", "MT", "CY")
YEARS = (1980, 1990, 2000, 2010)
SHIPS = 900


def estimated(table: pd.DataFrame, weights: Weights | None = None, kind: str = "") -> Estimate:
    return estimate(prepared(said_of(table, kind=kind)), weights or default_weights())


@pytest.fixture(scope="module")
def drawn() -> pd.DataFrame:
    """Two records of each ship under one name. The second states the flag of the first 8 times in 10, its year of build
    9 times in 10, and otherwise one of the others, each as likely.
    """
    draw = np.random.default_rng(11)
    words = [
        "".join(draw.choice(list("BDGKLMNPRSTV")) + draw.choice(list("AEIOU")) for _ in range(3)) for _ in range(90)
    ]
    names = draw.choice(len(words) ** 2, SHIPS, replace=False)
    rows = []
    for name in names.tolist():
        flag, year = int(draw.integers(5)), int(draw.integers(4))
        text = f"{words[name // 90]} {words[name % 90]}"
        rows.append((text, FLAGS[flag], YEARS[year]))
        other_flag = 0 if draw.random() < 0.8 else int(draw.integers(1, 5))
        other_year = 0 if draw.random() < 0.9 else int(draw.integers(1, 4))
        rows.append((text, FLAGS[(flag + other_flag) % 5], YEARS[(year + other_year) % 4]))
    return pd.DataFrame(rows, columns=["name", "flag", "built"]).astype("str")


def synthetic(records: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A synthetic table and its truth."""
    fleet = generate(Plan(records=records, seed=seed))
    truth = [(row["id"], row["entity_id"]) for group in fleet.groups() for row in group.truth]
    return pd.DataFrame(records_table(fleet)), pd.DataFrame(truth, columns=["id", "entity_id"])


def test_estimates_come_near_the_chances_that_a_table_was_drawn_with(drawn: pd.DataFrame) -> None:
    pieces = estimated(drawn).weights.pieces
    # Two ships agree on one of 5 flags by chance 1 in 5 times. 900 pairs of one ship: the standard error of m is
    # sqrt(.8 * .2 / 900) = .013, and the start (.8; .1; -1.5 bits) draws by 50 in 950. Bounds: three errors and that.
    assert pieces["flag"].same == pytest.approx(0.8, abs=0.04)
    assert pieces["flag"].chance == pytest.approx(0.2, abs=0.04)
    # log2(.2 / .8) = -2; an error of .013 in .2 is .096 bits.
    assert pieces["flag"].contradicts == pytest.approx(-2.0, abs=0.35)
    # Years of build: log2(.9 / .25) = 1.85, log2(.1 / .75) = -2.91; the start is 2.5 and -5, errors .06 and .14 bits.
    assert pieces["built"].agrees == pytest.approx(1.85, abs=0.25)
    assert pieces["built"].contradicts == pytest.approx(-2.91, abs=0.55)


def test_an_estimate_does_not_hang_on_the_weights_it_starts_from(drawn: pd.DataFrame) -> None:
    shipped = default_weights()
    flag = replace(shipped.pieces["flag"], same=0.6, chance=0.3, contradicts=-0.5)
    other = replace(shipped, pieces={**shipped.pieces, "flag": flag})
    one, another = (estimated(drawn, weights).weights.pieces["flag"] for weights in (shipped, other))
    # 50 in 950 of what the starts differ by, which is .2 in same and chance and 1 bit; twice that for the rounds.
    assert (one.same, one.chance) == pytest.approx((another.same, another.chance), abs=0.02)
    assert one.contradicts == pytest.approx(another.contradicts, abs=0.1)


def test_on_too_little_data_nothing_moves(drawn: pd.DataFrame) -> None:
    # 15 ships with two records each: 15 pairs of one ship, and 20 are asked for.
    few = estimated(drawn.head(30))
    assert (few.weights, few.moved, few.records) == (default_weights(), False, 30)
    assert {piece.kept for piece in few.pieces if piece.name == "flag"} == {"too few pairs state it"}
    none = estimated(pd.DataFrame({"name": ["ONE"]}))
    assert (none.weights, none.candidates, none.matches) == (default_weights(), 0, 0.0)


def test_decisive_numbers_never_move_and_nothing_moves_far() -> None:
    table, _ = synthetic(1500, 5)
    found = estimated(table)
    assert found.moved
    assert {piece.name for piece in found.pieces if piece.kept.startswith("decisive")} == DECISIVE
    for piece in found.pieces:
        if piece.kept:
            assert piece.new == piece.old
        assert abs(piece.new.contradicts - piece.old.contradicts) <= FARTHEST + 0.001
        assert abs((piece.new.agrees or 0.0) - (piece.old.agrees or 0.0)) <= FARTHEST + 0.001
        assert piece.new.contradicts <= 0.0 <= (piece.new.agrees or 0.0)
    assert estimated(table) == found


def test_the_written_table_is_read_back_and_gives_the_same_entities(drawn: pd.DataFrame, tmp_path: Path) -> None:
    found = estimated(drawn)
    path = tmp_path / "weights.toml"
    path.write_text(text := estimate_text(found, DAY), encoding="utf-8")
    assert read_weights(path) == found.weights
    assert "Estimated on 2026-11-24 by EM, without labels, from 1800 records" in text
    assert "imo = { agrees = 30.0, contradicts = -40.0 }  # as before: decisive, never estimated" in text
    one, other = (resolve_table(drawn, weights=weights) for weights in (found.weights, read_weights(path)))
    assert one.label.tolist() == other.label.tolist()


def test_resolving_with_estimated_weights_is_no_worse() -> None:
    table, truth = synthetic(2500, 6)
    shipped, own = (_b_cubed(table, truth, weights) for weights in (default_weights(), estimated(table).weights))
    assert own >= shipped - 0.02


def _b_cubed(table: pd.DataFrame, truth: pd.DataFrame, weights: Weights) -> float:
    entity = resolve_table(table, weights=weights).entity_ids()
    found = evaluate(pd.DataFrame({"id": table["id"], "entity_id": entity}), truth).b_cubed.f1
    assert found is not None
    return found


def test_pairs_seen_once_weigh_what_comparing_them_again_would_say() -> None:
    table, _ = synthetic(800, 7)
    records, weights = prepared(said_of(table)), default_weights()
    comparison = Comparison.of(records, weights)
    left, right = candidate_pairs(records)
    seen = StatedPairs.of(comparison, left, right, DECISIVE).chances(weights.pieces, even_odds())
    # Even odds add nothing, so that the chance is that of the match weight alone.
    whole = 1 / (1 + np.exp2(-np.clip(comparison.pairs(left, right).match_weight, -60, 60)))
    assert seen == pytest.approx(whole, abs=0.005)


def test_a_rate_is_never_quite_none_or_all() -> None:
    assert Rate(0.0, 9.0).share == 0.05
    assert Rate(9.0, 9.0).share == 0.95
    assert Rate().share == 0.5
