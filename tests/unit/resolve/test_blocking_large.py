"""Blocking where many records share one key: bounded work, and nobody is dropped."""

import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from graphkit.resolve.blocking import candidate_pairs
from graphkit.resolve.flat_table import said_of
from graphkit.resolve.prepared import prepared
from graphkit.session.table_files import read_table
from graphkit.synthetic import Plan, generate, write_table


def pairs_of(table: pd.DataFrame, kind: str = "") -> set[tuple[int, int]]:
    left, right = candidate_pairs(prepared(said_of(table, kind=kind)))
    return set(zip(left.tolist(), right.tolist(), strict=True))


def code(number: int) -> str:
    """Five consonants and vowels that no other number up to 10,000 has."""
    return "".join(
        letters[number // size % 10]
        for letters, size in zip(
            ("BCDFGHJKLM", "AEIOUYAEIO", "NPQRSTVWXZ", "BCDFGHJKLM"), (1000, 100, 10, 1), strict=True
        )
    )


def test_ten_thousand_companies_with_one_word_in_common_still_find_their_twins() -> None:
    names = [f"GAZPROM {code(number)}" for number in range(10_000)]
    names[9_000:] = names[:1_000]
    began = time.perf_counter()
    found = pairs_of(pd.DataFrame({"name": names}))
    assert time.perf_counter() - began < 10.0
    assert all((number, number + 9_000) in found for number in range(1_000))
    assert len(found) < 100 * len(names)


@pytest.mark.parametrize("imo", ["", "7303803"])
def test_one_record_a_thousand_times_is_one_chain_of_neighbours(imo: str) -> None:
    found = pairs_of(pd.DataFrame({"name": ["OCEAN STAR"] * 1_000, "imo": [imo] * 1_000}))
    assert {(number, number + 1) for number in range(999)} <= found
    assert len(found) < 20 * 1_000


def test_a_common_number_is_found_among_a_thousand_of_one_name() -> None:
    # Two of a thousand OCEAN STARs state one hull, and stand far from each other.
    numbers = [""] * 1_000
    numbers[3] = numbers[901] = "7303803"
    assert (3, 901) in pairs_of(pd.DataFrame({"name": ["OCEAN STAR"] * 1_000, "imo": numbers}), "vessel")


def test_a_synthetic_fleet_loses_few_of_its_true_pairs(tmp_path: Path) -> None:
    write_table(generate(Plan(vessels=150, seed=5)), tmp_path / "records.csv")
    table = read_table(tmp_path / "records.csv")
    truth = read_table(tmp_path / "records.truth.csv").set_index("id")["entity_id"]
    found = pairs_of(table)
    rows = pd.DataFrame({"entity": truth[table["id"]].to_numpy(), "row": np.arange(len(table))})
    both = rows.merge(rows, on="entity")
    true = {
        (one, other) for one, other in zip(both["row_x"].tolist(), both["row_y"].tolist(), strict=True) if one < other
    }
    assert len(true) > 500
    assert len(true & found) / len(true) >= 0.94
    assert len(found) < 40 * len(table)
