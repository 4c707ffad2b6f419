"""One tool on one input, in a process of its own: what run.py starts and measures.

Usage: python worker.py TASK TOOL INPUT OUTPUT KIND, where TASK is scores (INPUT has name_a, name_b), resolve (INPUT has
name and perhaps identifiers) or speed (as scores; the seconds that scoring takes without the start are written).
"""

import json
import sys
import time
from pathlib import Path

import pandas as pd
from tools import TOOLS, Tool, adapter


def scores(tool: Tool, table: pd.DataFrame, out: Path, kind: str) -> None:
    """Writes one score per pair."""
    found = adapter(tool).scores(tool.variant, table["name_a"].tolist(), table["name_b"].tolist(), kind)
    pd.DataFrame({"score": found}).to_parquet(out)


def speed(tool: Tool, table: pd.DataFrame, out: Path, kind: str) -> None:
    """Writes how long the pairs take once the tool is warm: a tenth of them is scored before and not counted."""
    score, tenth = adapter(tool).scores, len(table) // 10
    warm, rest = table.iloc[:tenth], table.iloc[tenth:]
    score(tool.variant, warm["name_a"].tolist(), warm["name_b"].tolist(), kind)
    wall, cpu = time.perf_counter(), time.process_time()
    score(tool.variant, rest["name_a"].tolist(), rest["name_b"].tolist(), kind)
    told = {"pairs": len(rest), "wall_s": time.perf_counter() - wall, "cpu_s": time.process_time() - cpu}
    out.write_text(json.dumps(told), encoding="utf-8")


def resolve(tool: Tool, table: pd.DataFrame, out: Path, kind: str) -> None:
    """Writes an entity for each row and, beside it, the candidate pairs."""
    found = adapter(tool).resolve(tool.variant, table, kind, tool.joins_at)
    pd.DataFrame({"entity": found.entity}).to_parquet(out)
    if found.candidates is not None:
        found.candidates.to_parquet(out.with_suffix(".candidates"))


TASKS = {"scores": scores, "speed": speed, "resolve": resolve}


def main(task: str, name: str, table: str, out: str, kind: str) -> None:
    """Run it; the last line on standard error is the reason when it fails."""
    tool = next(tool for tool in TOOLS if tool.name == name)
    try:
        TASKS[task](tool, pd.read_csv(table, dtype=str, keep_default_na=False), Path(out), kind)
    except Exception as error:
        sys.exit(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
