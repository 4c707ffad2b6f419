"""The tools on labelled data: name pairs, and sets of records to be clustered, on the evaluation part and on the whole.

The evaluation part is what figures are quoted from: nothing was learned from its parties (split.py). The whole file is
larger and comparable with figures that others published on it, but part of it taught graphkit.
"""

from pathlib import Path
from typing import Any

import measures
import numpy as np
import pandas as pd
from jobs import run
from split import PAIRS, SETS, parties_of, party_of_names, read_split
from tools import Tool

PARTS = ("evaluate", "whole")
_KINDS = {"company_name_pairs": "company", "un_name_pairs": "company", "vessel_name_pairs": "vessel"}
_IDENTIFIED = ["name", "imo", "mmsi", "call_sign", "flag", "vessel_type", "dwt", "owner"]
CLUSTERED = {  # name -> file, kind, columns
    "vessel sightings": ("vessel_sightings", "vessel", _IDENTIFIED),
    "vessel sightings, names only": ("vessel_sightings", "vessel", ["name"]),
    "company names": ("company_names", "company", ["name"]),
}


def pairs(tools: tuple[Tool, ...], data: Path, out: Path, *, draws: int, limit_s: float) -> dict[str, Any]:
    """File -> part -> tool -> figures; the first tool's differences to each other one stand under "differences"."""
    tables = read_split(data)
    parties = parties_of(tables[name] for name in (*PAIRS, *SETS))
    figures: dict[str, Any] = {}
    for name, kind in _KINDS.items():
        table = tables[name]
        results = {tool: out / f"{name} {tool.name}.parquet" for tool in tools}
        jobs = {tool: run("scores", tool.name, table, results[tool], kind=kind, limit_s=limit_s) for tool in tools}
        scores = {tool: pd.read_parquet(results[tool])["score"] for tool, job in jobs.items() if not job.failed}
        ends = pd.concat([party_of_names(table[side], parties) for side in ("name_a", "name_b")])
        codes = np.split(pd.factorize(ends)[0], 2)
        figures[name] = {
            part: _pair_figures(table, scores, codes, draws, part)
            | {tool.name: {"failed": job.failed} for tool, job in jobs.items() if job.failed}
            for part in PARTS
        }
    return figures


def _pair_figures(
    table: pd.DataFrame, scores: dict[Tool, pd.Series], codes: list[measures.Codes], draws: int, part: str
) -> dict[str, Any]:
    rows = (table["part"] == part).to_numpy() if part != "whole" else np.ones(len(table), dtype=bool)
    teach = (table["part"] == "develop").to_numpy()
    labels = table["label"].to_numpy(dtype=float)
    weight = table["weight"].to_numpy() if part != "whole" else np.ones(len(table))
    # Only the parties that occur are drawn.
    left, right = np.split(pd.factorize(np.concatenate([side[rows] for side in codes]))[0], 2)
    drawn = measures.draws(max(left.max(), right.max()) + 1, draws)
    weights = measures.pair_weights(drawn, left, right, weight[rows])
    values = {}
    for tool, column in scores.items():
        score = column.to_numpy(dtype=float)
        values[tool.name] = measures.pair_measures(score[rows], labels[rows], tool.pairs_at, weights)
        if part == "whole":  # which the threshold has seen half of
            continue
        tuned = measures.best_threshold(score[teach], labels[teach], table["weight"].to_numpy()[teach])
        values[tool.name]["f1_tuned"] = measures.pair_measures(score[rows], labels[rows], tuned, weights)["f1"]
    return summary(values) | {"pairs": int(rows.sum()), "positive": int(labels[rows].sum())}


def clusters(tools: tuple[Tool, ...], data: Path, out: Path, *, draws: int, limit_s: float) -> dict[str, Any]:
    """Set -> part -> tool -> figures, as for pairs."""
    tables = read_split(data)
    figures: dict[str, Any] = {}
    for name, (file, kind, columns) in CLUSTERED.items():
        figures[name] = {}
        for part in PARTS:
            table = tables[file] if part == "whole" else tables[file].query("part == 'evaluate'")
            true = pd.factorize(table["entity"])[0].astype(np.int64)
            drawn = measures.draws(true.max() + 1, draws)
            values, failed = {}, {}
            for tool in tools:
                result = out / f"{name} {part} {tool.name}.parquet"
                job = run("resolve", tool.name, table[columns], result, kind=kind, limit_s=limit_s)
                if job.failed:
                    failed[tool.name] = {"failed": job.failed}
                    continue
                found = pd.read_parquet(result)["entity"].to_numpy()
                values[tool.name] = measures.cluster_measures(found, true, drawn)
                values[tool.name]["clusters"] = np.full(draws + 1, found.max() + 1.0)
            figures[name][part] = summary(values) | failed | {"records": len(table), "entities": int(true.max()) + 1}
    return figures


def summary(values: dict[str, dict[str, measures.Array]]) -> dict[str, Any]:
    """Each tool's figures with intervals, and the first tool's paired differences to the others."""
    told: dict[str, Any] = {
        tool: {measure: measures.told(drawn) for measure, drawn in each.items()} for tool, each in values.items()
    }
    if len(values) > 1:
        first, *others = values
        told["differences"] = {
            other: {m: measures.told(values[first][m] - values[other][m]) for m in values[first] if m != "clusters"}
            for other in others
        } | {"of": first}
    return told
