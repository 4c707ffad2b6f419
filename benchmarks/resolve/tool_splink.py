"""Splink on DuckDB: names at Jaro-Winkler levels with their frequency, their words, and identifiers if there are any.

As its documentation has it: cleaned text, a prior from deterministic rules, u from random pairs, m by expectation
maximisation over two blocking rules; nothing is learned from labels. Its guide asks for several columns that do not
depend on each other; names alone are not that, so the number and the rarest word are drawn out of the name.
"""

import logging
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from tools import Resolved

logging.getLogger("splink").setLevel(logging.ERROR)
_RANDOM_PAIRS = 2e6
_SEED = 1
_RARE = 50  # records that share a word at most, for it to be a key
_MANY = 20_000  # records from which four first letters are too few, and the last are too often those of a legal form
_NUMBERS = ("imo", "mmsi", "call_sign", "company_imo", "registration_number")
_FACTS = ("flag", "country", "birth_date")


def scores(_variant: str, left: Sequence[str], right: Sequence[str], _kind: str) -> npt.NDArray[np.float64]:
    """Match probability of each pair, by a model trained without labels on the distinct names of all pairs."""
    api = DuckDBAPI()
    names = pd.DataFrame({"name": sorted({*left, *right})})
    linker = _trained(api, _columns(names), (), ())
    linker.table_management.compute_tf_table("name")
    sides = pd.concat([pd.DataFrame({"name": list(side), "pair": range(len(left))}) for side in (left, right)])
    pairs = _columns(sides.reset_index(drop=True)).assign(pair=sides["pair"].to_numpy())
    found = linker.inference.predict_within(
        api.register(pairs), blocking_rules_to_generate_predictions=[block_on("pair")]
    ).as_pandas_dataframe()
    # The two records of a pair are row n and row n + m of the table.
    probability = np.zeros(len(left))
    probability[found["unique_id_l"].to_numpy() % len(left)] = found["match_probability"]
    return probability


def resolve(_variant: str, table: pd.DataFrame, _kind: str, joins_at: float) -> Resolved:
    """Clusters as its quick start forms them, by one model for each kind; candidates are the pairs that it scored."""
    table = table.reset_index(drop=True)
    entity, candidates, count = np.zeros(len(table), dtype=np.int64), [], 0
    for _, part in table.groupby(table.get("kind", pd.Series("one", index=table.index))):
        rows = part.index.to_numpy()
        clusters, pairs = _clusters(part.reset_index(drop=True), joins_at)
        entity[rows] = clusters + count
        count += clusters.max() + 1
        candidates.append(pd.DataFrame({"left": rows[pairs["left"]], "right": rows[pairs["right"]]}))
    return Resolved(entity, pd.concat(candidates))


def _clusters(table: pd.DataFrame, joins_at: float) -> tuple[npt.NDArray[np.int64], pd.DataFrame]:
    """Cluster of each record, from 0, and the candidate pairs, left and right."""
    api = DuckDBAPI()
    numbers = [name for name in _NUMBERS if name in table and (table[name] != "").any()]
    facts = [name for name in _FACTS if name in table and (table[name] != "").any()]
    linker = _trained(api, _columns(table, numbers, facts), numbers, facts)
    predictions = linker.inference.predict()
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predictions, joins_at).as_pandas_dataframe()
    # The ids alone: every scored pair with all its columns would be the larger part of the memory.
    pairs = predictions.as_duckdbpyrelation().project("unique_id_l, unique_id_r").df()
    pairs.columns = ["left", "right"]
    entity = clusters.set_index("unique_id")["cluster_id"].reindex(range(len(table)))
    return pd.factorize(entity)[0].astype(np.int64), pairs


def _columns(table: pd.DataFrame, numbers: Sequence[str] = (), facts: Sequence[str] = ()) -> pd.DataFrame:
    """Cleaned name, its words, and keys to block by; empty is null, as Splink wants it."""
    name = table["name"].str.upper().str.replace(r"^(?:M[/.]?[VT]|S[/.]?S)\b", "", regex=True)
    name = name.str.replace(r"[^\w]+", " ", regex=True).str.strip()
    words = name.str.split()
    made = pd.DataFrame({"unique_id": range(len(table)), "name": name, "words": words})
    each = made[["unique_id", "words"]].explode("words")
    each["count"] = each.groupby("words")["words"].transform("size")
    rarest = each.sort_values("count", kind="stable").drop_duplicates("unique_id").set_index("unique_id")["words"]
    made["rare_word"] = rarest.reindex(made["unique_id"])
    rare = each[each["count"] <= _RARE].groupby("unique_id")["words"].agg(list)
    made["rare_words"] = rare.reindex(made["unique_id"])
    joined = name.str.replace(" ", "")
    made["beginning"], made["ending"] = joined.str[: 4 if len(table) <= _MANY else 7], joined.str[-4:]
    made["number"] = name.str.extract(r"(\d+)")[0]
    for column in (*numbers, *facts):
        made[column] = table[column].to_numpy()
    return made.astype(object).where(made.notna() & (made != ""), None)


def _trained(api: DuckDBAPI, table: pd.DataFrame, numbers: Sequence[str], facts: Sequence[str]) -> Linker:
    comparisons = [
        cl.NameComparison("name"),
        cl.ArrayIntersectAtSizes("words", [3, 2, 1]),
        cl.ExactMatch("number"),
        *(cl.ExactMatch(number) for number in numbers),
        *(cl.ExactMatch(fact).configure(term_frequency_adjustments=True) for fact in facts),
    ]
    keys = ["name", "beginning", *([] if len(table) > _MANY else ["ending"]), *numbers]
    rules = [block_on("rare_words", arrays_to_explode=["rare_words"]), *(block_on(key) for key in keys)]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=rules,
    )
    linker = Linker(api.register(table), settings)
    train = linker.training
    # Equal names alone would say that a list of distinct names has no two of one party.
    certain = [block_on("rare_word", "beginning"), *(block_on(number) for number in numbers)]
    train.estimate_probability_two_random_records_match(certain, recall=0.7)
    train.estimate_u_using_random_sampling(max_pairs=_RANDOM_PAIRS, seed=_SEED)
    for key in ("rare_word", "beginning", *numbers[:1]):
        train.estimate_parameters_using_expectation_maximisation(block_on(key))
    return linker
