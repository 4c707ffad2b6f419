"""Evidence to match weights and to a verdict: merge, review or apart, with the rules that no weight can break.

Two valid ship IMO numbers are two ships. Two entry numbers of one list are two parties. A ship's name alone never
merges ships; neither does a person's name. The rules are tested in this order and each says why in words.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from graphkit.model.vocabulary import NameKind
from graphkit.resolve.evidence import COMPARED
from graphkit.resolve.prepare import Prepared

MERGE, REVIEW, APART = "merge", "review", "apart"
_OWN_NAMES = {f"{left}/{right}" for left, right in product((NameKind.PRIMARY, NameKind.ORIGINAL), repeat=2)}


@dataclass(frozen=True, slots=True)
class Weights:
    """The readable table of weights.toml."""

    merge_at: float
    review_at: float
    agrees: dict[str, float]
    contradicts: dict[str, float]
    similar_names: dict[str, float]


@cache
def default_weights() -> Weights:
    """The weights that graphkit ships."""
    table: dict[str, Any] = tomllib.loads(
        resources.files("graphkit.resolve").joinpath("weights.toml").read_text(encoding="utf-8")
    )
    return Weights(**table)


def judge(compared: pd.DataFrame, prepared: Prepared, weights: Weights) -> pd.DataFrame:
    """The pairs with match_weight, verdict, decided_by and reason added; pairs in their order."""
    judged = compared.assign(match_weight=_match_weight(compared, weights).round(2))
    classes = _class_of(judged, prepared)
    vessel, person = classes.eq("vessel"), classes.eq("person")
    proof = judged["entry"].eq(1) | judged["imo"].eq(1) | judged["lei"].eq(1)
    unlike = judged["similarity"].lt(weights.similar_names["at"])
    enough = judged["match_weight"].ge(weights.merge_at)
    named, by_radio = judged["name_bits"].notna(), judged["mmsi"].eq(1) | judged["call_sign"].eq(1)
    further = named & ~judged["name_kinds"].isin(_OWN_NAMES)
    former = named & judged["name_kinds"].astype("str").str.contains(NameKind.FORMER)
    conditions: list[tuple[pd.Series, str, str]] = [
        (judged["imo"].eq(-1), APART, "two valid ship IMO numbers are two ships"),
        (judged["entry"].eq(-1) & ~(vessel & judged["imo"].eq(1)), APART, "one list has two entries for them"),
        (proof & (vessel | ~unlike), MERGE, "the same checked number or list entry"),
        (proof, REVIEW, "the same number under names that differ"),
        (judged["company_imo"].eq(1) & unlike, REVIEW, "the same company number under names that differ"),
        (vessel & ~named & ~by_radio, APART, "ships without a common number or name"),
        (vessel & ~named & enough, REVIEW, "an MMSI or a call sign does not prove a hull"),
        (vessel & enough & _numerals_differ(judged, prepared), REVIEW, "another number in the ship's name"),
        (vessel & enough & former, REVIEW, "a former name may have passed to another ship"),
        (vessel & enough & further & ~by_radio, REVIEW, "a further name of a ship is often a former one"),
        (vessel & enough & ~(by_radio | judged["regime"].eq(1)), REVIEW, "a ship's name and flag do not prove a hull"),
        (person & enough & ~_person_proven(judged), REVIEW, "a person's name without birth date or number"),
        (judged["legal_form"].eq(-1) & enough & _unnumbered(judged), REVIEW, "the same name with another legal form"),
        (~named & enough & unlike & _unnumbered(judged), REVIEW, "much in common under names that differ"),
        (~named & enough & _unnumbered(judged), REVIEW, "names that are only alike"),
        (enough, MERGE, "evidence adds up"),
        (judged["match_weight"].ge(weights.review_at), REVIEW, "evidence does not suffice"),
    ]
    tests = [condition.to_numpy(dtype=bool) for condition, _, _ in conditions]
    judged["verdict"] = np.select(tests, [verdict for _, verdict, _ in conditions], APART)
    judged["reason"] = np.select(tests, [reason for _, _, reason in conditions], "too little in common")
    judged["decided_by"] = np.where(judged["reason"].str.startswith("evidence"), "weights", "rule")
    return judged


def _match_weight(compared: pd.DataFrame, weights: Weights) -> pd.Series:
    total = compared["name_bits"].fillna(0.0).to_numpy(dtype=float)
    for piece in COMPARED:
        state = compared[piece].where(~_counted_elsewhere(compared, piece), 0)
        total = total + np.where(state.eq(1), weights.agrees.get(piece, 0.0), 0.0)
        total = total + np.where(state.eq(-1), weights.contradicts.get(piece, 0.0), 0.0)
    return pd.Series(total + name_weight(compared, weights), index=compared.index)


def _counted_elsewhere(compared: pd.DataFrame, piece: str) -> pd.Series:
    """A common day of birth includes its year, which is counted once."""
    return compared["birth_day"].eq(1) & (piece == "birth_year")


def name_weight(compared: pd.DataFrame, weights: Weights) -> np.ndarray[Any, np.dtype[np.float64]]:
    """What names without a common form add or take away."""
    names, open_names = weights.similar_names, compared["name_bits"].isna()
    alike = np.where(open_names & compared["similarity"].ge(names["at"]), names["agrees"], 0.0)
    unlike = np.where(open_names & compared["similarity"].lt(names["different_below"]), names["contradicts"], 0.0)
    return alike + unlike


def _class_of(pairs: pd.DataFrame, prepared: Prepared) -> pd.Series:
    """The class of a pair: that of the side that states one."""
    classes = prepared.records["name_class"]
    left, right = pairs["left"].map(classes), pairs["right"].map(classes)
    return left.where(left.ne("any"), right)


def _numerals_differ(pairs: pd.DataFrame, prepared: Prepared) -> pd.Series:
    """Whether the ships' own names end in different numbers, whatever other name they have in common."""
    forms = prepared.forms[prepared.forms["name_kind"].eq(NameKind.PRIMARY)]
    forms = forms[forms["value"].str.startswith("vessel:")].drop_duplicates("record_id").set_index("record_id")
    numbers = forms["value"].str.replace(r"^[^#]*", "", regex=True)
    left, right = pairs["left"].map(numbers), pairs["right"].map(numbers)
    return left.notna() & right.notna() & left.ne(right)


def _person_proven(pairs: pd.DataFrame) -> pd.Series:
    return pairs["birth_day"].eq(1) | pairs["birth_year"].eq(1) | pairs["person_number"].eq(1)


def _unnumbered(pairs: pd.DataFrame) -> pd.Series:
    return ~(pairs["company_imo"].eq(1) | pairs["company_number"].eq(1) | pairs["lei"].eq(1))


def evidence_rows(judged: pd.DataFrame, weights: Weights) -> pd.DataFrame:
    """The evidence of judged pairs in long form: left, right, evidence, state, weight, detail."""
    frames = []
    for piece in COMPARED:
        for state, word, table in ((1, "agrees", weights.agrees), (-1, "contradicts", weights.contradicts)):
            rows = judged[judged[piece].eq(state) & ~_counted_elsewhere(judged, piece)]
            detail = rows[f"{piece}_detail"].fillna("")
            frames.append(_long(rows, piece, word, table.get(piece, 0.0), detail))
    named = judged[judged["name_bits"].notna()]
    frames.append(_long(named, "name", "agrees", named["name_bits"], named["name_detail"]))
    others = judged[judged["name_bits"].isna()]
    change = pd.Series(name_weight(others, weights), index=others.index)
    for rows, word in ((others[change > 0], "agrees"), (others[change < 0], "contradicts")):
        alike = "names alike by " + rows["similarity"].round(2).astype("str")
        frames.append(_long(rows, "name", word, change.reindex(rows.index), alike))
    long = pd.concat(frames, ignore_index=True)
    told = long["weight"].ne(0.0) | long["evidence"].eq("name")
    return long[told].sort_values(["left", "right", "weight", "evidence"], ignore_index=True)


def _long(rows: pd.DataFrame, piece: str, state: str, weight: float | pd.Series, detail: pd.Series) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "left": rows["left"],
            "right": rows["right"],
            "evidence": piece,
            "state": state,
            "weight": pd.Series(weight, index=rows.index, dtype=float).round(2),
            "detail": detail,
        }
    )
