"""What the tools cost: synthetic tables of growing size, pairs scored per second, and the first score of a process."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import measures
import numpy as np
import pandas as pd
from jobs import measured, run
from tools import Tool

from graphkit.resolve.evaluate_pairs import evaluate_blocking

_HIDDEN = ["id", "damage", "synthetic"]  # what no real table says: the id gives the order, damage the slips
_SPEED_PAIRS = 30_000


def synthetic(tools: tuple[Tool, ...], out: Path, sizes: tuple[int, ...], limit_s: float) -> dict[str, Any]:
    """Size -> tool -> candidate recall, B-cubed, records per second, processor seconds and peak memory.

    A tool that failed or ran out of time at one size is not tried at a larger one, and the reason is told there too.
    """
    figures: dict[str, Any] = {}
    failed: dict[str, str] = {}
    for size in sizes:
        table, truth = _generated(size, out)
        figures[str(size)] = {"records": len(table)}
        for tool in tools:
            if tool.name in failed:
                figures[str(size)][tool.name] = {"failed": f"not tried: {failed[tool.name]}"}
                continue
            result = out / f"synthetic {size} {tool.name}.parquet"
            job = run("resolve", tool.name, table.drop(columns=_HIDDEN), result, kind="company", limit_s=limit_s)
            cost = {"wall_s": job.wall_s, "cpu_s": job.cpu_s, "peak_mb": job.peak_mb}
            if job.failed:
                failed[tool.name] = f"{job.failed} at {size:,} records"
                figures[str(size)][tool.name] = {"failed": job.failed, **cost}
                continue
            figures[str(size)][tool.name] = cost | {"records_per_s": len(table) / job.wall_s} | _quality(result, truth)
    return figures


def _quality(result: Path, truth: "pd.Series[str]") -> dict[str, float | None]:
    true = pd.factorize(truth)[0].astype(np.int64)
    found = pd.read_parquet(result)["entity"].to_numpy()
    told: dict[str, float | None] = {name: float(value[0]) for name, value in
            measures.cluster_measures(found, true, np.ones((1, true.max() + 1))).items()}  # fmt: skip
    candidates = result.with_suffix(".candidates")
    if not candidates.exists():
        return told
    entities = pd.DataFrame({"id": np.arange(len(true)).astype(str), "entity_id": true.astype(str)})
    blocking = evaluate_blocking(pd.read_parquet(candidates), entities)
    return told | {
        "candidate_recall": blocking.candidates.recall,
        "pairs_per_record": blocking.pairs_per_record,
    }


def _generated(size: int, out: Path) -> tuple[pd.DataFrame, "pd.Series[str]"]:
    """The table that `graphkit generate` makes, and the entity of each of its rows."""
    path = out / f"synthetic {size}.csv"
    words = ["generate", "--records", str(size), "--seed", "1", "--table", str(path)]
    subprocess.run([sys.executable, "-m", "graphkit", *words], check=True, stdout=subprocess.DEVNULL)
    table = pd.read_csv(path, dtype=str, keep_default_na=False)
    truth = pd.read_csv(path.with_name(f"{path.stem}.truth.csv"), dtype=str).set_index("id")["entity_id"]
    return table, truth.reindex(table["id"])


def speed(tools: tuple[Tool, ...], data: Path, out: Path, limit_s: float) -> dict[str, Any]:
    """Tool -> pairs per second once it is warm, and the first score of a process, start included.

    The pairs are drawn from real company names, so each name comes several times, as in a table. Splink's figures
    include what it learns from its input.
    """
    names = pd.read_csv(data / "company_names.csv", dtype=str, keep_default_na=False)["name"]
    drawn = np.random.default_rng(measures.SEED).integers(0, len(names), (_SPEED_PAIRS, 2))
    table = pd.DataFrame({"name_a": names.to_numpy()[drawn[:, 0]], "name_b": names.to_numpy()[drawn[:, 1]]})
    figures: dict[str, Any] = {}
    for tool in tools:
        result = out / f"speed {tool.name}.json"
        job = run("speed", tool.name, table, result, kind="company", limit_s=limit_s)
        if job.failed:
            figures[tool.name] = {"failed": job.failed}
            continue
        told = json.loads(result.read_text(encoding="utf-8"))
        figures[tool.name] = {
            "pairs_per_cpu_s": told["pairs"] / told["cpu_s"],
            "pairs_per_s": told["pairs"] / told["wall_s"],
        } | _first_score(tool, limit_s)
    return figures


def _first_score(tool: Tool, limit_s: float) -> dict[str, float]:
    """Seconds and MB of a process that scores one pair and ends; the first of four finds cold files and is left out."""
    if not tool.first:
        return {}
    _, *jobs = [measured([sys.executable, "-c", tool.first], limit_s) for _ in range(4)]
    return {"first_score_s": min(job.wall_s for job in jobs), "first_score_mb": max(job.peak_mb for job in jobs)}
